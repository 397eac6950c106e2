"""What a page holds in reading order: drawn tables, and words parted into the page's columns."""

from collections.abc import Iterator, Sequence

from tpxl.books.report.lattice import DrawnTable
from tpxl.books.report.lines import TextLine, lines_of
from tpxl.books.report.pdf import PdfPage

_GUTTER = 1.2
"""The white between two columns of a page, of a letter's size."""
_SAME_START = 2.5
_FEWEST_STARTS = 4
_FEWEST_ROWS = 2
_MOST_OTHERS = 0.4
_LONG_TEXT = 30


def regions_of(
    lines: Sequence[TextLine], page: PdfPage, drawn: Sequence[DrawnTable]
) -> Iterator[DrawnTable | list[TextLine]]:
    """Yield the drawn tables of a page, and the lines above, between and below them."""
    left = list(lines)
    for one in sorted(drawn, key=lambda one: (one.box.top, one.box.left)):
        above = [line for line in left if line.top < one.box.top]
        left = [line for line in left if line.top >= one.box.top]
        yield from _side_by_side(above, page)
        yield one
    yield from _side_by_side(left, page)


def _side_by_side(lines: list[TextLine], page: PdfPage) -> Iterator[list[TextLine]]:
    """Yield lines as they are read: of a page in two columns the left one first."""
    found = next(_gutters(lines), None)
    if found is None:
        if lines:
            yield lines
        return
    first, last, start = found
    inside = [word for line in lines[first : last + 1] for word in line.words]
    if first:
        yield lines[:first]
    for is_right in (False, True):
        side = [word for word in inside if (word.box.left >= start - _SAME_START) == is_right]
        yield lines_of(side, page.upright_rules)
    yield from _side_by_side(lines[last + 1 :], page)


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
