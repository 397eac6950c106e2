"""Bare labels are lines where the table's figures bear it out, and nowhere else."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.grids import TableGrid
from tests.layout.test_figures import numbers, tables

from tpxl.model import FiguresTable, Line, Measure, Value
from tpxl.model.line import EXPENSES, INCOME, MARGIN, MARGIN_PER_RESIDENT, STAFF

STAFF_CHANGE = Line(STAFF.code, Measure.CHANGE_PERCENT)
PERIODS: list[Value] = ["", "TP 2023", "TP 2024", "TP 2025"]


def read(*rows: list[Value]) -> tuple[FiguresTable, ...]:
    return tables(TableGrid.of("A", PERIODS, *rows))


@pytest.mark.parametrize("sign", [-1, 1])
@pytest.mark.parametrize(
    "labels",
    [
        ("Menot", "Tulot", "Netto"),
        ("1. Kulut", "2. Tuotot", "3. Kate"),
        ("Utgifter", "Inkomster", "Netto *)"),
    ],
)
def test_three_that_tie_out_are_expenses_income_and_margin(
    labels: tuple[str, str, str], sign: int
) -> None:
    (table,) = read(
        [labels[0], sign * 100, sign * 110, sign * 120],
        [labels[1], 30, 40, 50],
        [labels[2], -70, -70, -70],
        ["Netto €/asukas", -7, -7, -7],
    )
    assert numbers(table, EXPENSES) == [sign * 100, sign * 110, sign * 120]
    assert numbers(table, MARGIN) == [-70, -70, -70]
    assert numbers(table, MARGIN_PER_RESIDENT) == [-7, -7, -7]


def test_one_wrong_net_among_three_is_a_figure_of_the_line() -> None:
    (table,) = read(["Menot", -100, -110, -120], ["Tulot", 30, 40, 50], ["Netto", -70, -70, -71])
    assert numbers(table, MARGIN) == [-70, -70, -71]


@pytest.mark.parametrize("net", [[-70, -60, -50], [-70, "", ""], [-70, -71, -72], ["", "", ""]])
def test_three_that_do_not_tie_out_are_no_lines(net: list[Value]) -> None:
    rows: list[list[Value]] = [
        ["Menot", -100, -110, -120],
        ["Tulot", 30, 40, 50],
        ["Netto", *net],
        ["Henkilöstömenot", 1, 2, 3],
        ["Palvelujen ostot", 1, 2, 3],
    ]
    (table,) = read(*rows)
    assert [table.row(line) for line in (EXPENSES, INCOME, MARGIN)] == [None, None, None]


def test_income_alone_under_another_heading_is_no_line() -> None:
    assert read(["Tulot", 30, 40, 50], ["Asiakkaat", 1, 2, 3]) == ()


CHANGES = ["Muutos", "Vuosimuutos", "Muutos ed. vuodesta", "Kasvu", "Muutos ed. TP", "Förändring"]


@pytest.mark.parametrize("label", CHANGES)
def test_a_bare_change_is_one_in_per_cent_where_its_figures_are(label: str) -> None:
    (table,) = read(
        ["Henkilöstömenot", -1000, -1100, -1200],
        [label, "", 10.0, 9.1],
        ["Palvelujen ostot", -500, -550, -600],
        [label, "", 10.0, ""],
    )
    assert numbers(table, STAFF_CHANGE) == [None, 10, Decimal("9.1")]


@pytest.mark.parametrize("label", CHANGES)
def test_a_bare_change_in_euros_is_not_read_as_per_cents(label: str) -> None:
    (table,) = read(
        ["Henkilöstömenot", -1000, -1100, -1200],
        [label, "", -100, -100],
        ["Palvelujen ostot", -500, -550, -600],
    )
    assert table.row(STAFF_CHANGE) is None


def test_a_bare_change_without_figures_is_not_read() -> None:
    (table,) = read(["Henkilöstömenot", -10, -11, -12], ["Muutos"], ["Palvelujen ostot", 1, 2, 3])
    assert table.row(STAFF_CHANGE) is None


def test_a_bare_change_printed_with_per_cent_signs_is_one() -> None:
    (table,) = read(
        ["Henkilöstömenot", -1000, -1100, -1200],
        ["Muutos", "", "10,0 %", "laskua 5 %"],
        ["Palvelujen ostot", -500, -550, -600],
    )
    assert table.row(STAFF_CHANGE) is not None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("kasvua 9,1 %", "9.1"),
        ("9,1 % heikentynyt", "9.1"),
        ("laskua 9,1 %", "9.1"),
        ("laskua 5 %", "-5"),
    ],
)
def test_a_direction_in_words_is_no_wrong_sign(text: str, number: str) -> None:
    (table,) = read(
        ["Henkilöstömenot", -1000, -1100, -1200],
        ["Muutos %", "", "10", text],
        ["Palvelujen ostot", -500, -550, -600],
    )
    assert numbers(table, STAFF_CHANGE)[-1] == Decimal(number)


@pytest.mark.parametrize(
    "before", ["1. ", "1) ", "a) ", "1.1 ", "1.1. ", "- ", "– ", "• ", "(1) ", "II. ", "¹", "* "]
)
@pytest.mark.parametrize("after", ["", "¹", " *)", " 1)", " (2)", ":"])
def test_what_counts_a_line_or_notes_it_is_no_part_of_its_label(before: str, after: str) -> None:
    (table,) = read([f"{before}Toimintamenot{after}", 1, 2, 3], ["Toimintatulot", 1, 2, 3])
    assert numbers(table, EXPENSES) == [1, 2, 3]


@pytest.mark.parametrize(
    "label", ["– josta henkilöstömenot", "josta: henkilöstömenot", "siitä henkilöstökulut 1)"]
)
def test_a_part_is_the_line_it_names(label: str) -> None:
    (table,) = read(["Toimintamenot", 1, 2, 3], [label, 1, 1, 1])
    assert numbers(table, STAFF) == [1, 1, 1]


@pytest.mark.parametrize(
    "label", ["2025 toimintamenot", "josta muut", "Toimintamenot 2", "12345 Toimintamenot"]
)
def test_another_label_is_not_taken_for_the_line(label: str) -> None:
    (table,) = read([label, 1, 2, 3], ["Toimintatulot", 1, 2, 3], ["Toimintakate", 1, 2, 3])
    assert table.row(EXPENSES) is None


@pytest.mark.parametrize(
    ("cells", "number"),
    [
        ([210400, 228760, "241,930"], 241930),
        (["210 400", "228 760", "241,930"], 241930),
        (["1,210,400", "1,228,760", "241,930"], 241930),
        ([210400, 228760, "(241,930)"], -241930),
    ],
)
def test_a_comma_parts_thousands_where_the_row_bears_it_out(
    cells: list[Value], number: int
) -> None:
    (table,) = read(["Toimintatulot", *cells], ["Toimintamenot", 1, 2, 3])
    assert numbers(table, INCOME)[-1] == number


@pytest.mark.parametrize(
    "cells",
    [["", "", "241,930"], [240, 250, "241,930"], [0.5, 210400, "241,930"], ["", 2, "241,930"]],
)
def test_a_comma_that_nothing_bears_out_is_not_read(cells: list[Value]) -> None:
    (table,) = read(["Toimintatulot", *cells], ["Toimintamenot", 1, 2, 3])
    assert numbers(table, INCOME)[-1] is None


def test_an_amount_with_its_own_unit_has_its_own_scale() -> None:
    (table,) = read(
        ["Toimintatulot", 1_200_000, "1 250 t€", "1,35 milj. €"], ["Toimintamenot", 1, 2, 3]
    )
    row = table.row(INCOME)
    assert row is not None
    told = [(figure.number, figure.scale, figure.has_words) for figure in row.figures.values()]
    assert told == [(1_200_000, 1, False), (1250, 1000, True), (Decimal("1.35"), 1_000_000, True)]


@given(st.lists(st.integers(10**5, 9 * 10**5), min_size=3, max_size=3))
def test_a_comma_is_never_read_as_a_decimal_mark_among_whole_numbers(whole: list[int]) -> None:
    cells: list[Value] = [whole[0], whole[1], f"{whole[2]:,}"]
    (table,) = read(["Toimintatulot", *cells], ["Toimintamenot", 1, 2, 3])
    assert numbers(table, INCOME) == whole


def test_rows_that_begin_with_an_area_are_no_lines_of_one_table() -> None:
    grid = TableGrid.of(
        "A",
        ["", *PERIODS],
        ["Kirjasto", "Toimintamenot", 1, 2, 3],
        ["Kirjasto", "Toimintatulot", 1, 2, 3],
        ["Vesihuolto", "Toimintamenot", 1, 2, 3],
    )
    assert tables(grid) == ()
