"""A plain table of a book: a row of known headings and what stands under them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from tpxl.model.address import Address
from tpxl.model.cell import Edit, NewValue, Value


class PlainRow(NamedTuple):
    """A row: what stands in the table's own columns, by column; empty cells are left out."""

    row: int
    cells: Mapping[str, Value]

    def text(self, column: str) -> str:
        """Return what a cell says as text, its white space single; a whole number as one."""
        value = self.cells.get(column)
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        return "" if value is None else " ".join(str(getattr(value, "code", value)).split())


class PlainTable(NamedTuple):
    """A table: its header's row and columns, its language, its rows, the next free row."""

    sheet: str
    header_row: int
    columns: Mapping[str, int]
    lang: str
    rows: tuple[PlainRow, ...]
    next_row: int

    def cell(self, row: int, column: str) -> str:
        """Return the A1 name of a cell; of a row's first where the table lacks the column."""
        return Address(row, self.columns.get(column, min(self.columns.values()))).a1

    def with_rows(self, rows: Sequence[Mapping[str, NewValue]]) -> Iterator[Edit]:
        """Yield the edits that write rows under those that are there; an empty cell is none."""
        for number, cells in enumerate(rows, self.next_row):
            for column in self.columns:
                if cells.get(column) is not None:
                    yield Edit(self.sheet, self.cell(number, column), cells[column])
