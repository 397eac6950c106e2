"""``tpxl layout``: what was found where in a book."""

from argparse import ArgumentParser, Namespace
from typing import Any

from tpxl.books import Book
from tpxl.cli.arguments import add_deadline
from tpxl.cli.each_book import run_books
from tpxl.cli.layout_document import layout_document, layout_lines
from tpxl.cli.progress import Progress
from tpxl.layout import Survey, survey
from tpxl.layout.unread import Unread, unread_tables


def add(commands: Any) -> ArgumentParser:  # noqa: ANN401  # argparse keeps the type private
    """Describe the command."""
    parser: ArgumentParser = commands.add_parser(
        "layout",
        help="näytä, mitä työkirjasta löytyi ja mistä",
        description="Näyttää, mitä taulukoita ja asetuksia työkirjasta löytyi ja mistä.",
    )
    parser.add_argument("book", nargs="+", metavar="TYÖKIRJA")
    add_deadline(parser)
    parser.add_argument("--json", action="store_true", help="tulosta JSON-muodossa")
    return parser


def run(arguments: Namespace) -> int:
    """Show the layout of every book named; return the exit status."""

    def job(book: Book, progress: Progress) -> tuple[Survey, tuple[Unread, ...]]:
        found = survey(book, progress)
        return found, tuple(unread_tables(book, found))

    def document(path: str, told: tuple[Survey, tuple[Unread, ...]]) -> dict[str, Any]:
        return layout_document(path, *told, arguments.lang)

    def tell(path: str, told: tuple[Survey, tuple[Unread, ...]]) -> None:
        print(path)
        for line in layout_lines(document(path, told), arguments.lang):
            print(line)

    return run_books(arguments, job, document, tell)
