"""What a report is made of, whatever its file: headings, prose and tables, in reading order."""

from collections.abc import Iterable, Mapping
from enum import Enum
from itertools import count
from typing import NamedTuple

ROW_OF_WORDS = 1
"""The column that a heading or a paragraph stands in."""


class Box(NamedTuple):
    """A place on a page in points, from the page's upper left corner."""

    left: float
    top: float
    right: float
    bottom: float

    def joined(self, other: "Box") -> "Box":
        """Return the smallest box around both."""
        return Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )


class Print(NamedTuple):
    """A printed text and where: the page, where the file has pages, and its box.

    `is_doubtful` tells that it may be two numbers, or a part of one: it is never read as a number.
    """

    text: str
    page: int | None = None
    box: Box | None = None
    is_doubtful: bool = False


PrintedCells = Mapping[int, Print]
"""A row of a table by column number."""


class PassageKind(Enum):
    """What a passage is."""

    HEADING = "heading"
    PROSE = "prose"
    TABLE = "table"


class Passage(NamedTuple):
    """A heading of a `level` (1 is the highest), a paragraph, or a table; its rows of cells.

    A heading and a paragraph are a row of one cell. `spans` are the cells of a table that reach
    over several columns: row index, first column, last column. `number` counts the tables of the
    report, from 1.
    """

    kind: PassageKind
    rows: tuple[PrintedCells, ...]
    level: int = 0
    spans: tuple[tuple[int, int, int], ...] = ()
    number: int = 0

    @property
    def text(self) -> str:
        """Return what a heading or a paragraph says."""
        return self.rows[0][ROW_OF_WORDS].text

    @property
    def is_table(self) -> bool:
        """Tell whether it is a table."""
        return self.kind is PassageKind.TABLE


def heading(level: int, said: Print) -> Passage:
    """Return a heading."""
    return Passage(PassageKind.HEADING, ({ROW_OF_WORDS: said},), level)


def prose(said: Print) -> Passage:
    """Return a paragraph."""
    return Passage(PassageKind.PROSE, ({ROW_OF_WORDS: said},))


def table(rows: tuple[PrintedCells, ...], spans: tuple[tuple[int, int, int], ...] = ()) -> Passage:
    """Return a table."""
    return Passage(PassageKind.TABLE, rows, spans=spans)


def numbered(passages: Iterable[Passage]) -> list[Passage]:
    """Return the passages with their tables numbered."""
    numbers = count(1)
    return [one._replace(number=next(numbers)) if one.is_table else one for one in passages]
