"""What a sheet's pools are divided by in a period, or why they cannot be."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple

from tpxl.model import Area, Figure, Line, Period
from tpxl.model.allocation import AllocationTable
from tpxl.rules.allocation import unassigned_percent
from tpxl.rules.rounding import exact, rounded
from tpxl.terms import key
from tpxl.terms.allocation import AllocationWord, without_aside
from tpxl.terms.lines import line_of

_CENT = 2


class PoolFault(Enum):
    """Why a pool cannot be divided in a period; the value is the finding's code."""

    NO_DRIVERS = "allocation_drivers_absent"
    DRIVER_MISSING = "allocation_driver_missing"
    DRIVER_NEGATIVE = "allocation_driver_negative"
    DRIVERS_ZERO = "allocation_drivers_zero"
    SHARES_DO_NOT_SUM = "allocation_shares_sum"
    TWO_BASES = "allocation_two_bases"
    CIRCLE = "allocation_circle"
    POOL_TWICE = "allocation_pool_twice"
    UNKNOWN = ""
    """An input awaits recalculation or is unreadable, which is reported where it stands."""


class Weights(NamedTuple):
    """What each receiver is weighed by: drivers, or agreed shares in per cent.

    Receivers are as printed in the table; another pool that has no driver receives nothing and is
    not among them. `fault` tells why nothing can be divided by these, `at_fault` who causes it.
    """

    by_receiver: Mapping[str, Fraction | None] = MappingProxyType({})
    are_shares: bool = False
    are_typed_shares: bool = False
    fault: PoolFault | None = None
    at_fault: tuple[str, ...] = ()
    unassigned: Decimal | None = None


def amount_of(table: AllocationTable, period: Period) -> Fraction | None:
    """Return the pool's own amount in a period, in the table's unit; None where none is known.

    Money is never finer than a cent: what a spreadsheet's arithmetic leaves beyond is dropped.
    """
    figure = table.of(AllocationWord.AMOUNT, period)
    if figure is None or figure.number is None or not figure.is_known:
        return None
    finest = _CENT + len(str(int(figure.scale))) - 1
    return exact(rounded(exact(figure.number), finest))


class PoolPeriod(NamedTuple):
    """Which pool is to be divided, in which period.

    `pools` are the keys of all pools' names, `areas` the areas by the keys of theirs.
    """

    table: AllocationTable
    period: Period
    pools: frozenset[str]
    areas: Mapping[str, Area]

    def typed(self, word: AllocationWord) -> dict[str, Figure]:
        """Return the receivers' figures of a kind, of those that have a place."""
        found = ((n, self.table.of(word, self.period, n)) for n in self.table.receivers)
        return {name: figure for name, figure in found if figure is not None}

    def is_pool(self, name: str) -> bool:
        """Tell whether a receiver is another pool."""
        return not bare(name).isdisjoint(self.pools)

    def own(self, name: str, line: Line) -> Figure | None:
        """Return the figure of a receiver's own sheet."""
        area = self.areas.get(key(name))
        return None if area is None else area.figure(line, self.period)


def weights_of(asked: PoolPeriod) -> Weights:
    """Return what a pool is divided by in a period, or why it cannot be."""
    fixed = asked.typed(AllocationWord.FIXED_SHARE)
    drivers = asked.typed(AllocationWord.DRIVER)
    if any(map(_is_typed, fixed.values())):
        if any(map(_is_typed, drivers.values())):
            return Weights(fault=PoolFault.TWO_BASES)
        return _agreed(asked, fixed)
    line = _line(asked.table.basis)
    if drivers or line is not None:
        return _driven(asked, drivers, line)
    shares = asked.typed(AllocationWord.SHARE)
    if fixed or not any(map(_is_typed, shares.values())):
        return Weights(fault=PoolFault.NO_DRIVERS, at_fault=tuple(asked.table.receivers))
    return _agreed(asked, shares, are_typed=True)


def bare(name: str) -> frozenset[str]:
    """Return the keys a name may be called by: what stands in brackets may be left out.

    >>> sorted(bare("Johtamisen kustannukset (lautakunta)"))
    ['johtamisenkustannukset', 'johtamisenkustannuksetlautakunta']
    """
    return frozenset({key(name), key(without_aside(name))})


def areas_by_name(areas: Sequence[Area]) -> dict[str, Area]:
    """Return the areas by the keys of their full names; one alone on a sheet by the sheet's too."""
    on_sheet = Counter(area.sheet for area in areas)
    alone = {key(area.sheet): area for area in areas if on_sheet[area.sheet] == 1}
    return {**alone, **{key(area.name): area for area in reversed(areas)}}


def _is_typed(figure: Figure) -> bool:
    return not figure.is_nothing or figure.has_formula


def _line(basis: str | None) -> Line | None:
    """Return the line of the figures tables that a basis names: ``henkilöstömenot``."""
    found = line_of(basis or "")
    return Line(found[0]) if found is not None and not found[1] else None


def _agreed(asked: PoolPeriod, typed: Mapping[str, Figure], *, are_typed: bool = False) -> Weights:
    """Return agreed shares; who has none is named where they leave something unassigned."""
    if _unknown(typed.values()):
        return Weights(fault=PoolFault.UNKNOWN)
    given = {n: exact(one.number) for n, one in typed.items() if one.number is not None}
    negative = tuple(name for name, share in given.items() if share < 0)
    if negative:
        return Weights(fault=PoolFault.DRIVER_NEGATIVE, at_fault=negative)
    left = unassigned_percent(given.values())
    if left:
        without = [name for name in typed if name not in given and not asked.is_pool(name)]
        listed = {asked.areas[key(name)] for name in typed if key(name) in asked.areas}
        without += [area.name for area in dict.fromkeys(asked.areas.values()) if area not in listed]
        return Weights(fault=PoolFault.SHARES_DO_NOT_SUM, at_fault=tuple(without), unassigned=left)
    return Weights(given, are_shares=True, are_typed_shares=are_typed)


def _driven(asked: PoolPeriod, drivers: Mapping[str, Figure], line: Line | None) -> Weights:
    """Return drivers as typed, or the areas' own figures where the basis is a line of theirs."""
    blank = [n for n in asked.table.receivers if n not in drivers or not _is_typed(drivers[n])]
    own = {name: asked.own(name, line) if line is not None else None for name in blank}
    if _unknown(one for one in (*drivers.values(), *own.values()) if one is not None):
        return Weights(fault=PoolFault.UNKNOWN)
    given = {n: _weight(drivers.get(n), own.get(n)) for n in asked.table.receivers}
    given = {n: one for n, one in given.items() if one is not None or not asked.is_pool(n)}
    missing = tuple(name for name, weight in given.items() if weight is None)
    negative = tuple(name for name, weight in given.items() if (weight or 0) < 0)
    if len(missing) == len(given):
        return Weights(given, fault=PoolFault.NO_DRIVERS, at_fault=missing)
    if missing:
        return Weights(given, fault=PoolFault.DRIVER_MISSING, at_fault=missing)
    if negative:
        return Weights(given, fault=PoolFault.DRIVER_NEGATIVE, at_fault=negative)
    if not any(given.values()):
        return Weights(given, fault=PoolFault.DRIVERS_ZERO, at_fault=tuple(given))
    return Weights(given)


def _unknown(figures: Iterable[Figure]) -> bool:
    return any(not figure.is_known or figure.is_unreadable for figure in figures)


def _weight(typed: Figure | None, own: Figure | None) -> Fraction | None:
    """Return a driver: as typed, else the size of the area's own figure, in euros."""
    if typed is not None and typed.number is not None:
        return exact(typed.number)
    if own is not None and own.number is not None:
        return abs(exact(own.number)) * exact(own.scale)
    return None
