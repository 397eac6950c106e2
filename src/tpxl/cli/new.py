"""``tpxl new``: an empty master for another city."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from tpxl.cli.documents import JSON_VERSION, json_text
from tpxl.cli.output import print_notes
from tpxl.jobs.new.job import Made, Wish, new
from tpxl.messages import catalogue, sentence


def add(commands: Any) -> ArgumentParser:  # noqa: ANN401  # argparse keeps the type private
    """Describe the command."""
    parser: ArgumentParser = commands.add_parser(
        "new",
        help="tee tyhjä työkirja toiselle kaupungille",
        description=(
            "Tekee tyhjän työkirjan kaupungin omilla vastuualueilla, painopisteillä ja kausilla. "
            "Olemassa olevaa tiedostoa ei korvata."
        ),
    )
    parser.add_argument("book", type=Path, metavar="TYÖKIRJA")
    parser.add_argument("--city", required=True, metavar="NIMI", help="kaupungin nimi")
    parser.add_argument("--year", type=int, required=True, metavar="VUOSI", help="tilivuosi")
    parser.add_argument(
        "--areas",
        type=Path,
        required=True,
        metavar="TIEDOSTO",
        help="vastuualueiden nimet, yksi rivillä; otsikoiden alla muutkin tiedot",
    )
    parser.add_argument(
        "--focus", type=Path, metavar="TIEDOSTO", help="painopisteiden nimet, yksi rivillä"
    )
    parser.add_argument(
        "--periods",
        default="",
        metavar="KAUDET",
        help="kaudet pilkuin eroteltuina, vanhin ensin (oletus kolme tilinpäätöstä ja kaksi "
        "talousarviota)",
    )
    parser.add_argument("--book-lang", choices=("fi", "sv"), default="fi", help="työkirjan kieli")
    parser.add_argument("--json", action="store_true", help="tulosta JSON-muodossa")
    return parser


def run(arguments: Namespace) -> int:
    """Write the book; 0, for nothing is wrong in an empty one."""
    made = new(
        arguments.book,
        Wish(
            arguments.city,
            arguments.year,
            arguments.areas,
            arguments.focus,
            [one for one in arguments.periods.split(",") if one.strip()],
            arguments.book_lang,
        ),
    )
    if arguments.json:
        print(json_text({"version": JSON_VERSION, **_document(made, arguments.lang)}))
        return 0
    print_notes(made.notes, arguments.lang)
    print(
        catalogue(arguments.lang)
        .texts["new_made"]
        .format(book=made.book, areas=len(made.areas), periods=", ".join(made.periods))
    )
    return 0


def _document(made: Made, lang: str) -> dict[str, Any]:
    return {
        "book": made.book,
        "schema": made.schema,
        "areas": list(made.areas),
        "focus": list(made.focus),
        "periods": list(made.periods),
        "notes": [sentence(note, lang) for note in made.notes],
    }
