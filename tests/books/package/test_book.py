"""What is no workbook that can be read: each told by its name, with what to do."""

import struct
import zipfile
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.books.packages import (
    MAIN,
    OFFICE,
    parts,
    relations,
    sheet_xml,
    strings_xml,
    workbook,
    written,
)

from tpxl.books.package import PackageBook, limits, open_book, zip_archive
from tpxl.errors import TpxlError
from tpxl.messages import LANGUAGES, sentence
from tpxl.model import Address, Edit

ROWS = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>2</v></c></row>'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENTITY = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>'

PARTS = [
    "[Content_Types].xml",
    "_rels/.rels",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "xl/worksheets/sheet1.xml",
    "xl/worksheets/_rels/sheet1.xml.rels",
    "xl/tables/table1.xml",
    "xl/sharedStrings.xml",
    "xl/styles.xml",
]

PIECES = [
    b"",
    b"<",
    b">",
    b'"',
    b"/",
    b"&",
    b"0",
    b"-1",
    b"A1",
    b"\0",
    b"\xff",
    b" ",
    b"<!--",
    b"x",
]


def read_whole(path: Path) -> None:
    with open_book(path) as book:
        for sheet in book.sheets:
            list(book.read(sheet).texts(bool))


def code_of(path: Path) -> str:
    """The code with which opening or reading a book is refused."""
    with pytest.raises(TpxlError) as caught:
        read_whole(path)
    for lang in LANGUAGES:
        told = sentence(caught.value, lang)
        assert "\n" not in told
        assert str(path) in told
    return caught.value.code


def put(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def test_a_missing_file(tmp_path: Path) -> None:
    assert code_of(tmp_path / "ei.xlsx") == "file_missing"


def test_a_name_no_file_can_have(tmp_path: Path) -> None:
    assert code_of(tmp_path / ("x" * 300)) == "file_missing"
    with pytest.raises(TpxlError, match="file missing"):
        open_book("a\0b")


def test_a_folder(tmp_path: Path) -> None:
    assert code_of(tmp_path) == "file_is_folder"


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = workbook(tmp_path / "kirja.xlsx", sheet_xml())

    def deny(_: Path) -> bytes:
        raise PermissionError(13, "denied")

    monkeypatch.setattr(Path, "read_bytes", deny)
    assert code_of(path) == "file_not_readable"


def test_an_empty_file(tmp_path: Path) -> None:
    assert code_of(put(tmp_path / "kirja.xlsx", b"")) == "file_empty"


@pytest.mark.parametrize("data", [b"hei", b"<html></html>", b"Alue;Luku\n"])
def test_a_file_that_is_no_workbook(tmp_path: Path, data: bytes) -> None:
    assert code_of(put(tmp_path / "kirja.xlsx", data)) == "file_not_workbook"


def test_a_workbook_with_a_password(tmp_path: Path) -> None:
    data = OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 600
    assert code_of(put(tmp_path / "kirja.xlsx", data)) == "file_encrypted"


def test_a_workbook_of_the_old_excel(tmp_path: Path) -> None:
    data = OLE + b"\0" * 600 + "Workbook".encode("utf-16-le") + b"\0" * 600
    assert code_of(put(tmp_path / "kirja.xls", data)) == "file_is_old_excel"


def test_a_binary_workbook(tmp_path: Path) -> None:
    made = parts(sheet_xml()) | {
        "_rels/.rels": relations(("rId1", "officeDocument", "xl/workbook.bin")),
        "xl/workbook.bin": b"\x83\x01\x00",
    }
    assert code_of(written(tmp_path / "kirja.xlsb", made)) == "file_is_binary"


def test_a_word_document(tmp_path: Path) -> None:
    made = parts(sheet_xml()) | {
        "_rels/.rels": relations(("rId1", "officeDocument", "word/document.xml")),
        "word/document.xml": '<w:document xmlns:w="urn:w"><w:body/></w:document>',
    }
    assert code_of(written(tmp_path / "asiakirja.docx", made)) == "file_is_report"


def test_a_zip_of_something_else(tmp_path: Path) -> None:
    assert code_of(written(tmp_path / "kirja.xlsx", {"a.txt": "hei"})) == "file_not_workbook"


def test_a_file_cut_short(tmp_path: Path) -> None:
    path = workbook(tmp_path / "kirja.xlsx", sheet_xml(ROWS))
    data = path.read_bytes()
    for end in (4, len(data) // 2, len(data) - 30):
        assert code_of(put(path, data[:end])) == "file_damaged"


def test_a_member_with_a_password(tmp_path: Path) -> None:
    path = workbook(tmp_path / "kirja.xlsx", sheet_xml(ROWS))
    data = bytearray(path.read_bytes())
    at = data.find(b"PK\1\2")
    while at >= 0:
        data[at + 8] |= 1
        at = data.find(b"PK\1\2", at + 4)
    assert code_of(put(path, bytes(data))) == "file_encrypted"


@pytest.mark.parametrize("name", ["xl/workbook.xml", "XL/Workbook.xml", "/xl/workbook.xml"])
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_members_of_one_name(tmp_path: Path, name: str) -> None:
    path = workbook(tmp_path / "kirja.xlsx", sheet_xml(ROWS))
    with zipfile.ZipFile(path, "a") as package:
        package.writestr(name, "<a/>")
    assert code_of(path) == "file_has_twins"


def test_a_method_nobody_uses(tmp_path: Path) -> None:
    path = tmp_path / "kirja.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_BZIP2) as package:
        for name, data in parts(sheet_xml(ROWS)).items():
            package.writestr(name, data)
    assert code_of(path) == "part_damaged"


def test_a_damaged_member(tmp_path: Path) -> None:
    path = workbook(tmp_path / "kirja.xlsx", sheet_xml(ROWS * 1 + "<!-- " + "x" * 500 + " -->"))
    with zipfile.ZipFile(path) as package:
        info = package.getinfo("xl/worksheets/sheet1.xml")
    data = bytearray(path.read_bytes())
    data[info.header_offset + 30 + len(info.filename) + 20] ^= 0xFF
    assert code_of(put(path, bytes(data))) == "sheet_damaged"


def test_a_member_where_the_directory_says_none_is(tmp_path: Path) -> None:
    path = workbook(tmp_path / "kirja.xlsx", sheet_xml(ROWS))
    data = bytearray(path.read_bytes())
    at = data.find(b"PK\1\2")
    data[at + 42] += 1
    assert code_of(put(path, bytes(data))) == "file_damaged"


def test_a_part_that_swells_beyond_what_the_directory_says_is_not_unpacked(tmp_path: Path) -> None:
    path = workbook(tmp_path / "kirja.xlsx", sheet_xml(ROWS + "<!--" + "x" * 5_000_000 + "-->"))
    data = path.read_bytes()
    with zipfile.ZipFile(path) as package:
        size = package.getinfo("xl/worksheets/sheet1.xml").file_size
    told = data.replace(struct.pack("<I", size), struct.pack("<I", 1000))
    assert code_of(put(path, told)) == "sheet_damaged"


@pytest.mark.parametrize("limit", ["MAX_PART", "MAX_PARTS_TOGETHER"])
def test_a_part_of_absurd_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str) -> None:
    path = workbook(tmp_path / "kirja.xlsx", sheet_xml(ROWS + "<!--" + "x" * 9000 + "-->"))
    monkeypatch.setattr(zip_archive, limit, 8000)
    assert code_of(path) == "file_too_large"


def test_a_file_of_absurd_size(tmp_path: Path) -> None:
    path = tmp_path / "kirja.xlsx"
    with path.open("wb") as out:
        out.truncate(limits.MAX_FILE + 1)
    assert code_of(path) == "file_too_large"


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"xl/workbook.xml": None}, "file_not_workbook"),
        ({"xl/workbook.xml": "<workbook"}, "part_damaged"),
        ({"xl/workbook.xml": f'<a xmlns="{MAIN}"/>'}, "file_not_workbook"),
        ({"xl/workbook.xml": f"{ENTITY}<a/>"}, "part_has_dtd"),
        ({"xl/worksheets/sheet1.xml": None}, "sheet_damaged"),
        ({"xl/worksheets/sheet1.xml": sheet_xml(ROWS)[:-5]}, "sheet_damaged"),
        ({"xl/worksheets/sheet1.xml": "hei"}, "sheet_damaged"),
        ({"xl/worksheets/sheet1.xml": sheet_xml(ROWS).replace("<row", "<!DOCTYPE a><row")},
         "sheet_damaged"),
        ({"xl/worksheets/sheet1.xml": f"{ENTITY}{sheet_xml(ROWS).partition('?>')[2]}"},
         "part_has_dtd"),
        ({"xl/worksheets/sheet1.xml": sheet_xml('<row r="2"/><row r="1"/>')}, "sheet_unordered"),
        ({"xl/worksheets/sheet1.xml": sheet_xml().replace("UTF-8", "x-own")}, "sheet_damaged"),
        ({"xl/worksheets/sheet1.xml": sheet_xml().replace("UTF-8", "rot13")}, "sheet_damaged"),
        ({"xl/worksheets/sheet1.xml": b"\xff\xfe\x00"}, "sheet_damaged"),
        ({"xl/sharedStrings.xml": "<sst"}, "part_damaged"),
        ({"xl/sharedStrings.xml": strings_xml(["<si><t>&a;</t></si>"])}, "part_damaged"),
        ({"xl/sharedStrings.xml": strings_xml(["<si><t>\0</t></si>"])}, "part_damaged"),
        ({"xl/sharedStrings.xml": strings_xml(["<si><t>a"]).encode() + b"\xff</t></si></sst>"},
         "part_damaged"),
        ({"xl/_rels/workbook.xml.rels": "<a"}, "part_damaged"),
        ({"xl/worksheets/sheet1.xml": sheet_xml(ROWS).replace("<v>2</v>", '<v>2</v x="">')},
         "sheet_damaged"),
    ],
)  # fmt: skip
def test_a_package_with_a_damaged_part(
    tmp_path: Path, more: dict[str, str | bytes | None], code: str
) -> None:
    made = {
        n: d
        for n, d in (parts(sheet_xml(ROWS), strings=["<si><t>a</t></si>"]) | more).items()
        if d is not None
    }
    assert code_of(written(tmp_path / "kirja.xlsx", made)) == code


@pytest.mark.parametrize(
    "cell", ['t="s"><v>9</v>', 't="s"><v>-1</v>', 't="s"><v>x</v>', 't="s"><v>1.5</v>']
)
def test_a_cell_that_points_to_no_string_is_told_with_its_place(tmp_path: Path, cell: str) -> None:
    made = sheet_xml(f'<row r="1"><c r="A1" {cell}</c></row>')
    path = workbook(tmp_path / "kirja.xlsx", made, strings=["<si><t>a</t></si>"])
    with open_book(path) as book, pytest.raises(TpxlError) as caught:
        book.read("Alue 1").value(Address(1, 1))
    assert caught.value.code == "cell_damaged"
    assert caught.value.facts["cell"] == "A1"


def test_styles_that_cannot_be_read_are_told_when_they_are_asked_for(tmp_path: Path) -> None:
    broken = f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="x"/></numFmts></styleSheet>'
    made = sheet_xml('<row r="1"><c r="A1" s="1"/></row>')
    path = workbook(tmp_path / "kirja.xlsx", made, more={"xl/styles.xml": broken})
    with open_book(path) as book, pytest.raises(TpxlError) as caught:
        book.read("Alue 1").number_format(Address(1, 1))
    assert caught.value.code == "part_damaged"


def real_workbook(path: Path) -> bytes:
    with xlsxwriter.Workbook(path) as made:
        sheet = made.add_worksheet("Alue")
        sheet.write_row("A1", ["", "TP 2024", "TP 2025"])
        sheet.write_row("A2", ["Toimintamenot", -1, -2])
        sheet.write_formula("B3", "=B2*2", None, -2)
        sheet.add_table("A5:B7")
        sheet.merge_range("D1:E2", "yhdistetty")
    return path.read_bytes()


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return real_workbook(tmp_path_factory.mktemp("oikea") / "kirja.xlsx")


def tried(path: Path) -> str:
    """Read, change and save what there is; a refusal is as good as success."""
    try:
        with open_book(path) as book:
            return _used(book, path)
    except TpxlError as error:
        return f"{error.code}: {[sentence(error, lang) for lang in LANGUAGES]}"


def _used(book: PackageBook, path: Path) -> str:
    for sheet in book.sheets:
        grid = book.read(sheet)
        list(grid.texts(lambda text: len(text) > 1))
        assert grid.last_row >= 0
        for row in range(1, 9):
            for column in grid.row(row):
                grid.number_format(Address(row, column))
        assert grid.merged is not None
        book.apply([Edit(sheet, "B2", 7), Edit(sheet, "Z9", "uusi")])
    book.save(path.with_name("tallennettu.xlsx"))
    with open_book(path.with_name("tallennettu.xlsx")) as again:
        for sheet in again.sheets:
            assert again.read(sheet).value(Address(2, 2)) == 7
    return "ok"


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_damage_anywhere_in_the_file_is_never_a_traceback(
    real: bytes, tmp_path: Path, data: st.DataObject
) -> None:
    broken = bytearray(real[: data.draw(st.one_of(st.just(len(real)), st.integers(0, len(real))))])
    for at in data.draw(st.lists(st.integers(0, max(0, len(broken) - 1)), max_size=6)):
        if at < len(broken):
            broken[at] = data.draw(st.integers(0, 255))
    tried(put(tmp_path / "rikki.xlsx", bytes(broken)))


@settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_damage_within_a_part_is_never_a_traceback(
    real: bytes, tmp_path: Path, data: st.DataObject
) -> None:
    put(tmp_path / "oikea.xlsx", real)
    with zipfile.ZipFile(tmp_path / "oikea.xlsx") as package:
        made = {info.filename: package.read(info) for info in package.infolist()}
    name = data.draw(st.sampled_from(PARTS))
    part = made[name]
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(part)))
        end = min(len(part), start + data.draw(st.integers(0, 12)))
        part = part[:start] + data.draw(st.sampled_from(PIECES)) + part[end:]
    tried(written(tmp_path / "rikki.xlsx", {**made, name: part}))


def test_a_cell_of_another_row_is_told_when_its_row_is_asked_for(tmp_path: Path) -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A3"><v>2</v></c></row>'
    with open_book(written(tmp_path / "kirja.xlsx", parts(sheet_xml(rows)))) as book:
        grid = book.read("Alue 1")
        assert grid.value(Address(1, 1)) == 1
        with pytest.raises(TpxlError) as caught:
            grid.row(2)
    assert caught.value.code == "sheet_unordered"
    assert caught.value.facts["sheet"] == "Alue 1"


def test_an_undamaged_file_is_used_without_trouble(real: bytes, tmp_path: Path) -> None:
    assert tried(put(tmp_path / "kirja.xlsx", real)) == "ok"


def test_pointers_may_be_absolute_or_have_slashes_of_the_other_kind(tmp_path: Path) -> None:
    pointers = relations(
        ("rId1", "worksheet", "\\xl\\worksheets\\sheet1.xml"),
        ("rId2", "sharedStrings", "/xl/strings.xml"),
    )
    made = parts(sheet_xml(ROWS)) | {
        "_rels/.rels": relations(("rId1", "officeDocument", "/xl/./workbook.xml")),
        "xl/_rels/workbook.xml.rels": pointers,
        "xl/strings.xml": strings_xml(["<si><t>a</t></si>"]),
    }
    with open_book(written(tmp_path / "kirja.xlsx", made)) as book:
        assert book.read("Alue 1").value(Address(1, 1)) == "a"
        assert book.read("alue 1").sheet == "Alue 1"


def test_a_workbook_part_may_lie_elsewhere_and_its_members_have_other_letters(
    tmp_path: Path,
) -> None:
    made = parts(sheet_xml(ROWS))
    moved = {
        name.replace("xl/", "Kirja/").replace("_rels/w", "_RELS/W"): data
        for name, data in made.items()
    }
    moved["_rels/.rels"] = relations(("rId1", "officeDocument", "kirja/workbook.xml"))
    with open_book(written(tmp_path / "kirja.xlsx", moved)) as book:
        assert book.read("Alue 1").value(Address(1, 2)) == 2


def test_sheets_that_are_no_worksheets_are_left_out(tmp_path: Path) -> None:
    pointers = relations(
        ("rId1", "chartsheet", "worksheets/sheet1.xml"),
        ("rId2", "worksheet", "worksheets/sheet2.xml"),
    )
    path = workbook(
        tmp_path / "kirja.xlsx",
        sheet_xml(ROWS),
        sheet_xml(ROWS),
        more={"xl/_rels/workbook.xml.rels": pointers},
    )
    with open_book(path) as book:
        assert book.sheets == ("Alue 2",)
        assert book.read("Alue 2").value(Address(1, 2)) == 2


def test_a_workbook_in_the_strict_namespace_is_read(tmp_path: Path) -> None:
    made = {
        name: data.replace(MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main").replace(
            OFFICE, "http://purl.oclc.org/ooxml/officeDocument/relationships"
        )
        for name, data in parts(sheet_xml(ROWS), strings=["<si><t>a</t></si>"]).items()
        if isinstance(data, str)
    }
    with open_book(written(tmp_path / "kirja.xlsx", made)) as book:
        assert list(book.read("Alue 1").row(1).values()) == ["a", 2]
