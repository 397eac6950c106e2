"""Files written whole: whatever happens, the old one or the new one is there."""

import os
import secrets
from contextlib import suppress
from pathlib import Path

from tpxl.errors import TpxlError


def make_folder(folder: Path) -> None:
    """Make the folder where it is missing.

    Raises:
        TpxlError: `export_not_written`, it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise TpxlError("export_not_written", file=folder) from error


def write_whole(path: Path, content: bytes) -> None:
    """Write a file beside its place and move it there, over an older one.

    Raises:
        TpxlError: `export_not_written`; an older file is as it was.
    """
    beside = path.parent / f".tpxl-{secrets.token_hex(8)}.tmp"
    try:
        with beside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        raise TpxlError("export_not_written", file=path) from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
