"""``tpxl demo``: the city's own 2025 figures, checked, refreshed and exported."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from tpxl.books import open_book
from tpxl.books.files.replacing import SourceFile
from tpxl.books.package.saving import save_to
from tpxl.cli import FAILED
from tpxl.cli.listing import Choice, link, result_lines
from tpxl.cli.output import edit_lines, glance_lines
from tpxl.cli.screen import BOLD, PLAIN, Line, show
from tpxl.errors import TpxlError
from tpxl.jobs.check.check import check
from tpxl.jobs.export.job import FORMATS, ExportWish, export
from tpxl.jobs.refresh import refresh
from tpxl.jobs.results import CheckResult, ExportResult, RefreshResult
from tpxl.messages import catalogue, sentence
from tpxl.model import Severity
from tpxl.shipped import master

DEFAULT_FOLDER = "tpxl-demo"
_FOLDER = "vienti"
_WRONG, _NO_OUTCOME = {Severity.ERROR, Severity.ROUNDING}, "goal_outcome_missing"
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
    _show([texts["demo_check"], *glance_lines(before, lang)])
    _show(result_lines(before, Choice(), lang))
    with open_book(path) as book:
        after = refresh(book, lang=lang)
        book.save()
    _show([f"\n{texts['demo_refresh']}", *glance_lines(after, lang, len(after.edits))])
    _show(edit_lines(after.edits, lang))
    exported = _exported(path, lang)
    for error in exported.failed:
        print(f"  {sentence(error, lang)}")
    _show(_closing(before, after, exported, path, texts))
    return FAILED if any(error.code != _NO_CONVERTER for error in exported.failed) else 0


def _show(lines: Iterable[Line]) -> None:
    for line in lines:
        show(line)


def _closing(
    before: CheckResult,
    after: RefreshResult,
    exported: ExportResult,
    path: Path,
    texts: Mapping[str, str],
) -> Iterator[Line]:
    """Yield what was exported, found, mended, what remains, and what to open."""
    found, remains = _counts(before), _counts(after)
    folder = path.parent / _FOLDER
    files = texts["demo_files"].format(count=len(exported.files), folder=folder)
    yield f"\n{texts['demo_export']}: {files}\n"
    yield ((texts["demo_found"].format(**found), BOLD),)
    yield texts["demo_mended"].format(count=len(after.edits))
    yield texts["demo_remains"].format(**remains)
    start, _, end = texts["demo_open"].partition("{path}")
    yield ((start, PLAIN), (str(path), link(path)), (end, PLAIN))


def _counts(result: CheckResult | RefreshResult) -> dict[str, int]:
    """Return how many figures are wrong and how many outcomes are missing."""
    wrong = [one for one in result.findings if one.severity in _WRONG]
    outcomes = sum(one.code == _NO_OUTCOME for one in wrong)
    return {"outcomes": outcomes, "figures": sum(one.found is not None for one in wrong)}


def _exported(path: Path, lang: str) -> ExportResult:
    """Write the clean files beside the book; return which, and what could not be written."""
    wish = ExportWish(path.parent / _FOLDER, formats=FORMATS, is_combined=True, lang=lang)
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
