"""The figures tables and what their computed places should hold; the edits that make them so."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple

from tpxl.layout import Survey
from tpxl.model import (
    Area,
    Edit,
    Figure,
    Finding,
    Period,
    Related,
    Severity,
)
from tpxl.rules.computed import Computed, computed_places
from tpxl.rules.conventions import Conventions, conventions_of, superseded_residents
from tpxl.rules.locking import locked_periods
from tpxl.rules.rounding import rounded


class Reckoning(NamedTuple):
    """An area with the conventions it follows, its computed places, and its locked periods."""

    area: Area
    conventions: Conventions
    places: tuple[Computed, ...]
    locked: frozenset[Period]


def reckon(found: Survey, before: Iterable[Reckoning] = ()) -> tuple[Reckoning, ...]:
    """Return every area sheet with what its computed places should hold.

    What was reckoned `before` an edit still holds: computed figures come from inputs, and inputs
    are never written. Only an area with formulas is reckoned anew, since they may await
    recalculation.
    """
    known = {reckoning.area.sheet: reckoning for reckoning in before}
    periods = {period for area in found.areas for period in area.periods}
    locked = locked_periods(periods, found.settings.locked)
    reckonings = []
    superseded = superseded_residents(found.settings)
    for area in found.areas:
        earlier = known.get(area.sheet)
        if earlier is not None and not _has_formulas(area):
            reckonings.append(_with_figures_of(area, earlier))
            continue
        conventions = conventions_of(area, found.areas, found.settings, superseded)
        places = tuple(computed_places(area, conventions))
        reckonings.append(Reckoning(area, conventions, places, locked))
    return tuple(reckonings)


def _has_formulas(area: Area) -> bool:
    return any(figure.has_formula for table in area.tables for figure in table)


def _with_figures_of(area: Area, earlier: Reckoning) -> Reckoning:
    if area is earlier.area:
        return earlier
    figures = {figure.address: figure for table in area.tables for figure in table}
    places = tuple(
        place
        if figures[place.figure.address] is place.figure
        else place._replace(figure=figures[place.figure.address])
        for place in earlier.places
    )
    return earlier._replace(area=area, places=places)


def figure_edits(reckonings: Iterable[Reckoning]) -> Iterator[Edit]:
    """Yield the edits that put the right figure into every computed place that may be written.

    Locked periods, formulas, inputs, and text that is no number are left alone; an error value that
    no formula makes is nobody's text.
    """
    for reckoning in reckonings:
        for place in reckoning.places:
            figure, right = place.figure, place.right
            if right is None or figure.period in reckoning.locked or not _is_writable(place):
                continue
            yield Edit(
                sheet=figure.sheet,
                cell=figure.cell,
                new=_stored(right, figure),
                old=figure.value,
                area=reckoning.area.name,
                period=str(figure.period),
                line=str(figure.line),
            )


def _is_writable(place: Computed) -> bool:
    figure = place.figure
    if figure.has_formula or place.right is None or figure.has_words:
        return False
    if figure.is_unreadable and not figure.is_error:
        return False
    if figure.number is None or figure.is_text:
        return figure.number is None or rounded(figure.number, place.decimals) != place.right
    return not (
        rounded(figure.number, place.decimals) == place.right
        or figure.value == _stored(place.right, figure)  # a float has 15 digits, a Decimal any
    )


def _stored(right: Decimal, figure: Figure) -> int | float:
    stored = right / 100 if figure.is_fraction else right
    return int(stored) if stored == stored.to_integral_value() else float(stored)


def finding_of(
    code: str,
    severity: Severity,
    area: Area,
    figure: Figure,
    facts: Mapping[str, object] = MappingProxyType({}),
    *,
    found: Decimal | None = None,
    expected: Decimal | None = None,
    cause: str | None = None,
    related: tuple[Related, ...] = (),
) -> Finding:
    """Return a finding at a figure of an area."""
    return Finding(
        code=code,
        severity=severity,
        area=area.name,
        sheet=figure.sheet,
        cell=figure.cell,
        line=str(figure.line),
        period=str(figure.period),
        found=found,
        expected=expected,
        cause=cause,
        related=related,
        facts=facts,
    )
