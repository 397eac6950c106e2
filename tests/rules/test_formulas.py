"""What makes one printed figure of others, and what it must have been made of."""

from fractions import Fraction

from tpxl.rules.formulas import Change
from tpxl.rules.rounding import Span


def test_a_change_of_sums_is_solved_for_each_of_its_numbers() -> None:
    formula = Change((1, 1), (1, 1))
    numbers = [Fraction(n) for n in (205, -5150, 190, -4900)]
    due = formula.value(numbers)
    assert due is not None
    for index, number in enumerate(numbers):
        assert formula.bounds(index, Span(due, due), numbers) == Span(number, number)
    reach = formula.reach([Span.around(number, Fraction(1, 2)) for number in numbers])
    assert reach is not None
    assert due in reach


def test_a_change_over_a_sum_of_zero_or_of_the_other_sign_has_no_meaning() -> None:
    formula = Change((1, -1), (1, -1))
    assert formula.value([Fraction(n) for n in (5, 3, 4, 4)]) is None
    assert formula.value([Fraction(n) for n in (5, 3, 3, 4)]) is None


def test_a_change_of_sums_may_have_a_part_more_than_its_base_and_other_signs() -> None:
    formula = Change((1, 1, 1), (1, -1))
    assert formula.value([Fraction(n) for n in (30, 20, -5, 100, 70)]) == 50
