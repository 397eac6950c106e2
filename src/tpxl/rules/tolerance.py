"""When a printed figure is off by rounding alone: its inputs were rounded before they were printed.

A printed input stands for every value within half a unit of its last digit. A printed result that
some of those values give is no error, only rounding.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from tpxl.rules.rounding import Number, exact
from tpxl.rules.units import half_unit, unit


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
        ends = self.low * exact(factor), self.high * exact(factor)
        return Span(min(ends), max(ends))

    def over(self, other: "Span") -> "Span | None":
        """Return the quotients of the two spans' values; None where the divisor may be zero."""
        if other.low <= 0 <= other.high:
            return None
        ends = [one / two for one in (self.low, self.high) for two in (other.low, other.high)]
        return Span(min(ends), max(ends))


def is_rounding(printed: Number, right: Number, decimals: int, reachable: Span | None) -> bool:
    """Tell whether `printed` is one unit off `right` and lies in what the inputs can give.

    `reachable` holds the results of every value the printed inputs stand for; the printed result
    may itself be rounded by half a unit from one of them.

    >>> margin = Span.around(-2852036, Fraction(1, 2)) + Span.around(1109406, Fraction(1, 2))
    >>> is_rounding(-1742631, -1742630, 0, margin)
    True
    """
    off = abs(exact(printed) - exact(right))
    if reachable is None or off > unit(decimals):
        return False
    half = half_unit(decimals)
    return exact(printed) in Span(reachable.low - half, reachable.high + half)


def is_rounding_of_sum(off: Number, parts: int, decimals: int = 0) -> bool:
    """Tell whether a sum of `parts` rounded figures may be `off` by rounding: (n + 1)/2 units.

    >>> is_rounding_of_sum(1, 2), is_rounding_of_sum(2, 2), is_rounding_of_sum(2, 3)
    (True, False, True)
    """
    return abs(exact(off)) <= Fraction(parts + 1, 2) * unit(decimals)


def total(spans: Iterable[Span]) -> Span:
    """Return the sums of the spans' values; of no spans, zero."""
    low = high = Fraction(0)
    for span in spans:
        low, high = low + span.low, high + span.high
    return Span(low, high)
