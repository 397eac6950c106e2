"""How far a long piece of work has come: one line on a terminal, nothing elsewhere."""

import sys
import time
from contextlib import suppress
from types import TracebackType
from typing import Self

from tpxl.cli.screen import one_line
from tpxl.deadline import stop_if_late

QUIET_SECONDS = 0.5
"""Work that is done sooner shows nothing."""


class Progress:
    """Told after each sheet; writes over its own line, and wipes it at the end."""

    def __init__(self, what: str) -> None:
        """Tell of work on `what`."""
        self._what = what
        self._start = time.monotonic()
        stream = getattr(sys.stderr, "unguarded", sys.stderr)  # the line's start is gone back to
        self._stream = stream
        self._is_shown = stream is not None and stream.isatty()
        self._width = 0

    def __call__(self, done: int, of: int, name: str) -> None:
        """Tell that `done` of `of` are ready, the last of them `name`."""
        stop_if_late()
        if self._is_shown and time.monotonic() - self._start > QUIET_SECONDS:
            self._write(one_line(f"{self._what}: {done}/{of} {name}"))

    def _write(self, text: str) -> None:
        with suppress(OSError):  # a terminal that is gone
            self._stream.write("\r" + text.ljust(self._width))
            self._stream.flush()
        self._width = len(text)

    def __enter__(self) -> Self:
        """Return the teller."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Wipe the line."""
        if self._width:
            self._write("")
            self._write("")
