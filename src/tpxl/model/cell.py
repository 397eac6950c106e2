"""What a cell holds, and what is to be put into one: values, texts, edits."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from tpxl.model.address import Address
from tpxl.terms.values import error_code

_LONGEST_QUOTE = 80
_PRINTED = re.compile(r"[^\s\-\u2010-\u2014\u2212\u00ad\u200b-\u200d\u2060\ufeff]")
_NO_INFORMATION = frozenset({".", "..", "...", "\u2026"})

NewValue = None | bool | int | float | str


@dataclass(frozen=True, slots=True)
class CellError:
    """An error a formula left in its cell: ``#DIV/0!``."""

    code: str


Value = None | bool | int | float | str | CellError
"""What a cell holds. Dates are their serial numbers; `number_format` tells them apart."""


def error_of(value: Value) -> CellError | None:
    """Return the error a cell holds, also one that was copied into it as text; None where none.

    >>> error_of("#VIITTAUS!"), error_of("virhe")
    (CellError(code='#REF!'), None)
    """
    if isinstance(value, str):
        code = error_code(value)
        return None if code is None else CellError(code)
    return value if isinstance(value, CellError) else None


def quoted(value: Value) -> CellError | str:
    """Return what a finding quotes of a cell: the error it holds, or the start of its text."""
    error = error_of(value)
    if error is not None:
        return error
    text = str(value)
    return text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE]}\u2026"


def is_nothing(value: Value) -> bool:
    """Tell whether nothing is printed: an empty cell, blanks, a dash or dots in a figure's place.

    Dots are the public sign for what is not known.

    >>> is_nothing(" \u2013 "), is_nothing("\u2026"), is_nothing(0)
    (True, True, False)
    """
    if not isinstance(value, str):
        return value is None
    return _PRINTED.search(value) is None or value.strip() in _NO_INFORMATION


class Text(NamedTuple):
    """A cell that holds text."""

    row: int
    column: int
    text: str

    @property
    def address(self) -> Address:
        """Return where it stands."""
        return Address(self.row, self.column)


class Cell(NamedTuple):
    """A filled cell: what it holds, whether the spreadsheet computes it, how it is shown.

    A formula without a cached value fills its cell too: its value is None.
    """

    value: Value
    has_formula: bool = False
    number_format: str = "General"

    @property
    def is_unvalued(self) -> bool:
        """Tell whether a formula stands here whose value nobody has stored."""
        return self.has_formula and self.value is None


class Unvalued(NamedTuple):
    """The formulas of a sheet that have no cached value: how many cells, and the first of them."""

    cells: int
    first: Address


def has_known_value(value: Value, *, has_formula: bool, is_pending: bool) -> bool:
    """Tell whether what a cell holds can be relied on; `is_pending` while formulas may be old.

    >>> has_known_value(None, has_formula=False, is_pending=True)
    True
    >>> has_known_value(None, has_formula=True, is_pending=False)
    False
    """
    return not has_formula or not (is_pending or value is None)


@dataclass(frozen=True, slots=True)
class Edit:
    """One cell: where, what it held, what it is to hold (None clears it)."""

    sheet: str
    cell: str
    new: NewValue
    old: Value = None
    area: str | None = None
    period: str | None = None
    line: str | None = None


class Result(NamedTuple):
    """What a formula gives, where nobody calculates; None where that is not known (any more)."""

    sheet: str
    cell: str
    value: Value = None


class PageText(NamedTuple):
    """A text outside the cells: `part` is ``oddHeader`` and its like; ``title`` of no sheet."""

    sheet: str
    part: str
    text: str


class PageEdit(NamedTuple):
    """A text outside the cells: where, what it was, what it is to be."""

    sheet: str
    part: str
    old: str
    new: str
