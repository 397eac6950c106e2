"""``tpxl check``: what is wrong in a book. Nothing is changed."""

from argparse import ArgumentParser, Namespace
from dataclasses import replace
from pathlib import Path
from typing import Any

from tpxl.books import Book
from tpxl.cli import add_deadline, add_hidden
from tpxl.cli.documents import result_document
from tpxl.cli.ledger import add_choices, choices_of
from tpxl.cli.output import Progress, completeness_lines, finding_lines, run_books
from tpxl.jobs.check.check import check
from tpxl.jobs.ledger.job import Import, tie_findings
from tpxl.jobs.results import CheckResult
from tpxl.messages import glance, phrased


def add(commands: Any) -> ArgumentParser:  # noqa: ANN401  # argparse keeps the type private
    """Describe the command."""
    parser: ArgumentParser = commands.add_parser(
        "check",
        help="tarkista työkirja muuttamatta sitä",
        description="Tarkistaa luvut, tavoitteet ja taulukot. Ei muuta mitään.",
    )
    parser.add_argument("book", nargs="+", metavar="TYÖKIRJA")
    parser.add_argument(
        "--schema", type=Path, metavar="TIEDOSTO", help="kaupungin oma tavoitteiden skeema (JSON)"
    )
    parser.add_argument(
        "--ledger",
        action="append",
        default=[],
        metavar="TIEDOSTO",
        help="vertaa luvut kirjanpidon tiedostoon; voi toistaa",
    )
    add_choices(parser)
    add_hidden(parser)
    add_deadline(parser)
    parser.add_argument("--json", action="store_true", help="tulosta JSON-muodossa")
    return parser


def run(arguments: Namespace) -> int:
    """Check every book named; return the exit status."""

    def job(book: Book, progress: Progress) -> CheckResult:
        result = check(
            book,
            schema=arguments.schema,
            lang=arguments.lang,
            progress=progress,
            with_hidden=arguments.hidden,
        )
        if not arguments.ledger:
            return result
        wish = Import(tuple(arguments.ledger), arguments.map, choices=choices_of(arguments))
        tied = phrased(tie_findings(book, wish), arguments.lang)
        return replace(result, findings=(*result.findings, *tied))

    def tell(path: str, result: CheckResult) -> None:
        print(path)
        counts = (result.findings, result.figures, None, arguments.lang)
        print(glance(*counts, is_unfilled=result.is_unfilled))
        for line in finding_lines(result.findings, arguments.lang):
            print(line)
        for line in completeness_lines(result.completeness, arguments.lang):
            print(line)

    return run_books(arguments, job, result_document, tell)
