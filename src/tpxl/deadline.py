"""How long a piece of work may take: work that is stuck is stopped, in a loop or in an expression.

Where there are alarms (Linux, macOS) the system's own stops the work in the main thread, a regular
expression that never ends too. Elsewhere a timer interrupts the main thread, which stops all but
one call into C. In any other thread, work is stopped where it asks (`stop_if_late`), and so it is
in a browser, which has neither alarms nor threads: there a person stops the whole program.

The time is the clock's, not the processor's: a person waits by the clock, and a share that hangs
uses no processor. A machine with much else to do meets the limit early; `--deadline` is for that.
"""

import _thread
import signal
import sys
import threading
import time
from collections.abc import Callable
from types import FrameType
from typing import Any, TypeVar

from tpxl.errors import TpxlError

DEFAULT_SECONDS = 30.0
"""A book: the largest measured, of 3 000 area sheets, is refreshed in twelve."""
_AGAIN_SECONDS = 0.5
"""An alarm that was raised where nobody could hear it is raised again."""
_SOON = 0.001
Result = TypeVar("Result")


class _TimeUp(BaseException):
    """Raised in the midst of the work; no handler of errors may take it for one."""

    def __init__(self, limit: "_Limit") -> None:
        super().__init__()
        self.limit = limit


class _Limit:
    """A piece of work that runs: how long it may, and until when."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.ends = time.monotonic() + seconds


class _Running(threading.local):
    """The limits of a thread's work, the innermost last."""

    def __init__(self) -> None:
        self.limits: list[_Limit] = []


_running = _Running()


def within(seconds: float, error: TpxlError, work: Callable[[], Result]) -> Result:
    """Return what the work returns.

    Raises:
        TpxlError: `error`, the time was over before; whatever the work raises.
    """
    limit = _Limit(seconds)
    is_main = threading.current_thread() is threading.main_thread()
    alarm = _alarm()
    try:
        try:
            _running.limits.append(limit)
            if is_main:
                alarm.start()
            return work()
        finally:
            _end(limit)
            if is_main:
                alarm.stop()
    except _TimeUp as up:
        _end(limit)
        if up.limit is not limit:
            raise
        raise error from None


def _alarm() -> Any:  # noqa: ANN401  # whatever the platform can wake a thread with
    if sys.platform == "emscripten":
        return _Silence()
    return _Alarm() if hasattr(signal, "setitimer") else _Timer()


def renew() -> None:
    """Give the innermost work its whole time again: a step of several is done."""
    if _running.limits:
        limit = _running.limits[-1]
        limit.ends = time.monotonic() + limit.seconds


def stop_if_late() -> None:
    """Stop the work here if its time is over: for threads that no alarm reaches."""
    now = time.monotonic()
    late = next((limit for limit in _running.limits if limit.ends <= now), None)
    if late is not None:
        raise _TimeUp(late)


def _end(limit: _Limit) -> None:
    if limit in _running.limits:
        _running.limits.remove(limit)


def _seconds_left() -> float:
    ends = min((limit.ends for limit in _running.limits), default=time.monotonic())
    return max(ends - time.monotonic(), _SOON)


class _Alarm:
    """The system's alarm, which comes again until it is stopped."""

    def start(self) -> None:
        self.before = signal.signal(signal.SIGALRM, self._rings) or signal.SIG_DFL
        signal.setitimer(signal.ITIMER_REAL, _seconds_left(), _AGAIN_SECONDS)

    def stop(self) -> None:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, self.before)
        if _running.limits:  # of the work that this one is a part of
            signal.setitimer(signal.ITIMER_REAL, _seconds_left(), _AGAIN_SECONDS)

    def _rings(self, _signal: int, _frame: FrameType | None) -> None:
        stop_if_late()


class _Timer:
    """A thread that interrupts the main one, as Ctrl-C does, where there is no alarm."""

    def start(self) -> None:
        self.is_over = threading.Event()
        self.before = signal.signal(signal.SIGINT, self._interrupted) or signal.SIG_DFL
        threading.Thread(target=self._watch, args=(_running.limits,), daemon=True).start()

    def stop(self) -> None:
        self.is_over.set()
        signal.signal(signal.SIGINT, self.before)

    def _watch(self, limits: list[_Limit]) -> None:
        while not self.is_over.wait(_AGAIN_SECONDS):
            if any(limit.ends <= time.monotonic() for limit in tuple(limits)):
                _thread.interrupt_main()

    def _interrupted(self, signal_number: int, frame: FrameType | None) -> None:
        stop_if_late()
        if callable(self.before):
            self.before(signal_number, frame)


class _Silence:
    """No alarm: the work asks for itself."""

    def start(self) -> None:
        """Do nothing."""

    def stop(self) -> None:
        """Do nothing."""
