"""``tpxl templates``: the delivered templates and their guide into a folder, and what they give."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from tpxl.books import Book
from tpxl.cli import FAILED, add_deadline, add_hidden, tell
from tpxl.cli.output import Progress, outcome_of
from tpxl.deadline import renew
from tpxl.errors import TpxlError
from tpxl.jobs.export.preview import Asked, Preview, preview
from tpxl.jobs.export.template.check import FOLDER, templates_line
from tpxl.jobs.export.template.originals import Brought, bring
from tpxl.messages import catalogue


def add(commands: Any) -> ArgumentParser:  # noqa: ANN401  # argparse keeps the type private
    """Describe the command."""
    parser: ArgumentParser = commands.add_parser(
        "templates",
        help="tuo viennin alkuperäiset pohjat ja niiden ohje kansioon",
        description=(
            "Tuo kansioon viennin alkuperäiset pohjat (Excel, Word) ja niiden ohjeen. Kansiossa jo "
            "olevia tiedostoja ei muuteta. Työkirjan vieressä kansion nimi on templates."
        ),
    )
    parser.add_argument(
        "--to",
        type=Path,
        metavar="KANSIO",
        help="pohjien kansio (oletus templates, esikatsellessa työkirjan vieressä)",
    )
    parser.add_argument(
        "--preview",
        metavar="TYÖKIRJA",
        help="vie kansion pohjilla yksi vastuualue kaikissa muodoissa sen kansioon esikatselu",
    )
    parser.add_argument(
        "--area",
        metavar="NIMI",
        help="esikatseltava vastuualue (oletus työkirjan ensimmäinen)",
    )
    add_hidden(parser)
    add_deadline(parser)
    return parser


def run(arguments: Namespace) -> int:
    """Bring what is not there yet, and show what it gives where a book is named.

    Returns the exit status: 2 where the book could not be done or a file of it is missing, else 0.

    Raises:
        TpxlError: `export_not_written`, the folder or a file cannot be written; `templates_words`,
            an area is named and no book.
    """
    if arguments.preview is not None:
        return _shown(arguments.preview, arguments)
    if arguments.area or arguments.hidden:
        raise TpxlError("templates_words")
    _tell_brought(bring(arguments.to or Path(FOLDER)), arguments.lang)
    return 0


def _shown(path: str, arguments: Namespace) -> int:
    """Bring the originals and export an area with the templates there; return the exit status."""
    folder = arguments.to or Path(path).parent / FOLDER
    asked = Asked(folder, area=arguments.area, lang=arguments.lang, with_hidden=arguments.hidden)
    brought: list[Brought] = []

    def job(book: Book, progress: Progress) -> Preview:
        def step(done: int, of: int, name: str) -> None:
            renew()  # a file takes its time, one that is stuck is stopped
            progress(done, of, name)

        brought.append(bring(folder))  # no folder beside a book that is none
        return preview(book, asked, step)

    shown = outcome_of(path, arguments, job)
    for one in brought:
        _tell_brought(one, arguments.lang)
    if isinstance(shown, TpxlError):
        tell(shown, arguments.lang)
        return FAILED
    result = shown.result
    for file in result.files:
        print(file)
    if said := templates_line(result.templates, arguments.lang):
        print(said)
    for error in (*result.failed, *result.doubts, *result.notes):
        tell(error, arguments.lang)
    return FAILED if result.failed else 0


def _tell_brought(brought: Brought, lang: str) -> None:
    """Print the files that came and those that were there, in the order of the folder's list."""
    kept = catalogue(lang).texts["templates_kept"]
    for path in brought.files:
        print(kept.format(path=path) if path in brought.kept else path)
