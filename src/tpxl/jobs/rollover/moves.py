"""The edits by which every figure takes the place of its period, and the headings a year on.

A typed place takes the value that the book has for its new period; a place whose period is new is
emptied; a formula is never touched.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from tpxl.errors import TpxlError
from tpxl.jobs.rollover.tracks import Group, Track, after
from tpxl.layout.cells.moments import day_of
from tpxl.layout.cells.numbers import read_number
from tpxl.layout.cells.text import closing_year, is_fraction_format
from tpxl.model import Address, CellError, Edit, Grid, NewValue, Period, Sheets, Value
from tpxl.model.cell import has_known_value
from tpxl.model.figure import CellPlace
from tpxl.terms.periods import kind_of, period_of, year_of
from tpxl.terms.years import heading_on

_ROWS_APART = 1
"""How far from a heading's kind its year may stand."""


Computed = Mapping[CellPlace, int | float]
"""What the report's own rules make of places whose formulas have no known value."""


class Move(NamedTuple):
    """An edit and why it is made: a code of the messages."""

    edit: Edit
    why: str


class Review(NamedTuple):
    """A place that a person should look at: what stands there and why it was left."""

    sheet: str
    cell: str
    text: str
    why: str


class Parted(NamedTuple):
    """The groups that move, and the figures under headings that nothing moves: these stay behind.

    `headings` are those of the groups that move.
    """

    going: tuple[Group, ...]
    review: tuple[Review, ...]

    @property
    def places(self) -> frozenset[CellPlace]:
        """Return every cell of figures that moves or is emptied."""
        return frozenset(place for group in self.going for place in group.places)

    @property
    def headings(self) -> frozenset[CellPlace]:
        """Return the headings that move."""
        return frozenset((group.sheet, at) for group in self.going for at in group.headings)


def parted(book: Sheets, groups: Iterable[Group], free: Collection[CellPlace]) -> Parted:
    """Return the groups that may move: under no heading of theirs a figure stays.

    `free` are other cells that are put right by rules of their own.
    """
    every = list(groups)
    places = frozenset(place for group in every for place in group.places) | frozenset(free)
    staying = [list(_staying(book.read(group.sheet), group, places)) for group in every]
    told = list(zip(every, staying, strict=True))
    return Parted(
        tuple(group for group, stays in told if not stays),
        tuple(
            Review(group.sheet, at.a1, str(book.read(group.sheet).value(at)), "figure_stays")
            for group, stays in told
            for at in stays
        ),
    )


def moves_of(book: Sheets, groups: Iterable[Group], computed: Computed) -> Iterator[Move]:
    """Yield the edits of groups, each cell once; `computed` is what unknown formulas give.

    Raises:
        TpxlError: a value that is to move comes from a formula that nobody has calculated.
    """
    moves: dict[tuple[str, str], Move] = {}
    for group in groups:
        for move in _moves(book, group, computed):
            moves.setdefault((move.edit.sheet, move.edit.cell), move)
    yield from moves.values()


def _staying(grid: Grid, group: Group, places: Collection[CellPlace]) -> Iterator[Address]:
    """Yield the numbers under a group's headings that nothing moves, up to a blank row."""
    heads = {at.row for at in group.headings}
    for at in group.headings:
        row = at.row + 1
        while row not in heads and (cells := grid.row(row)):
            below = Address(row, at.column)
            is_figure = read_number(cells.get(at.column)) is not None
            if is_figure and not grid.has_formula(below) and (group.sheet, below) not in places:
                yield below
            row += 1


def _moves(book: Sheets, group: Group, computed: Computed) -> Iterator[Move]:
    grid = book.read(group.sheet)
    lines = group.lines or (None,) * len(group.tracks)
    for track, line in zip(group.tracks, lines, strict=True):
        yield from _along(book, group, (track, line), computed)
    for at in sorted(group.emptied):
        yield from edited(grid, at, None, "emptied", area=group.area)
    for at, period in group.headings.items():
        yield from heading_moves(grid, at, period)


def _along(
    book: Sheets, group: Group, told: tuple[Track, str | None], computed: Computed
) -> Iterator[Move]:
    grid, (track, line) = book.read(group.sheet), told
    for period, at in track.items():
        new_period = after(period)
        source = track.get(new_period)
        new = None if source is None else _value(book, (grid, source), at, computed)
        why = "emptied" if source is None else "moved"
        yield from edited(grid, at, new, why, area=group.area, period=str(new_period), line=line)


def _value(book: Sheets, of: tuple[Grid, Address], to: Address, computed: Computed) -> NewValue:
    """Return what a place is to hold of another one's value, as its own format shows it.

    Raises:
        TpxlError: the value comes from a formula that nobody has calculated.
    """
    grid, source = of
    value, has_formula = grid.value(source), grid.has_formula(source)
    if grid.has_formula(to):
        return None
    is_pending = book.awaits_recalculation
    if not has_known_value(value, has_formula=has_formula, is_pending=is_pending):
        if (grid.sheet, source) not in computed:
            raise TpxlError("rollover_unknown", book=book.name, sheet=grid.sheet, cell=source.a1)
        value = computed[grid.sheet, source]
    new = _new(value)
    if isinstance(new, int | float) and not isinstance(new, bool):
        return _in_format(new, grid.number_format(source), grid.number_format(to))
    return new


def _in_format(number: float, was: str, now: str) -> float:
    """Return a number for a cell whose format shows per cents where the other's does not."""
    was_fraction, is_fraction = is_fraction_format(was), is_fraction_format(now)
    if was_fraction == is_fraction:
        return number
    told = Decimal(repr(number))
    return float(told * 100 if was_fraction else told / 100)


def _new(value: Value) -> NewValue:
    return value.code if isinstance(value, CellError) else value


def edited(
    grid: Grid,
    at: Address,
    new: NewValue,
    why: str,
    *,
    area: str | None = None,
    period: str | None = None,
    line: str | None = None,
) -> Iterator[Move]:
    """Yield the edit of a typed cell, where it changes anything."""
    old = grid.value(at)
    is_same = old == new or (old in (None, "") and new in (None, ""))
    if not is_same and not grid.has_formula(at):
        yield Move(Edit(grid.sheet, at.a1, new, old, area, period, line), why)


def heading_moves(grid: Grid, at: Address, period: Period | None) -> Iterator[Move]:
    """Yield the edit of a heading, or of the cell that tells its year above or below it."""
    told = heading_told(grid, at)
    if told is not None:
        yield from edited(grid, at, told, "heading", period=_after(period))
        return
    if not isinstance(grid.value(at), str) or kind_of(str(grid.value(at))) is None:
        return
    for row in (at.row + _ROWS_APART, at.row - _ROWS_APART):
        year = _first_of(grid, Address(row, at.column)) if row else at
        told = heading_told(grid, year) if row else None
        if told is not None:
            yield from edited(grid, year, told, "heading", period=_after(period))
            return


def _after(period: Period | None) -> str | None:
    return None if period is None else str(after(period))


def _first_of(grid: Grid, at: Address) -> Address:
    """Return the first cell of the merged area that a cell is of."""
    covering = (block for block in grid.merged if block.covers(at))
    return next((Address(block.top, block.left) for block in covering), at)


def heading_told(grid: Grid, at: Address) -> NewValue:
    """Return what a heading's cell is to hold a year on; None where it tells no year.

    A date that shows its year becomes the same day a year later.
    """
    value = grid.value(at)
    if isinstance(value, str):
        years = (year_of(value), closing_year(value, grid.number_format(at)))
        is_heading = period_of(value) is not None or any(years)
        return heading_on(value) if is_heading else None
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    if year_of(value) is not None:
        return int(value) + 1
    return year_later(value) if "y" in grid.number_format(at).lower() else None


def year_later(serial: float) -> int | None:
    """Return the serial number of the same day a year later; None of no date.

    >>> year_later(45657), year_later(0.5)
    (46022, None)
    """
    day = day_of(serial)
    if day is None or serial < _FIRST_DATE:
        return None
    is_leap_day = (day.month, day.day) == (2, 29)
    later = day.replace(year=day.year + 1, day=28 if is_leap_day else day.day)
    return int(serial) + (later - day).days


_FIRST_DATE = 10_000
"""A smaller number in a heading is no date of a report."""
