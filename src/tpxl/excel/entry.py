"""The door between Excel and tpxl: what goes wrong behind it comes out as one sentence.

Whatever a button does, the status bar is given back to Excel, an error leaves the workbook as it
was, and a person sees a message and never a traceback.

The workbook whose button was pressed, found in the Excel that runs.
"""

import atexit
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from locale import getencoding
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

from tpxl import __version__
from tpxl.errors import TpxlError
from tpxl.log import log_error
from tpxl.messages import catalogue, sentence
from tpxl.shipped import VERSION_NAME

if TYPE_CHECKING:
    import xlwings as xw

_TITLE = "tpxl"
_TOLD = "--told="

_ATTEMPTS = 400

_UNTOLD_SECONDS = 0.5
"""So long nobody needs to be told anything; to tell it is a call to Excel each time."""


class ButtonCall:
    """One press of a button: its workbook, the language of what is said, how to tell progress."""

    def __init__(self, book: "xw.Book", lang: str) -> None:
        """Take the button's workbook and the language of what is said."""
        self.book = book
        self.lang = lang
        self._told_at = monotonic()

    def progress(self, done: int, total: int, sheet: str) -> None:
        """Show in the status bar how far the reading has come, where it takes its time."""
        if monotonic() - self._told_at < _UNTOLD_SECONDS:
            return
        self._told_at = monotonic()
        shown = text("excel_progress", self.lang, done=done, total=total, sheet=sheet)
        self.book.app.status_bar = shown


def text(code: str, lang: str, **facts: object) -> str:
    """Return a text of the catalogue with its facts."""
    return catalogue(lang).texts[code].format_map(facts)


def press(button: str, action: Callable[[ButtonCall], str]) -> None:
    """Run the action of a button on the workbook it belongs to; show what the action says.

    Raises:
        SystemExit: something went wrong and there is no Excel to show it in.
    """
    lang = _language()
    book: xw.Book | None = None
    is_told = False
    try:
        book = calling_book()
        book.app.status_bar = text("excel_started", lang)
        refuse_another(book)
        refuse_newer(book, __version__)
        message = action(ButtonCall(book, lang))
        if not _named_files():
            message += "\n\n" + text("excel_old_macros", lang)
        book.app.status_bar = False  # before the box: it stands until somebody has read it
        is_told = True
        book.app.alert(message, title=_TITLE, mode="info")
    except Exception as error:  # noqa: BLE001  # the outermost door: nobody else would tell
        _tell(button, error, book, lang)
    finally:
        if book is not None and not is_told:
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


def calling_book() -> "xw.Book":
    """Return the workbook that the macro named on this process's command line.

    Raises:
        TpxlError: it is not open, or this process was not started by Excel.
    """
    import xlwings as xw  # noqa: PLC0415  # it brings pandas in wherever pandas is

    _tame(getattr(xw, "_xlwindows", None))
    try:
        return xw.Book.caller()
    except Exception as error:
        raise TpxlError("caller_missing") from error


def _tame(windows: Any) -> None:  # noqa: ANN401  # a module that exists on Windows only
    """Keep xlwings from waiting for ever for a busy Excel, and from ending others' Excels.

    As it comes, it tries a rejected call again without end, and when the process ends it kills
    every Excel that shows no window.
    """
    if windows is not None:
        windows.N_COM_ATTEMPTS = _ATTEMPTS
        atexit.unregister(windows.cleanup)


def refuse_another(book: "xw.Book") -> None:
    """Raise when another workbook is in front: it is not the one the button belongs to.

    Raises:
        TpxlError: another workbook is active.
    """
    active = book.app.books.active.name
    if active != book.name:
        raise TpxlError("another_book_active", book=book.name, active=active)


def refuse_newer(book: "xw.Book", installed: str) -> None:
    """Raise when the workbook was made for a newer tpxl than the one that is installed.

    Raises:
        TpxlError: the workbook is newer.
    """
    if VERSION_NAME in book.names:
        made_for = (book.names[VERSION_NAME].refers_to or "").strip('="')
        if _numbers(made_for) > _numbers(installed):
            raise TpxlError("book_newer", book=book.name, made_for=made_for, installed=installed)


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdecimal())
