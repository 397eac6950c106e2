"""The figures tables compared with what they should hold: each fault once, where it stands."""

from collections.abc import Iterable, Iterator

from tpxl.jobs.figures import Reckoning, finding_of
from tpxl.model import Area, Figure, FiguresTable, Finding, Period, Related, Severity, quoted
from tpxl.rules.computed import Computed, Obstacle
from tpxl.rules.rounding import rounded

_UNVERIFIABLE = {
    Obstacle.NO_BASE: "base_missing",
    Obstacle.NO_RESIDENTS: "residents_missing",
    Obstacle.NO_PARTS: "part_missing",
}


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
        yield from _without_residents(reckoning)


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
    facts = {"text": quoted(figure.value)}
    if figure.is_unreadable:
        code = "error_value" if figure.is_error else "unreadable"
        yield finding_of(code, Severity.ERROR, area, figure, facts)
    elif figure.is_text and figure.is_known:
        yield finding_of("number_as_text", Severity.INFO, area, figure, facts)


def _without_residents(reckoning: Reckoning) -> Iterator[Finding]:
    """Yield why open places stay empty for which nobody has typed the residents, once an area."""
    empty = [
        place.figure
        for place in reckoning.places
        if place.obstacle is Obstacle.NO_RESIDENTS
        and place.figure.is_nothing
        and not place.figure.has_formula
        and place.figure.period not in reckoning.locked
    ]
    if empty:
        facts = {"periods": list(dict.fromkeys(figure.period for figure in empty))}
        yield finding_of("residents_to_type", Severity.INFO, reckoning.area, empty[0], facts)


def _comparison(reckoning: Reckoning, place: Computed) -> Finding | None:
    figure, area = place.figure, reckoning.area
    if not figure.is_known or figure.is_unreadable or place.obstacle is Obstacle.UNKNOWN:
        return None
    if figure.number is None:
        if place.right is None:
            return None
        return finding_of("empty_computed", Severity.INFO, area, figure, expected=place.right)
    if place.obstacle is not None:
        return _obstructed(area, place)
    if place.exact is None or place.is_shown_by(figure.number):
        return None
    from tpxl.jobs.wrong_figures import wrong_figure

    return wrong_figure(reckoning, place, figure.number)


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
    return finding_of(code, severity, area, place.figure, facts, related=related, found=found)
