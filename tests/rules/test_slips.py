"""A number typed with a zero too many is told itself, not the right figures made of it."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests import printed
from tests.grids import TableBook, TableGrid

from tpxl.jobs.check.check import check
from tpxl.jobs.refresh import refresh
from tpxl.model import Finding, Severity, Value

HEADER: list[Value] = ["", "TP 2024", "TP 2025"]


def book(*rows: list[Value]) -> TableBook:
    return TableBook.of(TableGrid.of("Alue", HEADER, *rows))


def errors(found: TableBook) -> list[Finding]:
    return [one for one in check(found).findings if one.severity is Severity.ERROR]


@settings(max_examples=40, deadline=None)
@given(
    st.integers(10_000, 900_000),
    st.integers(1_000_000, 9_000_000),
    st.sampled_from([10, 100, 1000]),
    st.sampled_from(["Toimintamenot", "Toimintatulot"]),
)
def test_an_input_of_a_zero_too_many_is_told_and_the_margin_stays(
    income: int, expenses: int, factor: int, line: str
) -> None:
    is_income = line == "Toimintatulot"
    assume(income % 100 and expenses % 100)
    typed = (income * factor, -expenses) if is_income else (income, -expenses * factor)
    wrong = book(
        ["Toimintamenot", -expenses, typed[1]],
        ["Toimintatulot", income, typed[0]],
        ["Toimintakate", income - expenses, income - expenses],
    )
    (told,) = errors(wrong)
    assert told.cell == ("C3" if is_income else "C2")
    assert told.expected == (income if is_income else -expenses)
    assert told.cause in {"comma_misplaced", "thousands_for_units"}
    assert not refresh(wrong).edits


def test_a_change_that_the_right_figure_makes_is_told_of_the_figure_typed_wrong() -> None:
    wrong = book(
        ["Toimintamenot", -500, -600],
        ["Henkilöstömenot", -124_310, -1_313_400],
        ["Muutos %", "", 5.7],
    )
    (told,) = errors(wrong)
    assert (told.cell, told.expected) == ("C3", -131_340)
    assert "ellei väärä ole Alue!B3" in told.message
    assert not refresh(wrong).edits


@pytest.mark.parametrize("margin", [-1_079_100, -1_080_900, 1_080_000, -1_620_000])
def test_a_margin_that_no_zero_too_many_explains_is_told_itself(margin: int) -> None:
    rows: printed.Rows = [
        ["Toimintamenot", -1_350_000, -1_350_000],
        ["Toimintatulot", 270_000, 270_000],
        ["Toimintakate", -1_080_000, margin],
    ]
    (told,) = errors(book(*rows))
    assert (told.cell, told.expected) == ("C4", -1_080_000)


def test_a_number_of_few_digits_may_fit_by_chance_and_is_not_told() -> None:
    rows: printed.Rows = [
        ["Toimintamenot", -5_000, -5_000],
        ["Toimintatulot", 1_000, 1_000],
        ["Toimintakate", -4_000, -4_900],
    ]
    (told,) = errors(book(*rows))
    assert told.cell == "C4"


def test_beside_another_mistake_the_slip_is_told_and_the_other_judged_by_the_right_figure() -> None:
    wrong = book(
        ["Toimintamenot", -771_020, -771_020],
        ["Toimintatulot", 159_455, 1_594_550],
        ["Toimintakate", -611_565, -611_565],
        ["€/asukas", -88, -111],
    )
    wrong.grids["Tiedot"] = TableGrid.of(
        "Tiedot", ["Kausi", "Asukasluku"], ["TP 2024", 6944], ["TP 2025", 6944]
    )
    told = {one.cell: (one.expected, one.cause) for one in errors(wrong)}
    assert told == {"C3": (159_455, "comma_misplaced"), "C5": (-88, "expenses_for_margin")}
    assert not refresh(wrong).edits
