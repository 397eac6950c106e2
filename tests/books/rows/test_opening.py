"""Files of rows are read as they were written, whatever wrote them, and others refused by name."""

import zipfile
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.books.contract import AREA, made
from tests.books.packages import sheet_xml, workbook

from tpxl.books import open_book
from tpxl.books.rows.opening import open_rows
from tpxl.errors import TpxlError


def rows_of(path: Path, page: int = 0) -> list[list[object]]:
    return [list(row) for row in open_rows(path).pages[page].rows()]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [";", "\t", "|", ","])
def test_text_is_read_in_every_encoding_and_with_every_separator(
    tmp_path: Path, encoding: str, separator: str
) -> None:
    path = tmp_path / "rivit.csv"
    text = f"Yksikkö{separator}Summa €\r\nVihreä{separator}1.50\r\n"
    path.write_bytes(text.encode(encoding))
    file = open_rows(path)
    assert rows_of(path) == [["Yksikkö", "Summa €"], ["Vihreä", "1.50"]]
    assert (file.separator, file.encoding) == (separator, encoding.removesuffix("-sig"))
    assert len(file.fingerprint) == 64


def test_decimal_commas_part_no_cells() -> None:
    from tpxl.books.rows.delimited import separator_of  # noqa: PLC0415

    assert separator_of(["Tili;Summa", *["4340;1,50"] * 9, "4340;1,5,7"]) == ";"


def test_a_quoted_text_may_have_lines_and_a_stray_quote_swallows_none(tmp_path: Path) -> None:
    path = tmp_path / "rivit.csv"
    lines = ['Tili;"Selite', 'pitkä";Summa', '4500;"a;b";1', '4501;3" putki;2', '4502;"auki;3']
    path.write_text("\n".join([*lines, *["4503;x;4"] * 60]), encoding="utf-8")
    rows = rows_of(path)
    assert rows[0] == ["Tili", "Selite\npitkä", "Summa"]
    assert rows[1:4] == [["4500", "a;b", "1"], ["4501", "3 putki", "2"], ["4502", "auki", "3"]]
    assert len(rows) == 64


def test_a_sheet_is_read_as_the_book_reads_it(tmp_path: Path) -> None:
    path = made(tmp_path / "kirja.xlsx")
    rows = rows_of(path)
    with open_book(path) as book:
        grid = book.read(AREA)
        assert len(rows) == grid.last_row
        for number in (3, 4, 9, 11, 20):
            cells = {at: value for at, value in enumerate(rows[number - 1], 1) if value != ""}
            for at, value in grid.row(number).items():
                shown = "1" if value is True else getattr(value, "code", value)
                assert cells[at] == shown, (number, at)


def test_rows_and_cells_that_are_left_out_keep_their_places(tmp_path: Path) -> None:
    sheet = (
        '<row r="2"><c r="B2" t="inlineStr"><is><t>a &amp; b</t></is></c><c r="D2"><v>1.5</v></c>'
        '</row><row r="5" spans="1:2"><c><v>7</v></c><c t="s"><v>0</v></c></row>'
        '<row r="6"><c r="A6"  t="str"><f>1</f><v>x</v></c><c r="B6" s="1"/></row>'
    )
    path = workbook(tmp_path / "kirja.xlsx", sheet_xml(sheet), strings=["<si><t>jaettu</t></si>"])
    assert rows_of(path) == [
        [],
        ["", "a & b", "", 1.5],
        [],
        [],
        [7.0, "jaettu"],
        ["x", ""],
    ]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "rows_empty"),
        (b"%PDF-1.7", "rows_foreign"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "file_is_old_excel"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "file_encrypted",
        ),
        (b"PK\3\4 no zip", "file_damaged"),
    ],
)
def test_what_holds_no_rows_is_refused_by_name(tmp_path: Path, data: bytes, code: str) -> None:
    path = tmp_path / "tiedosto"
    path.write_bytes(data)
    with pytest.raises(TpxlError) as caught:
        rows_of(path)
    assert caught.value.code == code


def test_a_binary_workbook_a_folder_and_a_missing_file_are_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "kirja.xlsb"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet()
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            renamed = name.replace("workbook.xml", "workbook.bin") if "rels" not in name else name
            package.writestr(renamed, data.replace(b"xl/workbook.xml", b"xl/workbook.bin"))
    for place, code in ((path, "file_is_binary"), (tmp_path, "file_is_folder")):
        with pytest.raises(TpxlError) as caught:
            open_rows(place)
        assert caught.value.code == code
    with pytest.raises(TpxlError) as caught:
        open_rows(tmp_path / "puuttuu.csv")
    assert caught.value.code == "file_missing"


def test_a_sheet_whose_bytes_are_not_what_the_directory_says_is_damaged(tmp_path: Path) -> None:
    path = workbook(tmp_path / "kirja.xlsx", sheet_xml('<row r="1"><c r="A1"><v>1</v></c></row>'))
    data = path.read_bytes()
    at = data.rindex(b"PK\1\2", 0, data.rindex(b"xl/worksheets/sheet1.xml"))
    path.write_bytes(data[: at + 16] + b"\0\0\0\0" + data[at + 20 :])
    with pytest.raises(TpxlError) as caught:
        rows_of(path)
    assert caught.value.code == "part_damaged"


CELLS = st.one_of(
    st.none(),
    st.just(""),
    st.integers(-(10**6), 10**6).map(lambda whole: whole / 100),
    st.sampled_from(["Tili", "Summa €"]),
)
TEXTS = ["Tili", "Summa €"]


def cell_xml(at: str, value: float | str | None, *, is_plain: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        other = "" if is_plain else ' ph="1"'
        return f'<c r="{at}" s="3" t="n"{other}><v>{value}</v></c>'
    if value == "":
        return f'<c r="{at}" s="2"/>'
    return f'<c r="{at}" t="s"><v>{TEXTS.index(value)}</v></c>'


@settings(max_examples=60, deadline=None)
@given(
    st.integers(1, 4).flatmap(
        lambda width: st.lists(
            st.tuples(
                st.lists(CELLS, min_size=width - 1, max_size=width), st.sampled_from([1, 1, 1, 2])
            ),
            min_size=1,
            max_size=8,
        )
    ),
    st.booleans(),
)
def test_rows_that_are_read_together_have_the_values_they_have_one_by_one(
    tmp_path_factory: pytest.TempPathFactory,
    rows: list[tuple[list[float | str | None], int]],
    is_plain: bool,  # noqa: FBT001
) -> None:
    at, xml, wanted = 0, "", []
    for cells, step in rows:
        at += step
        told = [
            cell_xml(f"{'ABCD'[column]}{at}", one, is_plain=is_plain)
            for column, one in enumerate(cells)
        ]
        xml += f'<row r="{at}" spans="1:4">{"".join(told)}</row>'
        kept = len(cells) - next((n for n, one in enumerate(cells[::-1]) if one is not None), 9)
        wanted += [[] for _ in range(step - 1)]
        wanted.append(["" if one is None else one for one in cells[: max(kept, 0)]])
    strings = [f"<si><t>{text}</t></si>" for text in TEXTS]
    path = tmp_path_factory.mktemp("rivit") / "kirja.xlsx"
    assert rows_of(workbook(path, sheet_xml(xml), strings=strings)) == wanted


@pytest.mark.parametrize(
    "last", [["Tili", 2.5], [2.5, "Tili"], ["", 2.5], [None, 2.5], [1.5, 2.5], ["Tili", ""]]
)
def test_a_row_unlike_the_filled_ones_before_it_keeps_its_values(
    tmp_path: Path, last: list[float | str | None]
) -> None:
    rows: list[list[float | str | None]] = [*[["Tili", 1.5]] * 5, last, ["Summa €", 3.5]]
    xml = ""
    for at, row in enumerate(rows, 1):
        told = [
            cell_xml(f"{'AB'[column]}{at}", one, is_plain=True) for column, one in enumerate(row)
        ]
        xml += f'<row r="{at}">{"".join(told)}</row>'
    strings = [f"<si><t>{text}</t></si>" for text in TEXTS]
    path = workbook(tmp_path / "kirja.xlsx", sheet_xml(xml), strings=strings)
    assert rows_of(path) == [["" if one is None else one for one in row] for row in rows]
