"""Across areas: the residents that the printed €/asukas imply, and areas that contradict.

Source: margin and €/asukas as printed; where the margin does not follow from its inputs, these
count too, so that a wrong margin is not told again as wrong residents.
"""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from tpxl.jobs.check.area_lines import figures_of
from tpxl.jobs.check.context import CheckContext
from tpxl.jobs.check.expected import ExpectedFigures
from tpxl.messages.numbers import printed
from tpxl.model import Figure, Finding, Period, Related, Severity
from tpxl.model.figure import CellPlace
from tpxl.model.line import MARGIN, MARGIN_PER_RESIDENT
from tpxl.rules.implied_residents import Implied, contradicting, implied_residents
from tpxl.rules.measured import Exact, measured, unit_of


class AreaRange(NamedTuple):
    """The residents that an area's figure per resident implies, and where it stands.

    `implied` is by the printed margin, `possible` by the margin of its inputs too.
    """

    area: str
    figure: Figure
    implied: Implied
    possible: Implied


def ranges_by_period(expected: Iterable[ExpectedFigures]) -> Mapping[Period, tuple[AreaRange, ...]]:
    """Return each period's implied residents, area by area in the book's order."""
    found: dict[Period, list[AreaRange]] = {}
    for one in expected:
        area, rights = one.area, _margins(one)
        figures, margins = figures_of(area, MARGIN_PER_RESIDENT), figures_of(area, MARGIN)
        for period in area.periods:
            if period in figures and period in margins:
                told = _range_of(area.name, figures[period], margins[period], rights)
                if told is not None:
                    found.setdefault(period, []).append(told)
    return {period: tuple(ranges) for period, ranges in found.items()}


def _margins(expected: ExpectedFigures) -> Mapping[CellPlace, Exact]:
    """Return what the area's margins should be, in euros, by their places."""
    margins = [place for place in expected.places if place.result.line == MARGIN]
    dues = ((place.result.place, place.due()) for place in margins)
    return {place: due for place, due in dues if due is not None}


def _range_of(
    area: str, figure: Figure, margin: Figure, rights: Mapping[CellPlace, Exact]
) -> AreaRange | None:
    if not figure.is_known or figure.number is None:
        return None
    if not margin.is_known or margin.number is None:
        return None
    reach = unit_of(margin) / 2 if margin.scale > 1 else 0
    amounts = [measured(margin)]
    by_print = possible = implied_residents(amounts, reach, figure.number, figure.decimals)
    right = rights.get(margin.place)
    if right is not None and right != amounts[0]:
        amounts.append(right)
        possible = implied_residents(amounts, reach, figure.number, figure.decimals)
    if by_print is None or possible is None:
        return None
    return AreaRange(area, figure, by_print, possible)


def residents_findings(context: CheckContext) -> Iterator[Finding]:
    """Yield a warning for each period in which areas imply residents that cannot be the same."""
    for period, ranges in ranges_by_period(context.expected).items():
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
