"""Number formats, read once: decimals, per cent, and how one shows a moment."""

import re
from functools import lru_cache
from typing import NamedTuple

from tpxl.layout.cells.moments import MomentFormat, moment_format

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
