"""Keeping the present version of a book under a backup's name: the whole file or not at all.

Bytes that are on the disk before their file is given its name.
"""

import contextlib
import errno
import os
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from tpxl.books.files.access import carry_over
from tpxl.books.files.backups import backup_name, identity, named, temporary_beside

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

_OWN_FILE_MODE = 0o600


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
        present = identity(book)
        for path in named(book):
            if identity(path) == present and not path.is_symlink():
                path.unlink()


def write_new(path: Path, data: bytes, *, mode: int = _OWN_FILE_MODE) -> None:
    """Write a file that was not there down to the disk, readable by its owner alone or as said.

    Raises:
        OSError: it cannot be written; it may then be there in part.
    """
    how = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, how, mode), "wb") as out:
        out.write(data)
        out.flush()
        os.fsync(out.fileno())


def sync_folder(folder: Path) -> None:
    """Bring the names of a folder's files down to the disk, where the system can."""
    with contextlib.suppress(OSError):  # Windows opens no folders
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
