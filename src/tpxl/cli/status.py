"""``tpxl status``: where each area stands. Nothing is changed."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from typing import Any

from tpxl.books import Book
from tpxl.cli import add_deadline
from tpxl.cli.documents import completeness_document
from tpxl.cli.output import Progress, outcome_of, print_outcome
from tpxl.cli.screen import one_line
from tpxl.jobs.results import Share
from tpxl.jobs.versions.approvals import AreaStatus, BookStatus, status
from tpxl.jobs.versions.difference import FactChange
from tpxl.messages import Catalogue, catalogue
from tpxl.messages.changes import change_line, fact_name
from tpxl.model.facts import FactKind
from tpxl.terms.approvals import DRAFT


def add(commands: Any) -> ArgumentParser:  # noqa: ANN401  # argparse keeps the type private
    """Describe the command."""
    parser: ArgumentParser = commands.add_parser(
        "status",
        help="näytä alueiden tilanne",
        description=(
            "Kertoo jokaisesta alueesta, onko se luonnos, valmis, hyväksytty vai avattu "
            "uudelleen, mitä hyväksynnän jälkeen muuttui ja mitä puuttuu. Ei muuta mitään."
        ),
    )
    parser.add_argument("book", metavar="TYÖKIRJA")
    add_deadline(parser)
    parser.add_argument("--json", action="store_true", help="tulosta JSON-muodossa")
    return parser


def run(arguments: Namespace) -> int:
    """Tell where the areas stand; 1 where the chain is broken or an area was opened again."""

    def job(book: Book, progress: Progress) -> BookStatus:
        return status(book, progress)

    result = outcome_of(arguments.book, arguments, job)
    words = catalogue(arguments.lang)
    return print_outcome(
        arguments.book,
        result,
        arguments,
        lambda one: _document(arguments.book, one, words),
        lambda one: map(one_line, _lines(one, words)),
    )


def _lines(result: BookStatus, words: Catalogue) -> Iterator[str]:
    for one in result.areas:
        yield from area_lines(one, words)
    if result.broken_at is not None:
        yield words.texts["approval_broken"].format(row=result.broken_at)
    if result.is_shortened:
        yield words.texts["approval_shortened"]
    if any(one.granted != DRAFT for one in result.areas):
        yield words.texts["approval_note"]


def area_lines(one: AreaStatus, words: Catalogue) -> Iterator[str]:
    """Yield where an area stands, and what changed since somebody said so."""
    texts = words.texts
    told = [texts[f"status_{one.state}"]]
    if one.granted != DRAFT:
        told.append(f"{one.at} {one.by} {one.version}".rstrip())
    if one.completeness is not None:
        told += [
            f"{texts[f'completeness_{name}']} {share.done}/{share.of}"
            for name in ("filled", "checked", "explained")
            if (share := _share(one, name)).of
        ]
    if one.sent:
        code = "status_returned" if one.returned else "status_sent"
        told.append(texts[code].format(**{**one._asdict(), "due": one.due or "–"}))
    yield f"{one.area}: {'; '.join(told)}"
    for change in one.reopened_by:
        yield f"  {_change(change, words)}"


def _share(one: AreaStatus, name: str) -> Share:
    share: Share = getattr(one.completeness, name)
    return share


def _change(change: FactChange, words: Catalogue) -> str:
    if change.old is None and change.new is None:
        return words.texts["status_text_gone"]
    if change.old is None and change.key.kind in {FactKind.GOAL, FactKind.TEXT}:
        return words.texts["status_text_changed"].format(what=fact_name(change.key, words))
    return change_line(change.key, change.old, change.new, words)


def _document(book: str, result: BookStatus, words: Catalogue) -> dict[str, Any]:
    chain = "intact" if result.broken_at is None else f"broken at row {result.broken_at}"
    return {
        "book": book,
        "areas": [area_document(one, words) for one in result.areas],
        "chain": "shortened" if result.is_shortened and result.broken_at is None else chain,
    }


def area_document(one: AreaStatus, words: Catalogue) -> dict[str, Any]:
    """Return where an area stands as JSON data."""
    complete = None if one.completeness is None else completeness_document(one.completeness)
    parts = {name: complete and complete[name] for name in ("filled", "checked", "explained")}
    return {
        "area": one.area,
        "state": one.state,
        "granted": one.granted,
        "by": one.by or None,
        "at": one.at or None,
        "version": one.version or None,
        "hash": one.fingerprint,
        "reopened_by": [
            {
                "what": words.texts["status_text_gone"]
                if change.old is None and change.new is None
                else fact_name(change.key, words),
                "old": change.old,
                "new": change.new,
            }
            for change in one.reopened_by
        ],
        **parts,
        "sent": one.sent or None,
        "due": one.due or None,
        "returned": one.returned or None,
        "missing": one.missing or None,
    }
