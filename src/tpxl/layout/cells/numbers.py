"""What a cell of a figures table says: one number for certain, nothing, or something else."""

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from tpxl.layout.cells.text import MOST_DECIMALS, number_format
from tpxl.model import CellError, Value, is_nothing
from tpxl.terms import fold
from tpxl.terms.folding import without_marks
from tpxl.terms.periods import parted_amount
from tpxl.terms.quantities import is_down, without_direction

_MINUS = re.compile(r"^- ?")
_UNIT = re.compile(r" ?(?:€|eur|euroa|%)$")
_NO_CENTS = re.compile(r"(?<=\d),-{1,2}$")
_BRACKETED = re.compile(r"\((?P<round>[^()]+)\)|\[(?P<square>[^\[\]]+)\]")
_TRAILING_MINUS = re.compile(r"(?<=\d)-$")
_OPEN_YEARS = re.compile(r"(?:19|20)\d\d-")
_COMMAS = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?")
_ONE_COMMA = re.compile(r"[1-9]\d{0,2},\d{3}")
_SPACED = re.compile(r"\d{1,3}(?: \d{3})+")
_DOTTED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")
_PLAIN = re.compile(r"\d+")
_LONGEST = 255
"""A longer text is no number of the report, whatever its signs."""
_MOST_DIGITS = 15
"""Excel keeps no more: what has more digits before its decimal mark is not what a cell can hold."""
_GENERAL_WIDTH = 10
"""Excel's ``General`` shows eleven signs, the decimal mark among them."""
_BEYOND = 10**_MOST_DIGITS
_NO_NUMBERS = (bool, CellError, str)


class Reading(NamedTuple):
    """A number as a cell shows it: its value, its decimals (six at most), whether it is text.

    `scale` is the euros in one unit where the text tells it itself: ``1,35 milj. €``.
    """

    number: Decimal
    decimals: int
    is_text: bool = False
    has_percent: bool = False
    scale: Decimal | None = None


def number_in(text: str) -> Reading | None:
    """Return the number a text is, for certain; None where it is none or might be another.

    Groups may be parted by any space or by dots, the decimal mark is a comma (a point where it
    cannot part thousands); any minus sign, also with a space after it, right after the number, or
    brackets in its stead; a note set off by a space or a bracket, a trailing ``*``, ``,-``, ``€``
    or ``%``. A comma before three digits may be either mark. What has more than 15 digits before
    its decimal mark no cell can hold as a number.

    >>> number_in("− 2 859 611").number, number_in("-1.387,6 %*").has_percent
    (Decimal('-2859611'), True)
    >>> number_in("(1 234)").number, number_in("1 234,- €").number, number_in("-5,3 1)").number
    (Decimal('-1234'), Decimal('1234'), Decimal('-5.3'))
    >>> number_in("28 59 611"), number_in("n. 5"), number_in("241,930"), number_in("12 5)")
    (None, None, None, Reading(number=Decimal('12'), decimals=0, is_text=True, has_percent=False, \
scale=None))
    """
    return _number_in(text) if len(text) <= _LONGEST else None


@lru_cache(maxsize=16384)
def _number_in(text: str) -> Reading | None:
    folded = fold(text)
    body = folded if folded.startswith(("(", "[")) and _BRACKETED.fullmatch(folded) else None
    body = without_marks(folded).rstrip("* ") if body is None else body
    has_percent = body.rstrip(" )]").endswith("%")
    body = _NO_CENTS.sub("", _UNIT.sub("", body))
    signed = _signed(body)
    digits = _digits(signed[1]) if signed is not None else None
    if signed is None or digits is None:
        return None
    number = Decimal(signed[0] + digits)
    decimals = min(len(digits.partition(".")[2]), MOST_DECIMALS)
    return Reading(number or Decimal(0), decimals, is_text=True, has_percent=has_percent)


def _signed(body: str) -> tuple[str, str] | None:
    """Return the sign of a number and the rest; None where it has one sign too many."""
    bracketed = _BRACKETED.fullmatch(body)
    if bracketed is not None:
        inner = _UNIT.sub("", (bracketed["round"] or bracketed["square"]).strip())
        return ("-", inner) if inner[:1].isdigit() else None
    if _MINUS.match(body):
        return "-", _MINUS.sub("", body)
    if _OPEN_YEARS.fullmatch(body):
        return None
    if _TRAILING_MINUS.search(body):
        return "-", body[:-1]
    return "", body.removeprefix("+").lstrip()


def _digits(body: str) -> str | None:
    if _COMMAS.fullmatch(body):
        return None if _ONE_COMMA.fullmatch(body) else _counted(body.replace(",", ""))
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
    return _counted(f"{whole}.{places}" if places else whole)


def _counted(digits: str) -> str | None:
    whole, _, places = digits.partition(".")
    is_number = _PLAIN.fullmatch(whole) and (not places or _PLAIN.fullmatch(places))
    return digits if is_number and len(whole) <= _MOST_DIGITS else None


def has_commas(text: str) -> bool:
    """Tell whether a text is a number that parts its thousands by commas, for certain.

    >>> has_commas("-1,204,310"), has_commas("(241,930.00)"), has_commas("241,930")
    (True, True, False)
    """
    signed = _signed(fold(text)) if len(text) <= _LONGEST else None
    body = "" if signed is None else signed[1]
    return _COMMAS.fullmatch(body) is not None and _ONE_COMMA.fullmatch(body) is None


def thousands_in(text: str) -> Reading | None:
    """Return a number of which a comma may part the thousands, as if it did; None for others.

    >>> thousands_in("-241,930").number, thousands_in("0,125"), thousands_in("5,3")
    (Decimal('-241930'), None, None)
    """
    folded = without_marks(fold(text)) if len(text) <= _LONGEST else ""
    signed = _signed(_UNIT.sub("", folded))
    if signed is None or not _ONE_COMMA.fullmatch(signed[1]):
        return None
    return Reading(Decimal(signed[0] + signed[1].replace(",", "")), 0, is_text=True)


def read_amount(value: Value, code: str = "General") -> Reading | None:
    """Return the number a cell of euros shows, with its own unit where its text tells one.

    >>> read_amount("1,35 milj. €").scale, read_amount("-1 350 t€").number
    (Decimal('1000000'), Decimal('-1350'))
    """
    reading = read_number(value, code)
    if reading is not None or not isinstance(value, str):
        return reading
    parted = parted_amount(value)
    reading = None if parted is None else number_in(parted[0])
    if parted is None or reading is None or reading.has_percent:
        return None
    return reading._replace(scale=parted[1])


def directed_in(text: str) -> Reading | None:
    """Return the number beside a word of direction, smaller ones as negative; None without one.

    >>> directed_in("laskua 1,5 %").number, directed_in("1,5 % parantunut").number
    (Decimal('-1.5'), Decimal('1.5'))
    >>> directed_in("1,5 %")
    """
    plain = without_direction(text)
    reading = None if plain is None else number_in(plain)
    if reading is None or not is_down(text) or reading.number < 0:
        return reading
    return reading._replace(number=-reading.number)


def is_wording(value: Value) -> bool:
    """Tell whether a cell holds words: text that is neither a number nor nothing."""
    return isinstance(value, str) and not is_nothing(value) and _is_wording(value)


@lru_cache(maxsize=16384)
def _is_wording(text: str) -> bool:
    readings = (read_amount(text), thousands_in(text), directed_in(text))
    return all(reading is None for reading in readings)


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
        shown = _own_decimals(number)
    return Reading(number, shown, False, has_percent)  # noqa: FBT003  # thousands a book


def _own_decimals(number: Decimal) -> int:
    """Return the decimals that ``General`` shows of a number, six at most."""
    if number == number.to_integral_value():
        return 0
    whole = len(str(abs(int(number))))
    seen = round(number, max(0, _GENERAL_WIDTH - whole)).normalize()
    return min(MOST_DECIMALS, max(0, -int(seen.as_tuple().exponent)))


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
    is_whole = isinstance(value, int) or value.is_integer()
    number = Decimal(int(value)) if is_whole else Decimal(repr(value))
    return number * 100 if is_fraction else number
