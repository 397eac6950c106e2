"""What the window's buttons do with a workbook that no Excel holds, and what they say."""

from pathlib import Path

from tpxl.books import open_book
from tpxl.excel import message_box
from tpxl.excel.kept import EXPORT_FOLDER
from tpxl.jobs.check.check import check as checked
from tpxl.jobs.export import job
from tpxl.jobs.export.template.check import FOLDER
from tpxl.jobs.refresh import refresh as refreshed
from tpxl.messages import catalogue


def check(book: Path, lang: str) -> str:
    """Return what is wrong in a workbook; nothing is changed."""
    with open_book(book) as opened:
        return message_box.checked(checked(opened, lang=lang), (), lang)


def refresh(book: Path, lang: str) -> str:
    """Compute what can be computed, keep the old version beside; return what was changed."""
    with open_book(book) as opened:
        result = refreshed(opened, lang=lang)
        kept = opened.save(backup=True)
    notes = [catalogue(lang).texts["excel_kept"].format(path=kept)] if kept else []
    return message_box.refreshed(result, notes, lang)


def export(book: Path, lang: str) -> str:
    """Write a clean file of each area into a folder beside the workbook; return where."""
    folder = book.parent / EXPORT_FOLDER
    with open_book(book) as opened:
        wish = job.ExportWish(
            folder, formats=job.FORMATS, lang=lang, templates=book.parent / FOLDER
        )
        return message_box.exported(job.export(opened, wish), folder, lang)
