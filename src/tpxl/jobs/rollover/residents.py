"""Residents of the new year: rows of their own where formulas look by the period's word.

Where a formula refers to a cell of residents by its address, it follows the cell and not the
period: there, and where no row is free, the rows move instead.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from tpxl.errors import TpxlError
from tpxl.jobs.rollover.moves import Move, edited, heading_told
from tpxl.jobs.rollover.tracks import after
from tpxl.model import Address, Grid, Period, SettingsRecord, Sheets
from tpxl.model.figure import CellPlace
from tpxl.rules.references import references


class ResidentsMoved(NamedTuple):
    """The edits of the residents' tables, the cells in them, and the periods to be typed.

    `looks` are the cells of new records, each with the cell that it looks like.
    """

    moves: tuple[Move, ...]
    places: frozenset[CellPlace]
    awaited: tuple[Period, ...]
    looks: Mapping[str, Mapping[Address, Address]]


def residents_moved(
    book: Sheets, records: Sequence[SettingsRecord], periods: Collection[Period]
) -> ResidentsMoved:
    """Return the edits that give each new period of `periods` its place among the residents.

    `periods` are those of the tables before the year is opened.
    """
    moves: list[Move] = []
    places: set[CellPlace] = set()
    awaited: dict[Period, None] = {}
    looks: dict[str, Mapping[Address, Address]] = {}
    for sheet, own in _by_sheet(records).items():
        known = [one.of for one in own if isinstance(one.of, Period)]
        new = [p for p in map(after, known) if p not in known and after_of(p, periods)]
        places |= {(sheet, at) for one in own for at in one.cells.values()}
        awaited |= dict.fromkeys(sorted(new, key=lambda one: (one.year, known.index(before(one)))))
        added = [one for one in awaited if one in new]
        told = list(_moves(book, sheet, own, added))
        moves += told
        if any(move.why == "residents_row" for move in told):
            looks[sheet] = _looks(_last(own), len(added))
    return ResidentsMoved(tuple(moves), frozenset(places), tuple(awaited), looks)


def _looks(last: SettingsRecord, count: int) -> Mapping[Address, Address]:
    """Return the cells of so many new records, each with the one of the last that it is like."""
    steps = range(1, count + 1)
    return {_step(last, at, step): at for step in steps for at in last.cells.values()}


def before(period: Period) -> Period:
    """Return the same kind of period a year earlier."""
    return Period(period.kind, period.year - 1)


def after_of(period: Period, periods: Collection[Period]) -> bool:
    """Tell whether a period is the next of one of the tables, and new to them."""
    return before(period) in periods and period not in periods


def _by_sheet(records: Sequence[SettingsRecord]) -> Mapping[str, list[SettingsRecord]]:
    found: dict[str, list[SettingsRecord]] = defaultdict(list)
    for record in records:
        if isinstance(record.of, Period) and "residents" in record.cells:
            found[record.sheet].append(record)
    return found


def _moves(
    book: Sheets, sheet: str, own: Sequence[SettingsRecord], new: Sequence[Period]
) -> Iterator[Move]:
    if not new:
        return
    grid = book.read(sheet)
    last = _last(own)
    is_free = _has_room(grid, last, len(new))
    if is_free and not _is_pointed_at(book, sheet, own):
        yield from _appended(grid, own, last, new)
    else:
        yield from _shifted(grid, own)


def _last(own: Sequence[SettingsRecord]) -> SettingsRecord:
    return max(own, key=lambda one: one.cells["period"])


def _step(record: SettingsRecord, at: Address, count: int) -> Address:
    """Return the cell so many records further."""
    if record.is_row:
        return Address(at.row + count, at.column)
    return Address(at.row, at.column + count)


def _has_room(grid: Grid, last: SettingsRecord, count: int) -> bool:
    """Tell whether so many records fit after the last one, with a blank one after them."""
    steps = range(1, count + 1 + (not last.is_row))
    cells = [_step(last, at, step) for step in steps for at in last.cells.values()]
    blank = _step(last, last.cells["period"], count + 1)
    return all(_is_empty(grid, at) for at in (*cells, blank))


def _is_empty(grid: Grid, at: Address) -> bool:
    return grid.value(at) in (None, "") and not grid.has_formula(at)


def _is_pointed_at(book: Sheets, sheet: str, own: Sequence[SettingsRecord]) -> bool:
    """Tell whether a formula of the book refers to a single cell of the records."""
    places = {at for one in own for at in one.cells.values()}
    for name in book.sheets:
        try:
            grid = book.read(name)
        except TpxlError:
            continue  # a damaged sheet is named by the check
        for formula in formulas_of(grid):
            for one in references(formula):
                is_there = (one.sheet or name).casefold() == sheet.casefold()
                if is_there and one.is_cell and Address(*one.block[:2]) in places:
                    return True
    return False


def formulas_of(grid: Grid) -> Iterator[str]:
    """Yield the formulas of a sheet."""
    for row in range(1, grid.last_row + 1):
        for column, cell in grid.cells_of(row).items():
            formula = grid.formula(Address(row, column)) if cell.has_formula else None
            if formula is not None:
                yield formula


def _appended(
    grid: Grid, own: Sequence[SettingsRecord], last: SettingsRecord, new: Sequence[Period]
) -> Iterator[Move]:
    labels = {one.of: one.cells["period"] for one in own}
    for step, period in enumerate(new, 1):
        at = _step(last, last.cells["period"], step)
        told = heading_told(grid, labels[before(period)])
        yield from edited(grid, at, told or str(period), "residents_row", period=str(period))


def _shifted(grid: Grid, own: Sequence[SettingsRecord]) -> Iterator[Move]:
    by_period = {one.of: one for one in own}
    for record in own:
        if not isinstance(record.of, Period):
            continue
        period = after(record.of)
        source = by_period.get(period)
        for name, at in record.cells.items():
            if name == "period":
                new = heading_told(grid, at)
            elif source is None or name not in source.cells:
                new = None
            else:
                value = grid.value(source.cells[name])
                new = value if isinstance(value, bool | int | float | str) else None
            if name != "period" or new is not None:
                yield from edited(grid, at, new, "residents_moved", period=str(period))
