from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

import pytest
from tests.figure import figure

from tpxl.model import Figure
from tpxl.rules.formulas import Formula, PerResident, Quotient, Sum
from tpxl.rules.relations import Relation, Verdict
from tpxl.rules.rounding import Exact, Span


def relation(formula: Formula, result: Figure, *terms: float, scale: int = 1) -> Relation:
    figures = tuple(figure(term, i, scale=scale) for i, term in enumerate(terms, 2))
    return Relation("total", result, figures, formula)


def change(printed: str, new: float, base: float, scale: int = 1) -> Relation:
    return relation(Quotient(1), figure(printed), new, base, scale=scale)


@pytest.mark.parametrize(
    ("made", "verdict"),
    [
        (relation(Sum((1, 1)), figure(30), 10, 20), Verdict.HOLDS),
        (relation(Sum((1, 1)), figure(31), 10, 20), Verdict.ROUNDING),
        (relation(Sum((1, 1)), figure(32), 10, 20), Verdict.FAILS),
        (relation(Sum((1, 1, 1)), figure(62), 10, 20, 30), Verdict.ROUNDING),
        (relation(Sum((1, 1, 1)), figure(63), 10, 20, 30), Verdict.FAILS),
        (relation(Sum((1, -1)), figure(-10), 10, 20), Verdict.HOLDS),
        (change("-58.1", -116990, -279110), Verdict.HOLDS),
        (change("-41.9", -116990, -279110), Verdict.FAILS),
        (change("-58.2", -116990, -279110), Verdict.FAILS),
        (change("307.2", 16549, 4065), Verdict.ROUNDING),
        (change("307.3", 16549, 4065), Verdict.FAILS),
        (change("43.0", 7, 5, scale=1000), Verdict.ROUNDING),
        (change("0.0", 5, 0), Verdict.MOOT),
        (change("-300.0", -10, 5), Verdict.MOOT),
        (relation(PerResident((1, 1)), figure(-88), 159455, -771020, 6944), Verdict.HOLDS),
        (relation(PerResident((1,)), figure(1), 5, 0), Verdict.MOOT),
    ],
)
def test_a_relation_holds_or_fails_or_is_rounded_or_has_no_meaning(
    made: Relation, verdict: Verdict
) -> None:
    assert made.verdict() is verdict


@pytest.mark.parametrize(
    ("printed", "new", "base", "verdict"),
    [
        ("-7.0", "-4.4", "-4.7", Verdict.ROUNDING),
        ("-9.0", "-4.4", "-4.7", Verdict.FAILS),
        ("-7.0", "-4.40", "-4.70", Verdict.FAILS),
    ],
)
def test_amounts_with_one_decimal_are_of_a_larger_unit_though_none_is_named(
    printed: str, new: str, base: str, verdict: Verdict
) -> None:
    terms = (figure(new, 2), figure(base, 3))
    assert Relation("change", figure(printed), terms, Quotient(1)).verdict() is verdict


def test_a_tie_in_rounding_goes_away_from_zero() -> None:
    assert change("12.5", 11245, 10000).verdict() is Verdict.HOLDS
    assert change("12.4", 11245, 10000).verdict() is not Verdict.HOLDS


def test_a_table_that_cuts_off_prints_the_cut_figure() -> None:
    rounded = change("12.4", 1124900, 1000000)
    cut = Relation("x", rounded.result, rounded.terms, rounded.formula, is_cut=True)
    assert rounded.verdict() is Verdict.FAILS
    assert cut.verdict() is Verdict.HOLDS


def test_where_the_sign_is_open_either_difference_holds() -> None:
    made = relation(Sum((1, -1)), figure(-500), 1500, 1000)
    either = Relation("x", made.result, made.terms, made.formula, also=Sum((-1, 1)))
    assert made.verdict() is Verdict.FAILS
    assert either.verdict() is Verdict.HOLDS
    assert either.due() == -500


@pytest.mark.parametrize(
    ("formula", "due", "numbers", "index", "between"),
    [
        (Sum((1, -1)), (5, 5), (20, 10), 0, (15, 15)),
        (Sum((1, -1)), (5, 5), (20, 10), 1, (15, 15)),
        (Quotient(1), (50, 50), (30, 10), 0, (15, 15)),
        (Quotient(1), (50, 50), (30, 10), 1, (20, 20)),
        (Quotient(0), (50, 100), (30, 10), 1, (30, 60)),
        (PerResident((1, -1)), (5, 5), (300, 100, 10), 1, (250, 250)),
        (PerResident((1, -1)), (4, 5), (300, 100, 10), 2, (40, 50)),
    ],
)
def test_a_formula_tells_between_what_each_number_must_lie(
    formula: Formula,
    due: tuple[int, int],
    numbers: tuple[int, ...],
    index: int,
    between: tuple[int, int],
) -> None:
    found = formula.bounds(index, span(*due), [Fraction(number) for number in numbers])
    assert found == span(*between)


def span(low: int, high: int) -> Span:
    return Span(Fraction(low), Fraction(high))


def test_a_base_cannot_be_told_from_a_change_of_minus_hundred() -> None:
    due = Span(Fraction(-101), Fraction(-99))
    assert Quotient(1).bounds(1, due, [Fraction(0), Fraction(5)]) is None
    assert Quotient(1).reach([Span.around(5, 1), Span.around(0, 1)]) is None


class Counted(NamedTuple):
    """A sum that keeps what it was asked to add."""

    asked: list[Sequence[Exact]]

    def value(self, numbers: Sequence[Exact]) -> Exact:
        self.asked.append(numbers)
        return sum(numbers)

    def reach(self, spans: Sequence[Span]) -> Span | None:
        raise NotImplementedError

    def bounds(self, index: int, due: Span, numbers: Sequence[Exact]) -> Span | None:
        raise NotImplementedError


def test_what_printed_figures_make_is_worked_out_once_and_anew_for_other_figures() -> None:
    formula = Counted([])
    made = relation(formula, figure(30), 10, 20)._replace(written=0)
    assert (made.verdict(), made.due(), made.right()) == (Verdict.HOLDS, 30, 30)
    assert made.verdict() is Verdict.HOLDS
    assert formula.asked == [[10, 20]]
    first, second = made.terms
    other = made._replace(terms=(first, second._replace(number=Decimal(21))))
    assert other.due() == 31
    assert made.due({second.place: 22}) == 32
    assert (made.due(), other.due()) == (30, 31)
    assert formula.asked == [[10, 20], [10, 21], [10, 22]]
