"""A computed place that shows another figure than it should: how far off, and why."""

from decimal import Decimal

from tpxl.jobs.figures import Reckoning, finding_of
from tpxl.jobs.residents import replaced_residents
from tpxl.jobs.suspects import suspect
from tpxl.model import Finding, Measure, Related, Residents, Severity
from tpxl.rules.computed import Computed
from tpxl.rules.rounding import exact, rounded
from tpxl.rules.tolerance import Span, is_rounding
from tpxl.rules.units import half_unit


def wrong_figure(reckoning: Reckoning, place: Computed, printed: Decimal) -> Finding:
    """Return the finding of a printed figure that is not the right one."""
    earlier = replaced_residents(reckoning.conventions, place, printed)
    if earlier is not None:
        return _restatement(reckoning, place, printed, earlier)
    figure = place.figure
    code, severity, cause = figure.line.measure.value or "margin", Severity.ERROR, None
    if _is_rounding(place, printed):
        code, severity = f"{code}_rounding", Severity.ROUNDING
    else:
        cause = suspect(reckoning.area, reckoning.conventions, place, printed)
    return finding_of(
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
    return finding_of(
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
    reachable = place.reach
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
