"""A protected sheet of the open book: opened for a write, and protected again as it was.

Protection without a password keeps nobody out, it only keeps cells from slips. With a password the
sheet is its owner's.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from tpxl.books.excel.foreign import is_excels
from tpxl.errors import TpxlError

if TYPE_CHECKING:
    import xlwings as xw

_NO_PASSWORD = ""
"""It is said, for Excel would ask its user for one otherwise."""
_ALLOWED = (
    "AllowFormattingCells",
    "AllowFormattingColumns",
    "AllowFormattingRows",
    "AllowInsertingColumns",
    "AllowInsertingRows",
    "AllowInsertingHyperlinks",
    "AllowDeletingColumns",
    "AllowDeletingRows",
    "AllowSorting",
    "AllowFiltering",
    "AllowUsingPivotTables",
)
"""What a protected sheet may let its users do, in the order in which ``Protect`` takes it."""


@contextmanager
def unprotected(sheet: "xw.Sheet") -> Iterator[None]:
    """Take off a sheet's protection, and put it back with the same options whatever happens.

    Raises:
        TpxlError: it is protected with a password; nothing was changed.
    """
    native = sheet.api
    if not getattr(native, "ProtectContents", False):
        yield
        return
    options, selectable = _options(native), getattr(native, "EnableSelection", None)
    _take_off(sheet, native)
    try:
        yield
    finally:
        native.Protect(_NO_PASSWORD, *options)
        if selectable is not None:
            native.EnableSelection = selectable


def _options(native: Any) -> tuple[bool, ...]:  # noqa: ANN401  # a COM object
    """Return what ``Protect`` takes after the password; drawings, contents and scenarios first."""
    own = (native.ProtectDrawingObjects, True, native.ProtectScenarios, native.ProtectionMode)
    allowed = native.Protection
    return (*map(bool, own), *(bool(getattr(allowed, name)) for name in _ALLOWED))


def _take_off(sheet: "xw.Sheet", native: Any) -> None:  # noqa: ANN401
    refusal = TpxlError("sheet_protected", book=sheet.book.name, sheet=sheet.name)
    try:
        native.Unprotect(_NO_PASSWORD)
    except Exception as error:
        if is_excels(error) and native.ProtectContents:
            raise refusal from error
        raise
    if native.ProtectContents:
        raise refusal
