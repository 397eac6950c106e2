"""The list of flows: from which pool, to whom, in which period; its share and euros computed."""

from collections.abc import Iterator, Mapping, Sequence

from tpxl.layout.allocations.places import figure_at
from tpxl.model import Address, Figure, Grid, Period, PeriodKind, Text
from tpxl.model.allocation import LINES, FlowRow, FlowTable
from tpxl.terms.allocation import AllocationWord, allocation_word
from tpxl.terms.periods import period_of

_KEYS = (AllocationWord.PERIOD, AllocationWord.SOURCE, AllocationWord.TARGET)


def locate_flows(
    grid: Grid, words: Sequence[Text], *, is_pending: bool = False
) -> tuple[FlowTable, ...]:
    """Return the lists whose headings are in one row: ``Kausi``, ``Mistä``, ``Mihin``."""
    rows = dict.fromkeys(
        word.row for word in words if allocation_word(word.text) is AllocationWord.SOURCE
    )
    found = []
    for row in rows:
        columns = _columns(grid, row)
        if all(word in columns for word in _KEYS):
            at = Address(row, columns[AllocationWord.SOURCE])
            flows = tuple(_rows(grid, row, columns, is_pending=is_pending))
            found.append(FlowTable(grid.sheet, at, flows))
    return tuple(found)


def _columns(grid: Grid, row: int) -> dict[AllocationWord, int]:
    columns: dict[AllocationWord, int] = {}
    for column, value in grid.row(row).items():
        word = allocation_word(value) if isinstance(value, str) else None
        if word is not None:
            columns.setdefault(word, column)
    return columns


def _rows(
    grid: Grid, header: int, columns: Mapping[AllocationWord, int], *, is_pending: bool
) -> Iterator[FlowRow]:
    """Yield the rows under the headings until one lacks a key."""
    for row in range(header + 1, grid.last_row + 1):
        cells = grid.row(row)
        heading, source, target = (cells.get(columns[word]) for word in _KEYS)
        found = period_of(heading) if isinstance(heading, str) else None
        if found is None or not isinstance(source, str) or not isinstance(target, str):
            return
        period = Period(PeriodKind(found[0]), found[1])

        def figure(word: AllocationWord, row: int = row, period: Period = period) -> Figure | None:
            if word not in columns:
                return None
            at = Address(row, columns[word])
            return figure_at(grid, at, LINES[word], period, is_pending=is_pending)

        yield FlowRow(
            period=period,
            source=" ".join(source.split()),
            target=" ".join(target.split()),
            address=Address(row, columns[AllocationWord.SOURCE]),
            share=figure(AllocationWord.SHARE),
            amount=figure(AllocationWord.ALLOCATED),
        )
