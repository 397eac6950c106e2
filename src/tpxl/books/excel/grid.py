"""One sheet of the open workbook: its values read in one call, the rest asked when needed."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from functools import cached_property
from typing import TYPE_CHECKING

from tpxl.books.excel.cells import Rows, block_range, formulas, values
from tpxl.books.excel.extent import filled_block
from tpxl.books.excel.foreign import translated
from tpxl.books.excel.regions import Regions
from tpxl.books.excel.writing import is_formula
from tpxl.model import Address, Block, Cell, NewValue, Text, Value

if TYPE_CHECKING:
    import xlwings as xw


class LiveGrid:
    """A `Grid` of the sheet as it was when it was read."""

    def __init__(self, sheet: "xw.Sheet") -> None:
        """Read the values of an xlwings sheet.

        Raises:
            TpxlError: Excel does not answer.
        """
        self._sheet = sheet
        with self._excel():
            self._name: str = sheet.name
            self._block = filled_block(sheet)
            self._rows: Rows = values(self._range(self._block)) if self._block else []
        self._written: set[Address] = set()

    @property
    def sheet(self) -> str:
        """The sheet's name."""
        return self._name

    @cached_property
    def merged(self) -> tuple[Block, ...]:
        """The merged areas, in the order of their first cells."""
        if self._block is None:
            return ()
        with self._excel():
            found: list[Block] = []
            for block, is_merged in Regions(self._block, self._is_merged).uniform():
                if is_merged:
                    self._add_areas(block, found)
        return tuple(sorted(found))

    def texts(self, wanted: Callable[[str], bool]) -> Iterator[Text]:
        """Yield the cells whose text is wanted, row by row."""
        for row, cells in enumerate(self._rows, 1):
            for column, value in enumerate(cells, 1):
                if isinstance(value, str) and wanted(value):
                    yield Text(row, column, value)

    def row(self, row: int) -> dict[int, Value]:
        """Return the filled cells of a row by column, in order."""
        cells = self._rows[row - 1] if 0 < row <= len(self._rows) else []
        return {column: value for column, value in enumerate(cells, 1) if value is not None}

    def cells_of(self, row: int) -> dict[int, Cell]:
        """Return the filled cells of a row by column, in order, with all that is known of them."""
        return {
            column: Cell(value, self.has_formula(at), self.number_format(at))
            for column, value in self.row(row).items()
            for at in (Address(row, column),)
        }

    def value(self, at: Address) -> Value:
        """Return what the cell holds; None for an empty cell."""
        return self.row(at.row).get(at.column)

    def has_formula(self, at: Address) -> bool:
        """Tell whether the cell is computed by the spreadsheet."""
        if at in self._written or not self._read(at):
            return False
        said = self._formulas[at.row - 1][at.column - 1]
        return is_formula(said, self.value(at))

    def is_lettered(self, at: Address) -> bool:
        """Tell whether the cell's text is lettered in several ways: Excel tells no font of it."""
        with self._excel():
            font = self._sheet.range((at.row, at.column)).font
            return None in (font.bold, font.italic, font.name, font.size, font.api.Color)

    def number_format(self, at: Address) -> str:
        """Return the cell's number format code, the English way."""
        with self._excel():
            inside = self._formats.at(at)
            if inside is None:  # a column may have a format where it holds nothing
                inside = self._sheet.range((at.row, at.column)).number_format
            return inside or "General"

    @property
    def last_row(self) -> int:
        """The last row that holds anything, 0 for an empty sheet."""
        filled = (
            row
            for row in range(len(self._rows), 0, -1)
            if any(value is not None for value in self._rows[row - 1])
        )
        return next(filled, 0)

    def put(self, cells: Mapping[Address, NewValue]) -> None:
        """Take up what was written into the sheet since it was read."""
        for at, new in cells.items():
            missing = range(len(self._rows), at.row)
            self._rows += [[] for _ in missing]
            row = self._rows[at.row - 1]
            row += [None] * (at.column - len(row))
            row[at.column - 1] = None if new == "" else new
            self._written.add(at)

    @cached_property
    def _formulas(self) -> list[list[str]]:
        with self._excel():
            return formulas(self._range(self._block)) if self._block else []

    @cached_property
    def _formats(self) -> Regions[str]:
        block = self._block or Block(1, 1, 1, 1)
        return Regions(block, lambda part: self._range(part).number_format)

    def _read(self, at: Address) -> bool:
        return self._block is not None and self._block.covers(at)

    def _range(self, block: Block) -> "xw.Range":
        return block_range(self._sheet, block)

    def _is_merged(self, block: Block) -> bool | None:
        return self._range(block).merge_cells  # None where some are, whatever xlwings' type says

    def _add_areas(self, block: Block, found: list[Block]) -> None:
        """Add the merged areas that fill a block; one may reach beyond it, two may share it."""
        for row in range(block.top, block.bottom + 1):
            for column in range(block.left, block.right + 1):
                if not any(area.covers(Address(row, column)) for area in found):
                    area = self._sheet.range((row, column)).merge_area
                    down, across = area.shape
                    left = area.column
                    found.append(Block(area.row, left, area.row + down - 1, left + across - 1))

    def _excel(self) -> AbstractContextManager[None]:
        return translated("sheet_unreadable", sheet=getattr(self, "_name", ""))
