"""What a folder of templates gives: one area of a book in every format, within the folder."""

from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from tpxl.jobs.export.areas import areas_of
from tpxl.jobs.export.job import FORMATS, ExportWish, Progress, export
from tpxl.jobs.results import ExportResult
from tpxl.layout import survey
from tpxl.messages import catalogue
from tpxl.model import Sheets

_OTHER_AREAS = "left_hidden"
"""A note on sheets that one area's preview takes in no more than any other."""


class Asked(NamedTuple):
    """The folder of the templates, and the area to be shown by its name or its sheet's.

    Where none is named it is the one whose sheet is in `front`, else the book's first.
    """

    templates: Path
    area: str | None = None
    front: str | None = None
    lang: str = "fi"
    with_hidden: bool = False


class Preview(NamedTuple):
    """The folder of the preview, the area it shows, and what became of its files."""

    folder: Path
    area: str
    result: ExportResult


def preview(book: Sheets, asked: Asked, progress: Progress | None = None) -> Preview:
    """Write one area with the templates of a folder; a file of an earlier preview is replaced.

    Raises:
        TpxlError: the book holds no area, the one asked for is none of the book's, a template is
            wrong, or the folder cannot be made.
    """
    folder = asked.templates / catalogue(asked.lang).texts["export.preview"]
    area = asked.area or _area_shown(book, asked)
    wish = ExportWish(
        folder,
        areas=() if area is None else (area,),
        formats=FORMATS,
        lang=asked.lang,
        templates=asked.templates,
        with_hidden=asked.with_hidden,
    )
    result = export(book, wish, progress)
    notes = tuple(note for note in result.notes if note.code != _OTHER_AREAS)
    return Preview(folder, area or "", replace(result, notes=notes))


def _area_shown(book: Sheets, asked: Asked) -> str | None:
    """Return the name of the area in front, else of the first; None where the book has none."""
    areas = areas_of(survey(book, lang=asked.lang, with_hidden=asked.with_hidden), book.sheets)
    in_front = (area for area in areas if area.sheet == asked.front)
    shown = next(in_front, next(iter(areas), None))
    return None if shown is None else shown.name
