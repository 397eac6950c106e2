"""Columns under one period that a total stands beside: internal, external, together.

The total is the period's figure; what it is made of is kept where most rows bear it out.
"""

from collections.abc import Iterator, Sequence

from tpxl.layout.entries import Subject, entry_at
from tpxl.layout.headers import PeriodHeading
from tpxl.model import Address, Figure, FiguresRow, Grid, Measure, Period
from tpxl.rules.formulas import Sum
from tpxl.rules.relations import Relation, Verdict

_FEWEST = 2
"""Rows that bear out a total: one may do so by chance."""


def with_parts(
    grid: Grid, headings: Sequence[PeriodHeading], rows: Sequence[FiguresRow], *, is_pending: bool
) -> list[FiguresRow]:
    """Return the rows of amounts with the figures that their totals are printed beside."""
    split = [heading for heading in headings if heading.whole is not None]
    if not split:
        return list(rows)
    found = (dict(_parts(grid, split, row, is_pending=is_pending)) for row in rows)
    read = [row._replace(parts=parts) for row, parts in zip(rows, found, strict=True)]
    held = [across.verdict() for row in read for across in totals_across(row)]
    fits = sum(verdict is not Verdict.FAILS for verdict in held)
    return read if fits >= _FEWEST and 2 * fits > len(held) else list(rows)


def totals_across(row: FiguresRow) -> Iterator[Relation]:
    """Yield what ties a row's totals to the figures that they are printed beside."""
    for period, parts in row.parts.items():
        whole = row.figures[period]
        if whole.is_number and all(part.is_number for part in parts):
            yield Relation("total", whole, parts, Sum((1,) * len(parts)))


def _parts(
    grid: Grid, split: Sequence[PeriodHeading], row: FiguresRow, *, is_pending: bool
) -> Iterator[tuple[Period, tuple[Figure, ...]]]:
    if row.line.measure is not Measure.AMOUNT:
        return
    for heading in split:
        whole = row.figures.get(heading.period)
        if whole is None or whole.address.column != heading.whole:
            continue
        below = grid.row(heading.address.row + 1)
        parts = tuple(
            entry_at(
                grid,
                Address(whole.address.row, column),
                Subject(row.line, heading.period, " ".join(str(below[column]).split())),
                whole.scale,
                is_pending=is_pending,
                is_euros=True,
            )
            for column in range(heading.address.column, heading.last_column + 1)
            if column != heading.whole and column in below
        )
        printed = tuple(part for part in parts if not part.is_nothing)
        if printed:
            yield heading.period, printed
