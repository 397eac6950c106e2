"""Restore: the old versions beside a book, and one of them brought back."""

import contextlib
import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from tpxl.books.files.backups import Backup, backups_of, is_whole
from tpxl.books.files.replacing import Saved, SourceFile
from tpxl.books.package.saving import save_to, tidy
from tpxl.errors import TpxlError


class OldVersion(NamedTuple):
    """An old version of a book: its file's name, when it was last saved, its bytes, if whole."""

    name: str
    saved: datetime
    size: int
    is_whole: bool


class Restored(NamedTuple):
    """What was brought back; `saved` is None where the book was that version already."""

    name: str
    saved: Saved | None


def versions(book: Path) -> tuple[OldVersion, ...]:
    """Return the old versions of a book, the newest first; the book itself may be missing.

    Raises:
        TpxlError: there is neither the book nor a backup of it, or the folder cannot be read.
    """
    return tuple(
        OldVersion(
            one.path.name,
            datetime.fromtimestamp(one.modified_ns / 1e9).astimezone(),
            one.size,
            is_whole(one.path),
        )
        for one in _backups(book)
    )


def restore(book: Path, name: str) -> Restored:
    """Bring an old version back in the book's place; the present one becomes a backup.

    Raises:
        TpxlError: there is no such backup, it is damaged, the book is open in another program, or
            it cannot be written; the present version is then as it was.
    """
    path = _chosen(book, name)
    if not is_whole(path):
        raise TpxlError("backup_damaged", book=str(book), backup=path.name)
    with _readable(book):
        data = path.read_bytes()
    if _holds(book, data):
        tidy(book)
        return Restored(path.name, None)
    old = SourceFile(path, data, str(path))
    return Restored(path.name, save_to(book, data, like=old, backup=True))


def _chosen(book: Path, name: str) -> Path:
    """Return the backup that is named, by its name alone or by its path."""
    for one in _backups(book):
        if name == one.path.name or os.path.realpath(name) == os.path.realpath(one.path):
            return one.path
    raise TpxlError("backup_unknown", book=str(book), backup=name)


def _backups(book: Path) -> list[Backup]:
    whole = Path(os.path.realpath(book))
    with _readable(book):
        if whole.is_dir():
            raise TpxlError("file_is_folder", book=str(book))
        if not whole.parent.is_dir():
            raise TpxlError("file_missing", book=str(book))
        found = backups_of(whole)
        if not found and not whole.exists():
            raise TpxlError("file_missing", book=str(book))
        return found


def _holds(book: Path, data: bytes) -> bool:
    with _readable(book):
        return book.exists() and book.read_bytes() == data


@contextlib.contextmanager
def _readable(book: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        detail = error.strerror or str(error)
        raise TpxlError("backups_unreadable", book=str(book), detail=detail) from error
