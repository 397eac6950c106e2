"""Mistakes in a change %: they need the base and the new figure."""

from collections.abc import Iterator

from tpxl.rules.causes.case import Candidate, Case, shown
from tpxl.rules.rounding import exact, rounded

_OWN_DECIMALS = 6
"""What a cell has beyond these is binary arithmetic."""
_FEWEST_DIGITS = 2


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
