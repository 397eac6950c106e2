"""Every printed figure ties out: what ties them is gathered, and each wrong one told once."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction

from tpxl.jobs.comparisons import comparison_bonds
from tpxl.jobs.figures import Reckoning
from tpxl.jobs.inspection import Inspection
from tpxl.jobs.same_figure import same_figure_ties
from tpxl.jobs.ties import Bond, Loose, Spot, Tie
from tpxl.jobs.totals import total_bonds
from tpxl.model import Finding, Related, Severity
from tpxl.rules.causes import Case, Cause, named
from tpxl.rules.faults import Fault, faults_in
from tpxl.rules.relations import Place, Relation, Verdict
from tpxl.rules.rounding import exact, rounded

_UNREADABLE = "table_unreadable"
_LOOSE = {
    "table_percent_over_zero": Severity.WARNING,
    "table_percent_over_other_sign": Severity.WARNING,
    _UNREADABLE: Severity.ERROR,
}
"""How much a figure that is tied to nothing asks of a person; the others cannot be checked."""


def tie_findings(inspection: Inspection) -> Iterator[Finding]:
    """Yield the figures that do not agree with those they are tied to, each fault once.

    What follows from a figure that the figures tables' own check reports is not told again.
    """
    found = inspection.survey
    wrong = frozenset(_wrong_places(inspection.reckonings))
    bonds: list[Bond] = [*comparison_bonds(found), *total_bonds(found), *same_figure_ties(found)]
    figures = (
        {
            (figure.sheet, figure.address)
            for area in found.areas
            for table in area.tables
            for figure in table
        }
        if any(isinstance(bond, Loose) for bond in bonds)
        else set()
    )
    for bond in bonds:
        if isinstance(bond, Loose) and not (
            bond.code == _UNREADABLE and bond.spot.place in figures
        ):
            yield _loose(bond)
    yield from _faults([bond for bond in bonds if isinstance(bond, Tie)], wrong)


def _wrong_places(reckonings: Iterable[Reckoning]) -> Iterator[Place]:
    for reckoning in reckonings:
        for place in reckoning.places:
            printed = place.figure.number
            if place.exact is None or printed is None or not place.figure.is_known:
                continue
            if rounded(exact(printed), place.shown) != rounded(place.exact, place.shown):
                yield place.figure.sheet, place.figure.address


def _faults(ties: Iterable[Tie], wrong: frozenset[Place]) -> Iterator[Finding]:
    kept: dict[tuple[Place, ...], Tie] = {}
    spots: dict[Place, Spot] = {}
    for tie in ties:
        if _follows_from(tie.relation, wrong):
            continue
        kept.setdefault(_places(tie.relation), tie)
        for spot in tie.spots:
            spots.setdefault(spot.place, spot)
    for fault in faults_in(tie.relation for tie in kept.values()):
        yield _finding(fault, kept[_places(fault.relation)], spots)


def _places(relation: Relation) -> tuple[Place, ...]:
    """Return the places a relation ties: two tables that hold the same cells tie them once."""
    return tuple(figure.place for figure in relation.figures)


def _follows_from(relation: Relation, wrong: frozenset[Place]) -> bool:
    return (
        any(figure.place in wrong for figure in relation.figures)
        and relation.verdict() is not Verdict.HOLDS
    )


def _loose(loose: Loose) -> Finding:
    spot = loose.spot
    return Finding(
        code=loose.code,
        severity=_LOOSE.get(loose.code, Severity.UNVERIFIABLE),
        area=spot.area,
        sheet=spot.sheet,
        cell=spot.address.a1,
        line=spot.line,
        period=None if spot.period is None else str(spot.period),
        found=None if loose.code == _UNREADABLE else _shown(exact(spot.number), spot),
        facts={"place": spot.title, "mark": _mark(spot), **loose.facts},
    )


def _finding(fault: Fault, tie: Tie, spots: dict[Place, Spot]) -> Finding:
    spot = spots[fault.figure.place]
    is_result = fault.figure.place == fault.relation.result.place
    code = fault.relation.code if is_result else "made_figures"
    cause = None if fault.is_rounding else _cause(fault, tie, spot)
    others = [one for one in tie.spots if one.place != spot.place]
    return Finding(
        code=f"tie_{code}_rounding" if fault.is_rounding else f"tie_{code}",
        severity=Severity.ROUNDING if fault.is_rounding else Severity.ERROR,
        area=spot.area,
        sheet=spot.sheet,
        cell=spot.address.a1,
        line=spot.line,
        period=None if spot.period is None else str(spot.period),
        found=_shown(exact(spot.number), spot),
        expected=_shown(fault.expected / exact(spot.scale), spot),
        cause=cause.code if cause else None,
        related=tuple(Related(one.sheet, one.address.a1) for one in others),
        facts={
            "place": spot.title,
            "mark": _mark(spot),
            "parts": [_shown(exact(one.number), one) for one in others],
            "todo": "open",
            **(cause.facts if cause else {}),
        },
    )


def _cause(fault: Fault, tie: Tie, spot: Spot) -> Cause | None:
    """Return the known mistake that reproduces the figure, tried in its measure's own unit."""
    decimals = spot.decimals - (len(str(int(spot.scale))) - 1)
    printed = Decimal(spot.number) * spot.scale
    if tie.hint is not None and fault.figure.place == tie.relation.result.place:
        return named(tie.hint(printed, fault.expected, decimals))
    return named(Case(printed, Fraction(fault.expected), decimals))


def _shown(number: Fraction, spot: Spot) -> Decimal:
    return rounded(number, spot.decimals)


def _mark(spot: Spot) -> str:
    """Return the per cent mark that the line's name in contracts does not already bring."""
    has_own = (spot.line or "").endswith(".change_percent")
    return "\u00a0%" if spot.is_percent and not has_own else ""
