"""Mistakes of typing and showing: they need nothing but the right figure."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from tpxl.rules.causes.case import Candidate, Case
from tpxl.rules.units import unit

_BEYOND = 10**30
"""No printed figure has so many digits, and Python writes out no integer of thousands of them."""


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


def truncated(case: Case) -> Iterator[Candidate]:
    """Yield the figure cut off at its last digit instead of rounded."""
    one = unit(case.decimals)
    yield Candidate(Fraction(int(case.right / one)) * one)
