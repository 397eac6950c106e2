"""Exact numbers from what cells hold, and the one rounding at the end."""

from decimal import Decimal
from fractions import Fraction

Number = int | float | Decimal | Fraction


def exact(value: Number) -> Fraction:
    """Return the number a cell shows: a float is the shortest decimal that stands for it.

    >>> exact(0.1) == Fraction(1, 10)
    True
    """
    return Fraction(Decimal(repr(value))) if isinstance(value, float) else Fraction(value)


def rounded(value: Number, decimals: int = 0) -> Decimal:
    """Return `value` to `decimals` places, half away from zero; never minus zero.

    Why not `round`: it takes halves to even, and a float has no halves where the report has.
    Negative `decimals` round to tens, hundreds, ...

    >>> rounded(Fraction(-5, 2)), rounded(exact(0.05), 1), rounded(Fraction(-1, 3))
    (Decimal('-3'), Decimal('0.1'), Decimal('0'))
    """
    number = exact(value)
    scaled = abs(number) * Fraction(10) ** decimals
    units, rest = divmod(scaled.numerator, scaled.denominator)
    if 2 * rest >= scaled.denominator:
        units += 1
    signed = -units if number < 0 else units
    return Decimal(signed).scaleb(-decimals) if decimals > 0 else Decimal(signed * 10**-decimals)
