"""A sheet of the whole city: the totals of the areas by line and period, laid out as an area's.

It is a summary and no area: told by its name, or by figures that are the sums of the areas'.
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from tpxl.layout.entries import errors_on
from tpxl.layout.summary_lexicon import is_total
from tpxl.model import Area, Block, Figure, Line, Measure, Period, Sheets
from tpxl.model.figure import Summary, SummaryPage, SummaryTotal
from tpxl.rules.rounding import measured, unit_of
from tpxl.terms import fold
from tpxl.terms.lines import LABELS

FEWEST_SUMS = 4
"""So many figures are not the sums of other areas' by chance."""

SEVERAL = 2
_OF, _ALL = 3, 4
"""Three of four figures that are sums make a sheet of sums; the fourth is a wrong one."""

Place = tuple[Line, Period]
Part = tuple[str, Block | None]
"""The sheet of an area, and its part of it where others are written there too."""

Parts = Mapping[Place, Mapping[Part, Figure]]
"""The figures of each line and period by where their areas are written."""


class TotalSheet(NamedTuple):
    """A sheet of totals, as an area that is none, and what its figures are the totals of.

    `absent` are the areas that its totals lack.
    """

    area: Area
    totals: tuple[SummaryTotal, ...]
    absent: tuple[Area, ...] = ()


def total_sheets(areas: Sequence[Area], known: Container[str] = ()) -> tuple[TotalSheet, ...]:
    """Return the sheets of totals among what are laid out as areas' sheets.

    Figures alone make no total of a sheet `known` to be an area's, by its name, or of goals, by
    its sheet's: a unit of the city may be the sum of all others.
    """
    named = [area for area in areas if is_total(area.name) or is_total(area.sheet)]
    others = [area for area in areas if area not in named]
    if len(others) < SEVERAL:
        return ()
    parts = _parts(others)
    found = [_total_sheet(area, others, parts) for area in named]
    if len(others) > SEVERAL:
        open_ones = [one for one in others if not (fold(one.name) in known or one.sheet in known)]
        found += filter(None, (_by_its_figures(area, others, parts) for area in open_ones))
    return tuple(found)


def _parts(areas: Iterable[Area]) -> Parts:
    """Return every known amount that areas print, the first of each."""
    parts: dict[Place, dict[Part, Figure]] = defaultdict(dict)
    for area in areas:
        for figure in _amounts(area):
            if figure.period is not None:
                parts[figure.line, figure.period].setdefault(_part(area), figure)
    return parts


def _amounts(area: Area) -> Iterator[Figure]:
    for table in area.tables:
        for row in table.rows if table.is_sound else ():
            if row.line.measure is Measure.AMOUNT and row.line.code in LABELS:
                yield from (one for one in row.figures.values() if one.is_number)


def _by_its_figures(area: Area, areas: Sequence[Area], parts: Parts) -> TotalSheet | None:
    """Return an area's sheet as one of totals where its figures are the sums of all others'."""
    sums = [one for one in _totals(area, parts) if len(one.parts) >= SEVERAL]
    if len(sums) < FEWEST_SUMS or not _are_sums(sums):
        return None
    return _total_sheet(area, [one for one in areas if one is not area], parts)


def _total_sheet(area: Area, areas: Sequence[Area], parts: Parts) -> TotalSheet:
    """Return a sheet of totals, held to all areas, or to all but one that it lacks."""
    totals = list(_totals(area, parts))
    if _are_sums(totals):
        return TotalSheet(area, tuple(totals))
    for absent in areas if len(areas) > SEVERAL else ():
        without = list(_totals(area, parts, absent))
        if _are_sums(without):
            return TotalSheet(area, tuple(without), (absent,))
    return TotalSheet(area, tuple(one._replace(has_unknown=True) for one in totals[:1]))


def _part(area: Area) -> Part:
    return area.sheet, area.block


def _totals(area: Area, parts: Parts, absent: Area | None = None) -> Iterator[SummaryTotal]:
    """Yield the amounts of a sheet with the areas' figures that they should be the sums of."""
    left_out = {_part(one) for one in (area, absent) if one is not None}
    for figure in _amounts(area):
        if figure.period is None:
            continue
        of_areas = parts.get((figure.line, figure.period), {})
        own = tuple(one for part, one in of_areas.items() if part not in left_out)
        if own:
            yield SummaryTotal(figure, own)


def _are_sums(totals: Sequence[SummaryTotal]) -> bool:
    """Tell whether most amounts, among them some that are not zero, are the sums of the areas'."""
    fitting = [one for one in totals if abs(_off(one)) <= _slack(one)]
    return len(fitting) * _ALL >= len(totals) * _OF and any(one.total.number for one in fitting)


def _off(one: SummaryTotal) -> Fraction:
    return Fraction(measured(one.total) - sum(map(measured, one.parts)))


def _slack(one: SummaryTotal) -> Fraction:
    return sum(map(unit_of, (one.total, *one.parts)), Fraction(0)) / 2


def with_totals(
    summary: Summary, totals: Iterable[TotalSheet], book: Sheets, names: frozenset[str]
) -> Summary:
    """Return the summary with what the sheets of all areas together print."""
    for one in totals:
        absent = {area.name for area in one.absent}
        page = SummaryPage(one.area.sheet, names - absent, errors_on(book.read(one.area.sheet)))
        pages = tuple(other for other in summary.pages if other.sheet != page.sheet)
        summary = summary._replace(totals=(*summary.totals, *one.totals), pages=(*pages, page))
    return summary
