"""What the command line shows, and where: text of a cell or a file's name steers no terminal.

A stream that is missing, full or closed is no reason to stop: books are done to the end, and then
it is told that the result could not be shown.
"""

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""Control characters but the tab and the line's end, and what turns the direction of text."""
_UNSHOWN = "\ufffd"


def harmless(text: str) -> str:
    r"""Return text in which nothing steers a terminal.

    >>> harmless("a\x1b[31m\n\u202eb") == "a\ufffd[31m\n\ufffdb"
    True
    """
    return _STEERING.sub(_UNSHOWN, text)


def one_line(text: str) -> str:
    """Return text that is one line: a name from outside may hold the end of one."""
    return harmless(text).replace("\n", _UNSHOWN)


def escaped(json: str) -> str:
    """Return JSON in which what steers a terminal is written as its number."""
    return _STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", json)


class Screen:
    """A stream whose text is harmless; once it fails it says nothing more."""

    def __init__(self, stream: Any) -> None:  # noqa: ANN401  # whatever stands for a stream
        """Show on `stream`."""
        self.unguarded = stream
        self.failure: Exception | None = None

    def write(self, text: str) -> int:
        """Show text; return its length."""
        self._try(lambda: self.unguarded.write(harmless(text)))
        return len(text)

    def flush(self) -> None:
        """Send on what was written."""
        self._try(self.unguarded.flush)

    def _try(self, act: Any) -> None:  # noqa: ANN401
        if self.failure is not None:
            return
        try:
            act()
        except (OSError, ValueError) as error:  # full, gone or closed
            self.failure = error
            self._let_go()

    def _let_go(self) -> None:
        """Send what is still on its way to nowhere, so that ending the process does not fail."""
        with suppress(OSError, ValueError, AttributeError):
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, self.unguarded.fileno())
            os.close(nowhere)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401
        """Return what else the stream has."""
        return getattr(self.unguarded, name)


@contextmanager
def screens() -> Iterator[tuple[Screen, Screen]]:
    """Put screens in place of standard output and standard error, which may be missing."""
    before = sys.stdout, sys.stderr
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        for stream in before:
            if hasattr(stream, "reconfigure"):
                encoding = None if stream.isatty() else "utf-8"
                stream.reconfigure(encoding=encoding, errors="replace")
        shown = tuple(Screen(nowhere if stream is None else stream) for stream in before)
        sys.stdout, sys.stderr = shown
        try:
            yield shown[0], shown[1]
        finally:
            sys.stdout, sys.stderr = before
