"""The lines above a goal table's header: which section it belongs to, which focus area."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tpxl.layout.cells.text import text_at
from tpxl.layout.goals.headers import GoalHeader
from tpxl.layout.goals.rows import NUMBERING, Piece, is_in_capitals, is_title
from tpxl.layout.merged import Merged
from tpxl.model import Address, Grid, Text
from tpxl.terms.goals import Column, header_word
from tpxl.terms.sections import section_of

GOAL_SECTIONS = frozenset({3, 4, 5, 8, 9})
"""The sections of the report that have goal tables."""

_LABEL = re.compile(
    r"(?:strateginen )?(?:painopiste(?:alue)?|tyngdpunkt(?:sområde)?|focus area|fokusområde)"
    r"\s*\d{0,2}\s*[:.–—-]\s*(?=\S)",
    re.IGNORECASE,
)

_BEFORE = re.compile(r"\d{1,2}[.)]\s+(?=\S)")
_FOCUS_SECTIONS = (3, None)
_REACH = 3


class SectionHeading(NamedTuple):
    """A line that opens a section of the report."""

    row: int
    section: int


class FocusLine(NamedTuple):
    """A focus area's name as a line above the header; `top` is the first row of the line."""

    top: int
    name: Piece


def section_headings(
    grid: Grid, words: Iterable[Text], header_rows: Iterable[int]
) -> tuple[SectionHeading, ...]:
    """Return the lines that open a section: alone in their rows, goal tables' headers are none."""
    taken = set(header_rows)
    return tuple(
        SectionHeading(text.row, section)
        for text in words
        if text.row not in taken
        and (section := section_of(text.text)) is not None
        and line(grid, text.row) is not None
    )


def section_above(
    header: GoalHeader, headings: Sequence[SectionHeading], before: Sequence[GoalHeader]
) -> int | None:
    """Return the section of a header: that of the nearest heading above, else the header's own.

    Where a table with another word already stands under that heading, a header that belongs to
    one section alone tells more than the heading: a heading between was not recognised.
    """
    nearest = heading_above(headings, header.top)
    if nearest is None:
        return header.section
    others = [one for one in before if one.top > nearest.row and one.word != header.word]
    if header.section is not None and (others or nearest.section not in GOAL_SECTIONS):
        return header.section
    return nearest.section if nearest.section in GOAL_SECTIONS else None


def heading_above(headings: Sequence[SectionHeading], row: int) -> SectionHeading | None:
    """Return the nearest of the headings, which stand from the top, above a row."""
    at = bisect_left(headings, row, key=lambda heading: heading.row)
    return headings[at - 1] if at else None


def focus_above(
    grid: Grid,
    header: GoalHeader,
    floor: int,
    section: int | None,
    *,
    merged: Merged,
    is_free: bool,
) -> FocusLine | None:
    """Return the focus area named on the nearest line above the header, below row `floor`.

    It is a line alone in its row, at most two blank rows above the header, and no sentence. In a
    section without focus areas of its own (4, 5, 8, 9) it counts only in capitals, merged over the
    table or labelled so. A line right under a row of the table above counts only in capitals,
    merged, or when it `is_free`: no table stands there, or one whose focus area is above it too.
    """
    for row in range(header.top - 1, max(floor, header.top - 1 - _REACH), -1):
        if grid.row(row):
            return _focus_line(grid, header, row, floor, section, merged=merged, is_free=is_free)
    return None


def line(grid: Grid, row: int) -> Piece | None:
    """Return the only text of a row, numbering beside it left out; None where there are others."""
    pieces = [
        Piece(text, Address(row, column))
        for column, value in grid.row(row).items()
        if (text := text_at(grid, Address(row, column), value))
    ]
    texts = [piece for piece in pieces if not NUMBERING.fullmatch(piece.text)]
    return texts[0] if len(texts) == 1 else None


def focus_name(text: str) -> str:
    """Return a focus area's name without its number and the word that says it is one.

    >>> focus_name("Painopiste 1: Hyvä ja sujuva arki"), focus_name("2. VAKAA TALOUS")
    ('Hyvä ja sujuva arki', 'VAKAA TALOUS')
    """
    return _BEFORE.sub("", _LABEL.sub("", text, count=1), count=1).strip()


def _focus_line(
    grid: Grid,
    header: GoalHeader,
    row: int,
    floor: int,
    section: int | None,
    *,
    merged: Merged,
    is_free: bool,
) -> FocusLine | None:
    found = line(grid, row)
    if found is None or found.at.column > header.spans[Column.GOAL].right:
        return None
    if section_of(found.text) is not None or header_word(found.text) is not None:
        return None
    above = line(grid, row - 1) if row - 1 > floor else None
    if above is not None and _goes_on(above.text, found.text):
        joined = Piece(f"{above.text} {found.text}", above.at)
        return FocusLine(row - 1, Piece(focus_name(joined.text), joined.at))
    is_marked = (
        is_in_capitals(found.text)
        or _LABEL.match(found.text) is not None
        or _is_over_table(header, found.at, merged)
    )
    is_apart = is_free or row - 1 <= floor or not grid.row(row - 1)
    if not is_title(found.text) or not (is_marked or (section in _FOCUS_SECTIONS and is_apart)):
        return None
    return FocusLine(row, Piece(focus_name(found.text), found.at))


def _goes_on(first: str, second: str) -> bool:
    """Tell whether two lines are one focus area's name."""
    if section_of(first) is not None or header_word(first) is not None or not is_title(first):
        return False
    both = is_in_capitals(first) and is_in_capitals(second)
    return both or (second[:1].islower() and is_title(second[:1].upper() + second[1:]))


def _is_over_table(header: GoalHeader, at: Address, merged: Merged) -> bool:
    return merged.rights.get(at, 0) > header.spans[Column.GOAL].right
