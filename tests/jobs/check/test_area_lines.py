from tests.grids import TableBook, TableGrid

from tpxl.jobs.check.area_lines import figures_of
from tpxl.layout import survey
from tpxl.model.line import EXPENSES, MARGIN


def test_a_line_of_two_tables_is_the_first_of_each_period_as_an_area_finds_it() -> None:
    sheet = TableGrid.of(
        "Alue",
        ["", "TP 2024", "TP 2025"],
        ["Toimintamenot", -500, -600],
        ["Toimintatulot", 100, 100],
        [""],
        ["", "TP 2025", "TA 2026"],
        ["Toimintamenot", -601, -700],
        ["Toimintatulot", 100, 100],
    )
    (area,) = survey(TableBook.of(sheet)).areas
    found = figures_of(area, EXPENSES)
    assert sorted(figure.number or 0 for figure in found.values()) == [-700, -600, -500]
    assert {period: area.figure(EXPENSES, period) for period in area.periods} == found
    assert figures_of(area, MARGIN) == {}
