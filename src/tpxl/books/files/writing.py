"""Bytes that are on the disk before their file is given its name."""

import contextlib
import os
from pathlib import Path

_OWN_FILE_MODE = 0o600


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
