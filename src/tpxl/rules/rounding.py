"""Exact numbers from what cells hold, the one rounding at the end, and what a print stands for.

A printed figure stands for every value within half a unit of its last digit: a span. Its measure is
euros where a table prints thousands; per cents and counts are as printed.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache, lru_cache

from tpxl.model import Figure
from tpxl.model.line import RESIDENTS

Number = int | float | Decimal | Fraction

Exact = int | Fraction

ONE = Decimal(1)
"""The scale of nearly every figure: a Decimal is compared with another twice as fast as with 1."""


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


@dataclass(frozen=True, slots=True)
class Span:
    """Every value between two bounds, both included."""

    low: Fraction
    high: Fraction

    @classmethod
    def around(cls, value: Number, half: Number) -> "Span":
        """Return the values within `half` of `value`."""
        middle, reach = exact(value), exact(half)
        return cls(middle - reach, middle + reach)

    def __add__(self, other: "Span") -> "Span":
        """Return the sums of the two spans' values."""
        return Span(self.low + other.low, self.high + other.high)

    def __contains__(self, value: Fraction) -> bool:
        """Tell whether a value lies in the span."""
        return self.low <= value <= self.high

    def shared(self, other: "Span") -> "Span | None":
        """Return the values that lie in both spans; None where none does."""
        low, high = max(self.low, other.low), min(self.high, other.high)
        return Span(low, high) if low <= high else None

    def times(self, factor: Number) -> "Span":
        """Return the span's values multiplied by `factor`."""
        if factor == 1:  # of nearly every part of a sum
            return self
        ends = self.low * exact(factor), self.high * exact(factor)
        return Span(min(ends), max(ends))

    def over(self, other: "Span") -> "Span | None":
        """Return the quotients of the two spans' values; None where the divisor may be zero."""
        if other.low <= 0 <= other.high:
            return None
        ends = [one / two for one in (self.low, self.high) for two in (other.low, other.high)]
        return Span(min(ends), max(ends))


def total(spans: Iterable[Span]) -> Span:
    """Return the sums of the spans' values; of no spans, zero."""
    low = high = Fraction(0)
    for span in spans:
        low, high = low + span.low, high + span.high
    return Span(low, high)


def measured(figure: Figure) -> Exact:
    """Return the figure's number, of nothing printed zero."""
    printed, scale = figure.number, figure.scale
    if printed is None:
        return 0
    numerator, denominator = printed.as_integer_ratio()
    number = numerator if denominator == 1 else Fraction(numerator, denominator)
    return number if scale == ONE else number * rational(scale)


def unit_of(figure: Figure, decimals: int | None = None) -> Fraction:
    """Return one unit of its last printed digit; of the last of `decimals` where they are given."""
    one = unit(figure.decimals if decimals is None else decimals)
    return one if figure.scale == ONE else one * rational(figure.scale)


def span_of(figure: Figure, number: Exact) -> Span:
    """Return the values that a number printed like the figure stands for.

    Residents are counted, never rounded: they stand for themselves.
    """
    return Span.around(number, 0 if figure.line == RESIDENTS else unit_of(figure) / 2)
