"""When a row of a ledger belongs: the year and month of its date, of what kind of figures."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tpxl.layout.cells.moments import day_of
from tpxl.layout.ledger import LedgerColumns
from tpxl.model import PeriodKind
from tpxl.terms.ledger import DATE, MONTH, SCENARIO, YEAR, amounts_in

_ISO = re.compile(r"((?:19|20)\d\d)-(\d{1,2})(?:-\d{1,2})?(?:[ T].*)?")
_DAYS_FIRST = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-]((?:19|20)?\d\d)(?: .*)?")
_PACKED = re.compile(r"((?:19|20)\d\d)(\d\d)(?:\d\d)?")
_MONTH_YEAR = re.compile(r"(\d{1,2})[./-]((?:19|20)\d\d)")
_YEAR = re.compile(r"((?:19|20)\d\d)(?:\.0)?")
_MONTH = re.compile(r"0?(\d{1,2})(?:\.0)?\.?")
_LAST_MONTH = 12
_CENTURY = 2000
_SERIALS = range(36_526, 73_051)
"""The days of this century, as spreadsheets count them."""


class Moment(NamedTuple):
    """What a row's sums are of, and the month where it is told."""

    kind: PeriodKind
    year: int
    month: int | None = None
    is_change: bool = False


class Clock(NamedTuple):
    """How rows of a long export tell when they belong: the columns that do, and what is told once.

    `year` is the one given by a person or a title, for rows that tell none.
    """

    roles: Sequence[str]
    year: int | None
    kind: str

    @classmethod
    def of(cls, columns: LedgerColumns, year: int | None) -> "Clock":
        """Return the clock of an export; `year` is what a person gave."""
        told = (DATE, YEAR, MONTH, SCENARIO)
        roles = [role for role in told if role in columns.roles]
        return cls(roles, year or columns.year, columns.kind or PeriodKind.ACTUAL.value)

    def moment(self, values: Sequence[str | float]) -> Moment | None:
        """Return when a row belongs by the values of its columns; None where that is not told."""
        said = {role: _text(value) for role, value in zip(self.roles, values, strict=True)}
        scenario = said.pop(SCENARIO, "")
        kind = amounts_in(scenario) if scenario else None
        if scenario and kind is None:
            return None
        year, month = _day(said)
        year = year or self.year
        if year is None:
            return None
        mark = self.kind if kind is None else kind.kind
        is_change = kind is not None and kind.is_change
        return Moment(PeriodKind(mark), year, month, is_change)


def _text(value: str | float) -> str:
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else str(value)
    return value.strip()


def _day(said: Mapping[str, str]) -> tuple[int | None, int | None]:
    """Return the year and the month of a date; else of the columns of years and months."""
    for role in (DATE, MONTH):
        if said.get(role):
            year, month = _date(said[role])
            if year is not None:
                return year, month
            if role == DATE:
                return None, None
    year_said = _YEAR.fullmatch(said.get(YEAR, "")) or _PACKED.fullmatch(said.get(YEAR, ""))
    return (int(year_said[1]) if year_said else None), _month(said.get(MONTH, ""))


def _month(text: str) -> int | None:
    found = _MONTH.fullmatch(text)
    if found is None:
        word = amounts_in(text) if text else None
        return word.month if word else None
    return int(found[1]) if 1 <= int(found[1]) <= _LAST_MONTH else None


def _date(text: str) -> tuple[int | None, int | None]:
    """Return the year and month of a date in any of the ways that exports print it.

    Of day and month, the one over twelve is the day; where both may be, the day stands first.
    """
    if text.isdecimal() and int(text) in _SERIALS:
        day = day_of(int(text))
        return (day.year, day.month) if day else (None, None)
    found = _DAYS_FIRST.fullmatch(text)
    if found is not None:
        first, second, year = (int(part) for part in found.groups())
        month = second if second <= _LAST_MONTH else first
        year = year if year > _CENTURY // 2 else year + _CENTURY
        is_day = 1 <= month <= _LAST_MONTH and 1 <= max(first, second) <= 31  # noqa: PLR2004
        return (year, month) if is_day else (None, None)
    found = _MONTH_YEAR.fullmatch(text)
    if found is not None:
        return _checked(int(found[2]), int(found[1]))
    found = _ISO.fullmatch(text) or _PACKED.fullmatch(text)
    return _checked(int(found[1]), int(found[2])) if found else (None, None)


def _checked(year: int, month: int) -> tuple[int | None, int | None]:
    return (year, month) if 1 <= month <= _LAST_MONTH else (None, None)
