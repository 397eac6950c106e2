"""How far a sheet is filled: Excel's used range also counts cells that are only formatted."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from tpxl.books.excel.cells import block_range
from tpxl.model import Block

if TYPE_CHECKING:
    import xlwings as xw

_SOON_READ = 50_000


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
