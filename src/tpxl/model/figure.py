"""A number in a cell and what it is of; the tables such figures stand in.

One record serves every table: figures tables of areas, comparison tables, summaries, shared costs.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import chain
from types import MappingProxyType
from typing import NamedTuple

from tpxl.model.address import Address, Block
from tpxl.model.cell import CellError, Value, error_of, is_nothing
from tpxl.model.line import Line
from tpxl.model.period import Period
from tpxl.terms.periods import parted_amount
from tpxl.terms.quantities import without_direction

CellPlace = tuple[str, Address]
"""A cell: its sheet and its address."""

NOBODY = ""
"""The area of a figure that is of all areas together, or of none."""


class Figure(NamedTuple):
    """One printed place: what it is of, and what stands there, read as a number where it is one.

    `line` is the lexicon's, or the printed label as a line of its own. `number` is in the unit
    printed (per cent as -58.1 also when the cell stores -0.581); `scale` is the euros in one unit:
    1, 1 000 or 1 000 000. `decimals` are those shown. `is_known` is False while the cell's formula
    awaits recalculation, or has no value at all. `is_text` tells a number kept as text,
    `is_fraction` a per cent format.

    `area` is whose figure it is where the place itself tells, NOBODY's where it is of all areas or
    of none; None where it is of the area whose table it stands in. `column` is the heading as
    printed, where the period alone does not tell the columns apart. `is_percent` tells a per cent
    whose line does not say that it is one, `is_directed` a word beside it that tells its direction.
    """

    line: Line
    period: Period | None
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
    area: str | None = None
    column: str | None = None
    is_percent: bool = False
    is_directed: bool = False

    @property
    def cell(self) -> str:
        """Return the A1 name of its place."""
        return self.address.a1

    @property
    def place(self) -> CellPlace:
        """Return its cell: sheet and address."""
        return self.sheet, self.address

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

    @property
    def is_number(self) -> bool:
        """Tell whether it is a number that is known."""
        return self.number is not None and self.is_known


class FiguresRow(NamedTuple):
    """A line of a figures table: its label's place and its figures by period.

    `basis` is the row of amounts that a change or a figure per resident speaks of, where that row
    stands in the same table. `decimals` are those printed in the row; None where nothing is printed
    and no number format says. `parts` are what a figure is printed beside as their total: internal
    and external, under headings of their own.
    """

    line: Line
    label: str
    label_address: Address
    figures: Mapping[Period, Figure]
    decimals: int | None = None
    basis: "FiguresRow | None" = None
    parts: Mapping[Period, tuple[Figure, ...]] = MappingProxyType({})

    def decimals_at(self, figure: Figure) -> int | None:
        """Return the decimals that a figure of the row is held to: the usual ones, or its own more.

        One figure more exact than the others makes none of them inexact.
        """
        if not self.decimals:
            return self.decimals
        printed = Counter(one.decimals for one in self.figures.values() if one.number is not None)
        usual = max(printed, key=lambda decimals: (printed[decimals], decimals), default=0)
        return max(usual, figure.decimals)


class Repeat(NamedTuple):
    """A period or a line that stands twice in one table, and both its places."""

    what: Period | Line
    first: Address
    second: Address


@dataclass(frozen=True, slots=True)
class FiguresTable:
    """A header row of periods with lines under and left of it.

    Its headings are its first row, or stand above a table whose row of periods it shares. A table
    with `repeats` is reported and left alone. `texts` are the short texts in it and just above it,
    folded: they may name areas. `is_turned` tells that its periods go down the rows, or that its
    labels stand right of the figures.
    """

    sheet: str
    block: Block
    header: Mapping[Period, Address]
    rows: tuple[FiguresRow, ...]
    repeats: tuple[Repeat, ...] = ()
    texts: frozenset[str] = frozenset()
    is_turned: bool = False

    @property
    def is_sound(self) -> bool:
        """Tell whether every line and period stands there once."""
        return not self.repeats

    @property
    def header_row(self) -> int:
        """Return the row of its headings: its first, or one above whose periods it shares."""
        return min(self.block.top, max(at.row for at in self.header.values()))

    @property
    def body(self) -> range:
        """Return the rows below its headings."""
        below = max(at.row for at in self.header.values()) + 1
        return range(max(below, self.block.top), self.block.bottom + 1)

    def row(self, line: Line) -> FiguresRow | None:
        """Return the row of a line."""
        return next((row for row in self.rows if row.line == line), None)

    def __iter__(self) -> Iterator[Figure]:
        """Yield every figure, row by row."""
        return chain.from_iterable([row.figures.values() for row in self.rows])


@dataclass(frozen=True, slots=True)
class Area:
    """A service area (vastuualue): its full name and the sheet it is written on.

    `block` is its own part of a sheet that several areas are written on; None for a whole sheet.
    """

    name: str
    sheet: str
    tables: tuple[FiguresTable, ...] = field(default=(), compare=False)
    block: Block | None = None

    @property
    def place(self) -> str:
        """Return where it is written: its sheet, with the first cell of its part of one."""
        if self.block is None:
            return self.sheet
        return f"{self.sheet}!{Address(self.block.top, self.block.left).a1}"

    def figure(self, line: Line, period: Period) -> Figure | None:
        """Return the first figure of a line in a period, in any sound table of the sheet."""
        for table in self.tables:
            row = table.row(line) if table.is_sound else None
            if row is not None and period in row.figures:
                return row.figures[period]
        return None

    @property
    def is_begun(self) -> bool:
        """Tell whether its tables hold a figure: one typed, or a computed one that is not zero."""
        return any(
            figure.number is not None and not (figure.has_formula and figure.number == 0)
            for table in self.tables
            for figure in table
        )

    @property
    def periods(self) -> tuple[Period, ...]:
        """Return the periods of its tables, in the order printed, each once."""
        return tuple(dict.fromkeys(period for table in self.tables for period in table.header))


def owner_of(areas: Iterable[Area], sheet: str, at: Address) -> Area | None:
    """Return whose the cell is: the area's whose sheet, or part of one, it stands in."""
    return next(
        (
            area
            for area in areas
            if area.sheet == sheet and (area.block is None or area.block.covers(at))
        ),
        None,
    )


class ComparisonColumn(NamedTuple):
    """A column: its role in `terms.columns`, the period it is of, the periods its heading names."""

    role: str
    label: str
    heading: Address
    period: Period | None = None
    mentions: Sequence[tuple[str | None, int]] = ()

    @property
    def year(self) -> int | None:
        """Return the year of an amounts column, None where its heading names none."""
        return self.mentions[0][1] if len(self.mentions) == 1 else None


class ComparisonRow(NamedTuple):
    """A row: the texts it is labelled with, and its figures by column number.

    `code` is the lexicon's where it knows one of the texts as a line. `beside` are the figures of
    the table's unknown columns.
    """

    texts: tuple[str, ...]
    address: Address
    code: str | None = None
    figures: Mapping[int, Figure] = MappingProxyType({})
    beside: Mapping[int, Figure] = MappingProxyType({})

    @property
    def label(self) -> str:
        """Return the row's label as printed, of one cell or several."""
        return " ".join(self.texts)


class ComparisonTable(NamedTuple):
    """A header row whose words say how its columns follow from each other, and its rows.

    `area` is whose table it is; None where it is no area's own. `unknown` are the columns of
    figures among its own whose headings nobody knows.
    """

    sheet: str
    block: Block
    columns: Mapping[int, ComparisonColumn]
    rows: tuple[ComparisonRow, ...]
    area: str | None = None
    unknown: Mapping[int, ComparisonColumn] = MappingProxyType({})


class SummaryName(NamedTuple):
    """What a summary calls a row or a column of figures that stands among its areas."""

    text: str
    sheet: str
    address: Address


class SummaryTotal(NamedTuple):
    """A total of all areas and the areas' figures that it stands with.

    `has_unknown` tells that a figure between belongs to nothing that is known; `unknown` are the
    names of such figures, where they have one.
    """

    total: Figure
    parts: tuple[Figure, ...]
    has_unknown: bool = False
    unknown: tuple[SummaryName, ...] = ()


class SheetErrors(NamedTuple):
    """The error values of a sheet: how many cells hold one, the first of them, and its error."""

    sheet: str
    cells: int
    first: Address
    error: CellError


class SummaryPage(NamedTuple):
    """A sheet that names several areas: which ones, in the book's spelling, and its errors."""

    sheet: str
    areas: frozenset[str]
    errors: SheetErrors | None = None


class SummaryHeading(NamedTuple):
    """A cell of a summary that tells nothing but a period, over figures or beside them."""

    period: Period
    sheet: str
    address: Address


class Summary(NamedTuple):
    """What sheets that are no area's own print of areas: the figures, and the totals among them.

    A figure's `area` is told; it is NOBODY's for a total of all areas. `headings` are the cells
    that tell the figures' periods.
    """

    figures: tuple[Figure, ...] = ()
    totals: tuple[SummaryTotal, ...] = ()
    pages: tuple[SummaryPage, ...] = ()
    headings: tuple[SummaryHeading, ...] = ()
