"""``tpxl export``: the clean sheet of each area into a folder."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any


def add(commands: Any) -> ArgumentParser:  # noqa: ANN401  # argparse keeps the type private
    """Describe the command."""
    parser: ArgumentParser = commands.add_parser(
        "export",
        help="vie vastuualueiden puhtaat taulukot kansioon",
        description=(
            "Vie jokaisesta vastuualueesta puhtaan taulukon (Excel), asiakirjan (Word) tai PDF:n. "
            "Ulkoasu on pohjissa: kansio templates työkirjan vieressä, muuten tpxl:n omat."
        ),
    )
    parser.add_argument("book", metavar="TYÖKIRJA")
    parser.add_argument("--to", type=Path, required=True, metavar="KANSIO", help="minne viedään")
    parser.add_argument(
        "--area",
        action="append",
        default=[],
        metavar="NIMI",
        help="vain tämä vastuualue (nimi tai taulukon nimi); voi toistaa",
    )
    parser.add_argument(
        "--format",
        action="append",
        choices=("xlsx", "pdf", "docx"),
        help="tiedostomuoto, oletus xlsx; voi toistaa",
    )
    parser.add_argument(
        "--combined", action="store_true", help="lisäksi yksi tiedosto kaikista alueista"
    )
    parser.add_argument(
        "--strict", action="store_true", help="älä vie aluetta, jolla on avoimia virheitä"
    )
    return parser


def run(arguments: Namespace) -> int:
    """Export the book's areas; return the exit status."""
    from tpxl.books import open_book  # noqa: PLC0415  # loaded when the command runs
    from tpxl.cli import FAILED  # noqa: PLC0415
    from tpxl.cli.progress import Progress  # noqa: PLC0415
    from tpxl.jobs.export.job import Wish, export  # noqa: PLC0415
    from tpxl.messages import sentence  # noqa: PLC0415

    path = Path(arguments.book)
    wish = Wish(
        folder=arguments.to,
        areas=tuple(arguments.area),
        formats=tuple(dict.fromkeys(arguments.format or ("xlsx",))),
        is_combined=arguments.combined,
        is_strict=arguments.strict,
        lang=arguments.lang,
        beside=path.parent,
    )
    with Progress(path.name) as progress, open_book(path) as book:
        result = export(book, wish, progress)
    for file in result.files:
        print(file)
    for error in (*result.refused, *result.failed, *result.doubts):
        print(f"tpxl: {sentence(error, arguments.lang)}", file=sys.stderr)
    return FAILED if result.failed else int(result.has_open_errors)
