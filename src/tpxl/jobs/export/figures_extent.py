"""How far a figures table goes for a reader: its own columns, those beside, the rows below."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tpxl.jobs.export.loose import tidy
from tpxl.layout.cells.text import text_at
from tpxl.model import Address, Block, FiguresTable, Grid, Period
from tpxl.terms.period_kinds import kind_of


@dataclass(frozen=True, slots=True)
class Column:
    """A column as printed: its heading, its period; None where it is no period's (a deviation)."""

    column: int
    heading: str
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Extent:
    """A figures table with all that belongs to it: its cells, its columns from the left."""

    block: Block
    columns: tuple[Column, ...]

    @property
    def first(self) -> int:
        """The first column of figures; labels stand left of it."""
        return self.columns[0].column if self.columns else self.block.right + 1


def extent_of(table: FiguresTable, grid: Grid, others: Sequence[Block], lang: str = "fi") -> Extent:
    """Return how far the table goes; `others` are the blocks of the sheet's other tables.

    Columns between and right beside the periods belong to it when they have a heading or hold
    something; rows right under it, when their cells stand in its columns.
    """
    headings = _headings(table, grid, lang)
    periods = {at.column: period for period, at in table.header.items()}
    first = min(periods)
    within = {*periods, *(column for column in _filled(table, grid) if column > first)}
    within |= {column for column in headings if first < column <= table.block.right}
    right = max(within)
    while right + 1 in headings and not _is_taken(others, table.block.top, right + 1):
        right += 1
        within.add(right)
    columns = tuple(
        Column(column, headings.get(column, ""), periods.get(column)) for column in sorted(within)
    )
    bottom = _last_row(table, grid, first, within)
    return Extent(table.block._replace(right=right, bottom=bottom), columns)


def _headings(table: FiguresTable, grid: Grid, lang: str) -> dict[int, str]:
    """Return the header's texts by column: those of its row, else those of the row of kinds."""
    top = table.block.top
    found = dict(_texts(grid, top, lang))
    above = dict(_texts(grid, top - 1, lang)) if top > 1 else {}
    if any(kind_of(text) for text in above.values()):
        found = {**above, **found}
    printed = {at.column: str(period) for period, at in table.header.items()}
    return {**found, **printed}


def _texts(grid: Grid, row: int, lang: str) -> Iterator[tuple[int, str]]:
    for column, value in grid.row(row).items():
        text = " ".join(tidy(text_at(grid, Address(row, column), value, lang)).split())
        if text:
            yield column, text


def _filled(table: FiguresTable, grid: Grid) -> Iterator[int]:
    """Yield the columns of the table that hold something which is no figure of a period."""
    known = {figure.address for figure in table}
    for row in range(table.block.top + 1, table.block.bottom + 1):
        for column in grid.row(row):
            if column <= table.block.right and Address(row, column) not in known:
                yield column


def _is_taken(others: Sequence[Block], row: int, column: int) -> bool:
    return any(
        block.top <= row <= block.bottom and block.left <= column <= block.right for block in others
    )


def _last_row(table: FiguresTable, grid: Grid, first: int, columns: set[int]) -> int:
    row = table.block.bottom
    while cells := grid.row(row + 1):
        labels = [column for column in cells if table.block.left <= column < first]
        figures = [column for column in cells if column >= first]
        if not (labels and figures and columns.issuperset(figures)):
            break
        row += 1
    return row
