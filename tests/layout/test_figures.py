from decimal import Decimal

import pytest
from tests.grids import TableGrid

from tpxl.layout.figures import locate_figures
from tpxl.layout.headers import locate_headers
from tpxl.model import Address, Block, FiguresTable, Line, Measure, Period, PeriodKind, Value
from tpxl.model.line import EXPENSES, INCOME, MARGIN, MARGIN_PER_RESIDENT, POSTS, SERVICES, STAFF
from tpxl.terms.known import is_known

TP24 = Period(PeriodKind.ACTUAL, 2024)
TP25 = Period(PeriodKind.ACTUAL, 2025)
TA25 = Period(PeriodKind.BUDGET, 2025)


def tables(grid: TableGrid) -> tuple[FiguresTable, ...]:
    words = tuple(grid.texts(is_known))
    located = locate_figures(grid, locate_headers(grid, words), words)
    return tuple(one.table for one in located)


def the_table(*rows: list[Value], **grid: object) -> FiguresTable:
    (table,) = tables(TableGrid.of("A", *rows, **grid))  # type: ignore[arg-type]
    return table


def numbers(table: FiguresTable, line: Line) -> list[Decimal | None]:
    row = table.row(line)
    assert row is not None
    return [figure.number for figure in row.figures.values()]


def test_a_header_of_periods_over_two_lines_is_a_table() -> None:
    table = the_table(["", "TP 2024", "TP 2025"], ["Toimintamenot", -5, -6], ["Toimintatulot", 1])
    assert list(table.header) == [TP24, TP25]
    assert numbers(table, EXPENSES) == [-5, -6]
    assert numbers(table, INCOME) == [1, None]


def test_one_line_is_no_table() -> None:
    grid = TableGrid.of("A", ["", "TP 2024", "TP 2025"], ["Toimintamenot", -5, -6], ["Muuta", 1, 2])
    assert tables(grid) == ()


def test_a_goal_tables_single_period_is_no_header() -> None:
    grid = TableGrid.of(
        "A", ["Tavoite", "Mittarit", "TP 2025"], ["Toimintamenot"], ["Toimintatulot"]
    )
    assert tables(grid) == ()


def test_the_table_may_stand_anywhere_with_gaps() -> None:
    table = the_table(
        ["Muuta"],
        [],
        ["", "", "TP 2025", "", "TP 2024"],
        [],
        ["Toimintamenot", "", -5, "", -6],
        [],
        ["Toimintatulot", "", 1, "", 2],
        top=17,
        left=5,
    )
    assert table.header == {TP25: Address(19, 7), TP24: Address(19, 9)}
    assert numbers(table, INCOME) == [1, 2]


@pytest.mark.parametrize("figures_row", [0, 1])
def test_a_label_split_over_two_rows_is_one_line(figures_row: int) -> None:
    halves: list[list[Value]] = [["Vakin.virat ja"], ["toimet 31.12."]]
    halves[figures_row] += [13, 10]
    table = the_table(["", "TP 2024", "TP 2025"], *halves, ["Henkilöstömenot €", -7, -6])
    assert numbers(table, POSTS) == [13, 10]
    assert len(table.rows) == 2


@pytest.mark.parametrize("figures_row", [0, 1])
def test_margin_per_resident_split_over_two_rows_is_not_the_margin(figures_row: int) -> None:
    halves: list[list[Value]] = [["Toimintakate"], ["€/asukas"]]
    halves[figures_row] += [-273, -235]
    table = the_table(
        ["", "TP 2024", "TP 2025"],
        ["Toimintatulot", 1, 2],
        ["Toimintakate", -1742631, -1624578],
        *halves,
    )
    assert table.repeats == ()
    assert numbers(table, MARGIN) == [-1742631, -1624578]
    assert numbers(table, MARGIN_PER_RESIDENT) == [-273, -235]


def test_an_empty_row_under_a_margin_is_its_own_line() -> None:
    table = the_table(
        ["", "TP 2024", "TP 2025"], ["Toimintatulot", 1, 2], ["Toimintakate", -7, -8], ["€/asukas"]
    )
    assert numbers(table, MARGIN) == [-7, -8]
    assert numbers(table, MARGIN_PER_RESIDENT) == [None, None]


def test_a_change_belongs_to_the_nearest_figures_above_it() -> None:
    table = the_table(
        ["", "TP 2024", "TP 2025"],
        ["Henkilöstömenot €", -7, -6],
        ["Muutos               %", 1.0, 2.0],
        ["Vuokrat", -3, -3],
        ["Muutos-%", 0.0, 0.0],
        ["Palvelujen ostot €", -1, -2],
        ["Muutos, %", 3.0, 4.0],
    )
    changes = [row.line for row in table.rows if row.line.measure is Measure.CHANGE_PERCENT]
    assert [line.code for line in changes] == ["STAFF_EXPENDITURE", "Vuokrat", "SERVICES_PURCHASED"]


@pytest.mark.parametrize(
    "label",
    [
        "HENKILÖSTÖMENOT",
        "Henkilöstö\u00admenot €",
        "Henkilöstömenot\u00a0€:",
        " henkilöstömenot ",
        "Henkilöstökulut",
        "Personalkostnader",
        "Henkilöstömenot (€)",
        "Henkilöstömenot 1)",
    ],
)
def test_a_label_is_known_in_its_spellings(label: str) -> None:
    table = the_table(["", "TP 2024", "TP 2025"], [label, -7, -6], ["Palvelujen ostot", -1, -2])
    assert numbers(table, STAFF) == [-7, -6]


@pytest.mark.parametrize(
    ("corner", "scale"), [("1 000 €", 1000), ("M€", 1_000_000), ("(1 000 euroa)", 1000), ("€", 1)]
)
def test_a_unit_in_the_corner_scales_euros_and_no_counts(corner: str, scale: int) -> None:
    table = the_table(
        [corner, "TP 2024", "TP 2025"],
        ["Toimintamenot", -5, -6],
        ["Vakin. virat ja toimet 31.12.", 13, 14],
    )
    assert {figure.scale for figure in table.rows[0].figures.values()} == {scale}
    assert {figure.scale for figure in table.rows[1].figures.values()} == {1}


def test_a_unit_in_a_heading_scales_its_column() -> None:
    table = the_table(
        ["", "TP 2024 (1 000 €)", "TP 2025"], ["Toimintamenot", -5, -6], ["Toimintatulot", 1, 2]
    )
    assert [figure.scale for figure in table.rows[0].figures.values()] == [1000, 1]


def test_a_unit_over_the_table_scales_it() -> None:
    table = the_table(
        ["Talouden tunnusluvut, 1 000 €"],
        ["", "TP 2024", "TP 2025"],
        ["Toimintamenot", -5, -6],
        ["Toimintatulot", 1, 2],
    )
    assert table.rows[0].figures[TP24].scale == 1000


@pytest.mark.parametrize(("rows_between", "scale"), [(0, 1000), (1, 1000), (2, 1000), (3, 1)])
def test_a_unit_scales_from_three_rows_above_the_header_at_most(
    rows_between: int, scale: int
) -> None:
    table = the_table(
        ["1 000 €"],
        *([] for _ in range(rows_between)),
        ["", "TP 2024", "TP 2025"],
        ["Toimintamenot", -5, -6],
        ["Toimintatulot", 1, 2],
    )
    assert table.rows[0].figures[TP24].scale == scale


def test_kinds_over_a_row_of_years_are_periods() -> None:
    grid = TableGrid.of(
        "A",
        ["", "TP", "", "TA"],
        ["", 2024, 2025, 2025],
        ["Toimintamenot", -5, -6, -7],
        ["Toimintatulot", 1, 2, 3],
    )
    merged = TableGrid(grid.sheet, grid.cells, merged=(Block(1, 2, 1, 3),))
    (table,) = tables(merged)
    assert list(table.header) == [TP24, TP25, TA25]


def test_a_year_over_its_kinds_makes_periods() -> None:
    grid = TableGrid.of(
        "A",
        ["", 2024, 2025, ""],
        ["", "TP", "TA", "TP"],
        ["Toimintamenot", -5, -6, -7],
        ["Toimintatulot", 1, 2, 3],
    )
    merged = TableGrid(grid.sheet, grid.cells, merged=(Block(1, 3, 1, 4),))
    (table,) = tables(merged)
    assert list(table.header) == [TP24, TA25, TP25]


def test_a_heading_merged_over_columns_finds_its_figures() -> None:
    grid = TableGrid.of(
        "A",
        ["", "TP 2024", "", "TP 2025"],
        ["Toimintamenot", "", -5, -6],
        ["Toimintatulot", "", 1, 2],
    )
    (table,) = tables(TableGrid(grid.sheet, grid.cells, merged=(Block(1, 2, 1, 3),)))
    assert numbers(table, EXPENSES) == [-5, -6]


def test_a_period_twice_names_both_cells_and_leaves_the_table() -> None:
    table = the_table(
        ["", "TP 2024", "TP 2024", "TP 2025"],
        ["Toimintamenot", 1, 2, 3],
        ["Toimintatulot", 1, 2, 3],
    )
    assert not table.is_sound
    (repeat,) = table.repeats
    assert (repeat.what, repeat.first.a1, repeat.second.a1) == (TP24, "B1", "C1")


def test_a_line_twice_names_both_cells() -> None:
    table = the_table(
        ["", "TP 2024", "TP 2025"],
        ["Toimintamenot", 1, 2],
        ["Toimintatulot", 1, 2],
        ["Toimintakulut", 3, 4],
    )
    (repeat,) = table.repeats
    assert (repeat.what, repeat.first.a1, repeat.second.a1) == (EXPENSES, "A2", "A4")


def test_tables_of_sections_6_and_7_are_two() -> None:
    six, seven = tables(
        TableGrid.of(
            "A",
            ["6. Talouden tunnusluvut"],
            ["", "TP 2024", "TP 2025"],
            ["Toimintamenot", 1, 2],
            ["Toimintatulot", 1, 2],
            ["7. Toiminnan tunnusluvut"],
            ["", "TP 2024", "TP 2025"],
            ["Henkilöstömenot", 1, 2],
            ["Palvelujen ostot", 1, 2],
            ["8. Sisäinen valvonta"],
        )
    )
    assert (six.block.a1, seven.block.a1) == ("A2:C4", "A6:C8")


def test_two_tables_side_by_side_are_two() -> None:
    left, right = tables(
        TableGrid.of(
            "A",
            ["", "TP 2024", "TP 2025", "", "", "TP 2024", "TP 2025"],
            ["Toimintamenot", 1, 2, "", "Henkilöstömenot", 3, 4],
            ["Toimintatulot", 1, 2, "", "Palvelujen ostot", 5, 6],
        )
    )
    assert numbers(left, EXPENSES) == [1, 2]
    assert numbers(right, SERVICES) == [5, 6]


def test_a_label_over_two_cells_of_a_row_is_read_together() -> None:
    table = the_table(
        ["", "", "TP 2024", "TP 2025"],
        ["Toimintakate", "", 1, 2],
        ["Toimintakate", "€/asukas", 3, 4],
        ["1", "Toimintatulot", 5, 6],
    )
    assert numbers(table, MARGIN_PER_RESIDENT) == [3, 4]
    assert numbers(table, INCOME) == [5, 6]


def test_a_label_merged_over_two_rows_finds_its_figures_on_the_lower_one() -> None:
    grid = TableGrid.of(
        "A",
        ["", "TP 2024", "TP 2025"],
        ["Toimintamenot"],
        ["", -5, -6],
        ["Toimintatulot", 1, 2],
    )
    (table,) = tables(TableGrid(grid.sheet, grid.cells, merged=(Block(2, 1, 3, 1),)))
    assert numbers(table, EXPENSES) == [-5, -6]


def test_a_bare_figure_per_resident_is_of_the_margin_unless_amounts_stand_right_above_it() -> None:
    table = the_table(
        ["", "TP 2024", "TP 2025"],
        ["Toimintamenot", -5, -6],
        ["€/asukas", 3, 4],
        ["Henkilöstömenot", -5, -6],
        ["Muutos %", 3, 4],
        ["€/as.", 3, 4],
    )
    per_resident = [row.line for row in table.rows if row.line.measure is Measure.PER_RESIDENT]
    assert per_resident == [Line(EXPENSES.code, Measure.PER_RESIDENT), MARGIN_PER_RESIDENT]
