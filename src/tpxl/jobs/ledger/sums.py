"""What is kept of the rows of a ledger: sums by key, and hashes that tell which stand twice."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tpxl.books.rows.page import RowValue
from tpxl.jobs.ledger.moments import Moment
from tpxl.jobs.ledger.rows import Rest

if TYPE_CHECKING:
    from array import array

SHELVES = 256
"""Hashes are kept on so many shelves: one is looked through at a time, and is small."""


@dataclass(slots=True)
class PostingTotal:
    """Rows that are alike in what tells their place: how many, their cents, which was the first.

    Cents are of any size: a slip of the hand may be a very large amount.
    """

    first: int
    rows: int = 0
    cents: int = 0


Units = dict[RowValue, dict[Rest, PostingTotal]]
"""Sums by unit, then by the rest of the key: what a unit's rows are summed into lies together."""


class Sums:
    """Growing sums by moment."""

    def __init__(self) -> None:
        """Nothing is summed yet."""
        self.moments: dict[Moment, Units] = {}

    def of(self, moment: Moment) -> Units:
        """Return the sums of a kind and year."""
        return self.moments.setdefault(moment._replace(month=None), {})

    def __iter__(self) -> Iterator[tuple[Moment, RowValue, Rest, PostingTotal]]:
        """Yield the sums, each with its key."""
        for moment, units in self.moments.items():
            for unit, rests in units.items():
                for rest, one in rests.items():
                    yield moment, unit, rest, one


def sum_of(units: Units, unit: RowValue, rest: Rest, row: int) -> PostingTotal:
    """Return the sum of a key, a new one where it has none."""
    return units.setdefault(unit, {}).setdefault(rest, PostingTotal(row))


def doubled_hashes(shelves_of: Iterator[Sequence["array[int]"]]) -> frozenset[int]:
    """Return the hashes that came more than once."""
    doubled: set[int] = set()
    for shelves in zip(*shelves_of, strict=True):
        together = [one for shelf in shelves for one in shelf]
        seen = set(together)
        if len(seen) < len(together):
            for one in together:
                if one in seen:
                    seen.remove(one)
                else:
                    doubled.add(one)
    return frozenset(doubled)
