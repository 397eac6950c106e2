"""Tables under a row of periods of which no line is known: looked at by nobody but a person.

Columns and rows within reach of a figures table that no other table reads either, and lines of the
report under no row of periods at all.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tpxl.layout.beside import FEWEST_BARE, ROWS_BELOW, UnreadPlace, is_understood
from tpxl.layout.cells.numbers import is_wording, read_number
from tpxl.layout.headers import PeriodHeader
from tpxl.layout.loose_lines import FEWEST, LooseLines, together
from tpxl.layout.loose_numbers import Covered, LooseNumbers
from tpxl.layout.survey import Survey
from tpxl.model import Address, Block, Grid, Period, Sheets
from tpxl.model.address import MAX_COLUMN

MOST_LABELS = 3


class Unread(NamedTuple):
    """A row of periods with figures under it that belong to no table found.

    `address` is its first heading, `labels` the first few labels of its rows, `figures` the places
    of its numbers.
    """

    sheet: str
    address: Address
    periods: tuple[Period, ...]
    labels: tuple[str, ...]
    figures: tuple[Address, ...] = ()


def unread_tables(book: Sheets, found: Survey) -> Iterator[Unread]:
    """Yield the tables of figures by period that the survey makes nothing of, sheet by sheet."""
    taken = _taken(found)
    summarised = {figure.sheet for figure in found.summary.figures}
    for sheet, headers in found.headers.items():
        left = [one for one in headers if one.row not in taken[sheet]]
        if left and sheet not in summarised:
            yield from _unread(book.read(sheet), left)


def _unread(grid: Grid, headers: Iterable[PeriodHeader]) -> Iterator[Unread]:
    for header in headers:
        labels = tuple(_labels(grid, header))
        figures = tuple(_numbers_below(grid, header))
        if labels or len(figures) >= FEWEST_BARE:
            periods = tuple(dict.fromkeys(heading.period for heading in header.headings))
            yield Unread(grid.sheet, header.headings[0].address, periods, labels, figures)


def _taken(found: Survey) -> dict[str, set[int]]:
    """Return the rows of every table found, and the row above each: kinds over years."""
    rows: dict[str, set[int]] = defaultdict(set)
    for sheet, blocks in _blocks(found).items():
        for block in blocks:
            rows[sheet].update(range(block.top - 1, block.bottom + 1))
    for table in (*found.summaries, *(table for area in found.areas for table in area.tables)):
        rows[table.sheet].add(table.header_row)
    for pool in found.allocations.tables:
        rows[pool.sheet].update(pool.rows)
    for figure in (one for line in found.allocations.lines for one in line.figures.values()):
        rows[figure.sheet].update((figure.address.row - 1, figure.address.row))
    return rows


def _labels(grid: Grid, header: PeriodHeader) -> Iterable[str]:
    """Return the first labels of the rows under a header that hold a figure, up to a blank row."""
    columns = {heading.address.column for heading in header.headings}
    labels: list[str] = []
    for row in range(header.row + 1, header.row + 1 + ROWS_BELOW):
        cells = grid.row(row)
        texts = [cells[at] for at in cells if at < min(columns) and is_wording(cells[at])]
        if not cells or len(labels) == MOST_LABELS:
            break
        if texts and any(read_number(cells.get(at)) is not None for at in columns):
            labels.append(" ".join(str(texts[0]).split()))
    return labels


def _numbers_below(grid: Grid, header: PeriodHeader) -> Iterator[Address]:
    """Yield the places of the numbers in the columns that a header covers, up to a blank row."""
    columns = [
        at
        for heading in header.headings
        for at in range(heading.address.column, heading.last_column + 1)
    ]
    for row in range(header.row + 1, header.row + 1 + ROWS_BELOW):
        cells = grid.row(row)
        if not cells:
            return
        for at in columns:
            if read_number(cells.get(at)) is not None:
                yield Address(row, at)


def unread_places(found: Survey) -> Iterator[UnreadPlace]:
    """Yield the columns and rows at the areas' tables that nobody reads, table by table."""
    if not found.beside:
        return
    read = _read_cells(found)
    for sheet in dict.fromkeys(area.sheet for area in found.areas):
        own = read[sheet]
        for place in found.beside.get(sheet, ()):
            figures = tuple(at for at in place.figures if at not in own)
            left = place._replace(figures=figures)
            if left.is_telling:
                yield left


def lines_without_periods(found: Survey, tables: Iterable[Unread]) -> Iterator[LooseLines]:
    """Yield the lines with figures on the areas' sheets that stand under no row of periods.

    `tables` are the unread ones under periods.
    """
    if not found.loose:
        return
    read, taken = _read_cells(found), _taken(found)
    summarised = {figure.sheet for figure in found.summary.figures}
    for sheet, places in found.beside.items():
        read[sheet].update(at for place in places for at in place.figures)
    for table in tables:
        read[table.sheet].update(table.figures)
    for sheet, lines in found.loose.items():
        if sheet not in summarised:
            outside = (line for line in lines if line.address.row not in taken[sheet])
            for group in together(sheet, outside, read[sheet]):
                if len(group.figures) >= FEWEST:
                    yield group


def numbers_without_words(
    found: Survey, tables: Iterable[Unread]
) -> Iterator[tuple[str, LooseNumbers]]:
    """Yield by sheet the numbers of the areas' sheets that nothing reads, nor else names.

    `tables` are the unread ones under periods. So are those of a sheet that speaks of shared costs
    and of which nothing is read as such.
    """
    sheets = [area.sheet for area in found.areas if found.numbers.get(area.sheet)]
    sheets += _of_shared_costs(found)
    if not sheets:
        return
    read, blocks = _read_cells(found), _blocks(found)
    for sheet, places in found.beside.items():
        read[sheet].update(at for place in places for at in place.figures)
    for sheet, lines in found.loose.items():
        read[sheet].update(at for line in lines for at in line.figures)
    for table in tables:
        read[table.sheet].update(table.figures)
    for pool in found.allocations.tables:
        blocks[pool.sheet] += (Block(row, 1, row, MAX_COLUMN) for row in pool.rows)
    for sheet in dict.fromkeys(sheets):
        covered = Covered(blocks[sheet])
        for numbers in found.numbers[sheet]:
            left = numbers.but(read[sheet], covered)
            if left is not None:
                yield sheet, left


def _of_shared_costs(found: Survey) -> Iterator[str]:
    """Yield the sheets with numbers beside words of shared costs that no table was found on."""
    if found.contested:  # pools that give to an area two sheets claim were left out: that is told
        return
    shared = found.allocations
    held = {table.sheet for table in shared.tables} | {one.sheet for one in found.summaries}
    held |= {one.sheet for one in found.comparisons}
    held |= {figure.sheet for figure in (*shared, *found.summary.figures)}
    held |= {one.sheet for unclear in found.undecided for one in unclear}
    held |= {one.sheet for one in found.areas} | {one.sheet for one in found.hidden}
    yield from (sheet for sheet in found.numbers if sheet not in held)


def _blocks(found: Survey) -> dict[str, list[Block]]:
    """Return by sheet where a table stands."""
    tables = [*found.summaries, *(table for area in found.areas for table in area.tables)]
    pairs = [(table.sheet, table.block) for table in tables]
    pairs += [(table.sheet, table.block) for table in found.comparisons]
    pairs += [(table.sheet, table.block) for area in found.goals for table in area.tables]
    blocks: dict[str, list[Block]] = defaultdict(list)
    for sheet, block in pairs:
        blocks[sheet].append(block)
    return blocks


def _read_cells(found: Survey) -> dict[str, set[Address]]:
    """Return by sheet every cell that is a figure of something known."""
    read: dict[str, set[Address]] = defaultdict(set)
    for area in found.areas:
        for table in area.tables:
            understood = filter(is_understood, table.rows)
            figures_of = (figure for row in understood for figure in row.figures.values())
            read[area.sheet].update(figure.address for figure in figures_of)
            parts = (part for row in table.rows for own in row.parts.values() for part in own)
            read[area.sheet].update(part.address for part in parts)
    figures = [
        *(one for table in found.comparisons for row in table.rows for one in row.figures.values()),
        *found.summary.figures,
        *(one for line in found.allocations.lines for one in line.figures.values()),
    ]
    for figure in figures:
        read[figure.sheet].add(figure.address)
    for residents in found.settings.residents_typed:
        read[residents.sheet].add(residents.address)
    return read
