"""What each button does, once the workbook is found: a job on the live book, and its message."""

from collections.abc import Iterator
from pathlib import Path

from tpxl.books.excel import LiveBook, PreviewBook
from tpxl.books.excel.com_errors import translated
from tpxl.errors import TpxlError
from tpxl.excel import message_box
from tpxl.excel.entry import ButtonCall, text
from tpxl.jobs.check.check import record
from tpxl.jobs.refresh import refresh
from tpxl.model import Edit

EXPORT_FOLDER = "vienti"
"""Where the clean files go, beside the workbook."""

CHECK_SHEET = "Tarkistus"


def refresh_active(press: ButtonCall) -> str:
    """Refresh the area of the active sheet; return what is said at the end.

    Raises:
        TpxlError: the active sheet is no area's, or the workbook cannot be read or written.
    """
    sheet = _active_sheet(press)
    try:
        return _refresh(press, [sheet])
    except TpxlError as error:
        if error.code == "area_unknown":
            raise TpxlError("not_an_area_sheet", sheet=sheet) from error
        raise


def refresh_all(press: ButtonCall) -> str:
    """Refresh every area; return what is said at the end.

    Raises:
        TpxlError: the workbook cannot be read or written.
    """
    return _refresh(press, None)


def preview(press: ButtonCall) -> str:
    """Return what a refresh of every area would change; nothing is changed.

    Raises:
        TpxlError: the workbook cannot be read.
    """
    with LiveBook(press.book) as live:
        result = refresh(PreviewBook(live), lang=press.lang, progress=press.progress)
    return message_box.refreshed(result, (), press.lang, is_preview=True)


def check(press: ButtonCall) -> str:
    """Check everything, list it on `Tarkistus` where there is one; return what is said.

    Raises:
        TpxlError: the workbook cannot be read.
    """
    with LiveBook(press.book) as live:
        result = record(live, lang=press.lang, progress=press.progress)
        _raise(live.trouble)
        notes = [text("excel_see_check", press.lang)] if CHECK_SHEET in live.sheets else []
    return message_box.checked(result, notes, press.lang)


def export(press: ButtonCall) -> str:
    """Write a clean file of each area into a folder beside the workbook; return what is said.

    Of a workbook in the cloud they go into a folder of the user's own, which is told.

    Raises:
        TpxlError: the workbook was never saved, or a file cannot be written.
    """
    from tpxl.jobs.export import job  # noqa: PLC0415  # its libraries are no other button's

    with LiveBook(press.book) as live:
        if not live.is_saved:
            raise TpxlError("book_unsaved", book=live.name)
        beside = live.folder
        folder = own_folder(live.name) if beside is None else beside / EXPORT_FOLDER
        wish = job.Wish(folder, formats=job.FORMATS, lang=press.lang, beside=beside)
        result = job.export(live, wish, press.progress)
    return message_box.exported(result, wish.folder, press.lang)


def _refresh(press: ButtonCall, areas: list[str] | None) -> str:
    with LiveBook(press.book) as live:
        result = refresh(live, areas=areas, lang=press.lang, progress=press.progress)
        _raise(live.trouble)
        return message_box.refreshed(result, _notes(press, result.edits), press.lang)


def _raise(trouble: TpxlError | None) -> None:
    """Raise why Excel stopped answering: a job takes it for one refusal among others."""
    if trouble is not None:
        raise trouble


def _active_sheet(press: ButtonCall) -> str:
    """Return the name of the active worksheet.

    Raises:
        TpxlError: a chart or macro sheet is in front.
    """
    book = press.book
    with translated("book_unreadable", book=book.name):
        name = book.sheets.active.name
        if name not in [sheet.name for sheet in book.sheets]:
            raise TpxlError("not_a_worksheet", book=book.name)
        return name


def _notes(press: ButtonCall, edits: tuple[Edit, ...]) -> Iterator[str]:
    """Yield what a person should know about the changes beyond the changes."""
    if not edits:
        return
    book = press.book
    touched = dict.fromkeys(edit.sheet for edit in edits)
    out_of_sight = LiveBook(book).hidden
    hidden = [name for name in touched if name in out_of_sight]
    if hidden:
        yield text("excel_hidden", press.lang, sheets=", ".join(hidden))
    if book.app.calculation == "manual":
        yield text("excel_manual", press.lang)
    is_autosaved = bool(getattr(book.api, "AutoSaveOn", False))
    yield text("excel_autosaved" if is_autosaved else "excel_unsaved", press.lang)


def own_folder(book: str) -> Path:
    """Return the folder of this user's own that takes what a workbook in the cloud exports."""
    documents = Path.home() / "Documents"
    home = documents if documents.is_dir() else Path.home()
    return home / f"tpxl-{EXPORT_FOLDER}" / Path(book).stem
