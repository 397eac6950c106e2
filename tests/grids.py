"""A sheet written down in a test: `TableGrid.of("A", ["", "TP 2024"], ["Toimintamenot", -5])`."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Self

from tpxl.model import Address, Block, Cell, Edit, Hiding, Text, Unvalued, Value
from tpxl.model.cell import Result


@dataclass(frozen=True)
class TableGrid:
    """A `Grid` of a few cells, for tests of layout and rules."""

    sheet: str
    cells: Mapping[Address, Value]
    formulas: frozenset[Address] | Mapping[Address, str] = frozenset()
    formats: Mapping[Address, str] = field(default_factory=dict)
    merged: tuple[Block, ...] = ()
    lettered: frozenset[Address] = frozenset()

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

    def cells_of(self, row: int) -> dict[int, Cell]:
        return {
            at.column: Cell(self.value(at), self.has_formula(at), self.number_format(at))
            for at in sorted({*self.cells, *self.formulas})
            if at.row == row
        }

    def value(self, at: Address) -> Value:
        return self.cells.get(at)

    def has_formula(self, at: Address) -> bool:
        return at in self.formulas

    def formula(self, at: Address) -> str | None:
        if isinstance(self.formulas, Mapping):
            return self.formulas.get(at)
        return "=" if at in self.formulas else None

    def formula_cells(self) -> Iterator[tuple[Address, str]]:
        if isinstance(self.formulas, Mapping):
            yield from sorted(self.formulas.items())

    def has_rich_text(self, at: Address) -> bool:
        return at in self.lettered

    def number_format(self, at: Address) -> str:
        return self.formats.get(at, "General")

    @property
    def unvalued(self) -> Unvalued | None:
        lacking = sorted(set(self.formulas) - self.cells.keys())
        return Unvalued(len(lacking), lacking[0]) if lacking else None

    @property
    def last_row(self) -> int:
        return max((at.row for at in self.cells), default=0)


@dataclass
class TableBook:
    """A `Book` of such grids, in memory, for tests of jobs."""

    grids: dict[str, TableGrid]
    name: str = "book.xlsx"
    awaits_recalculation: bool = False
    calculates: bool = False
    folder: Path | None = None
    edited: set[tuple[str, Address]] = field(default_factory=set)
    names: Mapping[str, str] = field(default_factory=dict)
    macros: bytes | None = None
    hidden: Mapping[str, Hiding] = field(default_factory=dict)

    @classmethod
    def of(cls, *grids: TableGrid) -> "TableBook":
        return cls({grid.sheet: grid for grid in grids})

    @property
    def sheets(self) -> list[str]:
        return list(self.grids)

    @property
    def formula_sheets(self) -> list[str]:
        return [name for name, grid in self.grids.items() if grid.formulas]

    def read(self, sheet: str) -> TableGrid:
        return self.grids[sheet]

    def apply(self, edits: Iterable[Edit]) -> None:
        for edit in edits:
            grid = self.grids[edit.sheet]
            self.edited.add((edit.sheet, Address.parse(edit.cell)))
            cells = {**grid.cells, Address.parse(edit.cell): edit.new}
            held = {at: value for at, value in cells.items() if value is not None}
            self.grids[edit.sheet] = replace(grid, cells=held)
            self.awaits_recalculation |= any(one.formulas for one in self.grids.values())

    def add_sheet(self, sheet: str, widths: Sequence[float] = ()) -> None:
        del widths
        self.grids[sheet] = TableGrid(sheet, {})

    printed: dict[str, Block] = field(default_factory=dict)

    def put_print_area(self, sheet: str, block: Block) -> None:
        self.printed[sheet] = block

    def put_results(self, results: Iterable[Result]) -> None:
        for result in results:
            grid = self.grids[result.sheet]
            at = Address.parse(result.cell)
            if at in grid.formulas:
                cells = {**grid.cells, at: result.value}
                held = {one: value for one, value in cells.items() if value is not None}
                self.grids[result.sheet] = replace(grid, cells=held)

    def save(self, path: Path | str | None = None, *, backup: bool = False) -> Path | None:
        raise AssertionError("a book in memory is not saved", path, backup)

    def close(self) -> None:
        return

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        return
