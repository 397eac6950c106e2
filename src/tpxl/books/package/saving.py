"""Writing a file so that, whatever happens, the old one or the new one is there, whole."""

import contextlib
import errno
import os
import re
import stat
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from tpxl.errors import TpxlError

KEPT_BACKUPS = 10
_FULL = {errno.ENOSPC, errno.EFBIG, errno.EDQUOT}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
_ANYBODY_WRITES = 0o222
_NEW_FILE_MODE, _OWN_FILE_MODE = 0o644, 0o600


class SourceFile(NamedTuple):
    """The file a book was read from: where it is and every byte of it; `name` is for errors."""

    path: Path
    data: bytes
    name: str

    def is_at(self, path: Path) -> bool:
        """Tell whether `path` leads to this file."""
        return os.path.realpath(path) == os.path.realpath(self.path)


def save_to(target: Path, data: bytes, *, like: SourceFile) -> None:
    """Write a new file, or over an old one, with the rights of the old one or of `like`.

    Raises:
        TpxlError: it cannot be written; an old file is whole and untouched.
    """
    whole = Path(os.path.realpath(target))
    with _told(target):
        _refuse_open(whole, target)
        rights = next((path.stat() for path in (whole, like.path) if path.exists()), None)
        _put(whole, data, rights, None)


def save_in_place(file: SourceFile, data: bytes, *, backup: bool) -> Path | None:
    """Write over the file a book was read from; return the backup's path where one is kept.

    Raises:
        TpxlError: it is open in Excel, changed since it was read, or cannot be written; the old
            file is whole and untouched.
    """
    whole = Path(os.path.realpath(file.path))
    with _told(file.path):
        _refuse_open(whole, file.path)
        if not whole.exists() or whole.read_bytes() != file.data:
            raise TpxlError("file_changed", book=file.name)
        kept = _backup_path(whole) if backup else None
        _put(whole, data, whole.stat(), (kept, file.data) if kept else None)
        if kept is not None:
            _prune(whole)
        return kept


def keep_backup(path: Path) -> Path:
    """Keep a copy of a file beside it, as before a save in place; return the copy's path.

    Raises:
        TpxlError: the copy cannot be written.
    """
    whole = Path(os.path.realpath(path))
    with _told(path):
        kept = _backup_path(whole)
        with _kept((kept, whole.read_bytes()), whole.stat()):
            _prune(whole)
        return kept


@contextlib.contextmanager
def _told(path: Path) -> Iterator[None]:
    """Tell of the system's errors in the words of the book: the one place where this is done."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise TpxlError("disk_full", book=str(path)) from error
        code = "file_not_writable" if error.errno in _FORBIDDEN else "file_not_written"
        raise TpxlError(code, book=str(path), detail=error.strerror or str(error)) from error


def _refuse_open(whole: Path, said: Path) -> None:
    if whole.with_name(f"~${whole.name}").exists():
        raise TpxlError("file_open_in_excel", book=str(said))
    if whole.is_dir():
        raise TpxlError("file_is_folder", book=str(said))
    if not whole.parent.is_dir():
        raise TpxlError("folder_missing", book=str(said), folder=str(whole.parent))
    for path in (whole.parent, whole):
        # an administrator may write anyway: what is marked as not to be written stays as it is
        if path.exists() and not path.stat().st_mode & _ANYBODY_WRITES:
            raise PermissionError(errno.EACCES, "read-only")


def _put(
    whole: Path, data: bytes, rights: os.stat_result | None, backup: tuple[Path, bytes] | None
) -> None:
    """Write beside, then the backup, then rename over."""
    beside = whole.with_name(f".tpxl-{os.urandom(8).hex()}.tmp")
    handle = _made(beside, _OWN_FILE_MODE)
    try:
        _fill(handle, data)
        _give_rights(beside, rights)
        with _kept(backup, rights):
            beside.replace(whole)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    _sync_folder(whole.parent)


def _made(path: Path, mode: int = 0o777) -> int:
    """Return the handle of a file that was not there."""
    how = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    return os.open(path, how, mode)


def _fill(handle: int, data: bytes) -> None:
    with os.fdopen(handle, "wb") as out:
        out.write(data)
        out.flush()
        os.fsync(out.fileno())


@contextlib.contextmanager
def _kept(backup: tuple[Path, bytes] | None, rights: os.stat_result | None) -> Iterator[None]:
    """Keep the old version while the new one is put in place; take it back where that fails."""
    if backup is None:
        yield
        return
    path, data = backup
    handle = _made(path)
    try:
        _fill(handle, data)
        _give_rights(path, rights)
        if rights is not None:
            os.utime(path, ns=(rights.st_atime_ns, rights.st_mtime_ns))
        yield
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def _give_rights(path: Path, rights: os.stat_result | None) -> None:
    path.chmod(_NEW_FILE_MODE if rights is None else stat.S_IMODE(rights.st_mode))
    if rights is not None and hasattr(os, "chown"):
        with contextlib.suppress(OSError):  # only an administrator may; others own it anyway
            os.chown(path, rights.st_uid, rights.st_gid)


def _sync_folder(folder: Path) -> None:
    with contextlib.suppress(OSError):  # Windows opens no folders
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _backup_path(whole: Path) -> Path:
    """Return a name that no file has: of this second, or of the next one that is free."""
    moment = datetime.now().astimezone()
    while (path := whole.with_name(_backup_name(whole, moment))).exists():
        moment += timedelta(seconds=1)
    return path


def _backup_name(whole: Path, moment: datetime) -> str:
    return f"{whole.stem}.varmuuskopio-{moment:%Y%m%d-%H%M%S}{whole.suffix}"


def _prune(whole: Path) -> None:
    """Let go of all backups of the file but the last ten."""
    stem, suffix = re.escape(whole.stem), re.escape(whole.suffix)
    name = re.compile(rf"{stem}\.varmuuskopio-[0-9]{{8}}-[0-9]{{6}}{suffix}")
    kept = sorted(path for path in whole.parent.iterdir() if name.fullmatch(path.name))
    for path in kept[:-KEPT_BACKUPS]:
        with contextlib.suppress(OSError):  # one too many does no harm
            path.unlink()
