"""What a file of rows gives: its pages, each of rows of texts and numbers."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import NamedTuple

RowValue = str | float
Row = tuple[RowValue, ...]

_RAGGED = 200
"""So many rows that may be of any length make a block."""


class RowBlock(NamedTuple):
    """Rows that follow one another, and the columns that all of them reach."""

    rows: Sequence[Row]
    columns: Sequence[Sequence[RowValue]]

    @classmethod
    def of_rows(cls, rows: Sequence[Row]) -> "RowBlock":
        """Return rows of any length."""
        return cls(rows, [*zip(*rows, strict=False)])

    @classmethod
    def of_columns(cls, columns: Sequence[Sequence[RowValue]]) -> "RowBlock":
        """Return rows of as many cells each."""
        return cls([*zip(*columns, strict=True)], columns)


class RowPage(NamedTuple):
    """Rows that belong together, from the top: a text file's, or a sheet's; blank ones included."""

    sheet: str | None
    blocks: Callable[[], Iterator[RowBlock]]

    def rows(self) -> Iterator[Row]:
        """Yield the rows one by one."""
        return chain.from_iterable(block.rows for block in self.blocks())


class RowFile(NamedTuple):
    """A file: its name, the fingerprint of its bytes (SHA-256), how its text is written."""

    name: str
    fingerprint: str
    pages: tuple[RowPage, ...]
    encoding: str | None = None
    separator: str | None = None


def blocks_of(rows: Iterable[Row]) -> Iterator[RowBlock]:
    """Yield rows block by block, as they come."""
    left = iter(rows)
    while some := [*islice(left, _RAGGED)]:
        yield RowBlock.of_rows(some)
