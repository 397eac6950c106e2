"""A closed workbook: read sheet by sheet, edited in place, saved whole or not at all.

Opening a file: what it is if it is no workbook, said before anything else is tried.
"""

import stat
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

from tpxl.books.files.replacing import SourceFile
from tpxl.books.package.editing import changes_of
from tpxl.books.package.grid import PackageGrid
from tpxl.books.package.limits import MAX_FILE
from tpxl.books.package.macros import changed_macros, macros_of
from tpxl.books.package.parts import Parts, workbook_of
from tpxl.books.package.saving import save_in_place, save_to, tidy
from tpxl.books.package.sheet_cache import SheetCache
from tpxl.books.package.zip_archive import Archive
from tpxl.errors import TpxlError
from tpxl.model import Edit, Grid

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK"
_PDF = b"%PDF-"
_ENCRYPTED_STREAM = b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"


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

    def apply(self, edits: Iterable[Edit]) -> None:
        """Change the cells: all of them, or none when one is refused.

        Raises:
            TpxlError: an edit would damage the book; its facts name sheet, cell and reason.
        """
        changes = changes_of(edits, self._parts, self._store, awaits=self._awaits)
        self._parts.change(changes.parts)
        for sheet in changes.sheets:
            self._store.forget(sheet)
        self._awaits = changes.awaits_recalculation

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


def open_book(path: Path | str) -> PackageBook:
    """Open a closed workbook file (.xlsx, .xlsm); close it, or use it in a ``with``.

    Raises:
        TpxlError: there is no such file, or it is no workbook that can be read and written.
    """
    where = Path(path)
    data = file_bytes(where)
    _refuse_foreign(data, str(path))
    return PackageBook(SourceFile(where, data, str(path)))


def file_bytes(where: Path) -> bytes:
    """Return the bytes of a file.

    Raises:
        TpxlError: there is none, it cannot be read, or it is larger than any book.
    """
    book = str(where)
    try:
        if where.is_dir():
            raise TpxlError("file_is_folder", book=book)
        said = where.stat()
        if not stat.S_ISREG(said.st_mode):  # a pipe waits for ever, a device has no end
            raise TpxlError("file_not_regular", book=book)
        if said.st_size > MAX_FILE:
            raise TpxlError("file_too_large", book=book)
        return where.read_bytes()
    except FileNotFoundError as error:
        raise TpxlError("file_missing", book=book) from error
    except PermissionError as error:
        raise TpxlError("file_not_readable", book=book) from error
    except (OSError, ValueError) as error:  # a name no file can have is a ValueError
        raise TpxlError("file_missing", book=book) from error


def _refuse_foreign(data: bytes, book: str) -> None:
    if not data:
        raise TpxlError("file_empty", book=book)
    if data.startswith(_OLE):
        is_encrypted = _ENCRYPTED_STREAM in data
        raise TpxlError("file_encrypted" if is_encrypted else "file_is_old_excel", book=book)
    if data.startswith(_PDF) or (data.startswith(_ZIP) and book.lower().endswith(".docx")):
        raise TpxlError("file_is_report", book=book)
    if not data.startswith(_ZIP):
        raise TpxlError("file_not_workbook", book=book)
