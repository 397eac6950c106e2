"""Writing into a sheet that was read from a copy: each cell is first compared with what was read.

Somebody else may be at work in a shared workbook, and what they wrote meanwhile is theirs: the
edit is refused then. A sheet is asked once for its cells before and once after, however many its
blocks are; what would damage it was told by the copy.
"""

import unicodedata
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from tpxl.books.excel.cells import Rows, block_range, formulas, typed, values
from tpxl.books.excel.com_errors import translated
from tpxl.books.excel.writing import Cells, Written, blocks_of, is_formula, unprotected
from tpxl.books.values_equal import values_equal
from tpxl.errors import TpxlError
from tpxl.model import Address, Block, NewValue, Value

if TYPE_CHECKING:
    import xlwings as xw


_FEW = 3
"""So far apart two cells may be that are written as one block."""


class Known(NamedTuple):
    """What a cell held when it was read."""

    value: Value
    has_formula: bool

    def needs(self, new: NewValue) -> bool:
        """Tell whether the cell is to be written; a formula's value is never enough."""
        return self.has_formula or not values_equal(self.value, new)

    def is_still(self, value: Value) -> bool:
        """Tell whether a cell that now holds `value` is as it was; raised letters are letters.

        What a formula gives changes by itself.
        """
        if self.has_formula or not isinstance(self.value, str) or not isinstance(value, str):
            return self.has_formula or (None if self.value == "" else self.value) == value
        return unicodedata.normalize("NFKC", self.value) == unicodedata.normalize("NFKC", value)


def write_compared(
    sheet: "xw.Sheet",
    cells: Cells,
    known: Mapping[Address, Known],
    is_empty: Callable[[Address], bool],
) -> Iterator[Written]:
    """Write the cells whose values are others; yield each block once it is written.

    `is_empty` tells whether a cell was, and takes a value by itself: so that a row with gaps is
    one block, an empty cell between two others is written empty.

    Raises:
        TpxlError: a cell changed since it was read, the sheet is protected, or Excel refuses; the
            blocks that were yielded are the caller's to put back.
    """
    wanted = {at: new for at, new in cells.items() if known[at].needs(new)}
    if not wanted:
        return
    facts = {"book": sheet.book.name, "sheet": sheet.name, "cell": min(wanted).a1}
    with translated("edit_failed", **facts):
        around = _around(wanted)
        target = block_range(sheet, around)
        before = _contents(target, around, is_computed=any(known[at].has_formula for at in wanted))
        changed = next((at for at in wanted if not before.are_still(known[at], at)), None)
        if changed is not None:
            raise TpxlError("cell_changed_meanwhile", **{**facts, "cell": changed.a1})
        kept = {at for at in cells if not known[at].has_formula}

        def may_join(at: Address) -> bool:
            return at in kept or (is_empty(at) and before.value(at) is None)

        with unprotected(sheet):
            for block in blocks_of(_joined(wanted, may_join)):
                yield _written(sheet, block, before, wanted)
        after = _Contents(around, values(target), [])
        for at, new in wanted.items():
            if not values_equal(after.value(at), new):
                raise TpxlError("edit_not_taken", **{**facts, "cell": at.a1})


def _written(sheet: "xw.Sheet", block: Block, before: "_Contents", wanted: Cells) -> Written:
    """Write a block in one call: the wanted values, and what the other cells hold."""
    old = [[before.typed(at) for at in row] for row in _rows(block)]
    new = [
        [typed(wanted[at]) if at in wanted else held for at, held in zip(row, line, strict=True)]
        for row, line in zip(_rows(block), old, strict=True)
    ]
    written = Written(sheet, block, old)
    try:
        block_range(sheet, block).value = new
    except Exception:
        written.undo()
        raise
    return written


class _Contents(NamedTuple):
    """What the cells of a block hold, and the formulas of those that have one where asked."""

    around: Block
    values: Rows
    formulas: list[list[str]]

    def value(self, at: Address) -> Value:
        return self.values[at.row - self.around.top][at.column - self.around.left]

    def are_still(self, known: Known, at: Address) -> bool:
        """Tell whether a cell holds what it held when it was read."""
        return known.is_still(self.value(at)) and known.has_formula <= self.has_formula(at)

    def has_formula(self, at: Address) -> bool:
        return is_formula(self._said(at), self.value(at))

    def typed(self, at: Address) -> NewValue:
        """Return what to hand to Excel to have a cell as it is."""
        return self._said(at) if self.has_formula(at) else typed(self.value(at))

    def _said(self, at: Address) -> str:
        if not self.formulas:
            return ""
        return self.formulas[at.row - self.around.top][at.column - self.around.left]


def _contents(target: "xw.Range", around: Block, *, is_computed: bool) -> _Contents:
    return _Contents(around, values(target), formulas(target) if is_computed else [])


def _around(cells: Collection[Address]) -> Block:
    rows, columns = [at.row for at in cells], [at.column for at in cells]
    return Block(min(rows), min(columns), max(rows), max(columns))


def _joined(cells: Iterable[Address], may_join: Callable[[Address], bool]) -> set[Address]:
    """Return cells, and those beside them that make fewer blocks of them: gaps and corners."""
    joined = set(cells)
    around = _around(joined)
    waiting = [near for at in joined for near in _beside(at)]
    while waiting:
        at = waiting.pop()
        if at in joined or not around.covers(at) or not _fills(at, joined) or not may_join(at):
            continue
        joined.add(at)
        waiting += _beside(at)
    return joined


def _beside(at: Address) -> Iterator[Address]:
    for step in range(-_FEW, _FEW + 1):
        yield Address(at.row, at.column + step)
        yield Address(at.row + step, at.column)


def _fills(at: Address, joined: Container[Address]) -> bool:
    """Tell whether a cell is a gap in a row or a column, or the corner between two cells."""
    left, right, above, below = (_near(at, joined, *way, _FEW) for way in _WAYS)
    if (left and right) or (above and below):
        return True
    left, right, above, below = (_near(at, joined, *way, 1) for way in _WAYS)
    return (left or right) and (above or below)


_WAYS = ((0, -1), (0, 1), (-1, 0), (1, 0))


def _near(at: Address, joined: Container[Address], down: int, across: int, most: int) -> bool:
    steps = range(1, most + 1)
    return any(Address(at.row + n * down, at.column + n * across) in joined for n in steps)


def _rows(block: Block) -> list[list[Address]]:
    columns = range(block.left, block.right + 1)
    return [[Address(row, at) for at in columns] for row in range(block.top, block.bottom + 1)]
