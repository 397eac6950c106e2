"""What surrounds a wrong figure, gathered for the hypotheses of `rules.causes`."""

from decimal import Decimal
from fractions import Fraction

from tpxl.model import Area, Figure, Measure
from tpxl.model.line import MARGIN
from tpxl.rules.causes import Case, Cause, Name, named
from tpxl.rules.computed import Computed
from tpxl.rules.conventions import Conventions
from tpxl.rules.rounding import exact


def suspect(
    area: Area, conventions: Conventions, place: Computed, printed: Decimal
) -> Cause | None:
    """Return the one known mistake that reproduces a wrong figure; None where none does."""
    if place.exact is None:
        return None
    right = Fraction(place.exact)
    figure = place.figure
    match figure.line.measure:
        case Measure.CHANGE_PERCENT:
            case = _change(area, place, printed, right)
        case Measure.PER_RESIDENT:
            case = _per_resident(area, conventions, place, printed, right)
        case _:
            case = Case(
                printed,
                right,
                place.shown,
                parts={part.line: _euros(part) / exact(figure.scale) for part in place.inputs},
                amounts=_amounts(area, figure, per_unit=True),
            )
    return named(case)


def _change(area: Area, place: Computed, printed: Decimal, right: Fraction) -> Case:
    line, period = place.figure.line.amount, place.figure.period
    others: dict[Name, Fraction] = {}
    for other in area.periods:
        figure = area.figure(line, other)
        if other not in {period, place.base} and figure is not None and figure.number is not None:
            others[other] = _euros(figure)
    if line == MARGIN or len(place.inputs) != len(("new", "base")):
        return Case(printed, right, place.shown)
    new, base = (_euros(part) for part in place.inputs)
    return Case(printed, right, place.shown, change_of=(base, new), bases=others)


def _per_resident(
    area: Area, conventions: Conventions, place: Computed, printed: Decimal, right: Fraction
) -> Case:
    period = place.figure.period
    own = exact(conventions.residents[period].number)
    return Case(
        printed,
        right,
        place.shown,
        quotient_of=(right * own, own),
        residents={
            other: exact(typed.number)
            for other, typed in conventions.residents.items()
            if other != period
        },
        amounts=_amounts(area, place.figure, per_unit=False),
    )


def _amounts(area: Area, figure: Figure, *, per_unit: bool) -> dict[Name, Fraction]:
    """Return the other lines' amounts of the same area and period."""
    amounts: dict[Name, Fraction] = {}
    for table in area.tables:
        for row in table.rows:
            other = row.figures.get(figure.period)
            if (
                other is None
                or other.number is None
                or row.line.measure is not Measure.AMOUNT
                or row.line == figure.line.amount
            ):
                continue
            unit = exact(figure.scale) if per_unit else Fraction(1)
            amounts[row.line] = _euros(other) / unit
    return amounts


def _euros(figure: Figure) -> Fraction:
    return Fraction(0) if figure.number is None else exact(figure.number) * exact(figure.scale)
