"""Error values that an area's clean sheet would print: none goes to the board unnoticed."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tpxl.errors import TpxlError
from tpxl.jobs.export.content import Source
from tpxl.model import Address, Area, CellError, Grid, error_of
from tpxl.terms import fold


class ErrorCell(NamedTuple):
    """A cell that holds an error value, also one that was copied into it as text."""

    sheet: str
    at: Address
    error: CellError


def error_cells(area: Area, source: Source) -> Iterator[ErrorCell]:
    """Yield the error values on an area's sheet, and in its goal tables on other sheets.

    A formula that awaits recalculation is passed over where its figure is known otherwise.

    Raises:
        TpxlError: a sheet cannot be read.
    """
    grid = source.book.read(area.sheet)
    yield from _errors(grid, range(1, grid.last_row + 1), source)
    for goals in source.survey.goals:
        if fold(goals.area) != fold(area.name):
            continue
        for table in goals.tables:
            if table.sheet != area.sheet:
                rows = range(table.block.top, table.block.bottom + 1)
                yield from _errors(source.book.read(table.sheet), rows, source)


def _errors(grid: Grid, rows: Iterable[int], source: Source) -> Iterator[ErrorCell]:
    for row in rows:
        for column, value in grid.row(row).items():
            at, error = Address(row, column), error_of(value)
            if error is not None and source.right.get((grid.sheet, at)) is None:
                yield ErrorCell(grid.sheet, at, error)


def told(area: Area, cells: Iterable[ErrorCell]) -> Iterator[TpxlError]:
    """Yield the line that tells of each error value."""
    for cell in cells:
        yield TpxlError(
            "export_error_value",
            area=area.name,
            sheet=cell.sheet,
            cell=cell.at.a1,
            value=cell.error,
        )
