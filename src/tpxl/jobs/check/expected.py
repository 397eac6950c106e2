"""The figures tables of the areas, and what their computed places should hold.

Which computed places are written, and what: the one choice of edits.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from tpxl.layout import Survey
from tpxl.model import Area, Edit, Figure
from tpxl.rules.computed import computed_places
from tpxl.rules.conventions import conventions_of, locked_periods, superseded_residents
from tpxl.rules.relations import Relation, Verdict
from tpxl.rules.rounding import rounded


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
    figures = {figure.address: figure for table in area.tables for figure in table}
    places = [
        one
        if (figure := figures[one.result.address]) is one.result
        else one._replace(result=figure)
        for one in earlier.places
    ]
    return ExpectedFigures(area, tuple(places))


def edits_of(relations: Iterable[Relation]) -> Iterator[Edit]:
    """Yield the edits that put the right figure into every computed place that may be written.

    Locked periods, formulas, inputs, and text that is no number are left alone; an error value that
    no formula makes is nobody's text. Left alone is also a figure that its inputs allow where they
    are printed coarser than what it was made of, or where its table cuts figures off.
    """
    for relation in relations:
        right = relation.right() if _is_open(relation) else None
        if right is None or not _is_to_change(relation, right):
            continue
        figure = relation.result
        yield Edit(
            sheet=figure.sheet,
            cell=figure.cell,
            new=_stored(right, figure),
            old=figure.value,
            area=relation.area,
            period=str(figure.period),
            line=str(figure.line),
        )


def _is_open(relation: Relation) -> bool:
    figure = relation.result
    if relation.written is None or relation.is_locked or figure.has_formula or figure.has_words:
        return False
    return figure.is_error or not figure.is_unreadable


def _is_to_change(relation: Relation, right: Decimal) -> bool:
    figure = relation.result
    printed = figure.number
    if printed is None:
        return True
    if rounded(printed, relation.written or 0) == right:
        return False
    if not figure.is_text and figure.value == _stored(right, figure):
        return False  # a float has 15 digits, a Decimal any
    verdict = relation.verdict()
    if relation.is_coarse:
        return verdict is Verdict.FAILS
    return not (relation.is_cut and verdict is Verdict.HOLDS)


def _stored(right: Decimal, figure: Figure) -> int | float:
    stored = right / 100 if figure.is_fraction else right
    return int(stored) if stored == stored.to_integral_value() else float(stored)
