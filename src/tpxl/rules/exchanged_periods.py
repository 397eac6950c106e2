"""Headings that the figures under them contradict: two in each other's place, a year off.

Headings may stand in good order and still be wrong. What is made of a period's figures tells: a
change has its base, euros per resident have the residents of their year. Where several such figures
are wrong as headed, and right once two headings change places, nobody knows which was meant, and
nothing is judged or written by either.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from typing import NamedTuple

from tpxl.model import Address, Area, FiguresRow, FiguresTable, Measure, Period, PeriodKind
from tpxl.model.figure import CellPlace
from tpxl.rules.relations import Relation, Verdict

FEWEST = 2
"""Wrong figures that other headings put right: of one, its own slip is as likely."""
_OF, _ALL = 3, 4
"""Three of four of the wrong figures: a table may hold a slip of its own beside."""

_OTHER = {PeriodKind.ACTUAL: PeriodKind.BUDGET, PeriodKind.BUDGET: PeriodKind.ACTUAL}

Meant = Mapping[Period, Period]
"""Periods as printed, by those that may be meant."""


class Exchange(NamedTuple):
    """The headings of a table that may stand in the wrong place, first to last, and what is meant.

    `contradicted` are the places that are wrong as headed, and right as is meant; they may all be
    `per_resident`: then the residents may stand in the wrong places as well.
    """

    table: FiguresTable
    headings: tuple[tuple[Address, Period], ...]
    meant: tuple[Period, ...]
    contradicted: frozenset[CellPlace]
    per_resident: bool = False

    @property
    def change(self) -> tuple[tuple[Period, Period], ...]:
        """The periods as printed, each with the one that is meant."""
        printed = (period for _, period in self.headings)
        return tuple(zip(printed, self.meant, strict=True))


Read = Callable[[Area], Iterable[Relation]]
"""What tells the relations of an area's computed places."""


def exchange_in(area: Area, relations: Sequence[Relation], read: Read) -> Exchange | None:
    """Return the headings that most of an area's wrong figures speak against; None where none do.

    Those are meant that put right the most, and make no figure wrong that was right.
    """
    as_headed = _verdicts(relations)
    wrong = {place for place, verdict in as_headed.items() if verdict is Verdict.FAILS}
    if not _are_enough(wrong, relations):
        return None
    bound = [one for one in relations if one.result.place in wrong]
    best: tuple[int, Exchange] | None = None
    for tables, meant in _tries(area, bound):
        otherwise = _verdicts(read(_with_periods(area, tables, meant)))
        righted = {place for place in wrong if place in otherwise and otherwise[place].fits}
        is_most = len(righted) * _ALL >= len(wrong) * _OF
        if not (is_most and _are_enough(righted, bound) and _is_no_worse(as_headed, otherwise)):
            continue
        if best is None or len(righted) > best[0]:
            exchange = _exchange(tables[0], meant, frozenset(righted))
            best = len(righted), exchange._replace(per_resident=_is_per_resident(righted, bound))
    return None if best is None else best[1]


def _are_enough(places: Collection[CellPlace], relations: Iterable[Relation]) -> bool:
    """Tell whether wrong figures may be the headings': several, and not the changes of one row.

    Those have one base that was taken wrongly.
    """
    rows = {(sheet, at.row) for sheet, at in places}
    return len(places) >= FEWEST and (len(rows) > 1 or _is_per_resident(places, relations))


def _is_per_resident(places: Collection[CellPlace], relations: Iterable[Relation]) -> bool:
    return all(
        one.result.line.measure is Measure.PER_RESIDENT
        for one in relations
        if one.result.place in places
    )


def _verdicts(relations: Iterable[Relation]) -> dict[CellPlace, Verdict]:
    """Return what is said of the printed figures that depend on their period."""
    return {
        one.result.place: one.verdict()
        for one in relations
        if one.result.line.measure is not Measure.AMOUNT and one.result.is_number
    }


def _is_no_worse(
    as_headed: Mapping[CellPlace, Verdict], otherwise: Mapping[CellPlace, Verdict]
) -> bool:
    """Tell whether no figure that fits its heading would fit the other one less."""
    return all(
        place in otherwise and otherwise[place].fits
        for place, verdict in as_headed.items()
        if verdict.fits
    )


def _tries(
    area: Area, wrong: Sequence[Relation]
) -> Iterator[tuple[tuple[FiguresTable, ...], Meant]]:
    """Yield what may be meant, of all tables and of each, where it touches most wrong figures."""
    sound = tuple(table for table in area.tables if table.is_sound)
    periods = tuple(dict.fromkeys(period for table in sound for period in table.header))
    choices = [sound, *((table,) for table in sound if len(sound) > 1)]
    for meant in _meant(periods):
        touched = sum(_touches(one, meant) for one in wrong)
        if touched * _ALL >= len(wrong) * _OF:
            for tables in choices:
                if all(meant.keys() <= table.header.keys() for table in tables):
                    yield tables, meant


def _touches(relation: Relation, meant: Meant) -> bool:
    return relation.result.period in meant or relation.base in meant


def _meant(periods: Sequence[Period]) -> Iterator[Meant]:
    """Yield likely mistakes: two headings changed, kinds changed, all turned round, a year off."""
    for one, other in combinations(periods, 2):
        yield {one: other, other: one}
    if {period.kind for period in periods} == _OTHER.keys():
        yield {period: Period(_OTHER[period.kind], period.year) for period in periods}
    yield dict(zip(periods, reversed(periods), strict=True))
    for years in (-1, 1):
        yield {period: period._replace(year=period.year + years) for period in periods}


def _exchange(table: FiguresTable, meant: Meant, wrong: frozenset[CellPlace]) -> Exchange:
    other = {period: to for period, to in meant.items() if period != to}
    headings = sorted((table.header[period], period) for period in other)
    return Exchange(table, tuple(headings), tuple(other[period] for _, period in headings), wrong)


def _with_periods(area: Area, tables: Sequence[FiguresTable], meant: Meant) -> Area:
    """Return an area some of whose tables are headed as may be meant."""
    return replace(
        area,
        tables=tuple(
            _headed(table, meant) if any(table is one for one in tables) else table
            for table in area.tables
        ),
    )


def _headed(table: FiguresTable, meant: Meant) -> FiguresTable:
    header = {meant.get(period, period): at for period, at in table.header.items()}
    return replace(table, header=header, rows=tuple(_row(row, meant) for row in table.rows))


def _row(row: FiguresRow, meant: Meant) -> FiguresRow:
    figures = {
        (to := meant.get(period, period)): figure._replace(period=to)
        for period, figure in row.figures.items()
    }
    basis = None if row.basis is None else _row(row.basis, meant)
    return row._replace(figures=figures, basis=basis)
