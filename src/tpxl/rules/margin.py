"""The operating margin (toimintakate)."""

from tpxl.rules.formulas import Sum
from tpxl.rules.measured import Exact
from tpxl.rules.rounding import Number, rational


def operating_margin(
    income: Number,
    expenses: Number,
    own_production: Number = 0,
    *,
    expenses_are_negative: bool = True,
) -> Exact:
    """Return income + own production + expenses, in the unit of the parts.

    Where expenses are printed positive they are subtracted.

    Source: the municipal profit and loss scheme: toimintatuotot + valmistus omaan käyttöön −
    toimintakulut = toimintakate.

    >>> operating_margin(1183920, -2808498) == -1624578
    True
    >>> operating_margin(100, 250, 20, expenses_are_negative=False) == -130
    True
    """
    sign = 1 if expenses_are_negative else -1
    parts = (rational(income), rational(own_production), rational(expenses))
    return Sum((1, 1, sign)).value(parts)
