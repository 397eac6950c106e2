"""Where figures tables may reach: their headings, the columns of their labels, their rows."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from tpxl.errors import TpxlError
from tpxl.layout.headers import Header, Heading, locate_headers
from tpxl.layout.rows_of_words import Rows
from tpxl.model import Grid, Text
from tpxl.terms.lines import is_known, line_of

_NUMBERED = re.compile(r"\s*\d{1,2}\.\s")
FEWEST_LABELS = 2
"""A column with fewer labels between two headings does not part a header row."""


MOST_HEADERS = 2_000
"""Header rows of one sheet: an area's sheet has two, a sheet of all areas some hundreds."""


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
    """Return the frames of a sheet: a header row of periods with labels under and left of it.

    Raises:
        TpxlError: the sheet has more header rows than any that a person reads.
    """
    headers = locate_headers(grid, words)
    if not headers:
        return ()
    if len(headers) > MOST_HEADERS:
        raise TpxlError("sheet_too_many_headings", sheet=grid.sheet, limit=MOST_HEADERS)
    known = _Known.of(words)
    return tuple(frame for at in range(len(headers)) for frame in _frames(at, headers, known))


class _Known(NamedTuple):
    """The known words of a sheet by what they are, and the row below the last of them."""

    labels: Rows
    lines: Rows
    numbered: Rows
    others: Mapping[int, Sequence[int]]
    rows_of_others: Sequence[int]
    after: int

    @classmethod
    def of(cls, words: Sequence[Text]) -> "_Known":
        labels = [word for word in words if is_known(word.text)]
        others = [word for word in words if not is_known(word.text)]
        columns: dict[int, list[int]] = defaultdict(list)
        for word in others:
            columns[word.row].append(word.column)
        return cls(
            Rows(labels),
            Rows([word for word in labels if line_of(word.text) is not None]),
            Rows([word for word in others if _NUMBERED.match(word.text)]),
            columns,
            sorted(columns),
            words[-1].row + 1,
        )


def _frames(at: int, headers: Sequence[Header], known: _Known) -> Iterator[Frame]:
    """Yield the frames of a header."""
    header = headers[at]
    left = 1
    for headings in _side_by_side(header, known.lines):
        columns = range(left, headings[0].address.column)
        right = headings[-1].last_column
        end = _end(at, range(left, right + 1), headers, known)
        last = known.labels.last(columns, header.row, end)
        if last is not None:
            yield Frame(headings, header.row, columns, range(header.row + 1, last + 1))
        left = right + 1


def _side_by_side(header: Header, lines: Rows) -> Iterator[tuple[Heading, ...]]:
    """Part a header row where a column of labels stands between two of its headings."""
    parts: list[Heading] = []
    for heading in header.headings:
        if parts:
            between = range(parts[-1].last_column + 1, heading.address.column)
            if lines.count(between, header.row) >= FEWEST_LABELS:
                yield tuple(parts)
                parts = []
        parts.append(heading)
    yield tuple(parts)


def _end(at: int, columns: range, headers: Sequence[Header], known: _Known) -> int:
    """Return the first row below a header that is no longer its table's.

    It is the next header row over the same columns, a numbered section heading, or a row with
    two words that are no labels.
    """
    top = headers[at].row
    below = islice(headers, at + 1, None)
    end = next((header.row for header in below if _is_over(header, columns)), known.after)
    end = min(end, known.numbered.first(columns, top) or end)
    for row in islice(known.rows_of_others, bisect_right(known.rows_of_others, top), None):
        if row >= end:
            break
        if sum(column in columns for column in known.others[row]) > 1:
            return row
    return end


def _is_over(header: Header, columns: range) -> bool:
    return any(heading.address.column in columns for heading in header.headings)
