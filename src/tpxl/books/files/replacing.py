"""A file replaced by another, so that nothing is lost between the two.

What is replaced is kept: the present file gets a backup's name before the new one takes its
place, and what comes out of that place is compared once more with what was read. So a version
that another program saved at the last moment is put back, never lost.

Two files that change places in one step, so that what was replaced is in hand.
"""

import contextlib
import ctypes
import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from tpxl.books.files.access import carry_over, make_new
from tpxl.books.files.backups import prune, sweep_beside, temporary_beside
from tpxl.books.files.keeping import (
    drop_second_names,
    forget,
    keep,
    sync_folder,
    take_in,
    write_new,
)
from tpxl.errors import TpxlError

_HERE = -100  # AT_FDCWD: names are taken as they are
_EXCHANGE = 2  # RENAME_EXCHANGE


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


def made(whole: Path, data: bytes, like: SourceFile) -> Saved:
    """Write a file that was not there, with the rights of `like` where that is on the disk.

    Raises:
        OSError: it cannot be written; nothing is left of it.
    """
    with _beside(whole, data) as new:
        if like.path.exists():
            carry_over(like.path, like.path.stat(), new)
        else:
            make_new(new)
        new.replace(whole)
    sync_folder(whole.parent)
    return Saved(None, tuple(cleared(whole, None, str(whole))))


def replaced(file: SourceFile, whole: Path, data: bytes, *, backup: bool) -> Saved:
    """Write beside, keep the old version, let them change places; then nothing may raise.

    Raises:
        TpxlError: the file is no more what was read.
        OSError: it cannot be written. Either way the old file is whole and in place.
    """
    _refuse_changed(whole, file)
    if whole.stat().st_nlink > 1:
        drop_second_names(whole)
    swap = _Swap(whole, file, whole.stat())
    with _beside(whole, data) as new:
        lost = carry_over(whole, swap.rights, new)
        kept = _put(swap, new, backup=backup)
    sync_folder(whole.parent)
    notes = (TpxlError(code, book=file.name) for code in lost)
    return Saved(kept, (*notes, *_parted(swap), *cleared(whole, kept, file.name)))


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
        kept = keep(swap.whole, swap.file.data, swap.rights, is_replaced=True)
    try:
        _refuse_changed(swap.whole, swap.file)  # again: writing has taken its time
        _change_places(swap, new)
    except BaseException:
        if kept is not None:
            forget(kept, swap.whole)
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
    if _is_what_was_read(new, swap):
        with contextlib.suppress(OSError):
            new.unlink()
        return
    if exchange(new, swap.whole) and new.stat().st_ino == ours:
        raise TpxlError("file_changed", book=swap.file.name)
    kept = take_in(new, swap.whole)
    raise TpxlError("file_changed_kept", book=swap.file.name, backup=kept.name)


def _is_what_was_read(taken_out: Path, swap: _Swap) -> bool:
    """Tell whether the file that came out is the one that was read, by its bytes.

    Where the system does not let them be read again, its identity and time have to do.
    """
    try:
        return taken_out.read_bytes() == swap.file.data
    except OSError:
        told, before = taken_out.stat(), swap.rights
    return (told.st_ino, told.st_size, told.st_mtime_ns) == (
        before.st_ino,
        before.st_size,
        before.st_mtime_ns,
    )


def _parted(swap: _Swap) -> Iterator[TpxlError]:
    if swap.rights.st_nlink > 1:
        yield TpxlError("hard_link_parted", book=swap.file.name)


def cleared(whole: Path, kept: Path | None, said: str) -> Iterator[TpxlError]:
    """Let go of the oldest backups and of what killed runs left; tell where that fails."""
    try:
        if kept is not None:
            prune(whole, kept)
        sweep_beside(whole.parent)
    except OSError:
        yield TpxlError("backups_not_cleared", book=said)


def exchange(first: Path, second: Path) -> bool:
    """Let two files change places; False where this system cannot, and nothing has happened.

    Source: renameat2(2), Linux 3.15.
    """
    rename = _renameat2()
    if rename is None:
        return False
    names = os.fsencode(first), os.fsencode(second)
    return bool(rename(_HERE, names[0], _HERE, names[1], _EXCHANGE) == 0)


@cache
def _renameat2() -> Any:  # noqa: ANN401  # a function of the C library
    if sys.platform != "linux":
        return None
    return getattr(ctypes.CDLL(None), "renameat2", None)
