"""What a cell of a figures table says: one number for certain, nothing, or something else."""

import math
import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from tpxl.model import CellError, Value, is_nothing
from tpxl.terms import fold

_MINUS = re.compile(r"^- ?")
_UNIT = re.compile(r" ?(?:€|eur|euroa|%)$")
_SPACED = re.compile(r"\d{1,3}(?: \d{3})+")
_DOTTED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")
_PLAIN = re.compile(r"\d+")
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_PLACES = re.compile(r"[0#?]\.([0#?]+)")
_NO_NUMBERS = (bool, CellError, str)


class Reading(NamedTuple):
    """A number as a cell shows it: its value, its decimals, whether the cell keeps it as text."""

    number: Decimal
    decimals: int
    is_text: bool = False
    has_percent: bool = False


@lru_cache(maxsize=16384)
def number_in(text: str) -> Reading | None:
    """Return the number a text is, for certain; None where it is none or might be another.

    Groups may be parted by any space or by dots, the decimal mark is a comma (a point where it
    cannot part thousands); any minus sign, also with a space after it; a trailing ``*``, ``€``
    or ``%``.

    >>> number_in("− 2 859 611"), number_in("-1.387,6 %*")
    (Reading(number=Decimal('-2859611'), decimals=0, is_text=True, has_percent=False), \
Reading(number=Decimal('-1387.6'), decimals=1, is_text=True, has_percent=True))
    >>> number_in("28 59 611") is None, number_in("n. 5") is None
    (True, True)
    """
    body = fold(text).rstrip("* ")
    has_percent = body.endswith("%")
    body = _UNIT.sub("", body)
    sign = "-" if _MINUS.match(body) else ""
    body = _MINUS.sub("", body) if sign else body.removeprefix("+")
    digits = _digits(body)
    if digits is None:
        return None
    number = Decimal(sign + digits)
    return Reading(number + 0, len(digits.partition(".")[2]), is_text=True, has_percent=has_percent)


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
    if not _PLAIN.fullmatch(whole):
        return None
    return f"{whole}.{places}" if places else whole


def is_wording(value: Value) -> bool:
    """Tell whether a cell holds words: text that is neither a number nor nothing."""
    return isinstance(value, str) and not is_nothing(value) and number_in(value) is None


@lru_cache(maxsize=1024)
def decimals_of(number_format: str) -> int | None:
    """Return the decimals a number format shows, None where it shows a number's own.

    >>> decimals_of("#,##0"), decimals_of("0.0%"), decimals_of("General")
    (0, 1, None)
    """
    shown = _QUOTED.sub("", number_format.split(";", maxsplit=1)[0])
    if not any(place in shown for place in "0#?"):
        return None
    match = _PLACES.search(shown)
    return len(match[1]) if match else 0


@lru_cache(maxsize=1024)
def is_fraction_format(number_format: str) -> bool:
    """Tell whether cells of the format show the number times a hundred, with a per cent sign.

    >>> is_fraction_format("0.0%"), is_fraction_format('0.0" %"')
    (True, False)
    """
    return "%" in _QUOTED.sub("", number_format)


def read_number(value: Value, number_format: str = "General") -> Reading | None:
    """Return the number a cell shows, None where it is none for certain.

    A cell in a per cent format is read as its per cent: -0.581 is −58.1.
    """
    if isinstance(value, str):
        return number_in(value)
    has_percent = is_fraction_format(number_format)
    number = _exact(value, is_fraction=has_percent)
    if number is None:
        return None
    shown = decimals_of(number_format)
    if shown is None:
        shown = max(0, -int(number.normalize().as_tuple().exponent))
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
    if float(value).is_integer():
        number = Decimal(int(value))
    elif math.isfinite(value):
        number = Decimal(repr(value))
    else:
        return None
    return number * 100 if is_fraction else number
