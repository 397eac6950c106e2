"""Spans of values: a printed figure stands for every value within half a unit of its last digit."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from tpxl.rules.rounding import Number, exact


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


def total(spans: Iterable[Span]) -> Span:
    """Return the sums of the spans' values; of no spans, zero."""
    low = high = Fraction(0)
    for span in spans:
        low, high = low + span.low, high + span.high
    return Span(low, high)
