"""Headings that nearly touch: words of one line that stand over several columns."""

from collections.abc import Sequence
from dataclasses import replace

from tpxl.books.report.lines import TextLine, TextRun

_VERY_EDGE = 1.5
"""Points within which a heading is flush with its column, or centred over it."""

Reach = tuple[float, float]
"""Where the numbers of a column begin and end."""


def parted_headings(line: TextLine, columns: Sequence[Reach]) -> TextLine:
    """Return a line, a run of it whose words stand each exactly over a column as one run each."""
    parts = [part for run in line.runs for part in _parts(run, columns)]
    return line if len(parts) == len(line.runs) else replace(line, runs=tuple(parts))


def _parts(run: TextRun, columns: Sequence[Reach]) -> Sequence[TextRun]:
    if len(run.words) == 1:
        return (run,)
    for is_centred in (False, True):
        parts = _stood(run, columns, is_centred=is_centred)
        if len(parts) > 1:
            return parts
    return (run,)


def _stood(run: TextRun, columns: Sequence[Reach], *, is_centred: bool) -> list[TextRun]:
    """Return the parts of a run, each over a column of its own; nothing where one is over none."""
    parts: list[TextRun] = []
    words, last = run.words, -1
    while words:
        ends = range(len(words), 0, -1)
        over = ((end, _over(TextRun(words[:end]), columns, is_centred=is_centred)) for end in ends)
        found = [(at, end) for end, at in over if at is not None and at > last]
        if not found:
            return []
        last, end = min(found)
        parts.append(TextRun(words[:end]))
        words = words[end:]
    return parts


def _over(run: TextRun, columns: Sequence[Reach], *, is_centred: bool) -> int | None:
    """Return the column that a heading stands over."""
    box = run.box
    for index, (left, right) in enumerate(columns):
        off = (box.left + box.right - left - right) / 2 if is_centred else box.right - right
        if abs(off) <= _VERY_EDGE:
            return index
    return None
