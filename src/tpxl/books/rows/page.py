"""What a file of rows gives: its pages, each of rows of texts and numbers."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

RowValue = str | float
Row = Sequence[RowValue]


class RowPage(NamedTuple):
    """Rows that belong together, from the top: a text file's, or a sheet's; blank ones included."""

    sheet: str | None
    rows: Callable[[], Iterator[Row]]


class RowFile(NamedTuple):
    """A file: its name, the fingerprint of its bytes (SHA-256), how its text is written."""

    name: str
    fingerprint: str
    pages: tuple[RowPage, ...]
    encoding: str | None = None
    separator: str | None = None
