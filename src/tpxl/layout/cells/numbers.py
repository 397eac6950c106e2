"""What a cell of a figures table says: one number for certain, nothing, or something else."""

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from tpxl.layout.cells.formats import MOST_DECIMALS, number_format
from tpxl.model import CellError, Value, is_nothing
from tpxl.terms import fold

_MINUS = re.compile(r"^- ?")
_UNIT = re.compile(r" ?(?:€|eur|euroa|%)$")
_SPACED = re.compile(r"\d{1,3}(?: \d{3})+")
_DOTTED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")
_PLAIN = re.compile(r"\d+")
_LONGEST = 255
"""A longer text is no number of the report, whatever its signs."""
_MOST_DIGITS = 15
"""Excel keeps no more: what has more digits before its decimal mark is not what a cell can hold."""
_BEYOND = 10**_MOST_DIGITS
_NO_NUMBERS = (bool, CellError, str)


class Reading(NamedTuple):
    """A number as a cell shows it: its value, its decimals (six at most), whether it is text."""

    number: Decimal
    decimals: int
    is_text: bool = False
    has_percent: bool = False


def number_in(text: str) -> Reading | None:
    """Return the number a text is, for certain; None where it is none or might be another.

    Groups may be parted by any space or by dots, the decimal mark is a comma (a point where it
    cannot part thousands); any minus sign, also with a space after it; a trailing ``*``, ``€``
    or ``%``. What has more than 15 digits before its decimal mark no cell can hold as a number.

    >>> number_in("− 2 859 611"), number_in("-1.387,6 %*")
    (Reading(number=Decimal('-2859611'), decimals=0, is_text=True, has_percent=False), \
Reading(number=Decimal('-1387.6'), decimals=1, is_text=True, has_percent=True))
    >>> number_in("28 59 611") is None, number_in("n. 5") is None
    (True, True)
    """
    return _number_in(text) if len(text) <= _LONGEST else None


@lru_cache(maxsize=16384)
def _number_in(text: str) -> Reading | None:
    body = fold(text).rstrip("* ")
    has_percent = body.endswith("%")
    body = _UNIT.sub("", body)
    sign = "-" if _MINUS.match(body) else ""
    body = _MINUS.sub("", body) if sign else body.removeprefix("+")
    digits = _digits(body)
    if digits is None:
        return None
    number = Decimal(sign + digits)
    decimals = min(len(digits.partition(".")[2]), MOST_DECIMALS)
    return Reading(number or Decimal(0), decimals, is_text=True, has_percent=has_percent)


def _digits(body: str) -> str | None:
    whole, mark, places = body.partition(",")
    if mark and not _PLAIN.fullmatch(places):
        return None
    if _DOTTED.fullmatch(whole):
        whole = whole.replace(".", "")
    elif not mark and "." in whole:
        whole, _, places = whole.partition(".")
        if not _PLAIN.fullmatch(places):
            return None
    if _SPACED.fullmatch(whole):
        whole = whole.replace(" ", "")
    if not _PLAIN.fullmatch(whole) or len(whole) > _MOST_DIGITS:
        return None
    return f"{whole}.{places}" if places else whole


def is_wording(value: Value) -> bool:
    """Tell whether a cell holds words: text that is neither a number nor nothing."""
    return isinstance(value, str) and not is_nothing(value) and number_in(value) is None


def read_number(value: Value, code: str = "General") -> Reading | None:
    """Return the number a cell shows in a format code, None where it is none for certain.

    A cell in a per cent format is read as its per cent: -0.581 is −58.1.
    """
    if isinstance(value, str):
        return number_in(value)
    shown, has_percent, _ = number_format(code)
    number = _exact(value, is_fraction=has_percent)
    if number is None:
        return None
    if shown is None:
        shown = min(MOST_DECIMALS, max(0, -int(number.normalize().as_tuple().exponent)))
    return Reading(number, shown, False, has_percent)  # noqa: FBT003  # thousands a book


def number_of(value: Value, *, is_fraction: bool = False) -> Decimal | None:
    """Return the number a cell shows, in a per cent format or not, as `read_number` does."""
    if isinstance(value, str):
        reading = number_in(value)
        return None if reading is None else reading.number
    return _exact(value, is_fraction=is_fraction)


def _exact(value: Value, *, is_fraction: bool) -> Decimal | None:
    if value is None or isinstance(value, _NO_NUMBERS):
        return None
    if not -_BEYOND < value < _BEYOND:  # nor is what is not a number
        return None
    number = Decimal(int(value)) if float(value).is_integer() else Decimal(repr(value))
    return number * 100 if is_fraction else number
