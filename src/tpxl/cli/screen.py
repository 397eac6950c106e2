"""What the command line shows, and where: text of a cell or a file's name steers no terminal.

A stream that is missing, full or closed is no reason to stop: books are done to the end, and then
it is told that the result could not be shown.
"""

import os
import re
import shutil
import sys
import textwrap
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple

_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""Control characters but the tab and the line's end, and what turns the direction of text."""
_UNSHOWN = "\ufffd"

NARROWEST, USUAL, WIDEST = 72, 120, 160
"""How many characters a line may have: on any screen, where there is none, at most."""


class Look(NamedTuple):
    """How text looks on a terminal: the numbers of its colours, and the file that it opens."""

    colours: str = ""
    opens: Path | None = None


PLAIN = Look()
BOLD, RED, YELLOW, BLUE, GREY = (Look(colours) for colours in ("1", "1;31", "33", "34", "2"))

Span = tuple[str, Look]
Line = str | tuple[Span, ...]
"""Text, or parts of it that look each their own way where there is a terminal."""


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


def plain(line: Line) -> str:
    """Return the text of a line without its looks."""
    return line if isinstance(line, str) else "".join(text for text, _ in line)


def screen_width() -> int:
    """Return how many characters a line may have; less where it goes to no terminal."""
    columns = shutil.get_terminal_size((USUAL, 24)).columns
    return min(max(columns, NARROWEST), WIDEST)


def wrapped(text: str, width: int, first: Iterable[Span] = (), indent: int = 0) -> Iterator[Line]:
    """Yield a text in lines of at most `width`, the first behind `first`, the others indented."""
    spans = tuple(first)
    start = plain(spans)
    lines = textwrap.wrap(
        text,
        width,
        initial_indent="\0" * len(start),
        subsequent_indent=" " * indent,
        break_on_hyphens=False,
    )
    if not lines:
        yield spans or ""
        return
    yield (*spans, (lines[0][len(start) :], PLAIN)) if spans else lines[0]
    yield from lines[1:]


def show(line: Line) -> None:
    """Print a line, with its looks where there is a terminal."""
    stream = sys.stdout
    if isinstance(line, str):
        for part in _bounded(line):
            print(plain(part))
    elif isinstance(stream, Screen):
        stream.show(line)
    else:
        print(plain(line))


def _bounded(text: str) -> Iterator[Line]:
    """Yield a text as it is, or in several lines where it is longer than any line may be."""
    if len(text) <= WIDEST:
        yield text
        return
    start = text[: len(text) - len(text.lstrip())]
    indent = len(start.rpartition("\n")[2])
    yield from wrapped(text.lstrip(), screen_width(), ((start, PLAIN),), indent + 4)


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

    def show(self, line: Iterable[Span]) -> None:
        """Show a line whose parts look each their own way, where that can be seen and is wanted."""
        if self._is_plain():
            self.write("".join(text for text, _ in line) + "\n")
            return
        painted = "".join(_painted(harmless(text), look) for text, look in line)
        self._try(lambda: self.unguarded.write(painted + "\n"))

    def _is_plain(self) -> bool:
        """Tell whether colours are not wanted or not shown.

        Source: no-color.org; of Windows' terminals the one that says who it is knows them.
        """
        if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
            return True
        if os.name == "nt" and "WT_SESSION" not in os.environ:
            return True
        with suppress(OSError, ValueError, AttributeError):
            return not self.unguarded.isatty()
        return True

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


def _painted(text: str, look: Look) -> str:
    """Return text with what a terminal needs to show its look."""
    if look.opens is not None:
        text = f"\x1b]8;;{look.opens.resolve().as_uri()}\x1b\\{text}\x1b]8;;\x1b\\"
    return f"\x1b[{look.colours}m{text}\x1b[0m" if look.colours else text


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
