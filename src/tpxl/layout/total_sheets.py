"""A sheet of the whole city: the totals of the areas by line and period, laid out as an area's.

It is a summary and no area: told by its name, or by figures that are the sums of the areas'.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from tpxl.layout.summary_lexicon import is_total
from tpxl.model import Area, Figure, Line, Measure, Period
from tpxl.model.figure import SummaryTotal
from tpxl.rules.rounding import measured, unit_of
from tpxl.terms.lines import LABELS

FEWEST_SUMS = 4
"""So many figures are not the sums of other areas' by chance."""

SEVERAL = 2
_OF, _ALL = 3, 4
"""Three of four figures that are sums make a sheet of sums; the fourth is a wrong one."""

Place = tuple[Line, Period]
Parts = Mapping[Place, Mapping[str, Figure]]
"""The figures of each line and period by the sheet they stand on."""


class TotalSheet(NamedTuple):
    """A sheet of totals, as an area that is none, and what its figures are the totals of.

    `absent` are the areas that its totals lack.
    """

    area: Area
    totals: tuple[SummaryTotal, ...]
    absent: tuple[Area, ...] = ()


def total_sheets(areas: Sequence[Area]) -> tuple[TotalSheet, ...]:
    """Return the sheets of totals among what are laid out as areas' sheets."""
    named = [area for area in areas if is_total(area.name) or is_total(area.sheet)]
    others = [area for area in areas if area not in named]
    if len(others) < SEVERAL:
        return ()
    parts = _parts(others)
    found = [_total_sheet(area, others, parts) for area in named]
    if len(others) > SEVERAL:
        found += filter(None, (_by_its_figures(area, others, parts) for area in others))
    return tuple(found)


def _parts(areas: Iterable[Area]) -> Parts:
    """Return every known amount that areas print, the first of a sheet."""
    parts: dict[Place, dict[str, Figure]] = defaultdict(dict)
    for area in areas:
        for figure in _amounts(area):
            if figure.period is not None:
                parts[figure.line, figure.period].setdefault(area.sheet, figure)
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
        without = list(_totals(area, parts, absent.sheet))
        if _are_sums(without):
            return TotalSheet(area, tuple(without), (absent,))
    return TotalSheet(area, tuple(one._replace(has_unknown=True) for one in totals[:1]))


def _totals(area: Area, parts: Parts, absent: str = "") -> Iterator[SummaryTotal]:
    """Yield the amounts of a sheet with the areas' figures that they should be the sums of."""
    left_out = {area.sheet, absent}
    for figure in _amounts(area):
        if figure.period is None:
            continue
        of_areas = parts.get((figure.line, figure.period), {})
        own = tuple(one for sheet, one in of_areas.items() if sheet not in left_out)
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
