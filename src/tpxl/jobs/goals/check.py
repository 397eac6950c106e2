"""The goals of a book: held against the schema, read for what is weak, given as data.

The goal rows of a book as data, for other systems.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from tpxl.jobs.goals.instance import GoalPlace, goal_finding, instance_of
from tpxl.jobs.goals.schema import read_schema
from tpxl.jobs.goals.violations import Practice, schema_findings
from tpxl.jobs.goals.wording import Wishes, place_of, wording_findings
from tpxl.layout import Survey
from tpxl.layout.cells.moments import day_of
from tpxl.model import (
    Area,
    AreaGoals,
    Figure,
    Finding,
    Goal,
    GoalTable,
    Period,
    PeriodKind,
    Settings,
    Severity,
    Sheets,
)
from tpxl.terms import fold
from tpxl.terms.goals import Column
from tpxl.terms.settings import DUE, SCHEMA, typed_beside

FIELDS = ("focus", "goal", "action", "indicator", "outcome")


def goal_findings(
    found: Survey, schema: Path | None = None, today: dt.date | None = None
) -> Iterator[Finding]:
    """Yield what is wrong with the goals of a surveyed book; nothing where it has no goals.

    `schema` takes the place of tpxl's own. Outcomes are not due before the day that the settings
    tell; `today` is the day of the check.

    Raises:
        TpxlError: the schema cannot be read or is not sound.
    """
    if (not found.goals and schema is None) or _is_untouched(found):
        return
    sound = read_schema(schema)
    wishes = Wishes.of(found.settings.texts)
    closing = closing_period(found.areas)
    due = due_day(found.settings)
    today = today or dt.datetime.now().astimezone().date()
    instances = [instance_of(area, sound.focus_names) for area in found.goals]
    practice = Practice.of(instances, sound)
    by_name: dict[str, list[Area]] = defaultdict(list)
    for one in found.areas:
        by_name[fold(one.name)].append(one)
    for area, instance in zip(found.goals, instances, strict=True):
        own = by_name.get(fold(area.area)) or found.areas
        is_begun = own is found.areas or any(one.is_begun for one in own)
        if not is_begun and not any(table.goals for table in area.tables):
            continue
        newest = closing_period(own) or closing
        holds = newest is not None and any(_holds_figures(one, newest) for one in own)
        is_due = holds and (due is None or today >= due)
        yield from schema_findings(area.area, instance, sound, practice, is_due=is_due)
        yield from wording_findings(area, wishes, None if newest is None else newest.year)
        yield from _layout_findings(area, practice, is_due=is_due)
    yield from _areas_without_goals(found)


def _is_untouched(found: Survey) -> bool:
    """Tell whether neither a goal nor a figure is typed yet: what is wanted is not yet missed."""
    goals = (goal for area in found.goals for table in area.tables for goal in table.goals)
    tables = (table for area in found.areas for table in area.tables)
    figures = (one for table in tables for one in table if not one.is_nothing)
    is_headed = any(area.tables for area in found.goals)
    return is_headed and next(goals, None) is None and next(figures, None) is None


def due_day(settings: Settings) -> dt.date | None:
    """Return the day by which outcomes must be there; None where none is typed.

    Source: the city's own timetable, typed beside ``Toteumat viimeistään``.
    """
    typed = typed_beside(DUE, settings.texts)
    if typed is None:
        return None
    if typed.isdecimal():
        return day_of(int(typed))
    try:
        return dt.datetime.strptime(typed, "%d.%m.%Y").replace(tzinfo=dt.UTC).date()
    except ValueError:
        return None


def closing_period(areas: Sequence[Area]) -> Period | None:
    """Return the newest actual period among the areas' columns."""
    actual = [
        period for area in areas for period in area.periods if period.kind is PeriodKind.ACTUAL
    ]
    return max(actual, key=lambda period: period.year, default=None)


def _holds_figures(area: Area, period: Period) -> bool:
    """Tell whether a column has figures: one typed, or a computed one that is not zero."""
    return any(
        _is_filled(figure) for table in area.tables for figure in table if figure.period == period
    )


def _is_filled(figure: Figure) -> bool:
    return figure.number is not None and (not figure.has_formula or figure.number != 0)


def named_schema(settings: Settings, book: Sheets) -> Path | None:
    """Return the schema that a book's settings name: a relative file lies beside the book.

    Raises:
        TpxlError: Excel does not tell where an open book lies.
    """
    named = typed_beside(SCHEMA, settings.texts)
    if named is None:
        return None
    path = Path(named)
    folder = None if path.is_absolute() else book.folder
    return path if folder is None else folder / path


def _layout_findings(area: AreaGoals, practice: Practice, *, is_due: bool) -> Iterator[Finding]:
    """Yield where reading the tables was a decision, and tables whose section nothing tells.

    In a book where no table's section is told, that is the city's way and no warning. The schema
    does not see such tables: their empty outcomes are told here, for the law asks for them.
    """
    for table in area.tables:
        for doubt in table.doubts:
            place = GoalPlace(table.sheet, doubt.cell.a1, table.section)
            code = "goal_row_separate" if doubt.is_own_goal else "goal_row_joined"
            yield goal_finding(code, Severity.INFO, area.area, place)
        for at, error in table.errors.items():
            place = GoalPlace(table.sheet, at.a1, table.section)
            yield goal_finding("goal_error_value", Severity.ERROR, area.area, place, text=error)
        if table.section is None:
            place = GoalPlace(table.sheet, table.headings[Column.GOAL].a1)
            severity = Severity.WARNING if practice.sections else Severity.INFO
            yield goal_finding("goal_section_unnamed", severity, area.area, place)
            yield from _empty_outcomes(area.area, table, is_due=is_due)


def _empty_outcomes(area: str, table: GoalTable, *, is_due: bool) -> Iterator[Finding]:
    code = "goal_outcome_missing" if is_due else "goal_outcome_awaited"
    severity = Severity.ERROR if is_due else Severity.INFO
    for goal in table.goals:
        if goal.outcome is None and Column.OUTCOME in goal.cells:
            yield goal_finding(code, severity, area, place_of(table, goal, Column.OUTCOME))


def _areas_without_goals(found: Survey) -> Iterator[Finding]:
    """Yield the area sheets without a goal table in a book where others have them."""
    with_goals = {fold(area.area) for area in found.goals}
    for area in found.areas:
        if found.goals and fold(area.name) not in with_goals:
            yield Finding("goals_absent", Severity.INFO, area=area.name, sheet=area.sheet)


def goal_rows(found: Survey) -> Iterator[dict[str, Any]]:
    """Yield each goal: area, section, its texts on one line (None where empty), its cells.

    `cells` holds the A1 name of each text's cell by the text's name, as far as the table has it;
    `section` is None where nothing on the sheet tells it.
    """
    for area in found.goals:
        for table in area.tables:
            for goal in table.goals:
                yield {
                    "area": area.area,
                    "section": table.section,
                    **{name: _on_one_line(goal, name) for name in FIELDS},
                    "cells": {name: goal.cells[name].a1 for name in FIELDS if name in goal.cells},
                }


def _on_one_line(goal: Goal, name: str) -> str | None:
    text: str | None = getattr(goal, name)
    return None if text is None else " ".join(text.split())
