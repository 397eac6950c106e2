"""The formulas of a sheet whose values nobody has stored: a library wrote it, no spreadsheet."""

import re
from bisect import bisect_left
from itertools import product, takewhile

from tpxl.books.package.index import Content
from tpxl.books.package.sheet import SheetBytes
from tpxl.books.package.values import TEXT_KINDS
from tpxl.model import Address, Block, Unvalued

_MAY_LACK = re.compile(rb"</f>(?:<v ?/>|<v></v>)?</|<f[^<>]*/>(?:<v ?/>|<v></v>)?</")
"""How the plain form has a formula without a value: of other sheets no cell is looked at."""


def unvalued(sheet: SheetBytes) -> Unvalued | None:
    """Return how many formulas have no value and the first of them; None where all have one.

    Raises:
        Exception: the sheet is damaged.
    """
    if not sheet.has_formulas or (sheet.is_plain and _MAY_LACK.search(sheet.data) is None):
        return None
    arrays = [block for _kind, block in sheet.frame.arrays]
    alone = [
        at
        for row in sheet.rows()
        for column, content in row.contents.items()
        if content[2] and not _has_value(content)
        if not _cover(arrays, at := Address(row.number, column))
    ]
    blocks = [(block, _valued(sheet, block)) for block in arrays]
    lacking = [(block, held) for block, held in blocks if len(held) < block.area]
    count = len(alone) + sum(block.area - len(held) for block, held in lacking)
    firsts = [*alone, *(_first(block, held) for block, held in lacking)]
    return Unvalued(count, min(firsts)) if count else None


def _has_value(content: Content) -> bool:
    kind, text, _has_formula, _style = content
    return text is not None if kind in TEXT_KINDS else bool(text)


def _cover(blocks: list[Block], at: Address) -> bool:
    return any(block.covers(at) for block in blocks)


def _valued(sheet: SheetBytes, block: Block) -> frozenset[Address]:
    """Return the cells of a block that have a value; only its own rows are looked at."""
    below = sheet.numbers[bisect_left(sheet.numbers, block.top) :]
    rows = map(sheet.row, takewhile(lambda number: number <= block.bottom, below))
    return frozenset(
        at
        for row in filter(None, rows)
        for column, content in row.contents.items()
        if _has_value(content) and block.covers(at := Address(row.number, column))
    )


def _first(block: Block, valued: frozenset[Address]) -> Address:
    """Return the first cell of a block that has no value; one of them has none."""
    rows, columns = range(block.top, block.bottom + 1), range(block.left, block.right + 1)
    places = (Address(row, column) for row, column in product(rows, columns))
    return next(at for at in places if at not in valued)
