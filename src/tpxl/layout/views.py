"""A part of a sheet, looked at as if it were the whole: without some rows, or within a block.

Addresses are the sheet's own, so that what is found can be edited where it stands.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cached_property
from operator import attrgetter
from typing import NamedTuple, TypeVar

from tpxl.model import Address, Area, Block, Cell, Grid, Sheets, Text, Unvalued, Value
from tpxl.model.address import MAX_COLUMN, MAX_ROW

_Held = TypeVar("_Held")

EVERYTHING = Block(1, 1, MAX_ROW, MAX_COLUMN)


_ROW = attrgetter("row")


class SheetWords:
    """What the many parts of a sheet ask it for: each is asked for once, and kept by its rows."""

    def __init__(self, grid: Grid) -> None:
        """Keep the sheet."""
        self._grid = grid
        self._texts: dict[Callable[[str], bool], Sequence[Text]] = {}

    def texts(self, wanted: Callable[[str], bool], rows: range) -> Sequence[Text]:
        """Return the wanted texts in the rows."""
        if wanted not in self._texts:
            self._texts[wanted] = tuple(self._grid.texts(wanted))
        found = self._texts[wanted]
        first = bisect_left(found, rows.start, key=_ROW)
        return found[first : bisect_left(found, rows.stop, key=_ROW)]

    def merged(self, rows: range) -> Iterator[Block]:
        """Yield the merged areas that begin in the rows, from the top."""
        tops, by_row = self._merged
        for row in tops[bisect_left(tops, rows.start) : bisect_right(tops, rows.stop - 1)]:
            yield from by_row[row]

    @cached_property
    def _merged(self) -> tuple[Sequence[int], dict[int, list[Block]]]:
        by_row: dict[int, list[Block]] = defaultdict(list)
        for block in self._grid.merged:
            by_row[block.top].append(block)
        return sorted(by_row), by_row


class AreaGrids:
    """The sheets of areas, of each its own part where it is written on one with others."""

    def __init__(self, book: Sheets) -> None:
        """Keep the book."""
        self._book = book
        self._words: dict[str, SheetWords] = {}

    def of(self, area: Area) -> Grid:
        """Return what an area is written on.

        Raises:
            TpxlError: the sheet cannot be read.
        """
        grid = self._book.read(area.sheet)
        if area.block is None:
            return grid
        words = self._words.setdefault(area.sheet, SheetWords(grid))
        return View(grid, block=area.block, words=words)


class View(NamedTuple):
    """A `Grid` of which the cells outside a block look empty, and those of `hidden` rows.

    `words` are those of a sheet that is looked at in many parts.
    """

    grid: Grid
    hidden: Collection[int] = ()
    block: Block = EVERYTHING
    words: SheetWords | None = None

    @property
    def _rows(self) -> range:
        return range(self.block.top, self.block.bottom + 1)

    def shows(self, at: Address) -> bool:
        """Tell whether a cell is seen."""
        return at.row not in self.hidden and self.block.covers(at)

    @property
    def sheet(self) -> str:
        """The sheet's name."""
        return self.grid.sheet

    @property
    def merged(self) -> tuple[Block, ...]:
        """The merged areas that begin in the block."""
        covers = self.block.covers
        found = self.grid.merged if self.words is None else self.words.merged(self._rows)
        return tuple(one for one in found if covers(Address(one.top, one.left)))

    def texts(self, wanted: Callable[[str], bool]) -> Iterator[Text]:
        """Yield the cells whose text is wanted, row by row."""
        found: Iterable[Text] = (
            self.grid.texts(wanted) if self.words is None else self.words.texts(wanted, self._rows)
        )
        return (text for text in found if self.shows(text.address))

    def row(self, row: int) -> dict[int, Value]:
        """Return the filled cells of a row by column, in order."""
        return self._seen(row, self.grid.row)

    def cells_of(self, row: int) -> dict[int, Cell]:
        """Return the filled cells of a row by column, with all that is known of them."""
        return self._seen(row, self.grid.cells_of)

    def _seen(self, row: int, cells: Callable[[int], dict[int, _Held]]) -> dict[int, _Held]:
        top, left, bottom, right = self.block
        if row in self.hidden or not top <= row <= bottom:
            return {}
        if self.block is EVERYTHING:
            return cells(row)
        return {column: one for column, one in cells(row).items() if left <= column <= right}

    def value(self, at: Address) -> Value:
        """Return what the cell holds."""
        return self.grid.value(at) if self.shows(at) else None

    def has_formula(self, at: Address) -> bool:
        """Tell whether the cell is computed by the spreadsheet."""
        return self.shows(at) and self.grid.has_formula(at)

    def formula(self, at: Address) -> str | None:
        """Return the cell's formula, None where it has none."""
        return self.grid.formula(at) if self.shows(at) else None

    def formula_cells(self) -> Iterator[tuple[Address, str]]:
        """Yield the cells with a formula of their own, each with its text."""
        return ((at, text) for at, text in self.grid.formula_cells() if self.shows(at))

    def has_rich_text(self, at: Address) -> bool:
        """Tell whether the cell's text is lettered in several ways."""
        return self.shows(at) and self.grid.has_rich_text(at)

    def number_format(self, at: Address) -> str:
        """Return the cell's number format code."""
        return self.grid.number_format(at)

    @property
    def unvalued(self) -> Unvalued | None:
        """The formulas of the whole sheet without a cached value."""
        return self.grid.unvalued

    @property
    def last_row(self) -> int:
        """The last row of the block that may hold anything."""
        return min(self.grid.last_row, self.block.bottom)
