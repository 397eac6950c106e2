"""``tpxl area add|rename|remove``: an area's sheet and every place that names it, in one step."""

from argparse import ArgumentParser, Namespace
from dataclasses import replace
from typing import Any

from tpxl.books.package import PackageBook
from tpxl.cli import add_deadline
from tpxl.cli.documents import edit_document, finding_document
from tpxl.cli.output import Progress, edit_lines, finding_lines, keeping, run_books
from tpxl.cli.screen import show
from tpxl.errors import TpxlError
from tpxl.jobs.area.job import AreaCaller, AreaChange, add_area, remove_area, rename_area
from tpxl.jobs.area.report import change_lines, head

ACTIONS = ("add", "rename", "remove")
_MORE = ("board", "person", "address")


def add(commands: Any) -> ArgumentParser:  # noqa: ANN401  # argparse keeps the type private
    """Describe the command."""
    parser: ArgumentParser = commands.add_parser(
        "area",
        help="lisää, nimeä tai poista vastuualue",
        description=(
            "Lisää, nimeää tai poistaa vastuualueen: sen taulukon ja kaikki kohdat, jotka nimeävät "
            "sen. Uuden alueen luvut ja tekstit ovat tyhjiä."
        ),
    )
    parser.add_argument("action", metavar="TOIMI", choices=ACTIONS, help="add, rename tai remove")
    parser.add_argument("book", metavar="TYÖKIRJA")
    parser.add_argument("name", metavar="NIMI", help="lisättävän, nimettävän tai poistettavan nimi")
    parser.add_argument("new", metavar="UUSI", nargs="?", help="alueen uusi nimi (rename)")
    parser.add_argument(
        "--like", metavar="MALLI", help="minkä alueen kaltainen uusi on (oletus viimeinen)"
    )
    parser.add_argument("--board", metavar="TOIMIELIN", help="uuden alueen oma toimielin")
    parser.add_argument("--person", metavar="NIMI", help="uuden alueen vastuuhenkilö")
    parser.add_argument("--address", metavar="OSOITE", help="vastuuhenkilön sähköposti")
    parser.add_argument("--dry-run", action="store_true", help="näytä muutokset, älä kirjoita")
    parser.add_argument("--no-backup", action="store_true", help="älä jätä varmuuskopiota")
    add_deadline(parser)
    parser.add_argument("--json", action="store_true", help="tulosta JSON-muodossa")
    return parser


def run(arguments: Namespace) -> int:
    """Make the change; 1 when it brings an error, 2 when it cannot be made.

    Raises:
        TpxlError: a new name is missing, or there is one where none is asked for.
    """
    action, name, new = arguments.action, arguments.name, arguments.new
    more = {option: text for option in _MORE if (text := getattr(arguments, option))}
    if (action == "rename") != (new is not None) or (action != "add" and (arguments.like or more)):
        raise TpxlError("area_words")
    arguments.book = [arguments.book]

    def job(book: PackageBook, progress: Progress) -> AreaChange:
        asked = AreaCaller(arguments.lang, progress)
        if action == "add":
            return add_area(book, name, arguments.like, asked, more)
        if action == "rename":
            return rename_area(book, name, new, asked)
        return remove_area(book, name, asked)

    def document(book: str, result: Any) -> dict[str, Any]:  # noqa: ANN401  # an AreaChange
        return {"book": book, **_document(result)}

    def tell(path: str, result: AreaChange) -> None:
        print(head(replace(result, book=path), arguments.lang, is_done=not arguments.dry_run))
        for line in change_lines(result, arguments.lang):
            show(line)
        shown = (
            edit_lines((*result.edits, *result.formulas), arguments.lang)
            if arguments.dry_run
            else ()
        )
        for line in (*shown, *finding_lines(result.findings, arguments.lang)):
            show(line)

    return run_books(arguments, job, document, tell, keeping(arguments))


def _document(result: AreaChange) -> dict[str, Any]:
    return {
        "edits": [edit_document(one) for one in (*result.edits, *result.formulas)],
        "page_edits": [one._asdict() for one in result.page_edits],
        "rows": [
            {"sheet": sheet, **rows._asdict()} for sheet, groups in result.rows for rows in groups
        ],
        "sheets": list(result.sheets),
        "review": [one._asdict() for one in result.review],
        "findings": [finding_document(finding) for finding in result.findings],
    }
