"""Shared costs on the sheets: what is divided, by what, to whom, and where each figure stands."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple, Self

from tpxl.model.address import Address
from tpxl.model.figure import Area, Figure
from tpxl.model.line import Line, Measure
from tpxl.model.period import Period
from tpxl.terms.allocation import AllocationWord

SHARED_COSTS = Line("SHARED_COSTS")
DRIVER = Line("ALLOCATION_DRIVER")
ALLOCATED = Line("ALLOCATED_COSTS")
SHARE = Line("ALLOCATED_COSTS", Measure.SHARE_PERCENT)

LINES: Mapping[AllocationWord, Line] = {
    AllocationWord.AMOUNT: SHARED_COSTS,
    AllocationWord.RECEIVED: SHARED_COSTS,
    AllocationWord.DISTRIBUTED: SHARED_COSTS,
    AllocationWord.DRIVER: DRIVER,
    AllocationWord.FIXED_SHARE: SHARE,
    AllocationWord.SHARE: SHARE,
    AllocationWord.ALLOCATED: ALLOCATED,
}
"""The line, as contracts name it, of each kind of figure."""


class AllocationPlace(NamedTuple):
    """What a figure of an allocation table is; `receiver` is as printed, None for the pool's own.

    `summary` is TOTAL or DIFFERENCE for the rows that show that the parts sum.
    """

    word: AllocationWord
    period: Period
    receiver: str | None = None
    summary: AllocationWord | None = None


class PlaceRepeat(NamedTuple):
    """A figure that has two places in one table: it is reported, and the table left alone."""

    place: AllocationPlace
    first: Address
    second: Address


class AllocationTable(NamedTuple):
    """One pool on a sheet; `basis` is what it is divided by, as staff name it."""

    sheet: str
    pool: str
    address: Address
    basis: str | None = None
    in_cents: bool = False
    figures: Mapping[AllocationPlace, Figure] = MappingProxyType({})
    receivers: Mapping[str, Address] = MappingProxyType({})
    repeats: tuple[PlaceRepeat, ...] = ()

    @property
    def is_sound(self) -> bool:
        """Tell whether every figure has one place."""
        return not self.repeats

    @property
    def rows(self) -> range:
        """Return its rows, from the one that names the pool to the last that has a figure."""
        last = max((figure.address.row for figure in self.figures.values()), default=0)
        return range(self.address.row, max(last, self.address.row) + 1)

    @property
    def scale(self) -> Decimal:
        """Return the euros in one unit of its amounts."""
        return next((figure.scale for figure in self.figures.values()), Decimal(1))

    @property
    def periods(self) -> tuple[Period, ...]:
        """Return its periods in the order printed, each once."""
        return tuple(dict.fromkeys(place.period for place in self.figures))

    def of(
        self, word: AllocationWord, period: Period, receiver: str | None = None
    ) -> Figure | None:
        """Return a figure of the pool or of a receiver, None where it has no place."""
        return self.figures.get(AllocationPlace(word, period, receiver))

    def has(self, word: AllocationWord, period: Period) -> bool:
        """Tell whether receivers have a place for this kind of figure in the period."""
        return any(self.of(word, period, receiver) is not None for receiver in self.receivers)


class AllocationLine(NamedTuple):
    """A row of an area's own: its share (or euros) of the pool named, of all where none is.

    `area` is whose row it is, once the areas are known.
    """

    sheet: str
    word: AllocationWord
    pool: str
    label: str
    figures: Mapping[Period, Figure]
    area: Area | None = None


class AllocationNote(NamedTuple):
    """A sentence on an area's sheet that tells its share; `start` and `stop` bound the number.

    `printed` is the number as printed, or what stands where one is to come (``____``). A formula,
    and a text lettered in several ways, which a new text would lose, are not writable. `area` is
    whose sentence it is, once the areas are known.
    """

    sheet: str
    address: Address
    text: str
    periods: tuple[Period, ...]
    pool: str
    printed: str
    start: int
    stop: int
    is_writable: bool = True
    area: Area | None = None


class FlowRow(NamedTuple):
    """A row of the list of flows: typed keys, and the places of what is computed."""

    period: Period
    source: str
    target: str
    address: Address
    share: Figure | None = None
    amount: Figure | None = None


class FlowTable(NamedTuple):
    """The list of where shared costs came from and where they went."""

    sheet: str
    address: Address
    rows: tuple[FlowRow, ...]


@dataclass(frozen=True, slots=True)
class Allocations:
    """Everything that a sheet, or a book, says of shared costs."""

    tables: tuple[AllocationTable, ...] = ()
    lines: tuple[AllocationLine, ...] = ()
    notes: tuple[AllocationNote, ...] = ()
    flows: tuple[FlowTable, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing is said of shared costs."""
        return not (self.tables or self.lines or self.notes or self.flows)

    def __iter__(self) -> Iterator[Figure]:
        """Yield every figure: of pools, of areas' lines, of flows."""
        for table in self.tables:
            yield from table.figures.values()
        for line in self.lines:
            yield from line.figures.values()
        for flow in (row for table in self.flows for row in table.rows):
            yield from (figure for figure in (flow.share, flow.amount) if figure is not None)

    def of_area(self, area: Area) -> Self:
        """Return the same with the rows and sentences that are an area's own marked as its own."""
        lines = tuple(line._replace(area=area) for line in self.lines)
        notes = tuple(note._replace(area=area) for note in self.notes)
        return replace(self, lines=lines, notes=notes)

    @classmethod
    def joined(cls, parts: Sequence[Self]) -> Self:
        """Return what all sheets say, in their order."""
        return cls(
            tuple(table for part in parts for table in part.tables),
            tuple(line for part in parts for line in part.lines),
            tuple(note for part in parts for note in part.notes),
            tuple(flow for part in parts for flow in part.flows),
        )
