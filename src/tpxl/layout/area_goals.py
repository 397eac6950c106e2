"""Whose goals a sheet's tables are: an area's goals may stand on its sheet or on another one."""

from collections.abc import Iterable, Sequence

from tpxl.layout.areas import area_name
from tpxl.model import Area, AreaGoals, GoalTable
from tpxl.terms import fold


def joined_by_area(
    sheets: Iterable[tuple[str, Sequence[str], tuple[GoalTable, ...]]],
    areas: Iterable[Area],
    settled: Sequence[str],
) -> tuple[AreaGoals, ...]:
    """Return the goal tables of each area in the book's order.

    `sheets` are names, the names of areas marked on them, and their goal tables; `settled` are
    the areas' names in the settings. A sheet that names several areas has a name of its own.
    """
    by_sheet = {area.sheet: area.name for area in areas}
    found: dict[str, AreaGoals] = {}
    for sheet, marked, tables in sheets:
        if not tables:
            continue
        own = marked if len(marked) == 1 else ()
        name = by_sheet.get(sheet) or area_name(sheet, own, settled)
        known = found.get(fold(name), AreaGoals(name, sheet, ()))
        found[fold(name)] = AreaGoals(known.area, known.sheet, (*known.tables, *tables))
    return tuple(found.values())
