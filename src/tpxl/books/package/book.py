"""A closed workbook: read sheet by sheet, edited in place, saved whole or not at all."""

import re
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from tpxl.books.files.replacing import SourceFile
from tpxl.books.package.editing import changes_of, results_kept
from tpxl.books.package.formulas import computed_cells
from tpxl.books.package.grid import PackageGrid
from tpxl.books.package.macros import changed_macros, macros_of
from tpxl.books.package.new_sheet import sheet_added
from tpxl.books.package.page import (
    chart_changes,
    drawn_texts,
    page_changes,
    page_texts,
    print_area_changes,
    saved_by,
)
from tpxl.books.package.parts import Parts, defined_names, workbook_of
from tpxl.books.package.saving import save_in_place, save_to, tidy
from tpxl.books.package.sheet_cache import SheetCache
from tpxl.books.package.sheet_list import sheet_removed, sheet_renamed
from tpxl.books.package.splice import with_looks
from tpxl.books.package.zip_archive import Archive
from tpxl.books.package.zip_directory import deflated
from tpxl.errors import TpxlError
from tpxl.model import Address, Block, Edit, Grid, Hiding, Value
from tpxl.model.cell import PageEdit, PageText, Result
from tpxl.model.figure import CellPlace

if TYPE_CHECKING:
    from tpxl.rules.restructuring import Restructuring

_FILTERED = re.compile(rb"""<(?:\w+:)?sheetPr\b[^<>]*\bfilterMode=["'](?:1|true)["']""")


class PackageBook:
    """A `Book` over the bytes of a file. Nothing is written before `save`."""

    def __init__(self, file: SourceFile) -> None:
        """Read the workbook part of a file.

        Raises:
            TpxlError: it holds no workbook that can be read.
        """
        self._file = file
        self._parts = Parts(Archive(file.data, file.name), file.name)
        self._store = SheetCache(self._parts, workbook_of(self._parts))
        self._awaits = self._store.workbook.asks_recalculation
        self._notes: tuple[TpxlError, ...] = ()
        self._edited: set[CellPlace] = set()

    @property
    def name(self) -> str:
        """The file's name, without its folder."""
        return self._file.path.name

    @property
    def folder(self) -> Path:
        """The folder its file is in."""
        return self._file.path.parent

    @property
    def macros(self) -> bytes | None:
        """The VBA project it carries, None where it has none."""
        return macros_of(self._parts, self._store.workbook.part)

    def put_macros(self, project: bytes) -> None:
        """Put another VBA project in the place of its own; nothing else changes.

        Raises:
            TpxlError: it has none, or its macros are signed.
        """
        self._parts.change(changed_macros(self._parts, self._store.workbook.part, project))

    @property
    def sheets(self) -> tuple[str, ...]:
        """The names of the worksheets in their order, hidden ones included."""
        return tuple(self._store.workbook.sheets)

    @property
    def hidden(self) -> Mapping[str, Hiding]:
        """The worksheets out of sight by name, and how they are hidden."""
        return self._store.workbook.hidden

    @property
    def calculates(self) -> bool:
        """False: nothing calculates a closed file."""
        return False

    @property
    def awaits_recalculation(self) -> bool:
        """Tell whether cached values of formulas are unknown."""
        return self._awaits

    @property
    def notes(self) -> tuple[TpxlError, ...]:
        """What the last save could not carry over or clear away; the book itself is saved."""
        return self._notes

    def read(self, sheet: str) -> Grid:
        """Return the sheet; what it answers is always what it holds then.

        Raises:
            TpxlError: there is no such worksheet, or it cannot be read.
        """
        name = self._store.name(sheet)
        self._store.sheet_bytes(name)
        return PackageGrid(self._store, name, self._file.name)

    def is_filtered(self, sheet: str) -> bool:
        """Tell whether a filter keeps rows of a sheet out of sight, by what a spreadsheet says.

        Raises:
            TpxlError: there is no such worksheet, or it cannot be read.
        """
        found = self._store.sheet_bytes(self._store.name(sheet))
        return _FILTERED.search(found.data, 0, found.frame.opened) is not None

    def apply(self, edits: Iterable[Edit]) -> None:
        """Change the cells: all of them, or none when one is refused.

        Raises:
            TpxlError: an edit would damage the book; its facts name sheet, cell and reason.
        """
        edits = tuple(edits)
        changes = changes_of(edits, self._parts, self._store, awaits=self._awaits)
        self._edited |= {(self._store.name(one.sheet), Address.parse(one.cell)) for one in edits}
        self._parts.change(changes.parts)
        for sheet in changes.sheets:
            self._store.forget(sheet)
        self._awaits = changes.awaits_recalculation

    def add_sheet(self, sheet: str, widths: Sequence[float] = ()) -> None:
        """Add an empty visible sheet behind the others; `widths` are those of its first columns.

        Raises:
            TpxlError: a sheet cannot bear the name, or the book takes none more.
        """
        workbook = self._store.workbook
        self._parts.change(sheet_added(self._parts, workbook, sheet, widths))
        self._store.workbook = workbook_of(self._parts)

    def copy_sheet(self, sheet: str, new: str) -> None:
        """Copy a sheet, right behind itself, with all that is its own; formulas keep their results.

        Raises:
            TpxlError: there is no such sheet, another cannot bear the name, or it has what cannot
                be copied; the book takes none more.
        """
        from tpxl.books.package.copied_sheet import sheet_copied

        workbook = self._store.workbook
        self._parts.change(sheet_copied(self._parts, workbook, self._store.name(sheet), new))
        self._store.workbook = workbook_of(self._parts)

    def restructure(self, change: "Restructuring") -> Mapping[CellPlace, str | None]:
        """Copy and remove rows, rename sheets and remove one; all that refers to them follows.

        Returns the cells that are new or whose formulas take in other cells than before, each with
        the formula it had. They count as edited: what formulas give is kept as it was.

        Raises:
            TpxlError: a sheet cannot be read or is locked, or has what cannot be moved; or a
                formula that stays refers to what is removed. The book is of no use then.
        """
        from tpxl.books.package.restructured import restructured

        for old, new in change.renames.items():
            self._parts.change(
                sheet_renamed(self._parts, self._store.workbook, self._store.name(old), new)
            )
            self._store.workbook = workbook_of(self._parts)
        if change.gone is not None:
            sheet = self._store.name(change.gone)
            self._parts.change(sheet_removed(self._parts, self._store.workbook, sheet))
        self._store = SheetCache(self._parts, workbook_of(self._parts))
        told = restructured(self._parts, self._store, change)
        self._parts.change(told.parts)
        self._store = SheetCache(self._parts, workbook_of(self._parts))
        self._edited |= told.places.keys()
        return told.places

    def redraw(self) -> None:
        """Let charts keep what the cells they show hold now.

        Raises:
            TpxlError: a chart or a sheet cannot be read.
        """
        from tpxl.books.package.charts import charts_redrawn

        sheets = self._store.workbook.sheets.values()
        self._parts.change(charts_redrawn(self._parts, sheets, self._value))

    def _value(self, sheet: str, at: Address) -> Value:
        return self.read(sheet).value(at)

    def _let_charts_follow(self, changed: AbstractSet[CellPlace]) -> None:
        if changed and self._parts.has_kind(b"drawingml.chart+xml"):
            from tpxl.books.package.charts import charts_following

            sheets = self._store.workbook.sheets.values()
            self._parts.change(charts_following(self._parts, sheets, self._value, changed))

    @property
    def edited(self) -> frozenset[CellPlace]:
        """The cells that edits were applied to since results of formulas were last put."""
        return frozenset(self._edited)

    @property
    def formula_sheets(self) -> tuple[str, ...]:
        """The sheets that have formulas; a damaged one may have some and is none of them."""
        return self._store.formula_sheets()

    @property
    def names(self) -> Mapping[str, str]:
        """The defined names of the whole book, each with what it refers to."""
        return defined_names(self._parts.read(self._store.workbook.part))

    @property
    def saved_by(self) -> str:
        """Who has saved the file last, as it says itself: a claim; empty where it says nothing."""
        return saved_by(self._parts)

    def put_results(self, results: Iterable[Result]) -> None:
        """Keep what formulas give, for readers that do not calculate; charts follow all edits.

        The book asks to be recalculated when it is opened: a spreadsheet that does has its own.

        Raises:
            TpxlError: there is no such worksheet, it cannot be read, or the book is signed.
        """
        results = tuple(results)
        changed = {(self._store.name(one.sheet), Address.parse(one.cell)) for one in results}
        changed |= self._edited
        self._edited.clear()
        changes = results_kept(results, self._parts, self._store, awaits=self._awaits)
        self._parts.change(changes.parts)
        for sheet in changes.sheets:
            self._store.forget(sheet)
        self._awaits = changes.awaits_recalculation
        self._let_charts_follow(changed)

    def page_texts(self) -> tuple[PageText, ...]:
        """Return the headers and footers of the sheets that can be read, and its title.

        Raises:
            TpxlError: its properties cannot be read.
        """
        return tuple(page_texts(self._parts, self._store))

    def drawn_texts(self) -> tuple[PageText, ...]:
        """Return what is written in its charts and shapes; `part` is theirs.

        Raises:
            TpxlError: a part cannot be read.
        """
        return tuple(drawn_texts(self._parts, self._store))

    def apply_page(self, edits: Iterable[PageEdit]) -> None:
        """Change texts outside the cells: all of them, or none.

        Raises:
            TpxlError: a sheet cannot be read, or the book is signed.
            LookupError: a text is not the old one.
        """
        edits = tuple(edits)
        self._parts.change(page_changes(edits, self._parts, self._store))
        for sheet in {edit.sheet for edit in edits if edit.sheet}:
            self._store.forget_headers(sheet)

    def put_looks(self, sheet: str, looks: Mapping[Address, Address]) -> None:
        """Let cells without a look of their own look like others of the sheet.

        Raises:
            TpxlError: there is no such sheet, or it cannot be read.
        """
        name = self._store.name(sheet)
        part = self._store.workbook.sheets[name]
        self._parts.change({part: deflated(with_looks(self._store.sheet_bytes(name), looks))})
        self._store.forget(name)

    def put_print_area(self, sheet: str, block: Block) -> None:
        """Print so much of a sheet; of one without a print area nothing changes.

        Raises:
            TpxlError: there is no such sheet, or the workbook part cannot be read.
        """
        self._parts.change(print_area_changes(self._parts, self._store, sheet, block))

    def prints_other(self, sheet: str, block: Block) -> bool:
        """Tell whether a sheet has a print area, and another one.

        Raises:
            TpxlError: there is no such sheet, or the workbook part cannot be read.
        """
        return bool(print_area_changes(self._parts, self._store, sheet, block))

    def forget_drawn(self) -> None:
        """Forget what charts keep of the cells they show: they are drawn of the cells anew.

        A title that is a cell's text keeps what the cell holds now.

        Raises:
            TpxlError: a chart cannot be read.
        """

        def told(sheet: str, at: Address) -> str:
            value = self.read(sheet).value(at)
            return value if isinstance(value, str) else ""

        self._parts.change(chart_changes(self._parts, self._store, told))

    def forget_results(self) -> None:
        """Forget what every formula gave: no reader shows then a result of what stood before.

        Raises:
            TpxlError: a sheet cannot be read, or the book is signed.
        """
        self.put_results(
            Result(sheet, at.a1)
            for sheet in self.sheets
            for at in computed_cells(self._store.sheet_bytes(sheet))
        )

    def save(self, path: Path | str | None = None, *, backup: bool = False) -> Path | None:
        """Write the book, in place or to `path`; with nothing changed, in place writes nothing.

        Returns the backup's path where one was kept (`backup`, and something was replaced).

        Raises:
            TpxlError: it cannot be written; the old file is whole and untouched.
        """
        target = self._file.path if path is None else Path(path)
        self._notes = ()
        if not self._file.is_at(target):
            data = self._parts.assembled()
            kept, self._notes = save_to(target, data, like=self._file, backup=backup)
            return kept
        if not self._parts.changes:
            tidy(target)
            return None
        data = self._parts.assembled()
        kept, self._notes = save_in_place(self._file, data, backup=backup)
        self._file = SourceFile(self._file.path, data, self._file.name)
        self._parts.settle(Archive(data, self._file.name))
        return kept

    def close(self) -> None:
        """Let go of the file; what was not saved is forgotten."""
        self._parts.changes.clear()
        self._store.forget_all()

    def __enter__(self) -> Self:
        """Return the book."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the book."""
        self.close()
