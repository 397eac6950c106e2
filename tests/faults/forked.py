"""A command run in a child of this process, with its calls to the system in our hands.

The child has everything loaded, so that a run takes as long as its work, and dies like any other
process: by SIGKILL, at the call that was chosen or at a moment of the parent's.
"""

import contextlib
import errno
import fcntl
import io
import os
import signal
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple, Self

from tests.faults.verdict import Run

from tpxl.books.files import replacing
from tpxl.cli import main

KILL = "KILL"
ERRORS = ("ENOSPC", "EIO", "EACCES", "EROFS", "EDQUOT")
NAMES = (
    "open", "fsync", "link", "rename", "replace", "unlink", "chmod", "chown", "utime", "mkdir",
    "rmdir", "listdir", "scandir", "stat", "lstat", "readlink", "access", "listxattr", "getxattr",
    "setxattr", "close",
)  # fmt: skip
"""What the commands call of `os`; files are opened by `io.open` and `os.fdopen` besides."""
_REMOVALS = {"unlink", "stat"}
Meet = Callable[[str], None]
"""Told the name of each call before it is made; it may raise, wait, or end the process."""


class Child(NamedTuple):
    """A run that goes on: its process, where it writes what it says, where it tells of a fault."""

    process: int
    said: Path
    proof: int


def start(words: list[str], folder: Path, meet: Callable[[int], Meet] | None) -> Child:
    """Start a command whose calls in `folder` are met by `meet`, which is given a proof's pipe."""
    said = folder.with_name("said")
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        status = 70
        with contextlib.suppress(BaseException):
            os.close(reading)
            _say_into(said)
            status = _run(words, folder, None if meet is None else meet(writing))
        os._exit(status)
    os.close(writing)
    return Child(process, said, reading)


def finish(child: Child) -> tuple[Run, list[str]]:
    """Wait for the end; return the run and the calls that the child has told of."""
    with os.fdopen(child.proof, "rb") as proof:
        told = proof.read().decode().split()
    _, ending = os.waitpid(child.process, 0)
    status = os.waitstatus_to_exitcode(ending)
    text = child.said.read_text(errors="replace")
    return Run(status, text, status == -signal.SIGKILL), told


def _say_into(said: Path) -> None:
    handle = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    for stream in (1, 2):
        os.dup2(handle, stream)
    sys.stdout = io.TextIOWrapper(io.FileIO(1, "w"), write_through=True)
    sys.stderr = io.TextIOWrapper(io.FileIO(2, "w"), write_through=True)


def _run(words: list[str], folder: Path, meet: Meet | None) -> int:
    try:
        if meet is not None:
            _have_met(folder, meet)
        return main(words)
    except Exception:  # noqa: BLE001  # what Python itself would do, which is what is judged
        traceback.print_exc()
        return 1


def _have_met(folder: Path, meet: Meet) -> None:
    """Have every call that concerns the folder, or an open file, go through `meet`."""
    real = {name: getattr(os, name) for name in NAMES}
    inside = os.fspath(folder)

    def watched(name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def wrapper(*given: Any, **named: Any) -> Any:
            if _concerns(given[0] if given else None, inside):
                meet(name)
            return call(*given, **named)

        return wrapper

    for name, call in real.items():
        setattr(os, name, watched(name, call))
    io.open = watched("io.open", io.open)  # type: ignore[assignment]
    fcntl.flock = watched("flock", fcntl.flock)
    replacing.exchange = watched("exchange", replacing.exchange)
    os.fdopen = _writing(os.fdopen, meet)  # type: ignore[assignment]


def _concerns(what: object, inside: str) -> bool:
    if isinstance(what, int):
        return True
    return isinstance(what, str | os.PathLike) and os.fspath(what).startswith(inside)


def _writing(fdopen: Callable[..., Any], meet: Meet) -> Callable[..., Any]:
    """Return an `os.fdopen` whose files meet each write half way through it."""

    def opened(*given: Any, **named: Any) -> Any:
        file = fdopen(*given, **named)
        write = file.write

        class Half:
            """The file, but for its writing."""

            def __getattr__(self, name: str) -> Any:
                return getattr(file, name)

            def __enter__(self) -> Self:
                return self

            def __exit__(self, *_: object) -> None:
                file.close()

            def write(self, data: bytes) -> int:
                half = len(data) // 2
                write(data[:half])
                file.flush()
                meet("write")
                return half + write(data[half:])

        return Half()

    return opened


def counting(proof: int) -> Meet:
    """Return what tells of every call."""
    return lambda name: _tell(proof, name)


def striking(number: int, what: str) -> Callable[[int], Meet]:
    """Return what kills the process, or raises an error, at the call of that number."""

    def armed(proof: int) -> Meet:
        met = iter(range(number + 1))

        def meet(name: str) -> None:
            if next(met, None) != number:
                return
            _tell(proof, name)
            if what == KILL:
                os.kill(os.getpid(), signal.SIGKILL)
            raise OSError(getattr(errno, what), os.strerror(getattr(errno, what)))

        return meet

    return armed


def slowed(seconds: float) -> Callable[[int], Meet]:
    """Return what makes every call late."""
    return lambda _: lambda _: time.sleep(seconds)


def may_stray(call: str) -> bool:
    """Tell whether a fault at this call may keep a temporary file from being removed."""
    return call in _REMOVALS


def _tell(proof: int, name: str) -> None:
    _write(proof, f"{name}\n".encode())


_write = os.write
