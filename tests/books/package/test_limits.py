"""A small file stays small: what it may hold is bounded, and told in one sentence."""

import time
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.books.packages import MAIN, parts, relations, sheet_xml, strings_xml, workbook, written

from tpxl.books.package import (
    limits,
    open_book,
    parsed,
    scanned,
    sheet_cache,
    strings,
    xml_spans,
    zip_archive,
)
from tpxl.books.package import parts as parts_room
from tpxl.books.package import parts as workbook_room
from tpxl.books.package.limits import MarkupError
from tpxl.books.package.strings import joined_text, shared_strings
from tpxl.errors import TpxlError
from tpxl.messages import LANGUAGES, sentence

ROW = '<row r="{0}"><c r="A{0}" t="s"><v>0</v></c></row>'
TEXTS = ["<si><t>a</t></si>"]


def read_whole(path: Path) -> None:
    with open_book(path) as book:
        for sheet in book.sheets:
            grid = book.read(sheet)
            list(grid.texts(bool))
            for row in range(1, grid.last_row + 1):
                grid.cells_of(row)


def refusal(path: Path) -> TpxlError:
    """Why a book cannot be read to the end; its file is as it was."""
    before = path.read_bytes()
    with pytest.raises(TpxlError) as caught:
        read_whole(path)
    assert path.read_bytes() == before
    for lang in LANGUAGES:
        assert "\n" not in sentence(caught.value, lang)
        assert str(path) in sentence(caught.value, lang)
    return caught.value


def swelling(path: Path, part: str, size: int) -> Path:
    made = parts(sheet_xml(ROW.format(1)), strings=TEXTS)
    text = made[part]
    assert isinstance(text, str)
    cut = text.rindex("</")
    return written(path, made | {part: text[:cut] + " " * size + text[cut:]})


@pytest.mark.parametrize(
    "part",
    ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml",
     "xl/_rels/workbook.xml.rels", "[Content_Types].xml"],
)  # fmt: skip
def test_a_part_that_swells_is_refused_before_it_is_read(tmp_path: Path, part: str) -> None:
    path = swelling(tmp_path / "kirja.xlsx", part, limits.SMALL_ENOUGH)
    assert path.stat().st_size < 100_000
    started = time.process_time()
    assert refusal(path).code == "file_swells"
    assert time.process_time() - started < 2


def test_parts_that_swell_together_are_refused(tmp_path: Path) -> None:
    more = {f"xl/osa{n}.xml": " " * (limits.SMALL_ENOUGH // 4) for n in range(5)}
    path = workbook(tmp_path / "kirja.xlsx", sheet_xml(), more=more)
    assert refusal(path).code == "file_swells"


def test_a_picture_may_be_packed_as_well_as_it_likes(tmp_path: Path) -> None:
    more = {"xl/media/kuva.bmp": b"\0" * (limits.SMALL_ENOUGH + 1)}
    with open_book(workbook(tmp_path / "kirja.xlsx", sheet_xml(), more=more)) as book:
        assert book.sheets == ("Alue 1",)


def test_a_part_of_another_name_is_held_to_it_too(tmp_path: Path) -> None:
    made = parts(sheet_xml()) | {
        "xl/_rels/workbook.xml.rels": relations(("rId1", "worksheet", "taulukko")),
        "xl/taulukko": sheet_xml(" " * (limits.SMALL_ENOUGH + 1)),
    }
    assert refusal(written(tmp_path / "kirja.xlsx", made)).code == "file_swells"


def test_too_many_members(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zip_archive, "MAX_MEMBERS", 20)
    more = {f"x/{n}": b"" for n in range(20)}
    path = workbook(tmp_path / "kirja.xlsx", sheet_xml(), more=more)
    assert refusal(path).code == "file_too_many_parts"


def test_a_directory_of_64_bits_is_refused_when_it_is_opened(tmp_path: Path) -> None:
    path = workbook(tmp_path / "kirja.xlsx", sheet_xml())
    with zipfile.ZipFile(path, "a") as package:
        for number in range(66_000):
            package.writestr(zipfile.ZipInfo(f"x/{number}"), b"")
    assert refusal(path).code == "file_too_many_parts"


def test_too_many_relations(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts_room, "MAX_RELATIONS", 30)
    pointers = relations(*((f"rId{n}", "image", "kuva.png") for n in range(40)))
    path = workbook(
        tmp_path / "kirja.xlsx", sheet_xml(), more={"xl/_rels/workbook.xml.rels": pointers}
    )
    assert refusal(path).code == "part_too_many_elements"


def test_too_many_names(tmp_path: Path) -> None:
    names = '<definedName name="n">A1</definedName>' * (limits.MAX_ELEMENTS + 1)
    path = workbook(
        tmp_path / "kirja.xlsx", sheet_xml(), workbook=f"<definedNames>{names}</definedNames>"
    )
    started = time.process_time()
    assert refusal(path).code == "part_too_many_elements"
    assert time.process_time() - started < 2


def test_too_many_sheets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook_room, "MAX_SHEETS", 3)
    path = workbook(tmp_path / "kirja.xlsx", *[sheet_xml()] * 4)
    assert refusal(path).code == "file_too_many_sheets"


@pytest.mark.parametrize("head", ["", "<!-- ei yksinkertainen -->"])
def test_too_many_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, head: str) -> None:
    monkeypatch.setattr(scanned, "MAX_ROWS", 10)
    monkeypatch.setattr(parsed, "MAX_ROWS", 10)
    rows = "".join(ROW.format(n) for n in range(1, 12))
    path = workbook(tmp_path / "kirja.xlsx", sheet_xml(rows, head=head), strings=TEXTS)
    assert refusal(path).code == "sheet_too_many_rows"


@pytest.mark.parametrize("head", ["", "<!-- ei yksinkertainen -->"])
def test_too_many_merged_areas(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, head: str) -> None:
    monkeypatch.setattr(scanned, "MAX_MERGED", 3)
    monkeypatch.setattr(parsed, "MAX_MERGED", 3)
    merged = '<mergeCell ref="A1:B1"/>' * 4
    tail = f"<mergeCells>{merged}</mergeCells>"
    path = workbook(tmp_path / "kirja.xlsx", sheet_xml(head=head, tail=tail))
    assert refusal(path).code == "sheet_too_many_merged"


@pytest.mark.parametrize("item", ["<si><t>a</t></si>", "<si/>", "<si><r><t>a</t></r></si>"])
def test_too_many_texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, item: str) -> None:
    monkeypatch.setattr(strings, "MAX_STRINGS", 10)
    path = workbook(tmp_path / "kirja.xlsx", sheet_xml(ROW.format(1)), strings=[item] * 11)
    assert refusal(path).code == "file_too_many_texts"


@pytest.mark.parametrize("is_shared", [True, False])
def test_a_text_too_long(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    is_shared: bool,  # noqa: FBT001
) -> None:
    monkeypatch.setattr(limits, "MAX_TEXT", 100)
    monkeypatch.setattr(strings, "MAX_TEXT", 100)
    text = f"<t>{'a' * 101}</t>"
    own = f'<row r="1"><c r="A1" t="inlineStr"><is>{text}</is></c></row>'
    path = workbook(
        tmp_path / "kirja.xlsx",
        sheet_xml(ROW.format(1) if is_shared else own),
        strings=[f"<si>{text}</si>"] if is_shared else (),
    )
    assert refusal(path).code == "text_too_long"


def test_a_number_format_too_long(tmp_path: Path) -> None:
    code = "[" * (sheet_cache.MAX_FORMAT + 1)
    xml = (
        f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="164" formatCode="{code}"/>'
        '</numFmts><cellXfs><xf numFmtId="164"/></cellXfs></styleSheet>'
    )
    row = '<row r="1"><c r="A1" s="0"><v>1</v></c></row>'
    path = workbook(tmp_path / "kirja.xlsx", sheet_xml(row), more={"xl/styles.xml": xml})
    assert refusal(path).code == "format_too_long"


def test_white_space_between_elements_is_dropped() -> None:
    found = xml_spans.tags(b"<a> <b>\n\n</b> <v> 1 </v>" + b" " * (1 << 20) + b"</a>")
    assert [tag.text for tag in found] == ["", "", " 1 "]


@given(st.lists(st.sampled_from(["a", " ", "\n", "&amp;", "&#228;", "<b>x</b>", "<![CDATA[<]]>"])))
def test_a_text_is_all_of_its_own_pieces(pieces: list[str]) -> None:
    xml = f"<t>{''.join(pieces)}</t>".encode()
    element = ET.fromstring(xml)
    own = (element.text or "") + "".join(child.tail or "" for child in element)
    assert xml_spans.tags(xml)[0].text == own


RUNS = st.lists(st.sampled_from(["<r><t>a</t></r>", "<rPh><t>b</t></rPh>", "<t>c</t>"]))


@given(RUNS)
def test_phonetic_runs_are_left_out_wherever_they_stand(runs: list[str]) -> None:
    xml = f'<si xmlns="{MAIN}">{"".join(runs)}</si>'.encode()
    expected = "".join(run[run.index("<t>") + 3] for run in runs if "rPh" not in run)
    assert joined_text(xml_spans.tags(xml)[1:]) == expected


def test_a_text_of_many_phonetic_runs_takes_no_time() -> None:
    runs = "<rPh><t>b</t></rPh><r><t>a</t></r>" * 20_000
    started = time.process_time()
    assert shared_strings(strings_xml([f"<si>{runs}</si>"]).encode()) == ["a" * 20_000]
    assert time.process_time() - started < 5


@pytest.mark.parametrize("encoding", ["utf-32", "shift_jis", "cp037", "idna", "x" * 50])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf", b"\n"])
def test_an_encoding_that_no_program_writes_is_damage(encoding: str, mark: bytes) -> None:
    xml = f'<?xml version="1.0" encoding="{encoding}"?><a/>'
    with pytest.raises(MarkupError):
        xml_spans.tags(xml_spans.utf8(mark + xml.encode()))


def test_the_number_of_a_text_has_few_digits(tmp_path: Path) -> None:
    row = f'<row r="1"><c r="A1" t="s"><v>{"9" * 5_000}</v></c></row>'
    path = workbook(tmp_path / "kirja.xlsx", sheet_xml(row), strings=TEXTS)
    with open_book(path) as book:
        assert list(book.read("Alue 1").texts(bool)) == []
