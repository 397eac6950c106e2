"""A sheet written down in a test: `TableGrid.of("A", ["", "TP 2024"], ["Toimintamenot", -5])`."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from tpxl.model import Address, Block, Text, Value


@dataclass(frozen=True)
class TableGrid:
    """A `Grid` of a few cells, for tests of layout and rules."""

    sheet: str
    cells: Mapping[Address, Value]
    formulas: frozenset[Address] = frozenset()
    formats: Mapping[Address, str] = field(default_factory=dict)
    merged: tuple[Block, ...] = ()

    @classmethod
    def of(cls, sheet: str, *rows: list[Value], top: int = 1, left: int = 1) -> "TableGrid":
        """Return a grid of rows; empty text is an empty cell."""
        return cls(
            sheet,
            {
                Address(top + i, left + j): value
                for i, row in enumerate(rows)
                for j, value in enumerate(row)
                if value is not None and value != ""
            },
        )

    def texts(self, wanted: Callable[[str], bool]) -> Iterator[Text]:
        for at in sorted(self.cells):
            value = self.cells[at]
            if isinstance(value, str) and wanted(value):
                yield Text(at.row, at.column, value)

    def row(self, row: int) -> dict[int, Value]:
        return {at.column: self.cells[at] for at in sorted(self.cells) if at.row == row}

    def value(self, at: Address) -> Value:
        return self.cells.get(at)

    def has_formula(self, at: Address) -> bool:
        return at in self.formulas

    def number_format(self, at: Address) -> str:
        return self.formats.get(at, "General")

    @property
    def last_row(self) -> int:
        return max((at.row for at in self.cells), default=0)
