"""The figures tables of the areas, and what their computed places should hold."""

from collections.abc import Iterable
from typing import NamedTuple

from tpxl.layout import Survey
from tpxl.model import Area
from tpxl.rules.computed import computed_places
from tpxl.rules.conventions import conventions_of, superseded_residents
from tpxl.rules.locking import locked_periods
from tpxl.rules.relations import Relation


class ExpectedFigures(NamedTuple):
    """An area, and the relations of its computed places."""

    area: Area
    places: tuple[Relation, ...]


def expected_figures(
    found: Survey, before: Iterable[ExpectedFigures] = ()
) -> tuple[ExpectedFigures, ...]:
    """Return every area with what its computed places should hold.

    What was expected `before` an edit still holds: computed figures come from inputs, and inputs
    are never written. Only an area with formulas is looked at anew, since they may await
    recalculation.
    """
    known = {one.area: one for one in before}
    locked = locked_periods(
        {period for area in found.areas for period in area.periods}, found.settings.locked
    )
    superseded = superseded_residents(found.settings)
    expected = []
    for area in found.areas:
        earlier = known.get(area)
        if earlier is not None and not _has_formulas(area):
            expected.append(_with_figures_of(area, earlier))
            continue
        conventions = conventions_of(area, found.areas, found.settings, superseded)
        places = tuple(computed_places(area, conventions, locked))
        expected.append(ExpectedFigures(area, places))
    return tuple(expected)


def _has_formulas(area: Area) -> bool:
    return any(figure.has_formula for table in area.tables for figure in table)


def _with_figures_of(area: Area, earlier: ExpectedFigures) -> ExpectedFigures:
    if area is earlier.area:
        return earlier
    figures = {figure.place: figure for table in area.tables for figure in table}
    places = tuple(
        one
        if figures[one.result.place] is one.result
        else one._replace(result=figures[one.result.place])
        for one in earlier.places
    )
    return ExpectedFigures(area, places)
