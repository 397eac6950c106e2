"""Pages whose text is turned: a wide table set sideways on a page, or a page turned as a whole."""

import math
from collections import Counter
from typing import Any, NamedTuple

_QUARTER = math.pi / 2
_QUARTERS = 4
_SAMPLES = 200
"""So many letters of a page tell how its text is turned."""


class Turn(NamedTuple):
    """Quarters that a page's text is turned to the right, and the page's own width and height."""

    quarters: int
    own_width: float
    own_height: float

    @property
    def size(self) -> tuple[float, float]:
        """Return the width and height of the page as it is read."""
        is_sideways = self.quarters % 2
        own = self.own_width, self.own_height
        return (own[1], own[0]) if is_sideways else own

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point of the page is when its text stands upright.

        >>> Turn(3, 595, 842).point(69, 56), Turn(1, 595, 842).point(69, 56)
        ((56, 526), (786, 69))
        """
        wide, tall = self.own_width, self.own_height
        return ((x, y), (tall - y, x), (wide - x, tall - y), (y, wide - x))[self.quarters]

    def corners(
        self, left: float, bottom: float, right: float, top: float
    ) -> tuple[float, float, float, float]:
        """Return the left, lower, right and upper edge of a box when the text stands upright."""
        (x, y), (other_x, other_y) = self.point(left, bottom), self.point(right, top)
        return min(x, other_x), min(y, other_y), max(x, other_x), max(y, other_y)

    @property
    def back(self) -> "Turn":
        """Return the turn from the upright page to the page itself."""
        return Turn(-self.quarters % _QUARTERS, *self.size)


def turn_of(raw: Any, page: Any, letters: Any) -> Turn:  # noqa: ANN401  # PDFium's handles
    """Return how most letters of a page are turned."""
    width, height = page.get_size()
    if raw.FPDFPage_GetRotation(page) % 2:
        width, height = height, width
    count = raw.FPDFText_CountChars(letters)
    seen = Counter(
        quarters_of(raw, letters, index)
        for index in range(0, count, max(1, count // _SAMPLES))
        if not chr(raw.FPDFText_GetUnicode(letters, index)).isspace()
    )
    return Turn(seen.most_common(1)[0][0] if seen else 0, width, height)


def quarters_of(raw: Any, letters: Any, index: int) -> int:  # noqa: ANN401  # as above
    """Return by how many quarters a letter is turned to the right."""
    angle = float(raw.FPDFText_GetCharAngle(letters, index))
    return round(angle / _QUARTER) % _QUARTERS
