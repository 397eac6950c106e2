"""Several pools of shared costs: each gives its own costs and what it got from earlier ones.

Source: step-down allocation (vyörytys portaittain) of the municipal accounting guides: support
units are closed one by one, and a closed one receives nothing more.
"""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from tpxl.errors import TpxlError
from tpxl.rules.allocation import allocate, allocate_by_shares, exact_shares
from tpxl.rules.rounding import Number, exact


class Pool(NamedTuple):
    """Shared costs of one period: their amount in euros and what each receiver is weighed by.

    A receiver is an area or the name of another pool. `drivers` are in sheet order; with
    `shares_are_fixed` they are agreed shares in per cent. `decimals` of its parts: 0 or 2.
    """

    name: str
    amount: Number
    drivers: Mapping[str, Number | None]
    shares_are_fixed: bool = False
    decimals: int = 0


class Flow(NamedTuple):
    """Euros that went from a pool to a receiver; `share` is exact, of all that the pool gave."""

    source: str
    target: str
    amount: Decimal
    share: Fraction


def step_down(pools: Sequence[Pool]) -> tuple[Flow, ...]:
    """Return every flow, pool by pool in the order they are closed, receivers in sheet order.

    A pool is closed when all that gives to it are; among those ready, the earlier on the sheet
    first. What the areas receive is in sum what the pools held: no cent is lost on the way.

    Raises:
        TpxlError: two pools of one name, pools that give to each other in a circle, or what
            `allocate` refuses; its facts name the pool.

    >>> flows = step_down([
    ...     Pool("IT", 100, {"Management": 1, "A": 3}),
    ...     Pool("Management", 50, {"A": 2, "B": 1}),
    ... ])
    >>> [(flow.source, flow.target, int(flow.amount)) for flow in flows]
    [('IT', 'Management', 25), ('IT', 'A', 75), ('Management', 'A', 50), ('Management', 'B', 25)]
    """
    flows: list[Flow] = []
    for pool in closing_order(pools):
        received = total(flow.amount for flow in flows if flow.target == pool.name)
        flows.extend(_given(pool, exact(pool.amount) + exact(received)))
    return tuple(flows)


def closing_order(pools: Sequence[Pool]) -> tuple[Pool, ...]:
    """Return the pools so that each comes after all that give to it.

    Raises:
        TpxlError: two pools of one name, or a circle; its facts name the pools on it.
    """
    names = [pool.name for pool in pools]
    twice = [name for name in dict.fromkeys(names) if names.count(name) > 1]
    if twice:
        raise TpxlError("allocation_pool_twice", pools=twice)
    on_circle = circle_of(pools)
    if on_circle:
        raise TpxlError("allocation_circle", pools=list(on_circle))
    waiting, closed = list(pools), list[Pool]()
    while waiting:
        ready = next(pool for pool in waiting if not _givers(pool.name, waiting))
        waiting.remove(ready)
        closed.append(ready)
    return tuple(closed)


def circle_of(pools: Sequence[Pool]) -> tuple[str, ...]:
    """Return the pools that give to each other in a circle, the first again at the end.

    Empty where there is none; of several circles, one. A receiver whose driver is zero gets
    nothing, and makes no circle.
    """
    waiting = list(pools)
    while ready := [pool for pool in waiting if not _givers(pool.name, waiting)]:
        waiting = [pool for pool in waiting if pool not in ready]
    if not waiting:
        return ()
    walked = [waiting[0]]
    while (giver := _givers(walked[-1].name, waiting)[0]) not in walked:
        walked.append(giver)
    names = [pool.name for pool in walked[walked.index(giver) :]]
    return (*reversed(names), names[-1])


def total(amounts: Iterable[Decimal]) -> Decimal:
    """Return the sum, exact at any length."""
    given = tuple(amounts)
    decimals = max((-int(amount.as_tuple().exponent) for amount in given), default=0)
    units = int(sum((Fraction(amount) for amount in given), Fraction()) * Fraction(10) ** decimals)
    return Decimal(f"{units}E{-decimals}") if decimals else Decimal(units)


def _given(pool: Pool, amount: Fraction) -> list[Flow]:
    names, drivers = tuple(pool.drivers), tuple(pool.drivers.values())
    divide = allocate_by_shares if pool.shares_are_fixed else allocate
    try:
        parts = divide(amount, drivers, pool.decimals, names=names)
        shares = exact_shares(drivers, names=names)
    except TpxlError as error:
        raise TpxlError(error.code, **{**error.facts, "pool": pool.name}) from error
    return [Flow(pool.name, *flow) for flow in zip(names, parts, shares, strict=True)]


def _givers(name: str, pools: Iterable[Pool]) -> list[Pool]:
    return [pool for pool in pools if pool.drivers.get(name)]
