"""A printed text as a cell's value: a number only where it can be no other, with its decimals."""

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from tpxl.model import Value
from tpxl.terms.folding import without_note
from tpxl.terms.periods import scale_of

_SPACE = r"[ \u00a0\u2006-\u200a\u202f]"
_MINUS = r"[-\u2212\u2010-\u2014]"
_GROUPED = re.compile(
    rf"(?P<sign>[+]|{_MINUS}{_SPACE}?)?"
    rf"(?P<whole>\d{{1,3}}(?:(?:{_SPACE}\d{{3}})+|(?:\.\d{{3}})+)|\d+)"
    rf"(?:,(?P<places>\d+))?"
    rf"(?P<minus>{_MINUS})?"
    rf"{_SPACE}?(?P<unit>%|€)?{_SPACE}?(?:\*{{1,3}}\)?)?"
)
_SIGNS = "-\u2212\u2010\u2011\u2012\u2013\u2014*"
_BRACKETED = re.compile(rf"\((?P<number>[^()]+)\)(?P<unit>{_SPACE}?[%€])?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NO_DIGIT = re.compile(r"\D")
_MOST_DIGITS = 15
_LONGEST = 40
_FEWEST_DIGITS = 2
"""A single digit in brackets leads to a note."""


class PrintedValue(NamedTuple):
    """What a cell of a report holds and how it is shown, as a workbook's cell would."""

    value: Value
    number_format: str = "General"

    @property
    def is_number(self) -> bool:
        """Tell whether it is a figure: years are headings."""
        return not isinstance(self.value, str) and self.number_format != "General"


@lru_cache(maxsize=16384)
def printed_value(text: str) -> PrintedValue:
    """Return the value of a printed text: its number, a year, or the text itself.

    Thousands are parted by any space or by dots, the decimal mark is a comma; brackets are those
    of a negative number (a sign, a year or one digit in them is something else); what might be
    another number (``1,234`` is none: three decimals are) stays as the number it says in Finnish.
    A unit (``1 000 €``) is none, and a note's raised mark is none of a number's digits.

    >>> printed_value("\u2212712\u00a0118"), printed_value("12,5 %")
    (PrintedValue(value=-712118.0, number_format='#,##0'), PrintedValue(value=0.125, \
number_format='0.0%'))
    >>> printed_value("2024"), printed_value("28 59 611")
    (PrintedValue(value=2024, number_format='General'), PrintedValue(value='28 59 611', \
number_format='General'))
    """
    text = without_note(text)
    if _YEAR.fullmatch(text):
        return PrintedValue(int(text))
    bracketed = _BRACKETED.fullmatch(text) if len(text) <= _LONGEST else None
    if bracketed is not None:
        return _below_zero(bracketed["number"], bracketed["unit"] or "") or PrintedValue(text)
    found = _GROUPED.fullmatch(text) if len(text) <= _LONGEST else None
    if found is None or (found["minus"] and found["sign"]) or scale_of(text) is not None:
        return PrintedValue(text)
    digits = _NO_DIGIT.sub("", found["whole"])
    if len(digits) > _MOST_DIGITS or (digits.startswith("0") and len(digits) > 1):
        return PrintedValue(text)
    places = found["places"] or ""
    is_negative = bool(found["minus"]) or (found["sign"] or "+") != "+"
    number = Decimal(f"{'-' if is_negative else ''}{digits}.{places or 0}")
    shown = "." + "0" * len(places) if places else ""
    if found["unit"] == "%":
        return PrintedValue(float(number / 100), f"0{shown}%")
    return PrintedValue(float(number), f"#,##0{shown}")


def _below_zero(inside: str, unit: str) -> PrintedValue | None:
    """Return the number that brackets say is negative; None where it is none."""
    number = printed_value(inside + unit)
    is_signed = not inside[:1].isdigit() or inside.rstrip()[-1:] in _SIGNS
    is_note = sum(map(str.isdigit, inside)) < _FEWEST_DIGITS
    if is_signed or is_note or not number.is_number or not isinstance(number.value, float):
        return None
    return number._replace(value=-number.value)
