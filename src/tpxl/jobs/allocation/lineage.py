"""For every euro allocated, where it came from and where it went."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from tpxl.jobs.allocation.pooled import AllocatedPart, SharedCosts
from tpxl.model import Period
from tpxl.rules.divided import Divided
from tpxl.terms.allocation import AllocationWord


class Allocated(NamedTuple):
    """Euros that went from a pool to an area or to another pool.

    `share_percent` is as printed, `amount` in euros and None where the pool's amount is not known;
    `cell` is where the euros stand in the pool's table, None where they have no place.
    """

    period: Period
    source: str
    target: str
    basis: str | None
    share_percent: Decimal
    amount: Decimal | None
    sheet: str
    cell: str | None


def allocation_lineage(pooled: SharedCosts) -> Iterator[Allocated]:
    """Yield every flow, period by period, pools in the order they are closed."""
    for pool in pooled.pools:
        for receiver in pool.shares:
            yield _allocated(pooled, pool, AllocatedPart(pool, receiver))


def _allocated(pooled: SharedCosts, pool: Divided, part: AllocatedPart) -> Allocated:
    place = pool.table.of(AllocationWord.ALLOCATED, pool.period, part.receiver)
    amount = None if pool.parts is None else pool.parts[part.receiver] * pool.table.scale
    return Allocated(
        period=pool.period,
        source=pool.table.pool,
        target=pool.targets.get(part.receiver, pooled.owner(part.receiver)),
        basis=pool.table.basis,
        share_percent=pool.shares[part.receiver],
        amount=amount,
        sheet=pool.table.sheet,
        cell=None if place is None else place.cell,
    )
