"""The workbook open in Excel, read from a copy that Excel saves: one call for the whole book.

The closed-file reader reads the copy, so a button and a command see the same; edits go to Excel.
Where Excel saves no copy that can be read (behind a label or a password, a book without a file)
the book is read cell by cell. The first copy is the workbook as it was before the press: it becomes
the backup where something was changed, and is deleted otherwise.
"""

import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, nullcontext, suppress
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from tpxl.books.excel.book import (
    FATAL,
    MANY,
    LiveBook,
    calculation_off,
    events_off,
    screen_updating_off,
)
from tpxl.books.excel.cells import block_range, values
from tpxl.books.excel.com_errors import translated
from tpxl.books.excel.compared import Known, write_compared
from tpxl.books.excel.writing import Written
from tpxl.books.package import PackageBook, open_book
from tpxl.books.package.saving import keep_state
from tpxl.errors import TpxlError
from tpxl.model import Address, Block, Edit, Grid, Hiding, NewValue
from tpxl.model.cell import Result
from tpxl.rules.restructuring import Restructuring

if TYPE_CHECKING:
    import xlwings as xw

_READABLE = {".xlsx", ".xlsm"}


class CopiedBook(LiveBook):
    """A workbook open in Excel, read from copies; what is written is compared with what was read.

    Formulas follow an edit in Excel: where several sheets may give other values after one, another
    copy is saved; where it is one sheet alone, Excel is asked for its values.
    """

    def __init__(self, book: "xw.Book") -> None:
        """Take an `xlwings.Book`."""
        super().__init__(book)
        self._aside = tempfile.TemporaryDirectory(prefix="tpxl-", ignore_cleanup_errors=True)
        self._first: Path | None = None
        self._copy: PackageBook | None = None
        self._is_unreadable = False
        self._stale: set[str] = set()
        self._asked: set[str] = set()
        self._edited_sheets: set[str] = set()
        self._known: dict[tuple[str, Address], Known] = {}
        self._opened_sheets: dict[str, xw.Sheet] = {}
        self._holds = ExitStack()
        self._is_held = False

    @cached_property
    def calculates(self) -> bool:
        """True unless the user has set calculation to manual: a press asks once."""
        return super().calculates

    @cached_property
    def place(self) -> str:
        """The folder or the address of its file, as Excel says it: a press asks once."""
        return super().place

    @property
    def sheets(self) -> Sequence[str]:
        """The names of the worksheets in their order, hidden ones included."""
        copy = self._current()
        return super().sheets if copy is None else copy.sheets

    @property
    def hidden(self) -> Mapping[str, Hiding]:
        """The worksheets out of sight by name, and how they are hidden."""
        copy = self._current()
        return super().hidden if copy is None else copy.hidden

    def read(self, sheet: str) -> Grid:
        """Return the sheet as it now is.

        Raises:
            TpxlError: there is no such worksheet, or Excel does not answer.
        """
        copy = self._current()
        if copy is not None and sheet in self._stale and not self._is_asked(copy, sheet):
            self._forget()
            copy = self._current()
        return super().read(sheet) if copy is None else copy.read(sheet)

    def apply(self, edits: Iterable[Edit]) -> None:
        """Change the cells, block by block: all of them, or none when one is refused.

        Raises:
            TpxlError: an edit would damage the book, a cell changed since it was read, or Excel
                refuses it.
        """
        if self.trouble is not None:
            raise self.trouble
        edits, copy = tuple(edits), self._current()
        if copy is None:
            super().apply(edits)
            return
        self._known = dict(_known(copy, edits))
        copy.apply(edits)
        try:
            super().apply(edits)
        except BaseException:
            self._forget()
            raise
        self._stale = set(copy.formula_sheets)
        self._edited_sheets |= {edit.sheet for edit in edits}

    def _write_on(self, sheet: str, cells: Mapping[Address, NewValue]) -> Iterator[Written]:
        if self._copy is None:
            return super()._write_on(sheet, cells)
        if self._copy.is_filtered(sheet):
            raise TpxlError("sheet_filtered", book=self.name, sheet=sheet, cell=min(cells).a1)
        known = {at: self._known[sheet, at] for at in cells}
        return write_compared(self._sheet(sheet), cells, known, _emptiness(self._copy.read(sheet)))

    def _sheet(self, name: str) -> "xw.Sheet":
        if name not in self._opened_sheets:
            self._opened_sheets[name] = super()._sheet(name)
        return self._opened_sheets[name]

    def _held_still(self, blocks: int) -> AbstractContextManager[None]:
        """Hold Excel still from the first write to the end of the press; calculation shorter."""
        if not self._is_held:
            self._holds.enter_context(screen_updating_off(self._book.app, blocks=0))
            self._is_held = True
        return calculation_off(self._book.app) if blocks >= MANY else nullcontext()

    def add_sheet(self, sheet: str, widths: Sequence[float] = ()) -> None:
        """Add an empty visible sheet behind the others; the one in front stays in front.

        Raises:
            TpxlError: a sheet cannot bear the name, or the book takes none more.
        """
        super().add_sheet(sheet, widths)
        self._opened_sheets.clear()
        self._forget()

    def put_print_area(self, sheet: str, block: Block) -> None:
        """Print so much of a sheet; of one without a print area nothing changes.

        Raises:
            TpxlError: there is no such sheet, or Excel does not let it.
        """
        if self._copy is None:
            super().put_print_area(sheet, block)
        elif self._copy.prints_other(sheet, block):
            with translated("book_unwritable", book=self.name):
                self._sheet(sheet).page_setup.print_area = block.a1
            self._copy.put_print_area(sheet, block)

    def restructure(self, change: Restructuring, formulas: Iterable[Edit]) -> None:
        """Copy and remove rows and sheets, and rename them, by Excel itself.

        Raises:
            TpxlError: Excel does not let it; what was removed cannot be put back.
        """
        try:
            super().restructure(change, formulas)
        finally:
            self._opened_sheets.clear()
            self._forget()

    def undo(self) -> None:
        """Put every cell back that was changed since the workbook was last saved.

        Raises:
            TpxlError: Excel does not let it; some changes are left.
        """
        try:
            super().undo()
        finally:
            self._opened_sheets.clear()
            self._forget()

    @property
    def is_copied(self) -> bool:
        """Tell whether Excel saves a copy that can be read; cell by cell takes longer."""
        return self._current() is not None

    def first_copy(self) -> Path:
        """Return the file that holds the workbook as it was before anything was changed.

        Raises:
            TpxlError: Excel saves no copy, or it is busy.
        """
        if self._first is None:
            self._current()
        if self._first is None:
            raise TpxlError("book_unreadable", book=self.name, reason="SaveCopyAs")
        return self._first

    def keep_first(self, beside: Path) -> Path:
        """Keep the workbook as it was, as a backup of the file `beside`; return the backup.

        Raises:
            TpxlError: there is no copy, or it cannot be kept.
        """
        return keep_state(beside, self.first_copy())

    def close(self) -> None:
        """Let go of the workbook, which stays open in Excel, and of the copies."""
        super().close()
        self._forget()
        self._first = None
        self._aside.cleanup()
        self._let_go()

    def _let_go(self) -> None:
        """Let Excel draw and answer again."""
        self._is_held = False
        self._holds.close()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Put the workbook back as it was when an exception leaves it; then let go."""
        try:
            super().__exit__(kind, error, trace)
        finally:
            self._aside.cleanup()
            self._let_go()

    def _current(self) -> PackageBook | None:
        """Return the copy that is read, a new one where there is none; None: ask cell by cell."""
        if self._copy is None and not self._is_unreadable:
            self._copy = self._opened()
            self._is_unreadable = self._copy is None
        return self._copy

    def _opened(self) -> PackageBook | None:
        name = Path(self.name).name
        if Path(name).suffix.lower() not in _READABLE:
            return None
        path = Path(self._aside.name, "later" if self._first else "first", name)
        path.parent.mkdir(exist_ok=True)
        try:
            with (
                translated("book_unreadable", book=self.name),
                events_off(self._book.app),
            ):
                self._book.api.SaveCopyAs(str(path))
            self._first = self._first or path
            return open_book(path, self.name)
        except TpxlError as error:
            if error.code in FATAL:
                raise
            return None
        finally:
            if path != self._first:
                with suppress(OSError):
                    path.unlink()

    def _forget(self) -> None:
        """Read another copy next time."""
        self._copy, self._sheets = None, ()
        self._edited_sheets.clear()
        self._stale.clear()
        self._asked.clear()

    def _is_asked(self, copy: PackageBook, sheet: str) -> bool:
        """Ask Excel what the formulas of one sheet give now; False where more are to be asked.

        That is so once another was asked, and where a sheet with formulas was changed.
        """
        is_own = sheet in self._edited_sheets
        if self._asked - {sheet} or not (
            is_own or self._edited_sheets.isdisjoint(copy.formula_sheets)
        ):
            return False
        self._asked.add(sheet)
        computed = list(_computed(copy.read(sheet)))
        around = Block(
            min((at.row for at in computed), default=1),
            min((at.column for at in computed), default=1),
            max((at.row for at in computed), default=1),
            max((at.column for at in computed), default=1),
        )
        with translated("sheet_unreadable", sheet=sheet):
            now = values(block_range(self._sheet(sheet), around))
        told = ((at, now[at.row - around.top][at.column - around.left]) for at in computed)
        copy.put_results(Result(sheet, at.a1, "" if value is None else value) for at, value in told)
        self._stale.discard(sheet)
        return True


def _emptiness(grid: Grid) -> Callable[[Address], bool]:
    """Return what tells whether a cell is empty and is of no merged area."""
    merged = grid.merged

    def is_empty(at: Address) -> bool:
        held = grid.value(at) is None and not grid.has_formula(at)
        return held and not any(block.covers(at) for block in merged)

    return is_empty


def _computed(grid: Grid) -> Iterator[Address]:
    """Yield the cells that are computed, an array's members behind its first cell."""
    rows = range(1, grid.last_row + 1)
    yield from (Address(r, at) for r in rows for at, cell in grid.cells_of(r).items() if cell[1])


def _known(copy: PackageBook, edits: Iterable[Edit]) -> Iterator[tuple[tuple[str, Address], Known]]:
    """Yield what the cells of edits hold; of an address that is none the copy tells itself."""
    grids: dict[str, Grid] = {}
    for edit in edits:
        if edit.sheet not in grids:
            grids[edit.sheet] = copy.read(edit.sheet)
        with suppress(ValueError):
            at = Address.parse(edit.cell)
            grid = grids[edit.sheet]
            yield (edit.sheet, at), Known(grid.value(at), grid.has_formula(at))
