"""What finance has typed about the city, its residents and its areas."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from tpxl.model.address import Address
from tpxl.model.period import Period


@dataclass(frozen=True, slots=True)
class Residents:
    """The residents of one period, an input: with date, status and source as typed."""

    period: Period
    number: Decimal
    sheet: str
    address: Address
    date: dt.date | None = None
    status: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything found on settings tables, wherever they stand; empty where nothing is typed.

    `residents_typed` are the rows as typed, `residents` the one of each period that counts.
    `locked` holds only what staff typed; `expenses_are_negative` is None where nothing says.
    `texts` are other settings by their folded name (city, board, limits, switches).
    """

    residents_typed: tuple[Residents, ...] = ()
    residents: Mapping[Period, Residents] = field(default_factory=dict)
    locked: Mapping[Period, bool] = field(default_factory=dict)
    expenses_are_negative: bool | None = None
    area_names: tuple[str, ...] = ()
    decimals_per_resident: Mapping[str, int] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)

    def superseded(self, period: Period) -> tuple[Residents, ...]:
        """Return the rows of a period whose number another one, the final, has replaced."""
        counts = self.residents.get(period)
        return tuple(
            row
            for row in self.residents_typed
            if counts is not None and row.period == period and row.number != counts.number
        )
