"""What an edit of a book changes beside its cell, and what is refused because of other parts."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.books.packages import (
    DECLARATION,
    MAIN,
    OFFICE,
    Part,
    parts,
    read_parts,
    relations,
    sheet_xml,
    workbook,
    written,
)
from tests.steps import steps

from tpxl.books.package import open_book
from tpxl.books.package.editing import ProtectedRange, fenced
from tpxl.errors import TpxlError
from tpxl.messages import LANGUAGES, sentence
from tpxl.model import Address, Block, Edit, NewValue

VALUE = '<row r="1"><c r="A1"><v>1</v></c></row>'
FORMULA = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>A1*2</f><v>2</v></c></row>'
CHAIN = f'<calcChain xmlns="{MAIN}"><c r="B1" i="1"/></calcChain>'


def edited(path: Path, *edits: Edit) -> dict[str, bytes]:
    """The parts of a book after edits."""
    with open_book(path) as book:
        book.apply(edits)
        book.save()
    return read_parts(path)


def changed(before: dict[str, bytes], after: dict[str, bytes]) -> set[str]:
    return {name for name in before | after if before.get(name) != after.get(name)}


def refusal(path: Path, cell: str, new: NewValue = 1) -> str:
    """The code with which an edit is refused; every language has a sentence for it."""
    with open_book(path) as book, pytest.raises(TpxlError) as caught:
        book.apply([Edit("Alue 1", cell, new)])
    for lang in LANGUAGES:
        assert (cell in sentence(caught.value, lang)) or caught.value.code == "edit_in_signed"
    return caught.value.code


def test_a_book_without_formulas_is_not_asked_to_recalculate(tmp_path: Path) -> None:
    path = workbook(tmp_path / "kirja.xlsx", sheet_xml(VALUE), sheet_xml(VALUE))
    before = read_parts(path)
    assert changed(before, edited(path, Edit("Alue 1", "A1", 2))) == {"xl/worksheets/sheet1.xml"}


@pytest.mark.parametrize("sheet", ["Alue 1", "Alue 2"])
def test_a_book_with_a_formula_anywhere_is_asked_to_recalculate(tmp_path: Path, sheet: str) -> None:
    path = workbook(tmp_path / "kirja.xlsx", sheet_xml(FORMULA), sheet_xml(VALUE))
    with open_book(path) as book:
        assert not book.awaits_recalculation
        book.apply([Edit(sheet, "A1", 5)])
        assert book.awaits_recalculation
        book.save()
        assert book.awaits_recalculation
    with open_book(path) as book:
        assert book.awaits_recalculation
        assert book.read("Alue 1").value(Address(1, 2)) == 2  # the old one, kept for every reader


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", '</sheets><calcPr fullCalcOnLoad="1"/></workbook>'),
        ("<definedNames/>", '<definedNames/><calcPr fullCalcOnLoad="1"/></workbook>'),
        ("<extLst/>", '</sheets><calcPr fullCalcOnLoad="1"/><extLst/></workbook>'),
        ('<calcPr calcId="1"/>', '</sheets><calcPr calcId="1" fullCalcOnLoad="1"/></workbook>'),
        (
            '<calcPr fullCalcOnLoad="0" calcId="1"></calcPr>',
            '</sheets><calcPr calcId="1" fullCalcOnLoad="1"></calcPr></workbook>',
        ),
    ],
)
def test_recalculation_is_asked_for_where_the_workbook_part_has_its_place_for_it(
    tmp_path: Path, before: str, after: str
) -> None:
    path = workbook(tmp_path / "kirja.xlsx", sheet_xml(FORMULA), workbook=before)
    part = edited(path, Edit("Alue 1", "A1", 2))["xl/workbook.xml"].decode()
    assert part.endswith(after)


def test_a_prefix_of_the_workbook_part_is_kept(tmp_path: Path) -> None:
    part = (
        f'<x:workbook xmlns:x="{MAIN}" xmlns:r="{OFFICE}"><x:sheets>'
        '<x:sheet name="Alue 1" sheetId="1" r:id="rId1"/></x:sheets></x:workbook>'
    )
    path = workbook(tmp_path / "kirja.xlsx", sheet_xml(FORMULA), more={"xl/workbook.xml": part})
    made = edited(path, Edit("Alue 1", "A1", 2))["xl/workbook.xml"].decode()
    assert made.endswith('</x:sheets><x:calcPr fullCalcOnLoad="1"/></x:workbook>')


def test_a_book_that_asks_for_recalculation_already_is_left_so(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "kirja.xlsx", sheet_xml(FORMULA), workbook='<calcPr fullCalcOnLoad="true"/>'
    )
    with open_book(path) as book:
        assert book.awaits_recalculation
    before = read_parts(path)
    assert changed(before, edited(path, Edit("Alue 1", "A1", 2))) == {"xl/worksheets/sheet1.xml"}


def test_a_sheet_that_cannot_be_read_does_not_stop_the_edit_of_another(tmp_path: Path) -> None:
    path = workbook(tmp_path / "kirja.xlsx", sheet_xml(VALUE), "<rikki")
    after = edited(path, Edit("Alue 1", "A1", 2))
    assert b"fullCalcOnLoad" in after["xl/workbook.xml"]


def test_the_calculation_chain_stays_while_every_formula_does(tmp_path: Path) -> None:
    path = workbook(tmp_path / "kirja.xlsx", sheet_xml(FORMULA), more={"xl/calcChain.xml": CHAIN})
    before = read_parts(path)
    after = edited(path, Edit("Alue 1", "A1", 2))
    assert changed(before, after) == {"xl/worksheets/sheet1.xml", "xl/workbook.xml"}


def test_the_calculation_chain_goes_with_its_pointers_when_a_formula_does(tmp_path: Path) -> None:
    path = workbook(tmp_path / "kirja.xlsx", sheet_xml(FORMULA), more={"xl/calcChain.xml": CHAIN})
    before = read_parts(path)
    with open_book(path) as book:
        book.apply([Edit("Alue 1", "B1", 2)])  # the value it shows: still no formula any more
        book.apply([Edit("Alue 1", "A1", 9)])
        book.save()
    after = read_parts(path)
    assert changed(before, after) == {
        "xl/calcChain.xml",
        "xl/worksheets/sheet1.xml",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "[Content_Types].xml",
    }
    assert "xl/calcChain.xml" not in after
    for name in ("xl/_rels/workbook.xml.rels", "[Content_Types].xml"):
        assert b"calcChain" in before[name]
        assert b"calcChain" not in after[name]
    with open_book(path) as book:
        assert not book.read("Alue 1").has_formula(Address(1, 2))


def with_part(path: Path, kind: str, part: str, *, rows: str = VALUE) -> Path:
    return workbook(
        path,
        sheet_xml(rows),
        more={
            "xl/worksheets/_rels/sheet1.xml.rels": relations(("rId1", kind, f"../own/{kind}.xml")),
            f"xl/own/{kind}.xml": part,
        },
    )


TABLE = f'{DECLARATION}<table xmlns="{MAIN}" displayName="Taulu" ref="B2:C6"'


@pytest.mark.parametrize(
    ("said", "cell", "code"),
    [
        ("", "B2", "edit_in_table_header"),
        ("", "C2", "edit_in_table_header"),
        ('headerRowCount="2"', "C3", "edit_in_table_header"),
        ('totalsRowCount="1"', "B6", "edit_in_table_totals"),
    ],
)
def test_a_tables_header_and_totals_are_not_changed(
    tmp_path: Path, said: str, cell: str, code: str
) -> None:
    path = with_part(tmp_path / "kirja.xlsx", "table", f"{TABLE} {said}/>")
    assert refusal(path, cell) == code


@pytest.mark.parametrize(
    ("said", "cell"),
    [
        ("", "B3"),
        ("", "D2"),
        ('headerRowCount="0"', "B2"),
        ("", "B6"),
        ('totalsRowCount="1"', "B7"),
    ],
)
def test_a_tables_data_may_be_changed(tmp_path: Path, said: str, cell: str) -> None:
    path = with_part(tmp_path / "kirja.xlsx", "table", f"{TABLE} {said}/>")
    edited(path, Edit("Alue 1", cell, 7))
    with open_book(path) as book:
        assert book.read("Alue 1").value(Address.parse(cell)) == 7


def test_a_pivot_table_is_not_changed(tmp_path: Path) -> None:
    location = '<location ref="D1:E9"/>'
    pivot = f'<pivotTableDefinition xmlns="{MAIN}" name="P">{location}</pivotTableDefinition>'
    path = with_part(tmp_path / "kirja.xlsx", "pivotTable", pivot)
    assert refusal(path, "E9") == "edit_in_pivot"
    edited(path, Edit("Alue 1", "F9", 7))


@pytest.mark.parametrize("part", [f'<table xmlns="{MAIN}"/>', f'<table xmlns="{MAIN}" ref="x"/>'])
def test_a_table_that_names_no_block_forbids_nothing(tmp_path: Path, part: str) -> None:
    path = with_part(tmp_path / "kirja.xlsx", "table", part)
    edited(path, Edit("Alue 1", "A1", 7))


def test_a_pointer_to_a_part_that_is_not_there_forbids_nothing(tmp_path: Path) -> None:
    pointers = relations(("rId1", "table", "../own/none.xml"), ("rId2", "drawing", "x.xml"))
    path = workbook(
        tmp_path / "kirja.xlsx",
        sheet_xml(VALUE),
        more={"xl/worksheets/_rels/sheet1.xml.rels": pointers},
    )
    edited(path, Edit("Alue 1", "A1", 7))


ARRAYS = (
    '<row r="1"><c r="A1"><f t="array" ref="A1:B2">1</f><v>1</v></c><c r="B1"><v>1</v></c>'
    '<c r="D1" cm="1"><f t="array" ref="D1">1</f><v>1</v></c>'
    '<c r="E1"><f t="array">1</f><v>1</v></c></row>'
    '<row r="5"><c r="B5"><f t="dataTable" ref="B5:C6" dt2D="1" r1="A1" r2="A2"/><v>1</v></c></row>'
)


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("A1", "edit_in_array"),
        ("B2", "edit_in_array"),
        ("B5", "edit_in_data_table"),
        ("C6", "edit_in_data_table"),
    ],
)
def test_an_array_and_a_data_table_are_not_changed(tmp_path: Path, cell: str, code: str) -> None:
    path = workbook(tmp_path / "kirja.xlsx", sheet_xml(ARRAYS))
    assert refusal(path, cell) == code
    with open_book(path) as book:
        assert book.read("Alue 1").has_formula(Address.parse(cell))


def test_an_array_of_one_cell_may_be_written_over(tmp_path: Path) -> None:
    path = workbook(tmp_path / "kirja.xlsx", sheet_xml(ARRAYS))
    after = edited(path, Edit("Alue 1", "D1", 5), Edit("Alue 1", "E1", 6))
    assert b'<c r="D1"><v>5</v></c><c r="E1"><v>6</v></c>' in after["xl/worksheets/sheet1.xml"]


def test_a_signed_book_is_not_changed(tmp_path: Path) -> None:
    more: dict[str, Part] = {"_xmlsignatures/sig1.xml": "<a/>"}
    path = workbook(tmp_path / "kirja.xlsx", sheet_xml(VALUE), more=more)
    assert refusal(path, "A1", 2) == "edit_in_signed"
    before = path.read_bytes()
    edited(path, Edit("Alue 1", "A1", 1))  # nothing changes: no edit
    assert path.read_bytes() == before


def test_a_shared_formula_that_cannot_be_moved_is_not_written_over(tmp_path: Path) -> None:
    rows = (
        '<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">"x</f><v>1</v></c></row>'
        '<row r="2"><c r="A2"><f t="shared" si="0"/><v>1</v></c></row>'
    )
    path = workbook(tmp_path / "kirja.xlsx", sheet_xml(rows))
    assert refusal(path, "A1") == "edit_in_shared_formula"


@pytest.mark.parametrize(
    "said",
    [
        'sheet="1"',
        'sheet="1" objects="1" scenarios="1" formatCells="0" sort="0"',
        'sheet="true" password=""',
        'password="CC1A"',  # kept for the day it is switched on
        'sheet="0" algorithmName="SHA-512" hashValue="a==" saltValue="b==" spinCount="100000"',
    ],
)
@pytest.mark.parametrize("form", ["", "<!-- for a parser -->"])
def test_a_sheet_protected_without_a_password_may_be_changed(
    said: str, form: str, tmp_path: Path
) -> None:
    tail = f"<sheetProtection {said}/>{form}"
    path = workbook(
        tmp_path / "kirja.xlsx",
        sheet_xml(VALUE, tail=tail),
        workbook='<workbookProtection workbookPassword="CC1A" lockStructure="1"/>',
    )
    after = edited(path, Edit("Alue 1", "A1", 7))
    assert tail.encode() in after["xl/worksheets/sheet1.xml"]
    assert (
        b'<workbookProtection workbookPassword="CC1A" lockStructure="1"/>'
        in after["xl/workbook.xml"]
    )


@pytest.mark.parametrize(
    "said",
    [
        'password="CC1A" sheet="1"',
        'sheet="true" objects="1" password="0000"',
        'algorithmName="SHA-512" hashValue="a==" saltValue="b==" spinCount="100000" sheet="1"',
    ],
)
@pytest.mark.parametrize("form", ["", "<!-- for a parser -->"])
def test_a_sheet_protected_with_a_password_is_refused(said: str, form: str, tmp_path: Path) -> None:
    tail = f"<sheetProtection {said}/>{form}"
    path = workbook(tmp_path / "kirja.xlsx", sheet_xml(VALUE, tail=tail))
    with open_book(path) as book, pytest.raises(TpxlError) as caught:
        book.apply([Edit("Alue 1", "A1", 7)])
    assert caught.value.code == "sheet_protected"
    assert all("Alue 1" in sentence(caught.value, lang) for lang in LANGUAGES)


def test_a_formula_is_written_over_even_by_the_value_it_shows(tmp_path: Path) -> None:
    path = workbook(tmp_path / "kirja.xlsx", sheet_xml(FORMULA))
    edited(path, Edit("Alue 1", "B1", 2))
    with open_book(path) as book:
        assert not book.read("Alue 1").has_formula(Address(1, 2))
        assert book.read("Alue 1").value(Address(1, 2)) == 2


def test_a_cell_that_cannot_be_read_may_be_written_over(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "kirja.xlsx", sheet_xml('<row r="1"><c r="A1" t="s"><v>9</v></c></row>')
    )
    edited(path, Edit("Alue 1", "A1", 2))
    with open_book(path) as book:
        assert book.read("Alue 1").value(Address(1, 1)) == 2


def test_a_sheet_is_named_by_an_edit_in_any_case(tmp_path: Path) -> None:
    path = workbook(tmp_path / "kirja.xlsx", sheet_xml(VALUE))
    edited(path, Edit("ALUE 1", "$A$1", 2))
    with open_book(path) as book:
        assert book.read("Alue 1").value(Address(1, 1)) == 2


def test_a_sheet_in_utf_16_is_written_in_utf_8_when_it_changes(tmp_path: Path) -> None:
    wide = sheet_xml(VALUE).replace("UTF-8", "UTF-16").encode("utf-16")
    path = workbook(tmp_path / "kirja.xlsx", wide, wide)
    after = edited(path, Edit("Alue 1", "A1", "ä"))
    assert after["xl/worksheets/sheet1.xml"].decode() == sheet_xml(
        '<row r="1"><c r="A1" t="inlineStr"><is><t>ä</t></is></c></row>'
    )
    assert after["xl/worksheets/sheet2.xml"] == wide


def test_more_sheets_than_stay_in_memory_are_read_and_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tpxl.books.package.sheet_cache._KEPT_BYTES", 500)
    path = workbook(tmp_path / "kirja.xlsx", *[sheet_xml(VALUE)] * 5)
    with open_book(path) as book:
        grids = [book.read(sheet) for sheet in book.sheets]
        book.apply([Edit(sheet, "A1", at + 10) for at, sheet in enumerate(book.sheets)])
        assert [grid.value(Address(1, 1)) for grid in grids] == [10, 11, 12, 13, 14]
        book.apply([Edit("Alue 3", "B9", 1)])
        book.save()
        assert [grid.last_row for grid in grids] == [1, 1, 9, 1, 1]


def test_a_book_without_strings_or_styles_is_read_and_changed(tmp_path: Path) -> None:
    made = parts(sheet_xml(VALUE))
    pointers = relations(("rId1", "worksheet", "worksheets/sheet1.xml"))
    del made["xl/sharedStrings.xml"], made["xl/styles.xml"]
    path = written(tmp_path / "kirja.xlsx", made | {"xl/_rels/workbook.xml.rels": pointers})
    edited(path, Edit("Alue 1", "B1", "x"))
    with open_book(path) as book:
        grid = book.read("Alue 1")
        assert list(grid.texts(bool)) == [(1, 2, "x")]
        assert grid.number_format(Address(1, 1)) == "General"


PLACES = st.builds(Address, st.integers(1, 6), st.integers(1, 6))
RANGES = st.builds(
    lambda one, other, is_free: ProtectedRange(
        "edit_in_merged",
        Block(*map(min, one, other), *map(max, one, other)),
        free=Address(*map(min, one, other)) if is_free else None,
    ),
    *(PLACES, PLACES, st.booleans()),
)


@given(st.lists(PLACES, unique=True), st.lists(RANGES))
def test_a_cell_is_forbidden_by_the_first_range_that_covers_it(
    cells: list[Address], ranges: list[ProtectedRange]
) -> None:
    first = {at: next((one for one in ranges if one.forbids(at)), None) for at in cells}
    assert fenced(cells, ranges) == {at: one for at, one in first.items() if one is not None}


def test_twice_the_edits_beside_twice_the_merged_cells_take_twice_the_steps() -> None:
    few, many = (
        steps(
            lambda count=count: fenced(  # type: ignore[misc]
                [Address(row, 1) for row in range(count)],
                [ProtectedRange("edit_in_merged", Block(n, 3, n, 5)) for n in range(count)],
            )
        )
        for count in (200, 400)
    )
    assert many < 2.1 * few
