"""Where a cell is: rows and columns counted from one, and their A1 names."""

import re
from functools import lru_cache
from typing import NamedTuple, Self

MAX_ROW, MAX_COLUMN = 1_048_576, 16_384
_A1 = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})")


@lru_cache(maxsize=MAX_COLUMN)
def column_letters(column: int) -> str:
    """Return the letters of a column counted from one.

    >>> column_letters(1), column_letters(28)
    ('A', 'AB')
    """
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


@lru_cache(maxsize=MAX_COLUMN)
def column_number(letters: str) -> int:
    """Return the number of a column, from one.

    >>> column_number("AB")
    28
    """
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


class Address(NamedTuple):
    """A cell's place on its sheet: row and column, both from one."""

    row: int
    column: int

    @classmethod
    def parse(cls, a1: str) -> Self:
        """Return the address named by `a1`, dollar signs allowed.

        Raises:
            ValueError: `a1` names no cell of a worksheet.

        >>> Address.parse("$C$7")
        Address(row=7, column=3)
        """
        return cls(*_row_and_column(a1))

    @property
    def a1(self) -> str:
        """Return the A1 name without dollar signs."""
        return f"{column_letters(self.column)}{self.row}"


@lru_cache(maxsize=65536)  # a workbook's sheets are laid out alike
def _row_and_column(a1: str) -> tuple[int, int]:
    match = _A1.fullmatch(a1)
    if match is None:
        raise ValueError(f"not a cell address: {a1!r}")
    row, column = int(match[2]), column_number(match[1])
    if row > MAX_ROW or column > MAX_COLUMN:
        raise ValueError(f"outside the worksheet: {a1!r}")
    return row, column


class Block(NamedTuple):
    """A rectangle of cells, its corners included."""

    top: int
    left: int
    bottom: int
    right: int

    @classmethod
    def parse(cls, a1: str) -> Self:
        """Return the block named ``A1:C7`` (or of the one cell ``A1``).

        >>> Block.parse("C7:A1")
        Block(top=1, left=1, bottom=7, right=3)
        """
        first, _, last = a1.partition(":")
        a, b = Address.parse(first), Address.parse(last or first)
        return cls(
            min(a.row, b.row), min(a.column, b.column), max(a.row, b.row), max(a.column, b.column)
        )

    def covers(self, at: Address) -> bool:
        """Tell whether the address lies in the block (`in` would ask for one of its numbers)."""
        return self.top <= at.row <= self.bottom and self.left <= at.column <= self.right

    @property
    def area(self) -> int:
        """Return how many cells it has."""
        return (self.bottom - self.top + 1) * (self.right - self.left + 1)

    def including(self, at: Address) -> "Block":
        """Return the smallest block that holds this one and the address."""
        return Block(
            min(self.top, at.row),
            min(self.left, at.column),
            max(self.bottom, at.row),
            max(self.right, at.column),
        )

    @property
    def a1(self) -> str:
        """Return ``A1:C7``."""
        return f"{Address(self.top, self.left).a1}:{Address(self.bottom, self.right).a1}"
