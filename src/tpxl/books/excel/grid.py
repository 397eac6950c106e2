"""One sheet of the open workbook: its values read in one call, the rest asked when needed.

How far a sheet is filled: Excel's used range also counts cells that are only formatted.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

from tpxl.books.excel.cells import Rows, block_range, values
from tpxl.books.excel.com_errors import translated
from tpxl.books.excel.formats import Formats
from tpxl.books.excel.writing import is_formula
from tpxl.model import Address, Block, Cell, NewValue, Text, Unvalued, Value

if TYPE_CHECKING:
    import xlwings as xw

_NOTHING = Block(1, 1, 1, 1)

_SOON_READ = 50_000


class LiveGrid:
    """A `Grid` of the sheet as it was when it was read, edits since then included."""

    def __init__(self, sheet: "xw.Sheet", before: "LiveGrid | None" = None) -> None:
        """Read the values of an xlwings sheet; of one that was read `before`, only these.

        Raises:
            TpxlError: Excel does not answer.
        """
        self._name = ""
        with self._excel():
            self._name = sheet.name
            block = filled_block(sheet)
            self._rows: Rows = values(block_range(sheet, block)) if block else []
        fresh = Formats(sheet, block or _NOTHING)
        known = fresh if before is None else before.looks
        self.looks: Formats = known if known.block == fresh.block else fresh
        with self._excel():
            self._raise_marks()

    @property
    def sheet(self) -> str:
        """The sheet's name."""
        return self._name

    @property
    def merged(self) -> tuple[Block, ...]:
        """The merged areas, in the order of their first cells."""
        with self._excel():
            return self.looks.merged

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
        """Return the filled cells of a row by column, in order, with all that is known of them.

        Words are said to be ``General``: no number format shows in them.
        """
        with self._excel():
            computed = self.looks.computed(row)
        held = self.row(row)
        filled = {}
        for column in sorted({*held, *computed}):
            at, value = Address(row, column), held.get(column, "")
            shown_as = "General" if _is_word(value) else self.number_format(at)
            filled[column] = Cell(value, self.has_formula(at), shown_as)
        return filled

    def value(self, at: Address) -> Value:
        """Return what the cell holds; None for an empty cell, "" for a formula that gives that."""
        value = self.row(at.row).get(at.column)
        return "" if value is None and self.has_formula(at) else value

    def has_formula(self, at: Address) -> bool:
        """Tell whether the cell is computed by the spreadsheet."""
        with self._excel():
            return is_formula(self.looks.formula(at), self.row(at.row).get(at.column))

    def formula(self, at: Address) -> str | None:
        """Return the cell's formula, None where it has none."""
        with self._excel():
            said = self.looks.formula(at)
        return said if is_formula(said, self.row(at.row).get(at.column)) else None

    def formula_cells(self) -> Iterator[tuple[Address, str]]:
        """Yield the cells with a formula, each with its text, row by row."""
        for row in range(1, self.last_row + 1):
            with self._excel():
                computed = self.looks.computed(row)
            for column in computed:
                at = Address(row, column)
                formula = self.formula(at)
                if formula is not None:
                    yield at, formula

    def has_rich_text(self, at: Address) -> bool:
        """Tell whether the cell's text is lettered in several ways: Excel tells no font of it."""
        with self._excel():
            return self.looks.has_rich_text(at)

    def number_format(self, at: Address) -> str:
        """Return the cell's number format code, the English way."""
        row = self.row(at.row)
        is_word = _is_word(row.get(at.column))
        with self._excel():
            return self.looks.number_format(at, lambda column: _is_word(row.get(column)) == is_word)

    @property
    def unvalued(self) -> Unvalued | None:
        """None: an open spreadsheet has calculated every formula."""
        return None

    @property
    def last_row(self) -> int:
        """The last row that holds anything, 0 for an empty sheet."""
        rows = range(len(self._rows), 0, -1)
        return next((row for row in rows if self.row(row)), 0)

    def put(self, cells: Mapping[Address, NewValue]) -> None:
        """Take up what was written into the sheet since it was read."""
        for at, new in cells.items():
            missing = range(len(self._rows), at.row)
            self._rows += [[] for _ in missing]
            row = self._rows[at.row - 1]
            row += [None] * (at.column - len(row))
            row[at.column - 1] = None if new == "" else new
            self.looks.written.add(at)

    def _raise_marks(self) -> None:
        """Tell superscripts of the texts that were read by raised letters."""
        for at in self.looks.raised if self._rows else ():
            row = self._rows[at.row - 1]
            text = row[at.column - 1] if at.column <= len(row) else None
            if isinstance(text, str) and at not in self.looks.written:
                row[at.column - 1] = self.looks.with_raised(at, text)

    def _excel(self) -> AbstractContextManager[None]:
        return translated("sheet_unreadable", sheet=self._name)


def _is_word(value: Value) -> bool:
    return isinstance(value, str) and any(letter.isalpha() for letter in value)


def filled_block(sheet: "xw.Sheet") -> Block | None:
    """Return the block from A1 to the last cell that may hold something; None where none can.

    A sheet that is formatted down to its last row is not read down to it: Excel is asked how
    many cells are filled below a row, some twenty times, whatever the sheet's size.
    """
    used = sheet.used_range
    rows, columns = used.shape
    block = Block(1, 1, used.row + rows - 1, used.column + columns - 1)
    count = _counter(sheet)
    if block.bottom * block.right <= _SOON_READ or count is None:
        return block
    bottom = _last(block.bottom, lambda row: count(block._replace(top=row)))
    if not bottom:
        return None
    block = block._replace(bottom=bottom)
    return block._replace(right=_last(block.right, lambda left: count(block._replace(left=left))))


def _counter(sheet: "xw.Sheet") -> Callable[[Block], float] | None:
    functions = getattr(sheet.book.app.api, "WorksheetFunction", None)
    if functions is None:
        return None
    return lambda block: float(functions.CountA(block_range(sheet, block).api))


def _last(upper: int, filled_from: Callable[[int], float]) -> int:
    """Return the last number of 1..upper from which on something is filled; 0 where none is."""
    low, high = 0, upper
    while low < high:
        middle = (low + high + 1) // 2
        if filled_from(middle):
            low = middle
        else:
            high = middle - 1
    return low
