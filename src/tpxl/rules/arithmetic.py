"""The report's arithmetic by name: change %, operating margin (toimintakate), € per resident."""

from tpxl.rules.formulas import PerResident, Quotient, Sum
from tpxl.rules.rounding import Exact, Number, rational

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


def per_resident(euros: Number, residents: Number) -> Exact | None:
    """Return `euros` divided by `residents`; None where there are no residents to divide by.

    Source: the report's section 7, "Toimintakate €/asukas".

    >>> from tpxl.rules.rounding import rounded
    >>> rounded(per_resident(-611565, 6944))
    Decimal('-88')
    """
    return PerResident((1,)).value((rational(euros), rational(residents)))
