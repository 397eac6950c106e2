"""Where a press leaves what cannot lie beside a workbook."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tpxl.books.files.backups import KEPT_BACKUPS
from tpxl.books.package.saving import keep_state
from tpxl.excel.kept import BACKUP_FOLDER, kept_line, own_folder, told_apart
from tpxl.shipped import master

TALOUS = "https://kunta.sharepoint.com/sites/Talous/Jaetut tiedostot"


def opened(place: str, content: Path) -> Any:
    """A workbook as Excel has it open there, without a folder on this machine."""
    return SimpleNamespace(
        name="kirja.xlsm",
        place=place,
        folder=None,
        keep_first=lambda beside: keep_state(beside, content),
    )


@pytest.fixture
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    (tmp_path / "Documents").mkdir()
    return tmp_path / "Documents" / "tpxl-varmuuskopiot"


def test_workbooks_of_one_name_in_two_places_share_no_backups(home: Path, tmp_path: Path) -> None:
    places = (TALOUS, f"{TALOUS}/2024", "https://kunta.sharepoint.com/teams/sote", "Z:\\talous")
    folders = {own_folder(opened(place, master()), BACKUP_FOLDER) for place in places}
    assert len(folders) == len(places)
    assert {folder.parent for folder in folders} == {home}
    for number in range(KEPT_BACKUPS + 2):
        content = tmp_path / f"{number}.xlsm"
        content.write_bytes(master().read_bytes() + bytes(number + 1))
        kept_line(opened(places[number > 0], content), "fi")
    kept = [
        len(list(own_folder(opened(place, master()), BACKUP_FOLDER).iterdir()))
        for place in places[:2]
    ]
    assert kept == [1, KEPT_BACKUPS]


@pytest.mark.parametrize("way", [TALOUS, f"{TALOUS}/", TALOUS.lower(), TALOUS.replace(" ", "%20")])
def test_one_workbook_has_one_folder_however_its_address_is_written(way: str) -> None:
    assert told_apart("kirja.xlsm", way) == told_apart("kirja.xlsm", TALOUS)
    assert told_apart("kirja.xlsm", way).startswith("kirja-")


def test_backups_kept_before_addresses_counted_are_left_alone(home: Path) -> None:
    earlier = keep_state(home / "kirja" / "kirja.xlsm", master())
    before = earlier.read_bytes()
    said = kept_line(opened(TALOUS, master()), "fi")
    assert str(home / told_apart("kirja.xlsm", TALOUS)) in said
    assert (earlier.read_bytes(), len(list(earlier.parent.iterdir()))) == (before, 1)
