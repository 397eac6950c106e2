"""What the buttons that refresh and check do, and what those of other modules share with them.

Each is a job on the live book, and its message.
"""

from collections.abc import Iterator

from tpxl.books.excel import CopiedBook, PreviewBook
from tpxl.books.excel.com_errors import translated
from tpxl.errors import TpxlError
from tpxl.excel import message_box
from tpxl.excel.entry import ButtonCall, text
from tpxl.excel.kept import changing, kept_line
from tpxl.jobs.check.check import record
from tpxl.jobs.refresh import refresh
from tpxl.model import Edit

CHECK_SHEET = "Tarkistus"


def refresh_active(press: ButtonCall) -> str:
    """Refresh the area of the active sheet; return what is said at the end.

    Raises:
        TpxlError: the active sheet is no area's, or the workbook cannot be read or written.
    """
    sheet = active_sheet(press)
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
    with CopiedBook(press.book) as live:
        result = refresh(PreviewBook(live), lang=press.lang, progress=press.progress)
    return message_box.refreshed(result, (), press.lang, is_preview=True)


def check(press: ButtonCall) -> str:
    """Check everything, list it on `Tarkistus` where there is one; return what is said.

    Raises:
        TpxlError: the workbook cannot be read.
    """
    with changing(press) as live:
        result = record(live, lang=press.lang, progress=press.progress)
        raise_trouble(live)
        notes = [text("excel_see_check", press.lang)] if CHECK_SHEET in live.sheets else []
    return message_box.checked(result, notes, press.lang)


def typed(press: ButtonCall, prompt: str, default: str = "") -> str | None:
    """Return what a person typed in Excel's own box; None where they let it be."""
    with translated("book_unreadable", book=press.book.name):
        said = press.book.app.api.InputBox(text(prompt, press.lang), "tpxl", default)
    return " ".join(said.split()) if isinstance(said, str) else None


def chosen_files(press: ButtonCall, asked: str, kinds: str) -> tuple[str, ...]:
    """Return the files that a person chose in Excel's own dialog; none where they let it be.

    `asked` is the code of its title.
    """
    title = text(asked, press.lang)
    with translated("book_unreadable", book=press.book.name):
        chosen = press.book.app.api.GetOpenFilename(
            f"{kinds},{kinds}",
            1,
            title,
            "",
            True,  # noqa: FBT003  # several may be chosen
        )
    return tuple(chosen) if isinstance(chosen, list | tuple) else ()


def _refresh(press: ButtonCall, areas: list[str] | None) -> str:
    with changing(press) as live:
        result = refresh(live, areas=areas, lang=press.lang, progress=press.progress)
        raise_trouble(live)
        return message_box.refreshed(result, notes_on(press, live, result.edits), press.lang)


def is_agreed(press: ButtonCall, asked: str) -> bool:
    """Tell whether a person says yes to what they are shown."""
    press.book.app.status_bar = False
    return bool(press.book.app.alert(asked, title="tpxl", buttons="ok_cancel") == "ok")


def raise_trouble(live: CopiedBook) -> None:
    """Raise why Excel stopped answering: a job takes it for one refusal among others."""
    if live.trouble is not None:
        raise live.trouble


def active_sheet(press: ButtonCall) -> str:
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


def notes_on(press: ButtonCall, live: CopiedBook, edits: tuple[Edit, ...]) -> Iterator[str]:
    """Keep the workbook as it was; yield what a person should know beyond the changes."""
    if not edits:
        return
    book = press.book
    touched = dict.fromkeys(edit.sheet for edit in edits)
    out_of_sight = live.hidden
    hidden = [name for name in touched if name in out_of_sight]
    if hidden:
        yield text("excel_hidden", press.lang, sheets=", ".join(hidden))
    if not live.calculates:
        yield text("excel_manual", press.lang)
    is_autosaved = bool(getattr(book.api, "AutoSaveOn", False))
    yield text("excel_autosaved" if is_autosaved else "excel_unsaved", press.lang)
    yield kept_line(live, press.lang)
