"""A sheet of a report: its passages row under row, each cell with its place on the page."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from tpxl.books.report.areas import ReportSheet
from tpxl.books.report.numbers import PrintedValue, printed_value
from tpxl.books.report.passages import Passage, Print
from tpxl.model import Address, Block, Cell, Text, Unvalued, Value


class ReportCell(NamedTuple):
    """A cell: what it holds as a number or text, and what is printed where."""

    held: PrintedValue
    printed: Print


class ReportGrid:
    """A `Grid` over one sheet of a report. There are no formulas in it."""

    def __init__(self, sheet: ReportSheet) -> None:
        """Lay the passages of a sheet under each other, a blank row after each table."""
        self.sheet = sheet.name
        self.tables: dict[int, Block] = {}
        self._rows: dict[int, dict[int, ReportCell]] = {}
        merged: list[Block] = []
        row = 1
        for passage in sheet.passages:
            held = _held if _has_negatives_in_brackets(passage) else _held_without_brackets
            for index, cells in enumerate(passage.rows):
                if cells:
                    self._rows[row + index] = {
                        column: ReportCell(held(cells[column]), cells[column])
                        for column in sorted(cells)
                    }
            merged += [
                Block(row + index, first, row + index, last) for index, first, last in passage.spans
            ]
            last = row + len(passage.rows) - 1
            if passage.is_table:
                wide = max((max(cells) for cells in passage.rows if cells), default=1)
                self.tables[passage.number] = Block(row, 1, last, wide)
            row = last + 1 + passage.is_table
        self._merged = tuple(merged)

    @property
    def merged(self) -> tuple[Block, ...]:
        """The cells of tables that reach over several columns."""
        return self._merged

    def texts(self, wanted: Callable[[str], bool]) -> Iterator[Text]:
        """Yield the cells whose text is wanted, row by row."""
        for row, cells in self._rows.items():
            for column, cell in cells.items():
                value = cell.held.value
                if isinstance(value, str) and wanted(value):
                    yield Text(row, column, value)

    def row(self, row: int) -> dict[int, Value]:
        """Return the filled cells of a row by column, in order."""
        return {column: cell.held.value for column, cell in self._cells(row).items()}

    def cells_of(self, row: int) -> dict[int, Cell]:
        """Return the filled cells of a row by column, with how each is shown."""
        return {
            column: Cell(cell.held.value, number_format=cell.held.number_format)
            for column, cell in self._cells(row).items()
        }

    def value(self, at: Address) -> Value:
        """Return what the cell holds; None for an empty cell."""
        cell = self.cell(at)
        return None if cell is None else cell.held.value

    def has_formula(self, at: Address) -> bool:  # noqa: ARG002  # a report has none
        """Return False: a report holds no formulas."""
        return False

    def formula(self, at: Address) -> str | None:  # noqa: ARG002  # a report has none
        """Return None: a report holds no formulas."""
        return None

    def formula_cells(self) -> Iterator[tuple[Address, str]]:
        """Yield nothing: a report holds no formulas."""
        yield from ()

    def has_rich_text(self, at: Address) -> bool:  # noqa: ARG002  # nothing is written
        """Return False: nothing is written in a report."""
        return False

    def number_format(self, at: Address) -> str:
        """Return how the cell's number is shown, as a number format code."""
        cell = self.cell(at)
        return "General" if cell is None else cell.held.number_format

    @property
    def unvalued(self) -> Unvalued | None:
        """None: there are no formulas."""
        return None

    @property
    def last_row(self) -> int:
        """The last row that holds anything, 0 for an empty sheet."""
        return max(self._rows, default=0)

    def cell(self, at: Address) -> ReportCell | None:
        """Return a filled cell with its place; None for an empty one."""
        return self._cells(at.row).get(at.column)

    def numbers(self, block: Block) -> Iterator[Address]:
        """Yield where the numbers of a table stand."""
        for row in range(block.top, block.bottom + 1):
            for column, cell in self._cells(row).items():
                if cell.held.is_number:
                    yield Address(row, column)

    def _cells(self, row: int) -> Mapping[int, ReportCell]:
        return self._rows.get(row, {})


def _held(printed: Print) -> PrintedValue:
    return PrintedValue(printed.text) if printed.is_doubtful else printed_value(printed.text)


def _held_without_brackets(printed: Print) -> PrintedValue:
    return PrintedValue(printed.text) if printed.text[:1] == "(" else _held(printed)


def _has_negatives_in_brackets(passage: Passage) -> bool:
    """Tell whether brackets are the sign of a table's negative numbers.

    They are where no number has a minus, and a column holds numbers with and without brackets. A
    column of brackets alone may be another year's.
    """
    plain: set[int] = set()
    bracketed: set[int] = set()
    for row in passage.rows:
        for column, printed in row.items():
            number = _held(printed)
            if printed.text[:1] == "(":
                bracketed |= {column} if number.is_number else set()
            elif isinstance(number.value, float) and number.value < 0:
                return False
            elif number.is_number:
                plain.add(column)
    return bool(plain & bracketed)
