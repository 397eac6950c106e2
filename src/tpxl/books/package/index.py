"""Where everything is in a sheet's bytes: rows, cells, formulas, and what frames them.

Two readers make the same index: `plain` scans the form nearly every program writes, at a tenth of
a parser's cost; `sure` asks a real parser and takes every form XML allows.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import NamedTuple

from tpxl.model import Address, Block


class Formula(NamedTuple):
    """A cell's formula: its kind (normal, shared, array, dataTable), text, area and group."""

    kind: str
    text: str
    ref: str | None
    group: str | None
    start: int
    end: int


class Cell(NamedTuple):
    """A cell: `kind` is the file's type letter, `text` its value's text, inline or not.

    `is_pinned` tells that it says its own place; `others` are the spans of children that are
    neither formula nor value.
    """

    column: int
    start: int
    end: int
    is_pinned: bool
    style: int | None
    kind: str
    text: str | None
    formula: Formula | None = None
    others: tuple[tuple[int, int], ...] = ()


_COLUMN = attrgetter("column")


class Row(NamedTuple):
    """A row: its start tag ends at `opened`, its cells at `closed`; ``<row/>`` at `opened`."""

    number: int
    start: int
    opened: int
    closed: int
    is_pinned: bool
    style: int | None
    cells: tuple[Cell, ...]

    def cell(self, column: int) -> Cell | None:
        """Return the cell in a column."""
        cells = self.cells
        if column <= len(cells) and cells[column - 1].column == column:  # none is left out
            return cells[column - 1]
        at = bisect_left(cells, column, key=_COLUMN)
        return cells[at] if at < len(cells) and cells[at].column == column else None


class ColumnStyle(NamedTuple):
    """The style of the columns `first` to `last`."""

    first: int
    last: int
    style: int


class Frame(NamedTuple):
    """What stands around the rows: `opened` and `closed` bound the content of ``<sheetData>``.

    `dimension` is the span of its start tag and the block it names. `arrays` are the blocks of
    array formulas and data tables, by their kind.
    """

    prefix: bytes
    opened: int
    closed: int
    dimension: tuple[int, int, Block] | None = None
    columns: tuple[ColumnStyle, ...] = ()
    merged: tuple[Block, ...] = ()
    arrays: tuple[tuple[str, Block], ...] = ()

    def column_style(self, column: int) -> int | None:
        """Return the style of a column."""
        return next((c.style for c in self.columns if c.first <= column <= c.last), None)


@dataclass(frozen=True, slots=True)
class SheetIndex:
    """The index of one sheet; `row_at` reads a row by its place in `numbers`.

    `known` remembers the rows that were asked for: a table's rows are asked for cell by cell.
    """

    frame: Frame
    numbers: Sequence[int]
    row_at: Callable[[int], Row]
    has_formulas: bool
    known: dict[int, Row | None] = field(default_factory=dict, compare=False)

    def row(self, number: int) -> Row | None:
        """Return the row with a number."""
        if number not in self.known:
            at = self.place(number)
            is_there = at < len(self.numbers) and self.numbers[at] == number
            self.known[number] = self.row_at(at) if is_there else None
        return self.known[number]

    def place(self, number: int) -> int:
        """Return the place of the first row that is not before `number`."""
        return bisect_left(self.numbers, number)

    def rows(self) -> Iterator[Row]:
        """Yield every row."""
        return (self.row_at(at) for at in range(len(self.numbers)))

    def cell(self, at: Address) -> Cell | None:
        """Return the cell at an address."""
        row = self.row(at.row)
        return None if row is None else row.cell(at.column)
