"""A log file for whoever helps when something failed: what, where, with the program's own words.

It names no person but by the user's name that a path may hold: the home folder is written as ``~``,
a book by its name alone, and what an error of Python's own quotes, a cell perhaps, is left out.
"""

import datetime as dt
import os
import sys
import traceback
from pathlib import Path

_KEPT_BYTES = 200_000
_OWN_FILE_MODE = 0o600


def log_path() -> Path:
    """Return where the log is: under the user's own local data."""
    local = os.environ.get("LOCALAPPDATA")
    return (Path(local) / "tpxl" if local else Path.home() / ".tpxl") / "tpxl.log"


def log_error(what: str, error: BaseException, *, book: str = "") -> Path | None:
    """Add an error with its traceback; return the log's path, None if it cannot be written.

    `what` is the button or the command, `book` a path or a name.
    """
    moment = dt.datetime.now().astimezone().isoformat(timespec="seconds")
    name = book.replace("\\", "/").rpartition("/")[2]
    entry = f"--- {moment} {what} {name}\nPython {sys.version.split()[0]}\n{_told(error)}\n"
    try:
        path = log_path()
        path.parent.mkdir(parents=True, exist_ok=True)
        before = path.read_bytes()[-_KEPT_BYTES:] if path.exists() else b""
        path.touch(_OWN_FILE_MODE)
        path.write_bytes(before + entry.encode("utf-8", errors="replace"))
    except (OSError, RuntimeError):  # a full disk; a user without a home
        return None
    return path


def _told(error: BaseException) -> str:
    """Return the traceback without what the errors quote and without the home folder."""
    pieces = []
    for one in reversed(_chain(error)):
        frames = "".join(traceback.format_tb(one.__traceback__))
        pieces.append(f"Traceback (most recent call last):\n{frames}{_named(one)}\n")
    return _without_home("\n".join(pieces))


def _chain(error: BaseException) -> list[BaseException]:
    """Return an error and what it came of, the latest first."""
    chain: list[BaseException] = []
    one: BaseException | None = error
    while one is not None and one not in chain:
        chain.append(one)
        one = one.__cause__ or (None if one.__suppress_context__ else one.__context__)
    return chain


def _named(error: BaseException) -> str:
    kind = type(error)
    if isinstance(error, OSError):
        return f"{kind.__name__}: {error.errno} {error.strerror or ''}"
    return kind.__name__ if kind.__module__ == "builtins" else f"{kind.__qualname__}: {error}"


def _without_home(text: str) -> str:
    try:
        home = str(Path.home())
    except RuntimeError:
        return text
    for written in (home, home.replace("\\", "/"), home.replace("\\", "\\\\")):
        text = text.replace(written, "~") if len(home) > 1 else text
    return text
