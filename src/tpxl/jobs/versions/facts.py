"""The facts of every area of a book.

A figure is known by line and period, a goal by section, focus area and its own words, a text by its
section. A computed place that a refresh would fill counts as filled: a refresh changes no fact of a
book that ties out.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from tpxl.jobs.check.context import CheckContext
from tpxl.layout.area_sheet import locate_sections, loose_rows, section_at
from tpxl.layout.cells.text import cell_text
from tpxl.layout.views import AreaGrids
from tpxl.model import (
    Address,
    Area,
    AreaGoals,
    Block,
    Figure,
    Finding,
    Goal,
    GoalTable,
    Grid,
    Line,
    Measure,
)
from tpxl.model.facts import AreaFacts, FactKey, FactKind
from tpxl.model.line import MARGIN
from tpxl.rules.answers import plain
from tpxl.terms import fold, key
from tpxl.terms.allocation import AllocationWord
from tpxl.terms.known import is_known

if TYPE_CHECKING:
    from tpxl.model.figure import CellPlace

GOAL_PARTS = ("goal", "action", "indicator", "target", "outcome")
_TYPED_OF_POOLS = frozenset(
    {AllocationWord.AMOUNT, AllocationWord.DRIVER, AllocationWord.FIXED_SHARE}
)
_APART = " / "


def facts_of(context: CheckContext, findings: Iterable[Finding]) -> tuple[AreaFacts, ...]:
    """Return the facts of the areas in the book's order; `findings` are those of the book.

    Raises:
        TpxlError: a sheet cannot be read.
    """
    found, grids = context.survey, AreaGrids(context.book)
    right = {
        one.result.place: one.right()
        for one in context.computed
        if not one.is_locked and (not one.result.is_known or one.result.is_nothing)
    }
    explained: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        explained[fold(finding.area or "")].append(finding)
    goals = {fold(one.area): one for one in found.goals}
    told, grids = [], AreaGrids(context.book)
    for area in found.areas:
        name = fold(area.name)
        own = goals.get(name)
        typed = {
            **dict(_settings(context, area)),
            **{
                fact: number_text((figure.number or Decimal(0)) * figure.scale)
                for fact, figure in pool_facts(context, area)
            },
            **({} if own is None else dict(_goals(own))),
            **dict(_texts(context, area, own, grids.of(area))),
            **dict(_explanations(explained[name])),
        }
        computed: dict[FactKey, str] = {}
        for figure in _figures(context, area):
            side, kind = (
                (computed, FactKind.COMPUTED)
                if is_computed(figure.line)
                else (typed, FactKind.FIGURE)
            )
            value = _value(figure, right)
            if value:
                side.setdefault(FactKey(kind, str(figure.line), str(figure.period)), value)
        told.append(AreaFacts(area.name, typed, computed))
    return tuple(told)


def is_computed(line: Line) -> bool:
    """Tell whether a line follows from others."""
    return line.measure is not Measure.AMOUNT or line in {MARGIN, Line("ALLOCATED_COSTS")}


def number_text(number: Decimal) -> str:
    """Return a number as a fact tells it.

    >>> number_text(Decimal("-63959.00")), number_text(Decimal("0.50")), number_text(Decimal("-0"))
    ('-63959', '0.5', '0')
    """
    return f"{number.normalize():f}" if number else "0"


def _figures(context: CheckContext, area: Area) -> Iterator[Figure]:
    for table in area.tables:
        yield from table
    for line in context.survey.allocations.lines:
        if line.area is not None and fold(line.area.name) == fold(area.name):
            yield from line.figures.values()


def _value(figure: Figure, right: "dict[CellPlace, Decimal | None]") -> str:
    due = right.get(figure.place)
    if due is not None:
        return number_text(due * figure.scale)
    if figure.number is not None:
        return number_text(figure.number * figure.scale)
    return "" if figure.is_nothing else plain(cell_text(figure.value))


def _settings(context: CheckContext, area: Area) -> Iterator[tuple[FactKey, str]]:
    settings = context.survey.settings
    if settings.expenses_are_negative is not None:
        yield FactKey(FactKind.SETTING, "sign"), str(settings.expenses_are_negative)
    decimals = settings.decimals_per_resident.get(fold(area.name))
    if decimals is not None:
        yield FactKey(FactKind.SETTING, "decimals"), str(decimals)
    for period in area.periods:
        if period in settings.residents:
            number = settings.residents[period].number
            yield FactKey(FactKind.RESIDENTS, "", str(period)), number_text(number)


def pool_facts(context: CheckContext, area: Area) -> Iterator[tuple[FactKey, Figure]]:
    """Yield the figures that are typed of the shared costs that an area bears a part of."""
    for table in context.survey.allocations.tables:
        if key(area.name) not in set(map(key, table.receivers)):
            continue
        for place, figure in table.figures.items():
            if place.word in _TYPED_OF_POOLS and figure.number is not None:
                who = plain(place.receiver or "")
                part = _APART.join(filter(None, (str(place.period), place.word.value, who)))
                yield FactKey(FactKind.ALLOCATION, plain(table.pool), part), figure


def _goals(area: AreaGoals) -> Iterator[tuple[FactKey, str]]:
    for name, _, goal in goal_names(area):
        for part in GOAL_PARTS:
            text = plain(getattr(goal, part) or "")
            if text:
                yield FactKey(FactKind.GOAL, name, part), text


def goal_names(area: AreaGoals) -> Iterator[tuple[str, GoalTable, Goal]]:
    """Yield an area's goals, each under the name that its facts bear."""
    met: Counter[str] = Counter()
    for table in area.tables:
        for goal in table.goals:
            said = (str(table.section or "–"), goal.focus or "", goal.goal or "")
            name = _APART.join(map(plain, said))
            met[name] += 1
            yield (name if met[name] == 1 else f"{name} ({met[name]})"), table, goal


def _texts(
    context: CheckContext, area: Area, goals: AreaGoals | None, grid: Grid
) -> Iterator[tuple[FactKey, str]]:
    """Yield what stands outside the tables, section by section; computed numbers are left out."""
    places = locate_sections(grid, tuple(grid.texts(is_known)))
    blocks = [*(table.block for table in area.tables), *(place.block for place in places)]
    for table in () if goals is None else goals.tables:
        if table.sheet == area.sheet:
            blocks.append(table.block)
            blocks += [Block(at.row, 1, at.row, at.column) for at in table.focus_areas.values()]
    allocations = context.survey.allocations
    of_lines = {figure.place for line in allocations.lines for figure in line.figures.values()}
    notes = {(note.sheet, note.address): note for note in allocations.notes}
    texts: dict[int, list[str]] = defaultdict(list)
    for row in loose_rows(grid, range(1, grid.last_row + 1), blocks):
        for column, value, code in row.cells:
            place = (area.sheet, Address(row.row, column))
            if place in of_lines:
                continue
            text, note = cell_text(value, code), notes.get(place)
            if note is not None and note.text in {value, text}:
                text = note.text[: note.start] + note.text[note.stop :]
            texts[section_at(places, row.row) or 0].append(plain(text))
    for section, told in texts.items():
        yield FactKey(FactKind.TEXT, str(section)), " ".join(filter(None, told))


def _explanations(findings: Iterable[Finding]) -> Iterator[tuple[FactKey, str]]:
    for one in findings:
        if one.explanation is not None:
            what = _APART.join(filter(None, (one.code, one.line or str(one.facts.get("goal", "")))))
            said = plain(f"{one.explanation.reason} {one.explanation.name}")
            yield FactKey(FactKind.EXPLANATION, what, one.period or ""), said
