"""The button that opens the next year."""

from pathlib import Path

from tpxl.books import open_book
from tpxl.books.excel import CopiedBook
from tpxl.errors import TpxlError
from tpxl.excel import message_box
from tpxl.excel.actions import is_agreed
from tpxl.excel.entry import ButtonCall, text
from tpxl.excel.kept import own_folder
from tpxl.jobs.rollover import job, refusals
from tpxl.jobs.rollover.job import Rollover
from tpxl.jobs.rollover.report import rollover_lines


def open_next_year(press: ButtonCall) -> str:
    """Write next year's workbook beside this one, once a person has seen it; return what is said.

    It is made of a copy as Excel now holds it: what is not yet saved moves along, and the open
    workbook is not touched.

    Raises:
        TpxlError: the year cannot be opened, or the new workbook not written.
    """
    with CopiedBook(press.book) as live:
        if not live.is_saved:
            raise TpxlError("book_unsaved", book=live.name)
        folder = live.folder or own_folder(live)
        copy = live.first_copy()
        with open_book(copy, live.name) as book:
            result = job.open_year(book, job.RolloverWish(lang=press.lang), press.progress)
            out = folder / next_name(live.name, result.from_year, result.to_year)
            refusals.require_new_file(copy, out)
            if not is_agreed(press, _year_asked(result, out, press.lang)):
                return text("excel_ledger_cancelled", press.lang)
            folder.mkdir(parents=True, exist_ok=True)
            book.save(out)
    return text("rollover_written", press.lang, out=out)


def _year_asked(result: Rollover, out: Path, lang: str) -> str:

    years = {"year": result.from_year, "to": result.to_year}
    head = text("rollover_would", lang, book=result.book, **years)
    ask = text("excel_year_ask", lang, out=out.name)
    return message_box.year_opened(head, rollover_lines(result, lang), ask, lang)


def next_name(name: str, year: int, to: int) -> str:
    """Return what next year's file is called: its year moved, else added.

    >>> next_name("tilinpaatos_2025.xlsm", 2025, 2026), next_name("master.xlsm", 2025, 2026)
    ('tilinpaatos_2026.xlsm', 'master_2026.xlsm')
    """
    path = Path(name)
    moved = path.stem.replace(str(year), str(to))
    return f"{path.stem}_{to}{path.suffix}" if moved == path.stem else f"{moved}{path.suffix}"
