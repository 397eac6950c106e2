"""Euros per resident (€/asukas)."""

from fractions import Fraction

from tpxl.rules.rounding import Number, rational


def per_resident(euros: Number, residents: Number) -> Fraction | None:
    """Return `euros` divided by `residents`; None where there are no residents to divide by.

    Source: the report's section 7, "Toimintakate €/asukas".

    >>> from tpxl.rules.rounding import rounded
    >>> rounded(per_resident(-611565, 6944))
    Decimal('-88')
    """
    count = rational(residents)
    return Fraction(rational(euros), count) if count > 0 else None
