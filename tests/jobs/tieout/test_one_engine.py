"""The same figures are judged alike, whatever kind of table they are printed in."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests import printed
from tests.grids import TableBook, TableGrid

from tpxl.jobs.check.check import check
from tpxl.jobs.check.context import CheckContext
from tpxl.jobs.check.findings import fault_finding
from tpxl.jobs.refresh import refresh
from tpxl.layout import survey
from tpxl.model import Value
from tpxl.rules.relations import Verdict
from tpxl.rules.rounding import exact, rounded

PERIODS = ("TP 2024", "TP 2025")
PLAIN = printed.area("Muu", {"Toimintatulot": [1, 2], "Toimintamenot": [-1, -2]}, PERIODS)
LABELS = ("Toimintatulot", "Toimintamenot", "Henkilöstömenot", "Palvelujen ostot", "Maksutuotot")
UNITS = {1: "", 1000: "1 000 €", 1_000_000: "M€"}
Row = tuple[str, Value, Value, Value]


def sheet(rows: printed.Rows) -> TableGrid:
    return printed.sheet("Alue", rows)


def severities(rows: printed.Rows, column: str, first: int, step: int) -> list[str | None]:
    """Return what a check says of the per cents that stand in a column, `step` rows apart."""
    findings = check(TableBook.of(sheet(rows))).findings
    assume(not any(one.code == "shared_mistake" for one in findings))  # a column's own, told once
    told = {one.cell: one.severity.value for one in findings}
    return [told.get(f"{column}{first + i * step}") for i in range(len(LABELS[:4]))]


def in_figures_table(corner: str, rows: Sequence[Row]) -> list[str | None]:
    table: printed.Rows = [[corner, "TP 2024", "TP 2025"]]
    for label, old, new, percent in rows:
        table += [[label, old, new], ["Muutos %", "", percent]]
    return severities(table, "C", 3, 2)


def in_comparison(corner: str, rows: Sequence[Row]) -> list[str | None]:
    head: list[Value] = [corner, "TP 2024", "TP 2025", "Muutos %"]
    return severities([head, *map(list, rows)], "D", 2, 1)


@st.composite
def changes(draw: st.DrawFn) -> tuple[int, list[Row]]:
    """Four changes made of full euros, printed in some unit, rounded or cut, some one unit off."""
    unit = draw(st.sampled_from(list(UNITS)))
    cuts = draw(st.booleans())
    decimals = 2 if unit == 1_000_000 else 0
    rows: list[Row] = []
    for label in LABELS[:4]:
        sign = -1 if label.endswith(("menot", "ostot")) else 1
        old = draw(st.integers(20 * unit + 10_000, 900 * unit + 10_000))
        new = old + draw(st.sampled_from([1, -1])) * draw(st.integers(old // 30, old // 3))
        exactly = (Fraction(new, old) - 1) * 100
        tenths = int(exactly * 10) if cuts else int(rounded(exactly * 10))
        percent = Decimal(tenths + draw(st.sampled_from([0, 0, 0, 1, -1, 30]))).scaleb(-1)
        amounts = [rounded(Fraction(sign * one, unit), decimals) for one in (old, new)]
        shown = [float(one) if decimals else int(one) for one in amounts]
        rows.append((label, shown[0], shown[1], float(percent)))
    return unit, rows


@settings(max_examples=60, deadline=None)
@given(changes())
def test_a_change_is_judged_alike_in_a_figures_table_and_in_a_comparison(
    drawn: tuple[int, list[Row]],
) -> None:
    unit, rows = drawn
    compared = in_comparison(UNITS[unit], rows)
    assume("unverifiable" not in compared)  # a column that no row bears out is not read
    assert in_figures_table(UNITS[unit], rows) == compared


@settings(max_examples=30, deadline=None)
@given(changes())
def test_what_thousands_allow_is_never_an_error_and_never_written(
    drawn: tuple[int, list[Row]],
) -> None:
    unit, rows = drawn
    told = in_figures_table(UNITS[unit], rows)
    table: printed.Rows = [[UNITS[unit], "TP 2024", "TP 2025"]]
    for label, old, new, percent in rows:
        table += [[label, old, new], ["Muutos %", "", percent]]
    written = {edit.cell for edit in refresh(TableBook.of(sheet(table))).edits}
    allowed = {f"C{3 + 2 * i}" for i, severity in enumerate(told) if severity != "error"}
    if unit > 1:
        assert not written & allowed


@pytest.mark.parametrize("off", [0, 1, 2, 900])
@pytest.mark.parametrize("corner", ["", "1 000 €"])
def test_a_total_is_judged_alike_in_every_kind_of_table(off: int, corner: str) -> None:
    parts, total = (1200, 3400), 4600 + off
    labels = ("Toimintatulot", "Myyntituotot", "Muut toimintatuotot")
    figures: printed.Rows = [[corner, "TP 2024", "TP 2025"]]
    figures += [[labels[0], 10, total], [labels[1], 4, parts[0]], [labels[2], 6, parts[1]]]
    figures.append(["Toimintamenot", -1, -1])
    compared: printed.Rows = [[corner, "TP 2025", "TA 2025", "Poikkeama"]]
    for label, number in zip(labels, (total, *parts), strict=True):
        compared.append([label, number, number, 0])
    summed: printed.Rows = [[f"Toimintatulot {corner}".strip()], ["", *PERIODS]]
    summed += [["Kirjasto", 4, parts[0]], ["Liikunta", 6, parts[1]], ["Yhteensä", 10, total]]
    areas = [
        printed.sheet(
            name,
            [
                [f"VASTUUALUE: {name}"],
                [corner, "TP 2024", "TP 2025"],
                ["Toimintatulot", *told],
                ["Toimintamenot", -1, -1],
            ],
        )
        for name, told in (("Kirjasto", (4, parts[0])), ("Liikunta", (6, parts[1])))
    ]
    books = (
        (TableBook.of(sheet(figures)), {"C2"}),
        (TableBook.of(PLAIN, sheet(compared)), {"B2", "C2"}),
        (TableBook.of(*areas, printed.sheet("Yhteenveto", summed)), {"C5"}),
    )
    said = [
        {one.severity.value for one in check(book).findings if one.cell in cells} - {"comment"}
        for book, cells in books
    ]
    assert said[0] == said[1] == said[2]
    assert said[0] == ({"rounding"} if off == 1 else {"error"} if off else set())


def faulty(seed: int) -> TableBook:
    """Return a book of tables of every kind, with some cells spoilt."""
    random = Random(seed)  # noqa: S311  # figures, no secrets
    kind = random.choice((printed.followup, printed.change, printed.mixed, printed.scheme))
    table = printed.sheet(
        "Taulu", kind(random, printed.Style.drawn(random), printed.sides(random, 2))
    )
    area = printed.area(
        "Muu",
        {
            "Toimintatulot": [printed.amount(random), printed.amount(random)],
            "Toimintamenot": [printed.amount(random, -1), printed.amount(random, -1)],
            "Toimintakate": [1, 2],
            "€/asukas": [3, 4],
        },
        PERIODS,
    )
    residents = TableGrid.of(
        "Perustiedot", ["Kausi", "Asukasluku"], ["TP 2024", 6944], ["TP 2025", 6920]
    )
    cells = dict(table.cells)
    for at in random.sample(printed.places(table), 3):
        value = cells[at]
        assert isinstance(value, int | float)
        cells[at] = random.choice((-value, value * 10, value + 7))
    return TableBook.of(residents, area, TableGrid("Taulu", cells, formats=table.formats))


@pytest.mark.parametrize("seed", range(60))
def test_what_is_expected_is_what_the_figures_cited_make(seed: int) -> None:
    book = faulty(seed)
    judgement = CheckContext.of(book, survey(book)).judgement
    faults = [*judgement.computed.values(), *judgement.others]
    assert faults
    for fault in faults:
        if fault.verdict is Verdict.MOOT or not fault.is_result:
            continue
        finding, relation = fault_finding(fault), fault.relation
        cited = [
            exact(part) * exact(term.scale)
            for part, term in zip(finding.facts["parts"], relation.terms, strict=False)
        ]
        residents = finding.facts["residents_number"]
        numbers = [*cited, *([] if residents is None else [exact(residents)])]
        due = relation.formula.value(numbers)
        assert due is not None
        assert finding.expected == relation.printed(due, relation.written)


def test_a_figure_that_a_known_mistake_makes_of_a_printed_one_is_a_witness_for_it() -> None:
    """The sign of a change is wrong, and that of the deviation made of the amended budget."""
    head: list[Value] = ["", "Alkuperäinen TA", "TA-muutokset", "TA muutosten jälkeen"]
    rows: printed.Rows = [
        [*head, "Toteuma", "Poikkeama"],
        ["Vuosikate", 1_000_000, "", 1_000_000, 1_400_000.5, 400_000.5],
        ["Korjauserät", -20_000, "", -20_000, -20_500.25, -500.25],
        ["Rakentaminen", -9_000_000, 300_000, -9_300_000, -7_100_000.5, -2_199_999.5],
        ["Rahoitusosuudet", 400_000, 100_000, 500_000, 450_000, -50_000],
    ]
    grid = TableGrid.of("Rahoitus", *rows)
    formats = {at: "0.00" for at in grid.cells if at.column in {5, 6} and at.row > 1}
    book = TableBook.of(PLAIN, TableGrid("Rahoitus", grid.cells, formats=formats))
    wrong = [one for one in check(book).findings if one.severity.value == "error"]
    assert {(one.cell, one.found, one.expected, one.cause) for one in wrong} == {
        ("C4", Decimal(300_000), Decimal(-300_000), "sign_flipped"),
        ("F4", Decimal("-2199999.50"), Decimal("2199999.50"), "sign_flipped"),
    }


def test_residents_are_never_blamed_with_a_number_that_divides_nothing() -> None:
    """A wrong sign of one area's figure does not make residents negative for all of them."""
    residents = TableGrid.of(
        "Perustiedot", ["Kausi", "Asukasluku"], ["TP 2024", 1000], ["TP 2025", 1000]
    )
    areas = [
        printed.area(
            name,
            {
                "Toimintatulot": [100_000, 100_000],
                "Toimintamenot": [-900_000, -900_000 - extra],
                "Toimintakate": [-800_000, -800_000 - extra],
                "€/asukas": [-800, euros],
            },
            PERIODS,
        )
        for name, extra, euros in (("Eka", 0, 800), ("Toka", 60_000, 860))
    ]
    wrong = [
        one
        for one in check(TableBook.of(residents, *areas)).findings
        if one.severity.value == "error"
    ]
    assert [(one.sheet, one.expected, one.cause) for one in wrong] == [
        ("Eka", -800, "sign_flipped"),
        ("Toka", -860, "sign_flipped"),
    ]
