"""A file of rows, opened: what kind it is, its fingerprint, and its rows as often as asked for."""

from pathlib import Path

from tpxl.books.rows.delimited import delimited_rows
from tpxl.books.rows.page import RowFile
from tpxl.books.rows.sheets import sheet_rows
from tpxl.errors import TpxlError

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PACKAGE = b"PK\3\4"
_FOREIGN = (b"%PDF", b"{\\rtf", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"\x89PNG", b"PAR1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def open_rows(path: Path | str) -> RowFile:
    """Return the rows of a delimited text or of a workbook's sheets.

    Raises:
        TpxlError: there is no such file, or it holds no rows that can be read.
    """
    where, name = Path(path), str(path)
    try:
        if where.is_dir():
            raise TpxlError("file_is_folder", book=name)
        with where.open("rb") as file:
            head = file.read(8)
        if head.startswith(_OLE):
            is_encrypted = _ENCRYPTED in where.read_bytes()
            raise TpxlError("file_encrypted" if is_encrypted else "file_is_old_excel", book=name)
        if not head:
            raise TpxlError("rows_empty", file=name)
        if head.startswith(_FOREIGN):
            raise TpxlError("rows_foreign", file=name)
        return (sheet_rows if head.startswith(_PACKAGE) else delimited_rows)(where, name)
    except FileNotFoundError as error:
        raise TpxlError("file_missing", book=name) from error
    except PermissionError as error:
        raise TpxlError("file_not_readable", book=name) from error
    except (OSError, ValueError) as error:
        raise TpxlError("file_missing", book=name) from error
