"""A book that only notes what would be written into it."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Self

from tpxl.errors import TpxlError
from tpxl.model import Block, Edit, Grid, Hiding, Sheets
from tpxl.model.cell import Result
from tpxl.model.figure import CellPlace


class PreviewBook:
    """A `Book` over another one, which stays untouched: edits are taken and forgotten."""

    def __init__(self, book: Sheets) -> None:
        """Take the book that is read."""
        self._book = book
        self._is_edited = False

    @property
    def name(self) -> str:
        """The file's name, without its folder."""
        return self._book.name

    @property
    def folder(self) -> Path | None:
        """The folder of the other book's file."""
        return self._book.folder

    @property
    def macros(self) -> None:
        """None: Excel shows a program no macros unless its user has allowed it to see all."""

    @property
    def sheets(self) -> Sequence[str]:
        """The names of the worksheets in their order."""
        return self._book.sheets

    @property
    def hidden(self) -> Mapping[str, Hiding]:
        """The worksheets out of sight by name."""
        return self._book.hidden

    @property
    def calculates(self) -> bool:
        """False: what is not written changes no formula."""
        return False

    @property
    def awaits_recalculation(self) -> bool:
        """True once an edit was taken: what formulas would show after it is unknown."""
        return self._is_edited or self._book.awaits_recalculation

    @property
    def notes(self) -> Sequence[TpxlError]:
        """Nothing: what is not saved leaves nothing behind."""
        return ()

    def read(self, sheet: str) -> Grid:
        """Return the sheet as it is, without the edits."""
        return self._book.read(sheet)

    def apply(self, edits: Iterable[Edit]) -> None:
        """Take edits; nothing is changed."""
        self._is_edited = any(True for _ in edits) or self._is_edited

    def add_sheet(self, sheet: str, widths: Sequence[float] = ()) -> None:
        """Take a sheet; nothing is changed."""
        del sheet, widths
        self._is_edited = True

    @property
    def edited(self) -> tuple[CellPlace, ...]:
        """None: nothing is changed."""
        return ()

    @property
    def formula_sheets(self) -> tuple[str, ...]:
        """None that are asked for: nothing is changed."""
        return ()

    @property
    def names(self) -> Mapping[str, str]:
        """None that are asked for: nothing is changed."""
        return MappingProxyType({})

    def put_print_area(self, sheet: str, block: Block) -> None:
        """Take a print area; nothing is changed."""

    def put_results(self, results: Iterable[Result]) -> None:
        """Take results; nothing is changed."""

    def save(self, path: Path | str | None = None, *, backup: bool = False) -> Path | None:
        """Save nothing."""
        del path, backup
        return None  # the protocol's answer: no backup

    def close(self) -> None:
        """Let go; the other book stays open."""

    def __enter__(self) -> Self:
        """Return the book."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Let go."""
