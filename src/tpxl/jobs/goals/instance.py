"""An area's goals as the schema sees them, and the cell of every part.

A finding about a goal: its place in the words of every sentence about goals.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from difflib import SequenceMatcher
from typing import Any

from tpxl.model import AreaGoals, Finding, Goal, GoalTable, Related, Severity
from tpxl.terms import key
from tpxl.terms.goals import Column

TEXTS = (Column.GOAL, Column.ACTION, Column.INDICATOR, Column.OUTCOME)
"""The texts of a goal that the schema sees."""

_NEAR = 0.85
Path = tuple[str | int, ...]

_SHOWN = 60


@dataclass(frozen=True, slots=True)
class GoalPlace:
    """Where a part of the instance stands: a cell, with the goal and the text it belongs to.

    `header` is the cell of its table's header; `has_column` is False where the table has no such
    column: then the cell is the header's.
    """

    sheet: str
    cell: str
    section: int | None = None
    focus: str | None = None
    goal: Goal | None = None
    column: Column | None = None
    year: int | None = None
    header: str = ""
    has_column: bool = True


@dataclass(frozen=True, slots=True)
class Instance:
    """An area's goals as data, the place of each of its parts, and misspelt focus areas.

    `has_unnamed` tells that a table's section is not known: then no section can be called missing.
    `headings` are the places of the sections' headings by the section's name, `columns` those that
    any of the tables has.
    """

    data: Mapping[str, Any]
    places: Mapping[Path, GoalPlace]
    misspelt: tuple[tuple[GoalPlace, str], ...]
    has_unnamed: bool = False
    headings: Mapping[str, GoalPlace] = field(default_factory=dict)
    columns: frozenset[str] = frozenset()

    def place(self, path: Sequence[str | int]) -> GoalPlace:
        """Return the place of a part, or of the nearest part around it."""
        found = tuple(path)
        while found not in self.places:
            found = found[:-1]
        around = self.places[found]
        text = path[len(found)] if len(path) > len(found) else None
        if around.goal is None or text not in TEXTS:
            return around
        return _text_place(around, around.goal, Column(text))


def _text_place(around: GoalPlace, goal: Goal, column: Column) -> GoalPlace:
    """Return the place of a goal's text; its table's header where there is no such column."""
    at = goal.cells.get(column)
    cell = around.header if at is None else at.a1
    return replace(around, cell=cell, column=column, has_column=at is not None)


def instance_of(area: AreaGoals, focus_names: Sequence[str]) -> Instance:
    """Return an area's goals in the form of the schema.

    `focus_names` are those the schema knows: a focus area written with other letters, capitals or
    spaces is taken for the one meant.
    """
    known = _Names.of(area, focus_names)
    places: dict[Path, GoalPlace] = {}
    sections: dict[str, dict[str, Any]] = {}
    for table in area.tables:
        header = _place(table, next(iter(table.headings.values())).a1)
        places.setdefault((), header)
        places.setdefault(("sections",), header)
        if table.section is not None:
            _add(table, sections, places, known)
    data = {"area": area.area, "sections": sections}
    has_unnamed = any(table.section is None for table in area.tables)
    headings = {
        str(section): GoalPlace(sheet, at.a1, section)
        for section, (sheet, at) in area.headings.items()
    }
    columns = frozenset(name for table in area.tables for name in table.headings)
    return Instance(data, places, tuple(known.misspelt(area)), has_unnamed, headings, columns)


def _add(
    table: GoalTable,
    sections: dict[str, dict[str, Any]],
    places: dict[Path, GoalPlace],
    known: "_Names",
) -> None:
    name = str(table.section)
    section = sections.setdefault(name, {"goals": [], "focus_areas": {}})
    at: Path = ("sections", name)
    header = _place(table, table.headings[Column.GOAL].a1)
    for path in (at, (*at, "goals"), (*at, "focus_areas")):
        places.setdefault(path, header)
    for focus, address in table.focus_areas.items():
        meant = known.meant(focus)
        section["focus_areas"].setdefault(meant, [])
        places.setdefault((*at, "focus_areas", meant), _place(table, address.a1, focus=focus))
    for goal in table.goals:
        meant = known.meant(goal.focus or "")
        of_focus = section["focus_areas"].setdefault(meant, [])
        texts = {str(column): getattr(goal, column) for column in TEXTS}
        for path, goals in (
            ((*at, "goals"), section["goals"]),
            ((*at, "focus_areas", meant), of_focus),
        ):
            goals.append(texts)
            _add_places(table, goal, (*path, len(goals) - 1), places)


def _add_places(table: GoalTable, goal: Goal, path: Path, places: dict[Path, GoalPlace]) -> None:
    own = _place(table, goal.cells[Column.GOAL].a1, focus=goal.focus, goal=goal)
    places.setdefault(path[:-1], own)
    places[path] = own


def _place(
    table: GoalTable, cell: str, *, focus: str | None = None, goal: Goal | None = None
) -> GoalPlace:
    header = table.headings[Column.GOAL].a1
    return GoalPlace(table.sheet, cell, table.section, focus, goal, None, table.year, header)


@dataclass(frozen=True, slots=True)
class _Names:
    """The schema's focus areas, and which of them each name on the sheets means."""

    by_key: Mapping[str, str]

    @classmethod
    def of(cls, area: AreaGoals, focus_names: Iterable[str]) -> "_Names":
        schema = {key(name): name for name in focus_names}
        written = {key(name) for table in area.tables for name in table.focus_areas}
        free = [one for one in schema if one not in written]
        near = {}
        for one in sorted(written - schema.keys()):
            best = max(free, key=lambda name, one=one: _likeness(one, name), default=None)  # type: ignore[misc]
            if best is not None and _likeness(one, best) >= _NEAR:
                near[one] = schema[best]
                free.remove(best)
        return cls({**schema, **near})

    def meant(self, name: str) -> str:
        """Return the schema's name, or the name itself where the schema has none like it."""
        return self.by_key.get(key(name), name)

    def misspelt(self, area: AreaGoals) -> Iterable[tuple[GoalPlace, str]]:
        """Yield the places of names that differ from the one meant, with that one."""
        for table in area.tables:
            for name, address in table.focus_areas.items():
                meant = self.meant(name)
                if key(meant) != key(name):
                    yield _place(table, address.a1, focus=name), meant


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def goal_finding(
    code: str,
    severity: Severity,
    area: str,
    place: GoalPlace,
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
