"""How many lines a text takes in a cell, so that rows are high enough before anyone opens them.

The widths are those of Calibri 11 (Carlito has the same), in 1/2048 of the letter's height. They
stand here so that a build needs no font and gives the same bytes everywhere.
"""

_WIDTHS = {
    452: "'",
    463: " ",
    470: "il",
    490: "j",
    511: ",’",
    517: ".·I",
    548: ":;",
    621: "()f-",
    644: "[]{}J",
    667: "!",
    686: "t",
    714: "r",
    791: "/\\",
    801: "sz",
    821: '"”',
    866: "cLx",
    931: "kvy",
    941: "FS?gZ",
    981: "aåä",
    998: "TYEeé",
    1020: "#*+<=>_–−§",
    1076: "bdhnpquüPXK",
    1092: "oöC",
    1114: "BR",
    1185: "AÅÄV",
    1292: "DHG",
    1322: "UN",
    1378: "OÖQ&",
    1464: "%w…",
    1751: "mM",
    1831: "W@",
}
_UNITS = {letter: width for width, letters in _WIDTHS.items() for letter in letters}
_DIGIT, _PIXELS_OF_EM = 1038, 11 * 96 / 72
_BOLD = 1.04
LINE_POINTS = 15.0
"""The height of one line of 11 points, in points: a row's own default."""

DIGIT_PIXELS, CELL_MARGIN_PIXELS, INDENT_PIXELS = 7, 5, 9


def text_pixels(text: str, *, bold: bool = False) -> float:
    """Return the width of a text in pixels at 100 %."""
    units = sum(_UNITS.get(letter, _DIGIT) for letter in text)
    return units / 2048 * _PIXELS_OF_EM * (_BOLD if bold else 1)


def column_pixels(width: float) -> int:
    """Return the pixels of a column that is `width` characters wide.

    >>> column_pixels(30)
    215
    """
    return int(width * DIGIT_PIXELS + CELL_MARGIN_PIXELS)


def _lines_of_paragraph(paragraph: str, room: float, *, bold: bool) -> int:
    lines, used = 1, 0.0
    space = text_pixels(" ", bold=bold)
    for word in paragraph.split():
        width = text_pixels(word, bold=bold)
        if used and used + space + width > room:
            lines, used = lines + 1, 0.0
        used += width + (space if used else 0)
        while used > room:
            lines, used = lines + 1, used - room
    return lines


def line_count(text: str, *widths: float, bold: bool = False) -> int:
    """Return the lines a text takes, wrapped in columns of `widths` characters merged together.

    >>> line_count("Toiminta pysyy talousarviossa", 30), line_count("Aa " * 40, 25)
    (1, 5)
    """
    room = sum(map(column_pixels, widths)) - CELL_MARGIN_PIXELS - INDENT_PIXELS
    return sum(_lines_of_paragraph(part, room, bold=bold) for part in text.split("\n"))
