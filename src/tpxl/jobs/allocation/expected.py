"""What every computed place of the shared costs should hold: on their own sheet and the areas'.

For every euro allocated, where it came from and where it went.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from tpxl.jobs.allocation.pools import AllocatedPart, SharedCosts
from tpxl.model import Figure, Period
from tpxl.model.allocation import AllocationLine, AllocationPlace, FlowRow
from tpxl.rules.formulas import Allotted
from tpxl.rules.relations import Obstacle, Relation
from tpxl.rules.rounding import exact, rounded, unit_of
from tpxl.rules.step_down import Divided
from tpxl.terms.allocation import AllocationWord as Word

WHOLE = Decimal("100.0")
_CENTS = 2
NO_FLOW = Obstacle.NO_FLOW.value


class _Place(NamedTuple):
    """What a computed place of shared costs should hold, in its own unit; None where unknown.

    `code` names the finding where it differs; `quota` is the exact value before whole units were
    dealt out. `implied` is what other printed figures make it: a fault is told once, where it is.
    `is_told` says that why nothing is known is told elsewhere, or awaits recalculation.
    """

    figure: Figure
    right: Decimal | None
    owner: str
    code: str
    pool: str = ""
    quota: Fraction | None = None
    implied: Fraction | None = None
    is_told: bool = False

    def relation(self, *, is_locked: bool) -> Relation:
        """Return the relation that the place stands in."""
        decimals = 0 if self.right is None else max(0, -int(self.right.as_tuple().exponent))
        figure, scale = self.figure, exact(self.figure.scale)
        one = unit_of(figure, decimals)
        quota = None if self.quota is None else self.quota * scale
        part = Allotted(exact(self.right or 0) * scale, quota, one)
        return Relation(
            self.code,
            figure,
            (),
            part,
            self.owner,
            decimals,
            decimals,
            is_locked=is_locked,
            also=part._replace(part=exact(self.implied or 0) * scale) if self._repeats() else None,
            obstacle=self._obstacle(),
            pool=self.pool,
        )

    def _repeats(self) -> bool:
        """Tell whether the place repeats what other printed figures say, right or wrong."""
        if self.implied is None or self.figure.number is None or self.right is None:
            return False
        decimals = max(0, -int(self.right.as_tuple().exponent))
        return rounded(self.figure.number, decimals) == rounded(self.implied, decimals)

    def _obstacle(self) -> Obstacle | None:
        if self.is_told:
            return Obstacle.UNKNOWN
        if self.right is not None:
            return None
        return Obstacle.NO_FLOW if self.code == NO_FLOW else Obstacle.NO_POOL


def allocation_relations(shared: SharedCosts) -> Iterator[Relation]:
    """Yield the relation of every computed place: of pools, of areas' lines, of the list of flows.

    What the drivers make is dealt out for all receivers together; each place is held to its part.
    """
    for place in _places(shared):
        yield place.relation(is_locked=shared.is_locked(place.figure.period))


def _places(pooled: SharedCosts) -> Iterator[_Place]:
    """Yield every computed place: the pools' own, the areas' lines, the list of flows."""
    for pool in pooled.pools:
        for receiver in pool.table.receivers:
            yield from _of_receiver(pooled, AllocatedPart(pool, receiver))
        yield from _of_pool(pool)
        yield from _of_sums(pool)
    for line in pooled.survey.allocations.lines:
        yield from _of_line(pooled, line)
    for table in pooled.survey.allocations.flows:
        for row in table.rows:
            yield from _of_flow(pooled, row)


def _of_receiver(pooled: SharedCosts, part: AllocatedPart) -> Iterator[_Place]:
    pool, owner = part.pool, pooled.owner(part.receiver)
    share = pool.table.of(Word.SHARE, pool.period, part.receiver)
    if share is not None and not pool.weights.are_typed_shares:
        yield _share(share, part, owner)
    euros = pool.table.of(Word.ALLOCATED, pool.period, part.receiver)
    if euros is not None:
        yield _euros(euros, [part], owner)


def _share(
    figure: Figure, part: AllocatedPart, owner: str, implied: Fraction | None = None
) -> _Place:
    return _Place(
        figure,
        _or_nothing(part, part.share, figure),
        owner,
        "allocation_share",
        part.pool.table.pool,
        part.share_quota,
        implied,
        is_told=part.pool.fault is not None,
    )


def _euros(
    figure: Figure, parts: Iterable[AllocatedPart], owner: str, implied: Fraction | None = None
) -> _Place:
    """Return the place of the euros that one pool or several give, in the place's own unit."""
    given = tuple(parts)
    scale = exact(figure.scale)
    amounts, quotas = [part.euros for part in given], [part.euros_quota for part in given]
    right: Decimal | None = None
    if len(given) == 1 and given[0].pool.table.scale == figure.scale:
        right = (given[0].pool.parts or {}).get(given[0].receiver)
        right = _or_nothing(given[0], right, figure)
    elif given and None not in amounts:
        decimals = _CENTS if figure.scale == 1 else figure.decimals
        right = _trimmed(rounded(_sum(amounts) / scale, decimals))
    return _Place(
        figure,
        right,
        owner,
        "allocation_part",
        ", ".join(dict.fromkeys(part.pool.table.pool for part in given)),
        None if None in quotas or not given else _sum(quotas) / scale,
        None if implied is None else implied / scale,
        is_told=any(_is_told(part.pool) for part in given),
    )


def _sum(numbers: Iterable[Fraction | None]) -> Fraction:
    return sum((number for number in numbers if number is not None), Fraction(0))


def _trimmed(number: Decimal) -> Decimal:
    """Return a number without cents where it has none."""
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number


def _or_nothing(part: AllocatedPart, right: Decimal | None, figure: Figure) -> Decimal | None:
    """Return the right figure; zero where a receiver without a driver is printed something."""
    if right is None and part.pool.fault is None and part.receiver not in part.pool.shares:
        return Decimal(0) if figure.number else None
    return right


def _is_told(pool: Divided) -> bool:
    """Tell whether why a pool's euros are not known is told elsewhere, or is not known yet."""
    amount = pool.table.of(Word.AMOUNT, pool.period)
    is_pending = amount is not None and (not amount.is_known or amount.is_unreadable)
    return pool.fault is not None or pool.received is None or is_pending


def _of_pool(pool: Divided) -> Iterator[_Place]:
    """Yield what the pool got from earlier ones, and all that it gives."""
    for word, right in ((Word.RECEIVED, pool.received), (Word.DISTRIBUTED, pool.distributed)):
        figure = pool.table.of(word, pool.period)
        if figure is not None:
            yield _Place(
                figure,
                None if right is None else _decimal(right),
                pool.table.pool,
                "allocation_received",
                pool.table.pool,
                is_told=_is_told(pool),
            )


def _decimal(number: Fraction) -> Decimal:
    """Return a number that a decimal wrote, in as many digits as it takes."""
    return _trimmed(Decimal(number.numerator) / Decimal(number.denominator))


def _of_sums(pool: Divided) -> Iterator[_Place]:
    """Yield the rows that show that drivers, shares and euros sum, and what is left over."""
    for word in (Word.DRIVER, Word.FIXED_SHARE, Word.SHARE, Word.ALLOCATED):
        figure = pool.table.figures.get(AllocationPlace(word, pool.period, None, Word.TOTAL))
        right = _sum_due(pool, word)
        if figure is None or (right is None and word is not Word.ALLOCATED):
            continue
        yield _Place(
            figure,
            right,
            pool.table.pool,
            "allocation_sum",
            pool.table.pool,
            implied=_printed_sum(pool, word),
            is_told=_is_told(pool),
        )
    left = pool.table.figures.get(
        AllocationPlace(Word.ALLOCATED, pool.period, None, Word.DIFFERENCE)
    )
    if left is not None and pool.parts is not None and pool.distributed is not None:
        implied = pool.distributed - _printed_sum(pool, Word.ALLOCATED)
        yield _Place(
            left, Decimal(0), pool.table.pool, "allocation_left", pool.table.pool, implied=implied
        )


def _sum_due(pool: Divided, word: Word) -> Decimal | None:
    if pool.fault is not None:
        return None
    match word:
        case Word.ALLOCATED:
            return None if pool.parts is None else _decimal(pool.distributed or Fraction(0))
        case Word.DRIVER if not pool.weights.are_shares:
            return _decimal(_sum(pool.weights.by_receiver.values()))
        case Word.FIXED_SHARE | Word.SHARE:
            return WHOLE
        case _:
            return None


def _printed_sum(pool: Divided, word: Word) -> Fraction:
    figures = (pool.table.of(word, pool.period, name) for name in pool.table.receivers)
    return _sum(exact(one.number) for one in figures if one is not None and one.number is not None)


def _of_line(pooled: SharedCosts, line: AllocationLine) -> Iterator[_Place]:
    """Yield the places of a row on an area's sheet."""
    area = line.area
    if area is None:
        return
    for period, figure in line.figures.items():
        if line.word is Word.SHARE:
            part = pooled.part_mentioned(area, period, line.pool)
            if part is None:
                yield _Place(figure, None, area.name, "allocation_share")
            else:
                yield _share(figure, part, area.name, part.printed(_share_word(part)))
            continue
        names = pooled.mentioned(line.pool)
        parts = [one for one in pooled.parts_of(area, period) if one.pool.table.pool in names]
        printed = [part.printed(Word.ALLOCATED) for part in parts]
        implied = None if None in printed or not parts else _sum(printed)
        yield _euros(figure, parts, area.name, implied)


def _share_word(part: AllocatedPart) -> Word:
    has_shares = part.pool.table.has(Word.SHARE, part.pool.period)
    return Word.SHARE if has_shares else Word.FIXED_SHARE


def _of_flow(pooled: SharedCosts, row: FlowRow) -> Iterator[_Place]:
    """Yield the places of a row of the list of flows."""
    part = pooled.part(row.period, row.source, row.target)
    for figure, code in ((row.share, "allocation_share"), (row.amount, "allocation_part")):
        if figure is None:
            continue
        if part is None:
            yield _Place(figure, None, row.target, NO_FLOW, row.source)
        elif code == "allocation_share":
            owner = pooled.owner(part.receiver)
            yield _share(figure, part, owner, part.printed(_share_word(part)))
        else:
            yield _euros(figure, [part], pooled.owner(part.receiver), part.printed(Word.ALLOCATED))


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
    place = pool.table.of(Word.ALLOCATED, pool.period, part.receiver)
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
