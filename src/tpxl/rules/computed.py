"""What every computed place of an area should hold: margins, changes, euros per resident.

Computed figures come from inputs only: what needs the margin takes income, expenses and own
production, and the printed margin only where one of these is absent. So one fault is one finding.
"""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from enum import Enum, auto
from fractions import Fraction
from typing import NamedTuple

from tpxl.model import Area, Figure, FiguresRow, FiguresTable, Line, Measure, Period
from tpxl.model.line import EXPENSES, INCOME, MARGIN, OWN_PRODUCTION
from tpxl.rules import change
from tpxl.rules.conventions import Conventions
from tpxl.rules.margin import operating_margin
from tpxl.rules.per_resident import per_resident
from tpxl.rules.rounding import rational, rounded
from tpxl.rules.tolerance import Span, total
from tpxl.rules.units import half_unit

Exact = int | Fraction
_PARTS = frozenset({INCOME, EXPENSES, OWN_PRODUCTION})


class Obstacle(Enum):
    """Why a computed place has no right figure."""

    NO_BASE = auto()
    MEANINGLESS_BASE = auto()
    NO_RESIDENTS = auto()
    NO_PARTS = auto()
    UNKNOWN = auto()
    """An input awaits recalculation or is unreadable, which is reported where it stands."""


# A member of an Enum is looked up five times as slowly as a global, and these for every figure.
_NO_PARTS, _UNKNOWN = Obstacle.NO_PARTS, Obstacle.UNKNOWN


class Quantity(NamedTuple):
    """An amount in euros (or in pieces): its exact value, and the figures it is the sum of.

    `signs` tells how each figure counts: 1 added, -1 subtracted.
    """

    value: Exact
    inputs: tuple[Figure, ...]
    signs: tuple[int, ...] = (1,)

    @property
    def span(self) -> Span:
        """Return the values that the printed figures stand for."""
        return total(
            Span.around(_euros(figure), half_unit(figure.decimals) * rational(figure.scale)).times(
                sign
            )
            for figure, sign in zip(self.inputs, self.signs, strict=True)
        )


class Computed(NamedTuple):
    """A computed place: its figure as it stands, and the right one in the same unit.

    `decimals` are those to write, `shown` those to compare at: the row's own where it shows fewer.
    `right` is the figure to write, `exact` the same before it is rounded: None where none is.
    It is made of `amounts`: of one, divided by `divisor`, or of a new one and its base.
    """

    figure: Figure
    decimals: int
    shown: int
    exact: Exact | None = None
    right: Decimal | None = None
    amounts: tuple[Quantity, ...] = ()
    divisor: Exact = 1
    obstacle: Obstacle | None = None
    base: Period | None = None

    @property
    def inputs(self) -> tuple[Figure, ...]:
        """Return the printed figures it is computed from."""
        return tuple(figure for amount in self.amounts for figure in amount.inputs)

    @property
    def reach(self) -> Span | None:
        """Return the results of every value that the printed inputs stand for."""
        match self.amounts:
            case (amount,):
                return amount.span.times(Fraction(1, self.divisor))
            case (new, base):
                return _reach_of_change(new, base)
            case _:
                return None

    @property
    def is_wrong(self) -> bool:
        """Tell whether another figure is printed than the right one, or one where none can be."""
        printed = self.figure.number
        if printed is None or not self.figure.is_known:
            return False
        if self.obstacle is Obstacle.MEANINGLESS_BASE:
            return True
        return self.exact is not None and not self.is_shown_by(printed)

    def is_shown_by(self, printed: Decimal) -> bool:
        """Tell whether a printed figure is the right one at the decimals to compare at."""
        if self.exact is None:
            return False
        at_shown = self.right if self.shown == self.decimals else rounded(self.exact, self.shown)
        return (
            printed == at_shown
            or rounded(printed, self.shown) == at_shown
            or (at_shown is not None and float(printed) == float(at_shown))  # all a cell can hold
        )


def computed_places(area: Area, conventions: Conventions) -> Iterator[Computed]:
    """Yield every computed place of an area's sound tables, row by row."""
    tables = [table for table in area.tables if table.is_sound]
    by_area = _rows_by_line(tables)
    for table in tables:
        rows = by_area if len(tables) == 1 else {**by_area, **_rows_by_line([table])}
        margins: dict[Period, Quantity | Obstacle] = {}
        for row in table.rows:
            reckon = _RECKONERS.get((row.line == MARGIN, row.line.measure))
            if reckon is not None:
                sources = _Sources(row, row.line.amount, rows, by_area, conventions, margins)
                for figure in row.figures.values():
                    yield reckon(sources, figure)


def _rows_by_line(tables: list[FiguresTable]) -> dict[Line, FiguresRow]:
    return {row.line: row for table in reversed(tables) for row in reversed(table.rows)}


class _Sources(NamedTuple):
    """A row of computed places, and the rows it may be computed from: its table's come first.

    `of` is the line of amounts that the row measures; `margins` are those of the table, reckoned
    when they are asked for.
    """

    row: FiguresRow
    of: Line
    rows: Mapping[Line, FiguresRow]
    by_area: Mapping[Line, FiguresRow]
    conventions: Conventions
    margins: dict[Period, Quantity | Obstacle]

    def find(self, line: Line, period: Period) -> Figure | None:
        """Return a line's figure: of the row above, of this table, of the area's others."""
        basis = self.row.basis
        if basis is not None and basis.line == line:
            return basis.figures.get(period)
        for rows in (self.rows, self.by_area):
            row = rows.get(line)
            if row is not None and period in row.figures:
                return row.figures[period]
        return None

    def amount(self, period: Period) -> Quantity | Obstacle:
        """Return what is measured in a period; a margin from its parts where they are printed."""
        if self.of == MARGIN:
            margin = self.margin(period)
            if margin is not _NO_PARTS:
                return margin
        return _quantity(self.find(self.of, period))

    def margin(self, period: Period) -> Quantity | Obstacle:
        """Return the operating margin of a period from income, expenses and own production."""
        if self.row.basis is not None and self.row.basis.line in _PARTS:
            return self._margin(period)  # such a row knows a part of its own
        if period not in self.margins:
            self.margins[period] = self._margin(period)
        return self.margins[period]

    def _margin(self, period: Period) -> Quantity | Obstacle:
        income = _quantity(self.find(INCOME, period))
        expenses = _quantity(self.find(EXPENSES, period))
        made = _quantity(self.find(OWN_PRODUCTION, period))
        if _UNKNOWN in (income, expenses, made):
            return _UNKNOWN
        if not isinstance(income, Quantity) or not isinstance(expenses, Quantity):
            return _NO_PARTS
        own, inputs = (made.value, made.inputs) if isinstance(made, Quantity) else (0, ())
        is_negative = self.conventions.expenses_are_negative
        return Quantity(
            operating_margin(income.value, expenses.value, own, expenses_are_negative=is_negative),
            (*income.inputs, *expenses.inputs, *inputs),
            (1, 1 if is_negative else -1, 1)[: 2 + len(inputs)],
        )


def _euros(figure: Figure) -> Exact:
    number = rational(figure.number or 0)
    return number if figure.scale == 1 else number * rational(figure.scale)


def _quantity(figure: Figure | None) -> Quantity | Obstacle:
    """Return what a printed figure says in euros; a missing figure is never zero."""
    if figure is None:
        return _NO_PARTS
    if not figure.is_known:
        return _UNKNOWN
    if figure.number is None:
        return _NO_PARTS if figure.is_nothing else _UNKNOWN
    return Quantity(_euros(figure), (figure,))


def _margin(sources: _Sources, figure: Figure) -> Computed:
    due = sources.margin(figure.period)
    decimals = sources.row.decimals
    if not isinstance(due, Quantity):
        return Computed(figure, decimals or 0, decimals or 0, obstacle=due)
    if decimals is None:
        decimals = max(part.decimals for part in due.inputs)
    scale = rational(figure.scale)
    exact = due.value if scale == 1 else Fraction(due.value, scale)
    return Computed(
        figure,
        decimals,
        decimals,
        exact,
        rounded(exact, decimals),
        (due,),
        scale,
    )


def _per_resident(sources: _Sources, figure: Figure) -> Computed:
    setting, printed = sources.conventions.decimals_per_resident, sources.row.decimals
    decimals = setting if setting is not None else printed or 0
    shown = decimals if printed is None else min(decimals, printed)
    amount = sources.amount(figure.period)
    if not isinstance(amount, Quantity):
        return Computed(figure, decimals, shown, obstacle=amount)
    residents = sources.conventions.residents.get(figure.period)
    due = None if residents is None else per_resident(amount.value, residents.number)
    if residents is None or due is None:
        return Computed(figure, decimals, shown, obstacle=Obstacle.NO_RESIDENTS, amounts=(amount,))
    return Computed(
        figure,
        decimals,
        shown,
        due,
        rounded(due, decimals),
        (amount,),
        rational(residents.number),
    )


def _change(sources: _Sources, figure: Figure) -> Computed:
    decimals, printed = change.DECIMALS, sources.row.decimals
    shown = decimals if printed is None else min(decimals, printed)
    new = sources.amount(figure.period)
    if not isinstance(new, Quantity):
        return Computed(figure, decimals, shown, obstacle=new)
    period, base = _base(sources, figure)
    if not isinstance(base, Quantity):
        obstacle = Obstacle.NO_BASE if base is _NO_PARTS else base
        return Computed(figure, decimals, shown, obstacle=obstacle, amounts=(new,), base=period)
    due = change.change_percent(new.value, base.value)
    return Computed(
        figure,
        decimals,
        shown,
        due,
        None if due is None else rounded(due, decimals),
        (new, base),
        1,
        Obstacle.MEANINGLESS_BASE if due is None else None,
        period,
    )


def _reach_of_change(new: Quantity, base: Quantity) -> Span | None:
    quotients = new.span.over(base.span)
    return quotients and Span((quotients.low - 1) * 100, (quotients.high - 1) * 100)


def _base(sources: _Sources, figure: Figure) -> tuple[Period, Quantity | Obstacle]:
    """Return the first period to compare with that is printed, and its amount."""
    bases = figure.period.bases
    for period in bases:
        base = sources.amount(period)
        if base is not _NO_PARTS:
            return period, base
    return bases[0], _NO_PARTS


_RECKONERS: Mapping[tuple[bool, Measure], Callable[[_Sources, Figure], Computed]] = {
    (True, Measure.AMOUNT): _margin,
    (False, Measure.PER_RESIDENT): _per_resident,
    (False, Measure.CHANGE_PERCENT): _change,
}
