"""Where a sheet is cut into pages, so that no heading stands alone at a page's foot."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

POINTS_PER_INCH = 72
PAPERS = {9: (595.3, 841.9), 8: (841.9, 1190.6), 1: (612.0, 792.0)}
"""Width and height upright, in points, of the papers Excel numbers 9 (A4), 8 (A3), 1 (Letter)."""
FILL = 0.97
"""How full a page is made: Excel and its printer differ by a hair."""


@dataclass(frozen=True, slots=True)
class PrintRow:
    """A row's height in points and whether it must not be the last on its page."""

    height: float
    keeps_with_next: bool


def room_on_page(
    paper: int, *, is_landscape: bool, margins: Mapping[str, float], width: float
) -> float | None:
    """Return the points of rows that fit on a page when `width` points fit its width.

    None for a paper of unknown size. Margins are in inches.
    """
    if paper not in PAPERS:
        return None
    across, down = PAPERS[paper][::-1] if is_landscape else PAPERS[paper]
    across -= (margins["left"] + margins["right"]) * POINTS_PER_INCH
    down -= (margins["top"] + margins["bottom"]) * POINTS_PER_INCH
    return down / min(1.0, across / max(width, 1.0)) * FILL


def page_breaks(rows: Sequence[PrintRow], room: float, repeated: float) -> Iterator[int]:
    """Yield the rows, from zero, that begin a new page; `repeated` is what each page repeats.

    A heading moves on together with the row it heads, unless they fill a page by themselves.
    """
    start, used = 0, 0.0
    for number, row in enumerate(rows):
        if used + row.height <= room or number == start:
            used += row.height
            continue
        first = number
        while first - 1 > start and rows[first - 1].keeps_with_next:
            first -= 1
        if first - 1 == start and rows[start].keeps_with_next:
            first = number
        yield first
        start = first
        used = repeated + sum(one.height for one in rows[first : number + 1])
