"""Goal tables beside each other: which columns are whose, and how far down they stand so."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from operator import attrgetter
from typing import NamedTuple

from tpxl.layout.goals.headers import parted_header
from tpxl.layout.goals.headings import SectionHeading, section_headings
from tpxl.layout.headers import locate_headers
from tpxl.layout.views import View
from tpxl.model import Block, Grid, Text
from tpxl.model.address import MAX_COLUMN
from tpxl.terms.goals import header_word

_ROW = attrgetter("row")


class _Head(NamedTuple):
    """The header of one table: its row, its first and its last column."""

    row: int
    left: int
    right: int

    def is_beside(self, other: "_Head") -> bool:
        """Tell whether the two have no column in common."""
        return self.right < other.left or other.right < self.left


class Strip(NamedTuple):
    """The columns of one of several tables beside each other; `first` is their top header row."""

    first: int
    block: Block

    def among(self, words: Sequence[Text]) -> list[Text]:
        """Return the words in it, of those of the sheet from the top."""
        first = bisect_left(words, self.block.top, key=_ROW)
        below = bisect_right(words, self.block.bottom, key=_ROW)
        return [word for word in words[first:below] if self.block.covers(word.address)]

    def rows(
        self, grid: Grid, words: Sequence[Text], common: Iterable[SectionHeading]
    ) -> Iterator[int]:
        """Yield the rows that are the tables' own, with headings that stand beside each other."""
        yield from range(self.first, self.block.bottom + 1)
        alone = {one.row for one in common}
        above = section_headings(View(grid, block=self.block), self.among(words), [self.first])
        yield from (one.row for one in above if one.row < self.first and one.row not in alone)


def strips_of(grid: Grid, words: Sequence[Text]) -> list[Strip]:
    """Return the strips of a sheet; none where its goal tables stand under one another.

    They end at the next header row, heading or row of periods over them all.
    """
    bands = list(_bands(grid, _heads(grid, words)))
    if not any(len(_columns(band)) > 1 for band in bands):
        return []
    heads = {head.row for band in bands for head in band}
    ends = {one.row for one in section_headings(grid, words, heads)}
    ends |= {header.row for header in locate_headers(grid, words)}
    ends |= {band[0].row for band in bands}
    below = sorted((*ends, grid.last_row + 1))
    return [strip for at in range(len(bands)) for strip in _strips(bands, at, below)]


def _heads(grid: Grid, words: Iterable[Text]) -> Iterator[_Head]:
    """Yield the headers of goal tables, from the top and from the left."""
    known = [(text, word) for text in words if (word := header_word(text.text)) is not None]
    rights = {(block.top, block.left): block.right for block in grid.merged}
    for row, found in groupby(known, key=lambda pair: pair[0].row):
        for part in parted_header(list(found)):
            first, last = part[0][0].column, part[-1][0].column
            yield _Head(row, first, rights.get((row, last), last))


def _bands(grid: Grid, heads: Iterable[_Head]) -> Iterator[list[_Head]]:
    """Yield the headers in bands: a table that goes on beside a header stands in its band."""
    band: list[_Head] = []
    for head in heads:
        if band and not _is_in(grid, band, head):
            yield band
            band = []
        band.append(head)
    if band:
        yield band


def _is_in(grid: Grid, band: Sequence[_Head], head: _Head) -> bool:
    """Tell whether a header stands beside a table of the band that its row goes on."""
    if sum(not _is_clear(columns, head) for columns in _columns(band)) > 1:
        return False
    filled = grid.row(head.row)
    return any(
        one.is_beside(head)
        and (one.row == head.row or any(one.left <= column <= one.right for column in filled))
        for one in band
    )


def _is_clear(columns: tuple[int, int], head: _Head) -> bool:
    return head.is_beside(_Head(head.row, *columns))


def _columns(band: Iterable[_Head]) -> list[tuple[int, int]]:
    """Return the columns of the tables of a band; those under one another have the same."""
    found: list[tuple[int, int]] = []
    for head in sorted(band, key=lambda one: one.left):
        if found and head.left <= found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], head.right)
        else:
            found.append((head.left, head.right))
    return found


def _strips(bands: Sequence[Sequence[_Head]], at: int, ends: Sequence[int]) -> Iterator[Strip]:
    """Yield the strips of a band; numbers and focus areas may stand left of the header's words."""
    columns = _columns(bands[at])
    if len(columns) == 1:
        return
    first, last = bands[at][0].row, bands[at][-1].row
    top = bands[at - 1][-1].row + 1 if at else 1
    bottom = ends[bisect_right(ends, last)] - 1
    rights = [right for _, right in columns[:-1]]
    for before, right in pairwise((0, *rights, MAX_COLUMN)):
        yield Strip(first, Block(top, before + 1, bottom, right))
