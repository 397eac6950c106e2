"""Where everything is in a sheet's bytes: rows, cells, formulas, and what frames them.

Two readers make the same index: `scanned` scans the form nearly every program writes, at a tenth of
a parser's cost; `parsed` asks a real parser and takes every form XML allows.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from tpxl.model import Block

Content = tuple[str, str | None, bool, int | None]
"""What a cell holds: kind, text, whether it has a formula, style."""

Contents = dict[int, Content]
"""What the cells of a row hold, by column."""

_TRUE = frozenset({"1", "true"})
_PASSWORDS = ("password", "hashValue", "saltValue")


class NotScannable(Exception):  # noqa: N818  # no error: the sheet goes another way
    """The sheet is not in the plain form."""


class CellFormula(NamedTuple):
    """A cell's formula: its kind (normal, shared, array, dataTable), text, area and group."""

    kind: str
    text: str
    ref: str | None
    group: str | None
    start: int
    end: int


class CellBytes(NamedTuple):
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
    formula: CellFormula | None = None
    others: tuple[tuple[int, int], ...] = ()


class RowBytes:
    """A row: its start tag ends at `opened`, its cells at `closed`; ``<row/>`` at `opened`."""

    def __init__(
        self,
        number: int,
        *,
        start: int,
        opened: int,
        closed: int,
        is_pinned: bool = True,
        style: int | None = None,
        cells: tuple[CellBytes, ...] = (),
    ) -> None:
        """Say where a row is; `is_pinned` tells that it says its own place."""
        self.number = number
        self.start, self.opened, self.closed = start, opened, closed
        self.is_pinned = is_pinned
        self._style = style
        self._cells = cells

    @property
    def style(self) -> int | None:
        """The style of the cells that are not there."""
        return self._style

    @property
    def cells(self) -> tuple[CellBytes, ...]:
        """The cells, in order."""
        return self._cells

    @cached_property
    def contents(self) -> Contents:
        """What the cells hold."""
        return contents_of(self.cells)

    def cell(self, column: int) -> CellBytes | None:
        """Return the cell in a column."""
        at = bisect_left(self.cells, column, key=lambda cell: cell.column)
        found = self.cells[at] if at < len(self.cells) else None
        return found if found is not None and found.column == column else None


def contents_of(cells: Iterable[CellBytes]) -> Contents:
    """Return what cells hold."""
    return {
        cell.column: (cell.kind, cell.text, cell.formula is not None, cell.style) for cell in cells
    }


class ColumnStyle(NamedTuple):
    """The style of the columns `first` to `last`."""

    first: int
    last: int
    style: int


class SheetFrame(NamedTuple):
    """What stands around the rows: `opened` and `closed` bound the content of ``<sheetData>``.

    `dimension` is the span of its start tag and the block it names. `arrays` are the blocks of
    array formulas and data tables, by their kind. A sheet is `locked` by a password: protection
    without one keeps nobody out.
    """

    prefix: bytes
    opened: int
    closed: int
    dimension: tuple[int, int, Block] | None = None
    columns: tuple[ColumnStyle, ...] = ()
    merged: tuple[Block, ...] = ()
    arrays: tuple[tuple[str, Block], ...] = ()
    is_locked: bool = False

    def column_style(self, column: int) -> int | None:
        """Return the style of a column."""
        return next((c.style for c in self.columns if c.first <= column <= c.last), None)


def is_locked(said: Mapping[str, str]) -> bool:
    """Tell whether a sheet's protection, by its attributes, is on and asks for a password.

    >>> is_locked({"sheet": "1", "hashValue": "x"}), is_locked({"sheet": "1"})
    (True, False)
    """
    return said.get("sheet") in _TRUE and any(said.get(name) for name in _PASSWORDS)


class SheetIndex:
    """The index of one sheet; `row_at` reads a row by its place in `numbers`.

    The rows that were asked for are remembered: a table's rows are asked for cell by cell.
    """

    def __init__(
        self,
        frame: SheetFrame,
        numbers: Sequence[int],
        row_at: Callable[[int], RowBytes],
        *,
        has_formulas: bool,
        has_own_texts: bool = True,
    ) -> None:
        """Keep an index; without `has_own_texts` all text is shared, its numbers as we write."""
        self.frame = frame
        self.numbers = numbers
        self.has_formulas = has_formulas
        self.has_own_texts = has_own_texts
        self._row_at = row_at
        self._known: dict[int, RowBytes | None] = {}

    def row(self, number: int) -> RowBytes | None:
        """Return the row with a number."""
        try:
            return self._known[number]
        except KeyError:
            at = self.place(number)
            is_there = at < len(self.numbers) and self.numbers[at] == number
            row = self._known[number] = self._row_at(at) if is_there else None
            return row

    def place(self, number: int) -> int:
        """Return the place of the first row that is not before `number`."""
        return bisect_left(self.numbers, number)

    def rows(self) -> Iterator[RowBytes]:
        """Yield every row."""
        return (self._row_at(at) for at in range(len(self.numbers)))
