"""Budget figures that are not round where all the others are."""

from collections.abc import Sequence
from fractions import Fraction

UNITS = (1000, 100, 10)
FEWEST = 5
"""Fewer figures make no habit."""


def odd_one(figures: Sequence[int | Fraction]) -> tuple[int, int] | None:
    """Return the one figure that is no multiple of a unit all others are, and that unit.

    Zeros say nothing. None where all are round, or more than one is not.

    >>> odd_one([Fraction(n) for n in (100, 2500, 1300, 400, 721, 900)])
    (4, 100)
    """
    telling = [index for index, figure in enumerate(figures) if figure]
    if len(telling) < FEWEST:
        return None
    for unit in UNITS:
        odd = [index for index in telling if figures[index] % unit]
        if len(odd) == 1:
            return odd[0], unit
    return None
