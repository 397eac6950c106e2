"""The button that writes a clean file of each area."""

from tpxl.books.excel import CopiedBook
from tpxl.errors import TpxlError
from tpxl.excel import message_box
from tpxl.excel.entry import ButtonCall
from tpxl.excel.kept import EXPORT_FOLDER, own_folder
from tpxl.jobs.export import job
from tpxl.jobs.export.template.check import FOLDER


def export(press: ButtonCall) -> str:
    """Write a clean file of each area into a folder beside the workbook; return what is said.

    Of a workbook in the cloud they go into a folder of the user's own, which is told.

    Raises:
        TpxlError: the workbook was never saved, or a file cannot be written.
    """
    with CopiedBook(press.book) as live:
        if not live.is_saved:
            raise TpxlError("book_unsaved", book=live.name)
        beside = live.folder
        folder = own_folder(live) if beside is None else beside / EXPORT_FOLDER
        own = None if beside is None else beside / FOLDER
        wish = job.ExportWish(folder, formats=job.FORMATS, lang=press.lang, templates=own)
        result = job.export(live, wish, press.progress)
    return message_box.exported(result, wish.folder, press.lang)
