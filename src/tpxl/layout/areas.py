"""Whose sheet it is: the area's name from the sheet, from the settings, or the sheet's own."""

import re
from collections.abc import Iterable, Iterator, Sequence

from tpxl.model import Address, Grid, Text
from tpxl.terms import fold
from tpxl.terms.settings import area_marked

_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
LONGEST_SHEET_NAME = 31


def marked_names(grid: Grid, words: Sequence[Text]) -> tuple[str, ...]:
    """Return the different names that ``VASTUUALUE:`` marks on a sheet, in order."""
    return tuple({fold(name): name for name in _marked(grid, words)}.values())


def _marked(grid: Grid, words: Sequence[Text]) -> Iterator[str]:
    for word in words:
        name = area_marked(word.text)
        if name is None:
            continue
        if not name:
            after = [value for column, value in grid.row(word.row).items() if column > word.column]
            below = grid.value(Address(word.row + 1, word.column))
            name = next((" ".join(v.split()) for v in (*after, below) if isinstance(v, str)), "")
        if name:
            yield name


def sheet_name_of(name: str) -> str:
    r"""Return the legal sheet name of an area: 31 characters, ``[]:*?/\`` replaced.

    >>> sheet_name_of("Asuminen/ympäristö: kaikki yksiköt ja hankkeet")
    'Asuminen ympäristö  kaikki yksi'
    """
    return _FORBIDDEN.sub(" ", name)[:LONGEST_SHEET_NAME]


def area_name(sheet: str, marked: Sequence[str], settled: Iterable[str]) -> str:
    """Return the area's full name: marked on its sheet, settled for its sheet's name, or that."""
    if marked:
        return marked[0]
    bare = _squeezed(sheet)
    return next((name for name in settled if _squeezed(sheet_name_of(name)) == bare), sheet)


def _squeezed(name: str) -> str:
    """Return a name without what differs between ways of replacing a forbidden character."""
    return re.sub(r"[\W_]+", "", fold(name))
