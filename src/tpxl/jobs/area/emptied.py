"""What a new area has none of yet: the figures, goals and texts of the sheet its own was copied of.

Formulas, headings and labels stay: they are the form. What another area has in the same words is
part of the form too.
"""

from collections.abc import Collection, Iterator

from tpxl.books.package import PackageBook
from tpxl.jobs.area.renamed import names_in_text, renamed_text
from tpxl.jobs.rollover.moves import Review
from tpxl.layout import Survey
from tpxl.layout.area_sheet import locate_sections
from tpxl.layout.cells.numbers import read_number
from tpxl.layout.unread import unread_tables
from tpxl.model import Address, Area, Edit, Grid, Value
from tpxl.rules.restructuring import Restructuring, RowSpan
from tpxl.terms import fold
from tpxl.terms.known import is_known
from tpxl.terms.periods import kind_of, period_of, year_of

_BLANK = "____"


def sheet_edits(
    book: PackageBook, found: Survey, like: Area, names: tuple[str, str]
) -> Iterator[Edit]:
    """Yield the edits that make a copy of an area's sheet a new area's; `names`: sheet and area."""
    sheet, name = names
    grid = book.read(sheet)
    form = _form_texts(book, found, like)
    notes = {note.address: note for note in found.allocations.notes if note.sheet == like.sheet}
    emptied = set(_goal_cells(found, like)) | set(_figure_cells(book, found, like))
    kept = set(_headings(found, like))
    prose = set(_prose_rows(grid, found, like))
    for row in range(1, grid.last_row + 1):
        for column, value in grid.row(row).items():
            at = Address(row, column)
            if grid.has_formula(at):
                continue
            new: str | None = None
            if at in notes and notes[at].is_writable:
                note = notes[at]
                new = f"{note.text[: note.start]}{_BLANK}{note.text[note.stop :]}"
            elif at in kept or not (at in emptied or _is_content(value, row in prose, form)):
                new = renamed_text(value, like.name, name)
                if new is None:
                    continue
            yield Edit(sheet, at.a1, new, value, name)


def _is_content(value: Value, is_prose: bool, form: Collection[str]) -> bool:  # noqa: FBT001  # two facts of one cell
    if not isinstance(value, str):
        return value is not None and year_of(value) is None
    return is_prose and fold(value) not in form and not is_known(value)


def _form_texts(book: PackageBook, found: Survey, like: Area) -> frozenset[str]:
    """Return the texts that other areas' sheets have in the same words."""
    texts: set[str] = set()
    for area in found.areas:
        if area.sheet != like.sheet:
            texts.update(fold(text.text) for text in book.read(area.sheet).texts(_any))
    return frozenset(texts)


def _any(text: str) -> bool:
    return bool(text)


def _goal_cells(found: Survey, like: Area) -> Iterator[Address]:
    for area in found.goals:
        for table in area.tables if fold(area.area) == fold(like.name) else ():
            for goal in table.goals if table.sheet == like.sheet else ():
                for name, at in goal.cells.items():
                    if name != "focus":
                        for row in range(goal.rows):
                            yield at._replace(row=at.row + row)


def _figure_cells(book: PackageBook, found: Survey, like: Area) -> Iterator[Address]:
    for table in like.tables:
        for figure in table:
            yield figure.address
    for line in found.allocations.lines:
        yield from (one.address for one in line.figures.values() if one.sheet == like.sheet)
    for compared in found.comparisons:
        if compared.sheet == like.sheet:
            yield from (one.address for row in compared.rows for one in row.figures.values())
    for one in unread_tables(book, found):
        yield from one.figures if one.sheet == like.sheet else ()


def _headings(found: Survey, like: Area) -> Iterator[Address]:
    """Yield the cells that head columns and sections, or name the focus areas that all share."""
    for header in found.headers.get(like.sheet, ()):
        yield from (heading.address for heading in header.headings)
    for area in found.goals:
        for table in area.tables:
            if table.sheet == like.sheet:
                yield from table.headings.values()
                yield from table.focus_areas.values()
        yield from (at for sheet, at in area.headings.values() if sheet == like.sheet)


def _prose_rows(grid: Grid, found: Survey, like: Area) -> Iterator[int]:
    """Yield the rows of running text: those of the sections, but for their tables and headings."""
    words = list(grid.texts(is_known))
    tables = [table.block for table in like.tables]
    tables += [
        table.block for area in found.goals for table in area.tables if table.sheet == like.sheet
    ]
    tables += [one.block for one in found.comparisons if one.sheet == like.sheet]
    for place in locate_sections(grid, words):
        for row in range(place.row + 1, place.last_row + 1):
            if not any(block.top - 1 <= row <= block.bottom for block in tables):
                yield row


def row_edits(
    book: PackageBook,
    found: Survey,
    like: Area,
    name: str,
    change: Restructuring,
) -> Iterator[Edit]:
    """Yield the edits of the copied rows: the new area's name, and nothing of what was typed.

    Labels stand before the first figure and stay; so does how a figure is shown.
    """
    settled = {
        (record.sheet, at): kind
        for record in found.settings.records
        for kind, at in record.cells.items()
        if isinstance(record.of, str)
    }
    for sheet in book.sheets:
        grid = book.read(sheet)
        for group in change.copied.get(sheet.casefold(), ()):
            for row in range(group.first, group.last + 1):
                yield from _row_edits(grid, (row, group), change, (like, name), settled)


def _row_edits(
    grid: Grid,
    told: tuple[int, RowSpan],
    change: Restructuring,
    names: tuple[Area, str],
    settled: dict[tuple[str, Address], str],
) -> Iterator[Edit]:
    (row, group), (like, name) = told, names
    new_row = (change.row(grid.sheet, row) or row) + group.size
    is_after_figure = False
    for column, value in grid.row(new_row).items():
        at = Address(new_row, column)
        kind = settled.get((grid.sheet, Address(row, column)))
        if grid.has_formula(at):
            is_after_figure = is_after_figure or not isinstance(value, str)
            continue
        if isinstance(value, str) and fold(value) in {fold(like.name), fold(like.sheet)}:
            yield Edit(grid.sheet, at.a1, name, value, name)
            continue
        is_heading = isinstance(value, str) and (period_of(value) or kind_of(value)) is not None
        is_figure = read_number(value) is not None and not is_heading
        is_kept = kind == "decimals" or (kind is None and not (is_figure or is_after_figure))
        is_after_figure = is_after_figure or (is_figure and kind is None)
        if not is_kept:
            yield Edit(grid.sheet, at.a1, None, value, name)


def names_left(book: PackageBook, sheet: str, name: str) -> Iterator[Review]:
    """Yield the texts of a new area's sheet that still name the area it was copied of."""
    grid = book.read(sheet)
    for text in grid.texts(_any):
        if names_in_text(text.text, name):
            yield Review(sheet, text.address.a1, text.text, "area_named")
