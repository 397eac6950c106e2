"""Headings that a number format shows."""

import pytest
from tests.grids import TableGrid
from tests.layout.test_figures import TA25, TP24, TP25, tables

from tpxl.model import Address, Value

ROWS: tuple[list[Value], ...] = (["Toimintamenot", -5, -6, -7], ["Toimintatulot", 1, 2, 3])


def grid(row: list[Value], *formats: str, above: list[Value] | None = None) -> TableGrid:
    rows = [above, row] if above else [row]
    plain = TableGrid.of("A", *rows, *ROWS)
    at = len(rows)
    shown = {Address(at, column): code for column, code in enumerate(formats, 2)}
    return TableGrid(plain.sheet, plain.cells, formats=shown)


@pytest.mark.parametrize(
    "formats",
    [
        ('"TP "0', '"TA "0', '"TP "0'),
        ('"TP"\\ 0', '"TA "0;-0', '"Tilinpäätös "0'),
        ('0" TP"', '0" TA"', '"TP/"0'),
    ],
)
def test_a_year_in_a_format_with_words_is_a_period(formats: tuple[str, ...]) -> None:
    (table,) = tables(grid(["", 2024, 2025, 2025], *formats))
    assert list(table.header) == [TP24, TA25, TP25]


def test_dates_that_show_their_year_are_years_under_kinds() -> None:
    years: list[Value] = ["", 45657, 46022, 46022]
    (table,) = tables(grid(years, "yyyy", "yyyy", "yyyy", above=["", "TP", "TA", "TP"]))
    assert list(table.header) == [TP24, TA25, TP25]


@pytest.mark.parametrize("code", ["0", "General", '0" kpl"', '"Vuosi "0', "d.m.yyyy", "#,##0"])
def test_other_formats_make_no_period(code: str) -> None:
    assert tables(grid(["", 2024, 2025, 2025], code, code, code)) == ()
