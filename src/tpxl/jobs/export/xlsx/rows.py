"""From the template's rows to rows on paper: lists go on to the right, long texts further down.

Where a sheet is cut into pages, so that no heading stands alone at a page's foot.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from math import ceil
from typing import Any

from tpxl.jobs.export.template.fields import Unfilled
from tpxl.jobs.export.text_metrics import text_width, wrapped
from tpxl.jobs.export.xlsx.styles import Look
from tpxl.jobs.export.xlsx.template import LineToPrint, TemplateCell

MOST_LINES, PIECE_LINES = 25, 8
"""A row is at most 409 points high: a longer text goes on below, in rows that fill pages well."""

LINE_POINTS, EXTRA_POINTS = 1.36, 2.0
"""A line's height by the size of its letters; the air above and below."""

DEFAULT_SIZE = 11
_NUMBER_PADDING = 12

POINTS_PER_INCH = 72

PAPERS = {9: (595.3, 841.9), 8: (841.9, 1190.6), 1: (612.0, 792.0)}
"""Width and height upright, in points, of the papers Excel numbers 9 (A4), 8 (A3), 1 (Letter)."""

FILL = 0.97
"""How full a page is made: Excel and its printer differ by a hair."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number that stays a number in its cell, with the decimals and the format it is shown in."""

    value: Decimal
    shown: str
    code: str

    def __str__(self) -> str:
        """Return what is shown, for a number within a text."""
        return self.shown


@dataclass(frozen=True, slots=True)
class NumberLook:
    """How numbers are shown: grouped or not, with a true minus or a hyphen."""

    is_grouped: bool = True
    has_true_minus: bool = True

    def code(self, decimals: int) -> str:
        """Return the number format; the separators are those of the reader's own Excel.

        >>> NumberLook().code(1)
        '#,##0.0;"−"#,##0.0'
        """
        plain = ("#,##0" if self.is_grouped else "0") + ("." + "0" * decimals if decimals else "")
        return f'{plain};"\u2212"{plain}' if self.has_true_minus else plain


@dataclass(frozen=True, slots=True)
class PlacedCell:
    """A cell of the sheet: its columns from zero, what it holds, how it looks."""

    column: int
    last_column: int
    value: Any
    look: Look

    @property
    def text(self) -> str:
        """Return what a reader sees in it."""
        match self.value:
            case Numeral(shown=shown):
                return shown
            case str():
                return self.value
            case _:
                return ""


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A row of the sheet: its cells and its height in points."""

    cells: tuple[PlacedCell, ...]
    height: float


def placed(line: LineToPrint, template: Sequence[TemplateCell]) -> tuple[PlacedCell, ...]:
    """Return the cells of a row; a list's items stand side by side in the look of its cell."""
    cells: list[PlacedCell] = []
    for cell, value in zip(template, line.values, strict=True):
        items = list(value) if isinstance(value, list | tuple) else [value]
        last = cell.last_column if len(items) == 1 else cell.column
        for step, item in enumerate(items):
            look = {**cell.look, "italic": True} if isinstance(item, Unfilled) else cell.look
            cells.append(PlacedCell(cell.column + step, last + step, item, look))
    return tuple(cells)


def rows_of(
    cells: tuple[PlacedCell, ...], pixels: Sequence[float], least: float | None
) -> Iterator[PlacedRow]:
    """Yield the row, or the rows its longest text takes; `pixels` are the columns' widths.

    `least` is the template's own height in points.
    """
    lines = [_lines(cell, pixels) for cell in cells]
    longest = max(map(len, lines), default=1)
    if longest <= MOST_LINES:
        own = _height(cells, lines) if cells or least is None else 0.0
        yield PlacedRow(cells, max(least or 0.0, own))
        return
    for first in range(0, longest, PIECE_LINES):
        window = [one[first : first + PIECE_LINES] for one in lines]
        pieces = tuple(
            replace(
                cell,
                value=_piece(cell, own, first),
                look=_opened(cell.look, top=first > 0, bottom=first + PIECE_LINES < longest),
            )
            for cell, own in zip(cells, lines, strict=True)
        )
        yield PlacedRow(pieces, _height(pieces, window))


def needed_pixels(cell: PlacedCell) -> int:
    """Return how wide a number's column must be, lest Excel print hash marks."""
    wide = text_width(cell.text, _size(cell.look), bold=bool(cell.look.get("bold")))
    return ceil(wide) + _NUMBER_PADDING


def _lines(cell: PlacedCell, pixels: Sequence[float]) -> list[str]:
    if not cell.text or not cell.look.get("text_wrap") or isinstance(cell.value, Numeral):
        return [cell.text]
    room = sum(pixels[cell.column : cell.last_column + 1]) - 9 * cell.look.get("indent", 0)
    return wrapped(cell.text, room, _size(cell.look), bold=bool(cell.look.get("bold")))


def _height(cells: Sequence[PlacedCell], lines: Sequence[Sequence[str]]) -> float:
    heights = (
        max(1, len(own)) * round(_size(cell.look) * LINE_POINTS)
        for cell, own in zip(cells, lines, strict=True)
    )
    return max(heights, default=round(DEFAULT_SIZE * LINE_POINTS)) + EXTRA_POINTS


def _size(look: Look) -> float:
    return float(look.get("font_size", DEFAULT_SIZE))


def _piece(cell: PlacedCell, lines: Sequence[str], first: int) -> object:
    """Return the part of a text that its lines from `first` on hold, its own breaks kept."""
    if first == 0 and len(lines) <= PIECE_LINES:
        return cell.value
    starts, at = [], 0
    for line in lines:
        at = cell.text.index(line, at)
        starts.append(at)
        at += len(line)
    window = lines[first : first + PIECE_LINES]
    if not window:
        return ""
    end = starts[first + len(window) - 1] + len(window[-1])
    return cell.text[starts[first] : end]


def _opened(look: Mapping[str, Any], *, top: bool, bottom: bool) -> Look:
    """Return the look without the borders between a text's parts."""
    dropped = {"top", "top_color"} if top else set()
    dropped |= {"bottom", "bottom_color"} if bottom else set()
    return {name: value for name, value in look.items() if name not in dropped}


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
