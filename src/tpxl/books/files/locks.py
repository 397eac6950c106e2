"""Who has a file open: the lock files of other programs, and a lock between two tpxl."""

import contextlib
import os
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tpxl.errors import TpxlError

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

_PATIENCE_SECONDS, _PAUSE_SECONDS = 30.0, 0.02
_MOST_LINKS = 40
_LONGEST_LOCK = 4096
_EXCEL_NAME, _EXCEL_WIDE_NAME = 1, 57
"""Where an owner file has its user's name: in the system's letters, and in UTF-16."""
_EXCEL_SIZE = 165


class Holder(NamedTuple):
    """The program that says it has a file open; `user` is empty where it does not say whose."""

    program: str
    user: str
    lock: Path


def refuse_open(path: Path, said: str) -> None:
    """Pass when no program has the file open, neither here nor where a link leads.

    Raises:
        TpxlError: `file_open` or `file_open_by`; `said` names the file.
    """
    holder = next((one for place in _places(path) for one in _holders(place)), None)
    if holder is not None:
        facts = {"program": holder.program, "lock": str(holder.lock)}
        if holder.user:
            raise TpxlError("file_open_by", book=said, user=holder.user, **facts)
        raise TpxlError("file_open", book=said, **facts)


def _places(path: Path) -> Iterator[Path]:
    """Yield the file's name, that of every link on the way, and the one in the end."""
    place = Path(path)
    for _ in range(_MOST_LINKS):
        yield place
        if not place.is_symlink():
            break
        place = place.parent / place.readlink()
    yield Path(os.path.realpath(path))


def _holders(place: Path) -> Iterator[Holder]:
    excel = place.with_name(f"~${place.name}")
    if os.path.lexists(excel):
        yield Holder("Excel", _shown(_excel_user(_start(excel))), excel)
    office = place.with_name(f".~lock.{place.name}#")
    if os.path.lexists(office):
        yield Holder("LibreOffice", _shown(_office_user(_start(office))), office)


def _start(lock: Path) -> bytes:
    """Return what a lock file says; nothing where the program lets nobody read it."""
    with contextlib.suppress(OSError), lock.open("rb") as file:
        return file.read(_LONGEST_LOCK)
    return b""


def _office_user(data: bytes) -> str:
    """Return who LibreOffice names: the user's own name, else the system's.

    Source: svl/source/misc/lockfilecommon.cxx: name, system user, host, time, profile.
    """
    fields = re.split(r"(?<!\\)[,;]", data.decode(errors="replace"))
    return next((field.replace("\\", "") for field in fields[:2] if field.strip()), "")


def _excel_user(data: bytes) -> str:
    """Return who Excel's owner file names: a length, the name, and the name in UTF-16."""
    if not data:
        return ""
    if len(data) >= _EXCEL_SIZE:
        end = _EXCEL_WIDE_NAME + 2 * data[_EXCEL_WIDE_NAME - 2]
        return data[_EXCEL_WIDE_NAME:end].decode("utf-16-le", errors="replace")
    return data[_EXCEL_NAME : _EXCEL_NAME + data[0]].decode("cp1252", errors="replace")


def _shown(name: str) -> str:
    """Return a name on one line that cannot steer a terminal."""
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in name).strip()


@contextlib.contextmanager
def one_at_a_time(folder: Path, said: str) -> Iterator[None]:
    """Let one tpxl at a time save in a folder; the lock goes with its process, however it ends.

    Where a folder cannot be locked (Windows, some shares) the comparison before a file is
    replaced is what remains.

    Raises:
        TpxlError: `file_busy`, another tpxl has been saving in the folder for half a minute.
    """
    handle = _opened(folder)
    try:
        if handle is not None:
            _lock(handle, said)
        yield
    finally:
        if handle is not None:
            with contextlib.suppress(OSError):
                os.close(handle)


def _opened(folder: Path) -> int | None:
    if fcntl is not None:
        with contextlib.suppress(OSError):
            return os.open(folder, os.O_RDONLY)
    return None


def _lock(handle: int, said: str) -> None:
    end = time.monotonic() + _PATIENCE_SECONDS
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            if time.monotonic() > end:
                raise TpxlError("file_busy", book=said) from error
            time.sleep(_PAUSE_SECONDS)
        except OSError:  # a share without locks
            return
        else:
            return
