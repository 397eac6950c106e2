"""The report's typeface as Pillow can use it, to draw a chart and to measure a cell's text."""

import unicodedata
from functools import cache

from PIL import ImageFont

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
