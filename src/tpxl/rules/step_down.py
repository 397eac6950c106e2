"""In which order pools of shared costs are closed where they give to each other.

Source: step-down allocation (vyörytys portaittain) of the municipal accounting guides: support
units are closed one by one, and a closed one receives nothing more.

Every pool of a book divided in every period: shares, parts, what pools got from each other.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple

from tpxl.model import Area, Period
from tpxl.model.allocation import AllocationTable
from tpxl.rules.allocation import allocate, exact_shares, shares_percent
from tpxl.rules.drivers import (
    PoolFault,
    PoolPeriod,
    Weights,
    amount_of,
    areas_by_name,
    bare,
    weights_of,
)
from tpxl.rules.rounding import exact
from tpxl.terms import key

_CENTS = 2

Gifts = Mapping[str, Collection[str]]
"""To whom each pool gives something, by names; who is no pool may be among them."""


class Divided(NamedTuple):
    """A pool in a period, divided as far as it can be; amounts are in the table's unit.

    `shares` are per cent as printed, `exact_shares` of one. `parts` is None where the amount, or
    what an earlier pool gives, is not known. `targets` are the pools among the receivers.
    """

    table: AllocationTable
    period: Period
    weights: Weights
    fault: PoolFault | None = None
    at_fault: tuple[str, ...] = ()
    shares: Mapping[str, Decimal] = MappingProxyType({})
    exact_shares: Mapping[str, Fraction] = MappingProxyType({})
    amount: Fraction | None = None
    received: Fraction | None = Fraction(0)
    parts: Mapping[str, Decimal] | None = None
    targets: Mapping[str, str] = MappingProxyType({})

    @property
    def distributed(self) -> Fraction | None:
        """Return all that the pool gives: its own and what it got; None where one is unknown."""
        if self.amount is None or self.received is None:
            return None
        return self.amount + self.received

    def euros(self, receiver: str) -> Fraction | None:
        """Return a receiver's part in euros."""
        if self.parts is None or receiver not in self.parts:
            return None
        return exact(self.parts[receiver]) * exact(self.table.scale)


def divided(tables: Sequence[AllocationTable], areas: Sequence[Area]) -> tuple[Divided, ...]:
    """Return every pool in every period in which anything of it is typed, in step-down order."""
    sound = [table for table in tables if table.is_sound]
    periods = dict.fromkeys(period for table in sound for period in table.periods)
    by_name = areas_by_name(areas)
    found: list[Divided] = []
    for period in periods:
        used = [table for table in sound if _is_used(table, period)]
        found += _period(used, period, by_name)
    return tuple(found)


def _is_used(table: AllocationTable, period: Period) -> bool:
    return any(
        place.period == period and not figure.is_nothing
        for place, figure in table.figures.items()
        if place.summary is None
    )


def _period(
    tables: Sequence[AllocationTable], period: Period, areas: Mapping[str, Area]
) -> Iterator[Divided]:
    """Yield the pools of a period; one that cannot be divided leaves what it gives unknown."""
    names = [key(table.pool) for table in tables]
    pools = frozenset(name for table in tables for name in bare(table.pool))
    waiting = []
    for table in tables:
        weights = weights_of(PoolPeriod(table, period, pools, areas))
        begun = Divided(table, period, weights, weights.fault, weights.at_fault)
        if names.count(key(table.pool)) > 1:
            begun = begun._replace(fault=PoolFault.POOL_TWICE, at_fault=(table.pool,))
        waiting.append(begun._replace(targets=_targets(table, tables)))
    closed: list[Divided] = []
    for one in _closing(waiting):
        done = _divide(one._replace(received=_received(one, closed)))
        closed.append(done)
        yield done


def _targets(table: AllocationTable, tables: Iterable[AllocationTable]) -> dict[str, str]:
    """Return the receivers that are pools, by the name as printed in this table."""
    pools = {name: other.pool for other in tables for name in bare(other.pool)}
    return {
        receiver: pools[name]
        for receiver in table.receivers
        for name in bare(receiver)
        if name in pools
    }


def _closing(waiting: Sequence[Divided]) -> Iterator[Divided]:
    """Yield the pools in step-down order, those on a circle first: they give nothing known."""
    of_name = {one.table.pool: one for one in waiting if one.fault is not PoolFault.POOL_TWICE}
    yield from (one for one in waiting if one.fault is PoolFault.POOL_TWICE)
    while circle := circle_of({name: _gifts(one) for name, one in of_name.items()}):
        for name in dict.fromkeys(circle):
            yield of_name.pop(name)._replace(fault=PoolFault.CIRCLE, at_fault=circle)
    for name in closing_order({name: _gifts(one) for name, one in of_name.items()}):
        yield of_name[name]


def _gifts(one: Divided) -> frozenset[str]:
    """Return to whom a pool gives something: one whose driver is zero gets nothing."""
    weights = one.weights.by_receiver
    return frozenset(one.targets.get(name, name) for name, weight in weights.items() if weight)


def _received(one: Divided, closed: Iterable[Divided]) -> Fraction | None:
    """Return what the pools closed before give this one, in its own unit; None if not known."""
    euros = Fraction(0)
    for giver in closed:
        weights = giver.weights.by_receiver
        for receiver in (n for n, pool in giver.targets.items() if pool == one.table.pool):
            if weights and not weights.get(receiver):
                continue
            part = giver.euros(receiver)
            if part is None:
                return None
            euros += part
    return euros / exact(one.table.scale)


def _divide(one: Divided) -> Divided:
    one = one._replace(amount=amount_of(one.table, one.period))
    if one.fault is not None:
        return one
    names, weights = tuple(one.weights.by_receiver), tuple(one.weights.by_receiver.values())
    shares = shares_percent(weights)
    if one.weights.are_typed_shares:
        shares = tuple(map(_as_typed, weights))
    divided_by = one._replace(
        shares=dict(zip(names, shares, strict=True)),
        exact_shares=dict(zip(names, exact_shares(weights), strict=True)),
    )
    if divided_by.distributed is None:
        return divided_by
    parts = allocate(divided_by.distributed, weights, _CENTS if one.table.in_cents else 0)
    return divided_by._replace(parts=dict(zip(names, parts, strict=True)))


def _as_typed(share: Fraction | None) -> Decimal:
    """Return an agreed share as it was typed: it came from a decimal number."""
    given = share or Fraction(0)
    return Decimal(given.numerator) / Decimal(given.denominator)


def closing_order(gifts: Gifts) -> tuple[str, ...]:
    """Return the pools so that each comes after all that give to it; there is no circle.

    Among those ready, the earlier on the sheet comes first.

    >>> closing_order({"Johtaminen": {"A", "B"}, "Tietohallinto": {"Johtaminen", "A"}})
    ('Tietohallinto', 'Johtaminen')
    """
    waiting, closed = list(gifts), list[str]()
    while waiting:
        ready = next(pool for pool in waiting if not _givers(pool, gifts, waiting))
        waiting.remove(ready)
        closed.append(ready)
    return tuple(closed)


def circle_of(gifts: Gifts) -> tuple[str, ...]:
    """Return the pools that give to each other in a circle, the first again at the end.

    Empty where there is none; of several circles, one.
    """
    waiting = list(gifts)
    while ready := [pool for pool in waiting if not _givers(pool, gifts, waiting)]:
        waiting = [pool for pool in waiting if pool not in ready]
    if not waiting:
        return ()
    walked = [waiting[0]]
    while (giver := _givers(walked[-1], gifts, waiting)[0]) not in walked:
        walked.append(giver)
    names = walked[walked.index(giver) :]
    return (*reversed(names), names[-1])


def _givers(pool: str, gifts: Gifts, waiting: Collection[str]) -> list[str]:
    return [giver for giver in waiting if pool in gifts[giver]]
