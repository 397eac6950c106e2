"""The unit of a printed figure: one of its last digit."""

from fractions import Fraction
from functools import cache


@cache
def unit(decimals: int) -> Fraction:
    """Return one unit of the last printed digit: 1 for whole numbers, 0.1 for tenths.

    >>> unit(1)
    Fraction(1, 10)
    """
    return Fraction(1, 10**decimals) if decimals >= 0 else Fraction(10**-decimals)


@cache
def half_unit(decimals: int) -> Fraction:
    """Return how far a value may lie from its printed figure."""
    return unit(decimals) / 2
