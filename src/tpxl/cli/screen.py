"""What goes to a screen: a workbook's control characters never do.

A cell may hold an escape sequence or turn the direction of writing: shown raw, it could rewrite
what a person reads.
"""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from typing import Any, TextIO

_TURNING = "\u200e\u200f\u202a-\u202e\u2066-\u2069"
HIDDEN = re.compile(f"[\x7f-\x9f{_TURNING}\ufeff\ufffe\uffff\ud800-\udfff]")
"""Characters that JSON does not escape by itself and no screen shows."""
_CONTROL = re.compile(f"[\x00-\x08\x0b-\x1f]|{HIDDEN.pattern}")
_REPLACEMENT = "\ufffd"


def visible(text: str) -> str:
    r"""Return a text with a mark in place of each control character but line breaks and tabs.

    A carriage return at the start is the program's own: it writes a line anew.

    >>> visible("\r3/4") == "\r3/4", visible("a\x1b[31m\u202eb")
    (True, 'a�[31m�b')
    """
    start = "\r" if text.startswith("\r") else ""
    return start + _CONTROL.sub(_REPLACEMENT, text[len(start) :])


class Screen:
    """A text stream that shows only what is visible."""

    def __init__(self, stream: TextIO) -> None:
        """Write to a stream."""
        self._stream = stream

    def write(self, text: str) -> int:
        """Write a text."""
        return self._stream.write(visible(text))

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  # everything else is the stream's
        """Return what the stream has."""
        return getattr(self._stream, name)


@contextmanager
def shown_safely() -> Iterator[None]:
    """Write to both streams what is visible; a stream that is not there stays so."""
    out, trouble = sys.stdout, sys.stderr
    with (
        redirect_stdout(out and Screen(out)),
        redirect_stderr(trouble and Screen(trouble)),
    ):
        yield
