"""The figures that changes are compared with, kept once their columns are gone.

They stand on a sheet of their own, which is read as any summary of the areas is.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from tpxl.jobs.rollover.moves import Move
from tpxl.layout import Survey
from tpxl.messages import catalogue, line_name, period_name
from tpxl.model import Address, Edit, Grid, Line, Measure, NewValue, Period, PeriodKind, Sheets
from tpxl.terms import fold
from tpxl.terms.lines import COUNTS
from tpxl.terms.periods import period_of
from tpxl.terms.years import KEPT_SHEETS, keeps_bases

FEWEST_AREAS = 2
WIDTHS = (30, 34, 14, 14, 14, 14)
_HEADER_ROW = 4
_FIRST_PERIOD = 3
_UNITS = {Decimal(1000): "1 000 €", Decimal(1_000_000): "milj. €"}


class Base(NamedTuple):
    """A figure to keep: whose, of which line and period, in the unit that it is printed in."""

    area: str
    line: Line
    period: Period
    number: Decimal
    scale: Decimal


def bases_of(found: Survey, gone: Collection[Period]) -> Iterator[Base]:
    """Yield the amounts of the areas' tables in the periods that fall out."""
    for area in found.areas:
        seen: set[tuple[Line, Period]] = set()
        for table in area.tables:
            for figure in table if table.is_sound else ():
                period = figure.period
                is_amount = figure.line.measure is Measure.AMOUNT
                if period not in gone or not figure.is_number or not is_amount:
                    continue
                if period is not None and figure.number is not None:
                    if (figure.line, period) not in seen:
                        yield Base(area.name, figure.line, period, figure.number, figure.scale)
                    seen.add((figure.line, period))


def kept_sheet(book: Sheets) -> str | None:
    """Return the sheet that keeps bases, None where the book has none."""
    return next((sheet for sheet in book.sheets if keeps_bases(sheet)), None)


def sheet_name(lang: str) -> str:
    """Return what the sheet is called in a language."""
    return KEPT_SHEETS[lang]


def base_moves(grid: Grid, bases: Sequence[Base], lang: str) -> Iterator[Move]:
    """Yield the edits that write the bases: periods beside those kept before, lines below."""
    words = catalogue(lang)
    texts = words.texts
    table = _Table.of(grid)
    if table is None:
        table = _Table(_HEADER_ROW, {}, {}, _HEADER_ROW + 1, _FIRST_PERIOD)
        heads = {
            Address(1, 1): sheet_name(lang),
            Address(2, 1): texts["kept_bases"],
            Address(_HEADER_ROW, 1): texts["kept_area"],
            Address(_HEADER_ROW, 2): texts["kept_line"],
        }
        yield from (_move(grid, at, said) for at, said in heads.items() if grid.value(at) is None)
    columns = dict(table.columns)
    rows = dict(table.rows)
    for base in bases:
        if base.period not in columns:
            columns[base.period] = table.next_column + len(columns) - len(table.columns)
            at = Address(table.header_row, columns[base.period])
            yield _move(grid, at, period_name(base.period, words), period=base.period)
        label = _label(base, lang)
        key = fold(base.area), fold(label)
        if key not in rows:
            rows[key] = table.next_row + len(rows) - len(table.rows)
            yield _move(grid, Address(rows[key], 1), base.area)
            yield _move(grid, Address(rows[key], 2), label)
        at = Address(rows[key], columns[base.period])
        if grid.value(at) in (None, ""):
            yield _move(grid, at, _stored(base.number), base)


def _move(
    grid: Grid,
    at: Address,
    new: NewValue,
    base: Base | None = None,
    *,
    period: Period | None = None,
) -> Move:
    told = base.period if base is not None else period
    edit = Edit(
        grid.sheet,
        at.a1,
        new,
        grid.value(at),
        None if base is None else base.area,
        None if told is None else str(told),
        None if base is None else str(base.line),
    )
    return Move(edit, "base")


class _Table(NamedTuple):
    """What the sheet keeps already: columns by period, rows by area and label, what is free."""

    header_row: int
    columns: Mapping[Period, int]
    rows: Mapping[tuple[str, str], int]
    next_row: int
    next_column: int

    @classmethod
    def of(cls, grid: Grid) -> "_Table | None":
        """Return the table of a sheet, None where it has none."""
        for row in range(1, grid.last_row + 1):
            columns = dict(_periods(grid.row(row)))
            if columns:
                rows = dict(_labelled(grid, row))
                below = max(rows.values(), default=row) + 1
                return cls(row, columns, rows, below, max(columns.values()) + 1)
        return None


def _periods(cells: Mapping[int, object]) -> Iterator[tuple[Period, int]]:
    for column, value in cells.items():
        said = period_of(value) if isinstance(value, str) else None
        if said is not None:
            yield Period(PeriodKind(said[0]), said[1]), column


def _labelled(grid: Grid, header_row: int) -> Iterator[tuple[tuple[str, str], int]]:
    for row in range(header_row + 1, grid.last_row + 1):
        cells = grid.row(row)
        area, label = cells.get(1), cells.get(2)
        if isinstance(area, str) and isinstance(label, str):
            yield (fold(area), fold(label)), row


def _label(base: Base, lang: str) -> str:
    """Return the line's name, with its unit where that is not the euro."""
    name = line_name(str(base.line), catalogue(lang))
    name = name[:1].upper() + name[1:]
    unit = _UNITS.get(base.scale) if base.line.code not in COUNTS else None
    return name if unit is None else f"{name}, {unit}"


def _stored(number: Decimal) -> int | float:
    return int(number) if number == number.to_integral_value() else float(number)


def kept_count(moves: Iterable[Move]) -> int:
    """Return how many figures are kept."""
    return sum(move.why == "base" and move.edit.line is not None for move in moves)
