from fractions import Fraction

import pytest

from tpxl.jobs.check.residents import Implied, contradicting, implied_residents
from tpxl.jobs.check.roundness import odd_one


@pytest.mark.parametrize(
    ("margin", "printed", "decimals", "implied"),
    [
        (-73322, "-10.4", 1, Implied(7017, 7084)),
        (-157870, "-22.6", 1, Implied(6970, 7000)),
        (-1516348, "-219", 0, Implied(6909, 6939)),
        (1000, "2", 0, Implied(401, 666)),
    ],
)
def test_a_figure_per_resident_implies_a_range(
    margin: int, printed: str, decimals: int, implied: Implied
) -> None:
    found = implied_residents([Fraction(margin)], Fraction(0), Fraction(printed), decimals)
    assert found == implied
    for residents in implied:
        assert abs(Fraction(margin, residents) - Fraction(printed)) <= Fraction(1, 2 * 10**decimals)


@pytest.mark.parametrize(("margin", "printed"), [(100, "0"), (-100, "5"), (0, "5")])
def test_nothing_is_implied_near_zero_or_across_signs(margin: int, printed: str) -> None:
    assert implied_residents([Fraction(margin)], Fraction(0), Fraction(printed), 0) is None


def test_a_margin_in_thousands_widens_the_range() -> None:
    exact = implied_residents([Fraction(-1624578)], Fraction(0), Fraction(-235), 0)
    coarse = implied_residents([Fraction(-1625000)], Fraction(500), Fraction(-235), 0)
    assert exact is not None
    assert coarse is not None
    assert coarse.low <= exact.low
    assert coarse.high >= exact.high


def test_ranges_that_overlap_agree_and_of_others_the_smaller_group_stands_apart() -> None:
    assert contradicting([]) == ()
    assert contradicting([Implied(1, 5), Implied(5, 9)]) == ()
    assert contradicting([Implied(1, 5), Implied(6, 9)]) == (0, 1)
    assert contradicting([Implied(1, 5), Implied(2, 6), Implied(8, 9)]) == (2,)


def test_one_odd_figure_among_round_ones_is_told() -> None:
    round_ones = [Fraction(n) for n in (1000, 2500, 130, 40, 990, 0)]
    assert odd_one(round_ones) is None
    assert odd_one([*round_ones, Fraction(721)]) == (6, 10)
    assert odd_one([*round_ones, Fraction(721), Fraction(5)]) is None
    assert odd_one([Fraction(10), Fraction(7)]) is None


def test_five_figures_make_a_habit_of_rounding_and_four_do_not() -> None:
    figures = [Fraction(n) for n in (100, 2500, 1300, 400, 721)]
    assert odd_one(figures) == (4, 100)
    assert odd_one(figures[1:]) is None
