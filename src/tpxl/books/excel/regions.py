"""Blocks of equal cells, found by halving: calls grow with the differences, not with the cells.

Excel answers for a whole block at once, and says None where its cells differ.
"""

from collections.abc import Callable, Iterator
from typing import Generic, TypeVar

from tpxl.model import Address, Block

T = TypeVar("T")


class Regions(Generic[T]):
    """A property of every cell of a block, asked only for the blocks that matter.

    `ask` returns what all cells of a block have, None where they differ.
    """

    def __init__(self, block: Block, ask: Callable[[Block], T | None]) -> None:
        """Take the block and how to ask Excel about a part of it."""
        self._block = block
        self._ask = ask
        self._answers: dict[Block, T | None] = {}

    def at(self, address: Address) -> T | None:
        """Return the property of a cell; None outside the block, and where Excel has no word."""
        block = self._block
        if not block.covers(address):
            return None
        while (answer := self._answer(block)) is None and not _is_single(block):
            block = next(half for half in halves(block) if half.covers(address))
        return answer

    def uniform(self) -> Iterator[tuple[Block, T]]:
        """Yield the largest halves whose cells are equal, with what they have."""
        waiting = [self._block]
        while waiting:
            block = waiting.pop()
            answer = self._answer(block)
            if answer is not None:
                yield block, answer
            elif not _is_single(block):
                waiting += reversed(halves(block))

    def _answer(self, block: Block) -> T | None:
        if block not in self._answers:
            self._answers[block] = self._ask(block)
        return self._answers[block]


def _is_single(block: Block) -> bool:
    return (block.top, block.left) == (block.bottom, block.right)


def halves(block: Block) -> tuple[Block, Block]:
    """Return the two halves of a block of two cells or more: rows first.

    >>> halves(Block(1, 1, 3, 4))
    (Block(top=1, left=1, bottom=2, right=4), Block(top=3, left=1, bottom=3, right=4))
    """
    if block.bottom > block.top:
        middle = (block.top + block.bottom) // 2
        return block._replace(bottom=middle), block._replace(top=middle + 1)
    middle = (block.left + block.right) // 2
    return block._replace(right=middle), block._replace(left=middle + 1)
