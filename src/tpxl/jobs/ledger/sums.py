"""What is kept of the rows of a ledger: sums by key, and hashes that tell which stand twice."""

from array import array
from collections.abc import Iterator, Sequence

from tpxl.jobs.ledger.moments import Moment
from tpxl.jobs.ledger.rows import Key

SHELVES = 256
"""Hashes are kept on so many shelves: one is looked through at a time, and is small."""


class Sums:
    """Growing sums: a slot a key, its rows, cents and first row."""

    def __init__(self) -> None:
        """Nothing is summed yet."""
        self.slots: dict[Moment, dict[Key, int]] = {}
        self.rows, self.first = array("q"), array("q")
        self.cents: list[int] = []  # of any size: a slip of the hand may be a very large amount

    def of(self, moment: Moment) -> dict[Key, int]:
        """Return the slots of a kind and year, by key."""
        return self.slots.setdefault(moment._replace(month=None), {})

    def slot(self, slots: dict[Key, int], key: Key, row: int) -> int:
        """Return the slot of a key, a new one where it has none."""
        slot = slots.setdefault(key, len(self.rows))
        if slot == len(self.rows):
            self.rows.append(0)
            self.cents.append(0)
            self.first.append(row)
        return slot


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
