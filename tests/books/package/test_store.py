"""How often a sheet's bytes are unpacked and looked through, whatever the size of the book."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from tests.bench.areas import made
from tests.books.packages import sheet_xml

import tpxl
from tpxl.books.package import sheet as sheet_room
from tpxl.books.package import sheet_cache as store_room
from tpxl.books.package.sheet import SheetBytes, text_cells
from tpxl.books.package.zip_archive import Archive
from tpxl.layout import survey
from tpxl.model import Address

AREAS = 12


@pytest.fixture
def unpacked(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often each sheet was unpacked, by a store that keeps one sheet only."""
    count: Counter[str] = Counter()
    read = Archive.read

    def counted(archive: Archive, part: str) -> bytes:
        if "/worksheets/sheet" in part:
            count[part] += 1
        return read(archive, part)

    monkeypatch.setattr(store_room, "_KEPT_BYTES", 1)
    monkeypatch.setattr(Archive, "read", counted)
    return count


@pytest.fixture
def outlined(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """The sheets whose rows were looked for."""
    looked_at: list[bytes] = []
    outline_of = sheet_room.outline_of

    def told(data: bytes) -> Any:
        looked_at.append(data)
        return outline_of(data)

    monkeypatch.setattr(sheet_room, "outline_of", told)
    return looked_at


def test_a_check_unpacks_each_area_sheet_once(tmp_path: Path, unpacked: Counter[str]) -> None:
    with tpxl.open_book(made(tmp_path / "a.xlsx", AREAS)) as book:
        tpxl.check(book)
    assert sorted(unpacked.values())[:AREAS] == [1] * AREAS
    assert max(unpacked.values()) <= 2  # the settings' sheet may name several areas


def test_a_refresh_unpacks_a_sheet_once_to_read_and_once_to_edit_it(
    tmp_path: Path, unpacked: Counter[str], outlined: list[bytes]
) -> None:
    with tpxl.open_book(made(tmp_path / "a.xlsx", AREAS)) as book:
        assert len(tpxl.refresh(book).edits) == 8 * AREAS
    assert max(unpacked.values()) == 2
    assert len(outlined) == len(unpacked)


def test_a_sheet_of_several_areas_is_unpacked_twice_however_many_there_are(
    tmp_path: Path, unpacked: Counter[str]
) -> None:
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as workbook:
        for number in range(5):
            sheet = workbook.add_worksheet(f"Yhteenveto {number}")
            sheet.write(0, 0, "Toimintakate")
            sheet.write_row(1, 1, ["TP 2024", "TP 2025"])
            sheet.write_row(2, 0, ["Kirjasto", -1, -2])
            sheet.write_row(3, 0, ["Liikunta", -3, -4])
        for name in ("Kirjasto", "Liikunta"):
            sheet = workbook.add_worksheet(name)
            sheet.write_row(0, 1, ["TP 2024", "TP 2025"])
            sheet.write_row(1, 0, ["Toimintamenot", -3, -4])
            sheet.write_row(2, 0, ["Toimintatulot", 2, 2])
    with tpxl.open_book(tmp_path / "a.xlsx") as book:
        found = survey(book)
    assert len(found.summary.figures) == 5 * 4
    assert max(unpacked.values()) == 2


@pytest.mark.usefixtures("unpacked")
def test_an_edited_sheet_is_looked_through_anew(tmp_path: Path, outlined: list[bytes]) -> None:
    with tpxl.open_book(made(tmp_path / "a.xlsx", 2)) as book:
        for sheet in book.sheets:
            book.read(sheet)
        book.apply([tpxl.Edit(sheet="Alue 1", cell="A400", new=7.0)])
        assert book.read("Alue 1").value(Address(400, 1)) == 7
        assert book.read("Alue 1").last_row == 400
    assert len(outlined) == 3 + 1


@pytest.mark.usefixtures("unpacked")
def test_no_more_rows_are_remembered_than_there_is_room_for(
    tmp_path: Path, outlined: list[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store_room, "_OUTLINED_ROWS", 150 + 20)
    with tpxl.open_book(made(tmp_path / "a.xlsx", 2)) as book:
        rows = [book.read(sheet).last_row for sheet in book.sheets * 2]
    assert rows == [8, 150, 150] * 2
    assert len(outlined) == 3 + 1


class _Unwalked:
    """What is wanted of a large book: it may be asked, never walked through for a sheet."""

    def __len__(self) -> int:
        return 5000

    def __contains__(self, number: object) -> bool:
        return number == b"7"


@pytest.mark.parametrize("has_own", [True, False])
def test_what_is_wanted_is_not_copied_for_each_sheet(*, has_own: bool) -> None:
    wanted: Any = _Unwalked()
    data = sheet_xml('<row r="1"><c r="A1" t="s"><v>7</v></c></row>').encode()
    cells = text_cells(data, SheetBytes(data).frame, wanted, has_own=has_own)
    assert [(cell.row, cell.shared) for cell in cells] == [(1, b"7")]
