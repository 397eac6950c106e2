"""``tpxl refresh``: compute what can be computed, in place."""

from argparse import ArgumentParser, Namespace
from typing import Any

from tpxl.books import Book
from tpxl.books.files.found import NamedBook
from tpxl.cli import add_deadline, add_hidden
from tpxl.cli.documents import result_document
from tpxl.cli.many import add_many, run_many
from tpxl.cli.output import (
    BookDone,
    Progress,
    book_done,
    completeness_lines,
    edit_lines,
    finding_lines,
    keeping,
)
from tpxl.jobs.refresh import refresh
from tpxl.jobs.results import RefreshResult
from tpxl.messages import glance


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
    add_many(parser)
    parser.add_argument("--json", action="store_true", help="tulosta JSON-muodossa")
    return parser


def run(arguments: Namespace) -> int:
    """Refresh every book named; return the exit status."""
    return run_many(arguments, one)


def one(named: NamedBook, arguments: Namespace) -> BookDone:
    """Refresh a book and print what it comes to; return what became of it."""

    def job(book: Book, progress: Progress) -> RefreshResult:
        return refresh(book, lang=arguments.lang, progress=progress, with_hidden=arguments.hidden)

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

    save = keeping(arguments)
    return book_done(named.path, arguments, job, result_document, tell, save=save)
