"""``tpxl send``: a form for each area, to be filled in and mailed back."""

import datetime as dt
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from tpxl.books.package import PackageBook
from tpxl.cli import add_deadline, refused
from tpxl.cli.output import Progress, outcome_of, print_notes, print_outcome
from tpxl.cli.screen import one_line
from tpxl.jobs.sending.report import send_lines
from tpxl.jobs.sending.send import SendWish, forms_ready, send
from tpxl.model.sending import SendResult


def add(commands: Any) -> ArgumentParser:  # noqa: ANN401  # argparse keeps the type private
    """Describe the command."""
    parser: ArgumentParser = commands.add_parser(
        "send",
        help="tee vastuualueille täytettävät lomakkeet",
        description=(
            "Tekee jokaiselle vastuualueelle pienen työkirjan, johon kirjoitetaan toteumat ja "
            "perustelut, ja lähetyslistan. Merkitsee ne työkirjan taulukkoon Lähetykset."
        ),
    )
    parser.add_argument("book", metavar="TYÖKIRJA")
    parser.add_argument(
        "--to", type=Path, required=True, metavar="KANSIO", help="minne lomakkeet tehdään"
    )
    parser.add_argument(
        "--area",
        action="append",
        default=[],
        metavar="NIMI",
        help="vain tämä vastuualue (nimi tai välilehden nimi); voi toistaa",
    )
    parser.add_argument(
        "--due", type=_day, metavar="PÄIVÄ", help="viimeinen palautuspäivä, esimerkiksi 12.2.2026"
    )
    parser.add_argument(
        "--last",
        type=Path,
        metavar="TIEDOSTO",
        help="viime vuoden työkirja, jonka toteumat näytetään vieressä",
    )
    parser.add_argument("--no-backup", action="store_true", help="älä jätä varmuuskopiota")
    add_deadline(parser)
    parser.add_argument("--json", action="store_true", help="tulosta JSON-muodossa")
    return parser


def _day(said: str) -> dt.date:
    for form in ("%d.%m.%Y", "%Y-%m-%d"):
        try:
            return dt.datetime.strptime(said, form).replace(tzinfo=dt.UTC).date()
        except ValueError:
            continue
    raise refused("{said} ei ole päivä, esimerkiksi 12.2.2026", said=said)


def run(arguments: Namespace) -> int:
    """Make the forms; return the exit status."""
    wish = SendWish(
        arguments.to, tuple(arguments.area), arguments.due, arguments.last, arguments.lang
    )
    made: list[SendResult] = []

    def job(book: PackageBook, progress: Progress) -> SendResult:
        made.append(send(book, wish, progress))
        return made[-1]

    def save(book: PackageBook) -> None:
        with forms_ready(made[-1], arguments.to):
            book.save(backup=not arguments.no_backup)
        print_notes(book.notes, arguments.lang)

    result = outcome_of(arguments.book, arguments, job, save)
    return print_outcome(
        arguments.book,
        result,
        arguments,
        lambda one: _document(arguments.book, one),
        lambda one: map(one_line, send_lines(one, arguments.to, arguments.lang)),
    )


def _document(book: str, result: SendResult) -> dict[str, Any]:
    return {
        "book": book,
        "forms": [form._asdict() for form in result.forms],
        "not_asked": list(result.not_asked),
        "mailing_list": result.mailing_list,
    }
