"""Values spliced into a sheet: the cells asked for change, every other byte of a cell stays."""

from collections.abc import Mapping
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.books.packages import MAIN, sheet_xml

from tpxl.books.package.parsed import parsed_index
from tpxl.books.package.sheet import SheetBytes
from tpxl.books.package.sheet_index import CellBytes
from tpxl.books.package.splice import with_looks, with_values
from tpxl.books.package.values import value_of
from tpxl.model import Address, NewValue, Value, column_letters


@dataclass(frozen=True)
class Form:
    """How a sheet is written: what of the plain form is otherwise."""

    prefix: str = ""
    quote: str = '"'
    blank: str = ""
    says_rows: bool = True
    says_cells: bool = True
    encoding: str = "UTF-8"

    def sheet(self, cells: Mapping[Address, int]) -> bytes:
        rows: dict[int, str] = {}
        for at in sorted(cells):
            said = f" r={self.quote}{at.a1}{self.quote}" if self.says_cells else ""
            value = f"<{self.prefix}v>{cells[at]}</{self.prefix}v>"
            made = f"<{self.prefix}c{said} s='2'>{value}</{self.prefix}c>{self.blank}"
            rows[at.row] = rows.get(at.row, "") + made
        data = "".join(self._row(number, made) for number, made in rows.items())
        named = f"xmlns:{self.prefix[:-1]}" if self.prefix else "xmlns"
        content = f"<{self.prefix}sheetData>{data}</{self.prefix}sheetData>"
        if not data:
            content = f"<{self.prefix}sheetData/>"
        return (
            f"<?xml version='1.0' encoding='{self.encoding}'?>"
            f"<{self.prefix}worksheet {named}='{MAIN}'><{self.prefix}dimension ref='B2:C3'/>"
            f"{content}</{self.prefix}worksheet>"
        ).encode(self.encoding)

    def _row(self, number: int, made: str) -> str:
        said = f" r={self.quote}{number}{self.quote}" if self.says_rows else ""
        return f"<{self.prefix}row{said} spans='1:2'>{made}</{self.prefix}row>{self.blank}"


FORMS = st.builds(
    Form,
    prefix=st.sampled_from(["", "x:"]),
    quote=st.sampled_from(['"', "'"]),
    blank=st.sampled_from(["", "\n  ", "<!-- <c> -->"]),
    encoding=st.sampled_from(["UTF-8", "UTF-16", "ISO-8859-1"]),
)
PLACES = st.builds(Address, st.integers(1, 6), st.integers(1, 6))
CELLS = st.dictionaries(PLACES, st.integers(0, 9), max_size=9)
NEW = st.one_of(st.none(), st.booleans(), st.integers(-9, 9), st.floats(-9, 9), st.text(max_size=5))


def values(data: bytes) -> dict[Address, Value]:
    return {
        Address(row.number, cell.column): value_of(cell.kind, cell.text, str)
        for row in parsed_index(data).rows()
        for cell in row.cells
    }


@given(FORMS, CELLS, st.dictionaries(PLACES, NEW, max_size=6))
def test_in_every_form_the_cells_asked_for_change_and_no_other(
    form: Form, cells: dict[Address, int], new: dict[Address, NewValue]
) -> None:
    sheet = SheetBytes(form.sheet(cells))
    after = values(with_values(sheet, new))
    asked = {
        at: value.replace("\r\n", "\n") if isinstance(value, str) else value
        for at, value in new.items()
    }
    assert {at: value for at, value in after.items() if value is not None} == {
        at: value for at, value in {**cells, **asked}.items() if value is not None
    }


@given(st.dictionaries(PLACES, st.integers(10, 99), min_size=1, max_size=6))
def test_rows_and_cells_that_only_count_on_stay_where_they_are(
    new: dict[Address, NewValue],
) -> None:
    full = {Address(row, column): 1 for row in range(1, 4) for column in range(1, 4)}
    sheet = SheetBytes(Form(says_rows=False, says_cells=False).sheet(full))
    assert values(with_values(sheet, new)) == {**full, **new}


def test_rows_that_count_on_below_a_new_row_say_their_place_and_keep_their_new_cells() -> None:
    made = '<row><c><v>1</v></c></row><row r="5"><c><v>5</v></c></row><row><c><v>6</v></c></row>'
    sheet = SheetBytes(sheet_xml(made.replace("<row>", '<row spans="1:1">')).encode())
    new: dict[Address, NewValue] = {Address(3, 1): 3, Address(6, 9): 69, Address(6, 1): 61}
    assert values(with_values(sheet, new)) == {
        Address(1, 1): 1,
        Address(3, 1): 3,
        Address(5, 1): 5,
        Address(6, 1): 61,
        Address(6, 9): 69,
    }


def spliced(rows: str, new: Mapping[str, NewValue], *, head: str = "") -> str:
    sheet = SheetBytes(sheet_xml(rows, head=head).encode())
    made = with_values(sheet, {Address.parse(cell): value for cell, value in new.items()})
    return (
        made.decode()
        .partition("<worksheet")[2]
        .partition('relationships">')[2]
        .removesuffix("</worksheet>")
    )


@pytest.mark.parametrize(
    ("rows", "cell", "new", "after"),
    [
        # a number into an empty cell keeps its style
        (
            '<row r="1"><c r="A1" s="4"/><c r="B1"/></row>',
            "A1",
            12.5,
            '<row r="1"><c r="A1" s="4"><v>12.5</v></c><c r="B1"/></row>',
        ),
        # text is written inline, its blanks kept
        (
            '<row r="1"><c r="A1" t="s"><v>3</v></c></row>',
            "A1",
            " a & b",
            (
                '<row r="1"><c r="A1" t="inlineStr">'
                '<is><t xml:space="preserve"> a &amp; b</t></is></c></row>'
            ),
        ),
        # a cleared cell keeps its style
        (
            '<row r="1"><c r="A1" s="4" t="b"><v>1</v></c></row>',
            "A1",
            None,
            '<row r="1"><c r="A1" s="4"/></row>',
        ),
        # metadata of the old value goes, what is no value stays
        (
            '<row r="1"><c r="A1" cm="1" vm="2" ph="1"><f>1</f><v>1</v><extLst/></c></row>',
            "A1",
            True,
            '<row r="1"><c r="A1" t="b"><v>1</v><extLst/></c></row>',
        ),
        # columns in order, the hint of the span dropped where it lies
        (
            '<row r="1" spans="1:3" ht="9"><c r="A1"/><c r="C1"/></row>',
            "B1",
            1,
            '<row r="1" spans="1:3" ht="9"><c r="A1"/><c r="B1"><v>1</v></c><c r="C1"/></row>',
        ),
        (
            '<row r="1" spans="1:3" ht="9"><c r="A1"/><c r="C1"/></row>',
            "D1",
            1,
            '<row r="1" ht="9"><c r="A1"/><c r="C1"/><c r="D1"><v>1</v></c></row>',
        ),
        # rows in order
        (
            '<row r="1"/><row r="3"/>',
            "B2",
            1,
            '<row r="1"/><row r="2"><c r="B2"><v>1</v></c></row><row r="3"/>',
        ),
        ('<row r="1"/>', "B2", 1, '<row r="1"/><row r="2"><c r="B2"><v>1</v></c></row>'),
        ('<row r="1"></row>', "B2", 1, '<row r="1"></row><row r="2"><c r="B2"><v>1</v></c></row>'),
        ('<row r="3" ht="9"/>', "B3", 1, '<row r="3" ht="9"><c r="B3"><v>1</v></c></row>'),
        ('<row r="3" ht="9"></row>', "B3", 1, '<row r="3" ht="9"><c r="B3"><v>1</v></c></row>'),
        ("", "B2", 1, '<row r="2"><c r="B2"><v>1</v></c></row>'),
        # a new cell has the style of its row, where the row has one of its own
        (
            '<row r="1" s="5" customFormat="1"/>',
            "B1",
            1,
            '<row r="1" s="5" customFormat="1"><c r="B1" s="5"><v>1</v></c></row>',
        ),
        (
            '<row r="1" s="5"></row>',
            "B1",
            1,
            '<row r="1" s="5"><c r="B1"><v>1</v></c></row>',
        ),
        # nothing to clear
        ('<row r="1"/>', "B1", None, '<row r="1"/>'),
        ('<row r="1"/>', "B2", None, '<row r="1"/>'),
    ],
)
def test_a_cell_changes_and_its_neighbours_bytes_stay(
    rows: str, cell: str, new: NewValue, after: str
) -> None:
    assert spliced(rows, {cell: new}) == f"<sheetData>{after}</sheetData>"


def test_a_new_cell_has_its_columns_style_where_the_row_has_none() -> None:
    head = '<cols><col min="2" max="3" width="9" style="7"/><col min="4" max="4" width="9"/></cols>'
    made = spliced('<row r="1"/>', {"B1": 1, "C9": 2, "D1": 3}, head=head)
    assert '<row r="1"><c r="B1" s="7"><v>1</v></c><c r="D1"><v>3</v></c></row>' in made
    assert '<row r="9"><c r="C9" s="7"><v>2</v></c></row>' in made


@pytest.mark.parametrize(
    ("cell", "before", "after"),
    [("B2", "A1:C3", "A1:C3"), ("D9", "A1:C3", "A1:D9"), ("A1", "A1", "A1"), ("A2", "A1", "A1:A2")],
)
def test_the_dimension_grows_to_hold_a_new_cell(cell: str, before: str, after: str) -> None:
    made = spliced("", {cell: 1}, head=f'<dimension ref="{before}"/>')
    assert made.startswith(f'<dimension ref="{after}"/>')


def formulas(data: str) -> dict[str, tuple[str, str | None]]:
    found: dict[str, tuple[str, str | None]] = {}
    for row in parsed_index(sheet_xml(data).encode()).rows():
        for cell in row.cells:
            if cell.formula is not None:
                at = Address(row.number, cell.column).a1
                found[at] = cell.formula.text, cell.formula.ref
    return found


SHARED = "".join(
    f'<row r="{row}"><c r="B{row}"><f t="shared"{said} si="0"{end}<v>{row}</v></c></row>'
    for row, said, end in (
        (1, ' ref="B1:B4"', '>A1*$C$1&amp;"x"</f>'),
        (2, "", "/>"),
        (3, "", "/>"),
        (4, "", "></f>"),
    )
)


def inner(made: str) -> str:
    return made.removeprefix("<sheetData>").removesuffix("</sheetData>")


def test_a_shared_formula_is_handed_on_when_its_master_goes() -> None:
    made = inner(spliced(SHARED, {"B1": 7}))
    assert formulas(made) == {
        "B2": ('A2*$C$1&"x"', "B2:B4"),
        "B3": ("", None),
        "B4": ("", None),
    }
    assert '<c r="B1"><v>7</v></c>' in made
    assert "<v>2</v>" in made


def test_a_shared_formula_is_handed_on_past_members_that_go_too() -> None:
    made = inner(spliced(SHARED, {"B1": 7, "B2": 8, "B3": None}))
    assert formulas(made) == {"B4": ('A4*$C$1&"x"', "B4:B4")}


def test_a_shared_formula_whose_members_all_go_is_gone() -> None:
    assert formulas(inner(spliced(SHARED, dict.fromkeys(["B1", "B2", "B3", "B4"], 1)))) == {}


def test_a_member_that_goes_leaves_the_master_as_it_is() -> None:
    made = inner(spliced(SHARED, {"B2": 7}))
    assert formulas(made)["B1"] == ('A1*$C$1&"x"', "B1:B4")
    assert "B2" not in formulas(made)


def test_a_shared_formula_that_cannot_be_moved_is_told() -> None:
    with pytest.raises(ValueError, match=r".+"):
        spliced(SHARED.replace("A1*$C$1", 'A1*"x'), {"B1": 1})


def test_another_group_is_left_alone() -> None:
    other = '<row r="9"><c r="B9"><f t="shared" ref="B9:C9" si="1">A9</f></c></row>'
    made = inner(spliced(SHARED + other, {"B1": 7}))
    assert formulas(made)["B9"] == ("A9", "B9:C9")


def test_letters_name_columns_up_to_the_last() -> None:
    assert column_letters(16_384) == "XFD"
    made = spliced('<row r="1"/>', {"XFD1": 1, "A1": 1})
    assert made.index('r="A1"') < made.index('r="XFD1"')


def test_a_cell_without_formula_has_none() -> None:
    cell = SheetBytes(sheet_xml('<row r="1"><c r="A1"/></row>').encode()).cell(Address(1, 1))
    assert isinstance(cell, CellBytes)
    assert cell.formula is None


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="A1"/>',
        '<c r="A1" s="2"></c>',
        '<c r="A1" s="2" t="s"><v>0</v></c>',
        '<c r="A1" t="str"><f>"a&gt;b"</f><v>a&gt;b</v></c>',
        '<c r="A1"><v>1.5</v></c>',
    ],
)
@pytest.mark.parametrize("new", [None, 7, -0.5, True, "Ä & t"])
def test_a_cell_becomes_the_same_bytes_in_every_form_of_a_sheet(cell: str, new: NewValue) -> None:
    plain = sheet_xml(f'<row r="1">{cell}<c r="B1"><v>2</v></c></row>').encode()
    mark = b"<!-- -->"
    other = plain.replace(b"<sheetData>", mark + b"<sheetData>")
    sheets = SheetBytes(plain), SheetBytes(other)
    assert [sheet.is_plain for sheet in sheets] == [True, False]
    one, two = (with_values(sheet, {Address(1, 1): new}) for sheet in sheets)
    assert one == two.replace(mark, b"")


@given(FORMS, CELLS, PLACES, PLACES)
def test_a_cell_looks_like_another_and_holds_what_it_held(
    form: Form, cells: dict[Address, int], at: Address, like: Address
) -> None:
    whole = SheetBytes(form.sheet(cells | {like: 7}))
    plain = SheetBytes(with_values(whole, {at: None if at in cells else "teksti"}))
    before = plain.cell(at)
    told = SheetBytes(with_looks(plain, {at: like}))
    after = told.cell(at)
    assert before is not None
    assert after is not None
    assert (after.style, after.kind, after.text) == (2, before.kind, before.text)
    others = {place for place in cells | {like: 7} if place != at}
    assert all(told.cell(place).text == plain.cell(place).text for place in others)


def test_a_cell_that_is_not_there_is_made_and_one_with_a_look_keeps_it() -> None:
    data = b"<sheetData><row r='1'><c r='A1' s='2'/><c r='B1' s='3'/></row></sheetData>"
    sheet = SheetBytes(b"<worksheet xmlns='%s'>%s</worksheet>" % (MAIN.encode(), data))
    a1, b1, a2 = Address(1, 1), Address(1, 2), Address(2, 1)
    told = SheetBytes(with_looks(sheet, {b1: a1, a2: a1}))
    made, kept = told.cell(a2), told.cell(b1)
    assert made is not None
    assert kept is not None
    assert (made.style, made.text, kept.style) == (2, None, 3)
