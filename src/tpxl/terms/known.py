"""Which texts of a sheet are the report's own words: all that layout ever asks a grid for."""

from functools import lru_cache

from tpxl.terms import (
    allocation,
    columns,
    goals,
    journal,
    lines,
    parts,
    periods,
    sections,
    settings,
)
from tpxl.terms.folding import opening

LONGEST = 160
"""No word of the report is longer; a longer text is prose, known only as an allocation's note."""

DOMAINS = (lines, periods, settings, allocation, goals, sections, columns, parts, journal)
"""Every domain tells its words by `is_known`, and what they begin with by `OPENINGS`."""

_BY_OPENING = {
    start: tuple(domain for domain in DOMAINS if start in domain.OPENINGS)
    for start in frozenset().union(*(domain.OPENINGS for domain in DOMAINS))
}
_HIDING = frozenset("\u00ad\u0300\u0308")
"""Signs that may stand within a word's first letters."""


@lru_cache(maxsize=65536)
def is_known(text: str) -> bool:
    """Tell whether any room of the house knows the text as a word of the report.

    Most texts of a book are somebody's prose: their first letters tell which domains, if any,
    need to be asked, at a hundredth of the cost of asking all.

    >>> is_known("Toimintakate"), is_known("TP 2025"), is_known("Hyvä vuosi")
    (True, True, False)
    """
    if len(text) > LONGEST:
        return allocation.is_note(text)
    if "%" in text and allocation.is_known(text):
        return True
    start = opening(text)
    is_hidden = not start or not (text.isascii() or _HIDING.isdisjoint(text))
    domains = DOMAINS if is_hidden else _BY_OPENING.get(start, ())
    return any(domain.is_known(text) for domain in domains)
