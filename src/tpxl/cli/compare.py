"""``tpxl compare``: what published reports print, held to the workbook. Nothing is changed."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from decimal import Decimal
from typing import Any

from tpxl.books import Book
from tpxl.books.report import open_report
from tpxl.cli import add_deadline
from tpxl.cli.documents import number, place_document
from tpxl.cli.output import Progress, outcome_of, print_outcome
from tpxl.jobs.check.report import place_words
from tpxl.jobs.compare import (
    GOAL,
    ComparedKey,
    ComparisonResult,
    Difference,
    Told,
    area_names,
    compare,
)
from tpxl.layout import survey
from tpxl.messages import Catalogue, catalogue, line_name, period_name
from tpxl.messages.sentences import printed


def add(commands: Any) -> ArgumentParser:  # noqa: ANN401  # argparse keeps the type private
    """Describe the command."""
    parser: ArgumentParser = commands.add_parser(
        "compare",
        help="vertaa raportteja työkirjaan",
        description="Vertaa raporttien (PDF, Word) jokaista lukua ja tavoitetta työkirjaan. "
        "Ei muuta mitään.",
    )
    parser.add_argument("book", metavar="TYÖKIRJA")
    parser.add_argument("report", nargs="+", metavar="RAPORTTI")
    add_deadline(parser)
    parser.add_argument("--json", action="store_true", help="tulosta JSON-muodossa")
    return parser


def run(arguments: Namespace) -> int:
    """Compare the reports named with the workbook; return the exit status."""

    def job(book: Book, progress: Progress) -> ComparisonResult:
        found = survey(book, progress, arguments.lang)
        with ExitStack() as opened:
            names = area_names(found)
            reports = [opened.enter_context(open_report(one, names)) for one in arguments.report]
            return compare(found, reports, progress)

    result = outcome_of(arguments.book, arguments, job)
    words = catalogue(arguments.lang)
    return print_outcome(
        arguments.book,
        result,
        arguments,
        lambda one: comparison_document(arguments.book, arguments.report, one),
        lambda one: comparison_lines(one, words),
    )


def comparison_document(
    book: str, reports: Sequence[str], result: ComparisonResult
) -> dict[str, Any]:
    """Return a comparison as JSON data."""
    return {
        "book": book,
        "reports": list(reports),
        "tied": result.tied,
        "total": result.total,
        "numbers": {"compared": result.numbers.done, "of": result.numbers.of},
        "differences": [_document(one) for one in result.differences],
        "missing": [_document(one) for one in result.missing],
        "unknown": [_document(one) for one in result.unknown],
    }


def _document(one: Difference) -> dict[str, Any]:
    return {
        "area": one.key.area or None,
        "line": one.key.line,
        "period": one.key.period,
        "book": value(one.book),
        "report": value(one.printed),
        "sheet": one.sheet,
        "cell": one.cell,
        "file": one.report,
        **place_document(one.place),
    }


def value(told: Told) -> int | float | str | None:
    """Return what is printed as JSON has it."""
    return number(told) if isinstance(told, Decimal) else told


def comparison_lines(result: ComparisonResult, words: Catalogue) -> Iterator[str]:
    """Yield how much is the same, then what differs or is missing, each with its place."""
    texts = words.texts
    yield texts["compare.tied"].format(tied=result.tied, total=result.total)
    if result.numbers.done < result.numbers.of:
        yield texts["compare.numbers"].format(done=result.numbers.done, of=result.numbers.of)
    for title, told in (
        ("compare.differences", result.differences),
        ("compare.missing", result.missing),
        ("compare.unknown", result.unknown),
    ):
        if told:
            yield "\n" + texts[title].format(count=len(told))
            yield from _told(told, words)


def _told(differences: Iterable[Difference], words: Catalogue) -> Iterator[str]:
    for one in differences:
        where = f"{one.sheet}!{one.cell}" if one.sheet else ""
        if one.place is not None:
            where = f"{one.report} {place_words(one.place, words.lang)}".strip()
        sides = [
            words.texts[f"compare.{side}"].format(value=shown(told, words))
            for side, told in (("book", one.book), ("report", one.printed))
            if told is not None
        ]
        yield f"  {where:<16} {named(one.key, words)}: {'; '.join(sides)}"


def named(key: ComparedKey, words: Catalogue) -> str:
    """Return what a figure or a goal is called: its area, its period, its line."""
    line = words.texts["compare.goal"] if key.line == GOAL else line_name(key.line, words)
    return ", ".join(filter(None, (key.area, period_name(key.period, words), line)))


def shown(told: Told, words: Catalogue) -> str:
    """Return what is printed: a number as the language writes it, a text in quotes."""
    return printed(told, words.decimal_mark) if isinstance(told, Decimal) else f'"{told}"'
