"""What one row of a ledger says: postings, a sum of others, or something that cannot be read.

Nothing is counted here, so that a row may be asked again.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any, NamedTuple

from tpxl.books.rows.page import Row, RowValue
from tpxl.errors import TpxlError
from tpxl.jobs.ledger.moments import Clock, Moment
from tpxl.layout.ledger import LedgerColumns
from tpxl.model import PeriodKind
from tpxl.rules.postings import AmountStyle, account_of, cents_reader, column_reader
from tpxl.terms.ledger import (
    ACCOUNT,
    AMOUNT,
    CREDIT,
    DATE,
    DEBIT,
    MONTH,
    PARTNER,
    SIDE,
    UNIT,
    YEAR,
    ColumnKind,
    is_total,
)

Columns = Sequence[Sequence[RowValue]]
Rest = RowValue | Row
"""What tells a unit's rows apart: an account, or an account and what else the columns tell."""


_CREDIT = ("k", "c")


class KeyFacts(NamedTuple):
    """What the rest of a key tells: the account, None where it is none; the partner; the side."""

    account: int | None
    partner: str
    is_credit: bool


class Posted(NamedTuple):
    """An amount that is posted: its unit, account and what else tells it apart; when; cents."""

    unit: RowValue
    rest: Rest
    moment: Moment
    cents: int


class Summed(NamedTuple):
    """An amount that is a sum of others: of a unit, where the row names one."""

    unit: str
    cents: int
    moment: Moment | None


class UncountedAmount(NamedTuple):
    """An amount that cannot be counted, and why; its cents, where they can be read."""

    reason: str
    cents: int = 0


class AmountPlace(NamedTuple):
    """An amount of a row: its column, the column that is taken off it, when it belongs.

    `moment` is None where the row tells it.
    """

    column: int
    off: int | None = None
    moment: Moment | None = None


class LedgerRowReader:
    """Reads rows of one page by its columns; `year` is what a person or a title gave."""

    def __init__(self, columns: LedgerColumns, year: int | None, file: str) -> None:
        """Make ready to read.

        Raises:
            TpxlError: nothing tells the year of the file's amounts.
        """
        self.columns = columns
        roles = columns.roles
        self.roles = [role for role in (ACCOUNT, PARTNER, SIDE) if role in roles]
        self.rest_of = _picked([roles[role] for role in self.roles])
        self._told: dict[Rest, KeyFacts] = {}
        self._same: dict[Rest, Rest] = {}
        self.clock = Clock.of(columns, year)
        self.time_of = _picked([roles[role] for role in self.clock.roles])
        self.places = _places(columns, year or columns.year, file)
        self.take_style(AmountStyle())

    def take_style(self, style: AmountStyle) -> None:
        """Read amounts as a file writes them from now on."""
        self.cents_of, self.column_cents = cents_reader(style), column_reader(style)

    @property
    def last_column(self) -> int:
        """The last column that has to be there for a row of one amount to be read."""
        roles, place = self.columns.roles, self.places[0]
        told = (UNIT, *self.roles, *self.clock.roles)
        return max(*(roles[role] for role in told), place.column, place.off or 0)

    def keys(self, columns: Columns) -> tuple[Sequence[Any], Sequence[RowValue], Sequence[Rest]]:
        """Return what all rows tell of their moment, of their unit, and the rest of their keys.

        What is alike in the rest is one object: it is found sooner, and is not kept twice.
        """
        roles = self.columns.roles
        times = _together(columns, [roles[role] for role in self.clock.roles])
        rests = _together(columns, [roles[role] for role in self.roles])
        return times, columns[roles[UNIT]], [*map(self._same.setdefault, rests, rests)]

    def all_cents(self, columns: Columns) -> list[int | None]:
        """Return the cents of rows of one amount each, None for one that cannot be read."""
        column, off, _ = self.places[0]
        cents = self.column_cents(columns[column])
        if off is None:
            return cents
        less = self.column_cents(columns[off])
        return [
            None if one is None or two is None else one - two
            for one, two in zip(cents, less, strict=True)
        ]

    def told(self, rest: Rest) -> KeyFacts:
        """Return what the rest of a key tells; of a file's many rows few tell something new."""
        if rest not in self._told:
            said = rest if isinstance(rest, tuple) else (rest,)
            values = dict(zip(self.roles, said, strict=True))
            partner, side = (text_of(values.get(role, "")) for role in (PARTNER, SIDE))
            is_credit = side.lower().startswith(_CREDIT)
            self._told[rest] = KeyFacts(account_of(values[ACCOUNT]), partner, is_credit)
        return self._told[rest]

    def amounts(self, row: Row, *, is_text: bool) -> Iterator[Posted | Summed | UncountedAmount]:
        """Yield what a row says, amount by amount; nothing of a blank one.

        `is_text` tells that cells were parted by a separator: a row that ends early is cut.
        """
        fitted = self._fitted(row)
        if fitted is None:
            if any(map(_is_filled, row)):
                yield UncountedAmount("columns")
            return
        account = account_of(fitted[self.columns.roles[ACCOUNT]])
        for place in self.places:
            if is_text and account is not None and len(row) <= max(place.column, place.off or 0):
                yield UncountedAmount("columns")
                return
            is_empty = not any(_is_filled(fitted[at]) for at in place[:2] if at is not None)
            if not is_empty or (account is not None and len(self.places) == 1):
                yield self._amount(fitted, account, place)

    def moment(self, row: Row, moment: Moment | None) -> Moment | None:
        """Return when a row's amount belongs; None where that is not told."""
        if moment is not None:
            return moment
        said = self.time_of(row)
        return self.clock.moment(said if isinstance(said, tuple) else (said,))

    def _amount(
        self, row: Row, account: int | None, place: AmountPlace
    ) -> Posted | Summed | UncountedAmount:
        try:
            cents = self.cents_of(row[place.column])
            cents -= self.cents_of(row[place.off]) if place.off is not None else 0
        except ValueError:
            return UncountedAmount("amount")
        if account is None:
            return self._without_account(row, cents, place.moment)
        moment = self.moment(row, place.moment)
        if moment is None:
            return UncountedAmount("date", cents)
        return Posted(row[self.columns.roles[UNIT]], self.rest_of(row), moment, cents)

    def _without_account(
        self, row: Row, cents: int, moment: Moment | None
    ) -> Summed | UncountedAmount:
        has_words = any(isinstance(value, str) and is_total(value) for value in row)
        unit, account = (row[self.columns.roles[role]] for role in (UNIT, ACCOUNT))
        if has_words or not (_is_filled(unit) or _is_filled(account)):
            return Summed(text_of(unit), cents, moment)
        return UncountedAmount("account", cents)

    def _fitted(self, row: Row) -> Row | None:
        """Return a row with as many cells as there are headings; None for one with none or more."""
        filled = len(row)
        while filled and not _is_filled(row[filled - 1]):
            filled -= 1
        width = self.columns.width
        if not filled or filled > width:
            return None
        return (*row[:filled], *[""] * (width - filled))


def _places(columns: LedgerColumns, year: int | None, file: str) -> list[AmountPlace]:
    roles = columns.roles
    if columns.amounts:
        return [
            AmountPlace(one.column, None, _column_moment(one.kind, year, file))
            for one in columns.amounts
        ]
    if year is None and roles.keys().isdisjoint({DATE, YEAR, MONTH}):
        raise TpxlError("ledger_no_year", file=file)
    return (
        [AmountPlace(roles[AMOUNT])]
        if AMOUNT in roles
        else [AmountPlace(roles[DEBIT], roles[CREDIT])]
    )


def _column_moment(kind: ColumnKind, year: int | None, file: str) -> Moment:
    told = kind.year or year
    if told is None:
        raise TpxlError("ledger_no_year", file=file)
    return Moment(PeriodKind(kind.kind), told, kind.month, kind.is_change)


@lru_cache(maxsize=65536)
def text_of(value: str | float) -> str:
    """Return what a cell says, its blanks single; a whole number as one.

    >>> text_of(3110.0), text_of(" 100,  Konsernihallinto"), text_of("3110.0")
    ('3110', '100, Konsernihallinto', '3110')
    """
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else str(value)
    text = " ".join(value.split())
    return text[:-2] if text.endswith(".0") and text[:-2].isdecimal() else text


def _is_filled(value: str | float) -> bool:
    return value.__class__ is float or bool(str(value).strip())


def _together(columns: Columns, places: Sequence[int]) -> Sequence[Any]:
    """Return of each row what `_picked` makes of it."""
    if len(places) == 1:
        return columns[places[0]]
    return [*zip(*(columns[at] for at in places), strict=True)] or [()] * len(columns[0])


def _picked(columns: Sequence[int]) -> Callable[[Row], Any]:
    return itemgetter(*columns) if columns else lambda _row: ()
