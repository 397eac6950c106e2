"""A figures table as it is printed: the chosen periods, each line with its own decimals.

How far a figures table goes for a reader: its own columns, those beside, the rows below.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from tpxl.jobs.export.choices import Choices
from tpxl.jobs.export.loose import printed, tidy
from tpxl.jobs.export.report import DASH, FiguresBlock, FiguresLine, Printed
from tpxl.layout.cells.text import text_at
from tpxl.messages import catalogue, period_name
from tpxl.model import Address, Block, Figure, FiguresRow, FiguresTable, Grid, Measure, Period
from tpxl.model.line import EXPENSES, INCOME, MARGIN, POSTS, SERVICES, STAFF
from tpxl.rules.arithmetic import DECIMALS as CHANGE_DECIMALS
from tpxl.rules.arithmetic import change_percent
from tpxl.rules.rounding import exact, rounded
from tpxl.terms.periods import kind_of, scale_of

REQUIRED = frozenset({EXPENSES, INCOME, MARGIN, STAFF, SERVICES, POSTS})
"""Lines that every period has: an empty place of theirs has not been filled in."""

UNITS = {Decimal(1000): "1\u00a0000\u00a0€", Decimal(1_000_000): "milj.\u00a0€"}


BLANK = "\u00a0"
"""Prints nothing where nothing belongs: beside a heading within a table."""


@dataclass(frozen=True, slots=True)
class PrintedColumn:
    """A column as printed: its heading, its period; None where it is no period's (a deviation)."""

    column: int
    heading: str
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Extent:
    """A figures table with all that belongs to it: its cells, its columns from the left."""

    block: Block
    columns: tuple[PrintedColumn, ...]

    @property
    def first(self) -> int:
        """The first column of figures; labels stand left of it."""
        return self.columns[0].column if self.columns else self.block.right + 1


def extent_of(table: FiguresTable, grid: Grid, others: Sequence[Block], lang: str = "fi") -> Extent:
    """Return how far the table goes; `others` are the blocks of the sheet's other tables.

    Columns between and right beside the periods belong to it when they have a heading or hold
    something; rows right under it, when their cells stand in its columns.
    """
    if table.is_turned:
        return Extent(table.block, ())
    headings = _headings(table, grid, lang)
    periods = {at.column: period for period, at in table.header.items()}
    first = min(periods)
    within = {*periods, *(column for column in _filled(table, grid) if column > first)}
    within |= {column for column in headings if first < column <= table.block.right}
    right = max(within)
    while right + 1 in headings and not _is_taken(others, table.block.top, right + 1):
        right += 1
        within.add(right)
    columns = tuple(
        PrintedColumn(column, headings.get(column, ""), periods.get(column))
        for column in sorted(within)
    )
    bottom = _last_row(table, grid, first, within)
    return Extent(table.block._replace(right=right, bottom=bottom), columns)


def _headings(table: FiguresTable, grid: Grid, lang: str) -> dict[int, str]:
    """Return the header's texts by column: those of its row, else those of the row of kinds."""
    top = table.header_row
    found = dict(_texts(grid, top, lang))
    above = dict(_texts(grid, top - 1, lang)) if top > 1 else {}
    if any(kind_of(text) for text in above.values()):
        found = {**above, **found}
    words = catalogue(lang)
    printed = {at.column: period_name(period, words) for period, at in table.header.items()}
    return {**found, **printed}


def _texts(grid: Grid, row: int, lang: str) -> Iterator[tuple[int, str]]:
    for column, value in grid.row(row).items():
        text = " ".join(tidy(text_at(grid, Address(row, column), value, lang)).split())
        if text:
            yield column, text


def _filled(table: FiguresTable, grid: Grid) -> Iterator[int]:
    """Yield the columns of the table that hold something which is no figure of a period."""
    known = {figure.address for figure in table}
    for row in table.body:
        for column in grid.row(row):
            if column <= table.block.right and Address(row, column) not in known:
                yield column


def _is_taken(others: Sequence[Block], row: int, column: int) -> bool:
    return any(
        block.top <= row <= block.bottom and block.left <= column <= block.right for block in others
    )


def _last_row(table: FiguresTable, grid: Grid, first: int, columns: set[int]) -> int:
    row = table.block.bottom
    while cells := grid.row(row + 1):
        labels = [column for column in cells if table.block.left <= column < first]
        figures = [column for column in cells if column >= first]
        if not (labels and figures and columns.issuperset(figures)):
            break
        row += 1
    return row


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
        corner=_with_unit(left_texts(grid, extent, table.header_row, look.lang), table),
        periods=tuple(one.heading for one in shown),
        lines=tuple(_TableReader(table, extent, grid, look, shown).lines()),
        columns=tuple(one.period for one in shown),
    )


@dataclass(frozen=True, slots=True)
class _TableReader:
    """A table's rows, read one after the other."""

    table: FiguresTable
    extent: Extent
    grid: Grid
    look: FiguresLook
    shown: tuple[PrintedColumn, ...]

    def lines(self) -> Iterator[FiguresLine]:
        known = {
            figure.address.row: row for row in self.table.rows for figure in row.figures.values()
        }
        labels = " ".join(" ".join(row.label.split()) for row in self.table.rows)
        for number in range(self.table.body.start, self.extent.block.bottom + 1):
            beside = left_texts(self.grid, self.extent, number, self.look.lang, said=labels)
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
            row.line,
        )

    def _cell(self, column: PrintedColumn, number: int) -> Printed:
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


def left_texts(grid: Grid, extent: Extent, row: int, lang: str, *, said: str = "") -> str:
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
