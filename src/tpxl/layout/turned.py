"""A table that stands otherwise than the report's, seen as if it stood so: read by the same rules.

Periods down the rows and lines across are seen turned over, labels to the right of their figures
in a mirror. What is found carries its true cells, so that findings and edits are at these.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from tpxl.layout.beside import UnreadPlace, places_beside
from tpxl.layout.figures import locate_figures
from tpxl.layout.headers import locate_headers
from tpxl.model import (
    Address,
    Block,
    Cell,
    FiguresRow,
    FiguresTable,
    Grid,
    Repeat,
    Text,
    Unvalued,
    Value,
)

MOST_COLUMNS = 100
"""A wider sheet is no table that a person turned over."""

Turn = Callable[[Address], Address]
"""Where a cell is seen to stand, and the other way round: turning twice changes nothing."""


def turned_tables(
    grid: Grid, words: Sequence[Text], *, is_pending: bool
) -> tuple[tuple[FiguresTable, ...], tuple[UnreadPlace, ...]]:
    """Return the figures tables of a sheet that stand otherwise, and what is unread beside them."""
    width = max((max(grid.row(row), default=1) for row in range(1, grid.last_row + 1)), default=1)
    if width > MOST_COLUMNS:
        return (), ()
    for turn in (_over, _mirrored(width), _over_and_mirrored(grid.last_row)):
        seen = TurnedGrid.of(grid, turn)
        texts = sorted(Text(*turn(word.address), word.text) for word in words)
        headers = locate_headers(seen, texts)
        located = locate_figures(seen, headers, texts, awaits_recalculation=is_pending)
        if located:
            beside = places_beside(seen, located)
            return (
                tuple(_table(one.table, turn) for one in located),
                tuple(_place(place, turn) for place in beside),
            )
    return (), ()


def _over(at: Address) -> Address:
    return Address(at.column, at.row)


def _mirrored(width: int) -> Turn:
    return lambda at: Address(at.row, width + 1 - at.column)


def _over_and_mirrored(height: int) -> Turn:
    """Return the turn of a table whose lines are named below their figures."""
    return lambda at: Address(height + 1 - at.column, height + 1 - at.row)


class TurnedGrid(NamedTuple):
    """A `Grid` whose cells are seen elsewhere."""

    grid: Grid
    turn: Turn
    rows: dict[int, dict[int, Cell]]

    @classmethod
    def of(cls, grid: Grid, turn: Turn) -> "TurnedGrid":
        """Return a sheet as seen turned."""
        rows: dict[int, dict[int, Cell]] = defaultdict(dict)
        for row in range(1, grid.last_row + 1):
            for column, cell in grid.cells_of(row).items():
                at = turn(Address(row, column))
                rows[at.row][at.column] = cell
        return cls(grid, turn, {row: dict(sorted(cells.items())) for row, cells in rows.items()})

    @property
    def sheet(self) -> str:
        """The sheet's name."""
        return self.grid.sheet

    @property
    def merged(self) -> tuple[Block, ...]:
        """The merged areas."""
        return tuple(_block(block, self.turn) for block in self.grid.merged)

    def texts(self, wanted: Callable[[str], bool]) -> Iterator[Text]:
        """Yield the cells whose text is wanted, row by row."""
        found = (Text(*self.turn(text.address), text.text) for text in self.grid.texts(wanted))
        return iter(sorted(found))

    def row(self, row: int) -> dict[int, Value]:
        """Return the filled cells of a row by column, in order."""
        cells = self.rows.get(row, {}).items()
        return {column: cell.value for column, cell in cells if cell.value is not None}

    def cells_of(self, row: int) -> dict[int, Cell]:
        """Return the filled cells of a row by column, with all that is known of them."""
        return dict(self.rows.get(row, {}))

    def value(self, at: Address) -> Value:
        """Return what the cell holds."""
        return self.grid.value(self.turn(at)) if self._is_there(at) else None

    def has_formula(self, at: Address) -> bool:
        """Tell whether the cell is computed by the spreadsheet."""
        return self._is_there(at) and self.grid.has_formula(self.turn(at))

    def formula(self, at: Address) -> str | None:
        """Return the cell's formula, None where it has none."""
        return self.grid.formula(self.turn(at)) if self._is_there(at) else None

    def formula_cells(self) -> Iterator[tuple[Address, str]]:
        """Yield the cells with a formula of their own, each with its text."""
        return ((self.turn(at), text) for at, text in self.grid.formula_cells())

    def has_rich_text(self, at: Address) -> bool:
        """Tell whether the cell's text is lettered in several ways."""
        return self._is_there(at) and self.grid.has_rich_text(self.turn(at))

    def number_format(self, at: Address) -> str:
        """Return the cell's number format code."""
        there = self.turn(at)
        return self.grid.number_format(there) if min(there) > 0 else "General"

    @property
    def unvalued(self) -> Unvalued | None:
        """The formulas of the sheet without a cached value."""
        return self.grid.unvalued

    @property
    def last_row(self) -> int:
        """The last row that holds anything."""
        return max(self.rows, default=0)

    def _is_there(self, at: Address) -> bool:
        """Tell whether a place that is asked for is on the sheet at all."""
        return at.column in self.rows.get(at.row, {})


def _block(block: Block, turn: Turn) -> Block:
    one, other = turn(Address(block.top, block.left)), turn(Address(block.bottom, block.right))
    (top, bottom), (left, right) = (sorted(pair) for pair in zip(one, other, strict=True))
    return Block(top, left, bottom, right)


def _around(places: Sequence[Address]) -> Block:
    """Return the cells around places: what stands above a table is no label of it."""
    rows, columns = [at.row for at in places], [at.column for at in places]
    return Block(min(rows), min(columns), max(rows), max(columns))


def _table(table: FiguresTable, turn: Turn) -> FiguresTable:
    """Return a table that was found turned, at its true place."""
    rows: dict[int, FiguresRow] = {}
    for row in table.rows:
        rows[id(row)] = row._replace(
            label_address=turn(row.label_address),
            figures={
                period: figure._replace(address=turn(figure.address))
                for period, figure in row.figures.items()
            },
            basis=None if row.basis is None else rows.get(id(row.basis)),
            parts={},
        )
    header = {period: turn(at) for period, at in table.header.items()}
    figures = (figure.address for row in rows.values() for figure in row.figures.values())
    labels = (row.label_address for row in rows.values())
    return replace(
        table,
        block=_around([*header.values(), *labels, *figures]),
        header=header,
        rows=tuple(rows.values()),
        repeats=tuple(Repeat(one.what, turn(one.first), turn(one.second)) for one in table.repeats),
        is_turned=True,
    )


def _place(place: UnreadPlace, turn: Turn) -> UnreadPlace:
    return place._replace(
        address=turn(place.address), figures=tuple(turn(at) for at in place.figures)
    )
