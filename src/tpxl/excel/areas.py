"""The buttons that add, rename and remove an area."""

from collections.abc import Callable

from tpxl.books import open_book
from tpxl.books.package import PackageBook
from tpxl.excel.actions import active_sheet, is_agreed, notes_on, raise_trouble, typed
from tpxl.excel.entry import ButtonCall, text
from tpxl.excel.kept import changing
from tpxl.jobs.area import job
from tpxl.jobs.area.job import AreaCaller, AreaChange, follow
from tpxl.jobs.area.report import change_lines, head
from tpxl.layout import survey


def add_area(press: ButtonCall) -> str:
    """Add an area formed like the one in front, once a person has named it and seen the change.

    Raises:
        TpxlError: it cannot be added, or Excel does not let it.
    """
    name = typed(press, "excel_area_name")
    if not name:
        return text("excel_ledger_cancelled", press.lang)
    like, asked = active_sheet(press), AreaCaller(press.lang, press.progress)

    def plan(book: PackageBook) -> AreaChange:
        areas = {area.sheet for area in survey(book).areas}
        return job.add_area(book, name, like if like in areas else None, asked)

    return _restructured(press, plan)


def rename_area(press: ButtonCall) -> str:
    """Give the area in front another name, once a person has said which; return what is said.

    Raises:
        TpxlError: the sheet in front is no area's, or it cannot be renamed.
    """
    sheet, asked = active_sheet(press), AreaCaller(press.lang, press.progress)
    name = typed(press, "excel_area_new_name", sheet)
    if not name or name == sheet:
        return text("excel_ledger_cancelled", press.lang)
    return _restructured(press, lambda book: job.rename_area(book, sheet, name, asked))


def remove_area(press: ButtonCall) -> str:
    """Remove the area in front, once a person has seen what goes with it; return what is said.

    Raises:
        TpxlError: the sheet in front is no area's, or it cannot be removed.
    """
    sheet, asked = active_sheet(press), AreaCaller(press.lang, press.progress)
    return _restructured(press, lambda book: job.remove_area(book, sheet, asked))


def _restructured(press: ButtonCall, plan: Callable[[PackageBook], AreaChange]) -> str:
    """Show what becomes of a copy of the workbook, and let Excel do it to the open one.

    What is done is worked out on a copy as Excel now holds it: a refusal leaves all as it is.
    """
    with changing(press) as live:
        with open_book(live.first_copy(), live.name) as book:
            result = plan(book)
        shown = [" ".join(line.split()) for line in change_lines(result, press.lang)]
        told = [head(result, press.lang, is_done=False), *shown, text("excel_area_ask", press.lang)]
        if not is_agreed(press, "\n".join(told)):
            return text("excel_ledger_cancelled", press.lang)
        live.restructure(result.change, result.formulas)
        live.apply(result.edits)
        live.apply_page(result.page_edits)
        follow(live, result.told, AreaCaller(press.lang))
        raise_trouble(live)
        notes = notes_on(press, live, result.edits or result.formulas)
        return "\n".join([head(result, press.lang, is_done=True), *shown, *notes])
