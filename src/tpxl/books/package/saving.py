"""Writing a file so that, whatever happens, the old one or the new one is there, whole."""

import contextlib
import errno
import os
from collections.abc import Iterator
from pathlib import Path

from tpxl.books.files.access import carry_over, one_at_a_time, refuse_open, require_writable
from tpxl.books.files.backups import sweep_beside, temporary_beside
from tpxl.books.files.keeping import keep, take_in, write_new
from tpxl.books.files.replacing import Saved, SourceFile, cleared, made, replaced
from tpxl.errors import TpxlError

_FULL = {errno.ENOSPC, errno.EFBIG, errno.EDQUOT}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


def save_to(target: Path, data: bytes, *, like: SourceFile, backup: bool = False) -> Saved:
    """Write a new file, or over an old one, with the rights of the old one or of `like`.

    Raises:
        TpxlError: it cannot be written; an old file is whole and untouched.
    """
    whole = Path(os.path.realpath(target))
    with _told(target):
        _require_place(target, whole)
        with one_at_a_time(whole.parent, str(target)):
            if whole.exists():
                old = SourceFile(target, whole.read_bytes(), str(target))
                return replaced(old, whole, data, backup=backup)
            return made(whole, data, like)


def save_in_place(file: SourceFile, data: bytes, *, backup: bool) -> Saved:
    """Write over the file a book was read from.

    Raises:
        TpxlError: it is open in another program, changed since it was read, or cannot be
            written; the old file is whole and untouched.
    """
    whole = Path(os.path.realpath(file.path))
    with _told(file.path):
        _require_place(file.path, whole)
        with one_at_a_time(whole.parent, file.name):
            return replaced(file, whole, data, backup=backup)


def keep_backup(path: Path) -> Saved:
    """Keep a copy of a file beside it, as before a save in place.

    Raises:
        TpxlError: the copy cannot be written.
    """
    whole = Path(os.path.realpath(path))
    with _told(path):
        kept = keep(whole, whole.read_bytes(), whole.stat(), is_replaced=False)
    return Saved(kept, tuple(cleared(whole, kept, str(path))))


def keep_state(book: Path, state: Path) -> Path:
    """Keep a file that holds a book in an earlier state as its backup; return where it is.

    An old backup that cannot be removed is no reason to say nothing of the new one.

    Raises:
        TpxlError: it cannot be written there.
    """
    whole = Path(os.path.realpath(book))
    with _told(book):
        whole.parent.mkdir(parents=True, exist_ok=True)
        aside = temporary_beside(whole)
        try:
            write_new(aside, state.read_bytes())
            if whole.exists():
                carry_over(whole, whole.stat(), aside)
            kept = take_in(aside, whole)
        finally:
            aside.unlink(missing_ok=True)
    tuple(cleared(whole, kept, str(book)))
    return kept


def tidy(path: Path) -> None:
    """Sweep what killed runs have left beside a file."""
    sweep_beside(Path(os.path.realpath(path)).parent)


@contextlib.contextmanager
def _told(path: Path) -> Iterator[None]:
    """Tell of the system's errors in the words of the book: the one place where this is done."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise TpxlError("disk_full", book=str(path)) from error
        if error.errno == errno.ENAMETOOLONG:
            raise TpxlError("file_name_too_long", book=str(path)) from error
        code = "file_not_writable" if error.errno in _FORBIDDEN else "file_not_written"
        raise TpxlError(code, book=str(path), detail=error.strerror or str(error)) from error


def _require_place(said: Path, whole: Path) -> None:
    refuse_open(said, str(said))
    if whole.is_dir():
        raise TpxlError("file_is_folder", book=str(said))
    if not whole.parent.is_dir():
        raise TpxlError("folder_missing", book=str(said), folder=str(whole.parent))
    require_writable(whole)
