"""A broken sheet is one sheet: it is named and passed over, and the others are done."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter
from tests import cases
from tests.books.packages import read_parts
from tests.books.packages import written as package

from tpxl.books import open_book
from tpxl.cli import main
from tpxl.errors import TpxlError
from tpxl.jobs.check.check import check
from tpxl.jobs.export.job import ExportWish, export
from tpxl.jobs.refresh import refresh
from tpxl.layout import survey
from tpxl.messages import LANGUAGES, phrase
from tpxl.model import Edit, Severity

RIGHT = {"E7": -1080000, "F7": -1103340, "F14": 6.2, "F16": 5.6, "F17": -159}
BROKEN = "xl/worksheets/sheet3.xml"
Damage = Callable[[bytes], bytes]


def book(path: Path) -> Path:
    """The base of the cases with a third sheet of another kind."""
    told = cases.cells("01_formula_without_value")
    told["Kirjasto"] |= {"E7": -1079100}
    del told["Kirjasto"]["F7"]
    with xlsxwriter.Workbook(path) as made:
        for name, cells in told.items():
            sheet = made.add_worksheet(name)
            for at, value in cells.items():
                sheet.write(at, value)
        other = made.add_worksheet("Muistio")
        other.write_column("A1", ["Muistio", "Toimintamenot", "Toimintatulot"])
        other.write_row("B1", ["TP 2024", "TP 2025"])
        other.write("B2", -0.5, made.add_format({"num_format": "0.0%"}))
        other.write_row("B3", [1, 2])
    return path


def damaged(path: Path, damage: Damage, part: str = BROKEN) -> Path:
    parts = read_parts(path)
    parts[part] = damage(parts[part])
    return package(path, parts)


def swapped(old: bytes, new: bytes) -> Damage:
    def damage(data: bytes) -> bytes:
        assert old in data
        return data.replace(old, new, 1)

    return damage


DAMAGES: dict[str, tuple[str, Damage]] = {
    "rows out of order": (BROKEN, swapped(b'<row r="3"', b'<row r="1"')),
    "cells out of order": (BROKEN, swapped(b'r="B2"', b'r="A2"')),
    "a cell of another row": (BROKEN, swapped(b'r="A3"', b'r="A9"')),
    "a row without a number": (BROKEN, swapped(b'r="3"', b'r=""')),
    "an empty style of a cell": (BROKEN, swapped(b's="1"', b's=""')),
    "an empty style of a column": (
        BROKEN,
        swapped(b"<sheetData>", b'<cols><col min="1" max="2" style=""/></cols><sheetData>'),
    ),
    "cut short": (BROKEN, lambda data: data[: len(data) // 2]),
    "not XML": (BROKEN, lambda _: b"hei"),
    "empty": (BROKEN, lambda _: b""),
    "an empty relation id": ("xl/workbook.xml", swapped(b'r:id="rId3"', b'r:id=""')),
    "an unknown relation id": ("xl/workbook.xml", swapped(b'r:id="rId3"', b'r:id="rId99"')),
    "a relation without an id": ("xl/_rels/workbook.xml.rels", swapped(b'Id="rId3"', b'Id=""')),
    "a part that is not there": (
        "xl/_rels/workbook.xml.rels",
        swapped(b"worksheets/sheet3.xml", b"worksheets/sheet9.xml"),
    ),
}


@pytest.mark.parametrize("kind", DAMAGES)
def test_a_broken_sheet_is_named_and_the_others_are_done(kind: str, tmp_path: Path) -> None:
    part, damage = DAMAGES[kind]
    path = damaged(book(tmp_path / "kirja.xlsx"), damage, part)
    before = read_parts(path)
    with open_book(path) as opened:
        (told,) = (one for one in check(opened).findings if one.sheet == "Muistio")
        assert (told.code, told.severity) == ("sheet_unread", Severity.ERROR)
        assert all("Muistio" in phrase(told, lang) for lang in LANGUAGES)
        done = refresh(opened)
        assert {edit.cell: edit.new for edit in done.edits} == RIGHT
        assert [one.code for one in done.findings if one.severity is Severity.ERROR] == [
            "sheet_unread"
        ]
        with pytest.raises(TpxlError) as refused:
            opened.apply([Edit("Muistio", "A1", 1)])
        assert refused.value.facts["sheet"] == "Muistio"
        opened.save()
    after = read_parts(path)
    assert {name for name in after if after[name] != before[name]} <= {
        "xl/worksheets/sheet2.xml",
        "xl/workbook.xml",
    }
    saved = path.read_bytes()
    with open_book(path) as opened:
        assert refresh(opened).edits == ()
        opened.save()
    assert path.read_bytes() == saved


def test_a_member_whose_bytes_are_spoilt_is_kept_as_it_is(tmp_path: Path) -> None:
    path = book(tmp_path / "kirja.xlsx")
    place, size = _packed(path)
    data = bytearray(path.read_bytes())
    data[place + size // 2] ^= 0xFF
    path.write_bytes(data)
    with open_book(path) as opened:
        assert {edit.cell: edit.new for edit in refresh(opened).edits} == RIGHT
        opened.save()
    again, same = _packed(path)
    assert same == size
    assert path.read_bytes()[again : again + size] == data[place : place + size]


def _packed(path: Path) -> tuple[int, int]:
    """Return where the packed bytes of the third sheet are, and how many."""
    with zipfile.ZipFile(path) as opened:
        info = opened.getinfo(BROKEN)
    lengths = path.read_bytes()[info.header_offset + 26 : info.header_offset + 30]
    name, extra = int.from_bytes(lengths[:2], "little"), int.from_bytes(lengths[2:], "little")
    return info.header_offset + 30 + name + extra, info.compress_size


def test_a_style_that_does_not_say_its_format_breaks_the_sheets_that_use_it(
    tmp_path: Path,
) -> None:
    path = damaged(
        book(tmp_path / "kirja.xlsx"),
        swapped(b'numFmtId="164" fontId', b'numFmtId="" fontId'),
        "xl/styles.xml",
    )
    with open_book(path) as opened:
        done = refresh(opened)
    assert {edit.cell: edit.new for edit in done.edits} == RIGHT
    assert [one.sheet for one in done.findings if one.code == "sheet_unread"] == ["Muistio"]


def test_damaged_pointers_of_a_sheet_refuse_its_figures_once(tmp_path: Path) -> None:
    parts = read_parts(book(tmp_path / "kirja.xlsx"))
    parts["xl/worksheets/_rels/sheet2.xml.rels"] = b"<Relationships"
    path = package(tmp_path / "kirja.xlsx", parts)
    with open_book(path) as opened:
        done = refresh(opened)
    assert done.edits == ()
    (told,) = (one for one in done.findings if one.code == "sheet_refused")
    assert told.sheet == "Kirjasto"


def test_a_sheet_with_a_password_refuses_its_figures_once(tmp_path: Path) -> None:
    lock = b'</sheetData><sheetProtection password="CC1A" sheet="1"/>'
    path = damaged(
        book(tmp_path / "kirja.xlsx"), swapped(b"</sheetData>", lock), "xl/worksheets/sheet2.xml"
    )
    with open_book(path) as opened:
        done = refresh(opened)
    assert done.edits == ()
    (told,) = (one for one in done.findings if one.code == "sheet_refused")
    assert told.severity is Severity.ERROR
    assert all(phrase(told, lang).count("Kirjasto") for lang in LANGUAGES)


@pytest.mark.parametrize("part", [BROKEN, "xl/sharedStrings.xml"])
def test_a_book_of_which_nothing_can_be_read_is_refused(part: str, tmp_path: Path) -> None:
    path = damaged(book(tmp_path / "kirja.xlsx"), lambda _: b"hei", part)
    path = damaged(path, lambda _: b"hei", "xl/worksheets/sheet2.xml")
    with open_book(path) as opened, pytest.raises(TpxlError) as caught:
        survey(opened)
    assert caught.value.code in {"sheet_damaged", "part_damaged"}


def test_layout_and_export_name_the_sheet_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = damaged(book(tmp_path / "kirja.xlsx"), lambda _: b"hei")
    assert main(["layout", str(path)]) == 0
    assert "Muistio" in capsys.readouterr().out
    with open_book(path) as opened:
        result = export(opened, ExportWish(folder=tmp_path / "tulos", formats=("xlsx",)))
    assert [line.facts["sheet"] for line in result.doubts] == ["Muistio"]
    assert len(result.files) == 1
