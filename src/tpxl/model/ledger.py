"""A ledger, read: sums of its rows by unit, account and period, and where every row went."""

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import NamedTuple

from tpxl.model.cell import Edit
from tpxl.model.finding import Finding
from tpxl.model.line import Line
from tpxl.model.period import Period


class Landing(Enum):
    """Where a row of a ledger goes; the value is the contract's."""

    MAPPED = "mapped"
    LEFT_OUT = "left_out"
    LOCKED = "locked"
    NOT_IN_BOOK = "not_in_book"
    NO_PLACE = "no_place"
    UNMAPPED_UNIT = "unmapped_unit"
    UNMAPPED_ACCOUNT = "unmapped_account"
    DOUBLED = "doubled"
    UNREADABLE = "unreadable"
    TOTAL_ROW = "total_row"

    __hash__ = object.__hash__

    @property
    def is_open(self) -> bool:
        """Tell whether a person has to see to it before anything is written."""
        return self in _OPEN


_OPEN = frozenset(
    {Landing.UNMAPPED_UNIT, Landing.UNMAPPED_ACCOUNT, Landing.DOUBLED, Landing.UNREADABLE}
)


_BLOCKING = frozenset(
    {"ledger_total", "ledger_no_row"}
    | {f"ledger_map_{fault}" for fault in ("area", "line", "accounts", "tie")}
)
"""Findings while which nothing is written: what follows from the files is not certain."""


class Tally(NamedTuple):
    """How many rows and what they sum to, in cents."""

    rows: int = 0
    cents: int = 0

    def plus(self, rows: int, cents: int) -> "Tally":
        """Return the tally of these rows too."""
        return Tally(self.rows + rows, self.cents + cents)


class LedgerRow(NamedTuple):
    """A row of a file, by its number from the top."""

    file: str
    row: int


class PostingSum(NamedTuple):
    """Rows of one unit, account and partner, of one kind and year: how many, their cents.

    `cents` are as printed, debit less credit. `row` is the first of them.
    """

    unit: str
    account: int
    partner: str
    rows: int
    cents: int
    file: str
    row: int


class TotalRow(NamedTuple):
    """A row that is a sum of others: its amount, and whether the rows of the file bear it out."""

    row: int
    cents: int
    is_right: bool


class BadRow(NamedTuple):
    """A row that cannot be read, and why: the code of a text."""

    row: int
    reason: str


class LedgerFile(NamedTuple):
    """A file as it was read: what was recognised, and its sums.

    `tally` is of every row with an amount, doubled and unreadable ones included, total rows not;
    `sign` is the option's word. `unit_names` are the names beside the units.
    """

    name: str
    fingerprint: str
    sheet: str | None
    encoding: str | None
    separator: str | None
    header_row: int
    columns: Mapping[str, str]
    sign: str
    tally: Tally
    totals: Sequence[TotalRow] = ()
    bad_rows: Sequence[BadRow] = ()

    @property
    def rows(self) -> int:
        """Return how many rows were read, those that are sums of others included."""
        return self.tally.rows + len(self.totals)

    @property
    def declared_total(self) -> int | None:
        """Return the cents of the last total row, None where the file has none."""
        return self.totals[-1].cents if self.totals else None


class Unmapped(NamedTuple):
    """Rows that the mapping says nothing of, of one unit and account."""

    unit: str
    account: int
    tally: Tally
    first: LedgerRow
    landing: Landing
    name: str = ""


class Tied(NamedTuple):
    """A place and the rows that make it: its cents as reported, expenses negative."""

    area: str
    line: Line
    period: Period
    tally: Tally


class LedgerResult(NamedTuple):
    """What an import did, or would do.

    `map_added` is the mapping sheet where it was made now; `is_written` whether the figures were
    written. `rows` counts the rows behind each of the edits, in their order.
    """

    book: str
    files: Sequence[LedgerFile]
    landings: Mapping[Landing, Tally]
    unmapped: Sequence[Unmapped] = ()
    edits: Sequence[Edit] = ()
    rows: Sequence[int] = ()
    zeros: Sequence[Edit] = ()
    untouched: Sequence[Tied] = ()
    rounding: int = 0
    findings: Sequence[Finding] = ()
    refreshed: Sequence[Edit] = ()
    figures: int = 0
    map_sheet: str = ""
    map_added: bool = False
    is_written: bool = False

    @property
    def is_blocked(self) -> bool:
        """Tell whether something is left that stops the writing: rows, or what no one can tell."""
        rows = any(self.landings[landing].rows for landing in self.landings if landing.is_open)
        return rows or any(finding.code in _BLOCKING for finding in self.findings)

    @property
    def has_open_errors(self) -> bool:
        """Tell whether something is left to see to."""
        errors = (one.is_open and one.severity.value == "error" for one in self.findings)
        return self.is_blocked or any(errors)
