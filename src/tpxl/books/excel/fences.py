"""Where an edit would damage the open book: cells that belong to something greater.

A whole block is asked at once; only where it touches something is the cell looked for.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from tpxl.errors import TpxlError
from tpxl.model import Address, Block

if TYPE_CHECKING:
    import xlwings as xw


def refuse_what_damages(target: "xw.Range") -> None:
    """Raise when a range holds cells that may not be changed one by one.

    Raises:
        TpxlError: a filtered sheet, a merged area beyond its first cell, an array or spilled
            formula, a table's header or totals row.
    """
    if getattr(target.sheet.api, "FilterMode", False):
        raise _refusal("sheet_filtered", target, block_of(target))
    if target.merge_cells is not False:
        _refuse_merged(target)
    if _may("HasArray", target) or _may("HasSpill", target):
        _refuse_arrays(target)
    table = getattr(target.api, "ListObject", None)
    if table is not None:
        _refuse_table_rows(target, table)


def block_of(cells: "xw.Range") -> Block:
    """Return the block that a range covers."""
    rows, columns = cells.shape
    return Block(cells.row, cells.column, cells.row + rows - 1, cells.column + columns - 1)


def _may(name: str, target: "xw.Range") -> bool:
    """Tell whether some cell has a property: Excel says None where some do and some do not."""
    return getattr(target.api, name, False) is not False


def _refusal(code: str, cell: "xw.Range", block: Block, name: str = "") -> TpxlError:
    at = Address(cell.row, cell.column)
    return TpxlError(
        code,
        book=cell.sheet.book.name,
        sheet=cell.sheet.name,
        cell=at.a1,
        block=block.a1,
        name=name,
    )


def _refuse_merged(target: "xw.Range") -> None:
    for cell in _cells(target):
        area = block_of(cell.merge_area)
        if (area.top, area.left) != (cell.row, cell.column):
            raise _refusal("edit_in_merged", cell, area)


def _refuse_arrays(target: "xw.Range") -> None:
    for cell in _cells(target):
        if _may("HasArray", cell):
            area = Block.parse(cell.api.CurrentArray.Address)
            if (area.top, area.left) != (area.bottom, area.right):
                raise _refusal("edit_in_array", cell, area)
        elif _may("HasSpill", cell):
            raise _refusal("edit_in_array", cell, block_of(cell))


def _refuse_table_rows(target: "xw.Range", table: Any) -> None:  # noqa: ANN401  # a COM object
    block = block_of(target)
    for code, special in (
        ("edit_in_table_header", table.HeaderRowRange),
        ("edit_in_table_totals", table.TotalsRowRange),
    ):
        if special is not None and block.top <= special.Row <= block.bottom:
            cell = target.sheet.range((special.Row, block.left))
            raise _refusal(code, cell, Block.parse(special.Address), table.Name)


def _cells(target: "xw.Range") -> Iterator["xw.Range"]:
    rows, columns = target.shape
    for row in range(target.row, target.row + rows):
        for column in range(target.column, target.column + columns):
            yield target.sheet.range((row, column))
