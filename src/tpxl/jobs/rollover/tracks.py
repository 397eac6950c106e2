"""What stands under which period: the cells of each line, and the headings over them.

A group is what moves together or not at all: a heading over a figure that stays would be the worst
fault there is.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from tpxl.layout import Survey
from tpxl.layout.cells.numbers import read_number
from tpxl.model import (
    Address,
    AreaGoals,
    Figure,
    FiguresTable,
    Grid,
    Period,
    PeriodKind,
    Sheets,
)
from tpxl.model.allocation import Allocations
from tpxl.model.figure import CellPlace, ComparisonTable
from tpxl.terms.periods import period_of
from tpxl.terms.years import keeps_bases

Track = Mapping[Period, Address]
"""The cells of one line by period."""


def after(period: Period) -> Period:
    """Return the same kind of period a year on."""
    return Period(period.kind, period.year + 1)


class Group(NamedTuple):
    """Figures under periods on one sheet: their headings, their lines, and what is emptied.

    `lines` names the tracks, where the report has a word for them.
    """

    sheet: str
    headings: Mapping[Address, Period | None]
    tracks: tuple[Track, ...]
    lines: tuple[str | None, ...] = ()
    emptied: frozenset[Address] = frozenset()
    area: str | None = None

    @property
    def places(self) -> frozenset[CellPlace]:
        """Return every cell that moves or is emptied."""
        cells = {at for track in self.tracks for at in track.values()}
        return frozenset((self.sheet, at) for at in cells | self.emptied)


def groups_of(book: Sheets, found: Survey) -> Iterator[Group]:
    """Yield the groups of a surveyed book; tables that say a thing twice are none."""
    for area in found.areas:
        grid = book.read(area.sheet)
        own = [line.figures for line in found.allocations.lines if line.sheet == area.sheet]
        for table in area.tables:
            if table.is_sound:
                yield _of_table(grid, table, own, area.name)
    for table in found.summaries:
        if table.is_sound and not keeps_bases(table.sheet):
            yield _of_table(book.read(table.sheet), table, (), None)
    yield from _of_summaries(found)
    yield from (_of_comparison(table) for table in found.comparisons)
    yield from _of_shared_costs(book, found)


def _of_table(
    grid: Grid, table: FiguresTable, own: Sequence[Mapping[Period, Figure]], area: str | None
) -> Group:
    """Return a figures table with every row under its headings, also those of no known line."""
    tracks = [{p: one.address for p, one in row.figures.items()} for row in table.rows]
    lines: list[str | None] = [str(row.line) for row in table.rows]
    taken = {at.row for track in tracks for at in track.values()}
    columns = {period: at.column for period, at in table.header.items()}
    for figures in own:
        track = {p: one.address for p, one in figures.items() if p in columns}
        rows = {at.row for at in track.values()}
        if rows and not rows & taken and min(rows) >= table.body.start:
            is_here = rows <= set(_rows(grid, table))
            tracks += [track] if is_here else []
            lines += ["ALLOCATED_COSTS"] if is_here else []
            taken |= rows if is_here else set()
    for row in _rows(grid, table):
        if row not in taken:
            tracks.append({period: Address(row, at) for period, at in columns.items()})
            lines.append(None)
    headings: dict[Address, Period | None] = {at: p for p, at in table.header.items()}
    return Group(table.sheet, headings, tuple(tracks), tuple(lines), area=area)


def _rows(grid: Grid, table: FiguresTable) -> Iterator[int]:
    """Yield the rows under a table's headings: its own, and those of figures right below them."""
    columns = {at.column for at in table.header.values()}
    yield from table.body
    row = table.block.bottom + 1
    while any(read_number(grid.row(row).get(at)) is not None for at in columns):
        yield row
        row += 1


def _of_summaries(found: Survey) -> Iterator[Group]:
    """Yield the figures of several areas, a group a sheet."""
    by_sheet: dict[str, list[Figure]] = defaultdict(list)
    for figure in found.summary.figures:
        if not keeps_bases(figure.sheet):
            by_sheet[figure.sheet].append(figure)
    for sheet, figures in by_sheet.items():
        said = [one for one in found.summary.headings if one.sheet == sheet]
        tracks = list(_lanes(figures))
        yield Group(
            sheet,
            {one.address: one.period for one in said},
            tuple(track for _, track in tracks),
            tuple(line for line, _ in tracks),
        )


def _lanes(figures: Iterable[Figure]) -> Iterator[tuple[str, Track]]:
    """Yield the figures of one area and line in one row, column or table."""
    of_line: dict[tuple[str | None, str], list[Figure]] = defaultdict(list)
    for figure in figures:
        of_line[figure.area, str(figure.line)].append(figure)
    for (_, line), told in of_line.items():
        for lane in _once(told):
            yield line, {one.period: one.address for one in lane if one.period is not None}


def _once(figures: Sequence[Figure]) -> Iterator[Sequence[Figure]]:
    """Part figures so that a period comes once in each part: by rows, else by columns."""
    if len({one.period for one in figures}) == len(figures):
        yield figures
        return
    rows: dict[int, list[Figure]] = defaultdict(list)
    for figure in figures:
        rows[figure.address.row].append(figure)
    for lane in rows.values():
        if len({one.period for one in lane}) == len(lane):
            yield lane
        else:
            yield from ([one] for one in lane)


def _of_comparison(table: ComparisonTable) -> Group:
    """Return a table of comparisons: amounts move by period, what is made of them is emptied."""
    of_period = {at: one.period for at, one in table.columns.items() if one.period is not None}
    headings = {
        one.heading: one.period
        for one in table.columns.values()
        if one.period is not None or one.mentions
    }
    tracks: list[Track] = []
    emptied: set[Address] = set()
    for row in table.rows:
        track: dict[Period, Address] = {}
        for at, figure in row.figures.items():
            period = of_period.get(at)
            if period is None or period in track:
                emptied.add(figure.address)
            else:
                track[period] = figure.address
        tracks.append(track)
    lines = tuple(row.code for row in table.rows)
    return Group(table.sheet, headings, tuple(tracks), lines, frozenset(emptied), table.area)


def _of_shared_costs(book: Sheets, found: Survey) -> Iterator[Group]:
    """Yield the shared costs and who gives to whom, a group a sheet."""
    shared = found.allocations
    sheets = [table.sheet for table in shared.tables] + [flow.sheet for flow in shared.flows]
    for sheet in dict.fromkeys(sheets):
        tracks: dict[tuple[object, ...], dict[Period, Address]] = defaultdict(dict)
        lines: dict[tuple[object, ...], str] = {}
        for key, period, figure in _shared_figures(shared, sheet):
            tracks[key][period] = figure.address
            lines[key] = str(figure.line)
        headings = dict(_period_cells(book.read(sheet)))
        yield Group(sheet, headings, tuple(tracks.values()), tuple(lines[key] for key in tracks))


def _shared_figures(
    shared: Allocations, sheet: str
) -> Iterator[tuple[tuple[object, ...], Period, Figure]]:
    for table in shared.tables:
        if table.sheet == sheet and table.is_sound:
            for place, figure in table.figures.items():
                key = (table.address, place.word, place.receiver, place.summary)
                yield key, place.period, figure
    for row in (row for table in shared.flows if table.sheet == sheet for row in table.rows):
        for what, told in (("share", row.share), ("amount", row.amount)):
            if told is not None:
                yield (row.source, row.target, what), row.period, told


def _period_cells(grid: Grid) -> Iterator[tuple[Address, Period | None]]:
    """Yield the cells that tell nothing but a period."""
    for text in grid.texts(_is_period):
        said = period_of(text.text)
        if said is not None:
            yield text.address, Period(PeriodKind(said[0]), said[1])


def _is_period(text: str) -> bool:
    return period_of(text) is not None


def outcomes_of(goals: Iterable[AreaGoals]) -> Iterator[tuple[str, str, Address]]:
    """Yield the cell of each outcome, with its area and sheet."""
    for area in goals:
        for table in area.tables:
            for goal in table.goals:
                if "outcome" in goal.cells:
                    yield area.area, table.sheet, goal.cells["outcome"]
