"""Where figures tables may reach: their headings, the columns of their labels, their rows."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tpxl.layout.headers import Header, Heading, locate_headers
from tpxl.model import Grid, Text
from tpxl.terms.lines import is_known, line_of

_NUMBERED = re.compile(r"\s*\d{1,2}\.\s")
FEWEST_LABELS = 2
"""A column with fewer labels between two headings does not part a header row."""


class Frame(NamedTuple):
    """Where one table may reach."""

    headings: tuple[Heading, ...]
    header_row: int
    label_columns: range
    rows: range

    @property
    def last_column(self) -> int:
        """The last column that a heading covers."""
        return self.headings[-1].last_column

    @property
    def figure_columns(self) -> tuple[int, ...]:
        """The columns that the headings cover."""
        return tuple(
            column
            for heading in self.headings
            for column in range(heading.address.column, heading.last_column + 1)
        )


def locate_frames(grid: Grid, words: Sequence[Text]) -> tuple[Frame, ...]:
    """Return the frames of a sheet: a header row of periods with labels under and left of it."""
    headers = locate_headers(grid, words)
    if not headers:
        return ()
    labels = [word for word in words if is_known(word.text)]
    others = [word for word in words if not is_known(word.text)]
    after = words[-1].row + 1
    return tuple(
        frame for header in headers for frame in _frames(header, headers, labels, others, after)
    )


def _frames(
    header: Header,
    headers: Sequence[Header],
    every: Sequence[Text],
    others: Sequence[Text],
    after: int,
) -> Iterator[Frame]:
    """Yield the frames of a header; `after` is the row below the last known word of the sheet."""
    labels = [word for word in every if word.row > header.row]
    left = 1
    for headings in _side_by_side(header, labels):
        columns = range(left, headings[0].address.column)
        right = headings[-1].last_column
        ends = _ends(header.row, columns.start, right, headers, others)
        end = min(ends, default=after)
        rows = [word.row for word in labels if word.column in columns and word.row < end]
        if rows:
            yield Frame(headings, header.row, columns, range(header.row + 1, max(rows) + 1))
        left = right + 1


def _side_by_side(header: Header, labels: Sequence[Text]) -> Iterator[tuple[Heading, ...]]:
    """Part a header row where a column of labels stands between two of its headings."""
    counted = Counter(word.column for word in labels if line_of(word.text) is not None)
    parts: list[Heading] = []
    for heading in header.headings:
        if parts:
            between = range(parts[-1].last_column + 1, heading.address.column)
            if between and sum(counted[column] for column in between) >= FEWEST_LABELS:
                yield tuple(parts)
                parts = []
        parts.append(heading)
    yield tuple(parts)


def _ends(
    top: int, left: int, right: int, headers: Sequence[Header], others: Sequence[Text]
) -> list[int]:
    """Return the rows below `top` that are no longer the table's.

    They are the next header rows over the same columns, numbered section headings, and rows with
    two words of `others`, which are no labels.
    """
    ends = [
        header.row
        for header in headers
        if header.row > top and any(left <= h.address.column <= right for h in header.headings)
    ]
    counted: Counter[int] = Counter()
    for row, column, text in others:
        if row <= top or not left <= column <= right:
            continue
        if _NUMBERED.match(text):
            ends.append(row)
        counted[row] += 1
    return [*ends, *(row for row, count in counted.items() if count > 1)]
