"""The operating margin (toimintakate)."""

from fractions import Fraction

from tpxl.rules.rounding import Number, rational


def operating_margin(
    income: Number,
    expenses: Number,
    own_production: Number = 0,
    *,
    expenses_are_negative: bool = True,
) -> int | Fraction:
    """Return income + own production + expenses, in the unit of the parts.

    Where expenses are printed positive they are subtracted.

    Source: the municipal profit and loss scheme: toimintatuotot + valmistus omaan käyttöön −
    toimintakulut = toimintakate.

    >>> operating_margin(1183920, -2808498) == -1624578
    True
    >>> operating_margin(100, 250, 20, expenses_are_negative=False) == -130
    True
    """
    signed = rational(expenses) if expenses_are_negative else -rational(expenses)
    return rational(income) + rational(own_production) + signed
