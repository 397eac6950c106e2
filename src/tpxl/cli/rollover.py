"""``tpxl rollover``: next year's book from this year's own."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from tpxl.books.package import PackageBook
from tpxl.cli import add_deadline
from tpxl.cli.documents import edit_document, finding_document
from tpxl.cli.output import Progress, print_notes, run_books
from tpxl.cli.screen import show
from tpxl.jobs.rollover.job import Rollover, RolloverWish, open_year
from tpxl.jobs.rollover.refusals import require_new_file
from tpxl.jobs.rollover.report import rollover_lines
from tpxl.messages import catalogue


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
    wish = RolloverWish(
        arguments.to, arguments.goals == "keep", arguments.formulas_checked, arguments.lang
    )
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
        for line in rollover_lines(result, arguments.lang):
            show(line)
        if not arguments.dry_run:
            print(texts["rollover_written"].format(out=arguments.out))

    return run_books(arguments, job, document, tell, None if arguments.dry_run else save)


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
