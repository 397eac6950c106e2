"""One known mistake in a whole column or row is one finding, however many figures it makes."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from tests.grids import TableBook, TableGrid

from tpxl.jobs.check.check import check
from tpxl.model import Finding, Severity, Value

AMOUNTS = [
    (41200, 42350, 40100),
    (18300, 19120, 18750),
    (6420, 6105, 5880),
    (3150, 2990, 3610),
    (7300, 7455, 7290),
    (940, 1015, 925),
]
"""Budget, actual, last year."""
TOTAL = sum(actual for _, actual, _ in AMOUNTS)
HEADINGS: list[Value] = [
    *("1 000 €", "TA 2024", "TP 2024", "Poikkeama", "Tot-%", "TP 2023", "Muutos €", "Muutos %")
]
MISTAKES: dict[str, Callable[[int, int], float]] = {
    "sign_flipped": lambda new, old: -(new / old - 1) * 100,
    "ratio_for_change": lambda new, old: new / old * 100,
    "periods_reversed": lambda new, old: (old / new - 1) * 100,
    "divided_by_newer": lambda new, old: (new - old) / new * 100,
    "share_of_total": lambda new, old: new / TOTAL * 100,  # noqa: ARG005  # one shape for all
    "index_for_change": lambda new, old: new / old * 113,
}


def table(percent: Callable[[int, int], float], count: int, sheet: str = "Seuranta") -> TableGrid:
    rows: list[list[Value]] = [
        [
            *(f"Rivi {name}", budget, new, new - budget, round(new / budget * 100, 1)),
            *(old, new - old, round(percent(new, old), 1)),
        ]
        for name, (budget, new, old) in zip("abcdef", AMOUNTS[:count], strict=False)
    ]
    return TableGrid.of(sheet, HEADINGS, *rows)


def told(*grids: TableGrid) -> list[Finding]:
    return [one for one in check(TableBook.of(*grids)).findings if one.sheet == "Seuranta"]


def stale(new: int, old: int) -> float:
    return (new / old - 1) * 170 - 19


def right(new: int, old: int) -> float:
    return (new / old - 1) * 100


@pytest.mark.parametrize("count", [3, 4, 6])
@pytest.mark.parametrize("cause", MISTAKES)
def test_one_mistake_in_every_row_is_one_finding_with_its_cause(cause: str, count: int) -> None:
    (finding,) = told(table(MISTAKES[cause], count))
    assert (finding.code, finding.severity) == ("shared_mistake", Severity.ERROR)
    assert (finding.cell, finding.cause) == ("H2", cause)
    assert [one.cell for one in finding.related] == [f"H{row}" for row in range(3, 2 + count)]


@pytest.mark.parametrize("count", [3, 4, 6])
def test_figures_of_no_known_mistake_beside_a_proven_difference_are_each_an_error(
    count: int,
) -> None:
    findings = told(table(stale, count))
    assert [(one.code, one.cause) for one in findings] == [("tie_change_percent", None)] * count
    due = [round((new / old - 1) * 100, 1) for _, new, old in AMOUNTS[:count]]
    assert [float(one.expected or 0) for one in findings] == due


@pytest.mark.parametrize("count", [3, 4, 6])
def test_a_right_column_and_another_base_are_no_finding(count: int) -> None:
    budgets = {new: budget for budget, new, _ in AMOUNTS}
    assert told(table(right, count)) == []
    assert told(table(lambda new, _: (new / budgets[new] - 1) * 100, count)) == []


def test_rows_that_the_mistake_does_not_make_are_told_by_themselves() -> None:
    grid = table(MISTAKES["sign_flipped"], 6)
    rows = [list(grid.row(row).values()) for row in range(1, 8)]
    rows[6][7] = 44.4
    shared, other = told(TableGrid.of("Seuranta", *rows))
    assert (shared.code, len(shared.related)) == ("shared_mistake", 4)
    assert (other.cell, other.found) == ("H7", Decimal("44.4"))


def without_difference(grid: TableGrid, sheet: str) -> TableGrid:
    rows = [[v for at, v in grid.row(row).items() if at != 7] for row in range(1, 8)]
    return TableGrid.of(sheet, *rows)


def test_a_column_without_a_proven_neighbour_is_read_as_two_other_tables_read_it() -> None:
    doubtful = without_difference(table(stale, 6), "Seuranta")
    sound = [without_difference(table(right, 6), name) for name in ("Toinen", "Kolmas")]
    assert [one.code for one in told(doubtful, sound[0])] == ["table_unread"]
    assert [one.code for one in told(doubtful, *sound)] == ["tie_change_percent"] * 6


def test_a_fraction_for_a_per_cent_in_a_whole_row_is_one_finding() -> None:
    periods: list[Value] = ["", "TP 2022", "TP 2023", "TP 2024", "TP 2025"]
    rows: list[list[Value]] = [
        ["Henkilöstömenot", -1000, -1033, -1088, -1155],
        ["Muutos %", "", 0.033, 0.053, 0.062],
    ]
    findings = check(TableBook.of(TableGrid.of("Alue 1", periods, *rows))).findings
    (finding,) = [one for one in findings if one.severity is Severity.ERROR]
    assert (finding.code, finding.cause) == ("shared_mistake", "fraction_for_percent")
    assert [one.cell for one in (finding, *finding.related)] == ["C3", "D3", "E3"]
    assert "prosentti" in finding.message
    assert "laskukaava" not in finding.message


def test_two_tables_under_each_other_are_each_told_for_themselves() -> None:
    turned, sound = table(MISTAKES["sign_flipped"], 3), table(right, 6)
    rows = [
        list(grid.row(row).values())
        for grid, last in ((turned, 5), (sound, 8))
        for row in range(1, last)
    ]
    rows.insert(4, [])
    assert [one.code for one in told(TableGrid.of("Seuranta", *rows))] == ["shared_mistake"]


def test_a_mistake_of_half_of_the_rows_is_not_the_column_s() -> None:
    turned, sound = table(MISTAKES["sign_flipped"], 6), table(right, 6)
    rows = [list((turned if row < 5 else sound).row(row).values()) for row in range(1, 8)]
    assert [one.code for one in told(TableGrid.of("Seuranta", *rows))] == ["tie_change_percent"] * 3


def test_two_figures_with_the_wrong_sign_are_each_told() -> None:
    periods: list[Value] = ["", "TP 2023", "TP 2024", "TP 2025"]
    rows: list[list[Value]] = [
        ["Henkilöstömenot", -1000, -1033, -1088],
        ["Muutos %", "", -3.3, -5.3],
    ]
    findings = check(TableBook.of(TableGrid.of("Alue 1", periods, *rows))).findings
    wrong = [one for one in findings if one.severity is Severity.ERROR]
    assert [(one.code, one.cell) for one in wrong] == [
        ("change_percent", "C3"),
        ("change_percent", "D3"),
    ]


@pytest.mark.parametrize(("printed", "errors"), [(2, 0), (3, 6)])
def test_a_difference_proves_the_column_beside_it_by_three_rows(printed: int, errors: int) -> None:
    grid = table(stale, 6)
    rows = [list(grid.row(row).values()) for row in range(1, 8)]
    for row in rows[1 + printed :]:
        row[6] = ""
    codes = [one.code for one in told(TableGrid.of("Seuranta", *rows))]
    assert codes.count("tie_change_percent") == errors


def test_two_rows_tell_that_a_column_is_made_from_another_base_than_its_heading_says() -> None:
    budgets = {new: budget for budget, new, _ in AMOUNTS}
    assert told(table(lambda new, _: (new / budgets[new] - 1) * 100, 2)) == []


def alike(unit: str, old: int, new: int) -> list[Finding]:
    """What is told of four rows of the same change, three of which print a tenth too much."""
    rows: list[list[Value]] = [
        [label, sign * old, sign * new, percent]
        for label, sign, percent in (
            *(("Toimintatulot", 1, 3.3), ("Toimintamenot", -1, 3.4)),
            *(("Henkilöstömenot", -1, 3.4), ("Palvelujen ostot", -1, 3.4)),
        )
    ]
    return told(TableGrid.of("Seuranta", [unit, "TP 2023", "TP 2024", "Muutos %"], *rows))


def test_what_rounding_alone_gives_is_no_shared_mistake() -> None:
    findings = alike("1 000 €", 30, 31)
    assert {one.severity for one in findings} == {Severity.ROUNDING}
    assert [one.cell for one in findings] == ["D3", "D4", "D5"]


def test_one_figure_in_every_row_is_a_share_of_nothing() -> None:
    findings = alike("€", 10_020, 10_354)
    assert {one.severity for one in findings} == {Severity.ERROR}
    assert [one.cell for one in findings] == ["D3", "D4", "D5"]
