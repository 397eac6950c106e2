"""``tpxl area add|rename|remove``: an area's sheet and every place that names it, in one step."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping
from typing import Any

from tpxl.books.package import PackageBook
from tpxl.cli import add_deadline
from tpxl.cli.documents import edit_document, finding_document
from tpxl.cli.output import Progress, edit_lines, finding_lines, print_notes, run_books
from tpxl.jobs.area.job import AreaChange, Asked, add_area, remove_area, rename_area
from tpxl.messages import catalogue

_LONGEST_TEXT = 90


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
    actions = parser.add_subparsers(dest="action", required=True, metavar="TOIMI")
    new = actions.add_parser("add", help="lisää vastuualue")
    new.add_argument("book", metavar="TYÖKIRJA")
    new.add_argument("name", metavar="NIMI", help="uuden alueen nimi")
    new.add_argument("--like", metavar="ALUE", help="minkä alueen kaltainen (oletus viimeinen)")
    other = actions.add_parser("rename", help="anna vastuualueelle uusi nimi")
    other.add_argument("book", metavar="TYÖKIRJA")
    other.add_argument("old", metavar="VANHA", help="alueen nimi nyt")
    other.add_argument("name", metavar="UUSI", help="alueen uusi nimi")
    gone = actions.add_parser("remove", help="poista vastuualue")
    gone.add_argument("book", metavar="TYÖKIRJA")
    gone.add_argument("old", metavar="NIMI", help="poistettava alue")
    for one in (new, other, gone):
        one.add_argument("--dry-run", action="store_true", help="näytä muutokset, älä kirjoita")
        add_deadline(one)
        one.add_argument("--json", action="store_true", help="tulosta JSON-muodossa")
    return parser


def run(arguments: Namespace) -> int:
    """Make the change; 1 when it brings an error, 2 when it cannot be made."""
    arguments.book = [arguments.book]

    def job(book: PackageBook, progress: Progress) -> AreaChange:
        asked = Asked(arguments.lang, progress)
        if arguments.action == "add":
            return add_area(book, arguments.name, arguments.like, asked)
        if arguments.action == "rename":
            return rename_area(book, arguments.old, arguments.name, asked)
        return remove_area(book, arguments.old, asked)

    def save(book: PackageBook) -> None:
        book.save(backup=True)
        print_notes(book.notes, arguments.lang)

    def document(book: str, result: Any) -> dict[str, Any]:  # noqa: ANN401  # an AreaChange
        return {"book": book, **_document(result)}

    def tell(path: str, result: AreaChange) -> None:
        texts = catalogue(arguments.lang).texts
        moment = "would" if arguments.dry_run else "head"
        names = {"name": getattr(arguments, "name", ""), "old": getattr(arguments, "old", "")}
        print(texts[f"area_{moment}_{arguments.action}"].format(book=path, **names))
        for line in _lines(result, arguments.action, texts):
            print(line)
        for line in (*edit_lines(result.edits, arguments.lang), *_told(result, arguments.lang)):
            print(line)

    return run_books(arguments, job, document, tell, None if arguments.dry_run else save)


def _told(result: AreaChange, lang: str) -> Iterator[str]:
    yield from finding_lines(result.findings, lang)


def _lines(result: AreaChange, action: str, texts: Mapping[str, str]) -> Iterator[str]:
    code = "area_rows_removed" if action == "remove" else "area_rows_copied"
    for sheet, rows in result.rows:
        told = f"{rows.first}–{rows.last}" if rows.size > 1 else str(rows.first)
        yield texts[code].format(rows=told, sheet=sheet)
    if result.review:
        yield texts["area_review"].format(count=len(result.review))
    for one in result.review:
        text = " ".join(one.text.split())[:_LONGEST_TEXT]
        yield f"  {f'{one.sheet}!{one.cell}':<16} {texts[f'review_{one.why}'].format(text=text)}"


def _document(result: AreaChange) -> dict[str, Any]:
    return {
        "edits": [edit_document(one) for one in result.edits],
        "page_edits": [one._asdict() for one in result.page_edits],
        "rows": [{"sheet": sheet, **rows._asdict()} for sheet, rows in result.rows],
        "sheets": list(result.sheets),
        "review": [one._asdict() for one in result.review],
        "findings": [finding_document(finding) for finding in result.findings],
    }
