"""Each sheet of a book is told: what was read on it, what was not, and why."""

from pathlib import Path

import pytest
from tests import cases
from tests.grids import TableBook, TableGrid

from tpxl.books import open_book
from tpxl.layout import survey
from tpxl.layout.sheet_readings import NOT_READ, READ, SheetPart, SheetReading, sheet_readings
from tpxl.layout.unread import unread_tables
from tpxl.messages import catalogue
from tpxl.model import Sheets
from tpxl.shipped import master


def readings(book: Sheets) -> dict[str, SheetReading]:
    found = survey(book)
    told = sheet_readings(book, found, tuple(unread_tables(book, found)))
    return {one.sheet: one for one in told}


def of_case(case: str, folder: Path) -> dict[str, SheetReading]:
    with open_book(cases.written(case, folder / "kirja.xlsx")) as opened:
        return readings(opened)


def test_every_sheet_of_the_master_is_read_but_its_guide() -> None:
    with open_book(master()) as opened:
        told = readings(opened)
        assert list(told) == list(opened.sheets)
    kinds = {
        sheet: list(dict.fromkeys(part.what for part in one.read)) for sheet, one in told.items()
    }
    assert kinds == {
        "Ohje": [],
        "Perustiedot": ["settings"],
        "Asuminen ja ympäristö": ["area", "goals", "allocation"],
        "Työllisyyspalvelut": ["area", "goals", "allocation"],
        "Kaupunkimarkkinointi": ["area", "goals", "allocation"],
        "Vyörytys": ["allocation"],
        "Yhteenveto": ["summary", "comparison"],
        "Tarkistus": ["findings_journal"],
        "Muutosloki": ["changes_journal"],
        "Vertailuluvut": [],  # empty until a new year is opened
    }
    assert told["Ohje"].unread == (SheetPart("nothing_known"),)


@pytest.mark.parametrize(
    ("case", "sheet", "why"),
    [
        ("10_hidden_draft_sheets", "Kirjasto (2)", SheetPart("veryHidden")),
        ("09_two_sheets_one_area", "Kirjasto (2)", SheetPart("area_twice")),
        ("06_heading_footnote", "Kirjasto", None),
    ],
)
def test_why_a_sheet_is_not_read(
    case: str, sheet: str, why: SheetPart | None, tmp_path: Path
) -> None:
    unread = of_case(case, tmp_path)[sheet].unread
    assert unread == (() if why is None else (why,))


@pytest.mark.parametrize(
    ("case", "sheet", "part"),
    [
        ("13_areas_as_columns", "Yhteenveto", SheetPart("areas_in_table", "B5:D7")),
        ("14_list_layout", "Tunnusluvut", SheetPart("areas_in_table", "C5:G7")),
        ("15_transposed", "Kirjasto", SheetPart("area", "A4:I9")),
        ("26_total_sheet", "Yhteensä", SheetPart("total", "A4:F7")),
    ],
)
def test_how_a_sheet_is_read(case: str, sheet: str, part: SheetPart, tmp_path: Path) -> None:
    reading = of_case(case, tmp_path)[sheet]
    assert (reading.read[0], reading.unread) == (part, ())


def test_parts_that_are_not_read_are_told_with_their_cells() -> None:
    grid = TableGrid.of(
        "Katu",
        ["", "TP 2023", "Jokin", "TP 2024"],
        ["Toimintamenot", -9, -8, -7],
        ["Puuttuva rivi", 1, 2, 3],
        ["Toimintatulot", 4, 5, 6],
        [],
        ["", "TP 2023", "TP 2024"],
        ["Kirjoja", 5, 6],
    )
    twice = TableGrid.of(
        "Puisto", ["", "TP 2023", "TP 2023"], ["Toimintamenot", -9, -8], ["Toimintatulot", 1, 2]
    )
    told = readings(TableBook.of(grid, twice, TableGrid.of("Tyhjä"), TableGrid.of("Muuta", ["x"])))
    assert set(told["Katu"].unread) == {
        SheetPart("unread_column", "C1"),
        SheetPart("unread_row", "A3"),
        SheetPart("unread_table", "B6"),
    }
    assert (told["Puisto"].read, told["Puisto"].unread) == ((), (SheetPart("period_twice", "C1"),))
    assert told["Tyhjä"].unread == (SheetPart("empty"),)
    assert told["Muuta"].unread == (SheetPart("nothing_known"),)


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_each_reading_has_its_words(lang: str) -> None:
    texts = catalogue(lang).texts
    assert all(texts[f"layout_{what}"] for what in (*READ, *NOT_READ))


def test_tables_that_may_be_of_any_area_are_told_to_be_unclear() -> None:
    rows = [["", "TP 2023", "TP 2024"], ["Toimintamenot", -9, -8], ["Toimintatulot", 1, 2]]
    other = [["", "TP 2023", "TP 2024"], ["Toimintamenot", -90, -80], ["Toimintatulot", 10, 20]]
    told = readings(TableBook.of(TableGrid.of("Luvut", *rows, [], *other)))["Luvut"]
    assert {part.what for part in told.unread} == {"area_unclear"}
