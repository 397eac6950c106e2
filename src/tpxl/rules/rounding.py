"""Exact numbers from what cells hold, and the one rounding at the end."""

from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

Number = int | float | Decimal | Fraction


def exact(value: Number) -> Fraction:
    """Return the number a cell shows: a float is the shortest decimal that stands for it.

    >>> exact(0.1) == Fraction(1, 10)
    True
    """
    return value if type(value) is Fraction else _exact(value)


@lru_cache(maxsize=65536, typed=True)
def _exact(value: Number) -> Fraction:
    return Fraction(Decimal(repr(value))) if isinstance(value, float) else Fraction(value)


def rational(value: Number) -> int | Fraction:
    """Return the exact number as `exact` does, but as an int where it is whole.

    Why: an int's arithmetic is ten times as quick as a fraction's. Divide with `Fraction(a, b)`:
    between ints ``/`` would give a float.

    >>> rational(-2859611.0), rational(0.5)
    (-2859611, Fraction(1, 2))
    """
    if type(value) is int or type(value) is Fraction:
        return value
    if type(value) is not Decimal:
        if isinstance(value, int | Fraction):
            return value
        value = value if isinstance(value, Decimal) else Decimal(repr(value))
    numerator, denominator = value.as_integer_ratio()
    return numerator if denominator == 1 else Fraction(numerator, denominator)


def magnitude(number: int | Fraction) -> int | Fraction:
    """Return the number without its sign."""
    return number if number.numerator >= 0 else -number


def rounded(value: Number, decimals: int = 0) -> Decimal:
    """Return `value` to `decimals` places, half away from zero; never minus zero.

    Why not `round`: it takes halves to even, and a float has no halves where the report has.
    Negative `decimals` round to tens, hundreds, ...

    >>> rounded(Fraction(-5, 2)), rounded(exact(0.05), 1), rounded(Fraction(-1, 3))
    (Decimal('-3'), Decimal('0.1'), Decimal('0'))
    """
    if type(value) is Decimal:
        return _rounded_decimal(value, decimals)
    if type(value) is int and decimals == 0:
        return Decimal(value)
    return _rounded(*rational(value).as_integer_ratio(), decimals)


@lru_cache(maxsize=65536)
def _rounded_decimal(value: Decimal, decimals: int) -> Decimal:
    return _rounded(*value.as_integer_ratio(), decimals)


@lru_cache(maxsize=65536)
def _rounded(numerator: int, denominator: int, decimals: int) -> Decimal:
    if decimals > 0:
        numerator *= 10**decimals
    else:
        denominator *= 10**-decimals
    units, rest = divmod(abs(numerator), denominator)
    if 2 * rest >= denominator:
        units += 1
    signed = -units if numerator < 0 else units
    return Decimal(signed).scaleb(-decimals) if decimals > 0 else Decimal(signed * 10**-decimals)


def cut(value: Number, decimals: int = 0) -> Decimal:
    """Return `value` cut off after `decimals` places, as some tables print their per cents.

    >>> cut(Fraction(-667, 100), 1), cut(Fraction(1249, 100))
    (Decimal('-6.6'), Decimal('12'))
    """
    units = int(rational(value) * Fraction(10) ** decimals)
    return Decimal(units).scaleb(-decimals) if decimals > 0 else Decimal(units)
