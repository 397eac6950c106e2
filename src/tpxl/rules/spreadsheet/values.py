"""The values of formulas: how a spreadsheet takes one for a number, a text or a truth."""

import math
import re
from collections.abc import Callable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from tpxl.model import CellError, Value
from tpxl.rules.spreadsheet.parsing import NotUnderstood

VALUE, DIVISION, MISSING, NUMBER = map(CellError, ("#VALUE!", "#DIV/0!", "#N/A", "#NUM!"))
_WHOLE = re.compile(r"-?\d+")
_SNAP = 2.0**-49
"""A difference smaller than this part of its terms is nothing: the rest of their last bits."""


class CellValues(NamedTuple):
    """The values of several cells, row by row; `is_cells` tells that they stand in cells."""

    rows: Sequence[Sequence[Value]]
    is_cells: bool = False

    @property
    def cells(self) -> list[Value]:
        """Return the values one by one."""
        return [value for row in self.rows for value in row]

    @property
    def size(self) -> tuple[int, int]:
        """Return how many rows and columns there are."""
        return len(self.rows), len(self.rows[0]) if self.rows else 0


Held = Value | CellValues
"""What a part of a formula gives."""


def single(held: Held) -> Value:
    """Return the one value that is held.

    Raises:
        NotUnderstood: there are several, of which a cell would show one by its place.
    """
    if not isinstance(held, CellValues):
        return held
    if held.size != (1, 1):
        raise NotUnderstood("several values")
    return held.rows[0][0]


def number(value: Value) -> float | CellError:
    """Return a value as a number: an empty cell is zero, text that is no number an error."""
    match value:
        case None:
            return 0.0
        case CellError():
            return value
        case bool() | int() | float():
            return float(value)
    if any(map(str.isdigit, value)) and not any(map(str.isalpha, value)):
        if not _WHOLE.fullmatch(value):
            raise NotUnderstood("text that the language of the program reads")
        return float(value)
    return VALUE


def text(value: Value) -> str | CellError:
    """Return a value as text: a number with its fifteen digits and a decimal comma.

    >>> text(5.2), text(100.0), text(None), text(True)
    ('5,2', '100', '', 'TOSI')
    """
    match value:
        case None:
            return ""
        case CellError() | str():
            return value
        case bool():
            return "TOSI" if value else "EPÄTOSI"
    if value == 0:
        return "0"
    rounded = float(f"{value:.15g}")
    if not 1e-5 <= abs(rounded) < 1e15:  # noqa: PLR2004  # Excel writes others with an exponent
        raise NotUnderstood("exponent")
    return f"{Decimal(repr(rounded)).normalize():f}".replace(".", ",")


def truth(value: Value) -> bool | CellError:
    """Return a value as a truth."""
    told = number(value)
    return told if isinstance(told, CellError) else told != 0


def elementwise(function: Callable[[Value, Value], Value], left: Held, right: Held) -> Held:
    """Return a function of two values; of blocks, of each pair of theirs."""
    if not isinstance(left, CellValues) and not isinstance(right, CellValues):
        return function(left, right)
    one = left if isinstance(left, CellValues) else CellValues([[left]])
    other = right if isinstance(right, CellValues) else CellValues([[right]])
    rows = max(one.size[0], other.size[0])
    columns = max(one.size[1], other.size[1])
    for block in (one, other):
        if block.size[0] not in (1, rows) or block.size[1] not in (1, columns):
            raise NotUnderstood("blocks of different sizes")
    return CellValues(
        [
            [function(_at(one, row, column), _at(other, row, column)) for column in range(columns)]
            for row in range(rows)
        ]
    )


def _at(block: CellValues, row: int, column: int) -> Value:
    rows, columns = block.size
    return block.rows[row if rows > 1 else 0][column if columns > 1 else 0]


def arithmetic(sign: str, left: Value, right: Value) -> Value:
    """Return what an operator of numbers gives."""
    one, other = number(left), number(right)
    if isinstance(one, CellError):
        return one
    if isinstance(other, CellError):
        return other
    return _OPERATORS[sign](one, other)


def _power(one: float, other: float) -> Value:
    try:
        power = one**other
    except (OverflowError, ZeroDivisionError):
        return NUMBER
    return power if isinstance(power, float) else NUMBER


_OPERATORS: dict[str, Callable[[float, float], Value]] = {
    "+": lambda one, other: _settled(one + other, one, other),
    "-": lambda one, other: _settled(one - other, one, other),
    "*": lambda one, other: one * other,
    "/": lambda one, other: one / other if other else DIVISION,
    "^": _power,
}


def _settled(total: float, one: float, other: float) -> float:
    return 0.0 if abs(total) < max(abs(one), abs(other)) * _SNAP else total


def _rank(value: Value) -> int:
    return 2 if isinstance(value, bool) else 1 if isinstance(value, str) else 0


def compared(sign: str, left: Value, right: Value) -> Value:
    """Return what a comparison gives: numbers come before texts, texts before truths."""
    for value in (left, right):
        if isinstance(value, CellError):
            return value
    one, other = _beside(left, right), _beside(right, left)
    if _rank(one) != _rank(other):
        order = _rank(one) - _rank(other)
    elif isinstance(one, str) and isinstance(other, str):
        order = (one.casefold() > other.casefold()) - (one.casefold() < other.casefold())
    else:
        first, second = number(one), number(other)
        if isinstance(first, CellError) or isinstance(second, CellError):
            return VALUE
        order = (first > second) - (first < second)
    return {
        "=": order == 0,
        "<>": order != 0,
        "<": order < 0,
        ">": order > 0,
        "<=": order <= 0,
        ">=": order >= 0,
    }[sign]


def _beside(value: Value, other: Value) -> Value:
    """Return a value as it is compared: an empty cell is "" beside a text, else zero."""
    if value is None:
        return "" if isinstance(other, str) else False if isinstance(other, bool) else 0.0
    return value


def rounded(value: float, digits: int, how: str = ROUND_HALF_UP) -> float:
    """Return a number to so many decimals, half away from zero.

    >>> rounded(-2.5, 0), rounded(1.005, 2), rounded(1234.0, -2)
    (-3.0, 1.01, 1200.0)
    """
    exact = Decimal(f"{value:.15g}")
    return float(exact.quantize(Decimal(1).scaleb(-digits), how))


def finite(value: Value) -> Value:
    """Return a value, an error where it is a number that no cell holds; whole ones as such."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return value
    if not math.isfinite(value):
        return NUMBER
    whole = float(value).is_integer() and abs(value) < 1e15  # noqa: PLR2004  # exact integers
    return int(value) if whole else float(value)
