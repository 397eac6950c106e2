"""The year in texts: headings, titles, notes and print headers move; prose is listed for a look."""

from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from typing import NamedTuple

from tpxl.errors import TpxlError
from tpxl.jobs.rollover.moves import Move, Review, edited, heading_told
from tpxl.layout import Survey
from tpxl.layout.cells.numbers import read_number
from tpxl.layout.cells.text import text_at
from tpxl.model import Address, Grid, Sheets
from tpxl.model.allocation import AllocationNote
from tpxl.model.cell import PageEdit, PageText
from tpxl.model.figure import CellPlace
from tpxl.terms.periods import period_of
from tpxl.terms.settings import DUE, MEETING, YEAR, typed_place
from tpxl.terms.years import (
    heading_on,
    keeps_bases,
    marked_on,
    mentions,
    title_on,
    year_on,
    years_of,
)

_BLANK = "____"
_FAR = 30
"""So many rows under a lone heading are looked at for figures of its own."""


class TextsMoved(NamedTuple):
    """The edits of texts in cells, and the places to be looked at by a person."""

    moves: tuple[Move, ...]
    review: tuple[Review, ...]


def note_moves(book: Sheets, notes: Iterable[AllocationNote]) -> Iterator[Move]:
    """Yield the sentences about shares of shared costs: the year on, the share to be written."""
    for note in notes:
        if note.is_writable:
            blank = f"{note.text[: note.start]}{_BLANK}{note.text[note.stop :]}"
            grid = book.read(note.sheet)
            yield from edited(grid, note.address, marked_on(blank), "note")


def setting_moves(book: Sheets, found: Survey) -> Iterator[Move]:
    """Yield the year of the settings, and the day when outcomes are due, a year on."""
    for labels in (YEAR, DUE):
        place = typed_place(labels, found.settings.places)
        if place is not None:
            sheet, at = place
            grid = book.read(sheet)
            told = heading_told(grid, at)
            if told is not None:
                yield from edited(grid, at, told, "setting")


def goal_heading_moves(book: Sheets, found: Survey) -> Iterator[Move]:
    """Yield the headings of goal tables that name the year."""
    for area in found.goals:
        for table in area.tables:
            grid = book.read(table.sheet)
            for at in table.headings.values():
                value = grid.value(at)
                if isinstance(value, str) and any(years_of(value)):
                    yield from edited(grid, at, heading_on(value), "heading", area=area.area)


class _Reading(NamedTuple):
    """What decides of a text: the year, the cells decided already, the prose that never moves."""

    year: int
    handled: Collection[CellPlace]
    prose: Collection[CellPlace]

    def moves(self, grid: Grid) -> Iterator[Move | Review]:
        """Yield the edits of a sheet's texts, and those that a person should look at."""
        if mentions(grid.sheet, self.year):
            yield Review(grid.sheet, "A1", grid.sheet, "sheet_name")
        for at, text, formula in _texts(grid):
            place = grid.sheet, at
            if place in self.handled:
                continue
            if formula is not None:
                if _says(formula, self.year):
                    yield Review(grid.sheet, at.a1, formula, "formula_text")
                continue
            is_fixed = place in self.prose or not mentions(text, self.year)
            new = text if is_fixed or grid.has_rich_text(at) else self._told(grid, at, text)
            if new != text:
                yield from edited(grid, at, new, "text")
            elif mentions(text, self.year):
                yield Review(grid.sheet, at.a1, text, "look")

    def _told(self, grid: Grid, at: Address, text: str) -> str:
        if period_of(text) is None:
            return title_on(text, self.year)
        return text if _heads_figures(grid, at, self.handled) else heading_on(text)


def text_moves(
    book: Sheets,
    found: Survey,
    year: int,
    handled: Collection[CellPlace],
    prose: Collection[CellPlace],
) -> TextsMoved:
    """Return the edits of all other texts that say the book's year, and what is left to a person.

    `handled` are cells that have been decided already, `prose` those that never move.
    """
    journals = {one.sheet for one in (found.findings_journal, found.changes_journal) if one}
    meeting = typed_place(MEETING, found.settings.places)
    reading = _Reading(year, handled, prose)
    told: list[Move | Review] = []
    for sheet in book.sheets:
        if sheet not in journals and not keeps_bases(sheet):
            with suppress(TpxlError):  # a damaged sheet is named by the check
                told += reading.moves(book.read(sheet))
    review = [one for one in told if isinstance(one, Review)]
    if meeting is not None:
        sheet, at = meeting
        grid = book.read(sheet)
        review.append(Review(sheet, at.a1, text_at(grid, at, grid.value(at)), "meeting"))
    return TextsMoved(tuple(one for one in told if isinstance(one, Move)), tuple(review))


def _texts(grid: Grid) -> Iterator[tuple[Address, str, str | None]]:
    """Yield the texts of a sheet, and the formulas, with what they show."""
    for row in range(1, grid.last_row + 1):
        for column, cell in grid.cells_of(row).items():
            at = Address(row, column)
            if cell.has_formula:
                yield at, "", grid.formula(at)
            elif isinstance(cell.value, str):
                yield at, cell.value, None


def _says(formula: str, year: int) -> bool:
    """Tell whether a formula says a year in a text or number of its own."""
    return any(mentions(part, year) for part in formula.split('"')[1::2])


def _heads_figures(grid: Grid, at: Address, handled: Collection[CellPlace]) -> bool:
    """Tell whether figures that do not move stand under a lone period, or beside it."""
    beside = [Address(at.row, column) for column in grid.row(at.row) if column != at.column]
    below: list[Address] = []
    for row in range(at.row + 1, at.row + _FAR):
        if not grid.row(row):
            break
        below.append(Address(row, at.column))
    return any(
        read_number(grid.value(one)) is not None and (grid.sheet, one) not in handled
        for one in (*beside, *below)
    ) or any(
        isinstance(value := grid.value(one), str) and period_of(value) is not None
        for one in beside
        if (grid.sheet, one) not in handled
    )


def page_edits(texts: Iterable[PageText], year: int) -> Iterator[PageEdit]:
    """Yield the print headers and the title that say the year, a year on."""
    for text in texts:
        new = year_on(text.text, year)
        if new != text.text:
            yield PageEdit(text.sheet, text.part, text.text, new)


def page_review(texts: Iterable[PageText], year: int) -> Iterator[Review]:
    """Yield the texts of charts and shapes that say the year: a person changes them."""
    for text in texts:
        if mentions(text.text, year):
            yield Review(text.sheet, "", text.text, "drawn")
