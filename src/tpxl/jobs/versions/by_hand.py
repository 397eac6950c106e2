"""What people have typed since tpxl last changed a book: it is told in the book's own log.

The version to compare with is the one that was kept beside the book before that change. It differs
from the book by what tpxl then wrote as well; that stands in the log already and is passed over.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from tpxl.jobs.check.context import CheckContext
from tpxl.jobs.versions.difference import FactChange, renamed_goals, typed_changes
from tpxl.jobs.versions.facts import GOAL_PARTS, facts_of, goal_names, pool_facts
from tpxl.layout import survey
from tpxl.messages import catalogue
from tpxl.messages.changes import fact_name, number_in
from tpxl.model import Area, Edit, NewValue, Sheets
from tpxl.model.facts import FactKey, FactKind
from tpxl.terms import fold
from tpxl.terms import journal as column

if TYPE_CHECKING:
    from tpxl.model.figure import CellPlace

Places = Mapping[FactKey, "CellPlace"]


def typed_by_hand(now: CheckContext, before: Sheets) -> tuple[Edit, ...]:
    """Return what is typed otherwise than in an earlier version and is not in the book's log.

    Raises:
        TpxlError: the earlier version cannot be read, or none of the family is found in it.
    """
    log = now.survey.changes_journal
    if log is None:
        return ()
    earlier = CheckContext.of(before, survey(before))
    old = {fold(one.area): one for one in facts_of(earlier, ())}
    edits: dict[tuple[object, ...], Edit] = {}
    areas = {fold(area.name): area for area in now.survey.areas}
    told = {
        (row.text(column.SHEET), row.text(column.CELL)): row.text(column.NEW) for row in log.rows
    }
    for facts in facts_of(now, ()):
        name = fold(facts.area)
        if name not in old:
            continue
        places = dict(_places(now, areas[name]))
        scales = {one.place: one.scale for table in areas[name].tables for one in table}
        pairs = renamed_goals(old[name].typed, facts.typed)
        moved = {key._replace(name=pairs.get(key.name, key.name)): at for key, at in places.items()}
        for change in typed_changes(old[name], facts):
            edit = _edit(change, areas[name], moved.get(change.key), log.lang, scales)
            if not edit.cell or told.get((edit.sheet, edit.cell)) != _flat(edit.new):
                whole = change.key.kind in {FactKind.RESIDENTS, FactKind.ALLOCATION}
                edits.setdefault((change.key,) if whole else (name, change.key), edit)
    return tuple(edits.values())


def _edit(
    change: FactChange,
    area: Area,
    place: "CellPlace | None",
    lang: str,
    scales: Mapping["CellPlace", Decimal],
) -> Edit:
    """Return a change as an edit, in the units of its cell: facts are in euros."""
    sheet, cell = (area.sheet, "") if place is None else (place[0], place[1].a1)
    is_figure = change.key.kind is FactKind.FIGURE
    line = change.key.name if is_figure else fact_name(change.key, catalogue(lang))
    period = change.key.part if is_figure else None
    scale = scales.get(place, Decimal(1)) if is_figure and place is not None else Decimal(1)
    new, old = (_value(text, scale) for text in (change.new, change.old))
    return Edit(sheet, cell, new, old, area.name, period, line)


def _value(text: str | None, scale: Decimal) -> NewValue:
    number = number_in(text)
    if number is None:
        return text
    number /= scale
    return int(number) if number == number.to_integral_value() else float(number)


def _flat(value: NewValue) -> str:
    """Return a value as the log's cell says it."""
    return "" if value is None else " ".join(str(value).split())


def _places(context: CheckContext, area: Area) -> Iterator[tuple[FactKey, "CellPlace"]]:
    """Yield the cell of each fact that has one."""
    found = context.survey
    for table in area.tables:
        for figure in table:
            yield FactKey(FactKind.FIGURE, str(figure.line), str(figure.period)), figure.place
    for period, residents in found.settings.residents.items():
        place = residents.sheet, residents.address
        yield FactKey(FactKind.RESIDENTS, "", str(period)), place
    for key, figure in pool_facts(context, area):
        yield key, figure.place
    for goals in found.goals:
        if fold(goals.area) == fold(area.name):
            for name, listed, goal in goal_names(goals):
                for part in GOAL_PARTS:
                    if part in goal.cells:
                        yield FactKey(FactKind.GOAL, name, part), (listed.sheet, goal.cells[part])
