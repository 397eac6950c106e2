"""``tpxl summary``: every figure of one book or several, as one tidy table."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from tpxl.books import Book
from tpxl.cli import FAILED, add_deadline, add_hidden, tell
from tpxl.cli.output import Progress, outcome_of, print_notes
from tpxl.errors import TpxlError
from tpxl.jobs.export.areas import left_hidden
from tpxl.jobs.export.summary import SummaryRow, frame, require_suffix, summary_of, write_summary
from tpxl.layout import Survey, survey
from tpxl.messages import catalogue


def add(commands: Any) -> ArgumentParser:  # noqa: ANN401  # argparse keeps the type private
    """Describe the command."""
    parser: ArgumentParser = commands.add_parser(
        "summary",
        help="kokoa kaikki luvut yhteen taulukkoon",
        description=(
            "Kokoaa yhden tai usean työkirjan kaikki luvut yhteen taulukkoon: rivi lukua kohti. "
            "Tiedoston pääte valitsee muodon: .csv, .xlsx tai .parquet."
        ),
    )
    parser.add_argument("book", nargs="+", metavar="TYÖKIRJA")
    parser.add_argument("--out", type=Path, required=True, metavar="TIEDOSTO")
    add_hidden(parser)
    add_deadline(parser)
    return parser


def run(arguments: Namespace) -> int:
    """Gather the books' figures; return the exit status."""

    def job(book: Book, progress: Progress) -> tuple[Survey, tuple[SummaryRow, ...]]:
        found = survey(book, progress, with_hidden=arguments.hidden)
        return found, summary_of(book, found)

    require_suffix(arguments.out)
    gathered = []
    status = 0
    for path in arguments.book:
        outcome = outcome_of(path, arguments, job)
        if isinstance(outcome, TpxlError):
            tell(outcome, arguments.lang)
            status = FAILED
        else:
            found, rows = outcome
            print_notes(left_hidden(found.hidden), arguments.lang)
            gathered.append((path, rows))
    if gathered:
        table = frame(gathered)
        write_summary(table, arguments.out)
        text = catalogue(arguments.lang).texts["summary_written"]
        print(text.format(path=arguments.out, count=len(table)))
    return status
