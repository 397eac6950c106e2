"""Header rows: two or more periods in a row, however the kind and the year are printed."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from tpxl.layout.cells.text import shown_heading
from tpxl.model import Address, Grid, Period, PeriodKind, Text
from tpxl.terms.lines import line_of, weighed_line_of
from tpxl.terms.period_kinds import kind_of
from tpxl.terms.periods import period_of, scale_of, year_of


class Heading(NamedTuple):
    """The heading of one column, or of the columns its merged cell spans."""

    period: Period
    address: Address
    last_column: int
    scale: Decimal | None = None


class Header(NamedTuple):
    """A row of headings, from left to right."""

    row: int
    headings: tuple[Heading, ...]


def locate_headers(grid: Grid, words: Sequence[Text]) -> tuple[Header, ...]:
    """Return the rows that hold two or more periods, from top to bottom.

    A kind over a row of years (``TP`` over ``2025``), or under it, is read together with it.
    """
    rights = _rights(grid)
    rows: dict[int, list[Heading]] = defaultdict(list)
    kinds: dict[int, list[Text]] = defaultdict(list)
    for word in words:
        said = _period_and_scale(word.text)
        if said is not None:
            last = rights.get((word.row, word.column), word.column)
            rows[word.row].append(Heading(said[0], word.address, last, said[1]))
        elif kind_of(word.text) is not None:
            kinds[word.row].append(word)
    for row in _rows_of_shown(words, rows):
        rows[row] += _shown_periods(grid, rights, row)
    for row, texts in kinds.items():
        below = list(_kinds_with_years(grid, rights, texts, row + 1))
        is_above = not below and row > 1
        above = list(_years_with_kinds(grid, rights, texts, row - 1)) if is_above else []
        for at, headings in ((row + 1, below), (row, above)):
            if len(headings) > 1:
                rows[at] += headings
    return tuple(
        Header(row, tuple(sorted(headings, key=lambda heading: heading.address.column)))
        for row, headings in sorted(rows.items())
        if len(headings) > 1
    )


def _rows_of_shown(words: Sequence[Text], headed: Collection[int]) -> Iterator[int]:
    """Yield the rows where headings may be numbers: right above labels, with no other heading."""
    labelled = {word.row for word in words if line_of(word.text) or weighed_line_of(word.text)}
    above = {row - up for row in labelled for up in (1, 2) if row > up} - labelled
    return iter(sorted(above - {row + down for row in headed for down in (-1, 0, 1)}))


def _shown_periods(
    grid: Grid, rights: Mapping[tuple[int, int], int], row: int
) -> Iterator[Heading]:
    """Yield the periods of a row that number formats show: 2025 in ``"TP "0``."""
    for column, cell in grid.cells_of(row).items():
        text = shown_heading(cell.value, cell.number_format)
        said = _period_and_scale(text) if text else None
        if said is not None:
            last = rights.get((row, column), column)
            yield Heading(said[0], Address(row, column), last, said[1])


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
) -> Iterator[Heading]:
    years = _years(grid, row)
    for word in kinds:
        kind = PeriodKind(kind_of(word.text))
        last = rights.get((word.row, word.column), word.column)
        for column in range(word.column, last + 1):
            if year := years.get(column):
                yield Heading(Period(kind, year), Address(row, column), column)


def _years_with_kinds(
    grid: Grid, rights: Mapping[tuple[int, int], int], kinds: Sequence[Text], row: int
) -> Iterator[Heading]:
    spans = {
        column: year
        for left, year in _years(grid, row).items()
        if year is not None
        for column in range(left, rights.get((row, left), left) + 1)
    }
    for word in kinds:
        if year := spans.get(word.column):
            period = Period(PeriodKind(kind_of(word.text)), year)
            yield Heading(period, word.address, word.column)
