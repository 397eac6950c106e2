"""Which year an outcome is about."""

import re
from collections.abc import Iterator

from tpxl.rules.quantities import plain
from tpxl.terms.wording import COMES_LATER, COMPARES_YEARS, NAMES_A_YEAR

_RANGE = re.compile(r"(?<!\d)((?:19|20)\d\d)\s?-\s?((?:19|20)?\d\d)(?!\d)")
_YEAR = re.compile(
    r"(?<![\d.,])(?:\d{1,2}\.\s?\d{1,2}\.\s?|\d{1,2}/)?((?:19|20)\d\d)(?![\d,]|\s?(?:€|kpl|%))"
)
_NAMED = re.compile(
    rf"\b(?:{'|'.join(NAMES_A_YEAR)})\s+(?:v\.\s?|vuoden\s|vuosille\s)?$", re.IGNORECASE
)
_COMPARED = re.compile("|".join(map(re.escape, COMPARES_YEARS)), re.IGNORECASE)
_LATER = re.compile("|".join(COMES_LATER), re.IGNORECASE)
_NEAR = 24


def other_year(outcome: str, year: int) -> int | None:
    """Return the year an outcome speaks of instead of `year`, None where it speaks of none other.

    An outcome that names its own year may name others beside it. A year it is compared with, one
    of a document's name, and a coming year to which something moved are none.

    >>> other_year("Vuonna 2024 uusittiin sivusto.", 2025)
    2024
    >>> other_year("Kävijät lisääntyivät vuodesta 2024.", 2025) is None
    True
    >>> other_year("Siirtyi vuodelle 2026.", 2025) is None
    True
    """
    said = plain(outcome)
    named = set(_years(said, year))
    if year in named or not named:
        return None
    past = [one for one in named if one < year]
    if past:
        return max(past)
    return None if _LATER.search(said) else min(named)


def _years(said: str, year: int) -> Iterator[int]:
    """Yield the years a text speaks of; a range that holds `year` counts as it."""
    for found in _RANGE.finditer(said):
        first = int(found[1])
        last = int(found[2]) if len(found[2]) > 2 else first // 100 * 100 + int(found[2])  # noqa: PLR2004
        if first <= year <= last:
            yield year
    for found in _YEAR.finditer(_RANGE.sub(lambda one: " " * len(one[0]), said)):
        near = said[max(0, found.start() - _NEAR) : found.start()]
        after = said[found.end() : found.end() + _NEAR]
        own = int(found[1]) == year
        if own or not (_NAMED.search(near) or _COMPARED.search(near) or _COMPARED.search(after)):
            yield int(found[1])
