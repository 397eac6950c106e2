"""A comma in the wrong place, or a zero too many: ten or a hundred times the right input."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from tpxl.model import Figure
from tpxl.rules.formulas import Sum
from tpxl.rules.relations import Relation
from tpxl.rules.rounding import Exact, measured

_SLIPS = tuple(Fraction(10) ** power for power in (1, -1, 2, -2, 3, -3))
"""What a zero too many or a comma in the wrong place makes of a number, the likeliest first."""
_FEWEST_DIGITS = 3
"""Digits that must agree for a tenfold not to fit by chance.

What a sum lacks has as many digits as the term; what a quotient is, those of both.
"""


def slipped(term: Figure, relation: Relation) -> Iterator[Exact]:
    """Yield what a term would be with its comma elsewhere, where that would not fit by chance.

    The unit is that of the term's amount: €, or a number of posts.
    """
    digits = _digits(term)
    if not isinstance(relation.formula, Sum):
        digits += _digits(relation.result)
    if digits >= _FEWEST_DIGITS:
        yield from (measured(term) * slip for slip in _SLIPS)


def _digits(figure: Figure) -> int:
    """Return how many digits a number has between its first and its last that is no zero."""
    number = figure.number or Decimal(0)
    return len(number.normalize().as_tuple().digits) if number else 0
