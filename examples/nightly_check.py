"""Check every workbook of a folder: one line a book, for a task that runs each night.

``python nightly_check.py FOLDER`` changes nothing. The exit status is 0 when no error is open, 1
when one is, 2 when a book could not be checked: the scheduler can send a message by it.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any


def checked(folder: str) -> dict[str, Any]:
    """Return what became of each workbook: the report of ``tpxl check FOLDER --report FILE``."""
    with tempfile.TemporaryDirectory() as scratch:
        report = Path(scratch, "report.json")
        command = [sys.executable, "-m", "tpxl", "check", folder, "--report", str(report)]
        subprocess.run(command, capture_output=True, check=False)  # noqa: S603  # our own words
        return dict(json.loads(report.read_text("utf-8")))


def line(book: Mapping[str, Any]) -> str:
    """Return the line of a book."""
    if book["outcome"] in {"failed", "not_reached"}:
        return book["error"] or f"{book['book']}: not reached"
    errors = book["findings"].get("error", 0)
    open_or_not = "open" if book["outcome"] == "open" else "explained"
    return f"{book['book']}: {book['figures']} figures, {errors} errors, {open_or_not}"


def main(arguments: Sequence[str]) -> int:
    """Print a line a book; return the worst exit status."""
    if len(arguments) != 1:
        sys.stderr.write("usage: nightly_check.py FOLDER\n")
        return 2
    told = checked(arguments[0])
    for text in (*map(line, told["books"]), *told["errors"]):
        print(text)
    return int(told["status"])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
