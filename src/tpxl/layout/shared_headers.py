"""One row of periods over several tables: the sections of an area, or areas under one another.

A section's heading, or lines that begin anew, part them. Rows so far from the headings are a table
only where their numbers stand under headings, and no headings of their own stand between.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter

from tpxl.layout.cells.numbers import is_wording, read_number
from tpxl.layout.headers import TableFrame
from tpxl.model import Grid, Text, Value
from tpxl.terms.lines import is_known, line_of

FEWEST_REPEATED = 2
"""Lines that a table has again where it begins anew: one is a slip, told as such."""

FEWEST_COLUMNS = 2
"""Columns of numbers that make rows a table under headings further up."""

_ROW = attrgetter("row")
Labels = Mapping[int, set[str]]


def with_shared_headers(
    grid: Grid, frames: Sequence[TableFrame], words: Sequence[Text]
) -> Iterator[TableFrame]:
    """Yield the frames of a sheet, each that holds several tables in parts; `words` are known."""
    for frame in frames:
        for part in _begun_anew(frame, words):
            if not part.shares_header or _is_under_headings(grid, part):
                yield part


def _begun_anew(frame: TableFrame, words: Sequence[Text]) -> list[TableFrame]:
    """Return a frame in parts where its lines begin anew."""
    labels = _labels(frame, words)
    parts = _parts(labels)
    first, *others = (_lines(labels, part) for part in parts)
    if any(len(first & other) < FEWEST_REPEATED for other in others):
        return [frame]
    tops = [frame.rows.start, *(part[0] for part in parts[1:])]
    return [
        frame._replace(rows=range(top, part[-1] + 1)) for top, part in zip(tops, parts, strict=True)
    ]


def _labels(frame: TableFrame, words: Sequence[Text]) -> dict[int, set[str]]:
    """Return the rows with labels, and the lines of amounts that each names."""
    rows: dict[int, set[str]] = {}
    start = bisect_left(words, frame.rows.start, key=_ROW)
    for word in words[start : bisect_left(words, frame.rows.stop, key=_ROW)]:
        if word.column in frame.label_columns and is_known(word.text):
            code, measure = line_of(word.text) or ("", "")
            rows.setdefault(word.row, set()).update({code} if code and not measure else ())
    return rows


def _parts(labels: Labels) -> list[list[int]]:
    """Return the rows of labels in parts that name no line of amounts twice.

    A part begins with rows that stand together, set off from those above: a title stands between.
    """
    parts: list[list[int]] = []
    seen: set[str] = set()
    for run in _runs(labels):
        lines = _lines(labels, run)
        if not parts or lines & seen:
            parts.append([])
            seen = set()
        parts[-1] += run
        seen |= lines
    return parts


def _runs(rows: Iterable[int]) -> list[list[int]]:
    """Return rows in runs without a gap."""
    runs: list[list[int]] = []
    for row in rows:
        if not runs or row > runs[-1][-1] + 1:
            runs.append([])
        runs[-1].append(row)
    return runs


def _lines(labels: Labels, rows: Iterable[int]) -> set[str]:
    return {code for row in rows for code in labels[row]}


def _is_under_headings(grid: Grid, frame: TableFrame) -> bool:
    """Tell whether the rows' numbers stand under the headings, and have no others above them."""
    rows = [_beside_labels(grid, frame, row) for row in (frame.rows.start - 1, *frame.rows)]
    if any(map(_are_headings, rows)):
        return False
    filled = {column for row in rows for column, value in row.items() if _is_number(value)}
    headed = {column for column in grid.row(frame.header_row) if column in filled}
    under = filled & set(frame.figure_columns)
    return len(under) >= FEWEST_COLUMNS and filled <= headed | under


def _beside_labels(grid: Grid, frame: TableFrame, row: int) -> dict[int, Value]:
    within = range(frame.label_columns.stop, frame.last_column + 1)
    return {column: value for column, value in grid.row(row).items() if column in within}


def _are_headings(row: Mapping[int, Value]) -> bool:
    texts = [value for value in row.values() if is_wording(value) and not _is_number(value)]
    return len(texts) >= FEWEST_COLUMNS and not any(map(_is_number, row.values()))


def _is_number(value: Value) -> bool:
    return read_number(value) is not None
