"""Which rows of a sheet may head a comparison table, by their words alone."""

from collections import defaultdict
from collections.abc import Sequence

from tpxl.model import Text
from tpxl.terms.columns import PLAIN, column_of

SEVERAL = 2
"""Headings that make a row a header."""


def heading_rows(words: Sequence[Text]) -> list[int]:
    """Return the rows with several headings, one of them, or one next to them, a comparison's.

    A row of mere amounts heads a figures table.
    """
    by_row: dict[int, list[str]] = defaultdict(list)
    for word in words:
        said = column_of(word.text)
        if said is not None:
            by_row[word.row].append(said.role)
    telling = {row for row, roles in by_row.items() if not PLAIN.issuperset(roles)}
    return [
        row
        for row, roles in sorted(by_row.items())
        if len(roles) >= SEVERAL and telling & {row - 1, row, row + 1}
    ]
