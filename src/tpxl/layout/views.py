"""A part of a sheet, looked at as if it were the whole: without some rows, or within a block.

Addresses are the sheet's own, so that what is found can be edited where it stands.
"""

from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple, TypeVar

from tpxl.model import Address, Area, Block, Cell, Grid, Sheets, Text, Unvalued, Value
from tpxl.model.address import MAX_COLUMN, MAX_ROW

_Held = TypeVar("_Held")

EVERYTHING = Block(1, 1, MAX_ROW, MAX_COLUMN)


def grid_of(book: Sheets, area: Area) -> Grid:
    """Return the sheet of an area, its own part of it where it is written on one with others.

    Raises:
        TpxlError: the sheet cannot be read.
    """
    grid = book.read(area.sheet)
    return grid if area.block is None else View(grid, block=area.block)


class View(NamedTuple):
    """A `Grid` of which the cells outside a block look empty, and those of `hidden` rows."""

    grid: Grid
    hidden: Collection[int] = ()
    block: Block = EVERYTHING

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
        return tuple(one for one in self.grid.merged if covers(Address(one.top, one.left)))

    def texts(self, wanted: Callable[[str], bool]) -> Iterator[Text]:
        """Yield the cells whose text is wanted, row by row."""
        return (text for text in self.grid.texts(wanted) if self.shows(text.address))

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
