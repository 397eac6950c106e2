"""Lines of the report with figures beside them and no periods above: nobody knows of what years."""

from collections.abc import Container, Iterable, Iterator, Sequence
from typing import NamedTuple

from tpxl.layout.cells.numbers import read_number
from tpxl.model import Address, FiguresTable, Grid, Text
from tpxl.terms.lines import line_of

FEWEST = 2
"""Figures of lines that stand together: a single number is part of somebody's note."""

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
