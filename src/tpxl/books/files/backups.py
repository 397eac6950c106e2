"""The old versions beside a book: which there are, which are whole, which are let go."""

import contextlib
import stat
import zipfile
import zlib
from pathlib import Path
from typing import NamedTuple

from tpxl.books.files.names import backup_pattern

KEPT_BACKUPS = 10
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CONTENTS = "[content_types].xml"
_DAMAGED = (OSError, ValueError, RuntimeError, EOFError, zipfile.BadZipFile, zlib.error)
"""What Python's reader of zip files may raise of a damaged one."""


class Backup(NamedTuple):
    """An old version: its file, when it was last saved (in nanoseconds), how many bytes."""

    path: Path
    modified_ns: int
    size: int

    @property
    def age_key(self) -> tuple[int, str]:
        """Return what puts versions in the order in which they were saved."""
        return self.modified_ns, self.path.name


def backups_of(book: Path) -> list[Backup]:
    """Return the old versions of a book, the newest first.

    Folders and links are none, nor is a second name of the book's present file, as a run that was
    killed between keeping and replacing leaves one.

    Raises:
        OSError: the folder cannot be listed.
    """
    present = identity(book)
    kept = []
    for path in named(book):
        told = path.lstat()
        if stat.S_ISREG(told.st_mode) and (told.st_dev, told.st_ino) != present:
            kept.append(Backup(path, told.st_mtime_ns, told.st_size))
    return sorted(kept, key=lambda one: one.age_key, reverse=True)


def named(book: Path) -> list[Path]:
    """Return all that bears the name of a backup of the book."""
    pattern = backup_pattern(book)
    return [path for path in book.parent.iterdir() if pattern.fullmatch(path.name)]


def identity(path: Path) -> tuple[int, int] | None:
    """Return what is one for all names of a file; None where it is not there."""
    with contextlib.suppress(OSError):
        told = path.stat()
        return told.st_dev, told.st_ino
    return None


def looks_whole(path: Path) -> bool:
    """Tell whether a file is a workbook from its beginning to its end, by its directory."""
    try:
        if _is_ole(path):
            return True
        with zipfile.ZipFile(path) as package:
            return any(name.lower() == _CONTENTS for name in package.namelist())
    except _DAMAGED:
        return False


def is_whole(path: Path) -> bool:
    """Tell whether every byte of a workbook is as it was written, as far as it carries sums."""
    try:
        if not looks_whole(path) or _is_ole(path):
            return looks_whole(path)
        with zipfile.ZipFile(path) as package:
            return package.testzip() is None
    except _DAMAGED:
        return False


def _is_ole(path: Path) -> bool:
    """Tell whether it is an .xls or a workbook behind a password, which no sum guards."""
    with path.open("rb") as file:
        return file.read(len(_OLE)) == _OLE


def prune(book: Path, made: Path | None) -> None:
    """Let go of all old versions but the ten that were saved last; never of the one just made.

    What is no whole workbook neither counts nor is touched: it may be another's, and a cut one
    must not push a good one out.

    Raises:
        OSError: the folder cannot be listed, or one cannot be removed.
    """
    every = backups_of(book)
    if len(every) > KEPT_BACKUPS:
        others = [one.path for one in every if one.path != made and looks_whole(one.path)]
        for path in others[KEPT_BACKUPS - (made is not None) :]:
            path.unlink(missing_ok=True)
