"""Header rows: two or more periods in a row, however the kind and the year are printed.

They tell where figures tables may reach: the columns of their labels, and which words stand in rows
below, column by column, without a look at every word.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import islice, pairwise
from typing import NamedTuple

from tpxl.errors import TpxlError
from tpxl.layout.cells.numbers import is_wording
from tpxl.layout.cells.text import closing_year, shown_heading
from tpxl.layout.summary_lexicon import is_total
from tpxl.model import Address, Grid, Period, PeriodKind, Text, Value
from tpxl.terms.lines import is_known, line_of, weighed_line_of
from tpxl.terms.periods import kind_of, period_of, scale_of, year_of
from tpxl.terms.sections import section_of

_NUMBERED = re.compile(r"\s*\d{1,2}\.\s")

FEWEST_LABELS = 2
"""A column with fewer labels between two headings does not part a header row."""

ROWS_UNDER_TITLE = 3
"""How far below a title that says of what kind the figures are their days may stand."""

ACTUAL = PeriodKind.ACTUAL
FEWEST_SPLIT = 2
"""Columns under one heading that have headings of their own."""

MOST_HEADERS = 2_000
"""Header rows of one sheet: an area's sheet has two, a sheet of all areas some hundreds."""


class PeriodHeading(NamedTuple):
    """The heading of one column, or of the columns its merged cell spans.

    `whole` is the column, of several that have headings of their own below, that is their total.
    """

    period: Period
    address: Address
    last_column: int
    scale: Decimal | None = None
    whole: int | None = None


class PeriodHeader(NamedTuple):
    """A row of headings, from left to right."""

    row: int
    headings: tuple[PeriodHeading, ...]


def locate_headers(grid: Grid, words: Sequence[Text]) -> tuple[PeriodHeader, ...]:
    """Return the rows that hold two or more periods, from top to bottom.

    A kind over a row of years (``TP`` over ``2025``), or under it, is read together with it.
    """
    rights = _rights(grid)
    rows: dict[int, list[PeriodHeading]] = defaultdict(list)
    kinds: dict[int, list[Text]] = defaultdict(list)
    for word in words:
        said = _period_and_scale(word.text)
        if said is not None:
            last = rights.get((word.row, word.column), word.column)
            rows[word.row].append(PeriodHeading(said[0], word.address, last, said[1]))
        elif kind_of(word.text) is not None:
            kinds[word.row].append(word)
    for row in _rows_of_shown(words, rows):
        rows[row] += _shown_periods(grid, rights, row)
    headed = {row for row, headings in rows.items() if headings}
    for row, texts in kinds.items():
        below = list(_kinds_with_years(grid, rights, texts, row + 1))
        is_above = not below and row > 1
        above = list(_years_with_kinds(grid, rights, texts, row - 1)) if is_above else []
        for at, headings in ((row + 1, below), (row, above)):
            if len(headings) > 1:
                rows[at] += headings
        for heading in (one for word in texts for one in _closing_days(grid, word)):
            if heading.address.row not in headed:
                rows[heading.address.row].append(heading)
    return tuple(
        PeriodHeader(row, _with_wholes(grid, row, headings))
        for row, headings in sorted(rows.items())
        if len(headings) > 1
    )


def _with_wholes(
    grid: Grid, row: int, headings: Iterable[PeriodHeading]
) -> tuple[PeriodHeading, ...]:
    """Return the headings from left to right, those over several columns with their totals'.

    Internal, external and together: the row below says so, and its figures stand under the last.
    """
    ordered = sorted(headings, key=lambda heading: heading.address.column)
    starts = [one.address.column for one in ordered]
    is_roomy = any(b - a > 1 for a, b in pairwise(starts))
    if not is_roomy and all(one.last_column == one.address.column for one in ordered):
        return tuple(ordered)
    cells, below = grid.row(row), grid.row(row + 1)
    if sum(is_wording(value) for value in below.values()) < FEWEST_SPLIT:
        return tuple(ordered)
    taken = {*cells, *starts, max(below) + 1}
    return tuple(_with_whole(heading, below, taken) for heading in ordered)


def _with_whole(
    heading: PeriodHeading, below: Mapping[int, Value], taken: Collection[int]
) -> PeriodHeading:
    first = heading.address.column
    end = min((at for at in taken if at > first), default=first + 1)
    last = max(heading.last_column, end - 1)
    texts = {at: below[at] for at in range(first, last + 1) if at in below}
    wholes = [at for at, text in texts.items() if isinstance(text, str) and is_total(text)]
    is_split = len(texts) >= FEWEST_SPLIT and all(map(is_wording, texts.values()))
    if not is_split or len(wholes) != 1:
        return heading
    return heading._replace(last_column=last, whole=wholes[0])


def _rows_of_shown(words: Sequence[Text], headed: Collection[int]) -> Iterator[int]:
    """Yield the rows where headings may be numbers: right above labels, with no other heading."""
    labelled = {word.row for word in words if line_of(word.text) or weighed_line_of(word.text)}
    above = {row - up for row in labelled for up in (1, 2) if row > up} - labelled
    return iter(sorted(above - {row + down for row in headed for down in (-1, 0, 1)}))


def _shown_periods(
    grid: Grid, rights: Mapping[tuple[int, int], int], row: int
) -> Iterator[PeriodHeading]:
    """Yield the periods of a row that number formats show: 2025 in ``"TP "0``."""
    for column, cell in grid.cells_of(row).items():
        text = shown_heading(cell.value, cell.number_format)
        said = _period_and_scale(text) if text else None
        if said is not None:
            last = rights.get((row, column), column)
            yield PeriodHeading(said[0], Address(row, column), last, said[1])


def _years(grid: Grid, row: int) -> dict[int, int | None]:
    """Return the years of a row by column: numbers, text, or dates that show their year alone."""
    return {
        column: year_of(shown_heading(cell.value, cell.number_format) or cell.value)
        for column, cell in grid.cells_of(row).items()
    }


def _rights(grid: Grid) -> Mapping[tuple[int, int], int]:
    """Return the last column that a merged cell covers, by its row and column."""
    return {(block.top, block.left): block.right for block in reversed(grid.merged)}


@lru_cache(maxsize=4096)
def _period_and_scale(text: str) -> tuple[Period, Decimal | None] | None:
    """Return the period of a heading, and the euros in one unit where it names more than one."""
    found = period_of(text)
    if found is None:
        return None
    scale = scale_of(text.partition(str(found[1]))[2])
    return Period(PeriodKind(found[0]), found[1]), scale if scale != 1 else None


def _kinds_with_years(
    grid: Grid, rights: Mapping[tuple[int, int], int], kinds: Sequence[Text], row: int
) -> Iterator[PeriodHeading]:
    years = _years(grid, row)
    for word in kinds:
        kind = PeriodKind(kind_of(word.text))
        last = rights.get((word.row, word.column), word.column)
        for column in range(word.column, last + 1):
            if year := years.get(column):
                yield PeriodHeading(Period(kind, year), Address(row, column), column)


def _years_with_kinds(
    grid: Grid, rights: Mapping[tuple[int, int], int], kinds: Sequence[Text], row: int
) -> Iterator[PeriodHeading]:
    spans = {
        column: year
        for left, year in _years(grid, row).items()
        if year is not None
        for column in range(left, rights.get((row, left), left) + 1)
    }
    for word in kinds:
        if year := spans.get(word.column):
            period = Period(PeriodKind(kind_of(word.text)), year)
            yield PeriodHeading(period, word.address, word.column)


def _closing_days(grid: Grid, word: Text) -> Iterator[PeriodHeading]:
    """Yield the last days of years right of a text that calls them actual, or under it as a title.

    ``Tilinpäätös | 31.12.2024 | 31.12.2025``; in the text's own row years alone do too.
    """
    kind = PeriodKind(kind_of(word.text))
    for row in range(word.row, word.row + ROWS_UNDER_TITLE + 1) if kind is ACTUAL else ():
        cells = {at: one for at, one in grid.cells_of(row).items() if at > word.column}
        years = {at: closing_year(one.value, one.number_format) for at, one in cells.items()}
        if row == word.row:
            years = {at: year or year_of(cells[at].value) for at, year in years.items()}
        told = {at: year for at, year in years.items() if year is not None}
        if len(set(told.values())) > 1:
            yield from (
                PeriodHeading(Period(kind, year), Address(row, at), at) for at, year in told.items()
            )
            return
        if cells:
            return


class Rows:
    """The rows of words by their columns."""

    def __init__(self, words: Iterable[Text]) -> None:
        """Keep the words' places."""
        rows: dict[int, list[int]] = defaultdict(list)
        for word in words:
            rows[word.column].append(word.row)
        for of_column in rows.values():
            of_column.sort()
        self._rows = dict(rows)
        self._columns = sorted(rows)

    def count(self, columns: range, above: int) -> int:
        """Return how many words stand in the columns below a row."""
        return sum(len(rows) - bisect_right(rows, above) for rows in self._of(columns))

    def first(self, columns: range, above: int) -> int | None:
        """Return the first row below `above` with a word in the columns."""
        places = ((rows, bisect_right(rows, above)) for rows in self._of(columns))
        return min((rows[at] for rows, at in places if at < len(rows)), default=None)

    def last(self, columns: range, above: int, below: int) -> int | None:
        """Return the last row between two others with a word in the columns."""
        places = ((rows, bisect_left(rows, below)) for rows in self._of(columns))
        found = (rows[at - 1] for rows, at in places if at and rows[at - 1] > above)
        return max(found, default=None)

    def _of(self, columns: range) -> Iterator[Sequence[int]]:
        first = bisect_left(self._columns, columns.start)
        for column in self._columns[first : bisect_left(self._columns, columns.stop)]:
            yield self._rows[column]


class TableFrame(NamedTuple):
    """Where one table may reach."""

    headings: tuple[PeriodHeading, ...]
    header_row: int
    label_columns: range
    rows: range

    @property
    def shares_header(self) -> bool:
        """Tell whether something else stands between the headings and the rows."""
        return self.rows.start > self.header_row + 1

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


def locate_frames(
    sheet: str, headers: Sequence[PeriodHeader], words: Sequence[Text]
) -> tuple[TableFrame, ...]:
    """Return the frames of a sheet: a header row of periods with labels under and left of it.

    Raises:
        TpxlError: the sheet has more header rows than any that a person reads.
    """
    if not headers:
        return ()
    if len(headers) > MOST_HEADERS:
        raise TpxlError("sheet_too_many_headings", sheet=sheet, limit=MOST_HEADERS)
    known = _Known.of(words)
    return tuple(frame for at in range(len(headers)) for frame in _frames(at, headers, known))


class _Known(NamedTuple):
    """The known words of a sheet by what they are, and the row below the last of them."""

    labels: Rows
    lines: Rows
    sections: Rows
    others: Mapping[int, Sequence[int]]
    rows_of_others: Sequence[int]
    after: int

    @classmethod
    def of(cls, words: Sequence[Text]) -> "_Known":
        labels: list[Text] = []
        others: list[Text] = []
        for word in words:
            (labels if is_known(word.text) else others).append(word)
        columns: dict[int, list[int]] = defaultdict(list)
        for word in others:
            columns[word.row].append(word.column)
        return cls(
            Rows(labels),
            Rows([word for word in labels if line_of(word.text) is not None]),
            Rows([word for word in others if _opens_a_section(word.text)]),
            columns,
            sorted(columns),
            words[-1].row + 1,
        )


def _opens_a_section(text: str) -> bool:
    return _NUMBERED.match(text) is not None or section_of(text) is not None


def _frames(at: int, headers: Sequence[PeriodHeader], known: _Known) -> Iterator[TableFrame]:
    """Yield the frames of a header: section headings under it part those that share its row."""
    header = headers[at]
    left = 1
    for headings in _side_by_side(header, known.lines):
        columns = range(left, headings[0].address.column)
        over = range(left, headings[-1].last_column + 1)
        top, bound = header.row, _next_header(at, over, headers, known)
        while top < bound:
            end = _end(top, over, bound, known)
            last = known.labels.last(columns, top, end)
            if last is not None:
                yield TableFrame(headings, header.row, columns, range(top + 1, last + 1))
            top = end if end == known.sections.first(over, top) else bound
        left = over.stop


def _side_by_side(header: PeriodHeader, lines: Rows) -> Iterator[tuple[PeriodHeading, ...]]:
    """Part a header row where a column of labels stands between two of its headings."""
    parts: list[PeriodHeading] = []
    for heading in header.headings:
        if parts:
            between = range(parts[-1].last_column + 1, heading.address.column)
            if lines.count(between, header.row) >= FEWEST_LABELS:
                yield tuple(parts)
                parts = []
        parts.append(heading)
    yield tuple(parts)


def _next_header(at: int, columns: range, headers: Sequence[PeriodHeader], known: _Known) -> int:
    """Return the row of the next header over the same columns, else the row below all words."""
    below = islice(headers, at + 1, None)
    return next((header.row for header in below if _is_over(header, columns)), known.after)


def _end(top: int, columns: range, bound: int, known: _Known) -> int:
    """Return the first row below `top` that is no longer its table's, `bound` at the latest.

    It is the next header row over the same columns, the heading of a section, or a row with two
    words that are no labels.
    """
    end = min(bound, known.sections.first(columns, top) or bound)
    for row in islice(known.rows_of_others, bisect_right(known.rows_of_others, top), None):
        if row >= end:
            break
        if sum(column in columns for column in known.others[row]) > 1:
            return row
    return end


def _is_over(header: PeriodHeader, columns: range) -> bool:
    return any(heading.address.column in columns for heading in header.headings)
