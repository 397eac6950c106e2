"""What a published report tells of a city's first master: areas, periods, figures, goals.

Only what the structure of the report tells is taken. Every number of its tables that is not is
counted, table by table; nothing is invented.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from tpxl.books.report import ReportBook, open_report
from tpxl.books.report.book import ReportPlace
from tpxl.jobs.check.report import heading_of
from tpxl.jobs.compare import is_unfilled
from tpxl.jobs.results import Share
from tpxl.layout import Survey, survey
from tpxl.master.city import AreaText, GoalText
from tpxl.master.sheets.figures import ACTIVITY, ECONOMY
from tpxl.model import Area, Figure, Goal, Measure, Period, PeriodKind
from tpxl.model.figure import CellPlace
from tpxl.model.line import EXPENSES
from tpxl.terms import fold

_LINES = (*ECONOMY, *ACTIVITY)
_GOAL_SECTIONS = frozenset({3, 4, 5, 8, 9})
_FOCUS_SECTION = 3


class LeftTable(NamedTuple):
    """A table of a report some of whose numbers were not taken; `heading` stands right above it."""

    heading: str
    numbers: int
    place: ReportPlace | None


class FromReport(NamedTuple):
    """What a report told.

    `taken` counts the numbers of its tables that were taken, of all there are; `left` are the
    tables of the others, `areas_left` the areas whose names no sheet can bear, `periods_left` the
    oldest periods where there are more than a master has.
    """

    year: int
    periods: tuple[Period, ...]
    areas: tuple[AreaText, ...]
    residents: Mapping[Period, Decimal]
    focuses: tuple[str, ...]
    expenses_are_negative: bool
    taken: Share
    left: tuple[LeftTable, ...]
    areas_left: tuple[str, ...]
    periods_left: tuple[Period, ...]


def actual_years(found: Survey) -> list[int]:
    """Return the years of a report's actual figures, each once, oldest first."""
    periods = {period for area in found.areas for period in area.periods}
    return sorted(period.year for period in periods if period.kind is PeriodKind.ACTUAL)


def told_by(
    path: Path, year: int | None, most: int, unusable: Iterable[str] = ()
) -> FromReport | None:
    """Return what a report tells; None where it has no actual figures, or none of the year.

    At most `most` periods are kept, the newest ones; names that are `unusable` are left.

    Raises:
        TpxlError: the report cannot be read, or no table of the family is found in it.
    """
    with open_report(path) as book:
        found = survey(book)
        years = actual_years(found)
        newest = year or max(years, default=0)
        if newest not in years:
            return None
        return _told(book, found, newest, most, {fold(name) for name in unusable})


def area_names(path: Path) -> tuple[str, ...]:
    """Return the names of a report's areas, each once.

    Raises:
        TpxlError: as `told_by`.
    """
    with open_report(path) as book:
        return tuple(_by_name(survey(book).areas))


def _told(book: ReportBook, found: Survey, year: int, most: int, unusable: set[str]) -> FromReport:
    areas = {name: own for name, own in _by_name(found.areas).items() if fold(name) not in unusable}
    periods, too_old = _periods(found, year, most)
    used: set[CellPlace] = set()
    goals = {fold(one.area): one for one in found.goals}
    texts = []
    for name, own in areas.items():
        figures = {line: _row(own, line, periods, used) for line in _LINES}
        of_area = goals.get(fold(name))
        tables = of_area.tables if of_area else ()
        rows = [(table, goal) for table in tables for goal in table.goals]
        rows = [(table, goal) for table, goal in rows if table.section in _GOAL_SECTIONS]
        used.update((table.sheet, at) for table, goal in rows for at in goal.cells.values())
        told = tuple(_goal(table.section or 0, goal) for table, goal in rows)
        texts.append(AreaText(name, _decimals(own), None, "", "", figures, told))
    residents = {one.period: one for one in found.settings.residents.values()}
    used.update((one.sheet, one.address) for one in residents.values())
    numbers = frozenset(book.numbers())
    focuses = (goal.focus for one in texts for goal in one.section(_FOCUS_SECTION) if goal.focus)
    return FromReport(
        year,
        periods,
        tuple(texts),
        {period: one.number for period, one in residents.items()},
        tuple(dict.fromkeys(focuses)),
        _are_negative(found.areas),
        Share(len(numbers & used), len(numbers)),
        tuple(_left(book, numbers - used)),
        tuple(name for name in _by_name(found.areas) if fold(name) in unusable),
        too_old,
    )


def _by_name(areas: Iterable[Area]) -> dict[str, list[Area]]:
    found: dict[str, list[Area]] = {}
    names: dict[str, str] = {}
    for area in areas:
        found.setdefault(names.setdefault(fold(area.name), area.name), []).append(area)
    return found


def _periods(found: Survey, year: int, most: int) -> tuple[tuple[Period, ...], tuple[Period, ...]]:
    """Return the periods to keep, the budget of the year among them, and those too old to keep."""
    printed = {period for area in found.areas for period in area.periods}
    needed = {Period(PeriodKind.ACTUAL, year), Period(PeriodKind.BUDGET, year)}
    ordered = sorted(printed | needed, key=_order)
    others = [period for period in ordered if period not in needed]
    kept = needed | set(others[max(0, len(others) - (most - len(needed))) :])
    return (
        tuple(period for period in ordered if period in kept),
        tuple(period for period in ordered if period not in kept),
    )


def _order(period: Period) -> tuple[int, bool, str]:
    """Return what sorts periods: by year, what was decided before what came of it."""
    return period.year, not period.kind.is_budget, period.kind.value


def _row(
    areas: Sequence[Area], line: str, periods: Sequence[Period], used: set[CellPlace]
) -> tuple[int | float | None, ...]:
    """Return a line's figures in euros by period; where two places differ, neither is taken."""
    values: list[int | float | None] = []
    for period in periods:
        figures = [one for one in _figures(areas, line, period) if one.is_number]
        amounts = {(one.number or Decimal(0)) * one.scale for one in figures}
        if len(amounts) == 1:
            used.update(one.place for one in figures)
        values.append(_stored(amounts.pop()) if len(amounts) == 1 else None)
    return tuple(values)


def _figures(areas: Iterable[Area], line: str, period: Period) -> Iterator[Figure]:
    for area in areas:
        for table in area.tables:
            for row in table.rows if table.is_sound else ():
                if str(row.line) == line and period in row.figures:
                    yield row.figures[period]


def _stored(number: Decimal) -> int | float:
    return int(number) if number == number.to_integral_value() else float(number)


def _goal(section: int, goal: Goal) -> GoalText:
    indicator = " ".join(filter(None, (goal.indicator, goal.target)))
    texts = (goal.focus, goal.goal, goal.action, indicator, goal.outcome)
    told = ("" if text is None or is_unfilled(text) else text for text in texts)
    return GoalText(section, *(" ".join(text.split()) for text in told))


def _decimals(areas: Iterable[Area]) -> int:
    shown = [
        figure.decimals
        for area in areas
        for table in area.tables
        for row in table.rows
        if row.line.measure is Measure.PER_RESIDENT
        for figure in row.figures.values()
        if figure.is_number
    ]
    return max(shown, default=0)


def _are_negative(areas: Iterable[Area]) -> bool:
    numbers = [
        figure.number
        for area in areas
        for table in area.tables
        for figure in table
        if figure.line == EXPENSES and figure.number
    ]
    return 2 * sum(number < 0 for number in numbers) >= len(numbers)


def _left(book: ReportBook, left: frozenset[CellPlace]) -> Iterator[LeftTable]:
    for sheet in book.sheets:
        grid = book.read(sheet)
        for block in grid.tables.values():
            numbers = [at for at in grid.numbers(block) if (sheet, at) in left]
            if numbers:
                heading = heading_of(book, sheet, block)
                yield LeftTable(heading, len(numbers), book.place(sheet, numbers[0]))
