"""A column of the report: what kind of figure, of which year."""

from enum import Enum
from functools import lru_cache
from typing import NamedTuple


class PeriodKind(Enum):
    """What a column's figures are; the value is what staff print."""

    ACTUAL = "TP"
    BUDGET = "TA"
    AMENDED = "TA+M"
    USE_PLAN = "KS"
    PLAN = "TS"
    FORECAST = "ENN"

    # Periods are keys wherever figures are looked up; Enum's own hash runs in Python.
    __hash__ = object.__hash__

    @property
    def is_budget(self) -> bool:
        """Tell whether it was decided: a budget, amended or not, or a plan, also one of its use."""
        return self in _DECIDED


_DECIDED = frozenset({PeriodKind.BUDGET, PeriodKind.AMENDED, PeriodKind.USE_PLAN, PeriodKind.PLAN})


class Period(NamedTuple):
    """One column: `Period(PeriodKind.ACTUAL, 2025)` is TP 2025."""

    kind: PeriodKind
    year: int

    def __str__(self) -> str:
        """Return the heading as the report prints it: ``TP 2025``."""
        return _heading(self)

    @property
    def bases(self) -> tuple["Period", ...]:
        """Return what the period is compared with, the first one that the book holds.

        Source: the report's note "TA 2025 vrt. TA 2024 ja TP 2025 vrt. TP 2024".

        >>> [str(base) for base in Period(PeriodKind.AMENDED, 2025).bases]
        ['TA+M 2024', 'TA 2024']
        """
        return _bases(self)


@lru_cache(maxsize=1024)
def _heading(period: Period) -> str:
    return f"{period.kind.value} {period.year}"


@lru_cache(maxsize=1024)
def _bases(period: Period) -> tuple[Period, ...]:
    before = period.year - 1
    match period.kind:
        case PeriodKind.AMENDED | PeriodKind.USE_PLAN | PeriodKind.PLAN:
            return Period(period.kind, before), Period(PeriodKind.BUDGET, before)
        case PeriodKind.FORECAST:
            return (Period(PeriodKind.ACTUAL, before),)
        case _:
            return (Period(period.kind, before),)
