"""What an open sheet says of its cells beyond their values: asked in blocks, and only once.

Excel answers for a whole block at once and says None where its cells differ, so that blocks of
equal cells are found by halving: calls grow with the differences, not with the cells. Merged areas,
formats and formulas do not change while tpxl works on a sheet, but for the cells it writes itself;
a sheet that is read again after its edits asks Excel for its values alone.
"""

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Generic, TypeVar

from tpxl.books.excel.cells import block_range, formulas
from tpxl.model import Address, Block
from tpxl.terms.folding import raised

if TYPE_CHECKING:
    import xlwings as xw

T = TypeVar("T")


class Formats:
    """The looks of a block of a sheet; `written` are the cells that tpxl has given a value."""

    def __init__(self, sheet: "xw.Sheet", block: Block) -> None:
        """Take an xlwings sheet and the block that is filled."""
        self.block = block
        self.written: set[Address] = set()
        self._sheet = sheet
        self._formats: dict[Block, Regions[str]] = {}

    @cached_property
    def merged(self) -> tuple[Block, ...]:
        """The merged areas, in the order of their first cells."""
        found: list[Block] = []
        for block, is_merged in Regions(self.block, self._is_merged).uniform():
            if is_merged:
                self._add_areas(block, found)
        return tuple(sorted(found))

    def formula(self, at: Address) -> str:
        """Return the formula of a cell, "" where it has none or lies outside the block."""
        if at in self.written or not self.block.covers(at):
            return ""
        return self._formulas[at.row - 1][at.column - 1]

    def computed(self, row: int) -> tuple[int, ...]:
        """Return the columns of a row that hold a formula."""
        if not 1 <= row <= len(self._formulas):
            return ()
        said = enumerate(self._formulas[row - 1], 1)
        columns = (column for column, formula in said if formula)
        return tuple(at for at in columns if Address(row, at) not in self.written)

    def number_format(self, at: Address, is_like: Callable[[int], bool]) -> str:
        """Return the format of a cell; cells beside it that are like it are asked with it."""
        first = last = at.column
        while first > self.block.left and is_like(first - 1):
            first -= 1
        while last < self.block.right and is_like(last + 1):
            last += 1
        run = Block(at.row, first, at.row, last)
        if run not in self._formats:
            self._formats[run] = Regions(run, lambda part: self._range(part).number_format)
        return self._formats[run].at(at) or "General"

    def has_rich_text(self, at: Address) -> bool:
        """Tell whether a cell's text is lettered in several ways: Excel tells no font of it."""
        font = self._range(Block(at.row, at.column, at.row, at.column)).font
        return None in (font.bold, font.italic, font.name, font.size, font.api.Color)

    @cached_property
    def raised(self) -> tuple[Address, ...]:
        """The cells with superscripts among other letters; none where Excel does not tell."""
        found: list[Address] = []
        waiting = [self.block]
        while waiting:
            block = waiting.pop()
            if _is_superscript(self._range(block).font) is not None:
                continue
            if (block.top, block.left) == (block.bottom, block.right):
                found.append(Address(block.top, block.left))
            else:
                waiting += halves(block)
        return tuple(found)

    def with_raised(self, at: Address, text: str) -> str:
        """Return a cell's text with its superscripts in raised letters."""
        letters = self._range(Block(at.row, at.column, at.row, at.column)).characters
        shown, waiting = list(text), [(0, len(text))]
        while waiting:
            start, stop = waiting.pop()
            is_superscript = _is_superscript(letters[start:stop].font)
            if is_superscript:
                shown[start:stop] = raised(text[start:stop])
            elif is_superscript is None and stop - start > 1:
                middle = (start + stop) // 2
                waiting += [(start, middle), (middle, stop)]
        return "".join(shown)

    @cached_property
    def _formulas(self) -> list[list[str]]:
        return formulas(self._range(self.block))

    def _range(self, block: Block) -> "xw.Range":
        return block_range(self._sheet, block)

    def _is_merged(self, block: Block) -> bool | None:
        return self._range(block).merge_cells  # None where some are, whatever xlwings' type says

    def _add_areas(self, block: Block, found: list[Block]) -> None:
        """Add the merged areas that fill a block; one may reach beyond it, two may share it."""
        for row in range(block.top, block.bottom + 1):
            for column in range(block.left, block.right + 1):
                if not any(area.covers(Address(row, column)) for area in found):
                    area = self._range(Block(row, column, row, column)).merge_area
                    down, across = area.shape
                    left = area.column
                    found.append(Block(area.row, left, area.row + down - 1, left + across - 1))


def _is_superscript(font: object) -> bool | None:
    """Return what Excel says of a font: None where letters differ; False where it says nothing."""
    return getattr(getattr(font, "api", None), "Superscript", False)


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
