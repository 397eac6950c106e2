"""``tpxl rollover``: next year's book from this year's own."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tpxl.books.package import PackageBook
from tpxl.cli import add_deadline
from tpxl.cli.documents import edit_document, finding_document
from tpxl.cli.output import Progress, print_notes, run_books
from tpxl.jobs.rollover.job import Rollover, Wish, open_year
from tpxl.jobs.rollover.refusals import require_new_file
from tpxl.messages import catalogue
from tpxl.model import PeriodKind

_LONGEST_TEXT = 90


def add(commands: Any) -> ArgumentParser:  # noqa: ANN401  # argparse keeps the type private
    """Describe the command."""
    parser: ArgumentParser = commands.add_parser(
        "rollover",
        help="avaa uusi vuosi: seuraavan vuoden työkirja tästä",
        description=(
            "Tekee seuraavan vuoden työkirjan: kaudet ja luvut siirtyvät vuodella, uudet kaudet ja "
            "toteumat ovat tyhjiä, tavoitteet säilyvät. Vanhaan työkirjaan ei kosketa."
        ),
    )
    parser.add_argument("book", metavar="TYÖKIRJA")
    parser.add_argument("--out", type=Path, required=True, metavar="TIEDOSTO", help="uusi työkirja")
    parser.add_argument("--to", type=int, metavar="VUOSI", help="avattava vuosi (oletus seuraava)")
    parser.add_argument(
        "--goals", choices=("keep", "empty"), default="keep", help="säilytä tai tyhjennä tavoitteet"
    )
    parser.add_argument(
        "--formulas-checked",
        action="store_true",
        help="kaavat, jotka hakevat luvun muualta, on katsottu",
    )
    parser.add_argument("--dry-run", action="store_true", help="näytä muutokset, älä kirjoita")
    add_deadline(parser)
    parser.add_argument("--json", action="store_true", help="tulosta JSON-muodossa")
    return parser


def run(arguments: Namespace) -> int:
    """Open the year; 1 when an error is open in it, 2 when it cannot be opened."""
    require_new_file(Path(arguments.book), arguments.out)
    wish = Wish(arguments.to, arguments.goals == "keep", arguments.formulas_checked, arguments.lang)
    arguments.book = [arguments.book]

    def job(book: PackageBook, progress: Progress) -> Rollover:
        return open_year(book, wish, progress)

    def save(book: PackageBook) -> None:
        book.save(arguments.out)
        print_notes(book.notes, arguments.lang)

    def document(book: str, result: Any) -> dict[str, Any]:  # noqa: ANN401  # a Rollover
        return {"book": book, "out": str(arguments.out), **_document(result)}

    def tell(path: str, result: Rollover) -> None:
        texts = catalogue(arguments.lang).texts
        code = "rollover_would" if arguments.dry_run else "rollover_head"
        print(texts[code].format(book=path, year=result.from_year, to=result.to_year))
        for line in _lines(result, texts):
            print(line)
        if not arguments.dry_run:
            print(texts["rollover_written"].format(out=arguments.out))

    return run_books(arguments, job, document, tell, None if arguments.dry_run else save)


def _lines(result: Rollover, texts: Mapping[str, str]) -> Iterator[str]:
    why = [move.why for move in result.moves]
    moved = sum(one in {"moved", "residents_moved"} for one in why)
    emptied = sum(one in {"emptied", "outcome", "goal"} for one in why)
    others = len(why) - moved - emptied - why.count("base") + len(result.page_edits)
    yield texts["rollover_moved"].format(moved=moved, emptied=emptied, texts=others)
    yield texts["rollover_fell"].format(periods=", ".join(map(str, result.fell_out)))
    if result.bases_kept:
        yield texts["rollover_kept"].format(count=result.bases_kept)
    if result.bases_lost:
        yield texts["rollover_lost"].format(count=result.bases_lost)
    if result.awaited:
        periods = ", ".join(map(str, result.awaited))
        yield texts["rollover_residents"].format(periods=periods)
    if any(period.kind is PeriodKind.PLAN for period in result.fell_out):
        yield texts["rollover_plan"].format(year=result.to_year, to=result.to_year + 1)
    yield texts["rollover_journal"]
    if result.review:
        yield texts["rollover_review"].format(count=len(result.review))
    for one in result.review:
        place = f"{one.sheet}!{one.cell}" if one.cell else one.sheet
        text = " ".join(one.text.split())[:_LONGEST_TEXT]
        yield f"  {place:<16} {texts[f'review_{one.why}'].format(text=text)}"


def _document(result: Rollover) -> dict[str, Any]:
    return {
        "from": result.from_year,
        "to": result.to_year,
        "edits": [{**edit_document(one.edit), "why": one.why} for one in result.moves],
        "page_edits": [one._asdict() for one in result.page_edits],
        "fell_out": [str(period) for period in result.fell_out],
        "bases_kept": result.bases_kept,
        "bases_lost": result.bases_lost,
        "residents_awaited": [str(period) for period in result.awaited],
        "review": [one._asdict() for one in result.review],
        "findings": [finding_document(finding) for finding in result.findings],
    }
