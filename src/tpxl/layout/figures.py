"""Figures tables: a header row of periods with at least two lines of the lexicon left of it."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from operator import attrgetter

from tpxl.layout.figure_rows import ONE, RowReader, line_and_basis
from tpxl.layout.frames import Frame, locate_frames
from tpxl.layout.headers import Heading
from tpxl.layout.labels import Cells, labels_of
from tpxl.layout.weighed_labels import weighed
from tpxl.model import (
    Address,
    Block,
    FiguresRow,
    FiguresTable,
    Grid,
    Line,
    Period,
    Repeat,
    Text,
    Value,
)
from tpxl.terms import fold
from tpxl.terms.known import LONGEST
from tpxl.terms.lines import line_of, weighed_line_of
from tpxl.terms.periods import scale_of

FEWEST_LINES = 2
"""A header row over fewer different lines is no figures table."""
ROWS_ABOVE = 3
"""How far above the header row a unit (1 000 €) or the names of areas may stand."""

_ROW = attrgetter("row")
Rows = Mapping[int, Cells]
Values = Mapping[int, Mapping[int, Value]]


def locate_figures(
    grid: Grid, words: Sequence[Text], *, awaits_recalculation: bool = False
) -> tuple[FiguresTable, ...]:
    """Return the figures tables of a sheet, from top to bottom and left to right.

    `words` are the sheet's texts that the lexicon knows; only rows of tables are read, each once.
    """
    frames = locate_frames(grid, words)
    if not frames:
        return ()
    printed = _printed_lines(frames, words)
    tables = (_table(grid, frame, printed, is_pending=awaits_recalculation) for frame in frames)
    return tuple(table for table in tables if _has_lines(table))


def _printed_lines(frames: Sequence[Frame], words: Sequence[Text]) -> Mapping[tuple[str, str], int]:
    """Count the lines that the labels of all tables name."""
    of_column: dict[int, list[Text]] = defaultdict(list)
    for word in words:
        if line_of(word.text) is not None:
            of_column[word.column].append(word)
    labels = {
        word
        for frame in frames
        for column, own in of_column.items()
        if column in frame.label_columns
        for word in own[bisect_left(own, frame.rows.start, key=_ROW) :][: len(frame.rows)]
        if word.row in frame.rows
    }
    return Counter(line for word in labels if (line := line_of(word.text)) is not None)


def _has_lines(table: FiguresTable) -> bool:
    lines = {row.line for row in table.rows if _names_a_line(row)}
    return len(lines) >= FEWEST_LINES


def _names_a_line(row: FiguresRow) -> bool:
    """Tell whether a row's whole label names its line, by itself or as the figures bear out."""
    if line_of(row.label) is not None:
        return True
    return weighed_line_of(row.label) is not None and row.line.code != row.label


def _table(
    grid: Grid, frame: Frame, printed: Mapping[tuple[str, str], int], *, is_pending: bool
) -> FiguresTable:
    above = {
        row: grid.row(row)
        for row in range(max(1, frame.header_row - ROWS_ABOVE), frame.header_row + 1)
    }
    body = {row: grid.cells_of(row) for row in frame.rows}
    scale = _scale(above, frame)
    reader = RowReader.of(grid, body, frame.headings, scale, is_pending=is_pending)
    rows: list[FiguresRow] = []
    labels = labels_of(body, frame.label_columns, frame.figure_columns, printed, grid.merged)
    for label in weighed(tuple(labels), reader.plainly):
        line, basis = line_and_basis(label, rows)
        if line is not None:
            rows.append(reader.row(label, line, basis))
    header, repeats = _header(frame.headings)
    return FiguresTable(
        sheet=grid.sheet,
        block=Block(
            frame.header_row, frame.label_columns.start, frame.rows.stop - 1, frame.last_column
        ),
        header=header,
        rows=tuple(rows),
        repeats=(*repeats, *_repeated_lines(rows)),
        texts=_texts(above, body),
    )


def _header(headings: Sequence[Heading]) -> tuple[dict[Period, Address], list[Repeat]]:
    header: dict[Period, Address] = {}
    repeats = []
    for heading in headings:
        first = header.setdefault(heading.period, heading.address)
        if first != heading.address:
            repeats.append(Repeat(heading.period, first, heading.address))
    return header, repeats


def _repeated_lines(rows: Sequence[FiguresRow]) -> Iterator[Repeat]:
    seen: dict[Line, Address] = {}
    for row in rows:
        if _names_a_line(row):
            first = seen.setdefault(row.line, row.label_address)
            if first != row.label_address:
                yield Repeat(row.line, first, row.label_address)


def _texts(above: Values, body: Rows) -> frozenset[str]:
    printed = [value for values in above.values() for value in values.values()]
    printed += [cell.value for cells in body.values() for cell in cells.values()]
    return frozenset(
        fold(value) for value in printed if isinstance(value, str) and len(value) <= LONGEST
    )


def _scale(above: Values, frame: Frame) -> Decimal:
    """Return the euros in one unit, as named in the corner or just above the header row."""
    headings = {heading.address for heading in frame.headings}
    for row in sorted(above, reverse=True):
        for column, value in above[row].items():
            if column > frame.last_column or (row, column) in headings:
                continue
            scale = scale_of(value) if isinstance(value, str) else None
            if scale is not None and scale != 1:
                return scale
    return ONE
