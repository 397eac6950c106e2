"""``tpxl refresh``: compute what can be computed, in place."""

from argparse import ArgumentParser, Namespace
from contextlib import ExitStack, suppress
from itertools import chain
from pathlib import Path
from typing import Any

from tpxl.books import open_book
from tpxl.books.files.backups import kept_before
from tpxl.books.files.found import NamedBook
from tpxl.books.package import PackageBook
from tpxl.cli import add_deadline, add_hidden
from tpxl.cli.documents import result_document
from tpxl.cli.listing import add_choice, choice_of, require_areas, result_lines
from tpxl.cli.many import add_many, run_many
from tpxl.cli.output import BookDone, Progress, book_done, glance_lines, keeping
from tpxl.cli.screen import show
from tpxl.errors import TpxlError
from tpxl.jobs.check.listed import write_listed
from tpxl.jobs.refresh import refresh
from tpxl.jobs.results import RefreshResult
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
    parser.add_argument(
        "--out", type=Path, metavar="TIEDOSTO", help="kirjoita havainnot tiedostoon (.xlsx, .html)"
    )
    add_choice(parser)
    add_hidden(parser)
    add_deadline(parser)
    add_many(parser)
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
    return run_many(arguments, one)


def one(named: NamedBook, arguments: Namespace) -> BookDone:
    """Refresh a book and print what it comes to; return what became of it."""
    choice = choice_of(arguments)

    def job(book: PackageBook, progress: Progress) -> RefreshResult:
        with ExitStack() as opened:
            result = refresh(
                book,
                lang=arguments.lang,
                progress=progress,
                with_hidden=arguments.hidden,
                earlier=_earlier(book, opened),
            )
        require_areas(result, choice, book.name)
        if arguments.out is not None:
            write_listed(result, arguments.out, arguments.lang)
        return result

    def told(path: str, result: RefreshResult) -> None:
        print(path)
        counts = glance_lines(result, arguments.lang, len(result.edits))
        for line in chain(counts, result_lines(result, choice, arguments.lang)):
            show(line)

    save = keeping(arguments)
    return book_done(named.path, arguments, job, result_document, told, save=save)
