"""What must hold of any workbook: it is done or refused in a sentence, in time, and it settles."""

import io
import os
import resource
import signal
import sys
import traceback
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

from tpxl.cli import main

SECONDS, MEGABYTES = 10, 2048
_DONE, _REFUSED = {0, 1}, 2
_STEPS = (("layout",), ("check", "--json"), ("refresh", "--json"), ("refresh", "--json"))


def load(book: Path) -> None:
    """Load into this process all that the commands need, so that no child has to; the book is good.

    Raises:
        RuntimeError: it is not.
    """
    wrong = _wrong(book)
    if wrong:
        raise RuntimeError(wrong)


def verdict(book: Path) -> str:
    """Return what is wrong with how tpxl takes a workbook; nothing where all is well.

    The commands run in a child that may use ten seconds of the processor and 2 GiB.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _judge(book, writing)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read().decode(errors="replace")
    _, ending = os.waitpid(child, 0)
    status = os.waitstatus_to_exitcode(ending)
    if status == -signal.SIGXCPU:
        return f"hang: over {SECONDS} s"
    return said or (f"ended by {status}" if status else "")


def _judge(book: Path, pipe: int) -> None:
    """Write to the pipe what is wrong, and end the process."""
    try:
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 5))
        resource.setrlimit(resource.RLIMIT_AS, (MEGABYTES << 20, MEGABYTES << 20))
        said = _wrong(book)
    except BaseException:  # noqa: BLE001  # a traceback is what is looked for
        said = f"traceback: {_last_frames()}"
    os.write(pipe, said.encode(errors="replace"))
    os._exit(0)


def _last_frames() -> str:
    kind, error, trace = sys.exc_info()
    places = [
        f"{Path(frame.filename).name}:{frame.name}"
        for frame in traceback.extract_tb(trace)
        if f"{os.sep}tpxl{os.sep}" in frame.filename
    ]
    name = kind.__name__ if kind else ""
    return f"{name} {str(error)[:80]} in {' < '.join(reversed(places[-3:]))}"


def _wrong(book: Path) -> str:
    """Run each command; return the first thing that is wrong."""
    versions = []
    for words in _STEPS:
        before = book.read_bytes()
        status, lines = _run([*words, str(book)])
        after = book.read_bytes()
        if status == _REFUSED and (len(lines) != 1 or after != before):
            return f"{words[0]} refused in {len(lines)} lines, changed: {after != before}"
        if status not in {*_DONE, _REFUSED}:
            return f"{words[0]}: status {status}"
        if words[0] != "refresh" and after != before:
            return f"{words[0]} has changed the book"
        if words[0] == "refresh" and status in _DONE:
            versions.append(after)
        if words[0] == "refresh" and status == _REFUSED and versions:
            return "the second refresh refuses what the first has written"
    return "" if len(set(versions)) < 2 else "the second refresh writes again"


def _run(words: list[str]) -> tuple[int, list[str]]:
    """Return the exit status and the lines on standard error."""
    said, errors = io.StringIO(), io.StringIO()
    with redirect_stdout(said), redirect_stderr(errors):
        status = main(words)
    return status, errors.getvalue().splitlines()
