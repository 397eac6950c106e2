"""The live `Book`: the workbook that is open in Excel, as xlwings hands it over.

Excel held still while blocks are written, and let go whatever happens.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from functools import cached_property
from itertools import groupby
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import TYPE_CHECKING, Self

from tpxl.books.excel.com_errors import is_excels, translated
from tpxl.books.excel.grid import LiveGrid
from tpxl.books.excel.structure import Done, page_changed, restructured
from tpxl.books.excel.writing import AddedSheet, EditedSheet, Written, blocks_of, write_block
from tpxl.books.package.saving import keep_backup
from tpxl.books.package.values import refusal_of
from tpxl.books.sheet_names import refuse_name
from tpxl.errors import TpxlError
from tpxl.model import Address, Block, Edit, Grid, Hiding, NewValue
from tpxl.model.cell import PageEdit, Result
from tpxl.model.figure import CellPlace
from tpxl.rules.restructuring import Restructuring

if TYPE_CHECKING:
    import xlwings as xw

FATAL = {"excel_busy", "excel_gone"}
"""With these Excel is asked nothing more."""

_HIDINGS = {0: Hiding.HIDDEN, 2: Hiding.VERY_HIDDEN}
"""A sheet is out of sight by Excel's xlSheetHidden and xlSheetVeryHidden."""

MANY = 20
"""How many blocks are worth holding calculation back for."""


class LiveBook:
    """A workbook open in Excel.

    Edits are applied to the open workbook, which stays unsaved until `save`. Left through an
    exception, it is put back as it was.
    """

    def __init__(self, book: "xw.Book") -> None:
        """Take an `xlwings.Book`."""
        self._book = book
        self._grids: dict[str, LiveGrid] = {}
        self._sheets: tuple[str, ...] = ()
        self._written: list[Done] = []
        self._trouble: TpxlError | None = None
        self._notes: tuple[TpxlError, ...] = ()

    @cached_property
    def name(self) -> str:
        """The file's name, without its folder."""
        return str(self._book.name)

    @property
    def place(self) -> str:
        """The folder or the address of its file, as Excel says it; empty for a book never saved."""
        with self._excel("book_unreadable"):
            return str(self._book.api.Path)

    @property
    def folder(self) -> Path | None:
        """The folder its file is in, None for a book never saved or one that is in the cloud.

        Excel is asked and not xlwings, which for a book in the cloud searches all that is synced
        to this machine, and raises where it finds nothing.
        """
        said = self.place
        return None if not said or "://" in said else Path(said)

    @property
    def is_saved(self) -> bool:
        """Tell whether the book has a file of its own, here or in the cloud."""
        return self.place != ""

    @property
    def macros(self) -> None:
        """None: Excel shows a program no macros unless its user has allowed it to see all."""

    @property
    def sheets(self) -> Sequence[str]:
        """The names of the worksheets in their order, hidden ones included."""
        if not self._sheets:
            with self._excel("book_unreadable"):
                self._sheets = tuple(sheet.name for sheet in self._book.sheets)
        return self._sheets

    @cached_property
    def hidden(self) -> Mapping[str, Hiding]:
        """The worksheets out of sight by name, and how they are hidden."""
        with self._excel("book_unreadable"):
            states = {sheet.name: int(sheet.visible) for sheet in self._book.sheets}
        return {name: _HIDINGS[state] for name, state in states.items() if state in _HIDINGS}

    @property
    def calculates(self) -> bool:
        """True unless the user has set calculation to manual."""
        with self._excel("book_unreadable"):
            return self._book.app.calculation != "manual"

    @property
    def awaits_recalculation(self) -> bool:
        """True once something was written while calculation is manual: formulas are old then."""
        return bool(self._written) and not self.calculates

    @property
    def trouble(self) -> TpxlError | None:
        """Why Excel stopped answering, where it did: nothing more is asked of it then."""
        return self._trouble

    @property
    def notes(self) -> Sequence[TpxlError]:
        """What the last save could not clear away; the workbook itself is saved."""
        return self._notes

    def read(self, sheet: str) -> Grid:
        """Return the sheet as it now is.

        Raises:
            TpxlError: there is no such worksheet, or Excel does not answer.
        """
        grid = LiveGrid(self._sheet(sheet), before=self._grids.get(sheet))
        self._grids[sheet] = grid
        return grid

    def apply(self, edits: Iterable[Edit]) -> None:
        """Change the cells, block by block: all of them, or none when one is refused.

        Raises:
            TpxlError: an edit would damage the book, or Excel refuses it.
        """
        if self._trouble is not None:
            raise self._trouble
        wanted = [(name, _cells(name, group)) for name, group in groupby(edits, _sheet_of)]
        blocks = sum(1 for _, cells in wanted for _ in blocks_of(cells))
        done: list[Written] = []
        try:
            with (
                self._excel("book_unwritable"),
                self._held_still(blocks),
            ):
                for name, cells in wanted:
                    done.extend(self._write_on(name, cells))  # what comes before an error stays
        except Exception as error:
            self._give_up(done, error)
            raise
        self._written += done
        for name, cells in wanted:
            if name in self._grids:
                self._grids[name].put(cells)

    def add_sheet(self, sheet: str, widths: Sequence[float] = ()) -> None:
        """Add an empty visible sheet behind the others; the one in front stays in front.

        Raises:
            TpxlError: a sheet cannot bear the name, or the book takes none more.
        """
        if self._trouble is not None:
            raise self._trouble
        refuse_name(sheet, self.name, self.sheets)
        with translated("sheet_not_added", book=self.name, sheet=sheet):
            if self._book.api.ProtectStructure:
                raise TpxlError("structure_protected", book=self.name, sheet=sheet)
            with screen_updating_off(self._book.app, blocks=0):
                in_front = self._book.sheets.active
                added = self._book.sheets.add(sheet, after=self._book.sheets[-1])
                self._written.append(AddedSheet(added))
                self._sheets = ()
                for column, width in enumerate(widths, 1):
                    added.range((1, column)).column_width = width
                in_front.activate()

    def restructure(self, change: Restructuring, formulas: Iterable[Edit]) -> None:
        """Copy and remove rows and sheets, and rename them, by Excel itself.

        `formulas` are those that Excel does not find by itself, in the places they then have.

        Raises:
            TpxlError: Excel does not let it; what was removed cannot be put back.
        """
        if self._trouble is not None:
            raise self._trouble
        with self._excel("book_unwritable"):
            if self._book.api.ProtectStructure:
                name = self._book.sheets.active.name
                raise TpxlError("structure_protected", book=self.name, sheet=name)
            with screen_updating_off(self._book.app, blocks=MANY):
                self._written.extend(restructured(self._book, change, formulas))
        self._sheets = ()
        self._grids.clear()
        self.__dict__.pop("hidden", None)

    def apply_page(self, edits: Iterable[PageEdit]) -> None:
        """Change print headers and footers.

        Raises:
            TpxlError: Excel does not let it.
        """
        with self._excel("book_unwritable"):
            self._written.extend(page_changed(self._book, edits))

    @property
    def edited(self) -> tuple[CellPlace, ...]:
        """None: an open spreadsheet calculates its formulas itself."""
        return ()

    @property
    def formula_sheets(self) -> tuple[str, ...]:
        """None that are asked for: an open spreadsheet calculates its formulas itself."""
        return ()

    @property
    def names(self) -> Mapping[str, str]:
        """None that are asked for: an open spreadsheet calculates its formulas itself."""
        return MappingProxyType({})

    def put_print_area(self, sheet: str, block: Block) -> None:
        """Print so much of a sheet; of one without a print area nothing changes.

        Raises:
            TpxlError: there is no such sheet, or Excel does not let it.
        """
        with self._excel("book_unwritable"):
            setup = self._sheet(sheet).page_setup
            if setup.print_area:
                setup.print_area = block.a1

    def put_results(self, results: Iterable[Result]) -> None:
        """Do nothing: an open spreadsheet calculates its formulas itself."""

    def save(self, path: Path | str | None = None, *, backup: bool = False) -> Path | None:
        """Save the open workbook, or a copy of it to `path`; return the backup where one is kept.

        A book in the cloud has its older versions there, and no folder to keep one in.

        Raises:
            TpxlError: Excel cannot write it.
        """
        if path is not None:
            with self._excel("book_unwritable"):
                self._book.api.SaveCopyAs(str(Path(path).resolve()))
            return None
        if not self._written:
            return None
        kept = None
        with self._excel("book_unwritable"):
            if backup and self.folder:
                kept, self._notes = keep_backup(self.folder / self.name)
            self._book.save()
        self._written.clear()
        return kept

    def undo(self) -> None:
        """Put every cell back that was changed since the workbook was last saved.

        Raises:
            TpxlError: Excel does not let it; some changes are left.
        """
        if not self._written:
            return
        written, self._written = self._written, []
        self._sheets = ()
        blocks = len(written)
        with self._excel("changes_left"), screen_updating_off(self._book.app, blocks=blocks):
            _undo(written)

    def close(self) -> None:
        """Let go of the workbook; it stays open in Excel."""
        self._written.clear()
        self._grids.clear()

    def __enter__(self) -> Self:
        """Return the book."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Put the workbook back as it was when an exception leaves it; then let go."""
        if error is not None and self._written:
            self.undo()
        self.close()

    def _write_on(self, sheet: str, cells: Mapping[Address, NewValue]) -> Iterator[Written]:
        """Write cells of one sheet; yield each block once it is written."""
        edited = EditedSheet(self._sheet(sheet))
        for block in blocks_of(cells):
            written = write_block(edited, block, _inside(block, cells))
            if written is not None:
                yield written

    def _give_up(self, done: list[Written], error: Exception) -> None:
        """Put back what was written before an error; remember that Excel does not answer."""
        self._trouble = error if isinstance(error, TpxlError) and error.code in FATAL else None
        try:
            with screen_updating_off(self._book.app, blocks=len(done)):
                _undo(done)
        except Exception as second:
            if not is_excels(second):
                raise
            self._trouble = TpxlError("changes_left", book=self.name)
            raise self._trouble from error

    def _held_still(self, blocks: int) -> AbstractContextManager[None]:
        """Hold Excel still while so many blocks are written."""
        return screen_updating_off(self._book.app, blocks=blocks)

    def _excel(self, code: str) -> AbstractContextManager[None]:
        return translated(code, book=self.name)

    def _sheet(self, name: str) -> "xw.Sheet":
        if name not in self.sheets:
            raise TpxlError("sheet_missing", book=self.name, sheet=name)
        return self._book.sheets[name]


def _inside(block: Block, cells: Mapping[Address, NewValue]) -> dict[Address, NewValue]:
    """Return what fills the block: each of its cells is to be written."""
    rows, columns = range(block.top, block.bottom + 1), range(block.left, block.right + 1)
    return {Address(row, at): cells[Address(row, at)] for row in rows for at in columns}


def _sheet_of(edit: Edit) -> str:
    return edit.sheet


def _cells(sheet: str, edits: Iterable[Edit]) -> dict[Address, NewValue]:
    """Return the new values by cell; of two for one cell the last.

    Raises:
        TpxlError: an address is none, or no cell can hold a value.
    """
    cells = {}
    for edit in edits:
        try:
            at = Address.parse(edit.cell)
        except ValueError as error:
            raise TpxlError("cell_unknown", sheet=sheet, cell=edit.cell) from error
        code = refusal_of(edit.new)
        if code is not None:
            raise TpxlError(code, sheet=sheet, cell=edit.cell)
        cells[at] = edit.new
    return cells


def _undo(written: Sequence[Done]) -> None:
    for one in reversed(written):
        one.undo()


@contextmanager
def screen_updating_off(app: "xw.App", *, blocks: int) -> Iterator[None]:
    """Hold back Excel's drawing and events, and its calculation where many blocks are written.

    Why calculation not always: a process that is ended meanwhile would leave a person's Excel
    calculating nothing, unseen. Drawing is always let go: whoever presses a button wants to see.
    """
    with ExitStack() as restored:
        restored.enter_context(events_off(app))
        restored.callback(setattr, app, "screen_updating", True)  # noqa: FBT003  # as setattr is
        app.screen_updating = False
        if blocks >= MANY:
            restored.enter_context(calculation_off(app))
        yield


@contextmanager
def calculation_off(app: "xw.App") -> Iterator[None]:
    """Hold back Excel's calculation, and have it as it was whatever happens."""
    before = app.calculation
    app.calculation = "manual"
    try:
        yield
    finally:
        app.calculation = before


@contextmanager
def events_off(app: "xw.App") -> Iterator[None]:
    """Hold back Excel's events, and have them as they were whatever happens.

    A city's own macro that answers to a changed cell would run once a block, and could change what
    is being written; one that answers to saving would run for a copy.
    """
    native = app.api
    before, native.EnableEvents = native.EnableEvents, False
    try:
        yield
    finally:
        native.EnableEvents = before
