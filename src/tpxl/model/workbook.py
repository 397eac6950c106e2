"""The one port: a workbook that is read in blocks and edited in cells.

Jobs take a `Book` and do not know which: a closed file patched in place (`books.package`) or the
workbook open in Excel (`books.excel`); one contract suite runs over both. A grid is asked, never
walked: a book of 300 sheets has 360 000 cells, of which the report's own words are a few thousand,
and `texts` hands over only the cells whose text the asker knows. An edit is one cell to be changed:
nothing else in the workbook is.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from enum import Enum
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

from tpxl.errors import TpxlError
from tpxl.model.address import Address, Block
from tpxl.model.cell import Cell, Edit, Result, Text, Unvalued, Value


class Grid(Protocol):
    """One sheet, read."""

    @property
    def sheet(self) -> str:
        """The sheet's name."""
        ...

    @property
    def merged(self) -> tuple[Block, ...]:
        """The merged areas; only the first cell of one holds a value."""
        ...

    def texts(self, wanted: Callable[[str], bool]) -> Iterator[Text]:
        """Yield the cells whose text is wanted, row by row; `wanted` depends on its text alone.

        The adapter may remember what `wanted` said of a text, by the callable:
        pass a function that lives as long as the book, not a fresh lambda for each sheet.
        """
        ...

    def row(self, row: int) -> dict[int, Value]:
        """Return the filled cells of a row by column, in order; an empty row is an empty dict."""
        ...

    def cells_of(self, row: int) -> dict[int, Cell]:
        """Return the filled cells of a row by column, in order, with all that is known of them.

        Cells whose formula has no cached value are among them.
        """
        ...

    def value(self, at: Address) -> Value:
        """Return what the cell holds: a formula's cached value; None for an empty cell.

        A formula that gives an empty text holds ""; one whose value is not stored, None.

        What a text has as a superscript beside other letters is in raised letters (``12²``).
        """
        ...

    def has_formula(self, at: Address) -> bool:
        """Tell whether the cell is computed by the spreadsheet: its own, a shared or an array's."""
        ...

    def formula(self, at: Address) -> str | None:
        """Return the cell's formula, ``=SUM(B4:B5)``, in English and with ``,``; None without one.

        A member of a shared formula has its own text, one of an array the array's.
        """
        ...

    def formula_cells(self) -> Iterator[tuple[Address, str]]:
        """Yield the cells with a formula of their own, each with its text, row by row.

        A member of an array has none of its own.
        """
        ...

    def has_rich_text(self, at: Address) -> bool:
        """Tell whether the cell's text is lettered in several ways (a word in bold).

        A new text, were it one letter, would lose that.
        """
        ...

    def number_format(self, at: Address) -> str:
        """Return the cell's number format code as the file has it (``General``, ``0.0%``)."""
        ...

    @property
    def unvalued(self) -> Unvalued | None:
        """The formulas without a cached value, an array's members included; None without any."""
        ...

    @property
    def last_row(self) -> int:
        """The last row that holds anything, 0 for an empty sheet."""
        ...


class Hiding(Enum):
    """How a sheet is kept out of sight: Excel's user can show the one, only a macro the other."""

    HIDDEN = "hidden"
    VERY_HIDDEN = "veryHidden"


class Sheets(Protocol):
    """What reading needs of a workbook: its sheets by name, and whether formulas are current."""

    @property
    def name(self) -> str:
        """The file's name, without its folder."""
        ...

    @property
    def folder(self) -> Path | None:
        """The folder its file is in, None where it is not on this machine.

        Files that finance names lie there. It is asked for only where one is named: Excel tells
        it of an open book, and need not.
        """
        ...

    @property
    def sheets(self) -> Sequence[str]:
        """The names of the worksheets in their order, hidden ones included."""
        ...

    @property
    def hidden(self) -> Mapping[str, Hiding]:
        """The worksheets out of sight by name, and how they are hidden."""
        ...

    @property
    def macros(self) -> bytes | None:
        """The VBA project it carries; None where it has none, or does not show it."""
        ...

    @property
    def awaits_recalculation(self) -> bool:
        """Tell whether cached values of formulas are unknown."""
        ...

    def read(self, sheet: str) -> Grid:
        """Return the sheet as it now is."""
        ...


class Book(Protocol):
    """A workbook, opened."""

    @property
    def name(self) -> str:
        """The file's name, without its folder."""
        ...

    @property
    def folder(self) -> Path | None:
        """The folder its file is in, None where it is not on this machine."""
        ...

    @property
    def macros(self) -> bytes | None:
        """The VBA project it carries; None where it has none, or does not show it, as in Excel."""
        ...

    @property
    def sheets(self) -> Sequence[str]:
        """The names of the worksheets in their order, hidden ones included."""
        ...

    @property
    def hidden(self) -> Mapping[str, Hiding]:
        """The worksheets out of sight by name, and how they are hidden."""
        ...

    @property
    def calculates(self) -> bool:
        """Tell whether formulas follow an edit at once, as they do in an open spreadsheet."""
        ...

    @property
    def awaits_recalculation(self) -> bool:
        """Tell whether cached values of formulas are unknown.

        True when the file asks to be recalculated when it is opened (``fullCalcOnLoad``), and once
        an edit was applied to a closed file that holds formulas. A live book calculates at once,
        unless its user has set calculation to manual.
        """
        ...

    @property
    def notes(self) -> Sequence[TpxlError]:
        """What the last save could not carry over or clear away; the book itself is saved."""
        ...

    def read(self, sheet: str) -> Grid:
        """Return the sheet as it now is, applied edits included.

        Raises:
            TpxlError: there is no such worksheet, or it cannot be read.
        """
        ...

    def apply(self, edits: Iterable[Edit]) -> None:
        """Change the cells: all of them, or none when one is refused.

        An edit whose value the cell already holds (text that equals the number included) changes
        nothing.

        Raises:
            TpxlError: an edit would damage the book; its facts name sheet, cell and reason.
        """
        ...

    def add_sheet(self, sheet: str, widths: Sequence[float] = ()) -> None:
        """Add an empty visible sheet behind the others; all else stays as it is.

        `widths` are those of its first columns, in letters.

        Raises:
            TpxlError: the name is taken, in whatever case, or no sheet can bear it; the sheets of
                the book are protected or shared, or a signature would be broken.
        """
        ...

    @property
    def edited(self) -> Collection[tuple[str, Address]]:
        """The cells that edits were applied to since results of formulas were last put.

        An open spreadsheet follows them itself and tells none.
        """
        ...

    @property
    def formula_sheets(self) -> Sequence[str]:
        """The sheets of a closed file that have formulas."""
        ...

    @property
    def names(self) -> Mapping[str, str]:
        """The defined names of a closed file, each with what it refers to."""
        ...

    def put_print_area(self, sheet: str, block: Block) -> None:
        """Print so much of a sheet; of one without a print area nothing changes.

        Raises:
            TpxlError: there is no such sheet, or the book does not let it.
        """
        ...

    def put_results(self, results: Iterable[Result]) -> None:
        """Keep what formulas give in a closed file, for readers that do not calculate.

        Only what the file keeps of a formula's result changes: no formula, and no cell without
        one. An open spreadsheet calculates itself: there nothing is done.

        Raises:
            TpxlError: there is no such worksheet, it cannot be read, or the book is signed.
        """
        ...

    def save(self, path: Path | str | None = None, *, backup: bool = False) -> Path | None:
        """Write the book, in place or to `path`; with nothing changed, in place writes nothing.

        Returns the backup's path where one was kept (`backup`, and something was replaced).

        Raises:
            TpxlError: it cannot be written; the old file is whole and untouched.
        """
        ...

    def close(self) -> None:
        """Let go of the file; what was not saved is forgotten."""
        ...

    def __enter__(self) -> Self:
        """Return the book."""
        ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the book."""
        ...
