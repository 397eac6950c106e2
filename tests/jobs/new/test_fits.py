"""Every word of a new book fits its cell, in both languages."""

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell import Cell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from tests.jobs.new.test_new import made

from tpxl.master.lettering import (
    CELL_MARGIN_PIXELS,
    INDENT_PIXELS,
    LINE_POINTS,
    column_pixels,
    line_count,
    text_pixels,
)

_USUAL_WIDTH = 8.43


def widths(sheet: Worksheet) -> dict[int, float]:
    found = {
        at: each.width
        for each in sheet.column_dimensions.values()
        for at in range(each.min, each.max + 1)
    }
    return {at: found.get(at, _USUAL_WIDTH) for at in range(1, sheet.max_column + 9)}


def spans(sheet: Worksheet) -> dict[str, tuple[int, int]]:
    """Return the columns of each merged cell by its first one."""
    return {
        f"{get_column_letter(one.min_col)}{one.min_row}": (one.min_col, one.max_col)
        for one in sheet.merged_cells.ranges
    }


def cut(sheet: Worksheet) -> Iterator[str]:
    """Yield the texts that do not fit: too many lines, or wider than up to the next text."""
    wide, merged = widths(sheet), spans(sheet)
    for row in sheet.iter_rows():
        for cell in row:
            if isinstance(cell.value, str) and not fits(sheet, cell, wide, merged):
                yield f"{sheet.title}!{cell.coordinate}: {cell.value}"


def fits(
    sheet: Worksheet, cell: Cell, wide: dict[int, float], merged: dict[str, tuple[int, int]]
) -> bool:
    first, last = merged.get(cell.coordinate, (cell.column, cell.column))
    own = [wide[at] for at in range(first, last + 1)]
    if cell.alignment.wrap_text:
        height = sheet.row_dimensions[cell.row].height
        lines = line_count(cell.value, *own, bold=bool(cell.font.b))
        return height is None or lines * LINE_POINTS <= height
    if cell.alignment.shrink_to_fit:
        return True
    room = sum(map(column_pixels, own))
    if cell.alignment.horizontal != "right":
        for at in range(last + 1, max(wide) + 1):
            if at <= sheet.max_column and sheet.cell(cell.row, at).value is not None:
                break
            room += column_pixels(wide[at])
    scale = (cell.font.sz or 11) / 11
    indent = INDENT_PIXELS * (cell.alignment.indent or 0)
    needed = text_pixels(cell.value, bold=bool(cell.font.b)) * scale
    return needed + indent <= room - CELL_MARGIN_PIXELS


def cut_in(path: Path) -> list[str]:
    """Return the texts of a book that do not fit their cells."""
    book = openpyxl.load_workbook(path, data_only=True)
    return [text for sheet in book for text in cut(sheet)]


@pytest.mark.parametrize("lang", ["fi", "sv"])
def test_every_text_fits_its_cell(tmp_path: Path, lang: str) -> None:
    assert cut_in(made(tmp_path, lang)) == []
