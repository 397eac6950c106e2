"""Which texts of a sheet are the report's own words: all that layout ever asks a grid for."""

from functools import lru_cache
from types import ModuleType

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

DOMAINS: tuple[ModuleType, ...] = (
    lines,
    periods,
    settings,
    allocation,
    goals,
    sections,
    columns,
    parts,
    journal,
)
"""Every domain tells its words by `is_known`, and what they begin with by `OPENINGS`."""

_BY_OPENING = {
    start: tuple(domain for domain in DOMAINS if start in domain.OPENINGS)
    for start in frozenset().union(*(domain.OPENINGS for domain in DOMAINS))
}
_HIDING = frozenset("\u00ad\u0300\u0308")
"""Signs that may stand within a word's first letters."""


@lru_cache(maxsize=65536)
def is_known(text: str) -> bool:
    """Tell whether any domain knows the text as a word of the report.

    >>> is_known("Toimintakate"), is_known("TP 2025"), is_known("Hyvä vuosi")
    (True, True, False)
    """
    return any(domain.is_known(text) for domain in domains_of(text))


@lru_cache(maxsize=65536)
def domains_of(text: str) -> tuple[ModuleType, ...]:
    """Return the domains that may know the text as a word of theirs: no other does.

    Most texts of a book are somebody's prose: their first letters tell which domains, if any,
    need to be asked, at a hundredth of the cost of asking all.

    >>> lines in domains_of("Toimintakate"), domains_of("Kaunis päivä")
    (True, ())
    """
    if len(text) > LONGEST:
        return (allocation,) if allocation.is_note(text) else ()
    start = opening(text)
    if not start or not (text.isascii() or _HIDING.isdisjoint(text)):
        return DOMAINS
    by_opening = _BY_OPENING.get(start, ())
    return (*by_opening, allocation) if "%" in text else by_opening
