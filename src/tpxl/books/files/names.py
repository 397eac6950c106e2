"""What a file's companions are called: its temporary file and its backups."""

import os
import re
import zlib
from datetime import datetime
from pathlib import Path

TEMPORARY = re.compile(r"\.tpxl-[0-9a-f]{16}\.tmp")
"""A file that is being written; it is of no book, so that its name fits beside any."""
_LONGEST_BYTES = 255
_MARK = ".varmuuskopio-"
_STAMP_LENGTH = len("YYYYMMDD-HHMMSS")


def temporary_beside(path: Path) -> Path:
    """Return a name in the file's folder that no file has."""
    return path.with_name(f".tpxl-{os.urandom(8).hex()}.tmp")


def backup_name(book: Path, moment: datetime) -> str:
    """Return the name of a backup made at `moment`; that of a long name is shortened.

    >>> backup_name(Path("kirja.xlsx"), datetime(2026, 3, 1, 9, 30))
    'kirja.varmuuskopio-20260301-093000.xlsx'
    """
    return f"{_stem(book)}{_MARK}{moment:%Y%m%d-%H%M%S}{book.suffix}"


def backup_pattern(book: Path) -> re.Pattern[str]:
    """Return what the names of the book's backups match."""
    stem, suffix = re.escape(_stem(book) + _MARK), re.escape(book.suffix)
    return re.compile(rf"{stem}[0-9]{{8}}-[0-9]{{6}}{suffix}")


def _stem(book: Path) -> str:
    """Return the book's name without its suffix, cut where the backup's would be too long.

    A cut name carries a mark of the whole one: two long names may begin alike.
    """
    room = _LONGEST_BYTES - len(_MARK) - _STAMP_LENGTH - len(os.fsencode(book.suffix))
    stem = os.fsencode(book.stem)
    if len(stem) <= room:
        return book.stem
    mark = f"~{zlib.crc32(os.fsencode(book.name)):08x}"
    return stem[: max(room - len(mark), 0)].decode(errors="ignore") + mark
