"""The account of many books: what became of each, what was passed over, as a file and a line."""

import datetime as dt
import sys
import time
from argparse import Namespace
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Self

from tpxl import __version__
from tpxl.books.files.found import KINDS, Found, NamedBook
from tpxl.cli import FAILED, INTERRUPTED, tell
from tpxl.cli.documents import JSON_VERSION, json_text
from tpxl.cli.output import Report
from tpxl.errors import TpxlError
from tpxl.jobs.export.files import make_folder, write_whole
from tpxl.messages import catalogue

CLEAR, OPEN, NOT_DONE = "clear", "open", "failed"
NOT_REACHED = "not_reached"
"""What became of a book: all in order, errors are open, it could not be done, it was not begun."""


class Account:
    """What a call has done, book by book; none is left out, also where it was interrupted."""

    def __init__(self, arguments: Namespace, found: Found, jobs: int) -> None:
        """Begin the account of a call that means these books."""
        self._arguments, self._found, self._jobs = arguments, found, jobs
        self._started = dt.datetime.now().astimezone()
        self._begun = time.monotonic()
        self._books: dict[str, dict[str, Any]] = {}
        self._passed: dict[str, str] = {}
        self.status = 0

    @classmethod
    @contextmanager
    def opened(cls, arguments: Namespace, found: Found, jobs: int) -> Iterator[Self]:
        """Give the account of a call; at the end, however it ends, it is written and told.

        Raises:
            TpxlError: its file cannot be written.
        """
        if arguments.report is not None:
            make_folder(arguments.report.parent)
        account = cls(arguments, found, jobs)
        troubles = list(found.troubles)
        if not found.books and not troubles:
            troubles = [TpxlError("no_books_found", place=", ".join(arguments.book))]
        said = [tell(trouble, arguments.lang) for trouble in troubles]
        account.status = FAILED if said else 0
        try:
            yield account
        except KeyboardInterrupt:
            account.status = INTERRUPTED
            raise
        except Exception:
            account.status = FAILED
            raise
        finally:
            account._close(said)

    def add(self, book: NamedBook, report: Report) -> None:
        """Enter what became of a book, as soon as it is known."""
        if report.kind is not None:
            self._passed[book.path] = report.kind
            return
        done = report.done
        self.status = max(self.status, done.status)
        self._books[book.path] = {
            "book": book.path,
            "outcome": (CLEAR, OPEN, NOT_DONE)[done.status],
            "error": done.error,
            "seconds": round(report.seconds, 3),
            "peak_mib": report.peak,
            **(done.facts or {}),
        }

    def _close(self, troubles: list[str]) -> None:
        books = [
            self._books.get(book.path, {"book": book.path, "outcome": NOT_REACHED})
            for book in self._found.books
            if book.path not in self._passed
        ]
        skipped = [{"file": one.path, "kind": one.kind} for one in self._found.skipped]
        skipped += [
            {"file": book.path, "kind": self._passed[book.path]}
            for book in self._found.books
            if book.path in self._passed
        ]
        outcomes = Counter(book["outcome"] for book in books)
        kinds = Counter(one["kind"] for one in skipped)
        if skipped or outcomes[NOT_REACHED] or any(book.is_found for book in self._found.books):
            self._tell(outcomes, kinds)
        if self._arguments.report is not None:
            document = {
                "version": JSON_VERSION,
                "command": self._arguments.command,
                "tpxl": __version__,
                "started": self._started.isoformat(timespec="seconds"),
                "seconds": round(time.monotonic() - self._begun, 3),
                "jobs": self._jobs,
                "status": self.status,
                "counts": {name: outcomes[name] for name in (CLEAR, OPEN, NOT_DONE, NOT_REACHED)},
                "books": books,
                "skipped": skipped,
                "errors": troubles,
            }
            text = json_text(document) + "\n"
            write_whole(self._arguments.report, text.encode("utf-8", "replace"))

    def _tell(self, outcomes: Counter[str], kinds: Counter[str]) -> None:
        """Say on standard error how many books there were, and what was passed over."""
        texts = catalogue(self._arguments.lang).texts
        counts = {name: outcomes[name] for name in (CLEAR, OPEN, NOT_DONE, NOT_REACHED)}
        said = [texts["many_done"].format(count=sum(counts.values()), **counts)]
        if outcomes[NOT_REACHED]:
            said.append(texts["many_not_reached"].format(count=outcomes[NOT_REACHED]))
        if kinds:
            told = ", ".join(
                texts[f"many_{kind}"].format(count=kinds[kind]) for kind in KINDS if kinds[kind]
            )
            said.append(texts["many_skipped"].format(kinds=told))
        print(f"tpxl: {' '.join(said)}", file=sys.stderr)
