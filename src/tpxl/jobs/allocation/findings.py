"""What is wrong with the shared costs: pools that cannot be divided, parts that do not follow."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType

from tpxl.jobs.allocation.dues import WHOLE, Due, dues
from tpxl.jobs.allocation.notes import note_findings
from tpxl.jobs.allocation.pooled import Pooled
from tpxl.model import Address, Figure, Finding, Period, Related, Severity, quoted
from tpxl.model.allocation import DRIVER, SHARE, SHARED_COSTS, AllocationTable, Place
from tpxl.rules.divided import Divided
from tpxl.rules.pooling import Fault
from tpxl.rules.rounding import exact, rounded
from tpxl.rules.units import unit
from tpxl.terms.allocation import AllocationWord as Word


def findings(pooled: Pooled) -> Iterator[Finding]:
    """Yield what is wrong with the shared costs: each fault once, where it stands."""
    for table in pooled.survey.allocations.tables:
        yield from _repeats(table)
        for place, figure in table.figures.items():
            yield from _reading(pooled, table, place, figure)
    yield from _faults(pooled)
    for due in dues(pooled):
        finding = _comparison(pooled, due)
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


def _reading(
    pooled: Pooled, table: AllocationTable, place: Place, figure: Figure
) -> Iterator[Finding]:
    owner = table.pool if place.receiver is None else pooled.owner(place.receiver)
    facts = {"text": quoted(figure.value)}
    if figure.is_unreadable:
        code = "error_value" if figure.is_error else "unreadable"
        yield _at(figure, code, Severity.ERROR, owner, facts)
    elif figure.is_text and figure.is_known:
        yield _at(figure, "number_as_text", Severity.INFO, owner, facts)


def _faults(pooled: Pooled) -> Iterator[Finding]:
    """Yield why pools cannot be divided: a circle once, whatever it goes through."""
    circles: set[tuple[frozenset[str], Period]] = set()
    for pool in pooled.pools:
        match pool.fault:
            case None | Fault.UNKNOWN:
                continue
            case Fault.CIRCLE:
                circle = (frozenset(pool.at_fault), pool.period)
                if circle not in circles:
                    circles.add(circle)
                    yield _fault(pool, Severity.ERROR, {"pools": " → ".join(pool.at_fault)})
            case Fault.NO_DRIVERS:
                yield from _without_drivers(pool)
            case Fault.SHARES_DO_NOT_SUM:
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


def _shares(pooled: Pooled, pool: Divided) -> Finding:
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


_CULPRITS = {
    Fault.SHARES_DO_NOT_SUM: (Word.FIXED_SHARE, Word.SHARE),
    Fault.DRIVER_NEGATIVE: (Word.DRIVER, Word.FIXED_SHARE, Word.SHARE),
    Fault.DRIVER_MISSING: (Word.DRIVER,),
    Fault.DRIVERS_ZERO: (Word.DRIVER,),
    Fault.NO_DRIVERS: (Word.DRIVER, Word.FIXED_SHARE),
    Fault.TWO_BASES: (Word.FIXED_SHARE,),
}


def _fault(pool: Divided, severity: Severity, facts: Mapping[str, object]) -> Finding:
    fault = pool.fault or Fault.UNKNOWN
    return Finding(
        code=fault.value,
        severity=severity,
        area=pool.table.pool,
        sheet=pool.table.sheet,
        cell=_culprit(pool, fault).a1,
        line=str(SHARED_COSTS if fault in {Fault.CIRCLE, Fault.POOL_TWICE} else DRIVER),
        period=str(pool.period),
        facts={"pool": pool.table.pool, **facts},
    )


def _culprit(pool: Divided, fault: Fault) -> Address:
    """Return the cell to look at: of the first receiver at fault, else where the pool is named."""
    receivers = [name for name in pool.at_fault if name in pool.table.receivers]
    for name in receivers or pool.table.receivers:
        for word in _CULPRITS.get(fault, ()):
            figure = pool.table.of(word, pool.period, name)
            if figure is not None:
                return figure.address
    return pool.table.address


def _comparison(pooled: Pooled, due: Due) -> Finding | None:
    figure = due.figure
    if not figure.is_known or figure.is_unreadable or due.is_told:
        return None
    if due.right is None:
        if not figure.number:
            return None
        code = due.code if due.code == "allocation_flow" else "allocation_unknown"
        severity = Severity.ERROR if code == due.code else Severity.UNVERIFIABLE
        return _at(figure, code, severity, due.owner, {"pool": due.pool}, found=figure.number)
    if figure.number is None:
        return _at(figure, "empty_computed", Severity.INFO, due.owner, expected=due.right)
    return _disagreement(pooled, due, exact(figure.number), due.right)


def _disagreement(pooled: Pooled, due: Due, printed: Fraction, right: Decimal) -> Finding | None:
    decimals = max(0, -int(right.as_tuple().exponent))
    if rounded(printed, decimals) == right:
        return None
    if due.implied is not None and rounded(printed, decimals) == rounded(due.implied, decimals):
        return None
    is_rounding = due.quota is not None and _is_rounding(printed, right, due.quota, decimals)
    todo = "locked" if due.figure.period in pooled.locked else "open"
    return _at(
        due.figure,
        f"{due.code}_rounding" if is_rounding else due.code,
        Severity.ROUNDING if is_rounding else Severity.ERROR,
        due.owner,
        {"pool": due.pool, "todo": todo},
        found=due.figure.number,
        expected=right,
    )


def _is_rounding(printed: Fraction, right: Decimal, quota: Fraction, decimals: int) -> bool:
    """Tell whether a part is one unit off, and within a unit of its exact value."""
    one = unit(decimals)
    return abs(printed - exact(right)) <= one and abs(printed - quota) < one


def _absent_flows(pooled: Pooled) -> Iterator[Finding]:
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


def _at(
    figure: Figure,
    code: str,
    severity: Severity,
    owner: str,
    facts: Mapping[str, object] = MappingProxyType({}),
    *,
    found: Decimal | None = None,
    expected: Decimal | None = None,
) -> Finding:
    return Finding(
        code=code,
        severity=severity,
        area=owner,
        sheet=figure.sheet,
        cell=figure.cell,
        line=str(figure.line),
        period=str(figure.period),
        found=found,
        expected=expected,
        facts=facts,
    )
