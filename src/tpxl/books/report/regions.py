"""What a page holds in reading order: drawn tables, and words parted into the page's columns."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tpxl.books.report.columns import is_heading_line
from tpxl.books.report.lattice import DrawnTable
from tpxl.books.report.lines import TextLine, lines_of
from tpxl.books.report.passages import Box
from tpxl.books.report.pdf import PdfPage

_GUTTER = 1.2
"""The white between two columns of a page, of a letter's size."""
_SAME_START = 2.5
_FEWEST_STARTS = 4
_FEWEST_ROWS = 2
_MOST_OTHERS = 0.4
_LONG_TEXT = 30
_LEVEL = 0.5
"""Heights of a line by which two columns may begin apart that begin together."""


def regions_of(
    lines: Sequence[TextLine], page: PdfPage, drawn: Sequence[DrawnTable], body: float
) -> Iterator[DrawnTable | list[TextLine]]:
    """Yield the drawn tables of a page, and the lines above, between and below them.

    `body` is the size of the letters of the text.
    """
    left = list(lines)
    for one in sorted(drawn, key=lambda one: (one.box.top, one.box.left)):
        above = [line for line in left if line.top < one.box.top]
        left = [line for line in left if line.top >= one.box.top]
        yield from _side_by_side(above, page, body)
        yield one
    yield from _side_by_side(left, page, body)


def _side_by_side(lines: list[TextLine], page: PdfPage, body: float) -> Iterator[list[TextLine]]:
    """Yield lines as they are read: of a page in two columns the left one first."""
    found = next(_gutters(lines), None)
    if found is None:
        if lines:
            yield lines
        return
    first, last, start = found
    if first:
        yield lines[:first]
    for band in _bands(lines[first : last + 1], start, body):
        words = [word for line in band for word in line.words]
        for is_right in (False, True):
            side = [word for word in words if _is_right(word.box, start) == is_right]
            if side:
                yield lines_of(side, page.upright_rules)
    yield from _side_by_side(lines[last + 1 :], page, body)


def _is_right(box: Box, start: float) -> bool:
    return box.left >= start - _SAME_START


def _bands(lines: Sequence[TextLine], start: float, body: float) -> Iterator[Sequence[TextLine]]:
    """Yield the lines of two columns, parted at the headings of one column that are both's.

    They are where the other column has no heading, and both columns begin anew below each.
    """
    heads = [index for index, line in enumerate(lines) if is_heading_line(line, body)]
    sides = {_is_right(lines[index].box, start) for index in heads}
    if len(sides) != 1 or not all(_begins_both(lines[index + 1 :], start) for index in heads):
        yield lines
        return
    for begin, end in pairwise((0, *(index for index in heads if index), len(lines))):
        yield lines[begin:end]


def _begins_both(below: Sequence[TextLine], start: float) -> bool:
    """Tell whether below a heading the two columns begin at one height."""
    begins = [
        next(
            (
                word.box
                for line in below
                for word in line.words
                if _is_right(word.box, start) is side
            ),
            None,
        )
        for side in (False, True)
    ]
    left, right = begins
    return (
        left is not None
        and right is not None
        and abs(left.bottom - right.bottom) <= _LEVEL * (left.bottom - left.top)
    )


def _gutters(lines: Sequence[TextLine]) -> Iterator[tuple[int, int, float]]:
    """Yield where lines are those of two columns: the first, the last, where the right one starts.

    A table with a column of words is none: on its left stand no numbers and no sentences. Nor is
    one whose numbers begin where their heading does: on the right rows begin with their labels.
    """
    starts = sorted(
        (run.box.left, index)
        for index, line in enumerate(lines)
        for before, run in zip(line.runs, line.runs[1:], strict=False)
        if run.text[:1].isalpha() and run.box.left - before.box.right >= _GUTTER * run.size
    )
    for position, (start, _) in enumerate(starts):
        rows = [at for left, at in starts[position:] if left - start <= _SAME_START]
        if len(rows) >= _FEWEST_STARTS:
            first, last = _reach(lines, min(rows), max(rows), start)
            if _are_columns(lines[first : last + 1], start):
                yield first, last, start


def _reach(lines: Sequence[TextLine], first: int, last: int, start: float) -> tuple[int, int]:
    """Return the lines around some that leave the gutter white."""
    while first > 0 and _leaves(lines[first - 1], start) and _is_near(lines, first - 1):
        first -= 1
    while last + 1 < len(lines) and _leaves(lines[last + 1], start) and _is_near(lines, last):
        last += 1
    return first, last


def _is_near(lines: Sequence[TextLine], upper: int) -> bool:
    return lines[upper + 1].top - lines[upper].bottom < 2 * lines[upper].height


def _leaves(line: TextLine, start: float) -> bool:
    return not any(
        run.box.left < start - _SAME_START and run.box.right > start - _SAME_START
        for run in line.runs
    )


def _are_columns(lines: Sequence[TextLine], start: float) -> bool:
    if not all(_leaves(line, start) for line in lines):
        return False
    left = [[run for run in line.runs if run.box.left < start - _SAME_START] for line in lines]
    right = [[run for run in line.runs if run.box.left >= start - _SAME_START] for line in lines]
    figures = sum(any(run.is_figure for run in row) for row in left)
    said = [row[0] for row in left if len(row) == 1]
    is_prose = len(said) >= _FEWEST_STARTS and _is_long([len(run.text) for run in said])
    filled_rows = [row for row in right if row]
    elsewhere = sum(abs(row[0].box.left - start) > _SAME_START for row in filled_rows)
    has_labels = elsewhere <= _MOST_OTHERS * len(filled_rows)
    with_figures = [row for row in filled_rows if any(run.is_figure for run in row)]
    labelled = sum(not row[0].is_figure for row in with_figures)
    has_rows = labelled >= _FEWEST_ROWS and 2 * labelled >= len(with_figures)
    return has_labels and has_rows and (figures >= _FEWEST_ROWS or is_prose)


def _is_long(lengths: Sequence[int]) -> bool:
    return sum(lengths) > _LONG_TEXT * len(lengths)
