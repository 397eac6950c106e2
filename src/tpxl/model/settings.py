"""What finance has typed about the city, its residents and its areas."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple

from tpxl.model.address import Address
from tpxl.model.finding import Finding
from tpxl.model.period import Period


class Residents(NamedTuple):
    """The residents of one period, an input: with date, status and source as typed."""

    period: Period
    number: Decimal
    sheet: str
    address: Address
    date: dt.date | None = None
    status: str | None = None
    source: str | None = None


class Settings(NamedTuple):
    """Everything found on settings tables, wherever they stand; empty where nothing is typed.

    `residents_typed` are the rows as typed, `residents` the one of each period that counts.
    `locked` holds only what staff typed; `expenses_are_negative` is None where nothing says.
    `texts` are other settings by their folded name (city, board, limits, switches). `findings` tell
    of what is typed and cannot be used.
    """

    residents_typed: tuple[Residents, ...] = ()
    residents: Mapping[Period, Residents] = MappingProxyType({})
    locked: Mapping[Period, bool] = MappingProxyType({})
    expenses_are_negative: bool | None = None
    area_names: tuple[str, ...] = ()
    decimals_per_resident: Mapping[str, int] = MappingProxyType({})
    texts: Mapping[str, str] = MappingProxyType({})
    findings: tuple[Finding, ...] = ()

    def superseded(self, period: Period) -> tuple[Residents, ...]:
        """Return the rows of a period whose number another one, the final, has replaced."""
        counts = self.residents.get(period)
        return tuple(
            row
            for row in self.residents_typed
            if counts is not None and row.period == period and row.number != counts.number
        )
