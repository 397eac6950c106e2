"""When an edit changes nothing: the cell already holds the value, as a number or as its text."""

import re

from tpxl.model import NewValue, Value

_SPACES = r"[\s\u200b\ufeff]+"
_MINUS = str.maketrans("\u2212\u2013\u2012\u2010\u2011", "-----")
_GROUPED = r"-?[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?"
_DECIMAL = r"-?[0-9]+(?:[.,][0-9]+)?"


def values_equal(old: Value, new: NewValue) -> bool:
    """Tell whether a cell that holds `old` needs no edit to hold `new`.

    >>> values_equal("−2 859 611", -2859611), values_equal("12,5", 12.5), values_equal("12,5", 12.6)
    (True, True, False)
    """
    if new is None or old is None:
        return (old is None or old == "") and (new is None or new == "")
    if isinstance(new, bool) or isinstance(old, bool):
        return type(new) is type(old) and new == old
    if isinstance(old, str) and not isinstance(new, str):
        return number_said(old) == new
    return old == new


def number_said(text: str) -> float | None:
    """Return the number that text says as the report prints numbers; None where it says none.

    >>> number_said("1.234.567"), number_said("- 1 000*"), number_said("12,5 %"), number_said("-")
    (1234567.0, -1000.0, 12.5, None)
    """
    plain = (
        re.sub(_SPACES, "", text).translate(_MINUS).rstrip("*").removesuffix("%").removesuffix("€")
    )
    if re.fullmatch(_GROUPED, plain):
        return float(plain.replace(".", "").replace(",", "."))
    return float(plain.replace(",", ".")) if re.fullmatch(_DECIMAL, plain) else None
