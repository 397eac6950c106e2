"""How a city and its tables print: sign of expenses, residents, decimals, per cents cut off.

Which periods are already published, checked and never changed, is told here too.
"""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from tpxl.model import Area, Line, Period, PeriodKind, Residents, Settings
from tpxl.model.line import EXPENSES, SERVICES, STAFF
from tpxl.rules.formulas import PERCENTS, Sum
from tpxl.rules.relations import Relation, Verdict
from tpxl.rules.rounding import cut, rounded, unit_of
from tpxl.terms import fold

EXPENSE_LINES = frozenset({EXPENSES, STAFF, SERVICES})
Superseded = Mapping[Period, tuple[Residents, ...]]

_AHEAD = {PeriodKind.PLAN, PeriodKind.FORECAST}

_HABIT = 2
"""Cut figures that make a habit: one alone is a slip, unless nothing in the table is rounded."""

_ROWS = 4
"""Per cents that make a table long enough for one cut figure to tell, none being rounded."""

_RIGHT = frozenset({Verdict.HOLDS, Verdict.UNKNOWN, Verdict.MOOT})


class Conventions(NamedTuple):
    """What an area's figures are computed with."""

    expenses_are_negative: bool = True
    residents: Mapping[Period, Residents] = MappingProxyType({})
    decimals_per_resident: int | None = None
    superseded: Superseded = MappingProxyType({})


def superseded_residents(settings: Settings) -> Superseded:
    """Return for each period the residents whose number another one, the final, has replaced."""
    return {period: settings.superseded(period) for period in settings.residents}


def conventions_of(
    area: Area, areas: Iterable[Area], settings: Settings, superseded: Superseded
) -> Conventions:
    """Return the conventions of an area: as typed in the settings, else as its figures show.

    Without a setting the sign is that of most operating expenses on the area's sheet, for of them
    the margin is made; where they tell nothing, that of its other expenses, then of the book's.
    """
    negative = settings.expenses_are_negative
    if negative is None:
        balances = (
            _balance(where, lines)
            for where in ([area], areas)
            for lines in (frozenset({EXPENSES}), EXPENSE_LINES)
        )
        negative = next(filter(None, balances), 0) <= 0
    return Conventions(
        expenses_are_negative=negative,
        residents=settings.residents,
        decimals_per_resident=settings.decimals_per_resident.get(fold(area.name)),
        superseded=superseded,
    )


def _balance(areas: Iterable[Area], lines: frozenset[Line]) -> int:
    """Return how many more expenses of these lines are positive than negative."""
    return sum(
        (figure.number > 0) - (figure.number < 0)
        for area in areas
        for table in area.tables
        for figure in table
        if figure.line in lines and figure.number is not None
    )


def locked_periods(
    periods: Iterable[Period], typed: Mapping[Period, bool] | None = None
) -> frozenset[Period]:
    """Return the periods that are locked: older than the newest actual, or than the newest budget.

    What staff typed (`Lukittu`) wins. Plans and forecasts look ahead of the budget and the actual
    of their time, so a plan for next year does not lock this year's budget.

    >>> from tpxl.model import PeriodKind
    >>> tp = [Period(PeriodKind.ACTUAL, year) for year in (2023, 2024, 2025)]
    >>> sorted(map(str, locked_periods(tp, {tp[0]: False})))
    ['TP 2024']
    """
    every = set(periods)
    newest: dict[bool, int] = {}
    for period in every:
        if period.kind not in _AHEAD:
            decided = period.kind.is_budget
            newest[decided] = max(newest.get(decided, 0), period.year)
    older = {period for period in every if period.year < newest.get(period.kind.is_budget, 0)}
    for period, is_locked in (typed or {}).items():
        (older.add if is_locked else older.discard)(period)
    return frozenset(older)


def cut_where_habit(relations: Sequence[Relation]) -> list[Relation]:
    """Return the relations of one table, its per cents cut off where that is the table's habit."""
    percents = [one for one in relations if isinstance(one.formula, PERCENTS)]
    if all(one.verdict() in _RIGHT for one in percents) or not _cuts(_sound(relations, percents)):
        return list(relations)
    return [
        one._replace(is_cut=True) if isinstance(one.formula, PERCENTS) else one for one in relations
    ]


def _sound(relations: Sequence[Relation], percents: Sequence[Relation]) -> list[Relation]:
    """Return the per cents of figures that no sum of the table doubts."""
    doubted = {
        figure.place
        for one in relations
        if isinstance(one.formula, Sum) and one.verdict() is Verdict.FAILS
        for figure in one.figures
    }
    return [one for one in percents if doubted.isdisjoint(term.place for term in one.terms)]


def _cuts(percents: Iterable[Relation]) -> bool:
    """Tell whether a table cuts its per cents off instead of rounding them.

    Only figures that the two would print differently tell. Two that are cut make a habit; one
    does where the table has several rows and none of them is rounded.
    """
    cuts = rounds = looked_at = 0
    for relation in percents:
        due = relation.due()
        if due is None or not relation.result.is_number:
            continue
        looked_at += 1
        units = due / unit_of(relation.result, relation.shown)
        if cut(units) != rounded(units):
            rounds += relation.verdict() is Verdict.HOLDS
            cuts += relation._replace(is_cut=True).verdict() is Verdict.HOLDS
    enough = _HABIT if looked_at < _ROWS or rounds else 1
    return cuts >= enough and cuts >= _HABIT * rounds
