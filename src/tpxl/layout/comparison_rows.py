"""Which rows of a sheet may head a comparison table, by their words alone."""

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from tpxl.model import Text
from tpxl.terms import columns
from tpxl.terms.column_roles import PLAIN
from tpxl.terms.known import domains_of

SEVERAL = 2
"""Headings that make a row a header."""


def heading_rows(words: Sequence[Text]) -> list[int]:
    """Return the rows with several headings, one of them, or one next to them, a comparison's.

    A row of mere amounts heads a figures table.
    """
    by_row: dict[int, list[str]] = defaultdict(list)
    for word in words:
        role = _role_of(word.text)
        if role is not None:
            by_row[word.row].append(role)
    telling = {row for row, roles in by_row.items() if not PLAIN.issuperset(roles)}
    return [
        row
        for row, roles in sorted(by_row.items())
        if len(roles) >= SEVERAL and telling & {row - 1, row, row + 1}
    ]


@lru_cache(maxsize=16384)
def _role_of(text: str) -> str | None:
    """Return the role of the column that a text heads; an area's name costs no more than a look."""
    said = columns.column_of(text) if columns in domains_of(text) else None
    return None if said is None else said.role
