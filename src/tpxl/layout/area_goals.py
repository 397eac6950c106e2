"""Whose goals a sheet's tables are: an area's goals may stand on its sheet or on another one."""

from collections.abc import Iterable, Mapping, Sequence

from tpxl.layout.areas import area_name
from tpxl.layout.goal_headings import GOAL_SECTIONS
from tpxl.layout.sections import locate_sections
from tpxl.model import Address, Area, AreaGoals, GoalTable, Grid, Text
from tpxl.terms import fold

Headings = Mapping[int, Address]


def goal_section_headings(grid: Grid, words: Iterable[Text]) -> dict[int, Address]:
    """Return the cell of the first heading of each goal section that stands on a sheet."""
    found: dict[int, Address] = {}
    for place in locate_sections(grid, words):
        if place.number in GOAL_SECTIONS:
            found.setdefault(place.number, place.at)
    return found


def joined_by_area(
    sheets: Iterable[tuple[str, Sequence[str], tuple[GoalTable, ...], Headings]],
    areas: Iterable[Area],
    settled: Sequence[str],
) -> tuple[AreaGoals, ...]:
    """Return the goal tables of each area in the book's order.

    `sheets` are names, the names of areas marked on them, their goal tables and the headings of
    goal sections; `settled` are the areas' names in the settings. A sheet that names several areas
    has a name of its own.
    """
    by_sheet = {area.sheet: area.name for area in areas}
    found: dict[str, AreaGoals] = {}
    for sheet, marked, tables, headings in sheets:
        if not tables:
            continue
        own = marked if len(marked) == 1 else ()
        name = by_sheet.get(sheet) or area_name(sheet, own, settled)
        known = found.get(fold(name), AreaGoals(name, sheet, ()))
        placed = {section: (sheet, at) for section, at in headings.items()}
        found[fold(name)] = AreaGoals(
            known.area, known.sheet, (*known.tables, *tables), {**placed, **known.headings}
        )
    return tuple(found.values())
