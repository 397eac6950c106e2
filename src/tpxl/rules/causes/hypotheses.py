"""Which mistake a wrong figure is: named only when one alone reproduces it, and not by chance.

A wrong name sends a person looking in the wrong place, so two things are asked of a name. Exactly
one kind of mistake reproduces the printed figure. And the figure is no coincidence: of all figures
with as many digits and either sign, at most one in twenty would have been named. A figure of one
digit therefore never is.

The kinds, in this order below: the wrong figure taken (another line, period, residents, a part),
the base of a change, a change made the wrong way, the right figure typed or shown wrongly.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import pairwise
from types import MappingProxyType

from tpxl.model.line import EXPENSES
from tpxl.rules.causes.case import Candidate, Case, Cause, shown
from tpxl.rules.rounding import Exact, exact, rounded, unit

Hypothesis = Callable[[Case], Iterator[Candidate]]
_CHANCE = 20
_SLIP = 1

_MOST_DIGITS = 30
"""A figure of more digits is no amount that somebody mistyped: no mistake of it is named."""

_PAIR = 2

_OWN_DECIMALS = 6
"""What a cell has beyond these is binary arithmetic."""

_FEWEST_DIGITS = 2

_BEYOND = 10**30
"""No printed figure has so many digits, and Python writes out no integer of thousands of them."""


def other_base(case: Case) -> Iterator[Candidate]:
    """Yield the change, the share or the difference made with each other figure as its base."""
    for name, base in case.bases.items():
        value = _compared(case, base)
        if value is not None:
            yield Candidate(value, {"other_period": name})


def change_for_share(case: Case) -> Iterator[Candidate]:
    """Yield the change where the share belongs: -2,0 printed for 98,0."""
    if case.share_of is not None and case.share_of[0]:
        base, new = case.share_of
        yield Candidate((new / base - 1) * 100)


def share_inverted(case: Case) -> Iterator[Candidate]:
    """Yield the base as a share of the newer figure."""
    if case.share_of is not None and case.share_of[1]:
        base, new = case.share_of
        yield Candidate(base / new * 100)


def _compared(case: Case, base: Exact) -> Fraction | None:
    if case.difference_of is not None:
        return case.difference_of[1] - base
    pair = case.change_of or case.share_of
    if pair is None or not base:
        return None
    less = 1 if case.change_of is not None else 0
    return (pair[1] / base - less) * 100


def sign_flipped(case: Case) -> Iterator[Candidate]:
    """Yield the right figure with the other sign."""
    yield Candidate(-case.right)


def digits_swapped(case: Case) -> Iterator[Candidate]:
    """Yield the right figure with two neighbouring digits in each other's place.

    A swap that gives a leading zero is none: nobody would have typed it. A figure of over thirty
    digits has none: nobody types such.

    >>> from decimal import Decimal
    >>> case = Case(Decimal(132), Fraction(123), 0)
    >>> [int(swapped.value) for swapped in digits_swapped(case)]
    [213, 132]
    """
    units = case.units(case.right)
    if abs(units) >= _BEYOND:
        return
    digits, sign = str(abs(units)), -1 if units < 0 else 1
    for i, (left, right) in enumerate(pairwise(digits)):
        swapped = digits[:i] + right + left + digits[i + 2 :]
        if left != right and not swapped.startswith("0"):
            yield Candidate(Fraction(sign * int(swapped)) / Fraction(10) ** case.decimals)


def thousands_for_units(case: Case) -> Iterator[Candidate]:
    """Yield the figure as a thousandth and a thousandfold of itself."""
    yield Candidate(case.right / 1000)
    yield Candidate(case.right * 1000)


def comma_misplaced(case: Case) -> Iterator[Candidate]:
    """Yield the figure's tenth and hundredth, tenfold and hundredfold: a zero too many or few."""
    for factor in (10, 100):
        yield Candidate(case.right / factor)
        yield Candidate(case.right * factor)


def truncated(case: Case) -> Iterator[Candidate]:
    """Yield the figure cut off at its last digit instead of rounded."""
    one = unit(case.decimals)
    yield Candidate(Fraction(int(case.right / one)) * one)


def ratio_for_change(case: Case) -> Iterator[Candidate]:
    """Yield new / base, where (new / base - 1) belongs: 909,0 printed for 809,0."""
    yield from _ratio(case, 1)


def ratio_for_change_sign_flipped(case: Case) -> Iterator[Candidate]:
    """Yield the ratio with the wrong sign, the only pair of mistakes tried: -41,9 for -58,1."""
    yield from _ratio(case, -1)


def periods_reversed(case: Case) -> Iterator[Candidate]:
    """Yield the change from the newer figure to the older one."""
    if case.change_of is not None and all(case.change_of):
        base, new = case.change_of
        yield Candidate((base / new - 1) * 100)


def divided_by_newer(case: Case) -> Iterator[Candidate]:
    """Yield the difference as a share of the newer figure instead of the older one."""
    if case.change_of is not None and all(case.change_of):
        base, new = case.change_of
        yield Candidate((new - base) / new * 100)


def is_fraction_for_percent(case: Case) -> bool:
    """Tell whether the figure is the per cent's fraction: 0,053 for 5,3, to its own digits.

    The place shows too few decimals to tell, so the figure's own are asked; one digit tells
    nothing.
    """
    if case.change_of is None and case.share_of is None:
        return False
    own = rounded(exact(case.printed), _OWN_DECIMALS).normalize()
    digits = own.as_tuple()
    decimals = max(0, -int(digits.exponent))
    return len(digits.digits) >= _FEWEST_DIGITS and rounded(case.right / 100, decimals) == own


def _ratio(case: Case, sign: int) -> Iterator[Candidate]:
    if case.change_of is not None and case.change_of[0]:
        base, new = case.change_of
        ratio = new / base * 100
        facts = {
            "ratio_base": shown(base),
            "ratio_new": shown(new),
            "ratio": rounded(ratio, case.decimals),
        }
        yield Candidate(sign * ratio, facts)


def expenses_for_margin(case: Case) -> Iterator[Candidate]:
    """Yield the expenses per resident where the margin belongs: -111 printed for -88."""
    yield from (one for one in _divided(case) if one.facts["other_line"] == EXPENSES)


def other_line_per_resident(case: Case) -> Iterator[Candidate]:
    """Yield each other line of the area and period per resident."""
    yield from (one for one in _divided(case) if one.facts["other_line"] != EXPENSES)


def other_line(case: Case) -> Iterator[Candidate]:
    """Yield each other line's figure of the area and period as it is."""
    if case.quotient_of is None:
        for line, amount in case.amounts.items():
            yield Candidate(Fraction(amount), {"other_line": line})


def other_residents(case: Case) -> Iterator[Candidate]:
    """Yield the amount divided by other periods' residents; equal residents are one mistake."""
    if case.quotient_of is None:
        return
    for residents in dict.fromkeys(number for number in case.residents.values() if number):
        periods = [period for period, number in case.residents.items() if number == residents]
        facts = {"other_period": periods, "other_residents": shown(residents)}
        yield Candidate(case.quotient_of[0] / residents, facts)


def part_left_out(case: Case) -> Iterator[Candidate]:
    """Yield the sum without each of its parts.

    What is left of two lines is the other line, and has that name.
    """
    parts = {name: part for name, part in case.parts.items() if part}
    if len(parts) > _PAIR or not case.amounts:
        for name, part in parts.items():
            yield Candidate(case.right - part, {"part": name})


def part_sign_flipped(case: Case) -> Iterator[Candidate]:
    """Yield the sum with each part subtracted where it should be added."""
    for name, part in case.parts.items():
        yield Candidate(case.right - 2 * part, {"part": name})


def _divided(case: Case) -> Iterator[Candidate]:
    if case.quotient_of is not None and case.quotient_of[1]:
        residents = case.quotient_of[1]
        for line, amount in case.amounts.items():
            facts = {
                "other_line": line,
                "other_amount": shown(amount),
                "divisor": shown(residents),
            }
            yield Candidate(amount / residents, facts)


HYPOTHESES: tuple[Hypothesis, ...] = (
    ratio_for_change,
    ratio_for_change_sign_flipped,
    periods_reversed,
    divided_by_newer,
    other_base,
    change_for_share,
    share_inverted,
    expenses_for_margin,
    other_line_per_resident,
    other_line,
    other_residents,
    part_left_out,
    part_sign_flipped,
    sign_flipped,
    digits_swapped,
    thousands_for_units,
    comma_misplaced,
)
"""The mistakes tried; a cause's code is the name of its function."""


def named(case: Case) -> Cause | None:
    """Return the one mistake that reproduces a wrong figure; None where none or several do.

    A figure one unit off says nothing but that it was cut off instead of rounded.
    """
    if is_fraction_for_percent(case):
        return Cause("fraction_for_percent", MappingProxyType({}))
    tried = (truncated,) if case.units_off <= _SLIP else HYPOTHESES
    right, printed = case.units(case.right), case.units(case.printed)
    outcomes = [
        (value, Cause(hypothesis.__name__, one.facts))
        for hypothesis in tried
        for one in hypothesis(case)
        if (value := case.units(one.value)) != right
    ]
    fits = [cause for value, cause in outcomes if value == printed]
    by_chance = _is_chance(printed, {value for value, _ in outcomes})
    return fits[0] if len(fits) == 1 and not by_chance else None


def _is_chance(printed: int, candidates: set[int]) -> bool:
    length = next((n for n in range(1, _MOST_DIGITS + 1) if abs(printed) < 10**n), None)
    if length is None:
        return True
    low = int(10 ** (length - 1))
    shortest = 0 if length == 1 else low
    alike = sum(shortest <= abs(value) < 10 * low for value in candidates)
    figures = 2 * 9 * low
    return alike * _CHANCE > figures
