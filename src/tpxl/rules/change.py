"""The change from one period to the next, in per cent (muutos %)."""

from tpxl.rules.formulas import Quotient
from tpxl.rules.measured import Exact
from tpxl.rules.rounding import Number, rational

DECIMALS = 1
"""The report prints changes to a tenth of a per cent."""

_CHANGE = Quotient(1)


def change_percent(new: Number, base: Number) -> Exact | None:
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
    return _CHANGE.value((rational(new), rational(base)))
