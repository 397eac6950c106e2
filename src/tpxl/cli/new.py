"""``tpxl new``: a master for another city, empty or with what its last report tells."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tpxl.cli.documents import JSON_VERSION, json_text, place_document
from tpxl.cli.output import print_notes
from tpxl.cli.screen import one_line
from tpxl.jobs.check.report import place_words
from tpxl.jobs.new.from_report import FromReport
from tpxl.jobs.new.job import Made, NewBookWish, new
from tpxl.messages import Catalogue, catalogue, period_name, sentence


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
    parser.add_argument("--year", type=int, metavar="VUOSI", help="tilivuosi")
    parser.add_argument(
        "--areas",
        type=Path,
        metavar="TIEDOSTO",
        help="vastuualueiden nimet, yksi rivillä; otsikoiden alla muutkin tiedot",
    )
    parser.add_argument(
        "--from",
        dest="report",
        type=Path,
        metavar="RAPORTTI",
        help="viime vuoden raportti (PDF, Word), josta alueet, kaudet, luvut ja tavoitteet otetaan",
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
        NewBookWish(
            arguments.city,
            arguments.year,
            arguments.areas,
            arguments.focus,
            [one for one in arguments.periods.split(",") if one.strip()],
            arguments.book_lang,
            arguments.report,
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
    for line in _taken_lines(made, catalogue(arguments.lang)):
        print(one_line(line))
    return 0


def _taken_lines(made: Made, words: Catalogue) -> Iterator[str]:
    """Yield how much of a report was taken, and what was left of it."""
    told, texts = made.told, words.texts
    if told is None:
        return
    yield texts["new_taken"].format(done=told.taken.done, of=told.taken.of)
    for name in told.areas_left:
        yield texts["new_area_left"].format(area=name)
    if told.periods_left:
        left = ", ".join(period_name(one, words) for one in told.periods_left)
        yield texts["new_periods_left"].format(periods=left)
    for table in told.left:
        place = "" if table.place is None else place_words(table.place, words.lang)
        yield texts["new_table_left"].format(
            place=place, heading=table.heading, count=table.numbers
        )


def _taken(told: FromReport | None) -> dict[str, Any]:
    if told is None:
        return {}
    return {
        "taken": {"numbers": told.taken.done, "of": told.taken.of},
        "left": {
            "areas": list(told.areas_left),
            "periods": [str(one) for one in told.periods_left],
            "tables": [
                {"heading": one.heading, "numbers": one.numbers, **place_document(one.place)}
                for one in told.left
            ],
        },
    }


def _document(made: Made, lang: str) -> dict[str, Any]:
    return {
        "book": made.book,
        "schema": made.schema,
        "areas": list(made.areas),
        "focus": list(made.focus),
        "periods": list(made.periods),
        "notes": [sentence(note, lang) for note in made.notes],
        **_taken(made.told),
    }
