from dataclasses import replace
from decimal import Decimal

import pytest
from tests.grids import TableGrid

from tpxl.layout.comparisons import locate_comparisons
from tpxl.model import Address, Block, Value
from tpxl.model.figure import ComparisonTable
from tpxl.terms.known import is_known

FOLLOWUP: list[Value] = ["", "Alkuperäinen TA", "TA-muutokset", "TA muutosten jälkeen", "Toteuma"]


def located(grid: TableGrid, *, waits: bool = False) -> tuple[ComparisonTable, ...]:
    return locate_comparisons(grid, tuple(grid.texts(is_known)), awaits_recalculation=waits)


def only(*rows: list[Value]) -> ComparisonTable:
    (table,) = located(TableGrid.of("S", *rows))
    return table


def roles(table: ComparisonTable) -> list[str]:
    return [column.role for column in table.columns.values()]


def test_a_follow_up_is_found_whatever_its_rows_are_called() -> None:
    table = only(["Vesi ja sähkö"], [], [*FOLLOWUP, "Poikkeama"], [], ["Vesi", 10, 1, 11, 12, 1])
    assert roles(table) == ["original", "changes", "amended", "actual", "deviation"]
    assert [row.label for row in table.rows] == ["Vesi"]
    assert table.block == Block(3, 1, 5, 6)


def test_a_row_of_periods_alone_is_no_comparison() -> None:
    assert located(TableGrid.of("S", ["", "TP 2023", "TP 2024"], ["Vesi", 1, 2])) == ()


def test_headings_over_two_rows_are_read_together() -> None:
    rows: list[list[Value]] = [
        ["", "Talousarvio", "Toteuma", "Muutos", ""],
        ["", 2025, 2025, "€", "%"],
        ["Vesi", 10, 12, 2, 20],
    ]
    grid = replace(TableGrid.of("S", *rows), merged=(Block(1, 4, 1, 5),))
    (table,) = located(grid)
    assert roles(table) == ["original", "actual", "change", "change_percent"]
    assert [str(column.period) for column in table.columns.values()][:2] == ["TA 2025", "TP 2025"]
    assert table.rows[0].address == Address(3, 1)


def test_the_word_muutos_before_the_amended_budget_is_the_amendment() -> None:
    table = only(["", "TA 2025", "Muutos", "TA 2025 + muutos"], ["Vesi", 10, 1, 11])
    assert roles(table) == ["original", "changes", "amended"]


def test_the_word_muutokset_without_an_amended_budget_is_the_change() -> None:
    table = only(["", "TP 2024", "TP 2025", "Muutokset"], ["Vesi", 10, 11, 1])
    assert roles(table) == ["actual", "actual", "change"]


@pytest.mark.parametrize(
    ("first", "again"),
    [
        ("Alkup. TA 2025", "TA 2025"),
        ("Alkuper\u00e4inen talousarvio", "TA 2025"),
        ("Ursprunglig budget 2025", "Budget 2025"),
    ],
)
def test_the_year_s_budget_again_after_its_change_is_the_amended_one(
    first: str, again: str
) -> None:
    table = only(["", "TP 2024", first, "Muutos", again, "TP 2025"], ["Vesi", 9, 10, 1, 11, 12])
    assert roles(table) == ["actual", "original", "changes", "amended", "actual"]


def test_another_year_s_budget_after_a_change_is_none() -> None:
    table = only(["", "TA 2024", "Muutos", "TA 2025"], ["Vesi", 10, 1, 11])
    assert roles(table) == ["original", "change", "original"]


def test_two_tables_side_by_side_are_parted_by_their_labels() -> None:
    head: list[Value] = ["", "TA 2025", "TP 2025", "Poikkeama"]
    left, right = located(
        TableGrid.of(
            "S",
            [*head, *head],
            ["Vesi", 10, 11, 1, "Sähkö", 20, 21, 1],
            ["Lämpö", 10, 11, 1, "Jäte", 20, 21, 1],
        )
    )
    assert [row.label for row in left.rows] == ["Vesi", "Lämpö"]
    assert [row.label for row in right.rows] == ["Sähkö", "Jäte"]


def test_a_table_ends_at_the_next_header_and_at_the_next_section() -> None:
    head: list[Value] = ["", "TA 2025", "TP 2025", "Poikkeama"]
    for after in (["Tavoite", "Toimenpide", "Mittari"], ["8. Sisäinen valvonta"]):
        table = only(head, ["Vesi", 10, 11, 1], list[Value](after), ["Muu", 1, 2, 3])
        assert [row.label for row in table.rows] == ["Vesi"]


def test_a_later_table_of_the_same_sheet_is_another() -> None:
    head: list[Value] = ["", "TA 2025", "TP 2025", "Poikkeama"]
    tables = located(TableGrid.of("S", head, ["Vesi", 1, 2, 1], [], head, ["Lämpö", 1, 2, 1]))
    assert [[row.label for row in table.rows] for table in tables] == [["Vesi"], ["Lämpö"]]


def test_rows_that_measure_the_row_above_are_left_out() -> None:
    table = only(
        ["", "TP 2024", "TP 2025", "Muutos %"],
        ["Henkilöstömenot", -10, -11, 10],
        ["Muutos %", 3, 10, ""],
        ["Toimintakate €/asukas", -1, -2, 100],
    )
    assert [row.code for row in table.rows] == ["STAFF_EXPENDITURE"]


def test_a_row_named_by_two_cells_keeps_both_texts_and_the_line_among_them() -> None:
    (row,) = only(["", "", "TA 2025", "TP 2025", "Ero"], ["Kirjasto", "Toimintakate", 1, 2, 1]).rows
    assert (row.texts, row.code) == (("Kirjasto", "Toimintakate"), "OPERATING_MARGIN")


def test_a_unit_beside_or_above_the_headings_scales_amounts_but_no_per_cents() -> None:
    for rows in (
        [["1 000 €", "TA 2025", "TP 2025", "Tot-%"], ["Vesi", 10, 11, 110]],
        [["1 000 €"], ["", "TA 2025", "TP 2025", "Tot-%"], ["Vesi", 10, 11, 110]],
        [["", "TA 2025, 1 000 €", "TP 2025, 1 000 €", "Tot-%"], ["Vesi", 10, 11, 110]],
    ):
        (row,) = only(*[list[Value](one) for one in rows]).rows
        assert [entry.scale for entry in row.figures.values()] == [1000, 1000, 1]


def test_a_column_shows_the_decimals_that_two_of_its_cells_show() -> None:
    table = only(
        ["", "TA 2025", "TP 2025", "Tot-%"],
        ["Vesi", 10, 11, 110.5],
        ["Sähkö", 10, 11, 98.2],
        ["Lämpö", 10, 11, 95],
    )
    assert [row.figures[4].decimals for row in table.rows] == [1, 1, 1]
    assert [row.figures[2].decimals for row in table.rows] == [0, 0, 0]


def test_numbers_kept_as_text_and_per_cent_formats_are_read() -> None:
    grid = TableGrid.of("S", ["", "TA 2025", "TP 2025", "Tot-%"], ["Vesi", "1 000", "−900", 0.9])
    grid = replace(grid, formats={Address(2, 4): "0.0%"})
    ((row,),) = (table.rows for table in located(grid))
    assert [entry.number for entry in row.figures.values()] == [1000, -900, Decimal("90.0")]


def test_formulas_of_a_book_that_waits_are_not_known() -> None:
    grid = TableGrid.of("S", ["", "TA 2025", "TP 2025", "Ero"], ["Vesi", 10, 11, 1])
    grid = replace(grid, formulas=frozenset({Address(2, 4)}))
    ((waiting,),) = (table.rows for table in located(grid, waits=True))
    assert [entry.is_known for entry in waiting.figures.values()] == [True, True, False]
    ((current,),) = (table.rows for table in located(grid))
    assert all(entry.is_known for entry in current.figures.values())


def test_a_row_s_label_tells_the_unit_of_its_amounts() -> None:
    table = only(
        ["", "TA 2025", "TP 2025", "Poikkeama"],
        ["Henkilöstömenot 1 000 €", -300, -310, -10],
        ["Toimintatulot", 500, 510, 10],
    )
    assert [int(one.scale) for row in table.rows for one in row.figures.values()] == [
        *([1000] * 3),
        *([1] * 3),
    ]
