"""Columns of figures among a comparison table's own, under headings that nobody knows.

A difference or a share may be taken of one of them: what it is then, nobody can say.
"""

from collections.abc import Iterator, Mapping, Sequence

from tpxl.layout.beside import FEWEST_BARE
from tpxl.layout.cells.numbers import is_wording
from tpxl.layout.cells.text import is_fraction_format
from tpxl.layout.entries import Subject, entry_at
from tpxl.model import Address, Grid, Line, Measure, is_nothing
from tpxl.model.figure import ComparisonColumn, ComparisonRow

UNKNOWN = "unknown"
"""The role of a column whose heading nobody knows."""


def with_unknown(
    grid: Grid,
    header: range,
    columns: Mapping[int, ComparisonColumn],
    rows: Sequence[ComparisonRow],
    *,
    others: Mapping[int, ComparisonColumn],
    is_pending: bool,
) -> tuple[dict[int, ComparisonColumn], tuple[ComparisonRow, ...]]:
    """Return the unknown columns, and the rows with their figures; `others` are all known ones."""
    unknown: dict[int, ComparisonColumn] = {}
    labels = max((row.address.column for row in rows if row.texts), default=0)
    for at in _beside(grid, header, columns, others, labels):
        text, heading = _heading(grid, header, at)
        if _holds_amounts(grid, at, rows, text):
            unknown[at] = ComparisonColumn(UNKNOWN, text, heading)
    if not unknown:
        return {}, tuple(rows)
    return unknown, tuple(_with_figures(grid, row, unknown, is_pending=is_pending) for row in rows)


def _beside(
    grid: Grid,
    header: range,
    columns: Mapping[int, ComparisonColumn],
    others: Mapping[int, ComparisonColumn],
    labels: int,
) -> Iterator[int]:
    """Yield the columns right of the labels that are no known ones, as far as headings go."""
    at = labels + 1
    last = max(columns)
    while at <= last or (at not in others and _heading(grid, header, at)[0]):
        if at not in others:
            yield at
        at += 1


def _heading(grid: Grid, header: range, column: int) -> tuple[str, Address]:
    """Return what heads a column, of one row or two, and its lowest cell."""
    held = [
        (" ".join(str(value).split()), Address(row, column))
        for row in header
        if not is_nothing(value := grid.value(Address(row, column)))
    ]
    last = Address(header.stop - 1, column)
    return " ".join(text for text, _ in held), held[-1][1] if held else last


def _holds_amounts(grid: Grid, column: int, rows: Sequence[ComparisonRow], heading: str) -> bool:
    """Tell whether a column holds more numbers than words, and no per cents."""
    places = [Address(row.address.row, column) for row in rows]
    held = [at for at in places if not is_nothing(grid.value(at))]
    words = sum(is_wording(grid.value(at)) for at in held)
    numbers = len(held) - words
    if numbers <= words or numbers < (1 if heading else FEWEST_BARE):
        return False
    texts = [heading, *(value for at in held if isinstance(value := grid.value(at), str))]
    is_percent = any("%" in text for text in texts)
    return not is_percent and not any(is_fraction_format(grid.number_format(at)) for at in held)


def _with_figures(
    grid: Grid, row: ComparisonRow, unknown: Mapping[int, ComparisonColumn], *, is_pending: bool
) -> ComparisonRow:
    line = Line(row.code or row.label, Measure.AMOUNT)
    scale = max(one.scale for one in row.figures.values())
    figures = {
        at: entry_at(
            grid,
            Address(row.address.row, at),
            Subject(line, None, column.label),
            scale,
            is_pending=is_pending,
            is_euros=True,
        )
        for at, column in unknown.items()
    }
    return row._replace(beside=figures)
