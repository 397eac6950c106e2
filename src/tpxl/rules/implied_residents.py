"""How many residents a printed figure per resident implies."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from tpxl.rules.rounding import magnitude
from tpxl.rules.units import half_unit


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
