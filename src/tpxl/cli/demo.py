"""``tpxl demo``: the city's own 2025 figures, checked, refreshed and exported."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from tpxl.books import open_book
from tpxl.books.files.replacing import SourceFile
from tpxl.books.package.saving import save_to
from tpxl.cli import FAILED
from tpxl.cli.output import edit_lines, finding_lines
from tpxl.errors import TpxlError
from tpxl.jobs.check.check import check
from tpxl.jobs.export.job import FORMATS, Wish, export
from tpxl.jobs.refresh import refresh
from tpxl.jobs.results import ExportResult
from tpxl.messages import catalogue, glance, sentence
from tpxl.shipped import master

DEFAULT_FOLDER = "tpxl-demo"
_NO_CONVERTER = "pdf_converter_missing"
"""Told, and no failure: PDF is an extra that a machine may lack."""


def add(commands: Any) -> ArgumentParser:  # noqa: ANN401  # argparse keeps the type private
    """Describe the command."""
    parser: ArgumentParser = commands.add_parser(
        "demo",
        help="esimerkki kaupungin vuoden 2025 luvuilla",
        description="Tarkistaa, laskee ja vie vuoden 2025 luvut esimerkkikansioon.",
    )
    parser.add_argument("folder", nargs="?", default=DEFAULT_FOLDER, metavar="KANSIO")
    return parser


def run(arguments: Namespace) -> int:
    """Check, refresh and export the master in a folder of its own; 0 when all was done.

    The open errors of the published figures are what the demo is there to show, so they do not
    count here.
    """
    lang = arguments.lang
    texts = catalogue(lang).texts
    path = _copy(Path(arguments.folder))
    with open_book(path) as book:
        before = check(book, lang=lang)
        print(texts["demo_check"])
        print(glance(before.findings, before.figures, None, lang))
        for line in finding_lines(before.findings, lang):
            print(line)
    with open_book(path) as book:
        after = refresh(book, lang=lang)
        book.save()
    print(f"\n{texts['demo_refresh']}")
    print(glance(after.findings, after.figures, len(after.edits), lang))
    for line in edit_lines(after.edits, lang):
        print(line)
    print(f"\n{texts['demo_export']}")
    exported = _exported(path, lang)
    for file in sorted(exported.files):
        print(f"  {file}")
    for error in exported.failed:
        print(f"  {sentence(error, lang)}")
    print(f"\n{texts['demo_book'].format(path=path)}")
    return FAILED if any(error.code != _NO_CONVERTER for error in exported.failed) else 0


def _exported(path: Path, lang: str) -> ExportResult:
    """Write the clean files beside the book; return which, and what could not be written."""
    wish = Wish(path.parent / "vienti", formats=FORMATS, is_combined=True, lang=lang)
    with open_book(path) as book:
        return export(book, wish)


def _copy(folder: Path) -> Path:
    """Return a fresh copy of the master in the folder; what stood there becomes a backup."""
    source = master()
    path = folder / source.name
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise TpxlError("folder_not_writable", folder=folder) from error
    a_new_file = SourceFile(path, b"", str(path))
    save_to(path, source.read_bytes(), like=a_new_file, backup=True)
    return path
