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


_NAMES = {domain: domain.__name__.rpartition(".")[2] for domain in DOMAINS}


def is_known(text: str) -> bool:
    """Tell whether any room of the house knows the text as a word of the report.

    >>> is_known("Toimintakate"), is_known("TP 2025"), is_known("Hyvä vuosi")
    (True, True, False)
    """
    return bool(domains_of(text))


@lru_cache(maxsize=65536)
def domains_of(text: str) -> frozenset[str]:
    """Return the names of the domains that know the text as a word of the report.

    Most texts of a book are somebody's prose: their first letters tell which domains, if any,
    need to be asked, at a hundredth of the cost of asking all.

    >>> sorted(domains_of("TP 2025")), domains_of("Hyvä vuosi")
    (['columns', 'goals', 'periods'], frozenset())
    """
    return frozenset(_NAMES[domain] for domain in _asked(text) if domain.is_known(text))


def _asked(text: str) -> tuple[ModuleType, ...]:
    """Return the domains that may know a text."""
    if len(text) > LONGEST:
        return (allocation,) if allocation.is_note(text) else ()
    start = opening(text)
    if not start or not (text.isascii() or _HIDING.isdisjoint(text)):
        return DOMAINS
    by_opening = _BY_OPENING.get(start, ())
    return (*by_opening, allocation) if "%" in text else by_opening
