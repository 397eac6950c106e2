"""Columns and rows of numbers within reach of a figures table, under no heading or label it knows.

They are looked for while the table's sheet is at hand; whether another table reads them is told
once the whole book is surveyed.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from enum import Enum
from itertools import islice
from typing import NamedTuple

from tpxl.layout.cells.numbers import is_wording, number_of
from tpxl.layout.figures import Located
from tpxl.layout.labels import Cells
from tpxl.model import Address, FiguresRow, FiguresTable, Grid, Measure, Value
from tpxl.terms import allocation, parts, settings
from tpxl.terms.lines import LABELS, line_of, weighed_line_of
from tpxl.terms.parts import code_of
from tpxl.terms.periods import kind_of, period_of
from tpxl.terms.sections import section_of

ROWS_BELOW = 20

_OF_ROWS = (settings, allocation, parts)
"""The domains whose words may name a row of figures beside the lines."""

ROWS_FAR = 60
"""Where more rows follow, they are a list of its own: accounts behind the figures, a register."""

FEWEST_BARE = 2
"""One number in a column without a heading is somebody's reckoning beside the table."""


class Reach(Enum):
    """How an unread place stands to the table that it is within reach of."""

    COLUMN_BETWEEN = "column between read ones"
    COLUMN_BESIDE = "column beside the read ones"
    ROW = "row between read ones, or right below them"

    @property
    def is_row(self) -> bool:
        """Tell whether the numbers stand in a row."""
        return self is Reach.ROW


class UnreadPlace(NamedTuple):
    """A column or a row of numbers at a figures table that the table makes nothing of.

    `address` is the cell of its heading or label, `text` what stands there. `moved` are the rows
    whose figures may stand under other headings than their own.
    """

    reach: Reach
    table: FiguresTable
    address: Address
    text: str
    figures: tuple[Address, ...]
    moved: frozenset[int] = frozenset()

    @property
    def is_telling(self) -> bool:
        """Tell whether it holds enough numbers to be more than somebody's reckoning."""
        fewest = 1 if self.text or self.reach is Reach.ROW else FEWEST_BARE
        return bool(self.moved) or len(self.figures) >= fewest


def places_beside(grid: Grid, located: Sequence[Located]) -> Iterator[UnreadPlace]:
    """Yield the columns and rows at the tables of a sheet that these do not read themselves."""
    rights = _rights(grid) if located else {}
    tops = sorted(table.block.top for table, _ in located)
    for table, body in located:
        known = known_rows(table)
        if known:
            rows = {row: body[row] for row in sorted(known)}
            read = {figure.address.column for figure in table}
            yield from _columns(grid, table, rows, read | _headed(table, rights))
            yield from _split(grid, table, rows, rights)
            yield from _rows(grid, table, known, sorted(read))
            after = bisect_right(tops, table.block.bottom)
            end = tops[after] if after < len(tops) else grid.last_row + 1
            yield from _rows_further_down(grid, table, sorted(read), end)


def known_rows(table: FiguresTable) -> set[int]:
    """Return the rows whose label is a line, or a part of one."""
    return {
        figure.address.row
        for row in table.rows
        if is_understood(row)
        for figure in islice(row.figures.values(), 1)
    }


def is_understood(row: FiguresRow) -> bool:
    """Tell whether a row's label is a line, or a part of one."""
    return row.line.code in LABELS or code_of(row.label) is not None


def _rights(grid: Grid) -> Mapping[Address, int]:
    """Return the last column of each merged cell, by the address of its first."""
    rights: dict[Address, int] = {}
    for block in grid.merged:
        at = Address(block.top, block.left)
        rights[at] = max(rights.get(at, 0), block.right)
    return rights


def _columns(
    grid: Grid, table: FiguresTable, rows: Mapping[int, Cells], taken: set[int]
) -> Iterator[UnreadPlace]:
    """Yield the columns of numbers between the table's periods, or right beside them."""
    first, last = min(taken), max(taken)
    labels = max(row.label_address.column for row in table.rows)
    near = set(range(labels + 1, last + 2)) - taken
    figures: dict[int, list[Address]] = defaultdict(list)
    for row, cells in rows.items():
        for column in near & cells.keys():
            if _is_number(cells[column].value):
                figures[column].append(Address(row, column))
    for column in sorted(figures):
        text, address = _heading(grid, table, column)
        reach = Reach.COLUMN_BETWEEN if first < column < last else Reach.COLUMN_BESIDE
        moved = frozenset() if text else frozenset(_moved(table, rows, figures[column]))
        yield UnreadPlace(reach, table, address, text, tuple(figures[column]), moved)


def _split(
    grid: Grid, table: FiguresTable, rows: Mapping[int, Cells], rights: Mapping[Address, int]
) -> Iterator[UnreadPlace]:
    """Yield the columns under a period's heading that hold numbers beside the figures read."""
    read = {figure.address for figure in table}
    for heading in table.header.values():
        covered = range(heading.column, max(heading.column, rights.get(heading, 0)) + 1)
        for column in covered:
            figures = tuple(
                Address(row, column)
                for row, cells in rows.items()
                if Address(row, column) not in read and _holds_number(cells, column)
            )
            if figures:
                below = grid.value(Address(heading.row + 1, column))
                text = str(below) if is_wording(below) else str(grid.value(heading) or "")
                at = Address(heading.row + is_wording(below), column)
                words = " ".join(text.split())
                yield UnreadPlace(Reach.COLUMN_BESIDE, table, at, words, figures)


def _moved(
    table: FiguresTable, rows: Mapping[int, Cells], bare: Sequence[Address]
) -> Iterator[int]:
    """Yield the rows with a number under no heading that may be another heading's.

    Headings may stand a column off: one further right has no number. Or a row's figures may: they
    begin later than those of other rows, and go on where the headings end.
    """
    headed = sorted(at.column for at in table.header.values())
    column = bare[0].column
    held = {row: [at for at in headed if _holds_number(cells, at)] for row, cells in rows.items()}
    if column < headed[-1]:
        used = {at for own in held.values() for at in own}
        if len(bare) >= FEWEST_BARE and any(at not in used for at in headed if at > column):
            yield from (at.row for at in bare)
        return
    changes = {
        one.address.row
        for row in table.rows
        if row.line.measure is Measure.CHANGE_PERCENT
        for one in islice(row.figures.values(), 1)
    }
    for at in bare:
        alike = (
            own[0] for row, own in held.items() if own and (row in changes) == (at.row in changes)
        )
        begins = held[at.row][:1]
        if begins and held[at.row][-1] == headed[-1] and begins[0] > min(alike):
            yield at.row


def _holds_number(cells: Cells, column: int) -> bool:
    return column in cells and _is_number(cells[column].value)


def _headed(table: FiguresTable, rights: Mapping[Address, int]) -> set[int]:
    """Return the columns that the headings of the table's periods cover, merged ones whole."""
    taken = {at.column for repeat in table.repeats for at in (repeat.first, repeat.second)}
    for at in table.header.values():
        taken |= set(range(at.column, max(at.column, rights.get(at, 0)) + 1))
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
    grid: Grid, table: FiguresTable, known: Collection[int], columns: Sequence[int]
) -> Iterator[UnreadPlace]:
    """Yield the rows of numbers between the table's lines, or right below them."""
    below = range(table.block.bottom + 1, table.block.bottom + 1 + ROWS_BELOW)
    for row in (*table.body, *below):
        if row in known:
            continue
        cells = grid.row(row)
        if row > table.block.bottom and _is_end(cells, columns):
            return
        figures = tuple(Address(row, at) for at in columns if _is_number(cells.get(at)))
        if not figures:
            continue
        text, address = _label(cells, row, columns[0])
        if not _is_understood(text):
            yield UnreadPlace(Reach.ROW, table, address, text, figures)


def _rows_further_down(
    grid: Grid, table: FiguresTable, columns: Sequence[int], stop: int
) -> Iterator[UnreadPlace]:
    """Yield the rows of numbers in a table's columns after the first row that is none of it.

    Rows that follow each other are one place. Other headings end the columns, and so does another
    table, at the row `stop`; a line of the report without periods is told as that.
    """
    below = table.block.bottom + 1
    if stop - below > ROWS_FAR:
        return
    rows = range(below, max(below, stop))
    end = next((row for row in rows if _is_end(grid.row(row), columns)), None)
    held: list[tuple[str, Address, tuple[Address, ...]]] = []
    for row in range(rows.stop if end is None else end, rows.stop):
        cells = grid.row(row)
        if _is_headed(cells, columns):
            break
        figures = tuple(Address(row, at) for at in columns if _is_number(cells.get(at)))
        text, address = _label(cells, row, columns[0])
        if len(figures) >= FEWEST_BARE and not (line_of(text) is not None or _is_understood(text)):
            held.append((text, address, figures))
        elif held:
            yield _together(table, held)
            held = []
    if held:
        yield _together(table, held)


def _together(
    table: FiguresTable, rows: Sequence[tuple[str, Address, tuple[Address, ...]]]
) -> UnreadPlace:
    text, address, _ = rows[0]
    figures = tuple(at for _, _, own in rows for at in own)
    return UnreadPlace(Reach.ROW, table, address, text, figures)


def _is_headed(cells: Mapping[int, Value], columns: Sequence[int]) -> bool:
    """Tell whether a row heads another table, or another section."""
    texts = [str(value) for value in cells.values() if is_wording(value)]
    heads = sum(is_wording(cells.get(at)) for at in columns)
    is_period = any(period_of(text) is not None for text in texts)
    return heads > 1 or is_period or any(section_of(text) is not None for text in texts)


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
    """Tell whether a label is another word for a row than a line: a setting, a pool, a part.

    What only heads columns says nothing of a row: ``Poikkeama %``, ``Toteuma``.
    """
    names_line = line_of(text) is not None or weighed_line_of(text) is not None
    return any(one.is_known(text) for one in _OF_ROWS) and not names_line and kind_of(text) is None


def _is_number(value: Value) -> bool:
    return value is not None and number_of(value) is not None
