"""The old versions beside a book: how one is kept, which there are, which are let go."""

import contextlib
import errno
import os
import stat
import zipfile
import zlib
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from tpxl.books.files.attributes import carry_over
from tpxl.books.files.names import backup_name, backup_pattern, temporary_beside
from tpxl.books.files.writing import write_new

KEPT_BACKUPS = 10
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CONTENTS = "[content_types].xml"
_MOST_IN_A_SECOND = 10_000
_ONE_NAME_ONLY = {
    errno.EPERM,
    errno.EACCES,
    errno.EINVAL,
    errno.EMLINK,
    errno.ENOSYS,
    errno.ENOTSUP,
    errno.EOPNOTSUPP,
    errno.EXDEV,
}
"""How a system says that it gives no second name to a file: shares, memory cards."""
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
    present = _identity(book)
    kept = []
    for path in _named(book):
        told = path.lstat()
        if stat.S_ISREG(told.st_mode) and (told.st_dev, told.st_ino) != present:
            kept.append(Backup(path, told.st_mtime_ns, told.st_size))
    return sorted(kept, key=lambda one: one.age_key, reverse=True)


def _named(book: Path) -> list[Path]:
    pattern = backup_pattern(book)
    return [path for path in book.parent.iterdir() if pattern.fullmatch(path.name)]


def _identity(path: Path) -> tuple[int, int] | None:
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


def keep(book: Path, data: bytes, rights: os.stat_result, *, is_replaced: bool) -> Path:
    """Keep the present file, which holds `data`, under a backup's name; return it.

    A file that is about to be replaced gets a second name: so whatever is written to it until
    then is kept too. One that stays, or that has other names already, is copied. Either way the
    name is there with the whole file or not at all.

    Raises:
        OSError: it cannot be kept.
    """
    if is_replaced and rights.st_nlink == 1:
        kept = _named_too(book, book)
        if kept is not None:
            return kept
    copy = temporary_beside(book)
    try:
        write_new(copy, data)
        carry_over(book, rights, copy)
        os.utime(copy, ns=(rights.st_atime_ns, rights.st_mtime_ns))
        return take_in(copy, book)
    finally:
        with contextlib.suppress(OSError):
            copy.unlink()


def take_in(file: Path, book: Path) -> Path:
    """Give a file beside the book a backup's name in place of its own; return it.

    Raises:
        OSError: it cannot be given the name.
    """
    kept = _named_too(file, book)
    if kept is None:
        return file.rename(next(path for path in _free_names(book) if not path.exists()))
    with contextlib.suppress(OSError):
        file.unlink()
    return kept


def _named_too(file: Path, book: Path) -> Path | None:
    """Give a file a backup's name besides its own; None where a file has one name only."""
    for path in _free_names(book):
        try:
            path.hardlink_to(file)
        except FileExistsError:
            continue
        except OSError as error:
            if error.errno in _ONE_NAME_ONLY:
                return None
            raise
        return path
    return None


def _free_names(book: Path) -> Iterator[Path]:
    """Yield the backup's name of this second, then of the next ones."""
    moment = datetime.now().astimezone()
    for seconds in range(_MOST_IN_A_SECOND):
        yield book.with_name(backup_name(book, moment + timedelta(seconds=seconds)))


def forget(kept: Path, book: Path) -> None:
    """Remove a backup of what is still in place: nothing was replaced after all."""
    with contextlib.suppress(OSError):
        if kept.samefile(book) or kept.read_bytes() == book.read_bytes():
            kept.unlink()


def drop_second_names(book: Path) -> None:
    """Take from the present file the backup's names that a killed run has given it."""
    with contextlib.suppress(OSError):
        present = _identity(book)
        for path in _named(book):
            if _identity(path) == present and not path.is_symlink():
                path.unlink()


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
