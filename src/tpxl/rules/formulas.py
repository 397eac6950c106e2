"""What makes one printed figure of others: a sum, a share, a change, a figure per resident."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import starmap
from operator import mul
from typing import NamedTuple, Protocol

from tpxl.rules.rounding import Exact, Span, total


class Formula(Protocol):
    """What makes one figure of others."""

    def value(self, numbers: Sequence[Exact]) -> Exact | None:
        """Return what the numbers make; None where they make nothing that has a meaning."""
        ...

    def reach(self, spans: Sequence[Span]) -> Span | None:
        """Return what all values the prints stand for make."""
        ...

    def bounds(self, index: int, due: Span, numbers: Sequence[Exact]) -> Span | None:
        """Return between what the number at `index` must lie for the others to make `due`."""
        ...


class Sum(NamedTuple):
    """The numbers, each times its factor (1 or -1), added up."""

    factors: tuple[int, ...]

    def value(self, numbers: Sequence[Exact]) -> Exact:
        """Return the sum."""
        return _sum(self.factors, numbers)

    def reach(self, spans: Sequence[Span]) -> Span:
        """Return the sums of the spans' values."""
        return total(span.times(f) for f, span in zip(self.factors, spans, strict=True))

    def bounds(self, index: int, due: Span, numbers: Sequence[Exact]) -> Span:
        """Return what is missing from the sum."""
        factor = self.factors[index]
        rest = Fraction(_sum(self.factors, numbers) - factor * numbers[index])
        return Span(due.low - rest, due.high - rest).times(factor)


class Quotient(NamedTuple):
    """(first / second - less) · times: a share with `less` 0, a change with `less` 1.

    Over a base of zero, or of the other sign, no percentage has a meaning.
    """

    less: int = 0
    times: int = 100

    def value(self, numbers: Sequence[Exact]) -> Exact | None:
        """Return the share or the change."""
        new, base = numbers
        if base == 0 or new * base < 0:
            return None
        return Fraction((new - self.less * base) * self.times, base)

    def reach(self, spans: Sequence[Span]) -> Span | None:
        """Return the quotients of the spans' values; None where the base may be zero."""
        shares = spans[0].over(spans[1])
        if shares is None:
            return None
        less = Fraction(self.less)
        return Span(shares.low - less, shares.high - less).times(self.times)

    def bounds(self, index: int, due: Span, numbers: Sequence[Exact]) -> Span | None:
        """Return the dividends or the divisors that give what is due."""
        less = Fraction(self.less)
        scaled = due.times(Fraction(1, self.times))
        shares = Span(scaled.low + less, scaled.high + less)
        new, base = numbers
        return shares.times(base) if index == 0 else Span.around(new, 0).over(shares)


class Change(NamedTuple):
    """The change in per cent from a sum to a newer one: a margin's, of its inputs.

    The numbers are those of the new sum, then those of the base, each with its factor.
    """

    new: tuple[int, ...]
    base: tuple[int, ...]

    def value(self, numbers: Sequence[Exact]) -> Exact | None:
        """Return the change."""
        return _CHANGE.value(self._sums(numbers))

    def reach(self, spans: Sequence[Span]) -> Span | None:
        """Return the changes between the sums of the spans' values."""
        new, base = spans[: len(self.new)], spans[len(self.new) :]
        return _CHANGE.reach([Sum(self.new).reach(new), Sum(self.base).reach(base)])

    def bounds(self, index: int, due: Span, numbers: Sequence[Exact]) -> Span | None:
        """Return the numbers of one sum that give what is due beside the other."""
        is_base = index >= len(self.new)
        whole = _CHANGE.bounds(int(is_base), due, self._sums(numbers))
        if whole is None:
            return None
        if is_base:
            return Sum(self.base).bounds(index - len(self.new), whole, numbers[len(self.new) :])
        return Sum(self.new).bounds(index, whole, numbers[: len(self.new)])

    def _sums(self, numbers: Sequence[Exact]) -> list[Exact]:
        new, base = numbers[: len(self.new)], numbers[len(self.new) :]
        return [_sum(self.new, new), _sum(self.base, base)]


_CHANGE = Quotient(1)


class PerResident(NamedTuple):
    """The amounts, each times its factor, added up and divided by the last number: residents."""

    factors: tuple[int, ...]

    def value(self, numbers: Sequence[Exact]) -> Exact | None:
        """Return the sum per resident; None where there are no residents."""
        *amounts, residents = numbers
        return Fraction(_sum(self.factors, amounts), residents) if residents > 0 else None

    def reach(self, spans: Sequence[Span]) -> Span | None:
        """Return the sums of the spans' values per resident."""
        *amounts, residents = spans
        return Sum(self.factors).reach(amounts).over(residents)

    def bounds(self, index: int, due: Span, numbers: Sequence[Exact]) -> Span | None:
        """Return the amounts or the residents that give what is due."""
        *amounts, residents = numbers
        if index < len(amounts):
            return Sum(self.factors).bounds(index, due.times(residents), amounts)
        together = _sum(self.factors, amounts)
        return Span.around(together, 0).over(due)


class Allotted(NamedTuple):
    """A part of shared costs as it was dealt out in units of `unit`; `quota` is it before that.

    What the drivers of all receivers make is dealt out together, so that the parts sum: no part
    follows from figures of its own.
    """

    part: Exact
    quota: Exact | None = None
    unit: Fraction = Fraction(1)

    def value(self, numbers: Sequence[Exact]) -> Exact | None:
        """Return the part."""
        del numbers
        return self.part

    def reach(self, spans: Sequence[Span]) -> Span | None:
        """Return what the quota is rounded from, up or down: it may be dealt out otherwise."""
        del spans
        if self.quota is None:
            return None
        is_whole = self.quota % self.unit == 0
        return Span.around(self.quota, 0 if is_whole else self.unit / 2)

    def bounds(self, index: int, due: Span, numbers: Sequence[Exact]) -> Span | None:
        """Return nothing: no input alone tells a part."""
        del index, due, numbers
        return None


PERCENTS = (Quotient, Change)
"""What makes a per cent: a table may cut these off instead of rounding them."""


def _sum(factors: Sequence[int], numbers: Sequence[Exact]) -> Exact:
    products: Iterator[Exact] = starmap(mul, zip(factors, numbers, strict=True))
    return sum(products)
