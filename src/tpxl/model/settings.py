"""What finance has typed about the city, its residents and its areas."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple

from tpxl.model.address import Address
from tpxl.model.figure import CellPlace
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


class SettingsRecord(NamedTuple):
    """A row of settings (a column, where they run across): whose it is, and the cell of each.

    It is a period's or an area's, also where nothing but that is typed. `cells` are by the name of
    what stands there: `period` or `area` itself, `residents`, `date`, `locked`, `decimals`,
    `board`, `person` in charge and their `address` of mail.
    """

    of: Period | str
    sheet: str
    cells: Mapping[str, Address]
    is_row: bool = True


class Settings(NamedTuple):
    """Everything found on settings tables, wherever they stand; empty where nothing is typed.

    `residents_typed` are the rows as typed, `residents` the one of each period that counts.
    `locked` holds only what staff typed; `expenses_are_negative` is None where nothing says.
    `boards` are the areas' own, by folded name. `texts` are other settings by their folded name
    (city, board, limits, switches), `places` where these are typed.
    `records` are the rows of periods and of areas. `findings` tell of what is typed and cannot be
    used.
    """

    residents_typed: tuple[Residents, ...] = ()
    residents: Mapping[Period, Residents] = MappingProxyType({})
    locked: Mapping[Period, bool] = MappingProxyType({})
    expenses_are_negative: bool | None = None
    area_names: tuple[str, ...] = ()
    decimals_per_resident: Mapping[str, int] = MappingProxyType({})
    boards: Mapping[str, str] = MappingProxyType({})
    texts: Mapping[str, str] = MappingProxyType({})
    places: Mapping[str, CellPlace] = MappingProxyType({})
    records: tuple[SettingsRecord, ...] = ()
    findings: tuple[Finding, ...] = ()

    def superseded(self, period: Period) -> tuple[Residents, ...]:
        """Return the rows of a period whose number another one, the final, has replaced."""
        counts = self.residents.get(period)
        return tuple(
            row
            for row in self.residents_typed
            if counts is not None and row.period == period and row.number != counts.number
        )
