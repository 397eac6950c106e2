"""What a new sheet may be called: the rules every spreadsheet program has."""

from collections.abc import Iterable

from tpxl.errors import TpxlError

LONGEST = 31
_FORBIDDEN = frozenset("[]:*?/\\")
_RESERVED = frozenset({"history"})


def refuse_name(sheet: str, book: str, taken: Iterable[str]) -> None:
    """Pass where a sheet of a book may bear the name; `taken` are those its sheets have.

    Raises:
        TpxlError: it is taken, in whatever case, or is no name of a sheet.
    """
    units = len(sheet.encode("utf-16-le", "surrogatepass")) // 2
    is_plain = sheet.isprintable() and _FORBIDDEN.isdisjoint(sheet)
    is_whole = bool(sheet.strip()) and sheet.strip("'") == sheet
    if not (is_plain and is_whole and units <= LONGEST) or sheet.casefold() in _RESERVED:
        raise TpxlError("sheet_name_unusable", book=book, sheet=sheet, limit=LONGEST)
    if sheet.casefold() in {name.casefold() for name in taken}:
        raise TpxlError("sheet_name_taken", book=book, sheet=sheet)
