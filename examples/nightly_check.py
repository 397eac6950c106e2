"""Check every workbook of a folder: one line a book, for a task that runs each night.

``python nightly_check.py FOLDER`` changes nothing. The exit status is 0 when no error is open, 1
when one is, 2 when a book could not be read: the scheduler can send a message by it.
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import tpxl

_KINDS = (".xlsm", ".xlsx")
_NOT_BOOKS = ("~$", ".")
_BACKUP = ".varmuuskopio-"


class Line(NamedTuple):
    """What is said of a book, and the exit status that it asks for."""

    text: str
    status: int


def books(folder: Path) -> Iterator[Path]:
    """Yield the workbooks of a folder and of those in it, without locks and backups."""
    for path in sorted(folder.rglob("*")):
        is_book = path.suffix.lower() in _KINDS and not path.name.startswith(_NOT_BOOKS)
        if is_book and _BACKUP not in path.name:
            yield path


def checked(path: Path) -> Line:
    """Check a book; a book that cannot be read is told, and does not stop the others."""
    try:
        with tpxl.open_book(path) as book:
            result = tpxl.check(book)
    except tpxl.TpxlError as trouble:
        return Line(f"{path.name}: could not be read ({trouble.code})", 2)
    still_open = sum(one.is_open and one.severity.value == "error" for one in result.findings)
    text = f"{path.name}: {result.figures} figures, {still_open} open errors"
    return Line(text, int(result.has_open_errors))


def main(arguments: Sequence[str]) -> int:
    """Print a line a book; return the worst exit status."""
    if len(arguments) != 1:
        sys.stderr.write("usage: nightly_check.py FOLDER\n")
        return 2
    lines = [checked(path) for path in books(Path(arguments[0]))]
    for line in lines:
        print(line.text)
    return max((line.status for line in lines), default=0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
