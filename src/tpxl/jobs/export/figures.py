"""A figures table as it is printed: the chosen periods, each line with its own decimals."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from tpxl.jobs.export.choices import Choices
from tpxl.jobs.export.figures_extent import Column, Extent
from tpxl.jobs.export.loose import printed, tidy
from tpxl.jobs.export.report import DASH, FiguresBlock, FiguresLine, Printed
from tpxl.layout.cells.text import text_at
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
    formula awaits recalculation, for what it last showed may be of yesterday's inputs. `lang` is
    the report's language.
    """

    choices: Choices
    per_resident_decimals: int | None = None
    right: Mapping[tuple[str, Address], Decimal | None] = field(default_factory=dict)
    lang: str = "fi"

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


def figures_block(
    table: FiguresTable, extent: Extent, grid: Grid, look: FiguresLook
) -> FiguresBlock:
    """Return the table as printed, with the periods that are shown; all, where none is."""
    chosen = [one for one in extent.columns if one.period and look.choices.shows(one.period)]
    shown = tuple(
        one for one in extent.columns if not chosen or one.period is None or one in chosen
    )
    return FiguresBlock(
        corner=_with_unit(_left_texts(grid, extent, extent.block.top, look.lang), table),
        periods=tuple(one.heading for one in shown),
        lines=tuple(_Reader(table, extent, grid, look, shown).lines()),
        columns=tuple(one.period for one in shown),
    )


@dataclass(frozen=True, slots=True)
class _Reader:
    """A table's rows, read one after the other."""

    table: FiguresTable
    extent: Extent
    grid: Grid
    look: FiguresLook
    shown: tuple[Column, ...]

    def lines(self) -> Iterator[FiguresLine]:
        known = {
            figure.address.row: row for row in self.table.rows for figure in row.figures.values()
        }
        labels = " ".join(" ".join(row.label.split()) for row in self.table.rows)
        for number in range(self.extent.block.top + 1, self.extent.block.bottom + 1):
            beside = _left_texts(self.grid, self.extent, number, self.look.lang, said=labels)
            if number in known:
                yield self._line(known[number], number, beside)
                continue
            values = tuple(self._cell(one, number) for one in self.shown)
            if any(value is not None for value in values):
                yield FiguresLine(beside, tuple(value or DASH for value in values))
            elif beside:
                yield FiguresLine(beside, (BLANK,) * len(values))

    def _line(self, row: FiguresRow, number: int, beside: str) -> FiguresLine:
        decimals = self.look.decimals(row)
        label = " ".join([*tidy(row.label).split(), *beside.split()])
        return FiguresLine(
            label,
            tuple(
                self._value(row, one.period, decimals)
                if one.period is not None
                else self._cell(one, number) or DASH
                for one in self.shown
            ),
        )

    def _cell(self, column: Column, number: int) -> Printed:
        cell = self.grid.cells_of(number).get(column.column)
        return None if cell is None else printed(cell.value, cell.number_format, self.look.lang)

    def _value(self, row: FiguresRow, period: Period, decimals: int) -> Printed:
        figure = row.figures.get(period)
        number = None if figure is None else self.look.number(figure)
        if number is not None:
            return rounded(exact(number), decimals)
        if figure is not None and not figure.is_nothing:
            return printed(figure.value, "General", self.look.lang)
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


def _left_texts(grid: Grid, extent: Extent, row: int, lang: str, *, said: str = "") -> str:
    """Return what stands left of the figures in a row, beyond what the labels have said."""
    texts = (
        " ".join(tidy(text_at(grid, Address(row, column), value, lang)).split())
        for column, value in grid.row(row).items()
        if extent.block.left <= column < extent.first
    )
    return " ".join(text for text in texts if text and text not in said)


def _with_unit(corner: str, table: FiguresTable) -> str:
    """Return the corner with the unit of figures that are not in euros, where it is not said."""
    scales = {figure.scale for figure in table if figure.scale != 1}
    unit = UNITS.get(next(iter(scales), Decimal(1))) if len(scales) == 1 else None
    if unit is None or scale_of(corner) not in {None, Decimal(1)}:
        return corner
    return f"{corner} ({unit})" if corner else unit
