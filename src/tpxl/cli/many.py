"""Many books in one call: found, done side by side, told in their order, and accounted for.

One book alone is done in this process; several each in another's, so that whatever happens to one
happens to it alone.
"""

import os
import sys
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from itertools import islice
from pathlib import Path, PurePath

from tpxl.books.files.addresses import address_of, is_address
from tpxl.books.files.found import Found, NamedBook, find_books, made_by_tpxl
from tpxl.cli import refused, tell
from tpxl.cli.account import Account
from tpxl.cli.documents import json_text
from tpxl.cli.output import BookDone, Progress, Report, not_done
from tpxl.errors import TpxlError
from tpxl.jobs.export.files import require_other
from tpxl.messages import catalogue

BOOKS_HERE = 1
"""So many books are done in this process: to start another takes longer than a book does."""

_MOST_JOBS = 256
One = Callable[[NamedBook, Namespace], BookDone]


def add_many(to: ArgumentParser) -> None:
    """Describe how many books are done."""
    to.add_argument(
        "--jobs",
        type=_jobs,
        metavar="MÄÄRÄ",
        help="kuinka monta työkirjaa tehdään rinnakkain (oletus: suorittimien määrä)",
    )
    to.add_argument(
        "--report",
        type=Path,
        metavar="TIEDOSTO",
        help="kirjoita tiedostoon (JSON), miten kukin työkirja onnistui",
    )
    to.add_argument(
        "--cluster",
        metavar="OSOITE",
        help="tee työkirjat Dask-klusterilla (OSOITE); työkirjat voi antaa myös verkko-osoitteina",
    )


def _jobs(said: str) -> int:
    if not said.isdecimal() or not 0 < int(said) <= _MOST_JOBS:
        raise refused("{said} ei ole kokonaisluku väliltä 1–{most}", said=said, most=_MOST_JOBS)
    return int(said)


def processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def run_many(
    arguments: Namespace,
    one: One,
    gather: Callable[[NamedBook, BookDone], None] | None = None,
    finish: Callable[[], None] | None = None,
) -> int:
    """Do a command on every book that is meant; return the exit status, the worst of theirs.

    `gather` is given what became of each, in their order; `finish` makes one thing of it in the
    end.

    Raises:
        TpxlError: what `finish` makes, or the report, cannot be written, or would be written over
            a file that is read; or each of several books would write the same file.
    """
    found = _placed(_found(arguments))
    _require_free(found, arguments, is_gathered=finish is not None)
    jobs = min(arguments.jobs or processors(), max(len(found.books), 1))
    with Account.opened(arguments, found, jobs) as account:
        reports = _reports(found.books, arguments, one, jobs, account)
        with _documents(found, arguments) as show, closing(reports):
            for book, report in _in_order(found.books, reports):
                if report.kind is None:
                    show(report)
                    if gather is not None:
                        gather(book, report.done)
        if finish is not None:
            finish()
    return account.status


def _found(arguments: Namespace) -> Found:
    """Return the books that are meant: on a cluster by addresses, too.

    Raises:
        TpxlError: an address is named, and no cluster.
    """
    if arguments.cluster is not None:
        from tpxl.books.files.remote import find_anywhere  # noqa: PLC0415  # an optional extra

        return find_anywhere(arguments.book)
    if address := next(filter(is_address, arguments.book), None):
        raise TpxlError("address_needs_cluster", place=address)
    return find_books(arguments.book)


def _require_free(found: Found, arguments: Namespace, *, is_gathered: bool) -> None:
    """Pass where what is written is no file that is read, nor one file of each of several books."""
    out: Path | None = getattr(arguments, "out", None)
    for path in filter(None, (arguments.report, out)):
        read = (book.path for book in found.books if not _is_older(book, path))
        address = address_of(path)
        if is_address(address) and address in {address_of(Path(one.path)) for one in found.books}:
            raise TpxlError("output_is_read", file=address)
        require_other(path, [*read, *getattr(arguments, "ledger", ())])
    if out is not None and not is_gathered and len(found.books) > 1:
        books = (one for one in found.books if not (one.is_found and made_by_tpxl(one.path)))
        if len(list(islice(books, 2))) > 1:
            raise TpxlError("findings_of_one_book", file=out)


def _is_older(book: NamedBook, written: Path) -> bool:
    """Tell whether a file that a folder held is what an earlier call has written there."""
    with suppress(OSError, ValueError):
        return book.is_found and written.samefile(book.path) and bool(made_by_tpxl(book.path))
    return False


def _placed(found: Found) -> Found:
    """Return the books, each with a place that no other has: in lists, the name without suffix."""
    if not found.is_list:
        return found._replace(books=tuple(book._replace(place="") for book in found.books))
    taken: set[str] = set()
    books = []
    for book in found.books:
        inside = [part for part in PurePath(book.place).parts if part != os.pardir]
        whole = PurePath(*inside)
        tries = [whole.with_suffix(""), whole]
        tries += [whole.with_name(f"{whole.name} ({n})") for n in range(2, len(found.books) + 2)]
        place = next(str(one) for one in tries if str(one).casefold() not in taken)
        taken.add(place.casefold())
        books.append(book._replace(place=place))
    return found._replace(books=tuple(books))


def _reports(
    books: Sequence[NamedBook], arguments: Namespace, one: One, jobs: int, account: Account
) -> Generator[tuple[int, Report]]:
    """Yield what became of each book, with its number, as they are done and entered.

    What is done while the call is interrupted is entered too, though nobody is told of it.
    """

    def entered(number: int, report: Report) -> Report:
        account.add(books[number], report)
        return report

    if len(books) <= BOOKS_HERE and arguments.cluster is None:
        for number, book in enumerate(books):
            yield number, entered(number, _here(book, arguments, one))
        return
    from tpxl.cli.worker import Task  # noqa: PLC0415

    asked = Namespace(**{name: value for name, value in vars(arguments).items() if name != "run"})
    tasks = [Task(book, asked) for book in books]
    started = time.monotonic()

    def late(number: int, outcome: Report | TpxlError) -> None:
        entered(number, _report_of(books[number], outcome, arguments))

    if arguments.cluster is not None:
        from tpxl.cli.cluster import on_cluster  # noqa: PLC0415  # an optional extra

        outcomes = on_cluster(tasks, arguments.cluster, late)
    else:
        from tpxl.cli.pool import side_by_side  # noqa: PLC0415  # processes are for several books

        outcomes = side_by_side(tasks, jobs, late)
    with Progress("tpxl") as progress, closing(outcomes):
        for count, (number, outcome) in enumerate(outcomes, 1):
            progress.wipe()
            yield number, entered(number, _report_of(books[number], outcome, arguments))
            left = (time.monotonic() - started) / count * (len(books) - count)
            progress(count, len(books), _time_left(left, arguments.lang))


def _here(book: NamedBook, arguments: Namespace, one: One) -> Report:
    started = time.monotonic()
    kind = made_by_tpxl(book.path) if book.is_found else None
    done = BookDone(0) if kind else one(book, arguments)
    return Report(done, seconds=time.monotonic() - started, kind=kind)


def _report_of(book: NamedBook, outcome: Report | TpxlError, arguments: Namespace) -> Report:
    """Return the report of a book; of one whose process failed, with the line that says so."""
    if isinstance(outcome, Report):
        return outcome
    return Report(not_done(book.path, tell(outcome, arguments.lang)))


def _in_order(
    books: Sequence[NamedBook], reports: Iterator[tuple[int, Report]]
) -> Iterator[tuple[NamedBook, Report]]:
    """Yield the reports in the order of the books, each as soon as those before it are there."""
    early: dict[int, Report] = {}
    due = 0
    for number, report in reports:
        early[number] = report
        while due in early:
            yield books[due], early.pop(due)
            due += 1


@contextmanager
def _documents(found: Found, arguments: Namespace) -> Iterator[Callable[[Report], None]]:
    """Give what prints a book's lines, or its document as one of a list that ends in any case."""
    is_json = getattr(arguments, "json", False)
    before = ["[\n", ",\n"]

    def show(report: Report) -> None:
        sys.stderr.write(report.err)
        sys.stdout.write(report.out)
        if is_json:
            start = before.pop(0) if len(before) > 1 else before[0]
            text = json_text(report.done.document or {})
            sys.stdout.write(start + text if found.is_list else f"{text}\n")

    try:
        yield show
    finally:
        if is_json and found.is_list:
            print("[\n]" if len(before) > 1 else "\n]")


def _time_left(seconds: float, lang: str) -> str:
    """Return about how long it still takes, in words."""
    minutes, rest = divmod(round(seconds), 60)
    text = catalogue(lang).texts["many_left"]
    return text.format(time=f"{minutes} min {rest} s" if minutes else f"{rest} s")
