"""Whose a file is and what may be done with it: carried over to the file that replaces it."""

import contextlib
import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

_NEW_FILE_MODE = 0o644
_ANYBODY_WRITES = 0o222
_OF_THE_CONTENT = {"security.ima", "security.evm"}
"""The system's own sums of a file's bytes: a new file has new ones."""
OWNER, ATTRIBUTES = "owner_not_kept", "attributes_not_kept"


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
