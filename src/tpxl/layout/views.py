"""A part of a sheet, looked at as if it were the whole: without some rows, or within a block.

Addresses are the sheet's own, so that what is found can be edited where it stands.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeVar

from tpxl.model import Address, Area, Block, Cell, Grid, Sheets, Text, Unvalued, Value

_Held = TypeVar("_Held")


def grid_of(book: Sheets, area: Area) -> Grid:
    """Return the sheet of an area, its own part of it where it is written on one with others.

    Raises:
        TpxlError: the sheet cannot be read.
    """
    grid = book.read(area.sheet)
    return grid if area.block is None else Within(grid, area.block)


class HiddenRows(NamedTuple):
    """A `Grid` whose `hidden` rows look empty."""

    grid: Grid
    hidden: frozenset[int]

    @property
    def sheet(self) -> str:
        """The sheet's name."""
        return self.grid.sheet

    @property
    def merged(self) -> tuple[Block, ...]:
        """The merged areas."""
        return self.grid.merged

    def texts(self, wanted: Callable[[str], bool]) -> Iterator[Text]:
        """Yield the cells whose text is wanted, row by row."""
        return (text for text in self.grid.texts(wanted) if text.row not in self.hidden)

    def row(self, row: int) -> dict[int, Value]:
        """Return the filled cells of a row by column, in order."""
        return {} if row in self.hidden else self.grid.row(row)

    def cells_of(self, row: int) -> dict[int, Cell]:
        """Return the filled cells of a row by column, with all that is known of them."""
        return {} if row in self.hidden else self.grid.cells_of(row)

    def value(self, at: Address) -> Value:
        """Return what the cell holds."""
        return None if at.row in self.hidden else self.grid.value(at)

    def has_formula(self, at: Address) -> bool:
        """Tell whether the cell is computed by the spreadsheet."""
        return at.row not in self.hidden and self.grid.has_formula(at)

    def formula(self, at: Address) -> str | None:
        """Return the cell's formula, None where it has none."""
        return None if at.row in self.hidden else self.grid.formula(at)

    def formula_cells(self) -> Iterator[tuple[Address, str]]:
        """Yield the cells with a formula of their own, each with its text."""
        return ((at, text) for at, text in self.grid.formula_cells() if at.row not in self.hidden)

    def has_rich_text(self, at: Address) -> bool:
        """Tell whether the cell's text is lettered in several ways."""
        return at.row not in self.hidden and self.grid.has_rich_text(at)

    def number_format(self, at: Address) -> str:
        """Return the cell's number format code."""
        return self.grid.number_format(at)

    @property
    def unvalued(self) -> Unvalued | None:
        """The formulas of the whole sheet without a cached value."""
        return self.grid.unvalued

    @property
    def last_row(self) -> int:
        """The last row that holds anything."""
        return self.grid.last_row


class Within(NamedTuple):
    """A `Grid` of which all but the cells of a block look empty."""

    grid: Grid
    block: Block

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
        return (text for text in self.grid.texts(wanted) if self.block.covers(text.address))

    def row(self, row: int) -> dict[int, Value]:
        """Return the filled cells of a row by column, in order."""
        return self._own(row, self.grid.row)

    def cells_of(self, row: int) -> dict[int, Cell]:
        """Return the filled cells of a row by column, with all that is known of them."""
        return self._own(row, self.grid.cells_of)

    def _own(self, row: int, cells: Callable[[int], dict[int, _Held]]) -> dict[int, _Held]:
        top, left, bottom, right = self.block
        if not top <= row <= bottom:
            return {}
        return {column: one for column, one in cells(row).items() if left <= column <= right}

    def value(self, at: Address) -> Value:
        """Return what the cell holds."""
        return self.grid.value(at) if self.block.covers(at) else None

    def has_formula(self, at: Address) -> bool:
        """Tell whether the cell is computed by the spreadsheet."""
        return self.block.covers(at) and self.grid.has_formula(at)

    def formula(self, at: Address) -> str | None:
        """Return the cell's formula, None where it has none."""
        return self.grid.formula(at) if self.block.covers(at) else None

    def formula_cells(self) -> Iterator[tuple[Address, str]]:
        """Yield the cells with a formula of their own, each with its text."""
        return ((at, text) for at, text in self.grid.formula_cells() if self.block.covers(at))

    def has_rich_text(self, at: Address) -> bool:
        """Tell whether the cell's text is lettered in several ways."""
        return self.block.covers(at) and self.grid.has_rich_text(at)

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
