"""What is known of a wrong figure: the figure, the right value, and what it was made from."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Any, NamedTuple

from tpxl.model import Line, Period
from tpxl.rules.rounding import Number, exact, rounded

Name = Line | Period | str
Amounts = Mapping[Name, Fraction]


_NONE: Amounts = MappingProxyType({})


class Case(NamedTuple):
    """A printed figure that is wrong, its exact value, and the figures around it.

    `right` is exact and in the unit of `printed`; `decimals` are those shown. What a figure is
    made from is given where it is so made: `change_of`, `share_of`, `difference_of` (base, new),
    `quotient_of` (amount, residents), `parts` by their names for a sum. `bases` and `residents`
    are those of other periods, `amounts` the other lines of the same area and period, `elsewhere`
    the right figures of the same line in other periods. Names are lines and periods, which a
    sentence words, or labels as printed.
    """

    printed: Decimal
    right: Fraction
    decimals: int
    change_of: tuple[Fraction, Fraction] | None = None
    share_of: tuple[Fraction, Fraction] | None = None
    difference_of: tuple[Fraction, Fraction] | None = None
    quotient_of: tuple[Fraction, Fraction] | None = None
    parts: Amounts = _NONE
    bases: Amounts = _NONE
    residents: Amounts = _NONE
    amounts: Amounts = _NONE
    elsewhere: Amounts = _NONE

    @property
    def expected(self) -> Decimal:
        """Return what should be printed."""
        return rounded(self.right, self.decimals)

    def units(self, figure: Number) -> int:
        """Return a figure in units of the last digit shown."""
        return in_units(figure, self.decimals)

    @property
    def units_off(self) -> int:
        """Return how far the printed figure is from the right one, in units of its last digit."""
        return abs(self.units(self.printed) - self.units(self.right))


class Candidate(NamedTuple):
    """What a mistake would have printed, before rounding, and the facts its sentence needs."""

    value: Fraction
    facts: Mapping[str, Any] = MappingProxyType({})


class Cause(NamedTuple):
    """The mistake that reproduces a printed figure: a code, and the facts of its sentence."""

    code: str
    facts: Mapping[str, Any]


def in_units(figure: Number, decimals: int) -> int:
    """Return a figure counted in units of its last printed digit.

    >>> in_units(Decimal("-41.9"), 1)
    -419
    """
    return int(rounded(exact(figure) * Fraction(10) ** decimals))


def shown(amount: Fraction) -> Decimal:
    """Return an amount for a sentence: without its sign, cents only where it has them.

    >>> shown(Fraction(-6944)), shown(Fraction(1, 2))
    (Decimal('6944'), Decimal('0.50'))
    """
    return rounded(abs(amount), 0 if amount.denominator == 1 else 2)
