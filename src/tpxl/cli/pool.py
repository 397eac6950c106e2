"""Books done side by side, each in a process that has only it: one that fails takes no other along.

A thread stands by each process. The one that asked looks after them all: a process that has given
no sign of life for the book's time and a while more is ended, and another takes its place.
"""

import atexit
import contextlib
import os
import pickle
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Generator, Iterator, Sequence
from typing import Any, TypeVar

from tpxl.cli import unexpected
from tpxl.cli.output import Report
from tpxl.cli.screen import screen_width
from tpxl.cli.worker import Task
from tpxl.errors import TpxlError

GRACE_SECONDS = 60.0
"""Beyond its time a book may be waiting for another to be saved, or be saved itself."""

LARGE_MIB = 256
"""A process that has needed so much gives its memory back by ending after its book."""

LAST_SECONDS = 10.0
"""So long a call that is left waits for what it has begun."""

_LOOK_SECONDS = 0.2
Outcome = Report | TpxlError
Late = Callable[[int, Outcome], None]
Item = TypeVar("Item")
_IDLE: "queue.SimpleQueue[_Server]" = queue.SimpleQueue()


def command() -> list[str]:
    """Return what starts a process: Python, importing from where this one does and nowhere else."""
    code = f"import sys; sys.path[:] = {sys.path!r}; from tpxl.cli.worker import serve; serve()"
    return [sys.executable, "-P", "-c", code]


def side_by_side(tasks: Sequence[Task], jobs: int, late: Late) -> Generator[tuple[int, Outcome]]:
    """Yield what became of each task, with its number, as they are done: at most `jobs` at once.

    Where it is closed or interrupted before the end, those begun are let finish for a while;
    `late` is told what became of them.
    """
    waiting: queue.SimpleQueue[int] = queue.SimpleQueue()
    for number in range(len(tasks)):
        waiting.put(number)
    done: queue.SimpleQueue[tuple[int, Outcome]] = queue.SimpleQueue()
    hands = [_Hand(tasks, waiting, done) for _ in range(min(jobs, len(tasks)))]
    try:
        for hand in hands:
            hand.start()
        for _ in tasks:
            yield _next(done, hands)
    finally:
        for _ in _emptied(waiting):
            pass
        _leave(hands)
        for number, outcome in _emptied(done):
            late(number, outcome)


def alone(task: Task) -> Outcome:
    """Return what became of a task in a process that has only it, and is kept for the next."""
    server = next(_emptied(_IDLE), None) or _Server()
    is_done = threading.Event()
    threading.Thread(target=_watch, args=(server, is_done), daemon=True).start()
    try:
        return server.outcome(task)  # type: ignore[return-value]  # it is waited for
    finally:
        is_done.set()
        _IDLE.put(server)


def _watch(server: "_Server", is_done: threading.Event) -> None:
    while not is_done.wait(_LOOK_SECONDS):
        server.end_if_hung()


@atexit.register
def let_idle_go() -> None:
    """Let the processes end that wait for a next task."""
    for server in _emptied(_IDLE):
        server.let_go()


def _emptied(waiting: "queue.SimpleQueue[Item]") -> Iterator[Item]:
    with contextlib.suppress(queue.Empty):
        while True:
            yield waiting.get_nowait()


def _leave(hands: Sequence["_Hand"]) -> None:
    """Let all processes end at once, each after the book that it has; end those that do not."""
    for hand in hands:
        hand.server.ask_no_more()
    ends = time.monotonic() + LAST_SECONDS
    for hand in hands:
        hand.wait(ends - time.monotonic())
    for hand in hands:
        hand.server.end()
    for hand in hands:
        hand.wait(LAST_SECONDS)


def _next(
    done: "queue.SimpleQueue[tuple[int, Outcome]]", hands: Sequence["_Hand"]
) -> tuple[int, Outcome]:
    while True:
        with contextlib.suppress(queue.Empty):
            return done.get(timeout=_LOOK_SECONDS)
        for hand in hands:
            hand.server.end_if_hung()


class _Hand(threading.Thread):
    """Gives one process a book after the other."""

    def __init__(
        self,
        tasks: Sequence[Task],
        waiting: "queue.SimpleQueue[int]",
        done: "queue.SimpleQueue[tuple[int, Outcome]]",
    ) -> None:
        super().__init__(daemon=True)
        self.tasks, self.waiting, self.done = tasks, waiting, done
        self.server = _Server()

    def run(self) -> None:
        with contextlib.suppress(queue.Empty):
            while True:
                number = self.waiting.get_nowait()
                if self.server.is_leaving:  # it was taken while the rest was taken away
                    break
                outcome = self.server.outcome(self.tasks[number])
                if outcome is None:
                    break
                self.done.put((number, outcome))
        self.server.let_go()

    def wait(self, seconds: float) -> None:
        """Wait at most so long until it has put down what it has."""
        if self.is_alive():
            self.join(max(seconds, 0))


class _Server:
    """A process that does what it is asked, and another in its place where it ends."""

    def __init__(self) -> None:
        self.process: subprocess.Popen[bytes] | None = None
        self.ends: float | None = None
        self.is_hung = self.is_leaving = self.is_asked = False

    def outcome(self, task: Task) -> Outcome | None:
        """Return what became of a task in any case: who waits for it would wait for ever.

        None of one that nobody waits for any more, and the process was not asked for.
        """
        try:
            return self._done(task)
        except Exception as error:  # noqa: BLE001  # of this book alone: the others are done
            if self.process is not None:
                _end(self.process)
            self.process = None
            return unexpected(task.arguments.command, error, task.book.path)

    def _done(self, task: Task) -> Outcome | None:
        book, self.is_hung, self.is_asked = task.book.path, False, False
        try:
            process = self.process = self._living() or _started()
        except OSError as error:
            return TpxlError("worker_not_started", book=book, detail=error.strerror or str(error))
        try:
            report = self._answer(process, task)
        except (OSError, EOFError, ValueError, pickle.UnpicklingError):
            why_not = self._why_not(process, task)
            return why_not if self.is_asked or not self.is_leaving else None
        finally:
            self.ends = None
        if (report.peak or 0) > LARGE_MIB:
            self.let_go()
        return report

    def _living(self) -> "subprocess.Popen[bytes] | None":
        """Return the process where it has not ended since its last book: this one is not why."""
        if self.process is not None and self.process.poll() is not None:
            _end(self.process)
            self.process = None
        return self.process

    def _answer(self, process: "subprocess.Popen[bytes]", task: Task) -> Report:
        asked: Any = process.stdin
        pickle.dump(task, asked)
        asked.flush()
        self.is_asked = True
        while True:
            self.ends = time.monotonic() + task.arguments.deadline + GRACE_SECONDS
            report: Report | None = pickle.load(process.stdout)  # type: ignore[arg-type]  # noqa: S301
            if report is not None:
                return report

    def _why_not(self, process: "subprocess.Popen[bytes]", task: Task) -> TpxlError:
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(_LOOK_SECONDS)  # it says itself how it ended, where it has
        _end(process)
        self.process = None
        book = task.book.path
        if self.is_hung:
            seconds = f"{task.arguments.deadline + GRACE_SECONDS:g}"
            return TpxlError("worker_hung", book=book, seconds=seconds)
        return TpxlError("worker_died", book=book, status=process.returncode)

    def end_if_hung(self) -> None:
        """End the process where it has not been heard of for too long."""
        ends, process = self.ends, self.process
        if ends is not None and process is not None and time.monotonic() > ends:
            self.is_hung = True
            _kill(process)

    def ask_no_more(self) -> None:
        """Let the process end after the book that it has, which is saved or as it was."""
        self.is_leaving, process = True, self.process
        if process is not None:
            with contextlib.suppress(OSError, ValueError):
                process.stdin.close()  # type: ignore[union-attr]  # it was asked for

    def end(self) -> None:
        """End the process at once."""
        process = self.process
        if process is not None and process.poll() is None:
            _kill(process)

    def let_go(self) -> None:
        """Ask the process for no more."""
        if self.process is not None:
            _let_finish(self.process)
        self.process = None


def _started() -> "subprocess.Popen[bytes]":
    return subprocess.Popen(  # noqa: S603  # this very program
        command(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "COLUMNS": str(screen_width())},  # it has no screen of its own
        start_new_session=True,  # Ctrl-C is for the one who asked, who lets books be saved first
        creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),  # as above, on Windows
    )


def _let_finish(process: "subprocess.Popen[bytes]") -> None:
    """Ask for no more, and wait a while for the end."""
    with contextlib.suppress(OSError, ValueError):
        process.stdin.close()  # type: ignore[union-attr]  # it was asked for
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(LAST_SECONDS)
    _end(process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End a process, wait for it, and close what led to it."""
    if process.poll() is None:
        _kill(process)
    process.wait()
    for stream in (process.stdin, process.stdout):
        with contextlib.suppress(OSError, ValueError):
            stream.close()  # type: ignore[union-attr]


def _kill(process: "subprocess.Popen[bytes]") -> None:
    """End a process at once, with those that it has started."""
    with contextlib.suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
