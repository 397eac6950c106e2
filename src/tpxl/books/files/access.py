"""Whose a file is and what may be done with it: carried over to the file that replaces it.

Who has a file open: the lock files of other programs, and a lock between two tpxl.
"""

import contextlib
import errno
import os
import re
import stat
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tpxl.errors import TpxlError

_NEW_FILE_MODE = 0o644
_ANYBODY_WRITES = 0o222

_OF_THE_CONTENT = {"security.ima", "security.evm"}
"""The system's own sums of a file's bytes: a new file has new ones."""

OWNER, ATTRIBUTES = "owner_not_kept", "attributes_not_kept"

_PATIENCE_SECONDS, _PAUSE_SECONDS = 30.0, 0.02
_MOST_LINKS = 40
_LONGEST_LOCK = 4096

_EXCEL_NAME, _EXCEL_WIDE_NAME = 1, 57
"""Where an owner file has its user's name: in the system's letters, and in UTF-16."""

_EXCEL_SIZE = 165


def require_writable(path: Path) -> None:
    """Pass when the file, where there is one, and its folder may be written.

    Raises:
        PermissionError: an administrator may write anyway, but what is marked as not to be
            written stays as it is.
    """
    for one in (path.parent, path):
        if one.exists() and not (one.stat().st_mode & _ANYBODY_WRITES and _may_write(one)):
            raise PermissionError(errno.EACCES, "read-only")


def _may_write(path: Path) -> bool:
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def carry_over(source: Path, rights: os.stat_result, target: Path) -> tuple[str, ...]:
    """Give `target` owner, rights and extended attributes of `source`; return what was lost."""
    lost = () if _give_owner(target, rights) else (OWNER,)
    target.chmod(stat.S_IMODE(rights.st_mode))
    return lost if _give_extended(source, target) else (*lost, ATTRIBUTES)


def make_new(target: Path) -> None:
    """Give a file that replaces none the rights of a new one."""
    target.chmod(_NEW_FILE_MODE)


def _give_owner(target: Path, rights: os.stat_result) -> bool:
    """Give a file its owner, else its group alone; tell whether it has both."""
    if not hasattr(os, "chown"):
        return True
    for user in (rights.st_uid, -1):
        with contextlib.suppress(OSError):
            os.chown(target, user, rights.st_gid)
            break
    now = target.stat()
    return (now.st_uid, now.st_gid) == (rights.st_uid, rights.st_gid)


def _give_extended(source: Path, target: Path) -> bool:
    """Copy the extended attributes, access lists among them; tell whether all are there."""
    if not hasattr(os, "listxattr"):
        return True
    given = [_give_one(source, target, name) for name in _names(source)]  # every one is tried
    return all(given)


def _names(source: Path) -> Iterator[str]:
    with contextlib.suppress(OSError):  # a file system without any
        yield from (name for name in os.listxattr(source) if name not in _OF_THE_CONTENT)


def _give_one(source: Path, target: Path, name: str) -> bool:
    try:
        value = os.getxattr(source, name)
        with contextlib.suppress(OSError):
            if os.getxattr(target, name) == value:
                return True
        os.setxattr(target, name, value)
    except OSError:
        return False
    return True


try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]


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
