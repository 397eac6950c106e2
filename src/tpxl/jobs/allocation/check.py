"""What is wrong with the shared costs: pools that cannot be divided, parts that do not follow."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from tpxl.jobs.allocation.expected import WHOLE
from tpxl.jobs.allocation.notes import note_findings
from tpxl.jobs.allocation.pools import SharedCosts
from tpxl.jobs.check.context import CheckContext
from tpxl.jobs.check.figure_findings import computed_finding, reading_finding
from tpxl.model import Address, Finding, Period, Related, Severity
from tpxl.model.allocation import DRIVER, SHARE, SHARED_COSTS, AllocationTable
from tpxl.rules.drivers import PoolFault
from tpxl.rules.step_down import Divided
from tpxl.terms.allocation import AllocationWord as Word

_TO_LOOK_AT = {
    PoolFault.SHARES_DO_NOT_SUM: (Word.FIXED_SHARE, Word.SHARE),
    PoolFault.DRIVER_NEGATIVE: (Word.DRIVER, Word.FIXED_SHARE, Word.SHARE),
    PoolFault.DRIVER_MISSING: (Word.DRIVER,),
    PoolFault.DRIVERS_ZERO: (Word.DRIVER,),
    PoolFault.NO_DRIVERS: (Word.DRIVER, Word.FIXED_SHARE),
    PoolFault.TWO_BASES: (Word.FIXED_SHARE,),
}


def allocation_findings(context: CheckContext) -> Iterator[Finding]:
    """Yield what is wrong with the shared costs: each fault once, where it stands."""
    pooled = context.allocations
    for table in pooled.survey.allocations.tables:
        yield from _repeats(table)
        for place, figure in table.figures.items():
            owner = table.pool if place.receiver is None else pooled.owner(place.receiver)
            reading = reading_finding(figure, owner)
            if reading is not None:
                yield reading
    yield from _faults(pooled)
    for relation in context.shared_relations:
        finding = computed_finding(relation, context)
        if finding is not None:
            yield finding
    yield from _absent_flows(pooled)
    yield from note_findings(pooled)


def _repeats(table: AllocationTable) -> Iterator[Finding]:
    for repeat in table.repeats:
        first = table.figures[repeat.place]
        yield Finding(
            code="allocation_place_twice",
            severity=Severity.ERROR,
            area=repeat.place.receiver or table.pool,
            sheet=table.sheet,
            cell=repeat.first.a1,
            line=str(first.line),
            period=str(repeat.place.period),
            related=(Related(table.sheet, repeat.second.a1),),
            facts={"second": repeat.second.a1, "pool": table.pool},
        )


def _faults(pooled: SharedCosts) -> Iterator[Finding]:
    """Yield why pools cannot be divided: a circle once, whatever it goes through."""
    circles: set[tuple[frozenset[str], Period]] = set()
    for pool in pooled.pools:
        match pool.fault:
            case None | PoolFault.UNKNOWN:
                continue
            case PoolFault.CIRCLE:
                circle = (frozenset(pool.at_fault), pool.period)
                if circle not in circles:
                    circles.add(circle)
                    yield _fault(pool, Severity.ERROR, {"pools": " → ".join(pool.at_fault)})
            case PoolFault.NO_DRIVERS:
                yield from _without_drivers(pool)
            case PoolFault.SHARES_DO_NOT_SUM:
                yield _shares(pooled, pool)
            case _:
                names = [pooled.owner(name) for name in pool.at_fault]
                yield _fault(pool, Severity.ERROR, {"receivers": names})


def _without_drivers(pool: Divided) -> Iterator[Finding]:
    """Yield what stands undivided: an amount without drivers, or shares that nothing tells."""
    is_printed = any(
        figure.number
        for place, figure in pool.table.figures.items()
        if place.period == pool.period and place.word in {Word.SHARE, Word.ALLOCATED}
    )
    severity = Severity.UNVERIFIABLE if is_printed else Severity.INFO
    if is_printed or pool.table.of(Word.AMOUNT, pool.period) is not None:
        yield _fault(pool, severity, {})


def _shares(pooled: SharedCosts, pool: Divided) -> Finding:
    """Return the finding of agreed shares that leave something, or are more than all."""
    left = pool.weights.unassigned or Decimal(0)
    names = [pooled.owner(name) for name in pool.at_fault]
    code = "allocation_shares_over" if left < 0 else "allocation_shares_sum"
    if left > 0 and names:
        code = "allocation_shares_lacking"
    finding = _fault(pool, Severity.ERROR, {"receivers": names, "unassigned": abs(left)})
    return Finding(
        code=code,
        severity=finding.severity,
        area=finding.area,
        sheet=finding.sheet,
        cell=finding.cell,
        line=str(SHARE),
        period=finding.period,
        found=100 - left,
        expected=WHOLE,
        facts=finding.facts,
    )


def _fault(pool: Divided, severity: Severity, facts: Mapping[str, object]) -> Finding:
    fault = pool.fault or PoolFault.UNKNOWN
    return Finding(
        code=fault.value,
        severity=severity,
        area=pool.table.pool,
        sheet=pool.table.sheet,
        cell=_cell_of(pool, fault).a1,
        line=str(SHARED_COSTS if fault in {PoolFault.CIRCLE, PoolFault.POOL_TWICE} else DRIVER),
        period=str(pool.period),
        facts={"pool": pool.table.pool, **facts},
    )


def _cell_of(pool: Divided, fault: PoolFault) -> Address:
    """Return the cell to look at: of the first receiver at fault, else where the pool is named."""
    receivers = [name for name in pool.at_fault if name in pool.table.receivers]
    for name in receivers or pool.table.receivers:
        for word in _TO_LOOK_AT.get(fault, ()):
            figure = pool.table.of(word, pool.period, name)
            if figure is not None:
                return figure.address
    return pool.table.address


def _absent_flows(pooled: SharedCosts) -> Iterator[Finding]:
    """Yield the flows that the list of flows lacks, of the periods it lists."""
    listed = [row for table in pooled.survey.allocations.flows for row in table.rows]
    found = {
        (part.period, part.pool_name, part.receiver)
        for row in listed
        if (part := pooled.part(row.period, row.source, row.target)) is not None
    }
    periods = {row.period for row in listed}
    for pool in pooled.pools:
        if pool.period not in periods or not pooled.survey.allocations.flows:
            continue
        table = pooled.survey.allocations.flows[0]
        for receiver, share in pool.shares.items():
            if share and (pool.period, pool.table.pool, receiver) not in found:
                yield Finding(
                    code="allocation_flow_absent",
                    severity=Severity.INFO,
                    area=pooled.owner(receiver),
                    sheet=table.sheet,
                    cell=table.address.a1,
                    period=str(pool.period),
                    facts={"pool": pool.table.pool},
                )
