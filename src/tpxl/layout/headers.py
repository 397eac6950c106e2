"""Header rows: two or more periods in a row, however the kind and the year are printed."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from tpxl.model import Address, Grid, Period, PeriodKind, Text
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
    years = {column: year_of(value) for column, value in grid.row(row).items()}
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
        for left, value in grid.row(row).items()
        if (year := year_of(value)) is not None
        for column in range(left, rights.get((row, left), left) + 1)
    }
    for word in kinds:
        if year := spans.get(word.column):
            period = Period(PeriodKind(kind_of(word.text)), year)
            yield Heading(period, word.address, word.column)
