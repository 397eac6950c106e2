"""What a sheet costs grows with the sheet: twice as much of it takes twice the steps."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from tests.steps import steps

from tpxl.books import open_book
from tpxl.jobs.check.check import check
from tpxl.jobs.export.summary import summary
from tpxl.layout import survey

FEW, MANY = 150, 300
AREA = (
    ["VASTUUALUE: Kirjasto"],
    ["", "TP 2024", "TP 2025"],
    ["Toimintamenot", -100, -120],
    ["Toimintatulot", 10, 30],
)
LINES = ["Toimintatulot", 10, 30], ["Henkilöstömenot", -5, -6]
GOALS = ["Tavoite", "Toimenpide", "Mittari", "Toteutuma"]

Written = Callable[[Any, int], None]


def write(sheet: Any, rows: tuple[list[Any], ...], top: int = 0) -> int:
    for row, values in enumerate(rows, top):
        sheet.write_row(row, 0, values)
    return top + len(rows)


def changes(sheet: Any, count: int) -> None:
    """Lines, each followed by its change: every change asks for the amounts above it."""
    rows = [[f"Toiminto {n}", 100 + n, 200 + n] for n in range(count)]
    write(sheet, tuple(row for one in rows for row in (one, ["Muutos %", 1.5, 2.5])), len(AREA))
    sheet.write_row(len(AREA) + 2 * count, 0, ["Henkilöstömenot", -5, -6])


def open_commas(sheet: Any, count: int) -> None:
    """Figures whose comma may be either mark: every row asks what the table's habit is."""
    row = write(sheet, tuple([f"Toiminto {n}", "241,930", "241,931"] for n in range(count)), 4)
    sheet.write_row(row, 0, ["Henkilöstömenot", -5, -6])


def merged_beside_tables(sheet: Any, count: int) -> None:
    """Many small tables, and as many merged cells beside them."""
    for at in range(count):
        write(sheet, AREA[1:], 5 + 4 * at)
        sheet.merge_range(5 + 4 * at, 9, 6 + 4 * at, 9, "")


def merged_goal_headers(sheet: Any, count: int) -> None:
    """Many goal tables under a line in capitals, and as many merged cells."""
    for at in range(count):
        top = 10 + 5 * at
        write(sheet, ([f"HYVÄ ARKI {at}"], GOALS, ["Luku", "Tehdään", "3 kpl", "2 kpl"]), top)
        sheet.merge_range(top, 9, top + 1, 9, "")


def merged_goal_rows(sheet: Any, count: int) -> None:
    """One long goal table, two rows of it merged to a goal again and again."""
    sheet.write_row(10, 0, GOALS)
    for at in range(count):
        write(sheet, (["", "Tehdään", "3 kpl", "2"], ["", "Ja tehdään", "4", "5"]), 11 + 2 * at)
        sheet.merge_range(11 + 2 * at, 0, 12 + 2 * at, 0, f"Luetaan {at}")


def merged_comparisons(sheet: Any, count: int) -> None:
    """Many comparison tables, and as many merged cells beside them."""
    for at in range(count):
        top = 10 + 4 * at
        rows = ["Tili", "TA 2025", "TP 2025", "Poikkeama"], ["Palkat", 5, 6, 1]
        write(sheet, rows, top)
        sheet.merge_range(top, 9, top + 1, 9, "")


def area_of(at: int) -> tuple[list[Any], ...]:
    amounts = [-7 * at - 1000, -3 * at - 999], [11 * at + 5, 13 * at + 6]
    margin = [sum(pair) for pair in zip(*amounts, strict=True)]
    names = "Toimintamenot", "Toimintatulot", "Toimintakate"
    return tuple([name, *row] for name, row in zip(names, (*amounts, margin), strict=True))


def areas_on_one_sheet(sheet: Any, count: int) -> None:
    """Areas under one another, each with a merged cell, a date and a row that nobody reads."""
    for at in range(count):
        top = 6 + 9 * at
        rows = area_of(at)
        write(sheet, ([f"Alue {at}"], AREA[1], *rows[:2], ["Muuta", at, 5 * at], rows[2]), top)
        sheet.merge_range(top + 2, 5, top + 2, 6, "arvio 2025")


def under_one_header(sheet: Any, count: int) -> None:
    """Areas under one another that share the first one's row of periods."""
    for at in range(count):
        write(sheet, ([f"Alue {at}"], *area_of(at)), 5 + 5 * at)


KINDS: tuple[Written, ...] = (
    changes,
    open_commas,
    merged_beside_tables,
    merged_goal_headers,
    merged_goal_rows,
    merged_comparisons,
    areas_on_one_sheet,
    under_one_header,
)
JOBS: tuple[Callable[[Any], object], ...] = (check, summary)


def taken(path: Path, written: Written, count: int, job: Callable[[Any], object] = survey) -> int:
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet("Kirjasto")
        write(sheet, AREA)
        written(sheet, count)
    with open_book(path) as book:
        job(book)  # what is imported or remembered is counted in neither
    with open_book(path) as book:
        return steps(lambda: job(book))


@pytest.mark.parametrize("written", KINDS, ids=lambda kind: kind.__name__)
def test_twice_the_sheet_takes_twice_the_steps(written: Written, tmp_path: Path) -> None:
    few, many = (taken(tmp_path / f"{count}.xlsx", written, count) for count in (FEW, MANY))
    assert many < 2.1 * few


@pytest.mark.parametrize("job", JOBS, ids=lambda job: job.__name__)
def test_twice_the_areas_of_a_sheet_take_twice_the_steps(
    job: Callable[[Any], object], tmp_path: Path
) -> None:
    few, many = (
        taken(tmp_path / f"{count}.xlsx", areas_on_one_sheet, count, job) for count in (40, 80)
    )
    assert many < 2.1 * few


def of_sheets(path: Path, count: int) -> int:
    """Return the steps of reading so many areas, each on a sheet of its own."""
    with xlsxwriter.Workbook(path) as workbook:
        for at in range(count):
            area = [f"VASTUUALUE: Alue {at}"], AREA[1], ["Toimintamenot", -at - 1, -7]
            write(workbook.add_worksheet(f"Alue {at}"), (*area, *LINES))
    with open_book(path) as book:
        survey(book)
    with open_book(path) as book:
        return steps(lambda: survey(book))


def test_twice_the_sheets_take_twice_the_steps(tmp_path: Path) -> None:
    few, many = (of_sheets(tmp_path / f"{count}.xlsx", count) for count in (30, 60))
    assert many < 2.1 * few
