"""``tpxl layout``: what was found where in a book."""

from argparse import ArgumentParser, Namespace
from typing import Any

from tpxl.cli.arguments import add_deadline


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
    from tpxl.books import Book  # noqa: PLC0415  # loaded when the command runs
    from tpxl.cli.each_book import run_books  # noqa: PLC0415
    from tpxl.cli.layout_document import layout_document, layout_lines  # noqa: PLC0415
    from tpxl.cli.progress import Progress  # noqa: PLC0415
    from tpxl.layout import Survey, survey  # noqa: PLC0415
    from tpxl.layout.unread import Unread, unread_tables  # noqa: PLC0415

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
