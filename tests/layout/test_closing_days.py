"""The last days of years are periods where a corner or a title says that the figures are actual."""

from pathlib import Path

import openpyxl
import pytest
from tests.grids import TableBook, TableGrid

from tpxl.books import open_book
from tpxl.jobs.check.check import check
from tpxl.jobs.rollover.job import RolloverWish, open_year
from tpxl.layout import survey
from tpxl.model import Address, Period, PeriodKind, Severity, Value

ROWS: list[list[Value]] = [
    ["Toimintatuotot", 80, 90],
    ["Toimintakulut", -50, -55],
    ["Toimintakate", 30, 25],
]
DAYS: list[Value] = ["31.12.2024", "31.12.2025"]
DATES: list[Value] = [45657, 46022]
YEARS: list[Value] = [2024, 2025]


def sheet(*above: list[Value], heads: list[Value], corner: str = "") -> TableGrid:
    grid = TableGrid.of("Satama", *above, [corner, *heads], *ROWS)
    row = len(above) + 1
    formats = {Address(row, column): "d.m.yyyy" for column in (2, 3) if heads is DATES}
    return TableGrid("Satama", grid.cells, formats=formats)


SOUND = [
    sheet(heads=DAYS, corner="Tilinpäätös"),
    sheet(heads=DATES, corner="Tilinpäätös"),
    sheet(heads=YEARS, corner="Toteuma"),
    sheet(["Tilinpäätös"], heads=DAYS, corner="1 000 €"),
    sheet(["Bokslut"], ["Hamnen"], [], heads=DATES),
]


@pytest.mark.parametrize("grid", SOUND)
def test_they_are_read_as_actual_figures(grid: TableGrid) -> None:
    (area,) = survey(TableBook.of(grid)).areas
    actual = [Period(PeriodKind.ACTUAL, year) for year in (2024, 2025)]
    assert list(area.periods) == actual
    found = check(TableBook.of(grid)).findings
    assert [(one.code, one.found, one.expected) for one in found if one.severity in LOUD] == [
        ("margin", 25, 35)
    ]


LOUD = {Severity.ERROR, Severity.UNVERIFIABLE}


@pytest.mark.parametrize(
    "grid",
    [
        sheet(heads=DAYS),
        sheet(heads=DAYS, corner="Talousarvio"),
        sheet(["Tilinpäätös"], heads=YEARS),
        sheet(["Tilinpäätös"], ["", "Kaupunki", "Konserni"], heads=DAYS),
        sheet(heads=["31.8.2024", "31.8.2025"], corner="Toteuma"),
        sheet(heads=["31.12.2025", "31.12.2025"], corner="Toteuma"),
    ],
)
def test_other_days_and_days_that_nothing_speaks_of_are_no_periods(grid: TableGrid) -> None:
    marked = TableGrid.of(
        "Kirjasto", ["", "TP 2024", "TP 2025"], *([text, 1, 1] for text, *_ in ROWS[:2])
    )
    found = survey(TableBook.of(marked, grid))
    assert [area.sheet for area in found.areas] == ["Kirjasto"]


@pytest.mark.parametrize("heads", [DAYS, DATES])
def test_a_new_year_moves_the_days_with_their_figures(heads: list[Value], tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    page = workbook.active
    assert page is not None
    for row in (["Tilinpäätös", *heads], *ROWS[:2], ["Toimintakate", 30, 35]):
        page.append(row)
    for column in "BC" if heads is DATES else "":
        page[f"{column}1"].number_format = "d.m.yyyy"
    workbook.save(tmp_path / "a.xlsx")
    with open_book(tmp_path / "a.xlsx") as book:
        open_year(book, RolloverWish())
        book.save(tmp_path / "b.xlsx")
    with open_book(tmp_path / "b.xlsx") as book:
        grid = book.read("Sheet")
        shown = [grid.value(Address(1, column)) for column in (2, 3)]
        assert shown == (["31.12.2025", "31.12.2026"] if heads is DAYS else [46022, 46387])
        assert [grid.value(Address(row, 2)) for row in (2, 3, 4)] == [90, -55, 35]
