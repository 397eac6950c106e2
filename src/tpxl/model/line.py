"""A row of the figures tables: a quantity and how it is measured."""

from enum import Enum
from functools import lru_cache
from typing import NamedTuple


class Measure(Enum):
    """How a line is measured; the value ends the line's name in contracts."""

    AMOUNT = ""
    CHANGE_PERCENT = "change_percent"
    PER_RESIDENT = "per_resident"

    # Lines are keys wherever figures are looked up; Enum's own hash runs in Python.
    __hash__ = object.__hash__
    SHARE_PERCENT = "share_percent"


class Line(NamedTuple):
    """A row: `Line("STAFF_EXPENDITURE", Measure.CHANGE_PERCENT)`; `code` is the lexicon's."""

    code: str
    measure: Measure = Measure.AMOUNT

    def __str__(self) -> str:
        """Return the name used in contracts: ``STAFF_EXPENDITURE.change_percent``."""
        return _name(self)

    @property
    def amount(self) -> "Line":
        """Return the line's own figure, whatever the measure."""
        return Line(self.code)


@lru_cache(maxsize=1024)
def _name(line: Line) -> str:
    return f"{line.code}.{line.measure.value}" if line.measure.value else line.code


EXPENSES = Line("OPERATING_EXPENSES")
INCOME = Line("OPERATING_INCOME")
OWN_PRODUCTION = Line("OWN_PRODUCTION")
STOCK_CHANGE = Line("STOCK_CHANGE")
MARGIN = Line("OPERATING_MARGIN")
MARGIN_PER_RESIDENT = Line("OPERATING_MARGIN", Measure.PER_RESIDENT)
STAFF = Line("STAFF_EXPENDITURE")
SERVICES = Line("SERVICES_PURCHASED")
POSTS = Line("PERMANENT_POSTS")
RESIDENTS = Line("")
"""The line of a period's residents, which stand in no figures table and have no name there."""
