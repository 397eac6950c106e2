"""How far each area's report is: how much of it is filled in, checked, explained."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from tpxl.layout import Survey
from tpxl.model import Area, AreaGoals, Finding, Severity
from tpxl.terms import fold

ASKS_FOR_WORDS = frozenset({Severity.ERROR, Severity.ROUNDING, Severity.WARNING, Severity.COMMENT})
"""Findings that are done once the figure is right or a person has explained it."""


class Part(NamedTuple):
    """How many of how many are done."""

    done: int
    of: int

    @property
    def percent(self) -> int | None:
        """Return whole per cent, rounded down: 100 is all of them. None where there are none.

        >>> Part(199, 200).percent, Part(0, 0).percent
        (99, None)
        """
        return int(Fraction(self.done * 100, self.of)) if self.of else None


class Completeness(NamedTuple):
    """How far an area is.

    `filled` counts the places of its figures and the outcomes of its goals, a dash being filled
    in; `checked` the printed figures that could be computed anew; `explained` the findings that
    ask for a correction or a written explanation.
    """

    area: str
    filled: Part
    checked: Part
    explained: Part


def completeness_of(found: Survey, findings: Iterable[Finding]) -> Iterator[Completeness]:
    """Yield how far each area is, in the book's order; `findings` are those of the book."""
    told: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        told[fold(finding.area or "")].append(finding)
    areas: dict[str, list[Area]] = defaultdict(list)
    for area in found.areas:
        areas[fold(area.name)].append(area)
    goals = {fold(one.area): one for one in found.goals}
    for name in dict.fromkeys((*areas, *goals)):
        own, of_area = areas.get(name, []), goals.get(name)
        title = own[0].name if own else goals[name].area
        yield Completeness(
            title,
            _filled(own, of_area),
            _checked(own, told[name]),
            _explained(told[name]),
        )


def _filled(areas: Iterable[Area], goals: AreaGoals | None) -> Part:
    places = [
        not figure.is_known or (figure.value is not None and figure.value != "")
        for area in areas
        for table in area.tables
        for figure in table
    ]
    outcomes = [
        goal.outcome is not None
        for table in (goals.tables if goals else ())
        for goal in table.goals
        if goal.action is not None or goal.goal is not None
    ]
    return Part(sum(places) + sum(outcomes), len(places) + len(outcomes))


def _checked(areas: Iterable[Area], findings: Sequence[Finding]) -> Part:
    unknown = {(one.sheet, one.cell) for one in findings if one.severity is Severity.UNVERIFIABLE}
    printed = [
        figure.is_known and not (unknown and (figure.sheet, figure.cell) in unknown)
        for area in areas
        for table in area.tables
        for figure in table
        if figure.number is not None or not figure.is_known
    ]
    return Part(sum(printed), len(printed))


def _explained(findings: Iterable[Finding]) -> Part:
    asking = [one for one in findings if one.severity in ASKS_FOR_WORDS]
    return Part(sum(not one.is_open for one in asking), len(asking))
