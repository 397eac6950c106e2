"""``tpxl refresh``: compute what can be computed, in place."""

from argparse import ArgumentParser, Namespace
from contextlib import ExitStack, suppress
from typing import Any

from tpxl.books import open_book
from tpxl.books.package import PackageBook
from tpxl.cli import add_deadline, add_hidden
from tpxl.cli.documents import result_document
from tpxl.cli.output import (
    Progress,
    completeness_lines,
    edit_lines,
    finding_lines,
    keeping,
    run_books,
)
from tpxl.errors import TpxlError
from tpxl.jobs.refresh import refresh
from tpxl.jobs.results import RefreshResult
from tpxl.jobs.versions.by_hand import kept_before
from tpxl.messages import glance
from tpxl.model import Sheets


def add(commands: Any) -> ArgumentParser:  # noqa: ANN401  # argparse keeps the type private
    """Describe the command."""
    parser: ArgumentParser = commands.add_parser(
        "refresh",
        help="laske luvut työkirjaan ja tarkista se",
        description="Laskee työkirjan laskettavat luvut paikalleen ja tarkistaa kaikki luvut.",
    )
    parser.add_argument("book", nargs="+", metavar="TYÖKIRJA")
    parser.add_argument("--dry-run", action="store_true", help="näytä muutokset, älä kirjoita")
    parser.add_argument("--no-backup", action="store_true", help="älä jätä varmuuskopiota")
    add_hidden(parser)
    add_deadline(parser)
    parser.add_argument("--json", action="store_true", help="tulosta JSON-muodossa")
    return parser


def _earlier(book: PackageBook, opened: ExitStack) -> Sheets | None:
    """Return the version before tpxl last changed the book, None where it is not to be read."""
    kept = kept_before(book.folder / book.name)
    if kept is not None:
        with suppress(TpxlError):
            return opened.enter_context(open_book(kept))
    return None


def run(arguments: Namespace) -> int:
    """Refresh every book named; return the exit status."""

    def job(book: PackageBook, progress: Progress) -> RefreshResult:
        with ExitStack() as opened:
            return refresh(
                book,
                lang=arguments.lang,
                progress=progress,
                with_hidden=arguments.hidden,
                earlier=_earlier(book, opened),
            )

    def tell(path: str, result: RefreshResult) -> None:
        print(path)
        counts = (result.findings, result.figures, len(result.edits), arguments.lang)
        print(glance(*counts, is_unfilled=result.is_unfilled))
        for line in edit_lines(result.edits, arguments.lang):
            print(line)
        for line in finding_lines(result.findings, arguments.lang):
            print(line)
        for line in completeness_lines(result.completeness, arguments.lang):
            print(line)

    return run_books(arguments, job, result_document, tell, keeping(arguments))
