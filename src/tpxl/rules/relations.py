"""How printed figures follow from each other, and whether they do: the one judgement of a figure.

A relation is one figure that should be what a formula makes of others: a margin, a change, euros
per resident, a deviation, a total, a copy, a share of shared costs. Its numbers are in one measure
(euros, per cent), whatever unit each is printed in.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from enum import Enum, auto
from fractions import Fraction
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from tpxl.model import Address, Figure, Line, Period, Residents
from tpxl.model.figure import CellPlace
from tpxl.rules.formulas import Formula, Sum
from tpxl.rules.rounding import (
    ONE,
    Exact,
    Span,
    cut,
    exact,
    magnitude,
    measured,
    rational,
    rounded,
    span_of,
    unit_of,
)

Numbers = Mapping[CellPlace, Exact]
"""Numbers to take instead of the printed ones."""

UNCHANGED: Numbers = {}

_SLIP = 1
"""A figure made of others in full may be printed one unit off by rounding; more is an error."""
_COARSE = 1
"""A term printed in larger units than this was rounded before it was printed: a table of thousands.

Euros, pieces and residents are printed in full; the figure may have been made of the full ones.
"""

COPIES = frozenset({"same_figure"})
"""Relations that say no more than that one figure is printed twice."""


class Verdict(Enum):
    """What a relation says of its figure."""

    HOLDS = auto()
    ROUNDING = auto()
    """The printed inputs allow it, though they do not make it."""
    FAILS = auto()
    MOOT = auto()
    """Nothing can be made of the inputs: a per cent over zero, or over the other sign."""
    UNKNOWN = auto()
    """The figure, or one it is made of, is not there or not known."""

    @property
    def fits(self) -> bool:
        """Tell whether the figure is what it is made of, within rounding."""
        return self is Verdict.HOLDS or self is Verdict.ROUNDING


class Obstacle(Enum):
    """Why nothing tells what a figure should be; the value is the finding's code."""

    NO_BASE = "base_missing"
    NO_RESIDENTS = "residents_missing"
    NO_PARTS = "part_missing"
    NO_POOL = "allocation_unknown"
    NO_FLOW = "allocation_flow"
    UNKNOWN = ""
    """A term awaits recalculation or is unreadable, which is reported where it stands."""


Name = Line | Period | str
"""What a sentence calls a figure: a line, a period, or a label as printed."""

Amounts = Mapping[Name, Exact]
_NONE: Amounts = MappingProxyType({})


class Neighbours(NamedTuple):
    """What else a figure may have been made of by mistake, by names.

    `bases` are other figures it could be compared with, `residents` those of other periods,
    `amounts` the other lines of the same area and period.
    """

    bases: Amounts = _NONE
    residents: Amounts = _NONE
    amounts: Amounts = _NONE


_HOLDS, _UNKNOWN = Verdict.HOLDS, Verdict.UNKNOWN
# A member of an Enum is looked up five times as slowly as a global, and these for every figure.


def _alone() -> Neighbours:
    return Neighbours()


class _Said(NamedTuple):
    """What a relation says; `Relation` tells what it comes to."""

    code: str
    result: Figure
    terms: tuple[Figure, ...]
    formula: Formula
    area: str | None = None
    decimals: int | None = None
    written: int | None = None
    is_locked: bool = False
    is_cut: bool = False
    also: Formula | None = None
    base: Period | None = None
    earlier: tuple[Residents, ...] = ()
    obstacle: Obstacle | None = None
    pool: str = ""
    heading: Address | None = None
    neighbours: Callable[[], Neighbours] = _alone


class Relation(_Said):
    """A figure that should be what `formula` makes of `terms`; `code` says of which kind.

    `area` is whose the figures are that do not say so themselves. `decimals` are those to compare
    at where they are others than shown, `written` those to write in the result's place, None where
    it is never written; with `is_locked` it is published. With `is_cut` the table cuts its per
    cents off instead of rounding them. Where it is open which of two formulas a table follows,
    `also` is as right as `formula`. `base` is the period compared with, `earlier` the residents
    that were printed with before the final ones came, `pool` the shared costs it is a part of.
    `obstacle` tells why terms are missing. `heading` is that of the comparison table's column which
    the result stands in.

    What the printed terms make, and whether the printed result is that, is worked out once: a
    relation with another figure is another relation.
    """

    @property
    def lacks_part(self) -> bool:
        """Tell whether it is a margin of which one part is printed and another is not."""
        is_short = self.obstacle is Obstacle.NO_PARTS and self.code == "margin"
        return is_short and bool(self.terms)

    @property
    def figures(self) -> Iterator[Figure]:
        """Yield the result and the terms."""
        yield self.result
        yield from self.terms

    @property
    def shown(self) -> int:
        """Return the decimals to compare at."""
        return self.result.decimals if self.decimals is None else self.decimals

    @property
    def is_coarse(self) -> bool:
        """Tell whether a term is printed in larger units than it may have been computed from."""
        return any(
            _has_tenths(term) or (term.scale > _COARSE and unit_of(term) > _COARSE)
            for term in self.terms
        )

    def due(self, instead: Numbers = UNCHANGED) -> Exact | None:
        """Return what the result should be, exactly; None where nothing can be made."""
        if self.obstacle is not None:
            return None
        return self._formula(instead).value(self.numbers(instead)) if instead else self._due

    @cached_property
    def _due(self) -> Exact | None:
        return self._formula(UNCHANGED).value(self.numbers())

    def right(self) -> Decimal | None:
        """Return the figure to write, in the unit and the decimals of its place; None for none."""
        if self.obstacle is not None:
            return None
        due = self._due if self.also is None else self.formula.value(self.numbers())
        return None if due is None else self.printed(due, self.written)

    def printed(self, number: Exact, decimals: int | None = None) -> Decimal:
        """Return a number of the result's measure as the table prints it in the result's place."""
        scale = self.result.scale
        whole = number if scale == ONE else Fraction(number, rational(scale))
        places = self.shown if decimals is None else decimals
        return cut(whole, places) if self.is_cut else rounded(whole, places)

    def verdict(self, instead: Numbers = UNCHANGED) -> Verdict:
        """Return whether the printed result is right: as printed, by rounding alone, or not."""
        return self._judged(instead) if instead else self._verdict

    @cached_property
    def _verdict(self) -> Verdict:
        return self._judged(UNCHANGED)

    def _judged(self, instead: Numbers) -> Verdict:
        result = self.result
        if self.obstacle is not None or not result.is_number:
            return _UNKNOWN
        due = self.due(instead)
        if due is None:
            return Verdict.MOOT
        right = self.printed(due)
        if result.number == right and not instead:
            return _HOLDS  # nearly every figure of a book
        printed = self._shown(instead)
        if printed == right or self._is_as_written(instead):
            return _HOLDS
        return Verdict.ROUNDING if self._is_rounding(printed, right, instead) else Verdict.FAILS

    def feasible(self, place: CellPlace, instead: Numbers = UNCHANGED) -> Span | None:
        """Return the numbers that would make the relation hold in `place`; None where none do."""
        half = unit_of(self.result, self.shown) / 2
        if place == self.result.place:
            due = self.due(instead)
            return None if due is None else Span.around(due, half)
        places = [term.place for term in self.terms]
        there = Span.around(self._printed(instead), half)
        return self._formula(instead).bounds(places.index(place), there, self.numbers(instead))

    def settled(self, instead: Numbers = UNCHANGED) -> "Relation":
        """Return the relation with the one formula that it is judged by."""
        if self.also is None:
            return self
        return self._replace(formula=self._formula(instead), also=None)

    def numbers(self, instead: Numbers = UNCHANGED) -> list[Exact]:
        """Return the numbers of the terms."""
        if not instead:
            return list(map(measured, self.terms))
        return [
            measured(term) if (other := instead.get(term.place)) is None else other
            for term in self.terms
        ]

    def _printed(self, instead: Numbers) -> Exact:
        other = instead.get(self.result.place)
        return measured(self.result) if other is None else other

    def _formula(self, instead: Numbers) -> Formula:
        """Return the formula that comes nearest to what is printed."""
        if self.also is None:
            return self.formula
        numbers, printed = self.numbers(instead), self._printed(instead)

        def off(formula: Formula) -> Exact:
            return magnitude((formula.value(numbers) or 0) - printed)

        return min(self.formula, self.also, key=off)

    def _shown(self, instead: Numbers) -> Decimal:
        """Return the printed result in its own unit, at the decimals to compare at."""
        number = instead.get(self.result.place) if instead else None
        if number is None:
            return rounded(self.result.number or 0, self.shown)
        return rounded(Fraction(number, rational(self.result.scale)), self.shown)

    def _is_as_written(self, instead: Numbers) -> bool:
        """Tell whether the cell holds just what would be written, whatever its format shows of it.

        A float is all that a cell can hold, and what is rounded twice may be another figure.
        """
        right = None if instead or self.written is None else self.right()
        return right is not None and float(self.result.number or 0) == float(right)

    def _is_rounding(self, printed: Decimal, right: Decimal, instead: Numbers) -> bool:
        """Tell whether values within half a unit of each print give the printed result.

        More than one unit off is a matter of rounding only in a sum of several parts, or where
        the terms are printed in thousands.
        """
        is_one_off = abs(printed - right) <= _SLIP * Decimal(1).scaleb(-self.shown)
        if not is_one_off and not isinstance(self.formula, Sum) and not self.is_coarse:
            return False
        numbers = self.numbers(instead)
        reach = self._formula(instead).reach(list(map(span_of, self.terms, numbers)))
        half = unit_of(self.result, self.shown) / 2
        number = exact(printed) * exact(self.result.scale)
        return reach is not None and number in Span(reach.low - half, reach.high + half)


def _has_tenths(term: Figure) -> bool:
    """Tell whether a figure is of a larger unit, though none is named: euros have no tenths."""
    return term.decimals == 1 and term.scale == 1 and not (term.is_percent or term.is_fraction)


Judged = tuple[Relation, Verdict]
"""A relation with what it says of its figure."""


def with_verdicts(relations: Iterable[Relation]) -> list[Judged]:
    """Return each relation with what it says of its figure as printed."""
    return [(relation, relation.verdict()) for relation in relations]
