"""A wrong figure, or one tied to nothing, as a finding: its place, its figures, its cause."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from tpxl.jobs.check.blanks import BlankParts
from tpxl.jobs.check.table_relations import UNREADABLE, Unverifiable
from tpxl.model import Figure, Finding, Related, Residents, Severity
from tpxl.model.line import RESIDENTS
from tpxl.rules.causes import Cause, case_at, case_of, named
from tpxl.rules.diagnosis import Fault
from tpxl.rules.relations import Obstacle, Relation, Verdict
from tpxl.rules.rounding import Exact, measured, rational, rounded
from tpxl.rules.shared_mistakes import SharedMistake
from tpxl.terms import fold

_SEVERITIES = {
    Verdict.FAILS: Severity.ERROR,
    Verdict.ROUNDING: Severity.ROUNDING,
    Verdict.MOOT: Severity.WARNING,
}

_MOST_CELLS = 6
"""Of more cells that are not written, a sentence names the first ones."""


def finding_at(
    figure: Figure,
    code: str,
    severity: Severity,
    area: str | None,
    facts: Mapping[str, object] = MappingProxyType({}),
    *,
    found: Decimal | None = None,
    expected: Decimal | None = None,
    cause: str | None = None,
    related: Sequence[Related] = (),
) -> Finding:
    """Return a finding at a figure; `area` is whose table it stands in."""
    return Finding(
        code=code,
        severity=severity,
        area=_owner(figure, area),
        sheet=figure.sheet,
        cell=figure.cell,
        line=str(figure.line) or None,
        period=None if figure.period is None else str(figure.period),
        found=found,
        expected=expected,
        cause=cause,
        related=tuple(related),
        facts=facts,
    )


def unverifiable_finding(one: Unverifiable) -> Finding:
    """Return the finding of a figure that is tied to nothing."""
    figure = one.figure
    is_unreadable = one.code == UNREADABLE
    return finding_at(
        figure,
        one.code,
        Severity.ERROR if is_unreadable else Severity.UNVERIFIABLE,
        one.area,
        {**_named(figure, one.area), **one.facts},
        found=None if is_unreadable else _shown(measured(figure), figure),
    )


def obstacle_finding(relation: Relation) -> Finding | None:
    """Return why nothing tells what a printed figure should be; None where it is told elsewhere."""
    figure, obstacle = relation.result, relation.obstacle
    if obstacle is None or obstacle is Obstacle.UNKNOWN or figure.number is None:
        return None
    is_shared = obstacle in {Obstacle.NO_POOL, Obstacle.NO_FLOW}
    if is_shared and not figure.number:
        return None
    return finding_at(
        figure,
        obstacle.value,
        Severity.ERROR if obstacle is Obstacle.NO_FLOW else Severity.UNVERIFIABLE,
        relation.area,
        _own_facts(relation),
        found=figure.number if is_shared else _found(relation),
        related=_related(relation.terms[1:]),
    )


def fault_finding(fault: Fault, withheld: Sequence[Related] = ()) -> Finding:
    """Return the finding of a wrong figure; `withheld` are cells not written for its sake."""
    figure, relation = fault.figure, fault.relation
    cause = _cause(fault)
    others = _others(fault)
    return finding_at(
        figure,
        _code(fault),
        _SEVERITIES[fault.verdict],
        relation.area,
        {
            **_named(figure, relation.area),
            **_own_facts(relation),
            "parts": _parts(fault, others),
            "rivals": [Related(sheet, address.a1) for sheet, address in fault.rivals],
            **_between(fault),
            **_todo(fault),
            "withheld": [
                *withheld[:_MOST_CELLS],
                *("…" for _ in withheld[_MOST_CELLS : _MOST_CELLS + 1]),
            ],
            **(cause.facts if cause else {}),
        },
        found=_found(relation) if fault.is_result else _shown(measured(figure), figure),
        expected=_expected(fault),
        cause=cause.code if cause else None,
        related=_related(others),
    )


def shared_finding(mistake: SharedMistake) -> Finding:
    """Return the one finding of a row or a column that one known mistake makes."""
    first, *others = mistake.made
    figure, due = first.result, first.due()
    return finding_at(
        figure,
        "shared_mistake",
        Severity.ERROR,
        first.area,
        {
            **_named(figure, first.area),
            "count": len(mistake.made),
            "of": mistake.of,
            "todo": _todo_of_line(mistake),
            **mistake.cause.facts,
        },
        found=_found(first),
        expected=None if due is None else first.printed(due, first.written),
        cause=mistake.cause.code,
        related=_related([one.result for one in others]),
    )


def blanks_finding(one: BlankParts) -> Finding:
    """Return that parts of a total are blank, at the first of them: an error if it lacks them."""
    relation, (first, *others) = one.total, one.blanks
    total, due = relation.result, relation.due()
    return finding_at(
        total._replace(sheet=first[0], address=first[1]),
        "blank_parts_lacking" if one.is_total_wrong else "blank_parts",
        Severity.ERROR if one.is_total_wrong else Severity.WARNING,
        relation.area,
        {
            **_named(total, relation.area),
            "count": len(one.blanks),
            "total": total.cell,
            "sum": _found(relation),
            "due": None if due is None else relation.printed(due),
        },
        related=[Related(sheet, at.a1) for sheet, at in others] + _related([total]),
    )


def _todo_of_line(mistake: SharedMistake) -> str:
    """Return what to do about a whole row or column: its formula, or its cells' format."""
    if all(one.is_locked for one in mistake.made):
        return "locked"
    return "format" if mistake.cause.code == "fraction_for_percent" else "shared"


def restated_finding(relation: Relation, earlier: Residents) -> Finding:
    """Return the finding of a figure that was right until the final residents came."""
    final = relation.terms[-1]
    return finding_at(
        relation.result,
        "per_resident_restated",
        Severity.WARNING,
        relation.area,
        {
            **_own_facts(relation),
            "todo": "locked" if relation.is_locked else "open",
            "earlier": earlier.number,
            "status": earlier.status or "–",
        },
        found=_found(relation),
        expected=relation.right(),
        related=[Related(earlier.sheet, earlier.address.a1), Related(final.sheet, final.cell)],
    )


def _code(fault: Fault) -> str:
    relation = fault.relation
    is_computed = _is_computed(relation)
    if fault.verdict is Verdict.MOOT:
        base = "zero" if not any(term.number for term in relation.terms[1:]) else "other_sign"
        return f"{'change' if is_computed else 'table_percent'}_over_{base}"
    if not fault.is_result:
        if fault.between is not None:
            return "tie_made_figures_between"
        return "tie_made_figures_or" if fault.rivals else "tie_made_figures"
    code = relation.code if is_computed else f"tie_{relation.code}"
    return f"{code}_rounding" if fault.verdict is Verdict.ROUNDING else code


_OF_LINES = frozenset({"margin", "per_resident"})
"""What is computed of an area's or the city's lines, and of nothing else."""


def _is_computed(relation: Relation) -> bool:
    """Tell whether a figure is one of computed places, be it in a table that is never written."""
    return relation.written is not None or relation.code in _OF_LINES


def _others(fault: Fault) -> list[Figure]:
    """Return the figures a finding cites: of a computed place its inputs, residents left out."""
    figures = [one for one in fault.relation.figures if one.place != fault.figure.place]
    if not (_is_computed(fault.relation) and fault.is_result):
        return figures
    inputs = [one for one in figures if one.line != RESIDENTS]
    return inputs[1:] if fault.verdict is Verdict.MOOT else inputs


def _parts(fault: Fault, others: Sequence[Figure]) -> list[Decimal]:
    """Return the numbers of the figures cited: those that make what is expected."""
    numbers = {
        term.place: number
        for term, number in zip(fault.relation.terms, fault.numbers, strict=False)
    }
    return [_shown(numbers.get(one.place, measured(one)), one) for one in others]


def _expected(fault: Fault) -> Decimal | None:
    if fault.expected is None or fault.between is not None:
        return None
    if fault.is_result:
        return fault.relation.printed(fault.expected, fault.relation.written)
    return _shown(fault.expected, fault.figure)


def _between(fault: Fault) -> dict[str, Decimal]:
    if fault.between is None:
        return {}
    return {
        "low": _shown(fault.between.low, fault.figure),
        "high": _shown(fault.between.high, fault.figure),
    }


def _todo(fault: Fault) -> dict[str, str]:
    if fault.verdict is Verdict.MOOT:
        return {}
    return {"todo": "locked" if fault.is_result and fault.relation.is_locked else "open"}


def _cause(fault: Fault) -> Cause | None:
    """Return the known mistake that reproduces the figure, tried in its measure's own unit."""
    if fault.verdict is not Verdict.FAILS or fault.between is not None or fault.expected is None:
        return None
    if fault.is_result:
        return named(case_of(fault.relation, fault.expected, fault.numbers))
    return named(case_at(fault.figure, fault.expected, fault.figure.decimals))


def _own_facts(relation: Relation) -> dict[str, Any]:
    """Return what the sentence of a computed place needs beside the figures themselves."""
    residents = [term.number for term in relation.terms if term.line == RESIDENTS]
    return {
        "base_period": relation.base,
        "residents_number": residents[0] if residents else None,
        "pool": relation.pool,
    }


def _named(figure: Figure, area: str | None) -> dict[str, Any]:
    """Return the parts of a figure's place in a sentence, and the per cent mark it is read with."""
    column = None if figure.period is not None else figure.column
    period = None if figure.period is None else str(figure.period)
    owner = _owner(figure, area) or figure.sheet
    is_told = figure.line == RESIDENTS or fold(figure.line.code) == fold(owner)
    parts = (owner, period, None if is_told else figure.line, column)
    return {
        "place": [part for part in parts if part],
        "mark": "\u00a0%" if figure.is_percent else "",
    }


def _owner(figure: Figure, area: str | None) -> str | None:
    return (area if figure.area is None else figure.area) or None


def _related(figures: Sequence[Figure]) -> list[Related]:
    return [Related(one.sheet, one.cell) for one in figures]


def _found(relation: Relation) -> Decimal:
    figure = relation.result
    return rounded(figure.number or 0, max(relation.shown, figure.decimals))


def _shown(number: Exact, figure: Figure) -> Decimal:
    """Return a number of a figure's measure as its place prints it."""
    return rounded(Fraction(number) / rational(figure.scale), figure.decimals)
