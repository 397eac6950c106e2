"""The old versions beside a book: their names, which are whole, which are let go.

The names of temporary files stand here too, and the sweep of what a killed run has left behind.
"""

import contextlib
import os
import re
import shutil
import stat
import tempfile
import time
import zipfile
import zlib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

KEPT_BACKUPS = 10
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CONTENTS = "[content_types].xml"

_DAMAGED = (OSError, ValueError, RuntimeError, EOFError, zipfile.BadZipFile, zlib.error)
"""What Python's reader of zip files may raise of a damaged one."""

TEMPORARY = re.compile(r"\.tpxl-[0-9a-f]{16}\.tmp")
"""A file that is being written; it is of no book, so that its name fits beside any."""

_LONGEST_BYTES = 255
_MARK = ".varmuuskopio-"
_STAMP = "[0-9]{8}-[0-9]{6}"
_STAMP_LENGTH = len("YYYYMMDD-HHMMSS")

ANY_BACKUP = re.compile(
    rf"(?P<stem>.*){re.escape(_MARK)}{_STAMP}(?P<suffix>\.[^.]+)", flags=re.DOTALL
)
"""The name of a backup of whatever book."""

OLD_SECONDS = 24 * 3600

_SCRATCH = re.compile(r"tpxl-[a-z0-9_]{8}")
"""The folders that `tempfile` makes with the prefix ``tpxl-``."""


class Backup(NamedTuple):
    """An old version: its file, when it was last saved (in nanoseconds), how many bytes."""

    path: Path
    modified_ns: int
    size: int

    @property
    def age_key(self) -> tuple[int, str]:
        """Return what puts versions in the order in which they were saved."""
        return self.modified_ns, self.path.name


def kept_before(book: Path) -> Path | None:
    """Return the version that was kept before tpxl last changed a book, None where none is."""
    with contextlib.suppress(OSError):  # a folder that may not be listed keeps none that is known
        return next((one.path for one in backups_of(book)), None)
    return None


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
    return re.compile(f"{stem}{_STAMP}{suffix}")


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


def sweep_beside(folder: Path) -> None:
    """Remove temporary files of tpxl that are older than a day; what cannot be is left."""
    for path, told in _old(folder, TEMPORARY):
        if stat.S_ISREG(told.st_mode):
            with contextlib.suppress(OSError):
                path.unlink()


def sweep_scratch() -> None:
    """Remove this user's folders of killed exports from the system's temporary folder."""
    for path, told in _old(Path(tempfile.gettempdir()), _SCRATCH):
        if stat.S_ISDIR(told.st_mode) and told.st_uid == _user():
            shutil.rmtree(path, ignore_errors=True)


def _user() -> int:
    return os.geteuid() if hasattr(os, "geteuid") else 0  # Windows: a user's own folder, all 0


def _old(folder: Path, name: re.Pattern[str]) -> Iterator[tuple[Path, os.stat_result]]:
    """Yield what bears such a name and is older than a day."""
    with contextlib.suppress(OSError):
        for path in [one for one in folder.iterdir() if name.fullmatch(one.name)]:
            with contextlib.suppress(FileNotFoundError):
                told = path.lstat()
                if time.time() - told.st_mtime > OLD_SECONDS:
                    yield path, told
