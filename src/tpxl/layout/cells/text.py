"""What a cell says as text: what Excel shows in it, in the words of the report.

Number formats, read once: decimals, per cent, and how one shows a moment.
"""

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from tpxl.layout.cells.moments import MomentFormat, day_of, moment_format, moment_text
from tpxl.model import Address, CellError, Grid, Value, error_of
from tpxl.rules.rounding import exact, rounded
from tpxl.terms.values import DECIMAL_MARK, ERROR_VALUE, TRUTH

_GENERAL_WIDTH = 10
"""Excel's ``General`` shows eleven signs, the decimal mark among them."""

_CLOSING = re.compile(r"\s*31\. ?12\. ?(?P<year>(?:19|20)\d\d)\s*")
_AROUND = re.compile(r"""^(?P<before>(?:"[^"]*"|\\.|[ ])*)0+(?P<after>(?:"[^"]*"|\\.|[ ])*)$""")
_QUOTES = re.compile(r'["\\]')
_YEAR_PARTS = frozenset({"y", "yy", "yyy", "yyyy"})

LONGEST_CODE = 255
"""Excel takes no longer format code: a longer one is no format, and is not looked at."""

MOST_DECIMALS = 6
"""More decimals than this no report prints; what a cell has beyond them is binary arithmetic."""

_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_PLACES = re.compile(r"[0#?]\.([0#?]+)")


class NumberFormat(NamedTuple):
    """What a format code shows: its decimals, None for a number's own; a hundredfold with ``%``.

    `moment` is how it shows a date, a time or a duration; None where it shows a number.
    """

    decimals: int | None = None
    is_fraction: bool = False
    moment: MomentFormat | None = None


GENERAL = NumberFormat()


@lru_cache(maxsize=1024)
def number_format(code: str) -> NumberFormat:
    """Return what a format code shows; a code that Excel would refuse shows as ``General``.

    >>> number_format("0.0%").decimals, number_format("General").decimals
    (1, None)
    >>> number_format("0.0%").moment is None, number_format("d.m.yyyy").moment is None
    (True, False)
    """
    if code == "General" or len(code) > LONGEST_CODE:
        return GENERAL
    shown = _LITERAL.sub("", code)
    moment = moment_format(code)
    decimals = _decimals(shown.partition(";")[0]) if moment is None else None
    return NumberFormat(decimals, "%" in shown, moment)


def _decimals(shown: str) -> int | None:
    if not any(place in shown for place in "0#?"):
        return None
    places = _PLACES.search(shown)
    return min(len(places[1]), MOST_DECIMALS) if places else 0


def decimals_of(code: str) -> int | None:
    """Return the decimals a format code shows, six at most; None where it shows a number's own.

    >>> decimals_of("#,##0"), decimals_of("0.0%"), decimals_of("General")
    (0, 1, None)
    """
    return number_format(code).decimals


def is_fraction_format(code: str) -> bool:
    """Tell whether cells of the format show the number times a hundred, with a per cent sign.

    >>> is_fraction_format("0.0%"), is_fraction_format('0.0" %"')
    (True, False)
    """
    return number_format(code).is_fraction


def text_at(grid: Grid, at: Address, value: Value, lang: str = "fi") -> str:
    """Return the text of a cell that holds `value`, as `cell_text` does."""
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return cell_text(value, grid.number_format(at) if is_number else "General", lang)


def cell_text(value: Value, code: str = "General", lang: str = "fi") -> str:
    """Return what a cell shows in a format code, stripped; an empty cell is an empty text.

    Numbers have the format's decimals (`3,5`, `12 %`), a date is printed as the report prints it, a
    time as hours and minutes, a truth value as yes or no. An error, also one that stands as text,
    is said to be one.

    >>> cell_text(20.5 / 24, "h:mm"), cell_text(True), cell_text(0.125, "0.0%")
    ('20.30', 'kyllä', '12,5 %')
    """
    if value is None:
        return ""
    if isinstance(value, CellError) or error_of(value) is not None:
        return ERROR_VALUE[lang]
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool):
        return TRUTH[lang][value]
    shown = number_format(code)
    moment = None if shown.moment is None else moment_text(value, shown.moment, lang)
    return _number(value, shown, lang) if moment is None else moment


@lru_cache(maxsize=4096)
def shown_heading(value: Value, code: str) -> str | None:
    """Return the words and the year that a number format shows of a number; None for others.

    >>> shown_heading(2025, '"TP "0'), shown_heading(45657, "yyyy"), shown_heading(2025, "0")
    ('TP 2025', '2024', None)
    """
    if isinstance(value, bool) or not isinstance(value, int | float) or code == "General":
        return None
    moment = number_format(code).moment
    if moment is not None:
        return moment_text(value, moment, "fi") if moment.parts <= _YEAR_PARTS else None
    around = _AROUND.match(code.partition(";")[0])
    if around is None or not (around["before"] or around["after"]):
        return None
    return _QUOTES.sub("", f"{around['before']}{int(value)}{around['after']}")


def closing_year(value: Value, code: str) -> int | None:
    """Return the year whose last day a cell shows, as a date or as text; None for others.

    >>> closing_year("31.12.2025", "General"), closing_year(46022, "d.m.yyyy")
    (2025, 2025)
    >>> closing_year("31.8.2025", "General"), closing_year(46022, "0")
    (None, None)
    """
    if isinstance(value, str):
        told = _CLOSING.fullmatch(value)
        return int(told["year"]) if told else None
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    if code == "General" or number_format(code).moment is None:
        return None
    day = day_of(value)
    return day.year if day is not None and (day.month, day.day) == (12, 31) else None


def _number(value: float, shown: NumberFormat, lang: str) -> str:
    number = exact(value) * (100 if shown.is_fraction else 1)
    if shown.decimals is None:
        text = _plain(rounded(number, _own_decimals(value)))
    else:
        text = f"{rounded(number, shown.decimals):f}"
    text = text.replace(".", DECIMAL_MARK[lang])
    return f"{text} %" if shown.is_fraction else text


def _own_decimals(value: float) -> int:
    return max(0, _GENERAL_WIDTH - len(f"{abs(value):.0f}"))


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
