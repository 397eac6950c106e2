"""The figures of an area: every printed number of sections 6 and 7, and where it stands."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from tpxl.model.address import Address, Block
from tpxl.model.grid import Value, error_of, is_nothing
from tpxl.model.line import Line
from tpxl.model.period import Period
from tpxl.terms.directions import without_direction
from tpxl.terms.periods import parted_amount


class Figure(NamedTuple):
    """One place of a figures table: what stands there, read as a number where it is one.

    `number` is in the unit printed (per cent as -58.1 also when the cell stores -0.581); `scale`
    is the euros in one unit: 1, 1 000 or 1 000 000. `decimals` are those shown. `is_known` is
    False while the cell's formula awaits recalculation. `is_text` tells a number kept as text.
    """

    line: Line
    period: Period
    sheet: str
    address: Address
    value: Value = None
    number: Decimal | None = None
    scale: Decimal = Decimal(1)
    decimals: int = 0
    has_formula: bool = False
    is_known: bool = True
    is_text: bool = False
    is_fraction: bool = False

    @property
    def cell(self) -> str:
        """Return the A1 name of its place."""
        return self.address.a1

    @property
    def is_nothing(self) -> bool:
        """Tell whether nothing is printed there: an empty cell, blanks, or a dash."""
        return is_nothing(self.value)

    @property
    def is_unreadable(self) -> bool:
        """Tell whether something is printed there that is not one number for certain."""
        return self.is_known and self.number is None and not self.is_nothing

    @property
    def has_words(self) -> bool:
        """Tell whether its text says more than its number: a unit of its own, a direction."""
        return isinstance(self.value, str) and (
            parted_amount(self.value) is not None or without_direction(self.value) is not None
        )

    @property
    def is_error(self) -> bool:
        """Tell whether an error value stands there, also one that was copied as text."""
        return error_of(self.value) is not None


class FiguresRow(NamedTuple):
    """A line of a figures table: its label's place and its figures by period.

    `basis` is the row of amounts that a change or a figure per resident speaks of, where that row
    stands in the same table. `decimals` are those printed in the row; None where nothing is printed
    and no number format says.
    """

    line: Line
    label: str
    label_address: Address
    figures: Mapping[Period, Figure]
    decimals: int | None = None
    basis: "FiguresRow | None" = None


class Repeat(NamedTuple):
    """A period or a line that stands twice in one table, and both its places."""

    what: Period | Line
    first: Address
    second: Address


@dataclass(frozen=True, slots=True)
class FiguresTable:
    """A header row of periods with lines under and left of it.

    A table with `repeats` is reported and left alone. `texts` are the short texts in it and just
    above it, folded: they may name areas.
    """

    sheet: str
    block: Block
    header: Mapping[Period, Address]
    rows: tuple[FiguresRow, ...]
    repeats: tuple[Repeat, ...] = ()
    texts: frozenset[str] = frozenset()

    @property
    def is_sound(self) -> bool:
        """Tell whether every line and period stands there once."""
        return not self.repeats

    def row(self, line: Line) -> FiguresRow | None:
        """Return the row of a line."""
        return next((row for row in self.rows if row.line == line), None)

    def __iter__(self) -> Iterator[Figure]:
        """Yield every figure, row by row."""
        for row in self.rows:
            yield from row.figures.values()


@dataclass(frozen=True, slots=True)
class Area:
    """A service area (vastuualue): its full name and the sheet it is written on."""

    name: str
    sheet: str
    tables: tuple[FiguresTable, ...] = field(default=(), compare=False)

    def figure(self, line: Line, period: Period) -> Figure | None:
        """Return the first figure of a line in a period, in any sound table of the sheet."""
        for table in self.tables:
            row = table.row(line) if table.is_sound else None
            if row is not None and period in row.figures:
                return row.figures[period]
        return None

    @property
    def periods(self) -> tuple[Period, ...]:
        """Return the periods of its tables, in the order printed, each once."""
        return tuple(dict.fromkeys(period for table in self.tables for period in table.header))
