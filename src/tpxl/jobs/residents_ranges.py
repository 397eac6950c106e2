"""Across areas: the residents that the printed €/asukas imply, and areas that contradict.

Source: margin and €/asukas as printed; where the margin does not follow from its inputs, these
count too, so that a wrong margin is not told again as wrong residents.
"""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from tpxl.jobs.figures import Reckoning
from tpxl.jobs.inspection import Inspection
from tpxl.messages.numbers import printed
from tpxl.model import Address, Area, Figure, Finding, Period, Related, Severity
from tpxl.model.line import MARGIN, MARGIN_PER_RESIDENT
from tpxl.rules.implied_residents import Implied, contradicting, implied_residents
from tpxl.rules.rounding import rational
from tpxl.rules.tolerance import half_unit


class AreaRange(NamedTuple):
    """The residents that an area's figure per resident implies, and where it stands.

    `implied` is by the printed margin, `possible` by the margin of its inputs too.
    """

    area: str
    figure: Figure
    implied: Implied
    possible: Implied


def ranges_by_period(reckonings: Iterable[Reckoning]) -> Mapping[Period, tuple[AreaRange, ...]]:
    """Return each period's implied residents, area by area in the book's order."""
    found: dict[Period, list[AreaRange]] = {}
    for reckoning in reckonings:
        rights = _margins(reckoning)
        for period in reckoning.area.periods:
            told = _range_of(reckoning.area, period, rights)
            if told is not None:
                found.setdefault(period, []).append(told)
    return {period: tuple(ranges) for period, ranges in found.items()}


def _margins(reckoning: Reckoning) -> Mapping[Address, int | Fraction]:
    """Return what the area's margins should be, by their places."""
    return {
        place.figure.address: place.exact
        for place in reckoning.places
        if place.figure.line == MARGIN and place.exact is not None
    }


def _range_of(
    area: Area, period: Period, rights: Mapping[Address, int | Fraction]
) -> AreaRange | None:
    figure, margin = area.figure(MARGIN_PER_RESIDENT, period), area.figure(MARGIN, period)
    if figure is None or margin is None or not (figure.is_known and margin.is_known):
        return None
    if figure.number is None or margin.number is None:
        return None
    scale = rational(margin.scale)
    reach = half_unit(margin.decimals) * scale if scale > 1 else 0
    amounts = [rational(margin.number) * scale]
    number = rational(figure.number)
    by_print = possible = implied_residents(amounts, reach, number, figure.decimals)
    right = rights.get(margin.address)
    if right is not None and right * scale != amounts[0]:
        amounts.append(right * scale)
        possible = implied_residents(amounts, reach, number, figure.decimals)
    if by_print is None or possible is None:
        return None
    return AreaRange(area.name, figure, by_print, possible)


def residents_findings(inspection: Inspection) -> Iterator[Finding]:
    """Yield a warning for each period in which areas imply residents that cannot be the same."""
    for period, ranges in ranges_by_period(inspection.reckonings).items():
        apart = contradicting([one.possible for one in ranges])
        if apart:
            yield _finding(period, ranges, [ranges[index] for index in apart])


def _finding(period: Period, ranges: Iterable[AreaRange], apart: list[AreaRange]) -> Finding:
    told = tuple(ranges)
    first = apart[0]
    is_one = len(apart) == 1
    return Finding(
        code="residents_contradict",
        severity=Severity.WARNING,
        area=first.area if is_one else None,
        sheet=first.figure.sheet,
        cell=first.figure.cell,
        line=str(MARGIN_PER_RESIDENT),
        period=str(period),
        related=tuple(Related(o.figure.sheet, o.figure.cell) for o in told if o is not first),
        facts={
            "place": [*([first.area] if is_one else []), str(period)],
            "ranges": [_range(one) for one in told],
        },
    )


def _range(one: AreaRange) -> str:
    low, high = (printed(Decimal(number)) for number in one.implied)
    return f"{one.area} {low}" if low == high else f"{one.area} {low}–{high}"
