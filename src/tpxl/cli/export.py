"""``tpxl export``: the clean sheet of each area into a folder."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from tpxl.books import Book
from tpxl.books.files.found import NamedBook
from tpxl.cli import FAILED, add_deadline, add_hidden, refused, tell
from tpxl.cli.compare import comparison_lines
from tpxl.cli.many import add_many, run_many
from tpxl.cli.output import BookDone, Progress, not_done, outcome_of
from tpxl.cli.screen import one_line
from tpxl.deadline import renew
from tpxl.errors import TpxlError
from tpxl.jobs.export.job import FORMATS, ExportWish, export
from tpxl.jobs.export.template.check import FOLDER, templates_line
from tpxl.jobs.export.verify import Verified, verify
from tpxl.jobs.results import ExportResult
from tpxl.messages import catalogue

_SHOWN_FILES = 3
_FOLDER = "vienti"
"""Beside the workbook, as the button has it."""


def add(commands: Any) -> ArgumentParser:  # noqa: ANN401  # argparse keeps the type private
    """Describe the command."""
    parser: ArgumentParser = commands.add_parser(
        "export",
        help="vie vastuualueiden puhtaat taulukot kansioon",
        description=(
            "Vie jokaisesta vastuualueesta puhtaan taulukon (Excel), asiakirjan (Word), PDF:n tai "
            "verkkosivun. Ulkoasu on pohjissa: kansio templates työkirjan vieressä, muuten "
            "tpxl:n omat."
        ),
    )
    parser.add_argument("book", nargs="+", metavar="TYÖKIRJA")
    parser.add_argument(
        "--to",
        type=Path,
        metavar="KANSIO",
        help="minne viedään (oletus vienti työkirjan vieressä)",
    )
    parser.add_argument(
        "--area",
        action="append",
        default=[],
        metavar="NIMI",
        help="vain tämä vastuualue (nimi tai välilehden nimi); voi toistaa",
    )
    parser.add_argument(
        "--format",
        action="extend",
        type=_formats,
        metavar="MUOTO",
        help="xlsx (oletus), pdf, docx tai html; useita pilkulla: pdf,docx",
    )
    parser.add_argument(
        "--combined", action="store_true", help="lisäksi yksi tiedosto kaikista alueista"
    )
    parser.add_argument(
        "--strict", action="store_true", help="älä vie aluetta, jolla on avoimia virheitä"
    )
    parser.add_argument(
        "--approved", action="store_true", help="älä vie aluetta, jota ei ole hyväksytty"
    )
    parser.add_argument(
        "--verify",
        action="store_true",
        help="lue viedyt tiedostot takaisin ja vertaa ne työkirjaan",
    )
    add_hidden(parser)
    add_deadline(parser)
    add_many(parser)
    return parser


def _formats(said: str) -> list[str]:
    """Return the formats of a list with commas."""
    names = [name.strip().lower() for name in said.split(",") if name.strip()]
    for name in names or [said]:
        if name not in FORMATS:
            known = ", ".join(FORMATS)
            raise refused("{said} ei ole muoto, johon viedään ({known})", said=name, known=known)
    return names


def run(arguments: Namespace) -> int:
    """Export the areas of every book named; return the exit status."""
    return run_many(arguments, one)


def _folder(named: NamedBook, to: Path | None) -> Path:
    """Return where a book is exported: into a folder of its own, where it is one of several."""
    if to is None:
        return Path(named.path).parent / _FOLDER / Path(named.place).name
    return to / named.place


def one(named: NamedBook, arguments: Namespace) -> BookDone:
    """Export the areas of a book, one of several into a folder of its own."""
    path = Path(named.path)
    wish = ExportWish(
        folder=_folder(named, arguments.to),
        areas=tuple(arguments.area),
        formats=tuple(dict.fromkeys(arguments.format or ("xlsx",))),
        is_combined=arguments.combined,
        is_strict=arguments.strict,
        is_approved_only=arguments.approved,
        lang=arguments.lang,
        templates=path.parent / FOLDER,
        with_hidden=arguments.hidden,
    )

    verified: list[Verified] = []

    def job(book: Book, progress: Progress) -> ExportResult:
        def step(done: int, of: int, name: str) -> None:
            renew()  # a hundred areas take their time; one that is stuck is stopped
            progress(done, of, name)

        result = export(book, wish, step)
        if arguments.verify:
            verified.extend(verify(book, wish, result, step))
        return result

    result = outcome_of(named.path, arguments, job)
    if isinstance(result, TpxlError):
        return not_done(named.path, tell(result, arguments.lang))
    for file in result.files:
        print(file)
    if said := templates_line(result.templates, arguments.lang):
        print(said)
    lines = [
        tell(error, arguments.lang)
        for error in (*result.failed, *result.refused, *result.doubts, *result.notes)
    ]
    status = FAILED if result.failed else int(result.has_open_errors)
    status = max(status, *(_told(one, arguments.lang) for one in verified), 0)
    why = lines[0] if result.failed else None
    return BookDone(status, why, facts={"files": [str(file) for file in result.files]})


def _told(verified: Verified, lang: str) -> int:
    """Print what came of reading files back; return the exit status."""
    if isinstance(verified.outcome, TpxlError):
        tell(verified.outcome, lang)
        return FAILED
    words = catalogue(lang)
    names = ", ".join(one_line(path.name) for path in verified.files[:_SHOWN_FILES])
    more = ", …" if len(verified.files) > _SHOWN_FILES else ""
    told = "compare.read_back" if verified.outcome else "compare.not_read_back"
    print("\n" + words.texts[told].format(files=f"{names}{more}"))
    if verified.outcome is None:
        return 0
    for line in comparison_lines(verified.outcome, words):
        print(line)
    return int(verified.outcome.has_open_errors)
