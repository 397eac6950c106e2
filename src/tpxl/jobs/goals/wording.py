"""What is weak in the texts of goals, beyond the schema: warnings that finance can turn off."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from tpxl.jobs.goals.instance import TEXTS, GoalPlace, goal_finding, shortened
from tpxl.model import AreaGoals, Finding, Goal, GoalTable, Related, Severity
from tpxl.rules.goal_quantities import LONGEST, plain
from tpxl.rules.goal_texts import (
    fits,
    is_unfinished,
    lacks_number,
    longest_that_fits,
    misses,
    other_year,
    placeholder,
    targets,
)
from tpxl.terms.goals import Column
from tpxl.terms.settings import LONGEST_TEXT, is_on, typed_beside

WIDTHS = {Column.GOAL: 30, Column.ACTION: 30, Column.INDICATOR: 25, Column.OUTCOME: 40}
"""How many characters wide the report prints a goal table's columns."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What finance has set: which checks are done, and how long a text may be (None: by width)."""

    texts: Mapping[str, str]
    longest: int | None = None

    @classmethod
    def of(cls, texts: Mapping[str, str]) -> "Wishes":
        """Return the wishes among the settings; a length that is no number counts as none."""
        typed = typed_beside(LONGEST_TEXT, texts) or ""
        return cls(texts, int(typed) if typed.isdecimal() else None)


def wording_findings(area: AreaGoals, wishes: Wishes, year: int | None) -> Iterator[Finding]:
    """Yield what is weak in an area's goals; `year` is the one outcomes without a year are of."""
    found = (
        *_of_each_goal(area, wishes, year),
        *_same_outcomes(area),
    )
    yield from (finding for finding in found if is_on(finding.code, wishes.texts))


def _of_each_goal(area: AreaGoals, wishes: Wishes, year: int | None) -> Iterator[Finding]:
    for table in area.tables:
        for goal in table.goals:
            weak = {column: _weakness(goal, column, wishes) for column in TEXTS}
            for column, found in weak.items():
                if found is not None:
                    code, facts = found
                    place = place_of(table, goal, column)
                    yield goal_finding(code, Severity.WARNING, area.area, place, **facts)
            if goal.outcome and weak[Column.OUTCOME] is None:
                place = place_of(table, goal, Column.OUTCOME)
                yield from _of_outcome(area.area, goal, place, table.year or year)


def _weakness(goal: Goal, column: Column, wishes: Wishes) -> tuple[str, dict[str, Any]] | None:
    """Return what is wrong with one text as such, the first of what can be, and its facts."""
    text: str | None = getattr(goal, column)
    if text is None:
        return None
    width = WIDTHS[column]
    is_long = len(text) > wishes.longest if wishes.longest else not fits(text, width, goal.rows)
    if is_long or len(text) > LONGEST:
        limit = wishes.longest or longest_that_fits(width, goal.rows)
        return "goal_too_long", {"length": len(text), "limit": limit}
    mark = placeholder(text)
    if mark is not None:
        return "goal_placeholder", {"text": shortened(mark)}
    return ("goal_unfinished", {"text": _end(text)}) if is_unfinished(text) else None


def _of_outcome(area: str, goal: Goal, place: GoalPlace, year: int | None) -> Iterator[Finding]:
    outcome = goal.outcome or ""
    warn = partial(goal_finding, severity=Severity.WARNING, area=area, place=place)
    found = (*targets(goal.indicator or ""), *targets(goal.target or ""))
    if lacks_number(found, outcome):
        yield warn("goal_target_unanswered", indicator=_indicator(goal))
    for miss in misses(found, outcome):
        yield warn(
            "goal_target_missed",
            found=miss.found,
            expected=miss.target.value,
            indicator=_indicator(goal),
        )
    spoken = None if year is None else other_year(outcome, year)
    if spoken is not None:
        yield warn("goal_other_year", other=str(spoken), year=str(year))


def _same_outcomes(area: AreaGoals) -> Iterator[Finding]:
    """Yield one finding for each outcome that several goals of an area share word by word."""
    places: dict[str, list[GoalPlace]] = defaultdict(list)
    for table in area.tables:
        for goal in table.goals:
            if goal.outcome:
                said = plain(goal.outcome).casefold().rstrip(" .!")
                places[said].append(place_of(table, goal, Column.OUTCOME))
    for said, same in places.items():
        if len(same) > 1 and placeholder(said) is None:
            cells = list(dict.fromkeys(Related(place.sheet, place.cell) for place in same))
            yield goal_finding(
                "goal_same_outcome",
                Severity.WARNING,
                area.area,
                same[0],
                related=cells[1:],
                count=len(same),
                cells=", ".join(cell.cell for cell in cells),
            )


def place_of(table: GoalTable, goal: Goal, column: Column) -> GoalPlace:
    """Return the place of a goal's text, or of the goal where the table has no such column."""
    at = goal.cells.get(column, goal.cells[Column.GOAL])
    return GoalPlace(table.sheet, at.a1, table.section, goal.focus, goal, column, table.year)


def _indicator(goal: Goal) -> str:
    return shortened(" ".join(text for text in (goal.indicator, goal.target) if text))


def _end(text: str) -> str:
    said = " ".join(text.split())
    return said if len(said) <= 40 else "…" + said[-39:]  # noqa: PLR2004
