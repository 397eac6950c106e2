"""Header rows: two or more periods in a row, however the kind and the year are printed."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from tpxl.model import Address, Block, Grid, Period, PeriodKind, Text
from tpxl.terms.periods import kind_of, period_of, scale_of, year_of


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
    rows: dict[int, list[Heading]] = defaultdict(list)
    kinds: dict[int, list[Text]] = defaultdict(list)
    for word in words:
        found = period_of(word.text)
        if found is not None:
            rows[word.row].append(_heading(grid, word, Period(PeriodKind(found[0]), found[1])))
        elif kind_of(word.text) is not None:
            kinds[word.row].append(word)
    for row, texts in kinds.items():
        below = list(_kinds_with_years(grid, texts, row + 1))
        above = list(_years_with_kinds(grid, texts, row - 1)) if not below and row > 1 else []
        for at, headings in ((row + 1, below), (row, above)):
            if len(headings) > 1:
                rows[at] += headings
    return tuple(
        Header(row, tuple(sorted(headings, key=lambda heading: heading.address.column)))
        for row, headings in sorted(rows.items())
        if len(headings) > 1
    )


def _span(grid: Grid, at: Address) -> Block:
    for block in grid.merged:
        if block.top == at.row and block.left == at.column:
            return block
    return Block(at.row, at.column, at.row, at.column)


def _heading(grid: Grid, word: Text, period: Period) -> Heading:
    span = _span(grid, word.address)
    scale = scale_of(word.text.partition(str(period.year))[2])
    return Heading(period, word.address, span.right, scale if scale != 1 else None)


def _kinds_with_years(grid: Grid, kinds: Sequence[Text], row: int) -> Iterator[Heading]:
    years = {column: year_of(value) for column, value in grid.row(row).items()}
    for word in kinds:
        kind = PeriodKind(kind_of(word.text))
        span = _span(grid, word.address)
        for column in range(span.left, span.right + 1):
            if year := years.get(column):
                yield Heading(Period(kind, year), Address(row, column), column)


def _years_with_kinds(grid: Grid, kinds: Sequence[Text], row: int) -> Iterator[Heading]:
    spans = {
        column: year
        for left, value in grid.row(row).items()
        if (year := year_of(value)) is not None
        for column in range(left, _span(grid, Address(row, left)).right + 1)
    }
    for word in kinds:
        if year := spans.get(word.column):
            period = Period(PeriodKind(kind_of(word.text)), year)
            yield Heading(period, word.address, word.column)
