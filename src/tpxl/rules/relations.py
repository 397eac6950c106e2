"""How printed figures follow from each other, and whether they do.

A relation is one figure that should be what a formula makes of others. Its numbers are in one
measure (euros, per cent), whatever unit each is printed in; `unit` is one of its last digit.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from fractions import Fraction
from typing import Protocol

from tpxl.model import Address
from tpxl.rules.rounding import rounded
from tpxl.rules.tolerance import Span, total

Place = tuple[str, Address]
"""A cell: its sheet and its address."""

Numbers = Mapping[Place, Fraction]
"""Numbers to take instead of the printed ones."""

UNCHANGED: Numbers = {}
_SLIP = 1


@dataclass(frozen=True, slots=True)
class Known:
    """A printed number: where, how much in the relation's measure, and one unit of its print."""

    place: Place
    number: Fraction
    unit: Fraction

    @property
    def span(self) -> Span:
        """Return the values its print stands for."""
        return Span.around(self.number, self.unit / 2)


class Formula(Protocol):
    """What makes one figure of others."""

    def value(self, numbers: Sequence[Fraction]) -> Fraction | None:
        """Return what the numbers make; None where they make nothing that has a meaning."""
        ...

    def reach(self, spans: Sequence[Span]) -> Span | None:
        """Return what all values the prints stand for make."""
        ...

    def solved(self, index: int, due: Fraction, numbers: Sequence[Fraction]) -> Fraction | None:
        """Return what the number at `index` must be for the others to make `due`."""
        ...


@dataclass(frozen=True, slots=True)
class Sum:
    """The numbers, each times its factor (1 or -1), added up."""

    factors: tuple[int, ...]

    def value(self, numbers: Sequence[Fraction]) -> Fraction | None:
        """Return the sum."""
        return sum((f * n for f, n in zip(self.factors, numbers, strict=True)), Fraction(0))

    def reach(self, spans: Sequence[Span]) -> Span | None:
        """Return the sums of the spans' values."""
        return total(span.times(f) for f, span in zip(self.factors, spans, strict=True))

    def solved(self, index: int, due: Fraction, numbers: Sequence[Fraction]) -> Fraction | None:
        """Return what is missing from the sum."""
        rest = sum(
            f * n for i, (f, n) in enumerate(zip(self.factors, numbers, strict=True)) if i != index
        )
        return (due - rest) * self.factors[index]


@dataclass(frozen=True, slots=True)
class Quotient:
    """(first / second - less) · times: a share with `less` 0, a change with `less` 1.

    Over a base of zero, or of the other sign, no percentage has a meaning.
    """

    less: int = 0
    times: int = 100

    def value(self, numbers: Sequence[Fraction]) -> Fraction | None:
        """Return the share or the change."""
        new, base = numbers
        if base == 0 or new * base < 0:
            return None
        return (new / base - self.less) * self.times

    def reach(self, spans: Sequence[Span]) -> Span | None:
        """Return the quotients of the spans' values; None where the base may be zero."""
        shares = spans[0].over(spans[1])
        if shares is None:
            return None
        less = Fraction(self.less)
        return Span(shares.low - less, shares.high - less).times(self.times)

    def solved(self, index: int, due: Fraction, numbers: Sequence[Fraction]) -> Fraction | None:
        """Return the dividend or the divisor that gives `due`."""
        share = due / self.times + self.less
        if index == 0:
            return share * numbers[1]
        return numbers[0] / share if share else None


class Verdict(Enum):
    """What a relation says of its figure."""

    HOLDS = auto()
    ROUNDING = auto()
    FAILS = auto()
    MEANINGLESS = auto()


@dataclass(frozen=True, slots=True)
class Relation:
    """A figure that should be what `formula` makes of `terms`; `code` says of which kind.

    With `is_cut` the table cuts its figures off instead of rounding them.
    """

    code: str
    result: Known
    terms: tuple[Known, ...]
    formula: Formula
    is_cut: bool = False

    @property
    def figures(self) -> Iterator[Known]:
        """Yield the result and the terms."""
        yield self.result
        yield from self.terms

    def due(self, instead: Numbers = UNCHANGED) -> Fraction | None:
        """Return what the result should be, exactly."""
        return self.formula.value(self._numbers(instead))

    def verdict(self, instead: Numbers = UNCHANGED) -> Verdict:
        """Return whether the printed result is right: as printed, by rounding alone, or not."""
        due = self.due(instead)
        if due is None:
            return Verdict.MEANINGLESS
        unit = self.result.unit
        printed = instead.get(self.result.place, self.result.number)
        right = int(due / unit) if self.is_cut else int(rounded(due / unit))
        off = abs(int(rounded(printed / unit)) - right)
        if off == 0:
            return Verdict.HOLDS
        return Verdict.ROUNDING if self._is_rounding(off, printed, instead) else Verdict.FAILS

    def solved(self, place: Place, instead: Numbers = UNCHANGED) -> Fraction | None:
        """Return the number that would make the relation hold in `place`; None where none would."""
        if place == self.result.place:
            return self.due(instead)
        places = [term.place for term in self.terms]
        printed = instead.get(self.result.place, self.result.number)
        return self.formula.solved(places.index(place), printed, self._numbers(instead))

    def _numbers(self, instead: Numbers) -> list[Fraction]:
        return [instead.get(term.place, term.number) for term in self.terms]

    def _is_rounding(self, off: int, printed: Fraction, instead: Numbers) -> bool:
        """Tell whether values within half a unit of each print give the printed result.

        More than one unit off is a matter of rounding only in a sum of several parts, or where
        the parts are printed in thousands.
        """
        is_coarse = any(term.unit > _SLIP for term in self.terms)
        if off > _SLIP and not isinstance(self.formula, Sum) and not is_coarse:
            return False
        numbers = self._numbers(instead)
        spans = [Span.around(n, t.unit / 2) for n, t in zip(numbers, self.terms, strict=True)]
        reach = self.formula.reach(spans)
        half = self.result.unit / 2
        return reach is not None and printed in Span(reach.low - half, reach.high + half)
