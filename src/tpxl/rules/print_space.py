"""Whether a text fits its cell in print."""

import math

POINTS_A_ROW = 409
"""The highest a spreadsheet's row can be, in points."""

POINTS_A_LINE = 15
"""A line of text of 11 points, with its leading."""

LINES_A_ROW = POINTS_A_ROW // POINTS_A_LINE


def lines_needed(text: str, width: int) -> int:
    r"""Return how many lines a text takes in a cell `width` characters wide.

    >>> lines_needed("Kaavat kaupungin karttapalvelussa", 20), lines_needed("a\nb", 20)
    (2, 2)
    """
    return sum(max(1, math.ceil(len(line) / width)) for line in text.split("\n"))


def fits(text: str, width: int, rows: int = 1) -> bool:
    """Tell whether a text can be shown whole in `rows` rows of cells `width` characters wide."""
    return lines_needed(text, width) <= LINES_A_ROW * rows


def longest_that_fits(width: int, rows: int = 1) -> int:
    """Return how many characters fit at most.

    >>> longest_that_fits(40)
    1080
    """
    return width * LINES_A_ROW * rows
