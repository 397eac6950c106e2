"""The change from one period to the next, in per cent (muutos %)."""

from fractions import Fraction

from tpxl.rules.rounding import Number, rational

DECIMALS = 1
"""The report prints changes to a tenth of a per cent."""


def change_percent(new: Number, base: Number) -> Fraction | None:
    """Return (new / base − 1) · 100 on signed values; None over a zero base or another sign's.

    Expenses that are printed negative grow when they become more negative, and the change is
    then positive. Over a base of zero, or of the other sign, no percentage has a meaning.

    Source: the report's section 7, "Muutos %".

    >>> from tpxl.rules.rounding import rounded
    >>> rounded(change_percent(-693004, -753029), 1)
    Decimal('-8.0')
    >>> change_percent(69, 0) is None
    True
    """
    now, then = rational(new), rational(base)
    if then == 0 or (now != 0 and (now < 0) != (then < 0)):
        return None
    return Fraction((now - then) * 100, then)
