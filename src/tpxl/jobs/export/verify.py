"""Read an export back: what was written holds every figure and goal of the areas it is of."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

from tpxl.books import open_book
from tpxl.books.report import is_report, open_report
from tpxl.errors import TpxlError
from tpxl.jobs.compare import ComparisonResult, area_names, compare
from tpxl.jobs.export.areas import areas_of, chosen, in_tables
from tpxl.jobs.export.job import HTML, ExportWish, Progress
from tpxl.jobs.results import ExportResult
from tpxl.layout import Survey, survey
from tpxl.messages import catalogue
from tpxl.model import Sheets
from tpxl.terms import fold


class Verified(NamedTuple):
    """Files that hold the exported areas together, and how they stand to the workbook.

    `outcome` is why they could not be read back, where they could not; None for pages (HTML), which
    nothing reads back.
    """

    files: tuple[Path, ...]
    outcome: ComparisonResult | TpxlError | None


def verify(
    book: Sheets, wish: ExportWish, result: ExportResult, progress: Progress | None = None
) -> Iterator[Verified]:
    """Yield how what was written stands to the workbook: of each format, single files and all.

    Raises:
        TpxlError: as `export`.
    """
    found = survey(book, lang=wish.lang, with_hidden=wish.with_hidden)
    known, hidden = areas_of(found, book.sheets), found.hidden
    every = chosen(book.name, known, wish.areas, hidden, in_tables(found))
    refused = {fold(str(error.facts["area"])) for error in result.refused}
    areas = [area.name for area in every if fold(area.name) not in refused]
    told = progress or _untold
    done = 0
    for files in _together(result.files, catalogue(wish.lang).texts["export.combined"]):
        try:
            is_read = files[0].suffix != f".{HTML}"
            outcome: ComparisonResult | TpxlError | None = (
                _compared(found, files, areas) if is_read else None
            )
        except TpxlError as error:
            outcome = error
        done += len(files)
        told(done, len(result.files), files[-1].name)
        yield Verified(files, outcome)


def _untold(done: int, of: int, name: str) -> None:
    """Tell nobody."""


def _together(files: Sequence[Path], title: str) -> Iterator[tuple[Path, ...]]:
    """Yield the files that hold all areas between them: one each, and the one of all."""
    for ending in dict.fromkeys(path.suffix for path in files):
        own = [path for path in files if path.suffix == ending]
        single = tuple(path for path in own if path.stem != title)
        yield from filter(None, (single, tuple(path for path in own if path.stem == title)))


def _compared(found: Survey, files: Sequence[Path], areas: Sequence[str]) -> ComparisonResult:
    names = area_names(found)
    with ExitStack() as opened:
        return compare(found, (_opened(path, names, opened) for path in files), areas=areas)


def _opened(path: Path, names: Sequence[str], opened: ExitStack) -> Sheets:
    if is_report(path):
        return opened.enter_context(open_report(path, names))
    return opened.enter_context(open_book(path))
