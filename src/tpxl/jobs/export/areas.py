"""Which areas a book has for a clean sheet, and which of them are asked for or refused.

Error values that an area's clean sheet would print: none goes to the board unnoticed.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from tpxl.errors import TpxlError
from tpxl.jobs.export.content import ReportSource
from tpxl.layout import Survey
from tpxl.layout.area_sheet import HiddenArea
from tpxl.model import Address, Area, CellError, Few, Finding, Grid, Severity, error_of
from tpxl.terms import fold

MOST_NAMED = 6


def claimed_twice(claim: Sequence[Area]) -> TpxlError:
    """Return why an area is not exported that several sheets claim."""
    sheets = tuple(area.place for area in claim)
    return TpxlError("export_area_twice", area=claim[0].name, sheets=sheets)


def left_hidden(hidden: Sequence[HiddenArea]) -> Iterator[TpxlError]:
    """Yield the one line that names the area sheets out of sight: they are not exported."""
    if hidden:
        yield TpxlError("left_hidden", sheets=tuple(one.sheet for one in hidden))


def in_tables(found: Survey) -> tuple[Area, ...]:
    """Return the areas that have no sheet of their own: they stand together in a table."""
    return tuple(area for area in found.areas if area.sheet in found.tabled)


def left_in_tables(areas: Iterable[Area]) -> Iterator[TpxlError]:
    """Yield a line a sheet that names the areas in its table: none has a sheet to be cleaned."""
    by_sheet: dict[str, list[str]] = defaultdict(list)
    for area in areas:
        by_sheet[area.sheet].append(area.name)
    for sheet, names in by_sheet.items():
        more = ["…"] if len(names) > MOST_NAMED else []
        yield TpxlError("left_in_table", sheet=sheet, areas=(*names[:MOST_NAMED], *more))


def areas_of(found: Survey, sheets: Sequence[str]) -> tuple[Area, ...]:
    """Return the areas in the book's order, those that have goals and no figures included.

    Those that stand together in a table have no sheet to be cleaned.
    """
    sheeted = [area for area in found.areas if area.sheet not in found.tabled]
    known = {fold(area.name) for area in found.areas}
    bare = (Area(one.area, one.sheet) for one in found.goals if fold(one.area) not in known)
    every = (*sheeted, *bare)
    return tuple(sorted(every, key=lambda area: sheets.index(area.sheet)))


def chosen(
    book: str,
    areas: Sequence[Area],
    names: Collection[str],
    hidden: Sequence[HiddenArea] = (),
    tabled: Sequence[Area] = (),
) -> tuple[Area, ...]:
    """Return the areas asked for by their names or their sheets' names; all, if none is.

    Raises:
        TpxlError: `area_unknown`, a name is none of the book's; `left_hidden`, something asked for
            is `hidden`; `left_in_table`, it stands in a table with others; `no_areas`, the book has
            none.
    """
    wanted = set(map(fold, names))
    out_of_sight = [one for one in hidden if wanted & {fold(one.name), fold(one.sheet)}]
    if out_of_sight or (hidden and not areas):
        raise next(left_hidden(out_of_sight or hidden))
    in_table = [one for one in tabled if fold(one.name) in wanted]
    if in_table or (tabled and not areas):
        raise next(left_in_tables(in_table or tabled))
    if not areas:
        raise TpxlError("no_areas", book=book)
    asked = {fold(name): name for name in names}
    known = {fold(name) for area in areas for name in (area.name, area.sheet)}
    for folded, name in asked.items():
        if folded not in known:
            every = Few.like(name, (area.name for area in areas))
            raise TpxlError("area_unknown", book=book, area=name, areas=every)
    return tuple(
        area for area in areas if not asked or {fold(area.name), fold(area.sheet)} & asked.keys()
    )


def refusal(area: Area, findings: Iterable[Finding]) -> TpxlError | None:
    """Return why an area is not exported when errors must not be open, None where none is."""
    wrong = [
        one
        for one in findings
        if one.is_open
        and one.severity is Severity.ERROR
        and (fold(one.area or "") == fold(area.name) or (not one.area and one.sheet == area.sheet))
    ]
    if not wrong:
        return None
    first = wrong[0]
    return TpxlError(
        "export_refused",
        area=area.name,
        errors=len(wrong),
        sheet=first.sheet or area.sheet,
        cell=first.cell or "",
        absent=first.facts.get("absent", ()),
    )


class ErrorCell(NamedTuple):
    """A cell that holds an error value, also one that was copied into it as text."""

    sheet: str
    at: Address
    error: CellError


def error_cells(area: Area, source: ReportSource) -> Iterator[ErrorCell]:
    """Yield the error values on an area's sheet, and in its goal tables on other sheets.

    A formula that awaits recalculation is passed over where its figure is known otherwise.

    Raises:
        TpxlError: a sheet cannot be read.
    """
    grid = source.grids.of(area)
    yield from _errors(grid, range(1, grid.last_row + 1), source)
    for goals in source.survey.goals:
        if fold(goals.area) != fold(area.name):
            continue
        for table in goals.tables:
            if table.sheet != area.sheet:
                rows = range(table.block.top, table.block.bottom + 1)
                yield from _errors(source.book.read(table.sheet), rows, source)


def _errors(grid: Grid, rows: Iterable[int], source: ReportSource) -> Iterator[ErrorCell]:
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
