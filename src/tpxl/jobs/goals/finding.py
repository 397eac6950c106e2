"""A finding about a goal: its place in the words of every sentence about goals."""

from collections.abc import Iterable
from decimal import Decimal

from tpxl.jobs.goals.instance import Place
from tpxl.model import Finding, Related, Severity
from tpxl.terms.goals import Column

_SHOWN = 60


def goal_finding(
    code: str,
    severity: Severity,
    area: str,
    place: Place,
    *,
    found: Decimal | None = None,
    expected: Decimal | None = None,
    related: Iterable[Related] = (),
    **facts: object,
) -> Finding:
    """Return a finding at a place, with the facts that say which section, focus area and goal.

    `focus` is ready to follow the section: a comma and the name, or nothing.
    """
    goal = place.goal
    outcome_year = place.year if place.column is Column.OUTCOME else None
    told: dict[str, object] = {
        "section": "–" if place.section is None else place.section,
        "focus": f", {shortened(place.focus)}" if place.focus else "",
        "goal": "" if goal is None else shortened(goal.goal or goal.number or ""),
        **facts,
    }
    return Finding(
        code=code,
        severity=severity,
        area=area,
        sheet=place.sheet,
        cell=place.cell,
        period=None if outcome_year is None else f"TP {outcome_year}",
        found=found,
        expected=expected,
        related=tuple(related),
        facts=told,
    )


def shortened(text: str) -> str:
    """Return the start of a text on one line, long enough to know it by."""
    said = " ".join(text[: 4 * _SHOWN].split())
    return said if len(said) <= _SHOWN else said[: _SHOWN - 1].rstrip() + "…"
