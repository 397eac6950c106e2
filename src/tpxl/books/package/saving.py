"""Writing a file so that, whatever happens, the old one or the new one is there, whole.

What is replaced is kept: the present file gets a backup's name before the new one takes its
place, and what comes out of that place is compared once more with what was read. So a version
that another program saved at the last moment is put back, never lost.
"""

import contextlib
import errno
import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tpxl.books.files import backups
from tpxl.books.files.attributes import carry_over, make_new, require_writable
from tpxl.books.files.exchange import exchange
from tpxl.books.files.locks import one_at_a_time, refuse_open
from tpxl.books.files.names import temporary_beside
from tpxl.books.files.strays import sweep_beside
from tpxl.books.files.writing import sync_folder, write_new
from tpxl.errors import TpxlError

_FULL = {errno.ENOSPC, errno.EFBIG, errno.EDQUOT}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


class SourceFile(NamedTuple):
    """The file a book was read from: where it is and every byte of it; `name` is for errors."""

    path: Path
    data: bytes
    name: str

    def is_at(self, path: Path) -> bool:
        """Tell whether `path` leads to this file."""
        return os.path.realpath(path) == os.path.realpath(self.path)


class Saved(NamedTuple):
    """What a save has left: the backup, if one was kept, and what could not be carried over."""

    backup: Path | None = None
    notes: tuple[TpxlError, ...] = ()


class _Swap(NamedTuple):
    """A file to be replaced: where it really is, what it held, its rights as they were."""

    whole: Path
    file: SourceFile
    rights: os.stat_result


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
                return _replaced(old, whole, data, backup=backup)
            return _made(whole, data, like)


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
            return _replaced(file, whole, data, backup=backup)


def keep_backup(path: Path) -> Saved:
    """Keep a copy of a file beside it, as before a save in place.

    Raises:
        TpxlError: the copy cannot be written.
    """
    whole = Path(os.path.realpath(path))
    with _told(path):
        kept = backups.keep(whole, whole.read_bytes(), whole.stat(), is_replaced=False)
    return Saved(kept, tuple(_cleared(whole, kept, str(path))))


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


def _made(whole: Path, data: bytes, like: SourceFile) -> Saved:
    with _beside(whole, data) as new:
        if like.path.exists():
            carry_over(like.path, like.path.stat(), new)
        else:
            make_new(new)
        new.replace(whole)
    sync_folder(whole.parent)
    return Saved(None, tuple(_cleared(whole, None, str(whole))))


def _replaced(file: SourceFile, whole: Path, data: bytes, *, backup: bool) -> Saved:
    """Write beside, keep the old version, let them change places; then nothing may raise."""
    _refuse_changed(whole, file)
    if whole.stat().st_nlink > 1:
        backups.drop_second_names(whole)
    swap = _Swap(whole, file, whole.stat())
    with _beside(whole, data) as new:
        lost = carry_over(whole, swap.rights, new)
        kept = _put(swap, new, backup=backup)
    sync_folder(whole.parent)
    notes = (TpxlError(code, book=file.name) for code in lost)
    return Saved(kept, (*notes, *_parted(swap), *_cleared(whole, kept, file.name)))


@contextlib.contextmanager
def _beside(whole: Path, data: bytes) -> Iterator[Path]:
    """Give a new file with `data` beside the whole one; remove it where it is still there."""
    new = temporary_beside(whole)
    try:
        write_new(new, data)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
    ours = new.stat().st_ino
    try:
        yield new
    finally:
        with contextlib.suppress(OSError):
            if new.stat().st_ino == ours:  # after an exchange the name is another version's
                new.unlink()


def _put(swap: _Swap, new: Path, *, backup: bool) -> Path | None:
    """Keep the old version if asked to, and put the new one in its place."""
    kept = None
    if backup:
        kept = backups.keep(swap.whole, swap.file.data, swap.rights, is_replaced=True)
    try:
        _refuse_changed(swap.whole, swap.file)  # again: writing has taken its time
        _change_places(swap, new)
    except BaseException:
        if kept is not None:
            backups.forget(kept, swap.whole)
        raise
    return kept


def _refuse_changed(whole: Path, file: SourceFile) -> None:
    try:
        is_same = whole.read_bytes() == file.data
    except FileNotFoundError:
        is_same = False
    if not is_same:
        raise TpxlError("file_changed", book=file.name)


def _change_places(swap: _Swap, new: Path) -> None:
    """Put the new file in place; what comes out must be what was read, else it goes back."""
    ours = new.stat().st_ino
    if not exchange(new, swap.whole):
        new.replace(swap.whole)
        return
    try:
        is_same = new.read_bytes() == swap.file.data
    except OSError:  # it cannot be looked at: it stays under the temporary name
        return
    if is_same:
        with contextlib.suppress(OSError):
            new.unlink()
        return
    if exchange(new, swap.whole) and new.stat().st_ino == ours:
        raise TpxlError("file_changed", book=swap.file.name)
    kept = backups.take_in(new, swap.whole)
    raise TpxlError("file_changed_kept", book=swap.file.name, backup=kept.name)


def _parted(swap: _Swap) -> Iterator[TpxlError]:
    if swap.rights.st_nlink > 1:
        yield TpxlError("hard_link_parted", book=swap.file.name)


def _cleared(whole: Path, kept: Path | None, said: str) -> Iterator[TpxlError]:
    """Let go of the oldest backups and of what killed runs left; tell where that fails."""
    try:
        if kept is not None:
            backups.prune(whole, kept)
        sweep_beside(whole.parent)
    except OSError:
        yield TpxlError("backups_not_cleared", book=said)
