"""Figures tables: a header row of periods with at least two lines of the lexicon left of it."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tpxl.layout.headers import Header, Heading, locate_headers
from tpxl.layout.labels import Label, labels_of
from tpxl.layout.numbers import decimals_of, is_fraction_format, read_number
from tpxl.model import (
    Address,
    Block,
    Figure,
    FiguresRow,
    FiguresTable,
    Grid,
    Line,
    Measure,
    Period,
    Repeat,
    Text,
)
from tpxl.model.line import MARGIN
from tpxl.terms.lines import COUNTS, is_known, line_of
from tpxl.terms.periods import scale_of

_NUMBERED = re.compile(r"\d{1,2}\.\s")
FEWEST_LINES = 2
"""A header row over fewer different lines is no figures table."""
ROWS_ABOVE = 2
"""How far above the header row a unit (1 000 €) may stand."""


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where one table may reach: its headings, the columns of its labels, its rows."""

    headings: tuple[Heading, ...]
    header_row: int
    label_columns: range
    rows: range


def locate_figures(
    grid: Grid, words: Sequence[Text], *, awaits_recalculation: bool = False
) -> tuple[FiguresTable, ...]:
    """Return the figures tables of a sheet, from top to bottom and left to right.

    `words` are the sheet's texts that the lexicon knows; only rows of tables are read.
    """
    headers = locate_headers(grid, words)
    frames = [frame for header in headers for frame in _frames(header, headers, words)]
    printed = Counter(
        line
        for word in words
        if (line := line_of(word.text)) is not None
        and any(word.row in frame.rows and word.column in frame.label_columns for frame in frames)
    )
    tables = [_table(grid, frame, printed, is_pending=awaits_recalculation) for frame in frames]
    return tuple(table for table in tables if _has_lines(table))


def _has_lines(table: FiguresTable) -> bool:
    lines = {row.line for row in table.rows if line_of(row.label) is not None}
    return len(lines) >= FEWEST_LINES


def _frames(header: Header, headers: Sequence[Header], words: Sequence[Text]) -> Iterator[_Frame]:
    labels = [word for word in words if word.row > header.row and is_known(word.text)]
    left = 1
    for headings in _side_by_side(header, labels):
        columns = range(left, headings[0].address.column)
        right = headings[-1].last_column
        end = _end(header.row, columns.start, right, headers, words)
        rows = [word.row for word in labels if word.column in columns and word.row < end]
        if rows:
            yield _Frame(headings, header.row, columns, range(header.row + 1, max(rows) + 1))
        left = right + 1


def _side_by_side(header: Header, labels: Sequence[Text]) -> Iterator[tuple[Heading, ...]]:
    """Part a header row where a column of labels stands between two of its headings."""
    columns = [word.column for word in labels if line_of(word.text) is not None]
    parts: list[Heading] = []
    for heading in header.headings:
        if parts:
            between = range(parts[-1].last_column + 1, heading.address.column)
            if sum(column in between for column in columns) >= FEWEST_LINES:
                yield tuple(parts)
                parts = []
        parts.append(heading)
    yield tuple(parts)


def _end(top: int, left: int, right: int, headers: Sequence[Header], words: Sequence[Text]) -> int:
    """Return the first row below `top` that is no longer the table's."""
    later = [
        header.row
        for header in headers
        if header.row > top and any(left <= h.address.column <= right for h in header.headings)
    ]
    counted: dict[int, int] = {}
    for word in words:
        if word.row <= top or not left <= word.column <= right:
            continue
        if _NUMBERED.match(word.text.lstrip()) and line_of(word.text) is None:
            later.append(word.row)
        elif not is_known(word.text):
            counted[word.row] = counted.get(word.row, 0) + 1
    later += [row for row, count in counted.items() if count > 1]
    return min(later, default=words[-1].row + 1 if words else top)


def _table(
    grid: Grid, frame: _Frame, printed: Mapping[tuple[str, str], int], *, is_pending: bool
) -> FiguresTable:
    scale = _scale(grid, frame)
    repeats: list[Repeat] = []
    header: dict[Period, Address] = {}
    for heading in frame.headings:
        first = header.setdefault(heading.period, heading.address)
        if first != heading.address:
            repeats.append(Repeat(heading.period, first, heading.address))
    rows: list[FiguresRow] = []
    columns = _columns(frame.headings)
    for label in labels_of(grid, frame.label_columns, frame.rows, columns, printed):
        row = _row(grid, frame, label, rows, scale, is_pending=is_pending)
        if row is not None:
            rows.append(row)
    block = Block(
        frame.header_row,
        frame.label_columns.start,
        frame.rows.stop - 1,
        frame.headings[-1].last_column,
    )
    return FiguresTable(grid.sheet, block, header, tuple(rows), (*repeats, *_repeated_lines(rows)))


def _columns(headings: Sequence[Heading]) -> tuple[int, ...]:
    return tuple(
        column
        for heading in headings
        for column in range(heading.address.column, heading.last_column + 1)
    )


def _repeated_lines(rows: Sequence[FiguresRow]) -> Iterator[Repeat]:
    seen: dict[Line, Address] = {}
    for row in rows:
        if line_of(row.label) is None:
            continue
        first = seen.setdefault(row.line, row.label_address)
        if first != row.label_address:
            yield Repeat(row.line, first, row.label_address)


def _scale(grid: Grid, frame: _Frame) -> Decimal:
    """Return the euros in one unit, as named in the corner or just above the header row."""
    last = frame.headings[-1].last_column
    headings = {heading.address for heading in frame.headings}
    for row in range(frame.header_row, max(0, frame.header_row - ROWS_ABOVE - 1), -1):
        for column, value in grid.row(row).items():
            if column > last or not isinstance(value, str) or (row, column) in headings:
                continue
            scale = scale_of(value)
            if scale is not None and scale != 1:
                return scale
    return Decimal(1)


def _row(
    grid: Grid,
    frame: _Frame,
    label: Label,
    above: Sequence[FiguresRow],
    scale: Decimal,
    *,
    is_pending: bool,
) -> FiguresRow | None:
    """Return the row of a label; None where it measures a line that does not stand above it."""
    line, basis = _line_and_basis(label, above)
    if line is None:
        return None
    in_euros = line.measure is Measure.AMOUNT and line.code not in COUNTS
    own = scale_of(label.text) if in_euros else None
    unit = (own if own and own != 1 else scale) if in_euros else Decimal(1)
    figures = {
        heading.period: _figure(grid, line, heading, label, unit, is_pending=is_pending)
        for heading in reversed(frame.headings)
    }
    ordered = {heading.period: figures[heading.period] for heading in frame.headings}
    decimals = max((f.decimals for f in ordered.values() if f.number is not None), default=None)
    if decimals is None:
        decimals = max((f.decimals for f in ordered.values()), default=0)
    return FiguresRow(line, label.text, label.address, ordered, decimals, basis)


def _line_and_basis(
    label: Label, above: Sequence[FiguresRow]
) -> tuple[Line | None, FiguresRow | None]:
    """Return the line of a label, and the row of amounts that it measures.

    A bare change speaks of the nearest amounts above it; a bare €/asukas of the amounts right
    above it, and otherwise of the margin, which is what the report means by it.
    """
    if label.line is None:
        return Line(label.text), None
    code, measure = label.line[0], Measure(label.line[1])
    if measure is Measure.AMOUNT:
        return Line(code), None
    amounts = [row for row in above if row.line.measure is Measure.AMOUNT]
    if not code and measure is Measure.PER_RESIDENT:
        is_right_above = amounts and amounts[-1] is above[-1]
        is_euros = is_right_above and amounts[-1].line.code not in COUNTS
        code = amounts[-1].line.code if is_euros else MARGIN.code
    named = [row for row in amounts if not code or row.line.code == code]
    basis = named[-1] if named else None
    if code:
        return Line(code, measure), basis
    return (Line(basis.line.code, measure) if basis else None), basis


def _figure(
    grid: Grid, line: Line, heading: Heading, label: Label, scale: Decimal, *, is_pending: bool
) -> Figure:
    columns = range(heading.address.column, heading.last_column + 1)
    filled = [column for column in columns if column in grid.row(label.figures_row)]
    address = Address(label.figures_row, filled[0] if filled else heading.address.column)
    value = grid.value(address)
    shown_as = grid.number_format(address)
    has_formula = grid.has_formula(address)
    reading = read_number(value, shown_as)
    return Figure(
        line=line,
        period=heading.period,
        sheet=grid.sheet,
        address=address,
        value=value,
        number=reading.number if reading else None,
        scale=heading.scale or scale if line.measure is Measure.AMOUNT else scale,
        decimals=reading.decimals if reading else decimals_of(shown_as) or 0,
        has_formula=has_formula,
        is_known=not (has_formula and is_pending),
        is_text=reading is not None and reading.is_text,
        is_fraction=is_fraction_format(shown_as),
    )
