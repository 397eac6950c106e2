"""A sheet of a closed file, read as it is asked: no cell is looked at that nobody wants.

The formulas of a sheet whose values nobody has stored: a library wrote it, no spreadsheet.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from itertools import product, takewhile
from typing import Protocol

from tpxl.books.package.formulas import formula_text
from tpxl.books.package.sheet import SheetBytes
from tpxl.books.package.sheet_cache import GENERAL
from tpxl.books.package.sheet_index import CellBytes, Content, RowBytes
from tpxl.books.package.strings import KnownStrings, shown
from tpxl.books.package.values import TEXT_KINDS, value_of
from tpxl.errors import TpxlError
from tpxl.model import Address, Block, Text, Unvalued, Value
from tpxl.model import Cell as GridCell

_MAY_LACK = re.compile(rb"</f>(?:<v ?/>|<v></v>)?</|<f[^<>]*/>(?:<v ?/>|<v></v>)?</")
"""How the plain form has a formula without a value: of other sheets no cell is looked at."""


class SheetSource(Protocol):
    """What a grid asks of its book, each time anew: so it shows applied edits too."""

    def sheet_bytes(self, sheet: str) -> SheetBytes:
        """Return the sheet as it now is."""
        ...

    @property
    def strings(self) -> KnownStrings:
        """The shared strings."""
        ...

    def number_format(self, style: int) -> str | None:
        """Return the number format of a cell style, None where it does not say."""
        ...

    def has_rich_text(self, cell: CellBytes, sheet: SheetBytes) -> bool:
        """Tell whether a cell's text is lettered in several ways."""
        ...

    @property
    def from_1904(self) -> bool:
        """Tell whether days are counted from 1904."""
        ...


class PackageGrid:
    """One sheet; every answer is that of the book as it now is."""

    def __init__(self, source: SheetSource, sheet: str, book: str) -> None:
        """Ask `source` for a sheet; `book` names it in errors."""
        self._source = source
        self._sheet = sheet
        self._book = book

    @property
    def sheet(self) -> str:
        """The sheet's name."""
        return self._sheet

    @property
    def _bytes(self) -> SheetBytes:
        return self._source.sheet_bytes(self._sheet)

    @property
    def merged(self) -> tuple[Block, ...]:
        """The merged areas."""
        return self._bytes.frame.merged

    def texts(self, wanted: Callable[[str], bool]) -> Iterator[Text]:
        """Yield the cells whose text is wanted, row by row; remembered by the callable itself."""
        strings = self._source.strings
        for row, column, shared, own in self._bytes.texts(strings.wanted(wanted)):
            if shared is not None:
                yield Text(row, column, strings.text(int(shared)))
            elif wanted(shown(own)):
                yield Text(row, column, shown(own))

    def row(self, row: int) -> dict[int, Value]:
        """Return the filled cells of a row by column, in order."""
        found = self._bytes.row(row)
        if found is None:
            return {}
        values = self._values(found)
        return {column: value for column, value, _, _ in values if value is not None}

    def cells_of(self, row: int) -> dict[int, GridCell]:
        """Return the filled cells of a row by column, with all that is known of them."""
        sheet = self._bytes
        found = sheet.row(row)
        crossed = [block for _kind, block in sheet.frame.arrays if block.top <= row <= block.bottom]
        filled = {}
        for column, value, has_formula, style in () if found is None else self._values(found):
            is_computed = has_formula or (bool(crossed) and _cover(crossed, Address(row, column)))
            if is_computed or value is not None:
                filled[column] = GridCell(value, is_computed, self._format(style))
        return self._with_absent(row, filled, crossed) if crossed else filled

    def _with_absent(
        self, row: int, filled: dict[int, GridCell], arrays: list[Block]
    ) -> dict[int, GridCell]:
        """Return a row's cells with those that an array computes and the file does not have."""
        last = self._bytes.last_column
        columns = {at for one in arrays for at in range(one.left, min(one.right, last) + 1)}
        absent = {at: self.number_format(Address(row, at)) for at in columns - filled.keys()}
        cells = {at: GridCell(None, True, code) for at, code in absent.items()}  # noqa: FBT003
        return dict(sorted({**filled, **cells}.items()))

    def value(self, at: Address) -> Value:
        """Return what the cell holds."""
        content = self._bytes.content(at)
        if content is None:
            return None
        kind, text, _has_formula, _style = content
        source = self._source
        try:
            return value_of(kind, text, source.strings.text, from_1904=source.from_1904)
        except (ValueError, IndexError) as error:
            raise self._damaged(*at) from error

    def has_formula(self, at: Address) -> bool:
        """Tell whether the cell is computed: by its own formula, a shared one or an array's."""
        sheet = self._bytes
        content = sheet.content(at)
        if content is not None and content[2]:
            return True
        return _cover([block for _kind, block in sheet.frame.arrays], at)

    def formula(self, at: Address) -> str | None:
        """Return the cell's formula, None where it has none."""
        try:
            return formula_text(self._bytes, at)
        except ValueError as error:
            raise self._damaged(*at) from error

    def formula_cells(self) -> Iterator[tuple[Address, str]]:
        """Yield the cells with a formula of their own, each with its text, row by row."""
        sheet = self._bytes
        for row in sheet.rows() if sheet.has_formulas else ():
            for column, content in row.contents.items():
                if content[2]:
                    at = Address(row.number, column)
                    yield at, self.formula(at) or "="

    def has_rich_text(self, at: Address) -> bool:
        """Tell whether the cell's text is lettered in several ways."""
        sheet = self._bytes
        cell = sheet.cell(at)
        return cell is not None and self._source.has_rich_text(cell, sheet)

    def number_format(self, at: Address) -> str:
        """Return the cell's number format; of an absent cell the one it would get."""
        sheet = self._bytes
        row = sheet.row(at.row)
        if row is not None and at.column in row.contents:
            _kind, _text, _has_formula, style = row.contents[at.column]
        else:
            row_style = None if row is None else row.style
            style = sheet.frame.column_style(at.column) if row_style is None else row_style
        return self._format(style)

    def _format(self, style: int | None) -> str:
        found = GENERAL if style is None else self._source.number_format(style)
        if found is None:
            raise TpxlError("sheet_damaged", book=self._book, sheet=self._sheet)
        return found

    @property
    def unvalued(self) -> Unvalued | None:
        """The formulas without a cached value, an array's members included; None without any."""
        return unvalued(self._bytes)

    @property
    def last_row(self) -> int:
        """The last row that holds anything, 0 for an empty sheet."""
        filled = (number for number in reversed(self._bytes.numbers) if self.row(number))
        return next(filled, 0)

    def _values(self, row: RowBytes) -> Iterator[tuple[int, Value, bool, int | None]]:
        if not row.contents:
            return
        shared, from_1904 = self._source.strings.text, self._source.from_1904
        for column, (kind, text, has_formula, style) in row.contents.items():
            try:
                value = value_of(kind, text, shared, from_1904=from_1904)
            except (ValueError, IndexError) as error:
                raise self._damaged(row.number, column) from error
            yield column, value, has_formula, style

    def _damaged(self, row: int, column: int) -> TpxlError:
        cell = Address(row, column).a1
        return TpxlError("cell_damaged", book=self._book, sheet=self._sheet, cell=cell)


def _cover(blocks: list[Block], at: Address) -> bool:
    return any(block.covers(at) for block in blocks)


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
