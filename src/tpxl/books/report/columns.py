"""Tables without ruled lines: rows of numbers whose right edges stand under each other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import NamedTuple

from tpxl.books.report.lines import TextLine, TextRun
from tpxl.books.report.passages import Box, Passage, Print, table
from tpxl.books.report.touching import parted_headings
from tpxl.books.report.wrapped import (
    LABELS,
    PrintedRow,
    doubted,
    goes_on,
    may_be_wrapped,
    merged,
    together,
    with_rows,
)
from tpxl.terms.periods import period_of, year_of

_WIDE = 0.55
"""The share of the widest lines from which a line of one run of words is prose: a label or a
heading of a table is narrower, a line of a paragraph fills most of it."""
_LARGER = 1.08
"""How much larger than the text a heading's letters are: 9 to 10 points, less is a scaled font."""
_FAR = 2.0
"""Heights of a line that part two tables: rows of one stand closer, also over a group's blank."""
_CLOSE = 0.6
"""Heights of a line up to which a line may go on the label above it; rows stand no closer."""
_FEWEST_ROWS = 2
"""Rows of numbers that make a table without a heading."""
_SAME_EDGE = 3.0
"""Points within which a heading is flush with its column, or centred over it."""
_VERY_EDGE = 1.5
"""Points within which digits end at another column's right edge: less than half a digit."""
_NARROWEST = 6.0
"""Points that a number takes at least, with the blank before it: one digit of small type."""
_EDGE_REACH = 12.0
"""Points from a column's numbers at which a narrow heading beside them is still theirs."""
_TWO = 2
_TOUCH = 2.0
"""Points that boxes may overlap, or lie apart, and only touch: the roundness of letters."""
_MANY_WORDS = 10
"""Words in two runs from which a wide line is prose that a blank parts, no label and heading."""
_FEWEST_TO_PART = 3
"""Numbers that must share a right edge before digits are cut at it: two may agree by chance."""
_OVERLAP = 0.3
"""The share of the narrower one by which columns overlap that are one: numbers of other lengths."""


@dataclass
class _NumberColumn:
    """Where the numbers of a column stand, and on which lines."""

    left: float
    right: float
    edge: float
    lines: set[int] = field(default_factory=set)

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    def overlap(self, box: Box) -> float:
        return min(self.right, box.right) - max(self.left, box.left)

    def take(self, other: "_NumberColumn") -> None:
        self.left, self.right = min(self.left, other.left), max(self.right, other.right)
        self.lines |= other.lines


class _Drawing(NamedTuple):
    """A table under reading: its columns from left to right, its page."""

    columns: Sequence[_NumberColumn]
    page: int

    @property
    def left(self) -> float:
        return self.columns[0].left


def tables_and_text(
    lines: Sequence[TextLine], body: float, page: int
) -> Iterator[Passage | TextLine]:
    """Yield the tables among lines, and the other lines as they are, from top to bottom.

    `body` is the size of the letters of the text.
    """
    for block in _blocks(lines, body):
        found = _table(block, page)
        if found is None:
            yield from block
        else:
            yield found


def is_heading_line(line: TextLine, body: float) -> bool:
    """Tell whether a line stands alone in larger letters than the text, or in bold ones."""
    if len(line.runs) != 1 or line.runs[0].is_filling or not line.text[:60].strip():
        return False
    return line.runs[0].size > _LARGER * body or line.runs[0].is_bold


def _blocks(lines: Sequence[TextLine], body: float) -> Iterator[list[TextLine]]:
    """Yield runs of lines that may be one table."""
    if not lines:
        return
    width = max(line.box.right for line in lines) - min(line.box.left for line in lines)
    block: list[TextLine] = []
    for line in lines:
        has_rows = any(one.has_figures for one in block)
        is_far = bool(block) and line.top - block[-1].bottom > _FAR * line.height
        is_larger = is_heading_line(line, body) and line.runs[0].size > _LARGER * body
        if is_larger or _is_prose(line, width):
            yield from filter(None, (block, [line]))
            block = []
        elif has_rows and (is_far or heads_columns(line)):
            own = len(block) if is_far else _end_of_rows(block, line)
            yield block[:own]
            block = [*block[own:], line]
        else:
            block.append(line)
    if block:
        yield block


def _end_of_rows(block: Sequence[TextLine], head: TextLine) -> int:
    """Return how many lines are a table's: those that stand nearer to a heading below are not."""
    end, below = len(block), head
    while end > 1 and not block[end - 1].has_figures:
        last, above = block[end - 1], block[end - 2]
        if below.top - last.bottom >= last.top - above.bottom:
            break
        end, below = end - 1, last
    return end


def _is_prose(line: TextLine, width: float) -> bool:
    if line.has_figures:
        return False
    is_wide = line.box.right - line.box.left > _WIDE * width
    return is_wide and (len(line.runs) == 1 or len(line.words) > _MANY_WORDS * len(line.runs) / 2)


def heads_columns(line: TextLine) -> bool:
    """Tell whether a line heads columns: words or years side by side, no number."""
    if line.has_figures:
        return False
    told = [run for run in line.runs if not run.is_dash]
    periods = sum(period_of(run.text) is not None or year_of(run.text) is not None for run in told)
    return len(told) > _TWO or (len(told) == _TWO and periods > 0)


def _table(block: Sequence[TextLine], page: int) -> Passage | None:
    """Return lines as a table; None where they are none."""
    first = next((index for index, line in enumerate(block) if line.has_figures), None)
    if first is None:
        return None
    is_headed = any(heads_columns(line) for line in block[:first])
    is_row = sum(run.is_filling for run in block[first].runs) > 1
    if sum(line.has_figures for line in block) < (1 if is_headed or is_row else _FEWEST_ROWS):
        return None
    rows = list(block[first:])
    columns = _columns([_torn_apart(line) for line in rows])
    rows = [_parted(line, columns) for line in rows]
    columns = _columns(rows)
    reaches = [(column.left, column.right) for column in columns]
    heads = [parted_headings(line, reaches) for line in block[:first]]
    columns = _with_blank_columns(columns, heads, rows)
    drawing = _Drawing(columns, page)
    head, spans = _header_rows(heads, drawing)
    return table(tuple(with_rows(head, _rows(rows, drawing))), spans)


def _columns(rows: Sequence[TextLine]) -> list[_NumberColumn]:
    """Return the columns of numbers: right edges near each other, then what overlaps them.

    What stands on one line is never of one column.
    """
    found = sorted(
        (run.box.right, run.box.left, index, run.size)
        for index, line in enumerate(rows)
        for run in line.runs
        if run.is_filling and not run.is_torn and (line.has_figures or len(line.runs) > 1)
    )
    columns: list[_NumberColumn] = []
    for right, left, index, size in found:
        last = columns[-1] if columns else None
        if last is not None and right - last.edge < size / 2 and index not in last.lines:
            last.take(_NumberColumn(left, right, right, {index}))
            last.edge = right
        else:
            columns.append(_NumberColumn(left, right, right, {index}))
    while (pair := _mergeable(columns)) is not None:
        columns[pair].take(columns.pop(pair + 1))
    return sorted(columns, key=lambda column: column.left)


def _mergeable(columns: Sequence[_NumberColumn]) -> int | None:
    for index, (one, other) in enumerate(pairwise(columns)):
        narrower = min(one.right - one.left, other.right - other.left)
        over = min(one.right, other.right) - max(one.left, other.left)
        if over > _OVERLAP * narrower and not one.lines & other.lines:
            return index
    return None


def _torn_apart(line: TextLine) -> TextLine:
    """Return a line, digits that lack some by themselves: they may be another column's."""
    parts = [
        part
        for run in line.runs
        for part in ((run.words[:-1], run.words[-1:]) if run.is_torn else (run.words,))
    ]
    return line if len(parts) == len(line.runs) else replace(line, runs=tuple(map(TextRun, parts)))


def _parted(line: TextLine, columns: Sequence[_NumberColumn]) -> TextLine:
    """Return a line whose run of digits ends at another column's edge in its middle as two runs."""
    runs: list[TextRun] = []
    for run in line.runs:
        cut = _cut(run, columns) if run.is_figure or run.is_torn else 0
        runs += [TextRun(run.words[:cut]), TextRun(run.words[cut:])] if cut else [run]
    return line if len(runs) == len(line.runs) else replace(line, runs=tuple(runs))


def _cut(run: TextRun, columns: Sequence[_NumberColumn]) -> int:
    edges = [column.right for column in columns if len(column.lines) >= _FEWEST_TO_PART]
    if not any(abs(run.box.right - edge) < _VERY_EDGE for edge in edges):
        return 0
    for count in range(1, len(run.words)):
        right = run.words[count - 1].box.right
        is_edge = any(abs(right - edge) < _VERY_EDGE for edge in edges)
        if is_edge and run.box.right - right > _NARROWEST:
            return count
    return 0


def _with_blank_columns(
    columns: Sequence[_NumberColumn], head: Sequence[TextLine], rows: Sequence[TextLine]
) -> list[_NumberColumn]:
    """Return the columns with those that have a heading and no number."""
    found = list(columns)
    labels = [
        run.box.right
        for line in rows
        for run in line.runs[:1]
        if not run.is_filling and run.box.right < columns[0].left + _TOUCH
    ]
    label_end = max(labels, default=columns[0].left)
    for line in head:
        for run in line.runs if len(line.runs) > 1 else ():
            box = run.box
            if box.left > label_end - _TOUCH and not any(
                column.overlap(box) > -_TOUCH for column in found
            ):
                found.append(_NumberColumn(box.left, box.right, box.right))
    return sorted(found, key=lambda column: column.left)


def _header_rows(
    lines: Sequence[TextLine], drawing: _Drawing
) -> tuple[list[PrintedRow], tuple[tuple[int, int, int], ...]]:
    """Return the rows above the numbers: titles, headings over several columns, the headings."""
    rows: list[PrintedRow] = []
    spans: list[tuple[int, int, int]] = []
    heading: PrintedRow = {}
    for line in lines:
        placed = [(run, _headed(run, drawing)) for run in line.runs]
        is_title = len(line.runs) == 1 and placed[0][1] is None
        wide = [hit for _, hit in placed if hit is not None and len(hit) > 1]
        if (is_title or wide) and heading:
            rows.append(heading)
            heading = {}
        if is_title:
            rows.append({LABELS: _print(line.runs[0], drawing)})
            continue
        row: PrintedRow = {}
        for run, hit in placed:
            column = LABELS if hit is None else hit[0] + LABELS + 1
            said = _print(run, drawing)
            row[column] = together(row[column], said) if column in row else said
            if hit is not None and len(hit) > 1:
                spans.append((len(rows), column, column + len(hit) - 1))
        if wide:
            rows.append(row)
        else:
            for column, said in row.items():
                over = heading.get(column)
                heading[column] = said if over is None else together(over, said)
    if heading:
        rows.append(heading)
    return rows, tuple(spans)


def _headed(run: TextRun, drawing: _Drawing) -> tuple[int, ...] | None:
    """Return the columns that a heading stands over; None where it is over the labels."""
    box = run.box
    flush = [
        index
        for index, column in enumerate(drawing.columns)
        if abs(box.right - column.right) <= _SAME_EDGE
    ]
    if len(flush) == 1:
        return tuple(flush)
    over = [index for index, column in enumerate(drawing.columns) if column.overlap(box) > _TOUCH]
    if len(over) > 1:
        centred = [
            i
            for i in over
            if abs(drawing.columns[i].middle - (box.left + box.right) / 2) <= _SAME_EDGE
        ]
        return tuple(centred) if len(centred) == 1 else tuple(over)
    if over:
        return tuple(over)
    nearest = min(
        range(len(drawing.columns)), key=lambda index: -drawing.columns[index].overlap(box)
    )
    is_near = drawing.columns[nearest].overlap(box) > -_EDGE_REACH
    return (nearest,) if is_near and box.right > drawing.left - _EDGE_REACH else None


def _rows(lines: Sequence[TextLine], drawing: _Drawing) -> list[PrintedRow]:
    """Return the rows of a table, labels over two lines joined."""
    placed = [_row(line, drawing) for line in lines]
    labels = (row[LABELS].box for row in placed if LABELS in row)
    label_end = max((box.right for box in labels if box is not None), default=drawing.left)
    rows: list[PrintedRow] = []
    for index, (line, row) in enumerate(zip(lines, placed, strict=True)):
        above = lines[index - 1] if index else None
        is_close = above is not None and line.top - above.bottom < _CLOSE * line.height
        if rows and is_close and goes_on(rows[-1], row, label_end):
            rows[-1] = merged(rows[-1], row)
        elif rows and is_close and may_be_wrapped(rows[-1], row):
            rows[-1] = doubted(rows[-1], row)
        else:
            rows.append(row)
    return rows


def _row(line: TextLine, drawing: _Drawing) -> PrintedRow:
    row: PrintedRow = {}
    for run in line.runs:
        said = _print(run, drawing)
        column = _column_of(run, drawing)
        if column == LABELS:
            row[column] = together(row[column], said) if column in row else said
            continue
        is_doubtful = run.is_figure and _is_between(run, drawing)
        if column in row:
            said, is_doubtful = together(row[column], said), True
        row[column] = said._replace(is_doubtful=is_doubtful)
    return row


def _column_of(run: TextRun, drawing: _Drawing) -> int:
    box = run.box
    if box.right < drawing.left - _TOUCH or (
        not run.is_filling and box.left < drawing.left - _TOUCH
    ):
        return LABELS

    def off(index: int) -> tuple[float, float]:
        column = drawing.columns[index]
        is_inside = column.left - 1 <= box.left and box.right <= column.right + 1
        return 0 if is_inside else abs(box.right - column.right), abs(box.right - column.right)

    best = min(range(len(drawing.columns)), key=off)
    return best + LABELS + 1


def _is_between(run: TextRun, drawing: _Drawing) -> bool:
    """Tell whether a number stands over two columns: whose it is, or whether it is two, is open."""
    return sum(column.overlap(run.box) > _TOUCH for column in drawing.columns) > 1


def _print(run: TextRun, drawing: _Drawing) -> Print:
    return Print(run.text, drawing.page, run.box)
