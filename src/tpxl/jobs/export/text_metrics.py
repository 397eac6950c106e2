"""How many lines a text takes in a cell, for a row must be as high as its text.

The report's typeface as Pillow can use it, to draw a chart and to measure a cell's text.
"""

import unicodedata
from functools import cache, lru_cache
from math import ceil

from PIL import ImageFont

PIXELS_PER_POINT = 96 / 72

FINENESS = 4
"""Letters are measured at four times their size: a typeface has whole pixels only."""

SAFETY = 1.03
"""Excel's own text is a little wider than the typeface says."""

_PADDING = 6

REGULAR = (
    "calibri.ttf",
    "Carlito-Regular.ttf",
    "Carlito.ttf",
    "arial.ttf",
    "LiberationSans-Regular.ttf",
    "DejaVuSans.ttf",
)
"""Calibri, or Carlito with its widths; then what a machine without either is likely to have."""

BOLD = (
    "calibrib.ttf",
    "Carlito-Bold.ttf",
    "arialbd.ttf",
    "LiberationSans-Bold.ttf",
    "DejaVuSans-Bold.ttf",
)

Font = ImageFont.FreeTypeFont | ImageFont.ImageFont
_PLAIN = str.maketrans({"\u2212": "-", "\u2013": "-", "\u00a0": " ", "€": "EUR"})


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
def font(size: int, *, bold: bool = False) -> tuple[Font, bool]:
    """Return the best font of a size in pixels, and whether it has the letters of Finnish.

    Pillow's own font, the last resort, knows only ASCII: `drawable` words a text for it.
    """
    for name in (*BOLD, *REGULAR) if bold else REGULAR:
        try:
            return ImageFont.truetype(name, size), True
        except OSError:
            continue
    return ImageFont.load_default(size), False


def drawable(text: str, has_letters: bool) -> str:  # noqa: FBT001
    """Return `text` as the font can draw it.

    >>> drawable("Työ −5 €", False)
    'Tyo -5 EUR'
    """
    if has_letters:
        return text
    decomposed = unicodedata.normalize("NFD", text.translate(_PLAIN))
    return decomposed.encode("ascii", "ignore").decode()


def width(text: str, size: int, *, bold: bool = False) -> float:
    """Return the width of `text` in pixels."""
    face, has_letters = font(size, bold=bold)
    return float(face.getlength(drawable(text, has_letters)))
