"""Across areas: the residents that the printed €/asukas imply, and areas that contradict.

Source: margin and €/asukas as printed; where the margin does not follow from its inputs, these
count too, so that a wrong margin is not told again as wrong residents.

How many residents a printed figure per resident implies.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from tpxl.jobs.check.area_lines import figures_of
from tpxl.jobs.check.context import CheckContext
from tpxl.jobs.check.expected import ExpectedFigures
from tpxl.messages.sentences import printed
from tpxl.model import Few, Figure, Finding, Period, Related, Severity
from tpxl.model.figure import CellPlace
from tpxl.model.line import MARGIN, MARGIN_PER_RESIDENT
from tpxl.rules.rounding import Exact, half_unit, magnitude, measured, unit_of


class Implied(NamedTuple):
    """The fewest and the most residents that give a printed figure per resident."""

    low: int
    high: int


def implied_residents(
    amounts: Sequence[int | Fraction],
    reach: int | Fraction,
    per_resident: int | Fraction | Decimal,
    decimals: int,
) -> Implied | None:
    """Return the residents that turn one of the amounts into the printed figure.

    `amounts` are in euros, each known within `reach`. None where the figure is too near zero to
    imply anything, or where amount and figure have different signs.

    >>> implied_residents([-1671625], 0, -238, 0)
    Implied(low=7009, high=7038)
    """
    half, (figure, parts) = half_unit(decimals), per_resident.as_integer_ratio()
    is_negative = figure < 0
    for amount in amounts:
        if not amount or (amount.numerator < 0) != is_negative:
            return None
    # in whole numbers, which are quick: (figure ± half) is (middle ± room) / common
    common = parts * half.denominator
    middle, room = abs(figure) * half.denominator, parts * half.numerator
    if middle <= room:
        return None
    sizes = [magnitude(amount) for amount in amounts]
    fewest, rest = _divided((min(sizes) - reach) * common, middle + room)
    if rest or not reach:
        fewest += 1
    return Implied(fewest, _divided((max(sizes) + reach) * common, middle - room)[0])


def _divided(amount: int | Fraction, by: int) -> tuple[int, int]:
    """Return the whole part of a quotient, and what is left."""
    return divmod(amount.numerator, amount.denominator * by)


def contradicting(ranges: Sequence[Implied]) -> tuple[int, ...]:
    """Return which ranges stand apart from the largest group that agrees, none where all do.

    Where no two agree, or two groups are as large, all of them contradict each other.

    >>> contradicting([Implied(6884, 6907), Implied(8149, 8188), Implied(6873, 6909)])
    (1,)
    """
    if not ranges or max(one.low for one in ranges) <= min(one.high for one in ranges):
        return ()
    groups = {
        frozenset(i for i, one in enumerate(ranges) if one.low <= point <= one.high)
        for point in {one.low for one in ranges}
    }
    largest = max(map(len, groups))
    winners = [group for group in groups if len(group) == largest]
    apart = set(range(len(ranges)))
    if len(winners) == 1:
        apart -= winners[0]
    return tuple(sorted(apart))


_MOST_TOLD = 3
"""The message names as many areas; all of them are in `related`."""


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
            "ranges": _few(told),
            "all_ranges": [_range(one) for one in told],
        },
    )


def _few(ranges: Sequence[AreaRange]) -> Few:
    """Return the ranges that stand farthest apart and one between, in the book's order."""
    lowest = min(ranges, key=lambda one: one.implied.high)
    highest = max(ranges, key=lambda one: one.implied.low)
    others = [one for one in ranges if one not in {lowest, highest}]
    shown = {lowest, highest, *others[: _MOST_TOLD - 2]}
    names = tuple(_range(one) for one in ranges if one in shown)
    return Few(names, len(ranges) - len(names))


def _range(one: AreaRange) -> str:
    low, high = (printed(Decimal(number)) for number in one.implied)
    return f"{one.area} {low}" if low == high else f"{one.area} {low}–{high}"
