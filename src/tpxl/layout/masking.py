"""A sheet without the rows that belong to a table already found: what is left tells of the rest."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from tpxl.model import Address, Block, Cell, Grid, Text, Unvalued, Value


class WithoutRows(NamedTuple):
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

    def is_lettered(self, at: Address) -> bool:
        """Tell whether the cell's text is lettered in several ways."""
        return at.row not in self.hidden and self.grid.is_lettered(at)

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
