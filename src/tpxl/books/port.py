"""The one port: a workbook that can be read in blocks and edited in cells.

Jobs take a `Book` and do not know which: a closed file patched in place (`books.package`) or the
workbook open in Excel (`books.excel`). One contract suite runs over both.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

from tpxl.errors import TpxlError
from tpxl.model import Edit, Grid


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
