"""What a text says without the book's own names: a line, a period."""

from functools import lru_cache

from tpxl.model import Line, Measure
from tpxl.terms.lines import line_of
from tpxl.terms.parts import code_of
from tpxl.terms.periods import period_of


@lru_cache(maxsize=16384)
def tells(text: str) -> bool:
    """Tell whether a text is a line or a period, whatever the areas are called."""
    return line_told(text) is not None or period_of(text) is not None


def line_told(text: str) -> Line | None:
    """Return the line that a text names, a part of one included."""
    found = line_of(text)
    if found is not None:
        return Line(found[0], Measure(found[1])) if found[0] else None
    code = code_of(text)
    return Line(code) if code else None
