"""Differences and shares beside a column whose heading nobody knows: judged only where shown."""

from itertools import product

import pytest
from tests import printed
from tests.grids import TableBook

from tpxl.jobs.check.check import check
from tpxl.model import Finding, Severity, Value

AREA = printed.area(
    "Hallinto",
    {"Toimintamenot": (-10, -12), "Toimintatulot": (4, 5), "Toimintakate": (-6, -7)},
    ("TP 2024", "TP 2025"),
)
ROWS = {
    "Vesi": {"TP 2024": 229, "TA 2025": 240, "?": 230, "??": 251, "TP 2025": 242},
    "Sähkö": {"TP 2024": 1262, "TA 2025": 1300, "?": 1310, "??": 1322, "TP 2025": 1345},
    "Lämpö": {"TP 2024": 1033, "TA 2025": 1060, "?": 1080, "??": 1094, "TP 2025": 1103},
    "Jäte": {"TP 2024": 480, "TA 2025": 495, "?": 505, "??": 517, "TP 2025": 530},
}
UNKNOWN = {"?": "Uusi arvio", "??": "Luonnos B"}
ORDERS = [
    ["TP 2024", "TA 2025", "?", "TP 2025"],
    ["?", "TP 2024", "TA 2025", "TP 2025"],
    ["TP 2024", "?", "??", "TA 2025", "TP 2025"],
    ["??", "TP 2024", "TA 2025", "TP 2025", "?"],
    ["TP 2024", "?", "TP 2025"],
    ["TP 2024", "TP 2025", "?", "??"],
]
Table = list[list[Value]]


def table(order: list[str], base: str, names: int = 3) -> Table:
    """Return a table whose deviations and shares are of `base`."""
    head: list[Value] = ["", *(UNKNOWN.get(one, one) for one in order)]
    rows: Table = [[*head, "Poikkeama €", "Käyttö-%"]]
    for name, row in list(ROWS.items())[:names]:
        actual = row["TP 2025"]
        share = round(100 * actual / row[base], 1)
        rows.append([name, *(row[one] for one in order), actual - row[base], share])
    return rows


def findings(rows: Table) -> list[Finding]:
    book = TableBook.of(AREA, printed.sheet("Seuranta", rows))
    return [one for one in check(book).findings if one.sheet == "Seuranta"]


def told(rows: Table) -> list[str]:
    return [one.code for one in findings(rows)]


@pytest.mark.parametrize(("order", "names"), list(product(ORDERS, [1, 2, 3, 4])))
def test_what_is_of_an_unknown_column_is_told_once_and_never_an_error(
    order: list[str], names: int
) -> None:
    for base in sorted(UNKNOWN.keys() & set(order)):
        (finding,) = findings(table(order, base, names))
        assert (finding.code, finding.severity) == ("table_base_unknown", Severity.UNVERIFIABLE)
        assert finding.facts["columns"] == ["Poikkeama €", "Käyttö-%"]
        assert UNKNOWN[base] in finding.message


@pytest.mark.parametrize("order", [order for order in ORDERS if "TA 2025" in order])
def test_what_is_of_a_known_column_is_judged_with_an_unknown_one_beside_it(
    order: list[str],
) -> None:
    rows = table(order, "TA 2025")
    assert told(rows) == []
    rows[2][-2] = 54
    assert told(rows) == ["tie_deviation"]
    rows[2][-2] = 45
    rows[3][-1] = 140.1
    assert told(rows) == ["tie_used_percent"]


def test_equal_budgets_in_most_rows_do_not_prove_the_known_one() -> None:
    order = ["TP 2024", "TA 2025", "?", "TP 2025"]
    rows = table(order, "?", 4)
    for row in rows[1:4]:
        row[2] = row[3]
    assert told(rows) == ["table_base_unknown"]


def test_one_off_by_another_base_is_no_rounding() -> None:
    head: list[Value] = ["", "TP 2024", "Uusi arvio", "TP 2025", "Muutos €"]
    assert told([head, ["Vesi", 229, 230, 242, 12]]) == ["table_base_unknown"]
    assert told([[*head[:2], *head[3:]], ["Vesi", 229, 242, 12]]) == ["tie_change_rounding"]


def test_an_amended_budget_may_have_amendments_that_nobody_reads() -> None:
    head: list[Value] = ["", "Alkuperäinen TA", "TA-muutokset", "Kevään erä", "Muutettu TA"]
    rows: Table = [head, ["Vesi", 500, 10, 20, 530], ["Sähkö", 700, 5, 30, 735]]
    assert told(rows) == ["table_base_unknown"]


@pytest.mark.parametrize(
    ("heading", "figures"),
    [
        ("Liite", (1, 2, 3)),
        ("Osuus", ("22,9 %", "104,5 %", "102,1 %")),
        ("Osuus %", (229, 1262, 1033)),
        ("Huom.", ("ks. liite", 1310, "myynti")),
        ("Kulut milj.", (0.2, 1.3, 1.1)),
    ],
)
def test_what_nothing_can_be_taken_of_is_in_nobody_s_way(
    heading: str, figures: tuple[Value, ...]
) -> None:
    rows = table(["TP 2024", "?", "TA 2025", "TP 2025"], "TA 2025")
    for row, figure in zip(rows, [heading, *figures], strict=True):
        row[2] = figure
    for row, wrong in zip(rows[1:], (77, 78, 79), strict=True):
        row[-2] = wrong
    assert "tie_deviation" in told(rows)


@pytest.mark.parametrize(
    "heading", ["KS 2025+M", "KS+M 2025", "Muutettu käyttösuunnitelma 2025", "KS 2025 (muutettu)"]
)
def test_an_amended_plan_of_use_is_a_base_of_its_own(heading: str) -> None:
    rows = table(["TP 2024", "TA 2025", "?", "TP 2025"], "?")
    rows[0][3] = heading
    assert told(rows) == []
    rows[2][-2] = 53
    (finding,) = findings(rows)
    assert (finding.code, finding.expected) == ("tie_deviation", 35)


def test_amendments_before_an_amended_plan_are_no_change() -> None:
    head: list[Value] = ["", "TP 2024", "KS 2025", "Muutokset", "KS 2025+M", "TP 2025", "Poikkeama"]
    rows: Table = [head, ["Vesi", 229, 240, 10, 250, 242, -8], ["Sähkö", 80, 90, 5, 95, 99, 4]]
    assert told(rows) == []
