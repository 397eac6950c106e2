"""Rows of an area's sheet that show its share of shared costs, and its euros of them."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from tpxl.layout.allocations.places import figure_at
from tpxl.layout.headers import Header, Heading, locate_headers
from tpxl.model import Address, Grid, Period, PeriodKind, Text
from tpxl.model.allocation import LINES, AllocationLine
from tpxl.terms.allocation import area_line
from tpxl.terms.periods import period_of, scale_of


def locate_lines(
    grid: Grid, words: Sequence[Text], *, is_pending: bool = False
) -> tuple[AllocationLine, ...]:
    """Return the rows whose label says so and that stand under a row of periods."""
    headers = sorted((*locate_headers(grid, words), *_single(words)), key=lambda one: one.row)
    found = []
    for word in words:
        shown = area_line(word.text)
        header = _above(headers, word) if shown is not None else None
        if shown is None or header is None:
            continue
        figures = {
            heading.period: figure_at(
                grid,
                Address(word.row, heading.address.column),
                LINES[shown[0]],
                heading.period,
                scale=heading.scale or scale_of(word.text) or Decimal(1),
                is_pending=is_pending,
            )
            for heading in reversed(header.headings)
            if heading.address.column > word.column
        }
        found.append(AllocationLine(grid.sheet, *shown, " ".join(word.text.split()), figures))
    return tuple(found)


def _single(words: Sequence[Text]) -> Iterator[Header]:
    """Yield the rows with one period alone, which are no headers of figures tables."""
    rows: dict[int, list[Heading]] = {}
    for word in words:
        kind = period_of(word.text)
        if kind is not None:
            period = Period(PeriodKind(kind[0]), kind[1])
            heading = Heading(period, word.address, word.column, scale_of(word.text))
            rows.setdefault(word.row, []).append(heading)
    for row, headings in rows.items():
        if len(headings) == 1:
            yield Header(row, tuple(headings))


def _above(headers: Sequence[Header], word: Text) -> Header | None:
    """Return the nearest row of periods above the label and right of it."""
    right = [
        header
        for header in headers
        if header.row < word.row
        and any(heading.address.column > word.column for heading in header.headings)
    ]
    return right[-1] if right else None
