"""Several books in one call: each is done in its time, or told in one line why not."""

from argparse import Namespace
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any, TypeVar

from tpxl.books import open_book
from tpxl.books.package import PackageBook
from tpxl.cli import FAILED, tell, unexpected
from tpxl.cli.json_text import JSON_VERSION, json_text
from tpxl.cli.progress import Progress
from tpxl.cli.screen import one_line
from tpxl.deadline import within
from tpxl.errors import TpxlError

Result = TypeVar("Result")
Job = Callable[[PackageBook, Progress], Result]
Save = Callable[[PackageBook], object]
Tell = Callable[[str, Any], None]
Document = Callable[[str, Any], dict[str, Any]]


def run_books(
    arguments: Namespace,
    job: Job[Any],
    document: Document,
    tell_result: Tell,
    save: Save | None = None,
) -> int:
    """Do a job on every book named; print each result, or all of them as one JSON document.

    Returns the exit status: 2 when a book could not be done, else 1 for an open error, else 0.
    """
    documents: list[dict[str, Any]] = []
    status = 0
    for path in arguments.book:
        outcome = outcome_of(path, arguments, job, save)
        if isinstance(outcome, TpxlError):
            documents.append({"book": path, "error": tell(outcome, arguments.lang)})
            status = FAILED
            continue
        status = max(status, int(getattr(outcome, "has_open_errors", False)))
        if arguments.json:
            documents.append(document(path, outcome))
        else:
            tell_result(one_line(path), outcome)
    if arguments.json:
        told = [{"version": JSON_VERSION, **one} for one in documents]
        print(json_text(told[0] if len(told) == 1 else told))
    return status


def outcome_of(
    path: str, arguments: Namespace, job: Job[Result], save: Save | None = None
) -> Result | TpxlError:
    """Return what a job makes of a book, or why it could not be done; `save` then writes it.

    Reading and computing must be done by the deadline; a file that is written is written whole.
    """
    late = TpxlError("deadline_over", book=path, seconds=f"{arguments.deadline:g}")
    try:
        with Progress(Path(path).name) as progress, ExitStack() as opened:

            def work() -> tuple[PackageBook, Result]:
                book = opened.enter_context(open_book(path))
                return book, job(book, progress)

            book, result = within(arguments.deadline, late, work)
            if save is not None:
                save(book)
            return result
    except TpxlError as error:
        return error
    except Exception as error:  # noqa: BLE001  # of this book alone: the others are done
        return unexpected(arguments.command, error, path)
