"""``tpxl collect``: the answers of returned forms into the workbook."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from tpxl.books.package import PackageBook
from tpxl.cli import FAILED, add_deadline
from tpxl.cli.documents import edit_document, finding_document
from tpxl.cli.output import (
    Progress,
    edit_lines,
    finding_lines,
    keeping,
    outcome_of,
    print_outcome,
)
from tpxl.cli.screen import Line, one_line
from tpxl.errors import TpxlError
from tpxl.jobs.sending.collect import LEAVE, RULES, CollectWish, collect
from tpxl.jobs.sending.report import return_lines
from tpxl.model.sending import CollectResult


def add(commands: Any) -> ArgumentParser:  # noqa: ANN401  # argparse keeps the type private
    """Describe the command."""
    parser: ArgumentParser = commands.add_parser(
        "collect",
        help="kokoa palautetut lomakkeet työkirjaan",
        description=(
            "Vie palautettujen lomakkeiden vastaukset paikoilleen. Mitä ei voi ottaa varmasti, "
            "se luetellaan; tavoitteita ja lukuja ei muuteta."
        ),
    )
    parser.add_argument("book", metavar="TYÖKIRJA")
    parser.add_argument("file", nargs="+", type=Path, metavar="TIEDOSTO")
    parser.add_argument("--dry-run", action="store_true", help="näytä muutokset, älä kirjoita")
    parser.add_argument(
        "--conflict",
        choices=RULES,
        default=LEAVE,
        help="kun molemmat ovat muuttuneet: leave, ours (työkirja) tai theirs (palautus)",
    )
    parser.add_argument("--no-backup", action="store_true", help="älä jätä varmuuskopiota")
    add_deadline(parser)
    parser.add_argument("--json", action="store_true", help="tulosta JSON-muodossa")
    return parser


def run(arguments: Namespace) -> int:
    """Bring the answers in; return the exit status: 2 where no return could be taken."""
    wish = CollectWish(tuple(_files(arguments.file)), arguments.conflict, arguments.lang)

    def job(book: PackageBook, progress: Progress) -> CollectResult:
        return collect(book, wish, progress)

    result = outcome_of(arguments.book, arguments, job, keeping(arguments))
    status = print_outcome(
        arguments.book,
        result,
        arguments,
        lambda one: _document(arguments.book, one),
        lambda one: _lines(one, arguments.conflict, arguments.lang),
    )
    is_taken = isinstance(result, TpxlError) or any(
        one.state != "refused" for one in result.returns
    )
    return status if is_taken else FAILED


def _files(said: Iterable[Path]) -> Iterator[Path]:
    """Yield the files; a pattern is filled in here, for Windows' own command line does not."""
    for path in said:
        found = () if path.exists() else sorted(path.parent.glob(path.name))
        yield from found or (path,)


def _lines(result: CollectResult, rule: str, lang: str) -> Iterator[Line]:
    yield from map(one_line, return_lines(result, rule, lang))
    yield from edit_lines(result.edits, lang)
    yield from finding_lines(result.findings, lang)


def _document(book: str, result: CollectResult) -> dict[str, Any]:
    return {
        "book": book,
        "returns": [
            {
                "file": one.file,
                "area": one.area or None,
                "send": one.send or None,
                "by": one.by or None,
                "at": one.at or None,
                "state": one.state,
                "late": one.is_late,
                "taken": one.taken,
                "same": one.same,
                "unchanged": one.unchanged,
                "missing": one.missing,
                "error": one.error or None,
            }
            for one in result.returns
        ],
        "edits": [edit_document(edit) for edit in result.edits],
        "conflicts": [
            {
                "file": one.file,
                "key": one.key,
                "sheet": one.sheet,
                "cell": one.cell,
                "master": one.master,
                "returned": one.returned,
            }
            for one in result.conflicts
        ],
        "odd": [
            {"file": one.file, "kind": one.kind, "key": one.key, "row": one.row, "text": one.text}
            for one in result.odd
        ],
        "findings": [finding_document(finding) for finding in result.findings],
    }
