"""Tables under a row of periods of which no line is known: looked at by nobody but a person.

Columns and rows within reach of a figures table whose heading or label is not understood.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from enum import Enum
from typing import NamedTuple

from tpxl.layout.cells.numbers import is_wording, read_number
from tpxl.layout.headers import PeriodHeader, locate_headers
from tpxl.layout.survey import Survey
from tpxl.model import Address, Area, FiguresTable, Grid, Period, Sheets, Value
from tpxl.terms.known import is_known
from tpxl.terms.lines import LABELS, line_of, weighed_line_of
from tpxl.terms.parts import code_of
from tpxl.terms.periods import period_of
from tpxl.terms.sections import section_of
from tpxl.terms.settings import setting_of

MOST_LABELS = 3
ROWS_BELOW = 20

FEWEST_BARE = 2
"""One number in a column without a heading is somebody's reckoning beside the table."""


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


class Reach(Enum):
    """How an unread place stands to the table that it is within reach of."""

    COLUMN_BETWEEN = "column between read ones"
    COLUMN_BESIDE = "column beside the read ones"
    ROW = "row between read ones, or right below them"


class UnreadPlace(NamedTuple):
    """A column or a row of numbers at a figures table that the survey makes nothing of.

    `address` is the cell of its heading or label, `text` what stands there.
    """

    reach: Reach
    area: Area
    table: FiguresTable
    address: Address
    text: str
    figures: tuple[Address, ...]


def unread_tables(book: Sheets, found: Survey) -> Iterator[Unread]:
    """Yield the tables of figures by period that the survey makes nothing of, sheet by sheet."""
    taken = _taken(found)
    summarised = {figure.sheet for figure in found.summary.figures}
    passed_over = summarised | {error.facts["sheet"] for error in found.damaged}
    passed_over |= {area.sheet for claim in found.contested for area in claim}
    for sheet in book.sheets:
        if sheet in passed_over:
            continue
        grid = book.read(sheet)
        for header in _headers(grid):
            labels = tuple(_labels(grid, header))
            if header.row not in taken[sheet] and labels:
                periods = tuple(dict.fromkeys(heading.period for heading in header.headings))
                figures = tuple(_numbers_below(grid, header))
                yield Unread(sheet, header.headings[0].address, periods, labels, figures)


def _taken(found: Survey) -> dict[str, set[int]]:
    """Return the rows of every table found, and the row above each: kinds over years."""
    rows: dict[str, set[int]] = defaultdict(set)
    blocks = [(table.sheet, table.block) for table in found.summaries]
    blocks += [(table.sheet, table.block) for table in found.comparisons]
    blocks += [(table.sheet, table.block) for area in found.areas for table in area.tables]
    blocks += [(table.sheet, table.block) for area in found.goals for table in area.tables]
    for sheet, block in blocks:
        rows[sheet].update(range(block.top - 1, block.bottom + 1))
    for pool in found.allocations.tables:
        rows[pool.sheet].update(pool.rows)
    for figure in (one for line in found.allocations.lines for one in line.figures.values()):
        rows[figure.sheet].update((figure.address.row - 1, figure.address.row))
    return rows


def _headers(grid: Grid) -> Iterator[PeriodHeader]:
    """Yield the rows of periods but those of settings that go across."""
    words = tuple(grid.texts(is_known))
    settings = {word.row for word in words if setting_of(word.text) is not None}
    return (one for one in locate_headers(grid, words) if one.row not in settings)


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
    """Yield the places of the numbers under a header, up to a blank row."""
    for row in range(header.row + 1, header.row + 1 + ROWS_BELOW):
        cells = grid.row(row)
        if not cells:
            return
        for heading in header.headings:
            at = heading.address.column
            if read_number(cells.get(at)) is not None:
                yield Address(row, at)


def unread_places(book: Sheets, found: Survey) -> Iterator[UnreadPlace]:
    """Yield the columns and rows at the areas' tables that nobody reads, table by table."""
    read = _read_cells(found)
    for area in found.areas:
        grid = book.read(area.sheet)
        own = read[area.sheet]
        for table in area.tables:
            known = _known_rows(table)
            if known:
                yield from _columns(grid, area, table, known, own)
                yield from _rows(grid, area, table, known, own)


def _read_cells(found: Survey) -> Mapping[str, set[Address]]:
    """Return by sheet every cell that is a figure of something known."""
    read: dict[str, set[Address]] = defaultdict(set)
    for area in found.areas:
        for table in area.tables:
            known = _known_rows(table)
            for figure in table:
                if figure.address.row in known:
                    read[area.sheet].add(figure.address)
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


def _known_rows(table: FiguresTable) -> set[int]:
    """Return the rows whose label is a line, or a part of one."""
    return {
        figure.address.row
        for row in table.rows
        if row.line.code in LABELS or code_of(row.label) is not None
        for figure in row.figures.values()
    }


def _columns(
    grid: Grid, area: Area, table: FiguresTable, known: Collection[int], read: set[Address]
) -> Iterator[UnreadPlace]:
    """Yield the columns of numbers between the table's periods, or right beside them."""
    taken = _covered(grid, table)
    labels = max(row.label_address.column for row in table.rows)
    reached = [at for at in range(labels + 1, max(taken) + 1) if at not in taken]
    after = max(taken) + 1
    for column in (*reached, after):
        places = [Address(row, column) for row in sorted(known)]
        figures = [at for at in places if at not in read and _is_number(grid.value(at))]
        text, address = _heading(grid, table, column)
        if not figures or (not text and len(figures) < FEWEST_BARE):
            continue
        is_between = min(taken) < column < max(taken)
        reach = Reach.COLUMN_BETWEEN if is_between else Reach.COLUMN_BESIDE
        yield UnreadPlace(reach, area, table, address, text, tuple(figures))


def _covered(grid: Grid, table: FiguresTable) -> set[int]:
    """Return the columns that the table's periods cover, merged headings whole."""
    taken = {at.column for at in table.header.values()}
    taken |= {figure.address.column for figure in table}
    taken |= {at.column for repeat in table.repeats for at in (repeat.first, repeat.second)}
    headings = set(table.header.values())
    for block in grid.merged:
        if Address(block.top, block.left) in headings:
            taken |= set(range(block.left, block.right + 1))
    return taken


def _heading(grid: Grid, table: FiguresTable, column: int) -> tuple[str, Address]:
    """Return what heads a column, in the row of the periods or right above it."""
    row = min((at.row for at in table.header.values()), default=table.block.top)
    for at in (Address(row, column), Address(row - 1, column)):
        value = grid.value(at) if at.row else None
        if value is not None and str(value).strip():
            return " ".join(str(value).split()), at
    return "", Address(row, column)


def _rows(
    grid: Grid, area: Area, table: FiguresTable, known: Collection[int], read: set[Address]
) -> Iterator[UnreadPlace]:
    """Yield the rows of numbers between the table's lines, or right below them."""
    columns = sorted({figure.address.column for figure in table})
    first_row = max(at.row for at in table.header.values()) + 1
    below = range(table.block.bottom + 1, table.block.bottom + 1 + ROWS_BELOW)
    for row in (*range(first_row, table.block.bottom + 1), *below):
        cells = grid.row(row)
        if row > table.block.bottom and _is_end(cells, columns):
            return
        figures = [
            at
            for at in (Address(row, column) for column in columns)
            if at not in read and _is_number(cells.get(at.column))
        ]
        text, address = _label(cells, row, min(columns))
        if row not in known and figures and not _is_understood(text):
            yield UnreadPlace(Reach.ROW, area, table, address, text, tuple(figures))


def _is_end(cells: Mapping[int, Value], columns: Sequence[int]) -> bool:
    """Tell whether a row below a table is no more of it."""
    texts = [value for value in cells.values() if isinstance(value, str)]
    has_figures = any(_is_number(cells.get(column)) for column in columns)
    is_headed = any(period_of(text) is not None for text in texts)
    return not has_figures or is_headed or any(section_of(text) is not None for text in texts)


def _label(cells: Mapping[int, Value], row: int, first: int) -> tuple[str, Address]:
    pieces = {at: value for at, value in cells.items() if at < first and is_wording(value)}
    at = min(pieces, default=first)
    return " ".join(" ".join(map(str, pieces.values())).split()), Address(row, at)


def _is_understood(text: str) -> bool:
    """Tell whether a label is another word of the report than a line: a setting, a pool."""
    return is_known(text) and line_of(text) is None and weighed_line_of(text) is None


def _is_number(value: Value) -> bool:
    return read_number(value) is not None
