"""What cells hold, from Excel's form to the grid's and back; one call for a whole block."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from tpxl.model import Block, CellError, NewValue, Value

if TYPE_CHECKING:
    import xlwings as xw

Rows = list[list[Value]]

_ERRORS = {
    2000: "#NULL!",
    2007: "#DIV/0!",
    2015: "#VALUE!",
    2023: "#REF!",
    2029: "#NAME?",
    2036: "#NUM!",
    2042: "#N/A",
    2043: "#GETTING_DATA",
    2045: "#SPILL!",
    2046: "#CONNECT!",
    2047: "#BLOCKED!",
    2048: "#UNKNOWN!",
    2049: "#FIELD!",
    2050: "#CALC!",
}
_FIRST_ERROR = -2146828288
_FIRST_DAY = dt.datetime(1899, 12, 30)  # noqa: DTZ001  # sheets know no zones
_DAY = dt.timedelta(days=1)
_EXACT_INTEGERS = 10**15
_BOOLEANS = {"true", "false", "tosi", "epätosi", "sant", "falskt"}


def block_range(sheet: "xw.Sheet", block: Block) -> "xw.Range":
    """Return the xlwings range of a block."""
    return sheet.range(block.a1)  # by its name: two corners would cost two calls more


def values(cells: "xw.Range") -> Rows:
    """Return what a range holds, row by row, in one call to Excel.

    ``Value2`` is asked where there is one: ``Value`` cuts cells with a currency format to four
    decimals and turns dates into moments of their own kind.
    """
    raw = getattr(cells.api, "Value2", _MISSING)
    if raw is _MISSING:
        raw = cells.options(ndim=2, err_to_str=True).value
    return [[value_of(cell) for cell in row] for row in _rows(raw)]


def formulas(cells: "xw.Range") -> list[list[str]]:
    """Return the formula of each cell of a range, "" where it has none, in one call to Excel."""
    return [
        [cell if isinstance(cell, str) and cell.startswith("=") else "" for cell in row]
        for row in _rows(cells.formula)
    ]


def value_of(cell: object) -> Value:
    """Return a cell's value as a grid has it: whole numbers as int, errors told from numbers.

    >>> value_of(-2859611.0), value_of(0.5), value_of(-2146826281), value_of("")
    (-2859611, 0.5, CellError(code='#DIV/0!'), None)
    """
    match cell:
        case None | bool():
            return cell
        case int():
            return CellError(_ERRORS.get(cell - _FIRST_ERROR, "#ERROR!"))
        case float() | Decimal():
            return _number(float(cell))
        case dt.datetime():
            return _number((cell.replace(tzinfo=None) - _FIRST_DAY) / _DAY)
        case str():
            return CellError(cell) if cell in _ERRORS.values() else cell or None
        case _:
            return str(cell)


def _number(number: float) -> float:
    return int(number) if number.is_integer() and abs(number) < _EXACT_INTEGERS else number


def typed(value: Value) -> NewValue:
    """Return what to hand to Excel so that a cell holds exactly `value`.

    Excel takes text as if it were typed: "1.2." would become a date and "=A1" a formula. An
    apostrophe before it keeps it text; Excel hides it.

    >>> typed("TA 2025"), typed("Henkilöstömenot"), typed(-1)
    ("'TA 2025", 'Henkilöstömenot', -1)
    """
    if isinstance(value, CellError):
        return value.code
    return f"'{value}" if isinstance(value, str) and _reads_as_other(value) else value


def _reads_as_other(text: str) -> bool:
    return bool(text) and (
        not text[0].isalpha()
        or any(letter.isdigit() for letter in text)
        or text.casefold() in _BOOLEANS
    )


def _rows(raw: object) -> Sequence[Sequence[object]]:
    """Return rows of cells: Excel gives a single cell as itself."""
    if not isinstance(raw, (list, tuple)):
        return [[raw]]
    return raw if raw and isinstance(raw[0], (list, tuple)) else [raw]


_MISSING = object()
