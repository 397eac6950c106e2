"""The figures tables compared with what they should hold: the findings, and the edits."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple

from tpxl.jobs.residents import replaced_residents
from tpxl.jobs.suspects import suspect
from tpxl.layout import Survey
from tpxl.model import (
    Area,
    Edit,
    Figure,
    FiguresTable,
    Finding,
    Measure,
    Period,
    Related,
    Residents,
    Severity,
)
from tpxl.rules.computed import Computed, Obstacle, computed_places
from tpxl.rules.conventions import Conventions, conventions_of, superseded_residents
from tpxl.rules.locking import locked_periods
from tpxl.rules.rounding import exact, rounded
from tpxl.rules.tolerance import Span, half_unit, is_rounding

_UNVERIFIABLE = {
    Obstacle.NO_BASE: "base_missing",
    Obstacle.NO_RESIDENTS: "residents_missing",
    Obstacle.NO_PARTS: "part_missing",
}


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

    Locked periods, formulas, inputs, and text that is no number are left alone.
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
    if figure.has_formula or figure.is_unreadable:
        return False
    return figure.number is None or rounded(figure.number, place.decimals) != place.right


def _stored(right: Decimal, figure: Figure) -> int | float:
    stored = right / 100 if figure.is_fraction else right
    return int(stored) if stored == stored.to_integral_value() else float(stored)


def figure_findings(reckonings: Iterable[Reckoning]) -> Iterator[Finding]:
    """Yield what is wrong with the figures tables: each fault once, where it stands."""
    for reckoning in reckonings:
        area = reckoning.area
        told = {place.figure.address: _comparison(reckoning, place) for place in reckoning.places}
        for table in area.tables:
            yield from _repeats(area, table)
            if not table.is_sound:
                continue
            for figure in table:
                if figure.number is None or figure.is_text:
                    yield from _reading(area, figure)
                finding = told.get(figure.address)
                if finding is not None:
                    yield finding


def _repeats(area: Area, table: FiguresTable) -> Iterator[Finding]:
    for repeat in table.repeats:
        is_period = isinstance(repeat.what, Period)
        yield Finding(
            code="period_twice" if is_period else "line_twice",
            severity=Severity.ERROR,
            area=area.name,
            sheet=table.sheet,
            cell=repeat.first.a1,
            period=str(repeat.what) if is_period else None,
            line=None if is_period else str(repeat.what),
            related=(Related(table.sheet, repeat.second.a1),),
            facts={"second": repeat.second.a1},
        )


def _reading(area: Area, figure: Figure) -> Iterator[Finding]:
    if figure.is_unreadable:
        yield _finding("unreadable", Severity.ERROR, area, figure, {"text": _shown(figure)})
    elif figure.is_text and figure.is_known:
        yield _finding("number_as_text", Severity.INFO, area, figure, {"text": _shown(figure)})


def _shown(figure: Figure) -> str:
    return str(getattr(figure.value, "code", figure.value))


def _comparison(reckoning: Reckoning, place: Computed) -> Finding | None:
    figure, area = place.figure, reckoning.area
    if not figure.is_known or figure.is_unreadable:
        return None
    if figure.number is None:
        if place.right is None:
            return None
        return _finding("empty_computed", Severity.INFO, area, figure, expected=place.right)
    if place.obstacle is Obstacle.UNKNOWN:
        return None
    if place.obstacle is not None:
        return _obstructed(area, place)
    return _disagreement(reckoning, place, figure.number)


def _obstructed(area: Area, place: Computed) -> Finding:
    facts = {"base_period": place.base}
    related = tuple(Related(figure.sheet, figure.cell) for figure in place.inputs[1:])
    if place.obstacle is Obstacle.MEANINGLESS_BASE:
        code, severity = "change_over_zero", Severity.WARNING
        if any(figure.number for figure in place.inputs[1:]):
            code = "change_over_other_sign"
    else:
        code, severity = _UNVERIFIABLE[place.obstacle or Obstacle.NO_PARTS], Severity.UNVERIFIABLE
    found = rounded(place.figure.number or 0, max(place.shown, place.figure.decimals))
    return _finding(code, severity, area, place.figure, facts, related=related, found=found)


def _disagreement(reckoning: Reckoning, place: Computed, printed: Decimal) -> Finding | None:
    if place.exact is None or place.right is None:
        return None
    if place.is_shown_by(printed):
        return None
    earlier = replaced_residents(reckoning.conventions, place, printed)
    if earlier is not None:
        return _restatement(reckoning, place, printed, earlier)
    figure = place.figure
    code, severity, cause = figure.line.measure.value or "margin", Severity.ERROR, None
    if _is_rounding(place, printed):
        code, severity = f"{code}_rounding", Severity.ROUNDING
    else:
        cause = suspect(reckoning.area, reckoning.conventions, place, printed)
    return _finding(
        code,
        severity,
        reckoning.area,
        figure,
        {**_facts(reckoning, place), **(cause.facts if cause else {})},
        found=rounded(printed, max(place.shown, figure.decimals)),
        expected=place.right,
        cause=cause.code if cause else None,
        related=tuple(Related(part.sheet, part.cell) for part in place.inputs),
    )


def _restatement(
    reckoning: Reckoning, place: Computed, printed: Decimal, earlier: Residents
) -> Finding:
    """Return the finding of a figure that was right until the final residents came."""
    figure = place.figure
    final = reckoning.conventions.residents[figure.period]
    return _finding(
        "per_resident_restated",
        Severity.WARNING,
        reckoning.area,
        figure,
        {**_facts(reckoning, place), "earlier": earlier.number, "status": earlier.status or "–"},
        found=rounded(printed, max(place.shown, figure.decimals)),
        expected=place.right,
        related=tuple(Related(row.sheet, row.address.a1) for row in (earlier, final)),
    )


def _is_rounding(place: Computed, printed: Decimal) -> bool:
    reachable = place.reach()
    if place.exact is None or reachable is None:
        return False
    if place.figure.line.measure is Measure.AMOUNT:
        half = half_unit(place.shown)
        return exact(printed) in Span(reachable.low - half, reachable.high + half)
    right = rounded(place.exact, place.shown)
    return is_rounding(rounded(printed, place.shown), right, place.shown, reachable)


def _facts(reckoning: Reckoning, place: Computed) -> dict[str, object]:
    """Return what the sentence of a wrong figure needs beside the figure itself."""
    figure = place.figure
    facts: dict[str, object] = {
        "todo": "locked" if figure.period in reckoning.locked else "open",
        "parts": [part.number for part in place.inputs],
    }
    if place.base is not None:
        facts["base_period"] = place.base
    residents = reckoning.conventions.residents.get(figure.period)
    if figure.line.measure is Measure.PER_RESIDENT and residents is not None:
        facts["residents_number"] = residents.number
    return facts


def _finding(
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
