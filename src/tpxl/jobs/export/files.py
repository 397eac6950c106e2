"""Files written whole: whatever happens, the old one or the new one is there."""

from contextlib import suppress
from pathlib import Path

from tpxl.books.files.access import carry_over
from tpxl.books.files.backups import sweep_beside, temporary_beside
from tpxl.books.files.keeping import write_new
from tpxl.errors import TpxlError

_ANY_FILE_MODE = 0o666
"""What the user's own mask makes of it is a new file's mode."""


def make_folder(folder: Path) -> None:
    """Make the folder where it is missing; sweep what killed runs have left in it.

    Raises:
        TpxlError: `export_not_written`, it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise TpxlError("export_not_written", file=folder) from error
    sweep_beside(folder)


def write_whole(path: Path, content: bytes) -> None:
    """Write a file beside its place and move it there, over an older one.

    Raises:
        TpxlError: `export_not_written`; an older file is as it was.
    """
    beside = temporary_beside(path)
    try:
        write_new(beside, content, mode=_ANY_FILE_MODE)
        if path.exists():
            carry_over(path, path.stat(), beside)
        beside.replace(path)
    except OSError as error:
        raise TpxlError("export_not_written", file=path) from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
