"""The formulas of a closed sheet: their results are kept or forgotten, all else stays as it is."""

import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.books.contract import AREA, made
from tests.books.packages import sheet_xml

from tpxl.books import open_book
from tpxl.books.package import PackageBook
from tpxl.books.package.formulas import computed_cells, formula_text, with_results
from tpxl.books.package.sheet import SheetBytes
from tpxl.model import Address, CellError, Value
from tpxl.model.cell import Result

ROWS = (
    '<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="2"><f>A1*2</f><v>2</v></c>'
    '<c r="C1" t="str"><f>IF(A1=1,"a","b")</f><v>a</v></c></row>'
    '<row r="2"><c r="A2" t="b"><f t="shared" ref="A2:A3" si="0">B1&gt;$A$1</f><v>1</v></c></row>'
    '<row r="3"><c r="A3" t="b"><f t="shared" si="0"/><v>1</v></c></row>'
)


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as package:
        return {info.filename: package.read(info) for info in package.infolist()}


def opened(path: Path) -> PackageBook:
    book = open_book(path)
    assert isinstance(book, PackageBook)
    return book


@given(
    values=st.dictionaries(
        st.sampled_from(["A1", "B1", "C1", "A2", "A3", "D9"]),
        st.one_of(
            st.none(),
            st.booleans(),
            st.integers(-(10**14), 10**14),
            st.floats(allow_nan=False, allow_infinity=False),
            st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=9),
            st.just(CellError("#N/A")),
        ),
    )
)
def test_a_result_is_kept_where_a_formula_is_and_nothing_else_changes(
    values: dict[str, Value],
) -> None:
    sheet = SheetBytes(sheet_xml(ROWS).encode())
    results = {Address.parse(cell): value for cell, value in values.items()}
    changed = SheetBytes(with_results(sheet, results))
    assert [formula_text(changed, at) for at in computed_cells(changed)] == [
        "=A1*2",
        '=IF(A1=1,"a","b")',
        "=B1>$A$1",
        "=B2>$A$1",
    ]
    untouched = {at: sheet.content(at) for at in map(Address.parse, ("A1", "B1", "C1", "A2", "A3"))}
    computed = set(computed_cells(sheet))
    for at, content in untouched.items():
        if at not in results or at not in computed:
            assert changed.content(at) == content
        elif results[at] is None:
            assert changed.content(at) == ("n", None, True, content and content[3])
    forgotten = with_results(changed, dict.fromkeys(results))
    assert forgotten == with_results(sheet, dict.fromkeys(results))


def test_a_shared_formula_without_its_text_in_the_file_is_damage() -> None:
    rows = '<row r="1"><c r="A1"><f t="shared" si="7"/><v>1</v></c></row>'
    with pytest.raises(ValueError, match="master"):
        formula_text(SheetBytes(sheet_xml(rows).encode()), Address(1, 1))


def test_forgotten_results_are_gone_for_every_reader_and_the_other_parts_stay(
    tmp_path: Path,
) -> None:
    path = made(tmp_path / "kirja.xlsx")
    before = parts(path)
    with opened(path) as book:
        book.forget_results()
        assert book.awaits_recalculation
        grid = book.read(AREA)
        assert [grid.value(Address.parse(cell)) for cell in ("F4", "G4", "C8")] == [None] * 3
        assert grid.value(Address.parse("B4")) == -2859611
        book.save(tmp_path / "uusi.xlsx")
    after = parts(tmp_path / "uusi.xlsx")
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"xl/worksheets/sheet1.xml"}  # the book asked to be calculated as it was
    assert before.keys() == after.keys()


def test_a_result_that_is_kept_already_changes_no_byte(tmp_path: Path) -> None:
    path = made(tmp_path / "kirja.xlsx")
    with opened(path) as book:
        book.put_results([Result(AREA, "G4", 25)])
        before = path.read_bytes()
        book.save()
    assert path.read_bytes() == before
