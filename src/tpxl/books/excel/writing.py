"""Writing into an open sheet: a block in one call, and back again when something fails."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tpxl.books.excel.cells import Rows, block_range, formulas, typed, values
from tpxl.books.excel.fences import refuse_what_damages
from tpxl.books.excel.foreign import translated
from tpxl.books.excel.protection import unprotected
from tpxl.books.sameness import holds
from tpxl.errors import TpxlError
from tpxl.model import Address, Block, NewValue

if TYPE_CHECKING:
    import xlwings as xw

Cells = Mapping[Address, NewValue]


@dataclass(frozen=True, slots=True)
class Written:
    """A block that was written, and what to hand to Excel to have it as it was."""

    sheet: "xw.Sheet"
    block: Block
    before: list[list[NewValue]]

    def undo(self) -> None:
        """Put back what the block held, formulas included."""
        with unprotected(self.sheet):
            block_range(self.sheet, self.block).value = self.before


def write_block(sheet: "xw.Sheet", block: Block, cells: Cells) -> Written | None:
    """Write `cells`, which fill the block; return None when all hold their values already.

    What was written is read back: a value that Excel made something else of is put right again.
    A sheet that is protected without a password is protected again afterwards.

    Raises:
        TpxlError: a cell may not be changed, or Excel refuses; the block is as it was.
    """
    facts = {"sheet": sheet.name, "cell": Address(block.top, block.left).a1}
    with translated("edit_failed", **facts):
        target = block_range(sheet, block)
        old, said = values(target), formulas(target)
        changed = {at: new for at, new in cells.items() if not _holds(old, said, block, at, new)}
        if not changed:
            return None
        refuse_what_damages(target)
        written = Written(sheet, block, _as_typed(old, said))
        with unprotected(sheet):
            try:
                target.value = _rows(written.before, block, changed)
                _require(values(target), block, changed, facts)
            except Exception:
                written.undo()
                raise
    return written


def blocks_of(cells: Iterable[Address]) -> Iterator[Block]:
    """Yield rectangles that hold exactly the cells: runs in a row, equal runs joined.

    >>> [block.a1 for block in blocks_of([Address(2, 2), Address(2, 3), Address(3, 2),
    ...     Address(3, 3), Address(9, 1)])]
    ['B2:C3', 'A9:A9']
    """
    found: list[Block] = []
    for run in _runs(sorted(set(cells))):
        above = next((b for b in found if b == run._replace(top=b.top, bottom=run.top - 1)), None)
        if above is None:
            found.append(run)
        else:
            found[found.index(above)] = above._replace(bottom=run.bottom)
    yield from found


def _runs(cells: Iterable[Address]) -> Iterator[Block]:
    run: Block | None = None
    for row, column in cells:
        if run is not None and (run.top, run.right + 1) == (row, column):
            run = run._replace(right=column)
            continue
        if run is not None:
            yield run
        run = Block(row, column, row, column)
    if run is not None:
        yield run


def _holds(old: Rows, said: list[list[str]], block: Block, at: Address, new: NewValue) -> bool:
    """Tell whether a cell needs no edit; a formula's value is never enough."""
    row, column = at.row - block.top, at.column - block.left
    value = old[row][column]
    return not is_formula(said[row][column], value) and holds(value, new)


def is_formula(said: str, value: object) -> bool:
    """Tell a formula from text that begins like one: such a text is its own value."""
    return bool(said) and said != value


def _as_typed(old: Rows, said: list[list[str]]) -> list[list[NewValue]]:
    """Return the contents of cells as they can be handed to Excel again."""
    return [
        [
            formula if is_formula(formula, value) else typed(value)
            for value, formula in zip(row, line, strict=True)
        ]
        for row, line in zip(old, said, strict=True)
    ]


def _rows(before: list[list[NewValue]], block: Block, cells: Cells) -> list[list[NewValue]]:
    rows = [list(row) for row in before]
    for at, new in cells.items():
        rows[at.row - block.top][at.column - block.left] = typed(new)
    return rows


def _require(now: Rows, block: Block, cells: Cells, facts: Mapping[str, object]) -> None:
    for at, new in cells.items():
        if not holds(now[at.row - block.top][at.column - block.left], new):
            raise TpxlError("edit_not_taken", **{**facts, "cell": at.a1})
