"""How printed figures follow from each other, and whether they do.

A relation is one figure that should be what a formula makes of others. Its numbers are in one
measure (euros, per cent), whatever unit each is printed in; `unit` is one of its last digit.
"""

from collections.abc import Iterator, Mapping
from enum import Enum, auto
from fractions import Fraction
from typing import NamedTuple

from tpxl.model import Address
from tpxl.rules.formulas import Formula, Sum
from tpxl.rules.rounding import rounded
from tpxl.rules.tolerance import Span

Place = tuple[str, Address]
"""A cell: its sheet and its address."""

Numbers = Mapping[Place, Fraction]
"""Numbers to take instead of the printed ones."""

UNCHANGED: Numbers = {}
_SLIP = 1


class Known(NamedTuple):
    """A printed number: where, how much in the relation's measure, and one unit of its print."""

    place: Place
    number: Fraction
    unit: Fraction

    @property
    def span(self) -> Span:
        """Return the values its print stands for."""
        return Span.around(self.number, self.unit / 2)


class Verdict(Enum):
    """What a relation says of its figure."""

    HOLDS = auto()
    ROUNDING = auto()
    FAILS = auto()
    MEANINGLESS = auto()


class Relation(NamedTuple):
    """A figure that should be what `formula` makes of `terms`; `code` says of which kind.

    With `is_cut` the table cuts its figures off instead of rounding them. Where it is open which
    way round a table takes a difference, `also` is as right as `formula`.
    """

    code: str
    result: Known
    terms: tuple[Known, ...]
    formula: Formula
    is_cut: bool = False
    also: Formula | None = None

    @property
    def figures(self) -> Iterator[Known]:
        """Yield the result and the terms."""
        yield self.result
        yield from self.terms

    def due(self, instead: Numbers = UNCHANGED) -> Fraction | None:
        """Return what the result should be, exactly."""
        return self._formula(instead).value(self._numbers(instead))

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

    def feasible(self, place: Place, instead: Numbers = UNCHANGED) -> Span | None:
        """Return the numbers that would make the relation hold in `place`; None where none do."""
        if place == self.result.place:
            due = self.due(instead)
            return None if due is None else Span.around(due, self.result.unit / 2)
        places = [term.place for term in self.terms]
        printed = instead.get(self.result.place, self.result.number)
        there = Span.around(printed, self.result.unit / 2)
        return self._formula(instead).bounds(places.index(place), there, self._numbers(instead))

    def _formula(self, instead: Numbers) -> Formula:
        """Return the formula that comes nearest to what is printed."""
        if self.also is None:
            return self.formula
        numbers = self._numbers(instead)
        printed = instead.get(self.result.place, self.result.number)

        def off(formula: Formula) -> Fraction:
            return abs((formula.value(numbers) or Fraction(0)) - printed)

        return min(self.formula, self.also, key=off)

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
        reach = self._formula(instead).reach(spans)
        half = self.result.unit / 2
        return reach is not None and printed in Span(reach.low - half, reach.high + half)
