"""The two readers of a sheet make one index of it."""

from xml.sax.saxutils import escape

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.books.packages import DECLARATION, MAIN, sheet_xml

from tpxl.books.package.limits import MarkupError
from tpxl.books.package.parsed import parsed_index
from tpxl.books.package.scanned import scanned_index
from tpxl.books.package.sheet import SheetBytes
from tpxl.books.package.sheet_index import NotScannable, SheetIndex
from tpxl.model import column_letters

CHARACTERS = st.characters(
    codec="utf-8", exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"
)

TEXT = st.text(CHARACTERS, max_size=12).map(escape)
NUMBER = st.one_of(st.integers(), st.floats(allow_nan=False, allow_infinity=False)).map(repr)

FORMULA = st.one_of(
    TEXT.map("<f>{}</f>".format),
    TEXT.map('<f t="shared" ref="A1:A3" si="0">{}</f>'.format),
    st.just('<f t="shared" si="0"/>'),
    TEXT.map('<f ca="1">{}</f>'.format),
    TEXT.map('<f aca="false">{}</f>'.format),
)

CONTENT = st.one_of(
    NUMBER.map(lambda n: ("", f"<v>{n}</v>")),
    st.integers(0, 99).map(lambda n: (' t="s"', f"<v>{n}</v>")),
    st.just((' t="b"', "<v>1</v>")),
    st.just((' t="e"', "<v>#N/A</v>")),
    TEXT.map(lambda text: (' t="inlineStr"', f"<is><t>{text}</t></is>")),
    TEXT.map(lambda text: (' t="inlineStr"', f'<is><t xml:space="preserve">{text}</t></is>')),
    st.tuples(FORMULA, NUMBER).map(lambda two: ("", f"{two[0]}<v>{two[1]}</v>")),
    st.tuples(FORMULA, TEXT).map(lambda two: (' t="str"', f"{two[0]}<v>{two[1]}</v>")),
    FORMULA.map(lambda formula: ("", f"{formula}<v/>")),
    FORMULA.map(lambda formula: ("", formula)),
    st.just(("", "")),
)

STYLE = st.sampled_from(["", ' s="0"', ' s="12"'])

ROW_SAID = st.sampled_from(
    ["", ' spans="1:8"', ' s="3" customFormat="1"', ' s="3"', ' ht="12.8" x:dyDescent="0.25"']
)

HEAD = st.sampled_from(
    [
        "",
        '<dimension ref="A1:H150"/>',
        (
            '<sheetPr codeName="Taul1"/><dimension ref="B2"/><cols><col min="1" max="3" width="9"'
            ' style="4" customWidth="1"/><col min="5" max="5" width="2.5"/></cols>'
        ),
        '<sheetViews><sheetView workbookViewId="0"/></sheetViews>',
    ]
)

TAIL = st.sampled_from(
    [
        "",
        '<mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="D4:D9"/></mergeCells>',
        '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>',
    ]
)

ROW = '<row r="1"><c r="A1"><v>1</v></c></row>'

ODD = {
    "a prefix": f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData/></x:worksheet>',
    "single quotes": sheet_xml("<row r='1'><c r='A1'><v>1</v></c></row>"),
    "single quotes within": sheet_xml("""<row r="1" s='3'><c r="A1"><v>1</v></c></row>"""),
    "spaces about the equals sign": sheet_xml('<row r="1"><c r="A1" t = "s"><v>1</v></c></row>'),
    "a space in the head": sheet_xml(ROW, head='<cols><col min = "1" max="2" style="3"/></cols>'),
    "a comment among the rows": sheet_xml(f"<!-- -->{ROW}"),
    "a comment in the head": sheet_xml(ROW, head="<!-- <sheetData> -->"),
    "a comment in the tail": sheet_xml(ROW, tail="<!-- -->"),
    "an instruction in the tail": sheet_xml(ROW, tail="<?x <mergeCell ref='A1:B2'/> ?>"),
    "CDATA": sheet_xml('<row r="1"><c r="A1" t="str"><v><![CDATA[<c r="]]></v></c></row>'),
    "a cell without its place": sheet_xml('<row r="1"><c><v>1</v></c></row>'),
    "a row without its place": sheet_xml("<row><c><v>1</v></c></row>"),
    "white space between elements": sheet_xml(f"\n {ROW}"),
    "attributes in another order": sheet_xml('<row r="1"><c t="s" r="A1"><v>1</v></c></row>'),
    "an attribute the form has not": sheet_xml('<row r="1"><c r="A1" vm="1"><v>1</v></c></row>'),
    "rich text": sheet_xml('<row r="1"><c r="A1" t="inlineStr"><is><r><t>a</t></r></is></c></row>'),
    "an array": sheet_xml('<row r="1"><c r="A1"><f t="array" ref="A1">1</f></c></row>'),
    "a data table": sheet_xml('<row r="1"><c r="A1"><f t="dataTable" ref="A1"/></c></row>'),
    "a carriage return": sheet_xml('<row r="1"><c r="A1" t="str"><v>a\rb</v></c></row>'),
    "an own namespace": sheet_xml(ROW).replace(MAIN, "urn:x"),
    "the strict namespace": sheet_xml(ROW).replace(
        MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main"
    ),
    "a closed sheetData": sheet_xml().replace("<sheetData></sheetData>", "<sheetData/>"),
    "another encoding": sheet_xml(ROW).replace("UTF-8", "ISO-8859-1"),
    "a DTD": sheet_xml(ROW).replace(DECLARATION, f"{DECLARATION}<!DOCTYPE x>"),
    "rows out of order": sheet_xml('<row r="2"></row><row r="1"></row>'),
    "a row twice": sheet_xml('<row r="2"></row><row r="2"></row>'),
    "a row below the last": sheet_xml('<row r="1048577"></row>'),
    "cut short": sheet_xml(ROW)[:-9],
    "a merge of another form": sheet_xml(
        ROW, tail='<mergeCells><mergeCell x="" ref="A1:B2"/></mergeCells>'
    ),
    "a merge of no block": sheet_xml(ROW, tail='<mergeCells><mergeCell ref="AAAA1"/></mergeCells>'),
    "a column that is no number": sheet_xml(ROW, head='<cols><col min="x" max="1"/></cols>'),
    "a dimension of no block": sheet_xml(ROW, head='<dimension ref="A1:A9999999"/>'),
}


@st.composite
def rows(draw: st.DrawFn) -> str:
    made = ""
    for number in sorted(draw(st.sets(st.integers(1, 1_048_576), max_size=5))):
        cells = ""
        for column in sorted(draw(st.sets(st.integers(1, 16_384), max_size=5))):
            kind, content = draw(CONTENT)
            start = f'<c r="{column_letters(column)}{number}"{draw(STYLE)}{kind}'
            cells += f"{start}>{content}</c>" if content else f"{start}/>"
        said = draw(ROW_SAID)
        empty = f'<row r="{number}"{said}/>'
        made += f'<row r="{number}"{said}>{cells}</row>' if cells else empty
    return made


def told(index: SheetIndex) -> object:
    rows = [
        (row.number, row.start, row.opened, row.closed, row.is_pinned, row.style, row.cells)
        for row in index.rows()
    ]
    contents = [row.contents for row in index.rows()]
    return index.frame, tuple(index.numbers), rows, contents, index.has_formulas


@given(rows(), HEAD, TAIL)
@example("", "", "")
@example('<row r="2"><c r="A2" t="s"><v>007</v></c></row>', "", "")
def test_both_readers_agree_on_the_plain_form(made: str, head: str, tail: str) -> None:
    data = sheet_xml(made, head=head, tail=tail).replace("<worksheet ", '<worksheet xmlns:x="x" ')
    assert told(scanned_index(data.encode())) == told(parsed_index(data.encode()))


@pytest.mark.parametrize("data", ODD.values(), ids=ODD.keys())
def test_every_other_form_is_left_to_the_parser(data: str) -> None:
    with pytest.raises(NotScannable):
        scanned_index(data.encode())


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="A1"><v>&nbsp;</v></c>',
        '<c r="A1"><v>&#x110000;</v></c>',
        '<c r="B1"/><c r="A1"/>',
        '<c r="XFE1"/>',
        '<c r="A2"/>',
        '<c r="AAAA1"/>',
    ],
)
def test_what_is_found_to_be_odd_only_when_read_goes_to_the_parser_then(cell: str) -> None:
    index = scanned_index(sheet_xml(f'<row r="1">{cell}</row>').encode())
    with pytest.raises(NotScannable):
        index.row(1)
    with pytest.raises(MarkupError):
        SheetBytes(sheet_xml(f'<row r="1">{cell}</row>').encode()).row(1)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (sheet_xml('<row r="2"/><row r="1"/>'), "row 1 after row 2"),
        (sheet_xml('<row r="1"><c r="B1"/><c r="A1"/></row>'), "cell A1 after column 2"),
        (sheet_xml('<row r="0"/>'), "row 0"),
        (sheet_xml('<row r="x"/>'), "invalid literal"),
        (sheet_xml('<row r="1"><c r="A"/></row>'), "not a cell address"),
        (sheet_xml('<row r="1"><c r="A1" s="x"/></row>'), "invalid literal"),
        (sheet_xml(head='<cols><col max="1"/></cols>'), "min"),
        (f'<worksheet xmlns="{MAIN}"/>', "no sheetData"),
        (f'<chartsheet xmlns="{MAIN}"/>', "no worksheet"),
        ('<worksheet xmlns="urn:x"/>', "no worksheet"),
        (sheet_xml("<row>"), "mismatched tag"),
        ("", "no element found"),
        (sheet_xml(f"<!DOCTYPE x>{ROW}"), "invalid token"),
        (f"<!DOCTYPE x [<!ENTITY a 'b'>]><worksheet xmlns='{MAIN}'>&a;</worksheet>", "DTD"),
        (f"<worksheet xmlns='{MAIN}'>{'<a>' * 300}", "too deep"),
    ],
)
def test_a_sheet_that_cannot_be_read_says_why(data: str, why: str) -> None:
    with pytest.raises(MarkupError, match=why):
        parsed_index(data.encode())


@given(rows(), st.frozensets(st.integers(0, 99)))
def test_both_readers_find_the_same_texts(made: str, numbers: frozenset[int]) -> None:
    wanted = frozenset(b"%d" % number for number in numbers)
    plain = SheetBytes(sheet_xml(made).replace("<worksheet ", '<worksheet xmlns:x="x" ').encode())
    sure = SheetBytes(b"<!-- -->" + plain.data.removeprefix(DECLARATION.encode()))
    assert (plain.is_plain, sure.is_plain) == (True, False)
    assert list(plain.texts(wanted)) == list(sure.texts(wanted))


def test_letters_of_a_type_within_a_text_make_no_cell() -> None:
    made = '<row r="1"><c r="A1" t="str"><f>1</f><v>a t="str" t="s"&gt;</v></c></row>'
    found = list(SheetBytes(sheet_xml(made).encode()).texts(frozenset()))
    assert [(cell.row, cell.column, cell.text) for cell in found] == [(1, 1, 'a t="str" t="s">')]


def test_a_shared_strings_number_may_have_zeros_before_it() -> None:
    made = '<row r="1"><c r="A1" t="s"><v>007</v></c><c r="B1" t="s"><v>8</v></c></row>'
    found = SheetBytes(sheet_xml(made).encode()).texts(frozenset({b"7"}))
    assert [(cell.column, cell.shared) for cell in found] == [(1, b"7")]


@given(st.frozensets(st.integers(0, 130)))
@example(frozenset())
@example(frozenset({1, 12, 123}))
@example(frozenset(range(5000)))
def test_where_all_text_is_shared_the_wanted_numbers_are_found_whole(
    wanted: frozenset[int],
) -> None:
    made = "".join(
        f'<row r="{n + 1}"><c r="A{n + 1}" s="{n}" t="s"><v>{n}</v></c>'
        f'<c r="B{n + 1}"><v>{n}</v></c></row>'
        for n in range(131)
    )
    found = SheetBytes(sheet_xml(made).encode()).texts(frozenset(b"%d" % n for n in wanted))
    seen = [(cell.row, cell.column, cell.shared) for cell in found]
    assert seen == [(n + 1, 1, b"%d" % n) for n in range(131) if n in wanted]


@pytest.mark.parametrize(
    "made", ['<row r="{}"/>', '<row r="1"><c r="A1" s="{}"/></row>'], ids=["a row", "a style"]
)
def test_a_number_too_long_to_be_one_is_damage(made: str) -> None:
    with pytest.raises(MarkupError):
        SheetBytes(sheet_xml(made.format("9" * 5000)).encode())


def test_a_formula_that_xml_cannot_hold_sends_its_row_to_the_parser() -> None:
    made = '<row r="1"><c r="A1"><f>"&nbsp;"</f><v>1</v></c></row>'
    with pytest.raises(MarkupError):
        SheetBytes(sheet_xml(made).encode()).row(1)
