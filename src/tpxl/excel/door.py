"""The door between Excel and tpxl: what goes wrong behind it comes out as one sentence.

Whatever a button does, the status bar is given back to Excel, an error leaves the workbook as it
was, and a person sees a message and never a traceback.
"""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from locale import getencoding
from pathlib import Path
from typing import TYPE_CHECKING

from tpxl import __version__
from tpxl.errors import TpxlError
from tpxl.excel.calling import calling_book, refuse_another, refuse_newer
from tpxl.log import log_error
from tpxl.messages import catalogue, sentence

if TYPE_CHECKING:
    import xlwings as xw

_TITLE = "tpxl"
_TOLD = "--told="


class Press:
    """One press of a button: its workbook, the language of what is said, how to tell progress."""

    def __init__(self, book: "xw.Book", lang: str) -> None:
        """Take the button's workbook and the language of what is said."""
        self.book = book
        self.lang = lang

    def progress(self, done: int, total: int, sheet: str) -> None:
        """Show in the status bar how far the reading has come."""
        shown = text("excel_progress", self.lang, done=done, total=total, sheet=sheet)
        self.book.app.status_bar = shown


def text(code: str, lang: str, **facts: object) -> str:
    """Return a text of the catalogue with its facts."""
    return catalogue(lang).texts[code].format_map(facts)


def press(button: str, action: Callable[[Press], str]) -> None:
    """Run the action of a button on the workbook it belongs to; show what the action says.

    Raises:
        SystemExit: something went wrong and there is no Excel to show it in.
    """
    lang = _language()
    book: xw.Book | None = None
    try:
        book = calling_book()
        book.app.status_bar = text("excel_started", lang)
        refuse_another(book)
        refuse_newer(book, __version__)
        message = action(Press(book, lang))
        if not _named_files():
            message += "\n\n" + text("excel_old_macros", lang)
        book.app.status_bar = False
        book.app.alert(message, title=_TITLE, mode="info")
    except Exception as error:  # noqa: BLE001  # the outermost door: nobody else would tell
        _tell(button, error, book, lang)
    finally:
        if book is not None:
            with suppress(Exception):
                book.app.status_bar = False


def _tell(button: str, error: Exception, book: "xw.Book | None", lang: str) -> None:
    """Say what went wrong in a message box; where there is no Excel to show one, to the macro."""
    log = log_error(button, error, book="" if book is None else _name(book))
    message = _sentence(error, lang)
    if log is not None:
        message += "\n\n" + text("excel_log", lang, path=log)
    if book is not None:
        try:
            book.app.status_bar = False
            book.app.alert(message, title=_TITLE, mode="critical")
        except Exception:  # noqa: BLE001, S110  # Excel is gone: the macro is told below
            pass
        else:
            return
    _leave_for_macro(message)
    sys.exit(message)


def _leave_for_macro(message: str) -> None:
    """Write a message into the file that the macro named; it shows what stands there.

    VBA reads a text in the code page of the machine.
    """
    for path in _named_files():
        with suppress(OSError):  # the macro then says that Python did not come to tpxl
            path.write_text(message, encoding=getencoding(), errors="replace")


def _named_files() -> list[Path]:
    """Return the file that the macro named for what is to be said; those of 0.1.0 name none."""
    return [Path(word.removeprefix(_TOLD)) for word in sys.argv if word.startswith(_TOLD)]


def _sentence(error: Exception, lang: str) -> str:
    if isinstance(error, TpxlError):
        with suppress(KeyError):  # a sentence that lacks a fact is no reason to say nothing
            return sentence(error, lang)
    return sentence(TpxlError("unexpected", detail=str(error)), lang)


def _name(book: "xw.Book") -> str:
    with suppress(Exception):
        return book.name
    return ""


def _language() -> str:
    asked = os.environ.get("TPXL_LANG", "fi")
    return asked if asked in {"fi", "sv", "en"} else "fi"
