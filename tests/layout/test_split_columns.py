"""Internal, external and together under one period: the total is the period's figure."""

import pytest
from tests.grids import TableBook, TableGrid

from tpxl.jobs.check.check import check
from tpxl.jobs.refresh import refresh
from tpxl.layout import survey
from tpxl.model import Address, Block, Finding, Severity, Value

SUBS: list[Value] = ["Ulkoinen", "Sisäinen", "Yhteensä"]
ROWS: list[list[Value]] = [
    ["Toimintatuotot", 310_200, 5_200_000, 5_510_200, 322_150, 5_400_000, 5_722_150],
    ["Toimintakulut", -4_900_300, -450_000, -5_350_300, -5_011_200, -470_000, -5_481_200],
    ["Toimintakate", -4_590_100, 4_750_000, 159_900, -4_689_050, 4_930_000, 240_950],
]
MERGED = (Block(2, 2, 2, 4), Block(2, 5, 2, 7))


def sheet(
    subs: list[Value], *, rows: list[list[Value]] | None = None, is_merged: bool = True
) -> TableGrid:
    heads: list[Value] = ["", "TP 2024", "", "", "TP 2025", "", ""]
    grid = TableGrid.of("Ruoka", ["VASTUUALUE: Ruoka"], heads, ["", *subs, *subs], *(rows or ROWS))
    return TableGrid(grid.sheet, grid.cells, merged=MERGED if is_merged else ())


def other(row: int, column: int, value: Value) -> list[list[Value]]:
    rows = [list(one) for one in ROWS]
    rows[row][column] = value
    return rows


def loud(grid: TableGrid) -> list[Finding]:
    quiet = {Severity.INFO, Severity.COMMENT}
    return [one for one in check(TableBook.of(grid)).findings if one.severity not in quiet]


@pytest.mark.parametrize("is_merged", [True, False])
def test_the_total_is_the_periods_figure(*, is_merged: bool) -> None:
    book = TableBook.of(sheet(SUBS, is_merged=is_merged))
    (area,) = survey(book).areas
    read = {figure.cell for table in area.tables for figure in table}
    assert read == {"D4", "G4", "D5", "G5", "D6", "G6"}
    assert not loud(sheet(SUBS, is_merged=is_merged))


@pytest.mark.parametrize("is_merged", [True, False])
@pytest.mark.parametrize("at", range(3))
def test_the_total_may_stand_anywhere(at: int, *, is_merged: bool) -> None:
    def moved(cells: list[Value]) -> list[Value]:
        rest = cells[:2]
        return [*rest[:at], cells[2], *rest[at:]]

    rows = [[row[0], *moved(row[1:4]), *moved(row[4:7])] for row in ROWS]
    grid = sheet(moved(SUBS), rows=rows, is_merged=is_merged)
    (area,) = survey(TableBook.of(grid)).areas
    assert {figure.address.column for table in area.tables for figure in table} == {2 + at, 5 + at}
    assert not loud(grid)


def test_a_total_that_is_not_its_parts_is_told() -> None:
    (one,) = loud(sheet(SUBS, rows=other(1, 6, -5_418_200)))
    assert (one.code, one.cell, one.expected) == ("tie_total", "G5", -5_481_200)
    assert [place.cell for place in one.related] == ["E5", "F5"]


def test_a_margin_is_the_totals_and_no_part_is_written() -> None:
    grid = sheet(SUBS, rows=other(2, 6, None))
    (edit,) = refresh(TableBook.of(grid)).edits
    assert (edit.cell, edit.new) == ("G6", 240_950)


@pytest.mark.parametrize("is_merged", [True, False])
def test_columns_without_a_total_are_named_as_unread(*, is_merged: bool) -> None:
    rows = [[row[0], *row[1:3], "", *row[4:6], ""] for row in ROWS]
    told = loud(sheet(["Ulkoinen", "Sisäinen", ""], rows=rows, is_merged=is_merged))
    assert [one.code for one in told] == ["unread_column", "unread_column"]
    columns = {Address.parse(one.cell).column for one in told if one.cell}
    assert columns == {3, 6}
    assert all(("Sisäinen" in one.message) is is_merged for one in told)


def test_parts_that_make_no_total_are_named_as_unread() -> None:
    rows = [[row[0], row[1], 7, row[3], row[4], 8, row[6]] for row in ROWS]
    told = loud(sheet(["Hankkeet", "Henkilöitä", "Yhteensä"], rows=rows))
    assert {(one.code, one.cell) for one in told} == {
        ("unread_column", f"{column}3") for column in "BCEF"
    }


def test_a_figure_may_stand_in_any_column_that_its_heading_covers() -> None:
    rows: list[list[Value]] = [
        [row[0], "", row[3], "", *(["", row[6], ""] if at else [row[6], "", ""])]
        for at, row in enumerate(ROWS)
    ]
    heads: list[Value] = ["", "TP 2024", "", "", "TP 2025", "", ""]
    grid = TableGrid.of("Ruoka", ["VASTUUALUE: Ruoka"], heads, *rows)
    assert not loud(TableGrid(grid.sheet, grid.cells, merged=MERGED))
