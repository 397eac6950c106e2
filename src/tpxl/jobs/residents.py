"""Euros per resident to be restated: printed with residents that the final figure replaced."""

from decimal import Decimal

from tpxl.model import Measure, Residents
from tpxl.rules.computed import Computed
from tpxl.rules.conventions import Conventions
from tpxl.rules.per_resident import per_resident
from tpxl.rules.rounding import exact, rounded


def replaced_residents(
    conventions: Conventions, place: Computed, printed: Decimal
) -> Residents | None:
    """Return the replaced row that a printed figure per resident follows from; None where none.

    Source: residents at 31.12. are preliminary when the books are closed; a year later the figure
    of the year before is restated with the final ones.
    """
    period = place.figure.period
    final = conventions.residents.get(period)
    if place.figure.line.measure is not Measure.PER_RESIDENT or place.exact is None or not final:
        return None
    amount = place.exact * exact(final.number)
    for earlier in conventions.superseded.get(period, ()):
        then = per_resident(amount, earlier.number)
        if then is not None and rounded(then, place.shown) == rounded(printed, place.shown):
            return earlier
    return None
