"""The button that brings the figures of ledgers in."""

from tpxl.excel import message_box
from tpxl.excel.actions import chosen_files, is_agreed, notes_on, raise_trouble
from tpxl.excel.entry import ButtonCall, text
from tpxl.excel.kept import changing
from tpxl.jobs.ledger import job

_ROW_FILES = "*.csv;*.txt;*.xlsx;*.xlsm"


def import_ledger(press: ButtonCall) -> str:
    """Bring the figures of the chosen files in, once a person has seen them; return what is said.

    Raises:
        TpxlError: a file is no ledger, or the workbook cannot be read or written.
    """
    files = chosen_files(press, "excel_ledger_choose", _ROW_FILES)
    if not files:
        return text("excel_ledger_cancelled", press.lang)
    with changing(press) as live:
        plan = job.planned(live, job.Import(files), lang=press.lang, progress=press.progress)
        shown = message_box.ledger(plan, press.lang)
        if plan.is_blocked or not plan.edits:
            return shown
        ask = "\n\n".join([shown, text("excel_ledger_ask", press.lang)])
        if not is_agreed(press, ask):
            return text("excel_ledger_cancelled", press.lang)
        result = job.written(live, plan, press.lang)
        raise_trouble(live)
        edits = (*result.edits, *result.refreshed)
        return message_box.imported(result, notes_on(press, live, edits), press.lang)
