"""How far a long piece of work has come: one line on a terminal, nothing elsewhere."""

import sys
import time
from types import TracebackType
from typing import Self

QUIET_SECONDS = 0.5
"""Work that is done sooner shows nothing."""


class Progress:
    """Told after each sheet; writes over its own line, and wipes it at the end."""

    def __init__(self, what: str) -> None:
        """Tell of work on `what`."""
        self._what = what
        self._start = time.monotonic()
        self._is_shown = sys.stderr.isatty()
        self._width = 0

    def __call__(self, done: int, of: int, name: str) -> None:
        """Tell that `done` of `of` are ready, the last of them `name`."""
        if self._is_shown and time.monotonic() - self._start > QUIET_SECONDS:
            self._write(f"{self._what}: {done}/{of} {name}")

    def _write(self, text: str) -> None:
        sys.stderr.write("\r" + text.ljust(self._width))
        sys.stderr.flush()
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
            sys.stderr.write("\r")
