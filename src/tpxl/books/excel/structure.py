"""Rows and sheets of an open workbook copied, removed, renamed, by Excel itself.

Excel moves what refers to them; it is told only what it cannot know: that a list grew at its end,
and what the copy of a formula or of a chart's series refers to.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tpxl.books.excel.cells import block_range, formulas, typed, values
from tpxl.books.excel.writing import AddedSheet, Written, is_formula, unprotected
from tpxl.errors import TpxlError
from tpxl.model import Address, Block, Edit
from tpxl.model.address import MAX_COLUMN
from tpxl.model.cell import PageEdit
from tpxl.rules.restructuring import Restructuring, RowSpan

if TYPE_CHECKING:
    import xlwings as xw

_SECTION = re.compile(r"&([LCR])")
_SECTIONS = {"L": "Left", "C": "Center", "R": "Right"}
_PARTS = {"oddHeader": "Header", "oddFooter": "Footer"}


@dataclass(frozen=True, slots=True)
class CopiedRows:
    """Rows that were copied right below themselves, and how to be rid of the copies."""

    sheet: "xw.Sheet"
    rows: RowSpan

    def undo(self) -> None:
        """Delete the copies."""
        with unprotected(self.sheet):
            _whole_rows(self.sheet, self.rows).delete("up")


@dataclass(frozen=True, slots=True)
class RenamedSheet:
    """A sheet that got another name, and the one it had."""

    sheet: "xw.Sheet"
    name: str

    def undo(self) -> None:
        """Give it its name back."""
        self.sheet.name = self.name


@dataclass(frozen=True, slots=True)
class NotUndone:
    """What nothing takes back: rows or a sheet that went, a chart drawn anew, a page's header."""

    book: str

    def undo(self) -> None:
        """Say that it cannot be put back.

        Raises:
            TpxlError: always.
        """
        raise TpxlError("changes_left", book=self.book)


Done = Written | AddedSheet | CopiedRows | RenamedSheet | NotUndone


def restructured(book: "xw.Book", change: Restructuring, told: Iterable[Edit]) -> Iterator[Done]:
    """Make a change of rows and sheets; yield each step, by which it can be undone.

    `told` are the formulas that Excel does not find itself, in the places they then have. What
    cannot be undone goes last, and is yielded before it is done.
    """
    series = list(_series(book)) if change.like is not None else []
    in_front = book.sheets.active
    if change.like is not None:
        like = book.sheets[change.like[0]]
        yield AddedSheet(like.copy(after=like, name=change.like[1]))
        in_front.activate()
    for old, new in change.renames.items():
        sheet = next(one for one in book.sheets if one.name.casefold() == old)
        was, sheet.name = sheet.name, new
        yield RenamedSheet(sheet, was)
    yield from _copied(book, change)
    for sheet in book.sheets if change.removed else ():
        for group in reversed(change.removed.get(sheet.name.casefold(), ())):
            with unprotected(sheet):
                yield NotUndone(book.name)
                _whole_rows(sheet, group).delete("up")
    yield from _told(book, told)
    for one, old in series:
        if change.copies_series(old) or change.formula(old, "").text != old:
            yield NotUndone(book.name)
            _redraw(one, old, change)
    if change.gone is not None:
        yield NotUndone(book.name)
        next(one for one in book.sheets if one.name.casefold() == change.gone).delete()


def _copied(book: "xw.Book", change: Restructuring) -> Iterator[Done]:
    for sheet in book.sheets if change.copied else ():
        for group in reversed(change.copied.get(sheet.name.casefold(), ())):
            below = RowSpan(group.last + 1, group.last + group.size)
            with unprotected(sheet):
                _whole_rows(sheet, below).insert("down")
                yield CopiedRows(sheet, below)
                _whole_rows(sheet, group).copy(_whole_rows(sheet, below))


def _whole_rows(sheet: "xw.Sheet", rows: RowSpan) -> "xw.Range":
    return sheet.range((rows.first, 1), (rows.last, MAX_COLUMN))


def _told(book: "xw.Book", told: Iterable[Edit]) -> Iterator[Written]:
    for edit in told:
        sheet, at = book.sheets[edit.sheet], Address.parse(edit.cell)
        block = Block(at.row, at.column, at.row, at.column)
        target = block_range(sheet, block)
        ((old,),), ((said,),) = values(target), formulas(target)
        before = [[said if is_formula(said, old) else typed(old)]]
        with unprotected(sheet):
            target.formula = edit.new
        yield Written(sheet, block, before)


def _series(book: "xw.Book") -> Iterator[tuple[Any, str]]:
    """Yield the series of every chart, with what each says it shows."""
    for sheet in book.sheets:
        charts = getattr(sheet.api, "ChartObjects", None)
        for holder in charts() if charts is not None else ():
            yield from ((one, one.Formula) for one in holder.Chart.SeriesCollection())


def _redraw(series: Any, old: str, change: Restructuring) -> None:  # noqa: ANN401  # a COM object
    """Let a series show what it is to show, and a copied row have one of its own."""
    new = change.formula(old, "").text
    if new != series.Formula:
        series.Formula = new
    if change.copies_series(old):
        collection = series.Parent.SeriesCollection()
        order = collection.Count + 1
        added = collection.NewSeries()
        added.Formula = re.sub(r",\d+\)$", f",{order})", change.copy(old, "").text)


def page_changed(book: "xw.Book", edits: Iterable[PageEdit]) -> Iterator[Done]:
    """Write print headers and footers, yielded before; a file's one text is three in Excel."""
    for edit in edits:
        setup = getattr(book.sheets[edit.sheet].api, "PageSetup", None)
        ending = _PARTS.get(edit.part)
        if setup is not None and ending is not None:
            yield NotUndone(book.name)
            for section, text in _sections(edit.new):
                setattr(setup, f"{_SECTIONS[section]}{ending}", text)


def _sections(text: str) -> Iterator[tuple[str, str]]:
    """Yield what stands left, in the centre and right; what no sign precedes is in the centre.

    >>> list(_sections("&LKaupunki&C&9Alue"))
    [('L', 'Kaupunki'), ('C', '&9Alue')]
    """
    first, *rest = _SECTION.split(text)
    if first:
        yield "C", first
    yield from zip(rest[::2], rest[1::2], strict=True)
