"""A cell's value: from the file's text to a program's, and back."""

import datetime as dt
import math
import re
from collections.abc import Callable

from tpxl.books.package.limits import MAX_TEXT
from tpxl.books.package.strings import shown, stored
from tpxl.books.package.xml_spans import escaped
from tpxl.model import CellError, NewValue, Value

MAX_TEXT_UNITS = 32_767
TEXT_KINDS = frozenset({"str", "inlineStr"})
_NUMBER = re.compile(r"([+-]?[0-9]{1,15})|[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_PLAIN_INTEGER = 10**15
_KEPT_SPACE = r"^\s|\s$|[\n\t]|  "
_FIRST_DAY = {False: dt.datetime(1899, 12, 30), True: dt.datetime(1904, 1, 1)}  # noqa: DTZ001  # sheets know no zones
_DAY = dt.timedelta(days=1)


def value_of(
    kind: str, text: str | None, shared: Callable[[int], str], *, from_1904: bool = False
) -> Value:
    """Return what a cell of a kind holds; `shared` gives the text of a shared string.

    Raises:
        ValueError, IndexError: the cell holds what its type does not allow.
    """
    if not text:
        return text if kind in TEXT_KINDS else None
    match kind:
        case "n":
            return _number(text.strip())
        case "s":
            return shared(int(text))
        case "b":
            return text.strip() in {"1", "true"}
        case "e":
            return CellError(text)
        case _:
            if len(text) > MAX_TEXT:
                raise ValueError("longer than a cell's text may be")
            return _serial(text, from_1904=from_1904) if kind == "d" else shown(text)


def _number(text: str) -> Value:
    said = _NUMBER.fullmatch(text)
    if said is None:
        return text
    if said.lastindex:
        return int(text)
    number = float(text)
    return number if math.isfinite(number) else text


def _serial(text: str, *, from_1904: bool) -> Value:
    """Return the serial number of a date that the file writes in words (ISO 8601)."""
    try:
        moment = dt.datetime.fromisoformat(text.strip()).replace(tzinfo=None)
    except ValueError:
        return text
    days = (moment - _FIRST_DAY[from_1904]) / _DAY
    return int(days) if days == int(days) else days


def cell_content(new: NewValue, prefix: bytes = b"") -> tuple[str | None, bytes]:
    """Return a new value's type letter (None for a number) and its XML within the cell.

    Text is written inline, so that the shared strings stay as they are.
    """
    if new is None:
        return None, b""
    if isinstance(new, str):
        text = stored(new)
        space = b' xml:space="preserve"' if re.search(_KEPT_SPACE, text) else b""
        return "inlineStr", b"<%sis><%st%s>%s</%st></%sis>" % (
            *(prefix, prefix, space),
            *(escaped(text), prefix, prefix),
        )
    letter = "b" if isinstance(new, bool) else None
    said = str(int(new)) if isinstance(new, bool) else number_text(new)
    return letter, b"<%sv>%s</%sv>" % (prefix, said.encode(), prefix)


def number_text(number: float) -> str:
    """Return a number in its shortest form that reads back the same.

    >>> number_text(-2859611.0), number_text(0.1), number_text(-0.0)
    ('-2859611', '0.1', '0')
    """
    value = float(number)
    if value == int(value) and abs(value) < _PLAIN_INTEGER:
        return str(int(value))
    return repr(value)


def refusal_of(new: NewValue) -> str | None:
    """Return why no cell can hold a value, as the code of the refusal; None where one can."""
    if isinstance(new, str):
        is_long = len(new.encode("utf-16-le", "surrogatepass")) // 2 > MAX_TEXT_UNITS
        return "edit_text_too_long" if is_long else None
    if new is None or _is_finite(new):
        return None
    return "edit_not_a_number"


def _is_finite(number: float) -> bool:
    try:
        return math.isfinite(number)
    except OverflowError:  # an integer beyond the floats
        return False
