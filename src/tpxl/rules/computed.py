"""What every computed place of an area should hold: margins, changes, euros per resident.

Computed figures come from inputs only: what needs the margin takes income, expenses and own
production, and the printed margin only where one of these is absent. So one fault is one finding.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto
from fractions import Fraction

from tpxl.model import Area, Figure, FiguresRow, FiguresTable, Line, Measure, Period
from tpxl.model.line import EXPENSES, INCOME, MARGIN, OWN_PRODUCTION
from tpxl.rules import change
from tpxl.rules.conventions import Conventions
from tpxl.rules.margin import operating_margin
from tpxl.rules.per_resident import per_resident
from tpxl.rules.rounding import exact, rounded
from tpxl.rules.tolerance import Span, half_unit, total


class Obstacle(Enum):
    """Why a computed place has no right figure."""

    NO_BASE = auto()
    MEANINGLESS_BASE = auto()
    NO_RESIDENTS = auto()
    NO_PARTS = auto()
    UNKNOWN = auto()
    """An input awaits recalculation or is unreadable, which is reported where it stands."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount in euros (or in pieces): its exact value, the values its print stands for."""

    value: Fraction
    span: Span
    inputs: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Computed:
    """A computed place: its figure as it stands, and the right one in the same unit.

    `decimals` are those to write, `shown` those to compare at: the row's own where it shows fewer.
    """

    figure: Figure
    decimals: int
    shown: int
    exact: Fraction | None = None
    reachable: Span | None = None
    obstacle: Obstacle | None = None
    inputs: tuple[Figure, ...] = ()
    base: Period | None = None

    @property
    def right(self) -> Decimal | None:
        """Return the figure to write; None where there is none."""
        return None if self.exact is None else rounded(self.exact, self.decimals)


def computed_places(area: Area, conventions: Conventions) -> Iterator[Computed]:
    """Yield every computed place of an area's sound tables, row by row."""
    for table in area.tables:
        if not table.is_sound:
            continue
        for row in table.rows:
            reckon = _RECKONERS.get((row.line == MARGIN, row.line.measure))
            if reckon is None:
                continue
            for figure in row.figures.values():
                yield reckon(_Place(area, table, row, figure, conventions))


@dataclass(frozen=True, slots=True)
class _Place:
    """A computed place among what it may be computed from."""

    area: Area
    table: FiguresTable
    row: FiguresRow
    figure: Figure
    conventions: Conventions

    def find(self, line: Line, period: Period) -> Figure | None:
        """Return a line's figure: of the row above, of this table, of the area's others."""
        basis = self.row.basis
        if basis is not None and basis.line == line:
            return basis.figures.get(period)
        own = self.table.row(line)
        if own is not None and period in own.figures:
            return own.figures[period]
        return self.area.figure(line, period)

    def amount(self, line: Line, period: Period) -> Quantity | Obstacle:
        """Return a line's amount in a period; a margin from its parts where they are printed."""
        if line == MARGIN:
            margin = self.margin(period)
            if margin is not Obstacle.NO_PARTS:
                return margin
        return _quantity(self.find(line, period))

    def margin(self, period: Period) -> Quantity | Obstacle:
        """Return the operating margin of a period from income, expenses and own production."""
        income = _quantity(self.find(INCOME, period))
        expenses = _quantity(self.find(EXPENSES, period))
        own = _quantity(self.find(OWN_PRODUCTION, period))
        if Obstacle.UNKNOWN in (income, expenses, own):
            return Obstacle.UNKNOWN
        if isinstance(income, Obstacle) or isinstance(expenses, Obstacle):
            return Obstacle.NO_PARTS
        is_negative = self.conventions.expenses_are_negative
        made = [] if isinstance(own, Obstacle) else [own]
        return Quantity(
            operating_margin(
                income.value,
                expenses.value,
                sum((part.value for part in made), Fraction(0)),
                expenses_are_negative=is_negative,
            ),
            total(
                [
                    income.span,
                    expenses.span.times(1 if is_negative else -1),
                    *(part.span for part in made),
                ]
            ),
            (*income.inputs, *expenses.inputs, *(f for part in made for f in part.inputs)),
        )


def _quantity(figure: Figure | None) -> Quantity | Obstacle:
    """Return what a printed figure says in euros; a missing figure is never zero."""
    if figure is None or (figure.number is None and figure.is_nothing):
        return Obstacle.NO_PARTS
    if figure.number is None or not figure.is_known:
        return Obstacle.UNKNOWN
    scale = exact(figure.scale)
    value = exact(figure.number) * scale
    return Quantity(value, Span.around(value, half_unit(figure.decimals) * scale), (figure,))


def _margin(place: _Place) -> Computed:
    decimals = place.row.decimals
    due = place.margin(place.figure.period)
    if isinstance(due, Obstacle):
        return Computed(place.figure, decimals, decimals, obstacle=due)
    per_unit = 1 / exact(place.figure.scale)
    return Computed(
        place.figure,
        decimals,
        decimals,
        exact=due.value * per_unit,
        reachable=due.span.times(per_unit),
        inputs=due.inputs,
    )


def _per_resident(place: _Place) -> Computed:
    setting = place.conventions.decimals_per_resident
    decimals = place.row.decimals if setting is None else setting
    shown = min(decimals, place.row.decimals)
    amount = place.amount(place.row.line.amount, place.figure.period)
    if isinstance(amount, Obstacle):
        return Computed(place.figure, decimals, shown, obstacle=amount)
    residents = place.conventions.residents.get(place.figure.period)
    due = None if residents is None else per_resident(amount.value, residents.number)
    if residents is None or due is None:
        return Computed(
            place.figure, decimals, shown, obstacle=Obstacle.NO_RESIDENTS, inputs=amount.inputs
        )
    return Computed(
        place.figure,
        decimals,
        shown,
        exact=due,
        reachable=amount.span.times(1 / exact(residents.number)),
        inputs=amount.inputs,
    )


def _change(place: _Place) -> Computed:
    shown = min(change.DECIMALS, place.row.decimals)
    new = place.amount(place.row.line.amount, place.figure.period)
    if isinstance(new, Obstacle):
        return Computed(place.figure, change.DECIMALS, shown, obstacle=new)
    period, base = _base(place)
    if isinstance(base, Obstacle):
        obstacle = Obstacle.NO_BASE if base is Obstacle.NO_PARTS else base
        return Computed(
            place.figure, change.DECIMALS, shown, obstacle=obstacle, inputs=new.inputs, base=period
        )
    due = change.change_percent(new.value, base.value)
    quotients = new.span.over(base.span)
    return Computed(
        place.figure,
        change.DECIMALS,
        shown,
        exact=due,
        reachable=quotients and Span((quotients.low - 1) * 100, (quotients.high - 1) * 100),
        obstacle=Obstacle.MEANINGLESS_BASE if due is None else None,
        inputs=(*new.inputs, *base.inputs),
        base=period,
    )


def _base(place: _Place) -> tuple[Period, Quantity | Obstacle]:
    """Return the first period to compare with that is printed, and its amount."""
    bases = place.figure.period.bases
    for period in bases:
        base = place.amount(place.row.line.amount, period)
        if base is not Obstacle.NO_PARTS:
            return period, base
    return bases[0], Obstacle.NO_PARTS


_RECKONERS = {
    (True, Measure.AMOUNT): _margin,
    (False, Measure.PER_RESIDENT): _per_resident,
    (False, Measure.CHANGE_PERCENT): _change,
}
