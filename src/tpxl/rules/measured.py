"""A printed figure as an exact number of its measure, whatever unit it is printed in.

Euros are euros where a table prints thousands; per cents and counts are as printed.
"""

from fractions import Fraction

from tpxl.model import Figure
from tpxl.model.line import RESIDENTS
from tpxl.rules.rounding import rational
from tpxl.rules.spans import Span
from tpxl.rules.units import unit

Exact = int | Fraction


def measured(figure: Figure) -> Exact:
    """Return the figure's number, of nothing printed zero."""
    number = rational(figure.number or 0)
    return number if figure.scale == 1 else number * rational(figure.scale)


def unit_of(figure: Figure, decimals: int | None = None) -> Fraction:
    """Return one unit of its last printed digit; of the last of `decimals` where they are given."""
    one = unit(figure.decimals if decimals is None else decimals)
    return one if figure.scale == 1 else one * rational(figure.scale)


def span_of(figure: Figure, number: Exact) -> Span:
    """Return the values that a number printed like the figure stands for.

    Residents are counted, never rounded: they stand for themselves.
    """
    return Span.around(number, 0 if figure.line == RESIDENTS else unit_of(figure) / 2)
