"""A number typed as a setting: usable, or a finding at its cell and as good as not typed."""

from decimal import Decimal
from typing import NamedTuple

from tpxl.layout.cells.numbers import read_number
from tpxl.model import Address, CellError, Grid, Value, is_nothing
from tpxl.model.finding import Finding, Severity
from tpxl.terms.settings import Range

_LONGEST = 40
"""So much of a text is told: a cell can hold 32 767 letters."""


class TypedNumber(NamedTuple):
    """A setting's number; None where nothing is typed, or what the `finding` tells of."""

    number: Decimal | None = None
    finding: Finding | None = None


def typed_number(grid: Grid, at: Address, label: str, allowed: Range) -> TypedNumber:
    """Return the number typed in a cell, a finding where it is not one that is allowed."""
    value = grid.value(at)
    if is_nothing(value):
        return TypedNumber()
    typed = allowed.without_unit(value) if isinstance(value, str) else value
    reading = read_number(typed, grid.number_format(at))
    if reading is not None and allowed.covers(reading.number):
        return TypedNumber(reading.number)
    return TypedNumber(
        finding=Finding(
            code="setting_not_whole" if allowed.is_whole else "setting_not_within",
            severity=Severity.ERROR,
            sheet=grid.sheet,
            cell=at.a1,
            facts={
                "setting": _shortened(" ".join(label.split()).rstrip(" :")),
                "typed": _shown(value) if reading is None else reading.number,
                "low": allowed.low,
                "high": allowed.high,
            },
        )
    )


def _shown(value: Value) -> Value:
    return value if isinstance(value, CellError) else _shortened(str(value))


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}\u2026"
