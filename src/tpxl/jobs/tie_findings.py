"""A wrong figure, or one tied to nothing, as a finding: its place, figures and cause."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from tpxl.jobs.ties import UNREADABLE, Loose, Spot, Tie
from tpxl.model import Finding, Related, Severity
from tpxl.rules.causes import Case, Cause, named
from tpxl.rules.culprits import Fault
from tpxl.rules.relations import Place, Verdict
from tpxl.rules.rounding import exact, rounded

_SEVERITIES = {
    Verdict.FAILS: Severity.ERROR,
    Verdict.ROUNDING: Severity.ROUNDING,
    Verdict.MEANINGLESS: Severity.WARNING,
}


def loose_finding(loose: Loose) -> Finding:
    """Return the finding of a figure that is tied to nothing."""
    spot = loose.spot
    is_unreadable = loose.code == UNREADABLE
    return Finding(
        code=loose.code,
        severity=Severity.ERROR if is_unreadable else Severity.UNVERIFIABLE,
        area=spot.area,
        sheet=spot.sheet,
        cell=spot.address.a1,
        line=spot.line,
        period=None if spot.period is None else str(spot.period),
        found=None if is_unreadable else _shown(exact(spot.number), spot),
        facts={"place": spot.title, "mark": _mark(spot), **loose.facts},
    )


def fault_finding(fault: Fault, tie: Tie, spots: Mapping[Place, Spot]) -> Finding:
    """Return the finding of a wrong figure; `tie` is the relation that says so."""
    spot = spots[fault.figure.place]
    cause = _cause(fault, tie, spot) if fault.verdict is Verdict.FAILS else None
    others = [one for one in tie.spots if one.place != spot.place]
    is_exact = fault.expected is not None and fault.between is None
    return Finding(
        code=_code(fault),
        severity=_SEVERITIES[fault.verdict],
        area=spot.area,
        sheet=spot.sheet,
        cell=spot.address.a1,
        line=spot.line,
        period=None if spot.period is None else str(spot.period),
        found=_shown(exact(spot.number), spot),
        expected=_unscaled(fault.expected or Fraction(0), spot) if is_exact else None,
        cause=cause.code if cause else None,
        related=tuple(Related(one.sheet, one.address.a1) for one in others),
        facts={
            "place": spot.title,
            "mark": _mark(spot),
            "parts": [_shown(exact(one.number), one) for one in others],
            "rivals": [Related(sheet, address.a1) for sheet, address in fault.rivals],
            **_between(fault, spot),
            **({"todo": "open"} if fault.verdict is not Verdict.MEANINGLESS else {}),
            **(cause.facts if cause else {}),
        },
    )


def _code(fault: Fault) -> str:
    relation = fault.relation
    match fault.verdict:
        case Verdict.MEANINGLESS:
            is_zero = relation.terms[-1].number == 0
            return f"table_percent_over_{'zero' if is_zero else 'other_sign'}"
        case Verdict.ROUNDING:
            return f"tie_{relation.code}_rounding"
        case _ if fault.figure.place == relation.result.place:
            return f"tie_{relation.code}"
        case _:
            return _input_code(fault)


def _input_code(fault: Fault) -> str:
    if fault.between is not None:
        return "tie_made_figures_between"
    return "tie_made_figures_or" if fault.rivals else "tie_made_figures"


def _between(fault: Fault, spot: Spot) -> dict[str, Decimal]:
    if fault.between is None:
        return {}
    return {
        "low": _unscaled(fault.between.low, spot),
        "high": _unscaled(fault.between.high, spot),
    }


def _cause(fault: Fault, tie: Tie, spot: Spot) -> Cause | None:
    """Return the known mistake that reproduces the figure, tried in its measure's own unit."""
    if fault.between is not None:
        return None
    decimals = spot.decimals - (len(str(int(spot.scale))) - 1)
    printed = Decimal(spot.number) * spot.scale
    right = fault.expected or Fraction(0)
    if tie.hint is not None and fault.figure.place == tie.relation.result.place:
        return named(tie.hint(printed, right, decimals))
    return named(Case(printed, right, decimals))


def _unscaled(number: Fraction, spot: Spot) -> Decimal:
    return _shown(number / exact(spot.scale), spot)


def _shown(number: Fraction, spot: Spot) -> Decimal:
    return rounded(number, spot.decimals)


def _mark(spot: Spot) -> str:
    """Return the per cent mark that the line's name in contracts does not already bring."""
    has_own = (spot.line or "").endswith(".change_percent")
    return "\u00a0%" if spot.is_percent and not has_own else ""
