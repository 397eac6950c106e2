"""``tpxl goals``: the goal rows of a book as data. Nothing is checked, nothing is changed."""

from argparse import ArgumentParser, Namespace
from typing import Any

from tpxl.books import Book
from tpxl.cli.arguments import add_deadline
from tpxl.cli.each_book import run_books
from tpxl.cli.goal_lines import goal_lines, screen_width
from tpxl.cli.progress import Progress
from tpxl.jobs.goals import goal_rows
from tpxl.layout import survey


def add(commands: Any) -> ArgumentParser:  # noqa: ANN401  # argparse keeps the type private
    """Describe the command."""
    parser: ArgumentParser = commands.add_parser(
        "goals",
        help="näytä alueiden tavoitteet riveinä",
        description="Näyttää alueiden tavoitteet lukujen 3, 4, 5, 8 ja 9 taulukoista riveinä.",
    )
    parser.add_argument("book", nargs="+", metavar="TYÖKIRJA")
    add_deadline(parser)
    parser.add_argument("--json", action="store_true", help="tulosta JSON-muodossa")
    return parser


def run(arguments: Namespace) -> int:
    """Show the goals of every book named; return the exit status."""

    def job(book: Book, progress: Progress) -> list[dict[str, Any]]:
        return list(goal_rows(survey(book, progress, arguments.lang)))

    def document(path: str, rows: list[dict[str, Any]]) -> dict[str, Any]:
        return {"book": path, "goals": rows}

    def tell(path: str, rows: list[dict[str, Any]]) -> None:
        print(path)
        for line in goal_lines(rows, arguments.lang, screen_width()):
            print(line)

    return run_books(arguments, job, document, tell)
