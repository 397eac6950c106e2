"""Numbers of an area's sheet that stand together in no table: under headings that nobody knows."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from tpxl.layout.beside import ROWS_FAR
from tpxl.layout.cells.numbers import is_wording
from tpxl.layout.figures import Rows
from tpxl.model import Address, Block, FiguresTable, Grid, Value

FEWEST_ROWS = 2
"""One row of numbers is somebody's reckoning, or a sentence over several cells."""

_NEAR = 2
"""So many columns on, a number still stands beside another: a column may be text, or empty."""

MOST_HEADS = 3
_YEARS = range(1990, 2100)


class LooseNumbers(NamedTuple):
    """Numbers that stand together, and the first words above them."""

    figures: tuple[Address, ...]
    heads: tuple[str, ...]

    @property
    def address(self) -> Address:
        """The cell of the first number."""
        return self.figures[0]

    def but(self, read: Collection[Address], tables: "Covered") -> "LooseNumbers | None":
        """Return what is left without the cells that are read; None where it is no table."""
        figures = tuple(at for at in self.figures if at not in read and not tables.covers(at))
        is_table = len({at.row for at in figures}) >= FEWEST_ROWS
        return self._replace(figures=figures) if is_table else None


class Covered:
    """The cells that blocks cover; whether one is among them takes no look at each block."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        """Keep them by their rows."""
        rows: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for block in blocks:
            for row in range(block.top, block.bottom + 1):
                rows[row].append((block.left, block.right))
        self._lefts = {row: sorted(left for left, _ in spans) for row, spans in rows.items()}
        self._rights = {
            row: list(accumulate((right for _, right in sorted(spans)), max))
            for row, spans in rows.items()
        }

    def covers(self, at: Address) -> bool:
        """Tell whether a block covers the cell."""
        before = bisect_right(self._lefts.get(at.row, ()), at.column)
        return before > 0 and self._rights[at.row][before - 1] >= at.column


def loose_numbers(
    grid: Grid, tables: Sequence[FiguresTable], bodies: Iterable[Rows] = ()
) -> Iterator[LooseNumbers]:
    """Yield the numbers around the figures tables of a sheet, as they stand together.

    A longer stretch without a table is a list of its own. `bodies` are the rows of the tables that
    have been read.
    """
    covered = Covered(table.block for table in tables)
    read = {row: cells for body in bodies for row, cells in body.items()}
    left = {
        at: value
        for row in _near_rows(tables, grid.last_row)
        for column, value in _values(grid, row, read)
        if (type(value) is int or type(value) is float)  # a truth value is none
        and not covered.covers(at := Address(row, column))
    }
    for seed in tuple(left):
        if seed not in left:
            continue
        group = _grown(seed, left)
        values = {at: left.pop(at) for at in group}
        counted = _counted(values)
        figures = tuple(at for at in sorted(group) if at.column not in counted)
        if len({at.row for at in figures}) >= FEWEST_ROWS:
            yield LooseNumbers(figures, tuple(_heads(grid, figures)))


def _values(grid: Grid, row: int, read: Rows) -> Iterable[tuple[int, Value]]:
    if row in read:
        return ((column, cell.value) for column, cell in read[row].items())
    return grid.row(row).items()


def _near_rows(tables: Sequence[FiguresTable], last: int) -> Iterator[int]:
    """Yield the rows of the tables, and those before, between and after where they are few."""
    above = 0
    for top, bottom in sorted((table.block.top, table.block.bottom) for table in tables):
        yield from range(max(above + 1, top if top - above > ROWS_FAR else 0), bottom + 1)
        above = max(above, bottom)
    if last - above <= ROWS_FAR:
        yield from range(above + 1, last + 1)


def _grown(seed: Address, among: Collection[Address]) -> set[Address]:
    group, waiting = {seed}, [seed]
    while waiting:
        row, column = waiting.pop()
        near = {
            Address(row + down, column + across)
            for down in (-1, 0, 1)
            for across in range(-_NEAR, _NEAR + 1)
        }
        new = {at for at in near - group if at in among}
        group |= new
        waiting += new
    return group


def _counted(values: dict[Address, int | float]) -> set[int]:
    """Return the columns that hold years, or count the rows: there is nothing to tie."""
    columns: dict[int, list[int | float]] = {}
    for at in sorted(values):
        columns.setdefault(at.column, []).append(values[at])
    return {
        column
        for column, own in columns.items()
        if all(one in _YEARS for one in own) or all(b - a == 1 for a, b in pairwise(own))
    }


def _heads(grid: Grid, figures: Sequence[Address]) -> Iterator[str]:
    """Yield the first words right above the numbers; where there are none, to the left of them."""
    columns = sorted({at.column for at in figures})
    rows = sorted({at.row for at in figures})
    above = grid.row(rows[0] - 1) if rows[0] > 1 else {}
    texts = [above[at] for at in columns if is_wording(above.get(at))]
    if not texts:
        lefts = (grid.row(row) for row in rows)
        pairs = (pair for cells in lefts for pair in cells.items())
        texts = [text for at, text in pairs if at < columns[0] and is_wording(text)]
    yield from (" ".join(str(text).split()) for text in texts[:MOST_HEADS])
