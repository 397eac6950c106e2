"""The button that brings the templates beside the workbook and shows what they give."""

from tpxl.books.excel import CopiedBook
from tpxl.books.excel.com_errors import translated
from tpxl.errors import TpxlError
from tpxl.excel import message_box
from tpxl.excel.entry import ButtonCall, text
from tpxl.jobs.export.preview import Asked, Preview, preview
from tpxl.jobs.export.template.check import FOLDER
from tpxl.jobs.export.template.originals import Brought, bring
from tpxl.messages import sentence


def bring_templates(press: ButtonCall) -> str:
    """Bring the originals that are lacking beside the workbook, and export the area in front.

    Where no sheet of an area is in front, it is the first. What is there stays as it is; where a
    template of staff's own is wrong, that is told in place of the preview.

    Raises:
        TpxlError: the workbook was never saved or is in the cloud, or the folder takes no file.
    """
    with CopiedBook(press.book) as live:
        if not live.is_saved:
            raise TpxlError("book_unsaved", book=live.name)
        beside = live.folder
        if beside is None:
            raise TpxlError("templates_in_cloud", book=live.name)
        brought = bring(beside / FOLDER)
        asked = Asked(brought.folder, front=_in_front(press), lang=press.lang)
        try:
            notes = _shown(preview(live, asked, press.progress), press.lang)
        except TpxlError as error:
            notes = [_not_shown(press.lang), sentence(error, press.lang)]
    return _told(brought, notes, press.lang)


def _in_front(press: ButtonCall) -> str:
    """Return the name of the sheet in front, a chart's too."""
    with translated("book_unreadable", book=press.book.name):
        return str(press.book.sheets.active.name)


def _shown(shown: Preview, lang: str) -> list[str]:
    """Return where the preview is, and what of it is missing or should be known."""
    count = len(shown.result.files)
    head = text("templates.preview", lang, area=shown.area, count=count, folder=shown.folder)
    return [head if count else _not_shown(lang), *message_box.export_notes(shown.result, lang)]


def _not_shown(lang: str) -> str:
    return text("templates.no_preview", lang)


def _told(brought: Brought, notes: list[str], lang: str) -> str:
    """Return what the box says: the folder, what came, what was kept, what became of the rest."""
    head = text("templates.in_folder", lang, folder=brought.folder)
    kept = [path for path in brought.files if path in brought.kept]
    lines = [
        text(code, lang, files=", ".join(path.name for path in paths))
        for code, paths in (("templates.came", brought.came), ("templates.kept", kept))
        if paths
    ]
    return message_box.listed(head, lines, notes, lang)
