"""Figures tables: a header row of periods with at least two lines of the lexicon left of it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from tpxl.layout.frames import Frame, locate_frames
from tpxl.layout.headers import Heading
from tpxl.layout.labels import Cells, Label, labels_of
from tpxl.layout.numbers import decimals_of, is_fraction_format, read_number
from tpxl.model import (
    Address,
    Block,
    Cell,
    Figure,
    FiguresRow,
    FiguresTable,
    Grid,
    Line,
    Measure,
    Period,
    Repeat,
    Text,
    Value,
)
from tpxl.model.line import MARGIN
from tpxl.terms import fold
from tpxl.terms.known import LONGEST
from tpxl.terms.lines import COUNTS, line_of
from tpxl.terms.periods import scale_of

FEWEST_LINES = 2
"""A header row over fewer different lines is no figures table."""
ROWS_ABOVE = 3
"""How far above the header row a unit (1 000 €) or the names of areas may stand."""

Rows = Mapping[int, Cells]
Values = Mapping[int, Mapping[int, Value]]
_ONE = Decimal(1)


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
    return Counter(
        line
        for word in words
        if (line := line_of(word.text)) is not None
        and any(word.row in frame.rows and word.column in frame.label_columns for frame in frames)
    )


def _has_lines(table: FiguresTable) -> bool:
    lines = {row.line for row in table.rows if line_of(row.label) is not None}
    return len(lines) >= FEWEST_LINES


def _table(
    grid: Grid, frame: Frame, printed: Mapping[tuple[str, str], int], *, is_pending: bool
) -> FiguresTable:
    above = {
        row: grid.row(row)
        for row in range(max(1, frame.header_row - ROWS_ABOVE), frame.header_row + 1)
    }
    body = {row: grid.cells_of(row) for row in frame.rows}
    columns = tuple(_columns(frame.headings))
    reader = _Reader(grid, columns, body, _scale(above, frame), is_pending)
    rows: list[FiguresRow] = []
    for label in labels_of(body, frame.label_columns, frame.figure_columns, printed, grid.merged):
        line, basis = _line_and_basis(label, rows)
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
        if line_of(row.label) is not None:
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
    return _ONE


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


class _Column(NamedTuple):
    """A column of figures: of a merged heading the first that is filled; its own scale if any."""

    period: Period
    first: int
    others: range
    scale: Decimal | None

    def in_row(self, cells: Cells) -> int:
        """Return the column of a row's figure."""
        if self.first in cells or not self.others:
            return self.first
        return next((column for column in self.others if column in cells), self.first)


class _Reader(NamedTuple):
    """A table's rows, and what reading one of its figures needs."""

    grid: Grid
    columns: tuple[_Column, ...]
    body: Rows
    scale: Decimal
    is_pending: bool

    def row(self, label: Label, line: Line, basis: FiguresRow | None) -> FiguresRow:
        """Return the row of a label; of a period that stands twice, the first figure."""
        is_euros = line.measure is Measure.AMOUNT and line.code not in COUNTS
        own = scale_of(label.text) if is_euros else None
        unit = own if own is not None and own != 1 else self.scale
        figures: dict[Period, Figure] = {}
        formats = []
        cells = self.body[label.figures_row]
        for column in self.columns:
            scale = (column.scale or unit) if is_euros else _ONE
            address = Address(label.figures_row, column.in_row(cells))
            cell = cells.get(address.column)
            if cell is None:
                cell = Cell(None, number_format=self.grid.number_format(address))
            formats.append(cell.number_format)
            if column.period not in figures:
                figures[column.period] = self._figure(line, column.period, address, cell, scale)
        decimals = _decimals(figures, formats)
        return FiguresRow(line, label.text, label.address, figures, decimals, basis)

    def _figure(
        self, line: Line, period: Period, address: Address, cell: Cell, scale: Decimal
    ) -> Figure:
        value, has_formula, number_format = cell
        reading = None if value is None else read_number(value, number_format)
        return Figure(
            line,
            period,
            self.grid.sheet,
            address,
            value,
            None if reading is None else reading.number,
            scale,
            decimals_of(number_format) or 0 if reading is None else reading.decimals,
            has_formula,
            is_known=not (has_formula and self.is_pending),
            is_text=reading is not None and reading.is_text,
            is_fraction=is_fraction_format(number_format),
        )


def _columns(headings: Iterable[Heading]) -> Iterator[_Column]:
    for heading in headings:
        first = heading.address.column
        others = range(first + 1, heading.last_column + 1)
        yield _Column(heading.period, first, others, heading.scale)


def _decimals(figures: Mapping[Period, Figure], formats: Iterable[str]) -> int | None:
    """Return the decimals printed in a row; of an empty row, those its cells are formatted for."""
    printed = [figure.decimals for figure in figures.values() if figure.number is not None]
    formatted = (decimals_of(one) for one in formats)
    return max(printed or [one for one in formatted if one is not None], default=None)
