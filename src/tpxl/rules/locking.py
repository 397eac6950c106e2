"""Which periods are already published: checked, never changed."""

from collections.abc import Iterable, Mapping

from tpxl.model import Period, PeriodKind

_AHEAD = {PeriodKind.PLAN, PeriodKind.FORECAST}


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
