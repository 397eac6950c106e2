"""The rows of a figures table: which line a label names, and its figure in every period."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cache, lru_cache, partial
from typing import NamedTuple

from tpxl.layout.cells.numbers import (
    Reading,
    directed_in,
    has_commas,
    read_amount,
    read_number,
    thousands_in,
)
from tpxl.layout.cells.text import decimals_of, number_format
from tpxl.layout.headers import PeriodHeading
from tpxl.layout.labels import Cells, Label
from tpxl.model import (
    Address,
    Cell,
    Figure,
    FiguresRow,
    Grid,
    Line,
    Measure,
    Period,
    has_known_value,
)
from tpxl.model.line import MARGIN
from tpxl.rules.arithmetic import change_percent
from tpxl.rules.rounding import ONE, Exact, rounded
from tpxl.terms.lines import COUNTS, label_scale


class _Column(NamedTuple):
    """The place of a heading's figures: the columns it covers, its unit where it names one."""

    period: Period
    first: int
    others: range
    scale: Decimal | None

    def filled_in(self, cells: Cells) -> int:
        """Return the column of a row's figure: the first that is filled, else the first."""
        return next((at for at in (self.first, *self.others) if at in cells), self.first)


def _column_of(heading: PeriodHeading) -> _Column:
    period, at, last, scale, whole = heading
    if whole is not None:
        return _Column(period, whole, range(0), scale)
    return _Column(period, at.column, range(at.column + 1, last + 1), scale)


class RowReader(NamedTuple):
    """What the rows of one table share; `parts_by_commas` is asked once, if ever."""

    grid: Grid
    sheet: str
    body: Mapping[int, Cells]
    columns: tuple[_Column, ...]
    scale: Decimal
    is_pending: bool
    parts_by_commas: Callable[[], bool]

    @classmethod
    def of(
        cls,
        grid: Grid,
        body: Mapping[int, Cells],
        headings: Iterable[PeriodHeading],
        scale: Decimal,
        *,
        is_pending: bool,
    ) -> "RowReader":
        """Return the reader of a table's `body`; `scale` is the euros in one of its units."""
        columns = tuple(map(_column_of, headings))
        has_habit = cache(partial(_parts_by_commas, body, {column.first for column in columns}))
        return cls(grid, grid.sheet, body, columns, scale, is_pending, has_habit)

    def plainly(self, label: Label) -> Mapping[Period, Figure]:
        """Return the figures beside a label that are numbers, before it is known what they are."""
        return self.row(label, Line(label.text), None).figures

    def row(self, label: Label, line: Line, basis: FiguresRow | None) -> FiguresRow:
        """Return the row of a label; of a period that stands twice, the first figure."""
        row, cells = label.figures_row, self.body[label.figures_row]
        is_euros = line.measure is Measure.AMOUNT and line.code not in COUNTS
        read, unit = (read_amount, self._unit(label)) if is_euros else (read_number, None)
        figures: dict[Period, Figure] = {}
        formats = []
        has_text = False
        for column in self.columns:
            at = Address(row, column.filled_in(cells) if column.others else column.first)
            cell = cells.get(at.column) or Cell(None, False, self.grid.number_format(at))  # noqa: FBT003
            value, _, code = cell
            formats.append(code)
            if column.period not in figures:
                reading = None if value is None else read(value, code)
                scale = ONE if unit is None else column.scale or unit
                figures[column.period] = self._figure(
                    line, column.period, at, cell, reading=reading, scale=scale
                )
                has_text = has_text or isinstance(value, str)
        if has_text:
            figures = self._with_thousands(figures)
            if is_euros:
                figures = _without_points_for_groups(figures)
            if line.measure is Measure.CHANGE_PERCENT:
                figures = dict(_directed(figures, {} if basis is None else basis.figures))
        decimals = _decimals(figures.values(), formats)
        return FiguresRow(line, label.text, label.address, figures, decimals, basis)

    def _with_thousands(self, figures: dict[Period, Figure]) -> dict[Period, Figure]:
        """Return a row with the commas read that the table or the row's own figures bear out."""
        open_ones = {
            period: reading
            for period, figure in figures.items()
            if figure.number is None
            and isinstance(figure.value, str)
            and (reading := thousands_in(figure.value)) is not None
        }
        if not open_ones:
            return figures
        beside = [figure for figure in figures.values() if figure.number]
        is_habit = self.parts_by_commas()
        return figures | {
            period: figures[period]._replace(number=reading.number, decimals=0, is_text=True)
            for period, reading in open_ones.items()
            if is_habit or _is_among(abs(reading.number), beside)
        }

    def _unit(self, label: Label) -> Decimal:
        """Return the euros in one unit of a row of euros."""
        own = label_scale(label.text)
        return self.scale if own is None or own == 1 else own

    def _figure(
        self,
        line: Line,
        period: Period,
        at: Address,
        cell: Cell,
        *,
        reading: Reading | None,
        scale: Decimal,
    ) -> Figure:
        """Return a figure; `scale` is the euros in one unit where its text does not tell it."""
        value, has_formula, shown_as = cell
        shown = number_format(shown_as)
        if reading is None:
            number, decimals, is_text = None, shown.decimals or 0, False
        else:
            number, decimals, is_text, _, own_unit = reading
            scale = own_unit or scale
        return Figure(
            line,
            period,
            self.sheet,
            at,
            value,
            number,
            scale,
            decimals,
            has_formula,
            has_known_value(value, has_formula=has_formula, is_pending=self.is_pending),
            is_text,
            shown.is_fraction,
        )


def _directed(
    changes: Mapping[Period, Figure], amounts: Mapping[Period, Figure]
) -> Iterator[tuple[Period, Figure]]:
    """Yield a row of changes; where a word tells the direction, with the sign that is right."""
    for period, figure in changes.items():
        text = figure.value if figure.number is None and isinstance(figure.value, str) else ""
        reading = directed_in(text)
        if reading is None:
            yield period, figure
            continue
        number = reading.number
        due = change_due(amounts, period)
        if due is not None and rounded(due, reading.decimals) == -number:
            number = -number
        yield period, figure._replace(number=number, decimals=reading.decimals, is_text=True)


def change_due(amounts: Mapping[Period, Figure], period: Period) -> Exact | None:
    """Return the exact change of a row of amounts in per cent, None where there is none."""
    new = amounts.get(period)
    bases = (amounts[base] for base in period.bases if base in amounts)
    base = next((figure for figure in bases if figure.number is not None), None)
    if new is None or new.number is None or base is None:
        return None
    return change_percent(euros(new), euros(base))


def euros(figure: Figure) -> Fraction:
    """Return a figure's number in euros; nothing printed is none."""
    return Fraction(figure.number or 0) * Fraction(figure.scale)


_FEWEST_BESIDE = 2
_FAR = 10
"""A figure ten times as big, or as small, as all others of its row is none of their kind."""


def _is_among(number: Decimal, beside: Sequence[Figure]) -> bool:
    """Tell whether a whole number is of the size of the row's whole numbers, its 1/1000 not."""
    sizes = [abs(figure.number) for figure in beside if figure.number and not figure.decimals]
    if len(sizes) < max(_FEWEST_BESIDE, len(beside)):
        return False
    low, high = min(sizes) / _FAR, max(sizes) * _FAR
    return low <= number <= high and number / 1000 < low


def _without_points_for_groups(figures: Mapping[Period, Figure]) -> dict[Period, Figure]:
    """Return a row without the texts whose point or comma may part thousands after all.

    ``-1345.270`` among whole numbers of a million is not one number for certain.
    """
    whole = [figure for figure in figures.values() if figure.number and not figure.decimals]
    return {
        period: figure._replace(number=None, decimals=0, is_text=False)
        if figure.is_text and figure.number and _may_be_groups(figure, whole)
        else figure
        for period, figure in figures.items()
    }


def _may_be_groups(figure: Figure, whole: Sequence[Figure]) -> bool:
    alike = [one for one in whole if one.scale == figure.scale]
    return bool(figure.decimals) and _is_among(abs(figure.number or Decimal(0)) * 1000, alike)


def _decimals(figures: Iterable[Figure], formats: Iterable[str]) -> int | None:
    """Return the decimals printed in a row; of an empty row, those its cells are formatted for."""
    printed = [figure.decimals for figure in figures if figure.number is not None]
    if printed:
        return max(printed)
    formatted = map(decimals_of, formats)
    return max((one for one in formatted if one is not None), default=None)


def _parts_by_commas(body: Mapping[int, Cells], columns: Collection[int]) -> bool:
    """Tell whether a table has a number whose commas can only part thousands."""
    return any(
        at in columns and isinstance(cell.value, str) and has_commas(cell.value)
        for cells in body.values()
        for at, cell in cells.items()
    )


class RowsAbove:
    """The rows of a table that were read so far: what a label's figures may be measured of."""

    def __init__(self) -> None:
        """Begin above the first row."""
        self._last: FiguresRow | None = None
        self._amounts: dict[str, FiguresRow] = {}
        self.nearest: FiguresRow | None = None

    def add(self, row: FiguresRow) -> None:
        """Add the row read next."""
        self._last = row
        if row.line.measure is Measure.AMOUNT:
            self.nearest = self._amounts[row.line.code] = row

    def amounts(self, code: str) -> FiguresRow | None:
        """Return the nearest amounts of a line; without a code the nearest of any."""
        return self._amounts.get(code) if code else self.nearest

    @property
    def right_above(self) -> FiguresRow | None:
        """The last row, where it is one of amounts in euros."""
        last = self._last
        if last is None or last is not self.nearest or last.line.code in COUNTS:
            return None
        return last


def line_and_basis(label: Label, above: RowsAbove) -> tuple[Line | None, FiguresRow | None]:
    """Return the line of a label, and the row of amounts that it measures.

    A bare change speaks of the nearest amounts above it; a bare €/asukas of the amounts right
    above it, and otherwise of the margin, which is what the report means by it.
    """
    if label.line is None:
        return Line(label.text), None
    code, measure = label.line
    line = _line(code, measure)
    if line.measure is Measure.AMOUNT:
        return line, None
    if not code and line.measure is Measure.PER_RESIDENT:
        measured = above.right_above
        code = MARGIN.code if measured is None else measured.line.code
    basis = above.amounts(code)
    if code:
        return _line(code, measure), basis
    return (_line(basis.line.code, measure) if basis else None), basis


@lru_cache(maxsize=256)
def _line(code: str, measure: str) -> Line:
    return Line(code, Measure(measure))
