"""What the window's three buttons do with a workbook, and what they say."""

import shutil
from pathlib import Path

import pytest

from tpxl.excel import closed_book, window
from tpxl.shipped import master


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "local"))
    return Path(shutil.copy(master(), tmp_path / "kirja.xlsm"))


def test_a_check_tells_and_changes_nothing(book: Path) -> None:
    before = book.read_bytes()
    assert "lukua tarkistettu" in window.said("check", book)
    assert book.read_bytes() == before


def test_a_refresh_keeps_the_old_version_and_says_where(book: Path) -> None:
    before = book.read_bytes()
    said = window.said("refresh", book)
    (kept,) = book.parent.glob("kirja.varmuuskopio-*")
    assert said.startswith("Muutettiin 4 lukua")
    assert f"Työkirja ennen muutoksia: {kept}" in said
    assert kept.read_bytes() == before
    assert "Mikään ei muuttunut" in window.said("refresh", book)


def test_what_cannot_be_done_is_one_sentence(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "kirja" in window.said("check", book.with_name("kirja2.xlsx"))

    def fails(_: Path, lang: str) -> str:
        assert lang == "fi"
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr(closed_book, "export", fails)
    said = window.said("export", book)
    assert said.startswith("Jotain odottamatonta tapahtui")
    assert "Traceback" not in said


def test_every_button_of_the_window_has_its_action() -> None:
    assert list(window.ACTIONS) == ["Tarkista", "Päivitä", "Vie alueet"]
    assert all(callable(getattr(closed_book, action)) for action in window.ACTIONS.values())
