"""Opening a file: what it is if it is no workbook, said before anything else is tried."""

import stat
from pathlib import Path

from tpxl.books.files.replacing import SourceFile
from tpxl.books.package.book import PackageBook
from tpxl.books.package.limits import MAX_FILE
from tpxl.errors import TpxlError

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK"
_PDF = b"%PDF-"
_ENCRYPTED_STREAM = b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"


def open_book(path: Path | str, called: str | None = None) -> PackageBook:
    """Open a closed workbook file (.xlsx, .xlsm); close it, or use it in a ``with``.

    `called` is its name in what is said of it where that is another one than the path.

    Raises:
        TpxlError: there is no such file, or it is no workbook that can be read and written.
    """
    where = Path(path)
    data = file_bytes(where)
    name = str(path) if called is None else called
    _refuse_foreign(data, name)
    return PackageBook(SourceFile(where, data, name))


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
