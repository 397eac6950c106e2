"""How a city prints: the sign of its expenses, its residents, its decimals."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from tpxl.model import Area, Line, Period, Residents, Settings
from tpxl.model.line import EXPENSES, SERVICES, STAFF
from tpxl.terms import fold

EXPENSE_LINES = frozenset({EXPENSES, STAFF, SERVICES})


Superseded = Mapping[Period, tuple[Residents, ...]]


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
