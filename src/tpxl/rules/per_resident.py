"""Euros per resident (€/asukas)."""

from tpxl.rules.formulas import PerResident
from tpxl.rules.measured import Exact
from tpxl.rules.rounding import Number, rational


def per_resident(euros: Number, residents: Number) -> Exact | None:
    """Return `euros` divided by `residents`; None where there are no residents to divide by.

    Source: the report's section 7, "Toimintakate €/asukas".

    >>> from tpxl.rules.rounding import rounded
    >>> rounded(per_resident(-611565, 6944))
    Decimal('-88')
    """
    return PerResident((1,)).value((rational(euros), rational(residents)))
