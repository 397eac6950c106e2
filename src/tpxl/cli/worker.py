"""A process that does one book after the other for another, which it tells what became of each.

What it prints for a book goes back with the result. It tells at its steps that it lives. Its memory
is limited where the system can (Linux): a book that wants more is told of, and the machine goes on.
"""

import contextlib
import gc
import io
import os
import pickle
import signal
import sys
import time
from argparse import Namespace
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import BinaryIO, NamedTuple

from tpxl.books.files.found import NamedBook, made_by_tpxl
from tpxl.cli import tell, unexpected
from tpxl.cli.output import BookDone, Progress, Report, not_done
from tpxl.cli.screen import screens

MOST_BYTES = 1 << 30
"""Of one process: twice what any book needs that is not refused."""

_OBJECTS_BETWEEN_COLLECTIONS = 250_000
_BETWEEN_SIGNS = 1.0
_STATUS = Path("/proc/self/status")


class Task(NamedTuple):
    """A book and what is asked of it."""

    book: NamedBook
    arguments: Namespace


def serve() -> None:
    """Do what standard input asks until it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the one who asks
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    _limit_memory()
    asked, answers = sys.stdin.buffer, _own_output()
    _tell_signs(answers)
    with contextlib.suppress(EOFError, BrokenPipeError):
        while True:
            task: Task = pickle.load(asked)  # noqa: S301  # from the process that started this one
            report = answered(task)
            gc.collect()
            _send(answers, report)


def answered(task: Task) -> Report:
    """Return what became of a book, with what was printed of it."""
    started = time.monotonic()
    with _printed() as (out, err):
        kind = made_by_tpxl(task.book.path) if task.book.is_found else None
        done = BookDone(0) if kind else done_here(task)
    seconds = time.monotonic() - started
    return Report(done, out.getvalue(), err.getvalue(), seconds, peak_mib(), kind)


def done_here(task: Task) -> BookDone:
    """Do a command on a book; whatever happens is told of the book."""
    command: str = task.arguments.command
    try:
        done: BookDone = import_module(f"tpxl.cli.{command}").one(task.book, task.arguments)
    except Exception as error:  # noqa: BLE001  # of this book alone: the others are done
        lang = task.arguments.lang
        return not_done(task.book.path, tell(unexpected(command, error, task.book.path), lang))
    return done


def peak_mib() -> int | None:
    """Return the most memory that this process has had, in MiB, where the system tells."""
    with contextlib.suppress(OSError, ValueError, IndexError):
        said = _STATUS.read_text(encoding="ascii", errors="replace")
        return int(said.partition("VmHWM:")[2].split(maxsplit=1)[0]) >> 10
    return None


@contextlib.contextmanager
def _printed() -> Iterator[tuple[io.StringIO, io.StringIO]]:
    """Keep what is printed meanwhile."""
    out, err = io.StringIO(), io.StringIO()
    before = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = out, err
    try:
        with screens():
            yield out, err
    finally:
        sys.stdout, sys.stderr = before


def _own_output() -> BinaryIO:
    """Return standard output for the answers alone: what else is written there goes nowhere."""
    kept = os.dup(1)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    return os.fdopen(kept, "wb", buffering=0)


def _tell_signs(answers: BinaryIO) -> None:
    """Let each step of the work tell, once a second, that the process lives."""
    last = [time.monotonic()]

    def heard() -> None:
        now = time.monotonic()
        if now - last[0] > _BETWEEN_SIGNS:
            last[0] = now
            _send(answers, None)

    Progress.heard.append(heard)


def _send(answers: BinaryIO, report: Report | None) -> None:
    rest = memoryview(pickle.dumps(report))
    while rest:
        rest = rest[answers.write(rest) :]


def _limit_memory() -> None:
    if sys.platform == "linux":
        import resource  # noqa: PLC0415  # there is none on Windows

        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        most = MOST_BYTES if hard == resource.RLIM_INFINITY else min(MOST_BYTES, hard)
        resource.setrlimit(resource.RLIMIT_DATA, (most, hard))
