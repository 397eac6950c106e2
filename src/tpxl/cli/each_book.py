"""Several books in one call: each is done, or told in one line why not."""

import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from tpxl.books import open_book
from tpxl.books.package import PackageBook
from tpxl.cli import FAILED
from tpxl.cli.json_text import JSON_VERSION, json_text
from tpxl.cli.progress import Progress
from tpxl.errors import TpxlError
from tpxl.messages import sentence

Job = Callable[[PackageBook, Progress], Any]
Tell = Callable[[str, Any], None]
Document = Callable[[str, Any], dict[str, Any]]


def run_books(arguments: Namespace, job: Job, document: Document, tell: Tell) -> int:
    """Do a job on every book named; print each result, or all of them as one JSON document.

    Returns the exit status: 2 when a book could not be done, else 1 for an open error, else 0.
    """
    documents: list[dict[str, Any]] = []
    status = 0
    for path, outcome in _outcomes(arguments, job):
        if isinstance(outcome, TpxlError):
            said = sentence(outcome, arguments.lang)
            print(f"tpxl: {said}", file=sys.stderr)
            documents.append({"book": path, "error": said})
            status = FAILED
            continue
        status = max(status, int(getattr(outcome, "has_open_errors", False)))
        if arguments.json:
            documents.append(document(path, outcome))
        else:
            tell(path, outcome)
    if arguments.json:
        told = [{"version": JSON_VERSION, **one} for one in documents]
        print(json_text(told[0] if len(told) == 1 else told))
    return status


def _outcomes(arguments: Namespace, job: Job) -> Iterator[tuple[str, Any]]:
    for path in arguments.book:
        with Progress(Path(path).name) as progress:
            try:
                with open_book(path) as book:
                    outcome = job(book, progress)
            except TpxlError as error:
                outcome = error
        yield path, outcome
