"""``tpxl templates``: the delivered templates and their guide into a folder, over nothing."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from tpxl import shipped
from tpxl.jobs.export.files import make_folder, write_whole
from tpxl.jobs.export.template.check import DOCUMENT, FOLDER, SHEET
from tpxl.messages import catalogue

GUIDE = "OHJE.md"


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
    parser.add_argument("--to", type=Path, default=Path(FOLDER), metavar="KANSIO")
    return parser


def run(arguments: Namespace) -> int:
    """Copy what is not there yet; return 0.

    Raises:
        TpxlError: `export_not_written`, the folder or a file cannot be written.
    """
    texts = catalogue(arguments.lang).texts
    make_folder(arguments.to)
    for name in (DOCUMENT, SHEET, GUIDE):
        path = arguments.to / name
        if path.exists():
            print(texts["templates_kept"].format(path=path))
        else:
            write_whole(path, shipped.template(name).read_bytes())
            print(path)
    return 0
