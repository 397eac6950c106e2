"""One cell to be changed: nothing else in the workbook is."""

from dataclasses import dataclass

from tpxl.model.grid import Value

NewValue = None | bool | int | float | str


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
