"""The workbook whose button was pressed, found in the Excel that runs."""

import atexit
from typing import TYPE_CHECKING, Any

from tpxl.errors import TpxlError

if TYPE_CHECKING:
    import xlwings as xw

VERSION_NAME = "tpxl_versio"
"""A defined name of the master: the version of tpxl whose macros it carries."""

_ATTEMPTS = 400


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
