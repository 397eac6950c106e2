"""``tpxl summary``: the figures or goals of one book or several as a table, or as open data."""

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tpxl.books import Book
from tpxl.books.files.found import NamedBook
from tpxl.cli import Parser, add_deadline, add_hidden, tell
from tpxl.cli.many import add_many, run_many
from tpxl.cli.output import BookDone, Progress, not_done, outcome_of, print_notes
from tpxl.errors import TpxlError
from tpxl.jobs.export.areas import left_hidden
from tpxl.jobs.export.open_data import (
    LICENCES,
    BookData,
    book_data,
    figures_frame,
    goals_frame,
    worded,
    write_package,
)
from tpxl.jobs.export.summary import FOR_EXCEL, require_suffix, write_summary
from tpxl.layout import Survey, survey
from tpxl.messages import catalogue


def add(commands: Any) -> Parser:  # noqa: ANN401  # argparse keeps the type private
    """Describe the command."""
    parser: Parser = commands.add_parser(
        "summary",
        help="kokoa kaikki luvut yhteen taulukkoon",
        description=(
            "Kokoaa yhden tai usean työkirjan kaikki luvut yhteen taulukkoon: rivi lukua kohti. "
            "Tiedoston pääte valitsee muodon: .csv, .xlsx tai .parquet."
        ),
    )
    parser.add_argument("book", nargs="+", metavar="TYÖKIRJA")
    parser.add_argument("--out", type=Path, required=True, metavar="TIEDOSTO")
    parser.add_argument("--goals", action="store_true", help="tavoitteet lukujen sijasta")
    spoken = parser.said.of  # a group's arguments do not pass through the parser
    form = parser.add_mutually_exclusive_group()
    form.add_argument(
        "--excel",
        action="store_true",
        help=spoken(
            "suomalaiselle Excelille: puolipiste, desimaalipilkku, otsikot valitulla kielellä"
        ),
    )
    form.add_argument(
        "--package",
        action="store_true",
        help=spoken(
            "avoimen datan paketti (luvut, tavoitteet, datapackage.json) kansioon TIEDOSTO"
        ),
    )
    parser.add_argument(
        "--licence",
        choices=tuple(LICENCES),
        default=next(iter(LICENCES)),
        help="avoimen datan lisenssi (oletus %(default)s)",
    )
    add_hidden(parser)
    add_deadline(parser)
    add_many(parser)
    return parser


def run(arguments: Namespace) -> int:
    """Gather the books' figures or goals; return the exit status."""
    if not arguments.package:
        require_suffix(arguments.out)
    gathered: list[tuple[str, BookData]] = []

    def gather(named: NamedBook, done: BookDone) -> None:
        if done.data is not None:
            gathered.append((named.path, done.data))

    def write() -> None:
        if gathered:
            print(_write(gathered, arguments))

    return run_many(arguments, one, gather, write)


def one(named: NamedBook, arguments: Namespace) -> BookDone:
    """Read a book's figures and goals; return them in what became of it."""

    def job(book: Book, progress: Progress) -> tuple[Survey, BookData]:
        found = survey(book, progress, with_hidden=arguments.hidden)
        return found, book_data(book, found)

    outcome = outcome_of(named.path, arguments, job)
    if isinstance(outcome, TpxlError):
        return not_done(named.path, tell(outcome, arguments.lang))
    found, data = outcome
    print_notes(left_hidden(found.hidden), arguments.lang)
    return BookDone(0, facts={"figures": len(data.figures), "goals": len(data.goals)}, data=data)


def _write(books: Sequence[tuple[str, BookData]], arguments: Namespace) -> str:
    """Write what is asked for; return the line that says what was written."""
    texts, path = catalogue(arguments.lang).texts, arguments.out
    figures = sum(len(data.figures) for _, data in books)
    goals = sum(len(data.goals) for _, data in books)
    if arguments.package:
        write_package(books, path, arguments.licence, arguments.lang)
        return texts["summary_package_written"].format(path=path, count=figures, goals=goals)
    table = goals_frame(books) if arguments.goals else figures_frame(books)
    if arguments.excel:
        write_summary(worded(table, arguments.lang), path, FOR_EXCEL)
    else:
        write_summary(table, path)
    code, count = (
        ("summary_goals_written", goals) if arguments.goals else ("summary_written", figures)
    )
    return texts[code].format(path=path, count=count)
