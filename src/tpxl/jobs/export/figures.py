"""A figures table as it is printed: the chosen periods, each line with its own decimals."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from tpxl.jobs.export.choices import Choices
from tpxl.jobs.export.loose import printed, tidy
from tpxl.jobs.export.report import DASH, FiguresBlock, FiguresLine, Printed
from tpxl.model import Address, Figure, FiguresRow, FiguresTable, Grid, Measure, Period
from tpxl.model.line import EXPENSES, INCOME, MARGIN, POSTS, SERVICES, STAFF
from tpxl.rules.change import DECIMALS as CHANGE_DECIMALS
from tpxl.rules.change import change_percent
from tpxl.rules.rounding import exact, rounded
from tpxl.terms.periods import scale_of

REQUIRED = frozenset({EXPENSES, INCOME, MARGIN, STAFF, SERVICES, POSTS})
"""Lines that every period has: an empty place of theirs has not been filled in."""
UNITS = {Decimal(1000): "1\u00a0000\u00a0€", Decimal(1_000_000): "milj.\u00a0€"}
BLANK = "\u00a0"
"""Prints nothing where nothing belongs: beside a heading within a table."""


@dataclass(frozen=True, slots=True)
class FiguresLook:
    """How an area's figures are printed: the book's choices, the area's own decimals.

    `right` are the figures of computed places by sheet and address: what is printed where a
    formula awaits recalculation, for what it last showed may be of yesterday's inputs.
    """

    choices: Choices
    per_resident_decimals: int | None = None
    right: Mapping[tuple[str, Address], Decimal | None] = field(default_factory=dict)

    def number(self, figure: Figure) -> Decimal | None:
        """Return the number that is printed in a place."""
        right = None if figure.is_known else self.right.get((figure.sheet, figure.address))
        return figure.number if right is None else right

    def decimals(self, row: FiguresRow) -> int:
        """Return the decimals of a line: as chosen, else as printed; a change has one."""
        chosen = None
        match row.line.measure:
            case Measure.CHANGE_PERCENT:
                chosen = self.choices.change_decimals
                return CHANGE_DECIMALS if chosen is None else chosen
            case Measure.PER_RESIDENT:
                chosen = self.per_resident_decimals
            case _ if row.line in REQUIRED - {POSTS}:
                chosen = self.choices.decimals
        return (row.decimals or 0) if chosen is None else chosen


def shown_periods(table: FiguresTable, choices: Choices) -> tuple[Period, ...]:
    """Return the periods of the table that are printed; all, where none of the chosen is there."""
    chosen = tuple(period for period in table.header if choices.shows(period))
    return chosen or tuple(table.header)


def last_row_of(table: FiguresTable, grid: Grid) -> int:
    """Return the last row that prints something under the table's periods.

    Rows right under the table that are none of its lines belong to it all the same when their
    cells stand under its periods: an area's share of shared costs.
    """
    first = min((at.column for at in table.header.values()), default=0)
    columns = {at.column for at in table.header.values()}
    row = table.block.bottom
    while cells := grid.row(row + 1):
        labels = [value for column, value in cells.items() if column < first]
        figures = [column for column in cells if column >= first]
        if not (labels and figures and columns.issuperset(figures)):
            break
        row += 1
    return row


def figures_block(table: FiguresTable, grid: Grid, look: FiguresLook) -> FiguresBlock:
    """Return the table as printed, with the periods that are shown."""
    periods = shown_periods(table, look.choices)
    under = range(table.block.bottom + 1, last_row_of(table, grid) + 1)
    lines = {row.label_address: _line(row, periods, look) for row in table.rows}
    for at, text in _headings_within(table, grid):
        lines.setdefault(at, FiguresLine(text, (BLANK,) * len(periods)))
    return FiguresBlock(
        corner=_with_unit(_corner(table, grid), table),
        periods=tuple(map(str, periods)),
        lines=(
            *(lines[at] for at in sorted(lines)),
            *(_line_under(table, grid, row, periods) for row in under),
        ),
    )


def _line_under(
    table: FiguresTable, grid: Grid, row: int, periods: Sequence[Period]
) -> FiguresLine:
    """Return a row under the table as a line of it."""
    cells = grid.cells_of(row)
    first = min(at.column for at in table.header.values())
    labels = (cell.value for column, cell in cells.items() if column < first)
    values = []
    for period in periods:
        cell = cells.get(table.header[period].column)
        values.append(DASH if cell is None else printed(cell.value, cell.number_format) or DASH)
    decimals = (-int(one.as_tuple().exponent) for one in values if isinstance(one, Decimal))
    label = " ".join(" ".join(map(str, labels)).split())
    return FiguresLine(label, tuple(values), max(decimals, default=0))


def _line(row: FiguresRow, periods: Sequence[Period], look: FiguresLook) -> FiguresLine:
    decimals = look.decimals(row)
    values = tuple(_value(row, period, decimals, look) for period in periods)
    return FiguresLine(" ".join(tidy(row.label).split()), values, decimals)


def _value(row: FiguresRow, period: Period, decimals: int, look: FiguresLook) -> Printed:
    figure = row.figures.get(period)
    number = None if figure is None else look.number(figure)
    if number is not None:
        return rounded(exact(number), decimals)
    if figure is not None and not figure.is_nothing:
        return tidy(str(figure.value))
    return None if _is_due(row, period) else DASH


def _is_due(row: FiguresRow, period: Period) -> bool:
    """Tell whether an empty place of a line ought to hold a number."""
    match row.line.measure:
        case Measure.CHANGE_PERCENT:
            return _has_change(row.basis, period)
        case Measure.PER_RESIDENT:
            return True
        case _:
            return row.line in REQUIRED


def _has_change(basis: FiguresRow | None, period: Period) -> bool:
    """Tell whether the amounts are there that a change follows from."""
    if basis is None:
        return False
    now = basis.figures.get(period)
    bases = (basis.figures.get(base) for base in period.bases)
    base = next((one for one in bases if one is not None and one.number is not None), None)
    if now is None or now.number is None or base is None or base.number is None:
        return False
    return change_percent(now.number, base.number) is not None


def _headings_within(table: FiguresTable, grid: Grid) -> Iterator[tuple[Address, str]]:
    """Yield texts left of the figures that are no line's label, with their cells."""
    first = min((at.column for at in table.header.values()), default=table.block.right + 1)
    labels = [" ".join(row.label.split()) for row in table.rows]
    for row in range(table.block.top + 1, table.block.bottom + 1):
        for column, value in grid.row(row).items():
            if table.block.left <= column < first and isinstance(value, str):
                text = " ".join(tidy(value).split())
                if text and not any(text in label for label in labels):
                    yield Address(row, column), text


def _with_unit(corner: str, table: FiguresTable) -> str:
    """Return the corner with the unit of figures that are not in euros, where it is not said."""
    scales = {figure.scale for figure in table if figure.scale != 1}
    unit = UNITS.get(next(iter(scales), Decimal(1))) if len(scales) == 1 else None
    if unit is None or scale_of(corner) not in {None, Decimal(1)}:
        return corner
    return f"{corner} ({unit})" if corner else unit


def _corner(table: FiguresTable, grid: Grid) -> str:
    first = min((at.column for at in table.header.values()), default=0)
    texts = (
        value
        for column, value in grid.row(table.block.top).items()
        if table.block.left <= column < first and isinstance(value, str)
    )
    return " ".join(" ".join(texts).split())
