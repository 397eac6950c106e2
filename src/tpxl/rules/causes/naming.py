"""Which mistake a wrong figure is: named only when one alone reproduces it, and not by chance.

A wrong name sends a person looking in the wrong place, so two things are asked of a name. Exactly
one kind of mistake reproduces the printed figure. And the figure is no coincidence: of all
figures with as many digits and either sign, at most one in twenty would have been named. A figure
of one digit therefore never is.
"""

from collections.abc import Callable, Iterator
from types import MappingProxyType

from tpxl.rules.causes import bases, change, digits, sources
from tpxl.rules.causes.case import Candidate, Case, Cause

Hypothesis = Callable[[Case], Iterator[Candidate]]

HYPOTHESES: tuple[Hypothesis, ...] = (
    change.ratio_for_change,
    change.ratio_for_change_sign_flipped,
    change.periods_reversed,
    change.divided_by_newer,
    bases.other_base,
    bases.change_for_share,
    bases.share_inverted,
    sources.expenses_for_margin,
    sources.other_line_per_resident,
    sources.other_line,
    sources.other_residents,
    sources.part_left_out,
    sources.part_sign_flipped,
    digits.sign_flipped,
    digits.digits_swapped,
    digits.thousands_for_units,
)
"""The mistakes tried; a cause's code is the name of its function."""

_CHANCE = 20
_SLIP = 1
_MOST_DIGITS = 30
"""A figure of more digits is no amount that somebody mistyped: no mistake of it is named."""


def named(case: Case) -> Cause | None:
    """Return the one mistake that reproduces a wrong figure; None where none or several do.

    A figure one unit off says nothing but that it was cut off instead of rounded.
    """
    if change.is_fraction_for_percent(case):
        return Cause("fraction_for_percent", MappingProxyType({}))
    tried = (digits.truncated,) if case.units_off <= _SLIP else HYPOTHESES
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
