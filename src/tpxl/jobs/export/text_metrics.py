"""How many lines a text takes in a cell, for a row must be as high as its text.

The report's typeface as Pillow can use it, to draw a chart and to measure a cell's text.
"""

from functools import cache, lru_cache
from math import ceil

from PIL import ImageFont

from tpxl import shipped

PIXELS_PER_POINT = 96 / 72

FINENESS = 4
"""Letters are measured at four times their size: a typeface has whole pixels only."""

SAFETY = 1.03
"""Excel's own text is a little wider than the typeface says."""

_PADDING = 6

_FACES = {False: "Carlito-Regular.ttf", True: "Carlito-Bold.ttf"}
"""The typeface that comes with tpxl, as wide as Calibri: the same on every machine."""


def wrapped(text: str, room: float, size: float, *, bold: bool = False) -> list[str]:
    r"""Return the lines of a text in a cell `room` pixels wide, in a typeface of `size` points.

    >>> wrapped("yksi\nkaksi", 200, 11)
    ['yksi', 'kaksi']
    """
    pixels = _pixels(size)
    fits = max(1.0, (room - _PADDING) / SAFETY * FINENESS)
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines += _filled(paragraph.split(" "), fits, pixels, bold=bold)
    return lines


def _filled(words: list[str], room: float, pixels: int, *, bold: bool) -> list[str]:
    space = _width(" ", pixels, bold=bold)
    lines, line, used = [], "", 0.0
    for word in words:
        wide = _width(word, pixels, bold=bold)
        if line and used + space + wide <= room:
            line, used = f"{line} {word}", used + space + wide
            continue
        if line:
            lines.append(line)
        *full, line = _pieces(word, wide, room)
        lines += full
        used = wide if not full else _width(line, pixels, bold=bold)
    return [*lines, line]


def _pieces(word: str, wide: float, room: float) -> list[str]:
    if wide <= room or len(word) < 2:  # noqa: PLR2004  # one letter cannot be broken
        return [word]
    each = max(1, int(len(word) * room / wide))
    return [word[start : start + each] for start in range(0, len(word), each)]


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the pixels a text takes in Excel, in a typeface of `size` points."""
    return _width(text, _pixels(size), bold=bold) / FINENESS * SAFETY


def _pixels(size: float) -> int:
    return ceil(size * PIXELS_PER_POINT * FINENESS)


@lru_cache(maxsize=20_000)
def _width(text: str, pixels: int, *, bold: bool) -> float:
    return width(text, pixels, bold=bold)


@cache
def font(size: int, *, bold: bool = False) -> ImageFont.FreeTypeFont:
    """Return the typeface in a size in pixels."""
    return ImageFont.truetype(shipped.font(_FACES[bold]), size)


def width(text: str, size: int, *, bold: bool = False) -> float:
    """Return the width of `text` in pixels."""
    return float(font(size, bold=bold).getlength(text))
