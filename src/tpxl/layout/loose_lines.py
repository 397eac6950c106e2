"""Lines of the report with figures beside them and no periods above: nobody knows of what years."""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from typing import NamedTuple

from tpxl.layout.cells.numbers import read_number
from tpxl.layout.cells.text import number_format
from tpxl.model import Address, Cell, FiguresTable, Grid, Text
from tpxl.terms.lines import line_of
from tpxl.terms.periods import year_of

FEWEST = 2
"""Figures of lines that stand together: a single number is part of somebody's note."""

ROWS_ABOVE = 2
"""How far above the first line its years may stand."""

_DAY_OR_YEAR = re.compile(r"\s*(?:\d{1,2}\.\d{1,2}\.|1 ?[-\u2013] ?12 ?/ ?)?(?:19|20)\d\d\s*")

_APART = 2
"""Rows further from one another are no table."""


class LooseLine(NamedTuple):
    """A line's label outside every table of periods, and the numbers to the right of it."""

    address: Address
    text: str
    figures: tuple[Address, ...]


class LooseLines(NamedTuple):
    """Lines that stand together, as a table without periods."""

    sheet: str
    lines: tuple[LooseLine, ...]

    @property
    def address(self) -> Address:
        """The cell of the first label."""
        return self.lines[0].address

    @property
    def figures(self) -> tuple[Address, ...]:
        """The cells of all its numbers."""
        return tuple(at for line in self.lines for at in line.figures)


def loose_lines(
    grid: Grid, words: Iterable[Text], tables: Sequence[FiguresTable]
) -> Iterator[LooseLine]:
    """Yield the lines with numbers that stand in no table, of the sheet's known words."""
    taken = {(row, table.block.right) for table in tables for row in table.body}
    rights: dict[int, int] = {}
    for row, right in taken:
        rights[row] = max(right, rights.get(row, 0))
    for word in words:
        if word.column <= rights.get(word.row, 0) or line_of(word.text) is None:
            continue
        numbers = (
            Address(word.row, column)
            for column, value in grid.row(word.row).items()
            if column > word.column and read_number(value) is not None
        )
        figures = tuple(numbers)
        if figures:
            yield LooseLine(word.address, " ".join(word.text.split()), figures)


def stand_under_years(grid: Grid, lines: Sequence[LooseLine]) -> bool:
    """Tell whether lines with figures stand under years or days that no kind of period goes with.

    ``31.12.2024 | 31.12.2025``: whose sheet it is does not matter, the figures are of the report.
    """
    if sum(len(line.figures) for line in lines) < FEWEST:
        return False
    first = lines[0]
    columns = {at.column for at in first.figures}
    for row in range(max(1, first.address.row - ROWS_ABOVE), first.address.row):
        cells = grid.cells_of(row)
        dated = [at for at in columns & cells.keys() if _tells_year(cells[at])]
        if len(dated) >= FEWEST:
            return True
    return False


def _tells_year(cell: Cell) -> bool:
    if isinstance(cell.value, str):
        return _DAY_OR_YEAR.fullmatch(cell.value) is not None
    return year_of(cell.value) is not None or number_format(cell.number_format).moment is not None


def together(
    sheet: str, lines: Iterable[LooseLine], read: Container[Address]
) -> Iterator[LooseLines]:
    """Yield the lines of a sheet as they stand together, without the figures that are `read`."""
    group: list[LooseLine] = []
    for line in lines:
        left = line._replace(figures=tuple(at for at in line.figures if at not in read))
        if not left.figures:
            continue
        if group and left.address.row > group[-1].address.row + _APART:
            yield LooseLines(sheet, tuple(group))
            group = []
        group.append(left)
    if group:
        yield LooseLines(sheet, tuple(group))
