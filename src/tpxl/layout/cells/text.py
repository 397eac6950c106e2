"""What a cell says as text, also where a number or a date was typed into it."""

import datetime as dt
import re
from decimal import Decimal

from tpxl.model import Address, CellError, Grid, Value

_EPOCH = dt.date(1899, 12, 30)
_LITERAL = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
_DATE = re.compile(r"[dy]|m(?!.*0)", re.IGNORECASE)
_LAST_SERIAL = 2_958_465


def written(grid: Grid, at: Address, value: Value) -> str:
    """Return the text of a cell, stripped; numbers as printed in Finnish (`3,5`, `12 %`).

    An error shows as its code; an empty cell is an empty text.
    """
    match value:
        case None:
            return ""
        case str():
            return value.strip()
        case CellError(code=code):
            return code
        case bool():
            return "kyllä" if value else "ei"
        case _:
            return _number(value, grid.number_format(at))


def _number(value: float, number_format: str) -> str:
    code = _LITERAL.sub("", number_format)
    if code != "General" and _DATE.search(code) and 0 < value <= _LAST_SERIAL:
        day = _EPOCH + dt.timedelta(days=int(value))
        return f"{day.day}.{day.month}.{day.year}"
    exact = Decimal(repr(value))
    if "%" in code:
        return f"{_plain(exact * 100)} %"
    return _plain(exact)


def _plain(exact: Decimal) -> str:
    text = f"{exact:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", ",")
