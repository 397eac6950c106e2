"""What a killed run has left behind, swept by a later one."""

import contextlib
import os
import re
import shutil
import stat
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tpxl.books.files.names import TEMPORARY

OLD_SECONDS = 24 * 3600
_SCRATCH = re.compile(r"tpxl-[a-z0-9_]{8}")
"""The folders that `tempfile` makes with the prefix ``tpxl-``."""


def sweep_beside(folder: Path) -> None:
    """Remove temporary files of tpxl that are older than a day; what cannot be is left."""
    for path, told in _old(folder, TEMPORARY):
        if stat.S_ISREG(told.st_mode):
            with contextlib.suppress(OSError):
                path.unlink()


def sweep_scratch() -> None:
    """Remove this user's folders of killed exports from the system's temporary folder."""
    for path, told in _old(Path(tempfile.gettempdir()), _SCRATCH):
        if stat.S_ISDIR(told.st_mode) and told.st_uid == _user():
            shutil.rmtree(path, ignore_errors=True)


def _user() -> int:
    return os.geteuid() if hasattr(os, "geteuid") else 0  # Windows: a user's own folder, all 0


def _old(folder: Path, name: re.Pattern[str]) -> Iterator[tuple[Path, os.stat_result]]:
    """Yield what bears such a name and is older than a day."""
    with contextlib.suppress(OSError):
        for path in [one for one in folder.iterdir() if name.fullmatch(one.name)]:
            with contextlib.suppress(FileNotFoundError):
                told = path.lstat()
                if time.time() - told.st_mtime > OLD_SECONDS:
                    yield path, told
