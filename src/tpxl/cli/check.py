"""``tpxl check``: what is wrong in a book, or in a published report. Nothing is changed."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any

from tpxl.books import Book, open_book
from tpxl.books.files.found import NamedBook
from tpxl.books.report import ReportBook, is_report, open_report
from tpxl.cli import add_deadline, add_hidden
from tpxl.cli.documents import report_document, result_document
from tpxl.cli.ledger import add_choices, choices_of
from tpxl.cli.listing import Choice, add_choice, choice_of, require_areas, result_lines
from tpxl.cli.many import add_many, run_many
from tpxl.cli.output import BookDone, Progress, book_done, glance_lines
from tpxl.cli.screen import PLAIN, Line, screen_width, show, wrapped
from tpxl.errors import TpxlError
from tpxl.jobs.check.check import check
from tpxl.jobs.check.listed import write_listed
from tpxl.jobs.check.marks import PDF, write_marked
from tpxl.jobs.check.report import ReportResult, UntiedTable, check_report, place_words
from tpxl.jobs.ledger.job import Import, tie_findings
from tpxl.jobs.results import CheckResult
from tpxl.messages import catalogue, phrased
from tpxl.model import Finding


def add(commands: Any) -> ArgumentParser:  # noqa: ANN401  # argparse keeps the type private
    """Describe the command."""
    parser: ArgumentParser = commands.add_parser(
        "check",
        help="tarkista työkirja tai raportti muuttamatta sitä",
        description="Tarkistaa luvut, tavoitteet ja taulukot, myös raportin (PDF, Word). "
        "Ei muuta mitään.",
    )
    parser.add_argument("book", nargs="+", metavar="TYÖKIRJA")
    parser.add_argument(
        "--schema", type=Path, metavar="TIEDOSTO", help="kaupungin oma tavoitteiden sääntötiedosto"
    )
    parser.add_argument(
        "--ledger",
        action="append",
        default=[],
        metavar="TIEDOSTO",
        help="vertaa luvut kirjanpidon tiedostoon; voi toistaa",
    )
    parser.add_argument(
        "--out",
        type=Path,
        metavar="TIEDOSTO",
        help=(
            "kirjoita havainnot tiedostoon (.xlsx, .html), raportista (PDF) merkitty kopio (.pdf)"
        ),
    )
    add_choice(parser)
    add_choices(parser)
    add_hidden(parser)
    add_deadline(parser)
    add_many(parser)
    parser.add_argument("--json", action="store_true", help="tulosta JSON-muodossa")
    return parser


def run(arguments: Namespace) -> int:
    """Check every book named; return the exit status."""
    return run_many(arguments, one)


def one(named: NamedBook, arguments: Namespace) -> BookDone:
    """Check a book and print what is wrong in it; return what became of it."""
    choice = choice_of(arguments)

    def job(book: Book | ReportBook, progress: Progress) -> CheckResult:
        if isinstance(book, ReportBook):
            result: CheckResult = _of_report(book, arguments, progress)
        else:
            result = _of_book(book, arguments, progress)
        require_areas(result, choice, book.name)
        if arguments.out is not None and not _is_marked(book, arguments.out):
            write_listed(result, arguments.out, arguments.lang)
        return result

    def document(path: str, result: CheckResult) -> dict[str, Any]:
        if isinstance(result, ReportResult):
            return report_document(path, result)
        return result_document(path, result)

    def told(path: str, result: CheckResult) -> None:
        print(path)
        lines = _lines(result, choice, arguments.lang)
        for line in chain(glance_lines(result, arguments.lang), lines):
            show(line)

    return book_done(named.path, arguments, job, document, told, opener=_opened)


def _of_book(book: Book, arguments: Namespace, progress: Progress) -> CheckResult:
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


def _is_marked(book: Book | ReportBook, out: Path) -> bool:
    """Tell whether a marked copy is asked for, which only a report can have.

    Raises:
        TpxlError: it is asked of a workbook.
    """
    if out.suffix.lower() != PDF:
        return False
    if not isinstance(book, ReportBook):
        raise TpxlError("marks_of_pdf_alone", book=book.name)
    return True


def _of_report(book: ReportBook, arguments: Namespace, progress: Progress) -> ReportResult:
    result = check_report(book, schema=arguments.schema, lang=arguments.lang, progress=progress)
    if arguments.out is not None and _is_marked(book, arguments.out):
        write_marked(book, result, arguments.out, arguments.lang)
    return result


def _opened(path: str) -> Any:  # noqa: ANN401  # a workbook or a report: a context manager either way
    return open_report(path) if is_report(path) else open_book(path)


def _lines(result: CheckResult, choice: Choice, lang: str) -> Iterator[Line]:
    if not isinstance(result, ReportResult):
        yield from result_lines(result, choice, lang)
        return
    texts = catalogue(lang).texts

    def where(finding: Finding) -> str:
        place = result.places.get((finding.sheet or "", finding.cell or ""))
        return finding.sheet or "" if place is None else place_words(place, lang)

    yield texts["report.tied"].format(done=result.tied.done, of=result.tied.of)
    yield from result_lines(result, choice, lang, where)
    if result.untied_tables:
        yield "\n" + texts["report.untied"].format(count=len(result.untied_tables))
    for table in result.untied_tables:
        start = ((f"  {_place(table, lang)} ", PLAIN),)
        text = _described(table, texts["report.untied_table"])
        yield from wrapped(text, screen_width(), start, 6)


def _place(table: UntiedTable, lang: str) -> str:
    return table.sheet if table.place is None else place_words(table.place, lang)


def _described(table: UntiedTable, text: str) -> str:
    return text.format(heading=table.heading, count=table.numbers)
