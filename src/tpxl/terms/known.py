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

LONGEST = 160
"""No word of the report is longer; a longer text is prose, known only as an allocation's note."""

_DOMAINS = (
    lines.is_known,
    periods.is_known,
    settings.is_known,
    allocation.is_known,
    goals.is_known,
    sections.is_known,
    columns.is_known,
    parts.is_known,
    journal.is_known,
)


@lru_cache(maxsize=65536)
def is_known(text: str) -> bool:
    """Tell whether any room of the house knows the text as a word of the report.

    >>> is_known("Toimintakate"), is_known("TP 2025"), is_known("Hyvä vuosi")
    (True, True, False)
    """
    if len(text) > LONGEST:
        return allocation.is_note(text)
    return any(known(text) for known in _DOMAINS)
