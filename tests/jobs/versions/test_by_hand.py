"""What people typed since tpxl last changed a book stands in the book's own log."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from tests.jobs.sending import heads

from tpxl.books import open_book
from tpxl.cli import main
from tpxl.model import Edit

AREA = "Tekniset palvelut"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A book that was refreshed, the version before kept beside it."""
    path = heads.written(tmp_path / "kirja.xlsx")
    typed(path, Edit(AREA, "C17", 1))
    assert refreshed(path) == 1
    return path


def refreshed(path: Path) -> int:
    return main(["refresh", str(path)])


def typed(path: Path, *edits: Edit) -> None:
    """Type as a person does who saves and keeps no version."""
    with open_book(path) as opened:
        opened.apply(edits)
        opened.save()


def by_hand(path: Path) -> list[tuple[Any, ...]]:
    """The rows of the log that tell of people: line, period, cell, old, new."""
    rows = openpyxl.load_workbook(path)["Muutosloki"].iter_rows(min_row=2, values_only=True)
    return [(*row[3:5], row[6], *row[7:9]) for row in rows if row[1] == "käsin"]


def test_a_refresh_tells_what_was_typed_since_and_tells_it_once(book: Path) -> None:
    assert by_hand(book) == []
    typed(book, Edit(AREA, "C15", -900_500), Edit(AREA, "D6", "Myytiin viisi."))
    refreshed(book)
    told = by_hand(book)
    assert ("toimintamenot", "TP 2025", "C15", -900_000, -900_500) in told
    (goal,) = [row for row in told if row[2] == "D6"]
    assert goal[0].endswith("toteuma")
    assert goal[3:] == ("Myytiin 4.", "Myytiin viisi.")
    assert len(told) == 2
    refreshed(book)
    refreshed(book)
    assert by_hand(book) == told


def test_rows_between_and_a_goal_said_otherwise_hide_nothing_and_invent_nothing(
    book: Path,
) -> None:
    moved = openpyxl.load_workbook(book)
    moved[AREA].insert_rows(13, 2)
    moved[AREA]["A6"] = "Tontteja myydään erittäin aktiivisesti"
    moved.save(book)
    refreshed(book)
    assert [(row[2], row[4]) for row in by_hand(book)] == [
        ("A6", "Tontteja myydään erittäin aktiivisesti")
    ]


def test_answers_that_a_command_brought_in_are_no_persons_typing(
    book: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "ulos"
    assert main(["send", str(book), "--to", str(folder)]) == 0
    form = heads.Form(folder / f"{AREA}.xlsx")
    heads.fill(form)
    assert main(["collect", str(book), str(form.save(tmp_path / "p.xlsx"))]) == 0
    refreshed(book)
    assert by_hand(book) == []


def test_figures_are_told_in_the_units_of_their_cells_and_a_zero_as_one(book: Path) -> None:
    typed(book, Edit(AREA, "A15", "Toimintamenot 1 000 €"), Edit(AREA, "C15", -900))
    refreshed(book)
    before = set(by_hand(book))
    typed(book, Edit(AREA, "C15", -905), Edit(AREA, "C16", 0))
    refreshed(book)
    told = {row[2:] for row in by_hand(book) if row not in before}
    assert told == {("C15", -900, -905), ("C16", 120_000, 0)}


def test_a_zero_that_the_log_tells_already_is_not_told_again(book: Path) -> None:
    typed(book, Edit(AREA, "C16", 0))
    rows = openpyxl.load_workbook(book)
    log = rows["Muutosloki"]
    heads_of = [cell.value for cell in log[1]]
    written = {"Taulukko": AREA, "Solu": "C16", "Uusi": 0}
    assert written.keys() <= set(heads_of)
    log.append([written.get(str(head)) for head in heads_of])
    rows.save(book)
    refreshed(book)
    assert [row for row in by_hand(book) if row[2] == "C16"] == []
