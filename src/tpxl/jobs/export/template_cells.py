"""How far a template's sheet goes: a stray cell at the very end must not cost a million rows."""

from collections.abc import Iterator
from itertools import accumulate

from lxml import etree
from openpyxl.utils.cell import coordinate_to_tuple, range_boundaries

from tpxl.errors import TpxlError

MOST_ROWS, MOST_COLUMNS, MOST_CELLS = 2_000, 100, 50_000
"""A template is a page or two; what goes on to the right or down is the area's own."""
_VALUES = ("v", "is", "f")


def check_cells(template: str, sheet: etree._Element) -> None:
    """Pass when a sheet's cells, merged blocks and links are few and near.

    Raises:
        TpxlError: `template_cell_too_far` with the cell, or `template_too_large`.
    """
    for row, column, cell in _filled(sheet):
        if row > MOST_ROWS or column > MOST_COLUMNS:
            raise TpxlError("template_cell_too_far", template=template, cell=cell)
    sizes = (1 for name in ("row", "c") for _ in sheet.iter(f"{{*}}{name}"))
    blocks = (
        _size(one) for name in ("mergeCell", "hyperlink") for one in sheet.iter(f"{{*}}{name}")
    )
    for counted in (sizes, blocks):
        if any(total > MOST_CELLS for total in accumulate(counted)):
            raise TpxlError("template_too_large", template=template)


def _filled(sheet: etree._Element) -> Iterator[tuple[int, int, str]]:
    """Yield row, column and address of each cell that holds something."""
    row = 0
    for line in sheet.iter("{*}row"):
        row = int(line.get("r", row + 1))
        column = 0
        for cell in line.iter("{*}c"):
            address = cell.get("r")
            at, column = coordinate_to_tuple(address) if address else (row, column + 1)
            if any(cell.find(f"{{*}}{name}") is not None for name in _VALUES):
                yield at, column, address or f"{row}"


def _size(block: etree._Element) -> int:
    left, top, right, bottom = range_boundaries(block.get("ref", "A1"))
    if left is None or top is None or right is None or bottom is None:
        return MOST_CELLS + 1  # whole columns or rows
    return (1 + right - left) * (1 + bottom - top)
