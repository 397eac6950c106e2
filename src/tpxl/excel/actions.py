"""What each button does, once the workbook is found: a job on the live book, and its message."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tpxl.books.excel import CopiedBook, PreviewBook
from tpxl.books.excel.com_errors import translated
from tpxl.errors import TpxlError
from tpxl.excel import message_box
from tpxl.excel.entry import ButtonCall, text
from tpxl.excel.kept import EXPORT_FOLDER, changing, kept_line, own_folder
from tpxl.jobs.check.check import record
from tpxl.jobs.refresh import refresh
from tpxl.layout import survey
from tpxl.model import Edit

if TYPE_CHECKING:
    from collections.abc import Callable

    from tpxl.books.package import PackageBook
    from tpxl.jobs.area.job import AreaChange
    from tpxl.jobs.rollover.job import Rollover

CHECK_SHEET = "Tarkistus"
_OK_CANCEL = {"title": "tpxl", "buttons": "ok_cancel"}


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


def export(press: ButtonCall) -> str:
    """Write a clean file of each area into a folder beside the workbook; return what is said.

    Of a workbook in the cloud they go into a folder of the user's own, which is told.

    Raises:
        TpxlError: the workbook was never saved, or a file cannot be written.
    """
    from tpxl.jobs.export import job  # noqa: PLC0415  # its libraries are no other button's
    from tpxl.jobs.export.template.check import FOLDER  # noqa: PLC0415  # nor are these

    with CopiedBook(press.book) as live:
        if not live.is_saved:
            raise TpxlError("book_unsaved", book=live.name)
        beside = live.folder
        folder = own_folder(live) if beside is None else beside / EXPORT_FOLDER
        own = None if beside is None else beside / FOLDER
        wish = job.ExportWish(folder, formats=job.FORMATS, lang=press.lang, templates=own)
        result = job.export(live, wish, press.progress)
    return message_box.exported(result, wish.folder, press.lang)


def import_ledger(press: ButtonCall) -> str:
    """Bring the figures of the chosen files in, once a person has seen them; return what is said.

    Raises:
        TpxlError: a file is no ledger, or the workbook cannot be read or written.
    """
    from tpxl.jobs.ledger import job  # noqa: PLC0415  # its rooms are no other button's

    files = chosen_files(press, "excel_ledger_choose", _ROW_FILES)
    if not files:
        return text("excel_ledger_cancelled", press.lang)
    with changing(press) as live:
        plan = job.planned(live, job.Import(files), lang=press.lang, progress=press.progress)
        shown = message_box.ledger(plan, press.lang)
        if plan.is_blocked or not plan.edits:
            return shown
        press.book.app.status_bar = False
        ask = "\n\n".join([shown, text("excel_ledger_ask", press.lang)])
        if press.book.app.alert(ask, **_OK_CANCEL) != "ok":
            return text("excel_ledger_cancelled", press.lang)
        result = job.written(live, plan, press.lang)
        raise_trouble(live)
        edits = (*result.edits, *result.refreshed)
        return message_box.imported(result, _notes(press, live, edits), press.lang)


def open_next_year(press: ButtonCall) -> str:
    """Write next year's workbook beside this one, once a person has seen it; return what is said.

    It is made of a copy as Excel now holds it: what is not yet saved moves along, and the open
    workbook is not touched.

    Raises:
        TpxlError: the year cannot be opened, or the new workbook not written.
    """
    from tpxl.books import open_book  # noqa: PLC0415  # a closed file's rooms
    from tpxl.jobs.rollover import job, refusals  # noqa: PLC0415  # they are no other button's

    with CopiedBook(press.book) as live:
        if not live.is_saved:
            raise TpxlError("book_unsaved", book=live.name)
        folder = live.folder or own_folder(live)
        copy = live.first_copy()
        with open_book(copy, live.name) as book:
            result = job.open_year(book, job.RolloverWish(lang=press.lang), press.progress)
            out = folder / next_name(live.name, result.from_year, result.to_year)
            refusals.require_new_file(copy, out)
            press.book.app.status_bar = False
            if press.book.app.alert(_year_asked(result, out, press.lang), **_OK_CANCEL) != "ok":
                return text("excel_ledger_cancelled", press.lang)
            folder.mkdir(parents=True, exist_ok=True)
            book.save(out)
    return text("rollover_written", press.lang, out=out)


def _year_asked(result: "Rollover", out: Path, lang: str) -> str:
    from tpxl.jobs.rollover.report import rollover_lines  # noqa: PLC0415  # no other button's

    years = {"year": result.from_year, "to": result.to_year}
    head = text("rollover_would", lang, book=result.book, **years)
    ask = text("excel_year_ask", lang, out=out.name)
    return message_box.year_opened(head, rollover_lines(result, lang), ask, lang)


def add_area(press: ButtonCall) -> str:
    """Add an area formed like the one in front, once a person has named it and seen the change.

    Raises:
        TpxlError: it cannot be added, or Excel does not let it.
    """
    from tpxl.jobs.area.job import AreaCaller, add_area  # noqa: PLC0415  # no other button's

    name = typed(press, "excel_area_name")
    if not name:
        return text("excel_ledger_cancelled", press.lang)
    like, asked = _active_sheet(press), AreaCaller(press.lang, press.progress)

    def plan(book: "PackageBook") -> "AreaChange":
        areas = {area.sheet for area in survey(book).areas}
        return add_area(book, name, like if like in areas else None, asked)

    return _restructured(press, plan)


def rename_area(press: ButtonCall) -> str:
    """Give the area in front another name, once a person has said which; return what is said.

    Raises:
        TpxlError: the sheet in front is no area's, or it cannot be renamed.
    """
    from tpxl.jobs.area.job import AreaCaller, rename_area  # noqa: PLC0415  # no other button's

    sheet, asked = _active_sheet(press), AreaCaller(press.lang, press.progress)
    name = typed(press, "excel_area_new_name", sheet)
    if not name or name == sheet:
        return text("excel_ledger_cancelled", press.lang)
    return _restructured(press, lambda book: rename_area(book, sheet, name, asked))


def remove_area(press: ButtonCall) -> str:
    """Remove the area in front, once a person has seen what goes with it; return what is said.

    Raises:
        TpxlError: the sheet in front is no area's, or it cannot be removed.
    """
    from tpxl.jobs.area.job import AreaCaller, remove_area  # noqa: PLC0415  # no other button's

    sheet, asked = _active_sheet(press), AreaCaller(press.lang, press.progress)
    return _restructured(press, lambda book: remove_area(book, sheet, asked))


def typed(press: ButtonCall, prompt: str, default: str = "") -> str | None:
    """Return what a person typed in Excel's own box; None where they let it be."""
    with translated("book_unreadable", book=press.book.name):
        said = press.book.app.api.InputBox(text(prompt, press.lang), "tpxl", default)
    return " ".join(said.split()) if isinstance(said, str) else None


def _restructured(press: ButtonCall, plan: "Callable[[PackageBook], AreaChange]") -> str:
    """Show what becomes of a copy of the workbook, and let Excel do it to the open one.

    What is done is worked out on a copy as Excel now holds it: a refusal leaves all as it is.
    """
    from tpxl.books import open_book  # noqa: PLC0415  # a closed file's rooms
    from tpxl.jobs.area.job import AreaCaller, follow  # noqa: PLC0415  # no other button's
    from tpxl.jobs.area.report import change_lines, head  # noqa: PLC0415  # no other button's

    with changing(press) as live:
        with open_book(live.first_copy(), live.name) as book:
            result = plan(book)
        press.book.app.status_bar = False
        shown = [" ".join(line.split()) for line in change_lines(result, press.lang)]
        told = [head(result, press.lang, is_done=False), *shown, text("excel_area_ask", press.lang)]
        if press.book.app.alert("\n".join(told), **_OK_CANCEL) != "ok":
            return text("excel_ledger_cancelled", press.lang)
        live.restructure(result.change, result.formulas)
        live.apply(result.edits)
        live.apply_page(result.page_edits)
        follow(live, result.told, AreaCaller(press.lang))
        raise_trouble(live)
        notes = _notes(press, live, result.edits or result.formulas)
        return "\n".join([head(result, press.lang, is_done=True), *shown, *notes])


def next_name(name: str, year: int, to: int) -> str:
    """Return what next year's file is called: its year moved, else added.

    >>> next_name("tilinpaatos_2025.xlsm", 2025, 2026), next_name("master.xlsm", 2025, 2026)
    ('tilinpaatos_2026.xlsm', 'master_2026.xlsm')
    """
    path = Path(name)
    moved = path.stem.replace(str(year), str(to))
    return f"{path.stem}_{to}{path.suffix}" if moved == path.stem else f"{moved}{path.suffix}"


_ROW_FILES = "*.csv;*.txt;*.xlsx;*.xlsm"


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
        return message_box.refreshed(result, _notes(press, live, result.edits), press.lang)


def raise_trouble(live: CopiedBook) -> None:
    """Raise why Excel stopped answering: a job takes it for one refusal among others."""
    if live.trouble is not None:
        raise live.trouble


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


def _notes(press: ButtonCall, live: CopiedBook, edits: tuple[Edit, ...]) -> Iterator[str]:
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
