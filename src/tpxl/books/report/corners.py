"""Tables of one heading that have the same rows: the name in each one's corner parts them."""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from tpxl.books.report.borrowed import are_alike, has_numbers, labels_of
from tpxl.books.report.passages import ROW_OF_WORDS, Passage
from tpxl.terms import fold
from tpxl.terms.known import is_known
from tpxl.terms.periods import period_of, scale_of
from tpxl.terms.sections import is_caption

_LONGEST_NAME = 80
_LOWEST = 1_000
"""The level of a corner's name: below every heading."""
_SEVERAL = 2


class Title(NamedTuple):
    """A heading over a passage."""

    level: int
    text: str


Path = tuple[Title, ...]
"""The headings over a passage, the highest first."""


class _Cornered(NamedTuple):
    """A table of figures, counted among the passages: the name over its labels, and its labels."""

    at: int
    name: str
    labels: frozenset[str]


def may_name(text: str) -> bool:
    """Tell whether a heading may be an area's name: it is no other word of the report."""
    return len(text) <= _LONGEST_NAME and not is_known(text) and not is_caption(text)


def with_corners(passages: Sequence[Passage], paths: Sequence[Path]) -> list[Path]:
    """Return the headings over passages, with the names of tables that no heading parts.

    Tables under one heading with the same rows are of several areas; a name is taken from a corner
    only where all of them have one, each its own.
    """
    found: dict[Path, list[list[_Cornered]]] = defaultdict(list)
    for index, (passage, path) in enumerate(zip(passages, paths, strict=True)):
        table = _cornered(passage, index)
        if table is None:
            continue
        kind = next((kind for kind in found[path] if are_alike(kind[0].labels, table.labels)), None)
        if kind is None:
            found[path].append([table])
        else:
            kind.append(table)
    named = list(paths)
    for path, kinds in found.items():
        for table in (table for kind in kinds if _are_told_apart(kind) for table in kind):
            named[table.at] = (*path, Title(_LOWEST, table.name))
    return named


def _are_told_apart(tables: Sequence[_Cornered]) -> bool:
    names = {fold(table.name) for table in tables}
    return len(tables) >= _SEVERAL and len(names) == len(tables) and "" not in names


def _cornered(passage: Passage, index: int) -> _Cornered | None:
    """Return the corner and the labels of a table; None where it has no rows of numbers."""
    if not passage.is_table:
        return None
    filled = list(map(has_numbers, passage.rows))
    if not any(filled):
        return None
    over = (
        row[ROW_OF_WORDS].text for row in passage.rows[: filled.index(True)] if ROW_OF_WORDS in row
    )
    own = (" ".join(text.split()) for text in over)
    name = next((text for text in own if is_name(text)), "")
    labels = labels_of(passage.rows)
    return _Cornered(index, name, labels)


def is_name(text: str) -> bool:
    """Tell whether what stands over labels may be an area's name: no unit, no period."""
    is_unit = scale_of(text) is not None or period_of(text) is not None
    return text[:1].isalnum() and any(map(str.isalpha, text)) and may_name(text) and not is_unit
