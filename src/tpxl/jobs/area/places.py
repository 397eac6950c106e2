"""Where a book names an area: the rows of lists and summaries, and its own sheet.

A row is an area's where a cell of it is the area's name and nothing else, in a column in which
other areas' names stand too, or where a summary's figure is the area's. What names it in any other
way is listed for a person to look at.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from tpxl.books.package import PackageBook
from tpxl.errors import TpxlError
from tpxl.jobs.plain_tables import tables_of
from tpxl.jobs.rollover.moves import Review
from tpxl.layout import Survey
from tpxl.model import Address, Area, Block, Grid, Sheets
from tpxl.model.figure import CellPlace
from tpxl.rules.references import LOST, Reference, names, references
from tpxl.rules.restructuring import Restructuring, RowSpan, in_runs
from tpxl.terms import fold
from tpxl.terms.approvals import APPROVALS, APPROVED, AREA, STATE, state_of
from tpxl.terms.ledger import CHART, EXCEPTIONS, IMPORTS, UNITS
from tpxl.terms.sending import SENDINGS
from tpxl.terms.years import keeps_bases


class Named(NamedTuple):
    """The cells that name an area and nothing else, by sheet; `across` are headings of columns."""

    cells: Mapping[str, tuple[Address, ...]]
    across: tuple[CellPlace, ...]

    def rows(
        self, found: Survey, area: Area, sheets: Collection[str]
    ) -> dict[str, tuple[RowSpan, ...]]:
        """Return the area's rows on some sheets, by the sheet's casefolded name."""
        rows: dict[str, set[int]] = {
            sheet: {at.row for at in cells}
            for sheet, cells in self.cells.items()
            if sheet in sheets
        }
        for figure in found.summary.figures:
            is_own = figure.area is not None and fold(figure.area) == fold(area.name)
            if is_own and figure.sheet in rows:
                rows[figure.sheet].add(figure.address.row)
        return {sheet.casefold(): in_runs(told) for sheet, told in rows.items() if told}


def named_in(book: PackageBook, found: Survey, area: Area) -> Named:
    """Return where the sheets that are no area's name an area; not what tpxl lists of findings."""
    others = frozenset(fold(one.name) for one in found.areas if one is not area)
    own = {one.sheet for one in found.areas}
    log = found.changes_journal.sheet if found.changes_journal else None
    left = told_before(book)
    cells: dict[str, tuple[Address, ...]] = {}
    across: list[CellPlace] = []
    for sheet in book.sheets:
        if sheet in own or sheet in left or sheet == log:
            continue
        grid = book.read(sheet)
        named = list(_named(grid, {fold(area.name), fold(area.sheet)}))
        named += _linked(book, grid, cells)
        named = [at for at in named if not _is_finding(found, sheet, at)]
        columns = {at.column for at in _named(grid, others)}
        down = tuple(
            at for at in named if at.column in columns or not _names_beside(grid, at, others)
        )
        across += ((sheet, at) for at in named if at not in down)
        if down:
            cells[sheet] = down
    return Named(cells, tuple(across))


def _named(grid: Grid, names: Collection[str]) -> Iterator[Address]:
    for text in grid.texts(_is_short):
        if fold(text.text) in names:
            yield text.address


def _is_short(text: str) -> bool:
    return len(text) <= _LONGEST


_LONGEST = 160
"""A longer text is no area's name."""


def _linked(
    book: PackageBook, grid: Grid, named: Mapping[str, tuple[Address, ...]]
) -> Iterator[Address]:
    """Yield the cells that take the area's name from a cell that names it, calculated or not."""
    if grid.sheet not in book.formula_sheets:
        return
    known = {(sheet.casefold(), at) for sheet, cells in named.items() for at in cells}
    for at, formula in grid.formula_cells():
        told = list(references(formula))
        if len(told) == 1 and told[0].is_cell and grid.value(at) is None:
            one = told[0]
            source = (one.sheet or grid.sheet).casefold(), Address(*one.block[:2])
            if source in known and formula.rpartition("!")[2].replace("$", "") == source[1].a1:
                yield at


def _is_finding(found: Survey, sheet: str, at: Address) -> bool:
    journal = found.findings_journal
    return journal is not None and sheet == journal.sheet and at.row >= journal.header_row


def _names_beside(grid: Grid, at: Address, others: Collection[str]) -> bool:
    texts = (value for value in grid.row(at.row).values() if isinstance(value, str))
    return any(fold(text) in others for text in texts)


def told_before(book: Sheets) -> frozenset[str]:
    """Return the sheets that tell what was: approvals, forms sent, ledgers brought in.

    They are read by nobody as lists of areas, and what they say is not changed.
    """
    tables = tables_of(book, APPROVALS, SENDINGS, IMPORTS)
    return frozenset(table.sheet for found in tables.values() for table in found)


def require_not_approved(book: Sheets, area: Area) -> None:
    """Pass where an area was not approved, or was opened again by a person.

    Raises:
        TpxlError: it was approved last.
    """
    for table in tables_of(book, APPROVALS)[APPROVALS]:
        own = [row for row in table.rows if fold(row.text(AREA)) == fold(area.name)]
        states = [state for row in own if (state := state_of(row.text(STATE)))]
        if states[-1:] == [APPROVED]:
            raise TpxlError("area_approved", book=book.name, area=area.name)


def inputs_listed(book: PackageBook) -> frozenset[str]:
    """Return the sheets that keep what a new area has none of: bases, a ledger's map."""
    tables = tables_of(book, UNITS, CHART, EXCEPTIONS)
    mapped = {table.sheet for found in tables.values() for table in found}
    return frozenset(sheet for sheet in book.sheets if keeps_bases(sheet) or sheet in mapped)


def single_formulas(book: PackageBook, change: Restructuring) -> Iterator[Review]:
    """Yield the formulas that take a figure from a copied row alone, and not from its copy.

    Rows that are copied themselves are no matter: their copies take the copies' figures.
    """
    for sheet in book.formula_sheets:
        if change.like is None or sheet == change.like[0]:
            continue
        for at, formula in book.read(sheet).formula_cells():
            if change.group(sheet, Block(at.row, at.column, at.row, at.column)) is None:
                told = change.formula(formula, sheet)
                if not told.reaches_other and any(
                    one.is_cell and _is_copied(one, sheet, change) for one in references(formula)
                ):
                    row = change.row(sheet, at.row) or at.row
                    yield Review(sheet, at._replace(row=row).a1, told.text, "area_single")


def names_lost(book: PackageBook, change: Restructuring) -> Iterator[Review]:
    """Yield the defined names that refer to what is removed, and that no formula needs.

    Raises:
        TpxlError: a formula that stays takes its figure by such a name.
    """
    lost = {
        name.casefold(): Review("", "", f"{name} = {text}", "area_name_lost")
        for name, text in book.names.items()
        if LOST in change.formula(text, "").text and LOST not in text
    }
    for sheet in book.formula_sheets if lost else ():
        for at, formula in book.read(sheet).formula_cells():
            is_kept = sheet.casefold() != change.gone and change.row(sheet, at.row) is not None
            if is_kept and any(one.casefold() in lost for one in names(formula)):
                raise TpxlError(
                    "rows_in_use", book=book.name, sheet=sheet, cell=at.a1, formula=formula
                )
    yield from lost.values()


def _is_copied(reference: Reference, sheet: str, change: Restructuring) -> bool:
    own = sheet if reference.sheet is None else reference.sheet
    is_like = change.like is not None and own.casefold() == change.like[0].casefold()
    return is_like or change.group(own, reference.block) is not None
