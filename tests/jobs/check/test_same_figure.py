"""A figure printed in two places is one figure, whichever sign each table prints expenses with."""

from tests.grids import TableBook, TableGrid

from tpxl.jobs.check.check import check
from tpxl.model import Finding, Value

PERIODS: list[Value] = ["", "TP 2023", "TA 2024", "TP 2024"]

ECONOMY: list[list[Value]] = [
    PERIODS,
    ["Toimintatulot", 812, 800, 833],
    ["Toimintamenot", -3900, -4000, -4123],
    ["Henkilöstömenot", -2500, -2600, -2650],
    ["Toimintakate", -3088, -3200, -3290],
]


def errors(*operations: list[Value]) -> list[Finding]:
    """Return the errors of an area with a second table of these rows."""
    rows = [*ECONOMY, [], PERIODS, *operations, ["Vakin. virat ja toimet", 45, 46, 46]]
    findings = check(TableBook.of(TableGrid.of("Alue 1", *rows))).findings
    return [finding for finding in findings if finding.severity.value == "error"]


def test_a_table_that_prints_every_expense_with_the_other_sign_is_no_error() -> None:
    assert errors(["Henkilöstömenot", 2500, 2600, 2650]) == []


def test_its_figures_are_still_held_to_the_others() -> None:
    (error,) = errors(["Henkilöstömenot", 2500, 2600, 2660])
    assert (error.cell, error.found) == ("D8", 2660)


def test_one_figure_with_the_other_sign_is_an_error() -> None:
    (error,) = errors(["Henkilöstömenot", -2500, 2600, -2650])
    assert error.cell == "C8"


def test_income_has_one_sign() -> None:
    assert len(errors(["Toimintatulot", -812, -800, -833])) == len(PERIODS) - 1


def test_positive_key_figures_do_not_turn_the_sign_of_the_margin() -> None:
    operations: list[list[Value]] = [
        ["Henkilöstömenot", 2500, 2600, 2650],
        ["Palvelujen ostot", 800, 820, 850],
    ]
    assert errors(*operations) == []


def test_a_wrong_input_is_told_once_whatever_follows_from_it() -> None:
    rows = [list(row) for row in ECONOMY]
    rows[1:4] = [
        ["Toimintatulot", 190, 200, 205],
        ["Toimintamenot", -4900, -5000, -5510],
        ["Toimintakate", -4710, -4800, -4945],
    ]
    rows[4] = ["Muutos %", "", "", 5.0]
    rows[0] = ["", "TP 2024", "TA 2025", "TP 2025"]
    rows.append(["Toimintakate €/asukas", -942, -960, -989])
    residents: list[list[Value]] = [
        ["Kausi", "Asukasluku"],
        *([period, 5] for period in ("TP 2024", "TA 2025", "TP 2025")),
    ]
    book = TableBook.of(TableGrid.of("Alue 1", *rows), TableGrid.of("Tiedot", *residents))
    told = [one for one in check(book).findings if one.severity.value == "error"]
    assert [(one.cell, one.expected) for one in told] == [("D3", -5150)]
