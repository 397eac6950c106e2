"""Figures tables: a header row of periods with at least two lines of the lexicon left of it.

Labels that name a line only where the table's own figures bear it out.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from operator import attrgetter
from typing import NamedTuple

from tpxl.layout.coarse_rows import with_own_decimals
from tpxl.layout.figure_rows import RowReader, RowsAbove, change_due, euros, line_and_basis
from tpxl.layout.headers import PeriodHeader, PeriodHeading, TableFrame, locate_frames
from tpxl.layout.labels import Cells, Label, labels_of
from tpxl.layout.shared_headers import with_shared_headers
from tpxl.layout.split_columns import with_parts
from tpxl.model import (
    Address,
    Block,
    Figure,
    FiguresRow,
    FiguresTable,
    Grid,
    Line,
    Period,
    Repeat,
    Text,
    Value,
)
from tpxl.model.line import EXPENSES, INCOME, MARGIN
from tpxl.rules.rounding import ONE, rounded
from tpxl.terms import fold, label_key
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

Figures = Mapping[Period, Figure]

Reader = Callable[[Label], Figures]
"""What reads the figures beside a label as plain numbers."""


class Located(NamedTuple):
    """A table, and the filled cells of its rows."""

    table: FiguresTable
    body: Rows


FEWEST = 2
"""Figures that bear a reading out: one may do so by chance."""

_THREE = (EXPENSES.code, INCOME.code, MARGIN.code)


def locate_figures(
    grid: Grid,
    headers: Sequence[PeriodHeader],
    words: Sequence[Text],
    *,
    awaits_recalculation: bool = False,
) -> tuple[Located, ...]:
    """Return the figures tables of a sheet, from top to bottom and left to right.

    `headers` are the sheet's rows of periods, `words` its texts that the lexicon knows; only rows
    of tables are read, each once.
    """
    located = locate_frames(grid.sheet, headers, words)
    frames = tuple(with_shared_headers(grid, located, words))
    if not frames:
        return ()
    printed = _printed_lines(frames, words)
    tall = {(one.top, one.left): one.bottom for one in grid.merged if one.bottom > one.top}
    is_pending = awaits_recalculation
    tables = (
        (frame, _table(grid, frame, printed, tall, is_pending=is_pending)) for frame in frames
    )
    return tuple(one for frame, one in tables if _has_lines(frame, one.table))


def _printed_lines(
    frames: Sequence[TableFrame], words: Sequence[Text]
) -> Mapping[tuple[str, str], int]:
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


def _has_lines(frame: TableFrame, table: FiguresTable) -> bool:
    lines = {row.line for row in table.rows if _names_a_line(row)}
    return len(lines) >= (1 if frame.shares_header else FEWEST_LINES)


def _names_a_line(row: FiguresRow) -> bool:
    """Tell whether a row's whole label names its line, by itself or as the figures bear out."""
    if line_of(row.label) is not None:
        return True
    return weighed_line_of(row.label) is not None and row.line.code != row.label


def _table(
    grid: Grid,
    frame: TableFrame,
    printed: Mapping[tuple[str, str], int],
    tall: Mapping[tuple[int, int], int],
    *,
    is_pending: bool,
) -> Located:
    above = {
        row: grid.row(row)
        for row in range(max(1, frame.header_row - ROWS_ABOVE), frame.header_row + 1)
    }
    if frame.shares_header:
        above |= dict(_titles(grid, frame))
    body = {row: grid.cells_of(row) for row in frame.rows}
    scale = _scale(above, frame)
    reader = RowReader.of(grid, body, frame.headings, scale, is_pending=is_pending)
    rows: list[FiguresRow] = []
    rows_above = RowsAbove()
    labels = labels_of(body, frame.label_columns, frame.figure_columns, printed, tall)
    for label in weighed(tuple(labels), reader.plainly):
        line, basis = line_and_basis(label, rows_above)
        if line is not None:
            rows.append(reader.row(label, line, basis))
            rows_above.add(rows[-1])
    rows = with_own_decimals(grid, list(_without_group_headings(rows)))
    rows = with_parts(grid, frame.headings, rows, is_pending=is_pending)
    header, repeats = _header(frame.headings)
    table = FiguresTable(
        sheet=grid.sheet,
        block=Block(
            frame.rows.start if frame.shares_header else frame.header_row,
            frame.label_columns.start,
            frame.rows.stop - 1,
            frame.last_column,
        ),
        header=header,
        rows=tuple(rows),
        repeats=(*repeats, *_repeated_lines(rows)),
        texts=_texts(above, body),
    )
    return Located(table, body)


def _titles(grid: Grid, frame: TableFrame) -> Iterator[tuple[int, dict[int, Value]]]:
    """Yield the rows of one cell right above rows whose headings stand further up."""
    top = frame.rows.start
    for row in range(max(frame.header_row + 1, top - ROWS_ABOVE), top):
        cells = grid.row(row)
        if len(cells) == 1:
            yield row, cells


def _without_group_headings(rows: Sequence[FiguresRow]) -> Iterator[FiguresRow]:
    """Yield the rows but the names of groups: ``Toimintatuotot`` over its parts and their total.

    Such a row prints nothing, and its line stands below under another label.
    """
    for index, row in enumerate(rows):
        is_blank = all(one.value is None and not one.has_formula for one in row.figures.values())
        totals = (
            below
            for below in rows[index + 1 :]
            if below.line == row.line and label_key(below.label) != label_key(row.label)
        )
        if not (is_blank and _names_a_line(row) and any(map(_prints, totals))):
            yield row


def _prints(row: FiguresRow) -> bool:
    return any(figure.number is not None for figure in row.figures.values())


def _header(headings: Sequence[PeriodHeading]) -> tuple[dict[Period, Address], list[Repeat]]:
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


def _scale(above: Values, frame: TableFrame) -> Decimal:
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


def weighed(labels: Sequence[Label], read: Reader) -> list[Label]:
    """Return the labels, those that the figures make certain with their lines.

    ``Menot``, ``Tulot`` and ``Netto`` are the lines that tie out as such; a change that does not
    say of what kind is one in per cent where its figures are.
    """
    open_ones = [label for label in labels if _meaning(label) is not None]
    if not open_ones:
        return list(labels)
    settled = {**_three(labels, read), **_changes(labels, read)}
    return [settled.get(label.address, label) for label in labels]


def _meaning(label: Label) -> tuple[str, str] | None:
    return weighed_line_of(label.text) if label.line is None else None


def _three(labels: Sequence[Label], read: Reader) -> dict[Address, Label]:
    """Return the bare labels of income, expenses and net with their lines where these tie out."""
    named: dict[str, Label] = {}
    for label in labels:
        code, measure = label.line or _meaning(label) or ("", "")
        if code and not measure:
            named.setdefault(code, label)
    if not named.keys() >= set(_THREE) or not _tie_out([read(named[code]) for code in _THREE]):
        return {}
    return {
        named[code].address: named[code]._replace(line=(code, ""))
        for code in _THREE
        if named[code].line is None
    }


def _tie_out(three: Sequence[Figures]) -> bool:
    """Tell whether income and expenses make the net in most periods, whatever their signs."""
    told = [
        [euros(figures[period]) for figures in three]
        for period in three[0]
        if all(period in figures and figures[period].number is not None for figures in three)
    ]
    fits = max(sum(income + sign * cost == net for cost, income, net in told) for sign in (1, -1))
    return _is_habit(fits, len(told))


def _changes(labels: Sequence[Label], read: Reader) -> dict[Address, Label]:
    """Return the bare labels of changes in per cent, weighed with all that are worded alike."""
    alike: dict[str, list[tuple[Label, Figures, Figures]]] = defaultdict(list)
    for label, base in _with_bases(labels):
        alike[label_key(label.text)].append((label, read(label), read(base)))
    return {
        label.address: label._replace(line=_meaning(label))
        for group in alike.values()
        if _are_per_cents(group)
        for label, _, _ in group
    }


def _with_bases(labels: Sequence[Label]) -> Iterator[tuple[Label, Label]]:
    """Yield the bare changes with the nearest amounts above them."""
    base: Label | None = None
    for label in labels:
        meaning = _meaning(label)
        if meaning is not None and meaning[1]:
            if base is not None:
                yield label, base
        elif label.line is None or not label.line[1]:
            base = label


def _are_per_cents(group: Sequence[tuple[Label, Figures, Figures]]) -> bool:
    fits = told = shown_so = 0
    for _, changes, amounts in group:
        for period, change in changes.items():
            due = change_due(amounts, period)
            if change.number is None:
                continue
            told += 1
            shown_so += change.is_fraction or "%" in str(change.value)
            fits += due is not None and rounded(due, change.decimals) == change.number
    return told > 0 and (shown_so == told or _is_habit(fits, told))


def _is_habit(fits: int, told: int) -> bool:
    return fits >= FEWEST and 2 * fits > told
