"""The merged areas of a sheet, looked through once, however many tables ask for them."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from tpxl.model import Block


class TallArea(NamedTuple):
    """A merged area over several rows, and its place in the order of the file."""

    block: Block
    place: int


class Merged(NamedTuple):
    """Merged areas by their first row, `tall` ones of several rows from the top.

    `rights` are their last columns by the row and the column of their first cell.
    """

    rights: Mapping[tuple[int, int], int]
    by_row: Mapping[int, Sequence[Block]]
    tall: Sequence[TallArea]

    @classmethod
    def of(cls, blocks: Iterable[Block]) -> "Merged":
        """Return the merged areas of a sheet."""
        rights: dict[tuple[int, int], int] = {}
        by_row: dict[int, list[Block]] = defaultdict(list)
        tall = []
        for place, block in enumerate(blocks):
            at = block.top, block.left
            rights[at] = max(rights.get(at, 0), block.right)
            by_row[block.top].append(block)
            if block.bottom > block.top:
                tall.append(TallArea(block, place))
        return cls(rights, dict(by_row), sorted(tall))

    def below(self, row: int) -> Iterator[TallArea]:
        """Yield the tall ones that begin below a row, from the top."""
        first = bisect_right(self.tall, row, key=lambda one: one.block.top)
        return islice(self.tall, first, None)
