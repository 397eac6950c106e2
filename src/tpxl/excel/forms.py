"""The buttons that send forms to the areas and bring the answers back."""

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

from tpxl.books.excel import PreviewBook
from tpxl.errors import TpxlError
from tpxl.excel import message_box
from tpxl.excel.actions import chosen_files, raise_trouble, typed
from tpxl.excel.entry import ButtonCall, text
from tpxl.excel.kept import changing, kept_line, own_folder
from tpxl.jobs.sending import collect as collecting
from tpxl.jobs.sending import send as sending
from tpxl.jobs.sending.report import return_lines, send_lines

FORMS_FOLDER = "lomakkeet"
"""Where the forms go, beside the workbook."""

_FORM_FILES = "*.xlsx;*.xlsm"
_DAY = "%d.%m.%Y"


def send_forms(press: ButtonCall) -> str:
    """Make a form of each area into a folder beside the workbook; return what is said.

    Raises:
        TpxlError: the workbook was never saved, the day is none, or a form cannot be made.
    """
    said = typed(press, "excel_send_due")
    if said is None:
        return text("excel_ledger_cancelled", press.lang)
    due = _day(said)
    with changing(press) as live:
        if not live.is_saved:
            raise TpxlError("book_unsaved", book=live.name)
        beside = live.folder
        folder = own_folder(live, FORMS_FOLDER) if beside is None else beside / FORMS_FOLDER
        wish = sending.SendWish(folder, due=due, lang=press.lang)
        result = sending.send(live, wish, press.progress)
        raise_trouble(live)
        sending.write_forms(result, folder)  # within: where one cannot be made, none is told of
    lines = [*send_lines(result, Path(), press.lang)]
    head = text("excel_sent", press.lang, count=len(result.forms), folder=folder)
    return message_box.listed(head, lines, [text("excel_sent_save", press.lang)], press.lang)


def collect_returns(press: ButtonCall) -> str:
    """Bring the answers of the chosen forms in, once a person has seen them; return what is said.

    Raises:
        TpxlError: no form was ever sent from the workbook, or it cannot be read or written.
    """
    files = tuple(map(Path, chosen_files(press, "excel_collect_choose", _FORM_FILES)))
    if not files:
        return text("excel_ledger_cancelled", press.lang)
    with changing(press) as live:
        wish = collecting.CollectWish(files, lang=press.lang)
        plan = collecting.collect(PreviewBook(live), wish, press.progress)
        shown = [*return_lines(plan, wish.conflict, press.lang)]
        if not plan.edits and not plan.conflicts:
            return message_box.listed(_would(plan.edits, press), shown, (), press.lang)
        rule = _rule_asked(press, plan.edits, shown, has_conflicts=bool(plan.conflicts))
        if rule is None:
            return text("excel_ledger_cancelled", press.lang)
        result = collecting.collect(live, wish._replace(conflict=rule), press.progress)
        raise_trouble(live)
        notes = [text("excel_unsaved", press.lang)]
        notes += [kept_line(live, press.lang)] if result.edits else []
    told = [*return_lines(result, rule, press.lang)]
    head = text("excel_collected", press.lang, count=len(result.edits))
    return message_box.listed(head, told, notes, press.lang)


def _rule_asked(
    press: ButtonCall, edits: Iterable[object], shown: list[str], *, has_conflicts: bool
) -> str | None:
    """Return what a person wants done with conflicts; None where nothing is to be written."""
    ask = text("excel_collect_conflicts" if has_conflicts else "excel_collect_ask", press.lang)
    told = message_box.listed(_would(edits, press), shown, [ask], press.lang)
    buttons = "yes_no_cancel" if has_conflicts else "ok_cancel"
    press.book.app.status_bar = False
    answer = press.book.app.alert(told, title="tpxl", buttons=buttons)
    rules = {"yes": collecting.THEIRS, "no": collecting.LEAVE, "ok": collecting.LEAVE}
    return rules.get(answer or "")


def _would(edits: Iterable[object], press: ButtonCall) -> str:
    return text("excel_would_collect", press.lang, count=sum(1 for _ in edits))


def _day(said: str) -> dt.date | None:
    if not said:
        return None
    try:
        return dt.datetime.strptime(said, _DAY).replace(tzinfo=dt.UTC).date()
    except ValueError as error:
        raise TpxlError("send_no_day", said=said) from error
