"""A log file for whoever helps when a button failed: what, where, with the program's own words."""

import datetime as dt
import os
import platform
import traceback
from pathlib import Path

_KEPT_BYTES = 200_000


def log_path() -> Path:
    """Return where the log is: under the user's own local data."""
    local = os.environ.get("LOCALAPPDATA")
    return (Path(local) / "tpxl" if local else Path.home() / ".tpxl") / "tpxl.log"


def log_error(button: str, error: BaseException, *, book: str = "") -> Path | None:
    """Add an error with its traceback; return the log's path, None if it cannot be written."""
    moment = dt.datetime.now().astimezone().isoformat(timespec="seconds")
    trace = "".join(traceback.format_exception(error))
    entry = f"--- {moment} {button} {book}\nPython {platform.python_version()}\n{trace}\n"
    path = log_path()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        before = path.read_bytes()[-_KEPT_BYTES:] if path.exists() else b""
        path.write_bytes(before + entry.encode("utf-8", errors="replace"))
    except OSError:
        return None
    return path
