"""A file of the bookkeeping, read once from the top: its rows become sums, none is lost.

Whatever a row is, it is counted: with the others of its unit, account and period; as a sum of
others; as one that cannot be read. A row that stands twice, alike in every column, is found by its
hash, and then held against the others as it is.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, NamedTuple

from tpxl.books.rows.opening import open_rows
from tpxl.books.rows.page import Row, RowFile, RowPage
from tpxl.errors import TpxlError
from tpxl.jobs.ledger.moments import Moment
from tpxl.jobs.ledger.rows import (
    AmountPlace,
    Key,
    Posted,
    RowReader,
    Summed,
    Unread,
    text_of,
)
from tpxl.layout.ledger import HEADER_WITHIN, LedgerColumns, locate_ledger
from tpxl.model.ledger import BadRow, LedgerRow, PostingSum, Tally, TotalRow
from tpxl.rules.postings import account_of, amount_style, cents_reader, is_within
from tpxl.terms.ledger import PARTNER, SIDE, UNIT_NAME

if TYPE_CHECKING:
    from tpxl.model import PeriodKind

_SAMPLE = 2000
_SHELVES = 256
"""Hashes are kept on so many shelves: one is looked through at a time, and is small."""
_TOLD = 20
"""So many bad rows are told one by one; the others are counted."""
_LAST_SHELF = _SHELVES - 1
_FIRST_EXPENSE = 4000
_CREDIT = ("k", "c")


class Choices(NamedTuple):
    """What a person said of the files: columns by role, the year, the sign."""

    columns: Mapping[str, str] = {}
    year: int | None = None
    sign: str | None = None


def read_files(paths: Sequence[str], choices: Choices) -> tuple["Reading", ...]:
    """Return the files as read, rows that stand twice in them together taken out.

    Raises:
        TpxlError: a file cannot be read, is no ledger, or is given twice.
    """
    files = [open_rows(path) for path in paths]
    first_of: dict[str, str] = {}
    for place, file in enumerate(files):
        if file.fingerprint in first_of:
            first = first_of[file.fingerprint]
            raise TpxlError("ledger_same_file", file=file.name, first=first, place=place + 1)
        first_of[file.fingerprint] = file.name
    readings = tuple(_reading(file, choices) for file in files)
    for reading in readings:
        reading.read()
    doubled = _doubled_hashes(reading.shelves for reading in readings)
    seen: dict[Key, LedgerRow] = {}
    for reading in readings:
        reading.take_out(doubled, seen)
    return readings


def _doubled_hashes(shelves_of: Iterator[Sequence["array[int]"]]) -> frozenset[int]:
    """Return the hashes that came more than once."""
    doubled: set[int] = set()
    for shelves in zip(*shelves_of, strict=True):
        together = [one for shelf in shelves for one in shelf]
        seen = set(together)
        if len(seen) < len(together):
            for one in together:
                if one in seen:
                    seen.remove(one)
                else:
                    doubled.add(one)
    return frozenset(doubled)


def _reading(file: RowFile, choices: Choices) -> "Reading":
    """Return what reads the one page of a file that has a ledger's header row.

    Raises:
        TpxlError: no page has one, or several have.
    """
    found: list[tuple[RowPage, LedgerColumns]] = []
    for page in file.pages:
        head = list(islice(page.rows(), HEADER_WITHIN))
        columns = locate_ledger(head, choices.columns, file.name)
        if columns is not None:
            found.append((page, columns))
    if not found:
        raise TpxlError("ledger_no_header", file=file.name)
    if len(found) > 1:
        sheets = [page.sheet for page, _ in found]
        raise TpxlError("ledger_two_sheets", file=file.name, sheets=sheets)
    page, columns = found[0]
    return Reading(file, page, columns, choices)


class _Sums:
    """Growing sums: a slot a key, its rows, cents and first row."""

    def __init__(self) -> None:
        self.slots: dict[Moment, dict[Key, int]] = {}
        self.rows, self.first = array("q"), array("q")
        self.cents: list[int] = []  # of any size: a slip of the hand may be a very large amount

    def of(self, moment: Moment) -> dict[Key, int]:
        """Return the slots of a kind and year, by key."""
        return self.slots.setdefault(moment._replace(month=None), {})

    def slot(self, slots: dict[Key, int], key: Key, row: int) -> int:
        """Return the slot of a key, a new one where it has none."""
        slot = slots.setdefault(key, len(self.rows))
        if slot == len(self.rows):
            self.rows.append(0)
            self.cents.append(0)
            self.first.append(row)
        return slot


class _Total(NamedTuple):
    """A row that is a sum of others, and the sum of those before it."""

    row: int
    summed: Summed
    before: int


class Reading:
    """A page of a file: read first all of it, then again the rows that may stand twice.

    `tally` counts every row with an amount but for total rows, as it is read; `doubled` and `bad`
    are those of them that stand twice or cannot be read.
    """

    def __init__(
        self, file: RowFile, page: RowPage, columns: LedgerColumns, choices: Choices
    ) -> None:
        """Make ready to read; nothing is read yet."""
        self.file, self.page, self.columns = file, page, columns
        self.rows = RowReader(columns, choices.year, file.name)
        self.sums = _Sums()
        self.shelves = [array("q") for _ in range(_SHELVES)]
        self.tally = self.bad = self.doubled = Tally()
        self.bad_rows: list[BadRow] = []
        self.doubles: list[tuple[LedgerRow, LedgerRow]] = []
        self.totals: list[_Total] = []
        self.months: dict[tuple[PeriodKind, int], set[int]] = defaultdict(set)
        self.unit_names: dict[str, str] = {}
        self.units: set[str | float] = set()
        self.length = columns.width

    def read(self) -> None:
        """Read every row below the header.

        Raises:
            TpxlError: the file is damaged, or is no ledger but a list of invoices.
        """
        rows = islice(self.page.rows(), self.columns.row - 1, None)
        self.length = len(next(rows))
        sample = list(islice(rows, _SAMPLE))
        columns = [at for place in self.rows.places for at in place[:2]]
        amounts = (row[at] for row in sample for at in columns if at is not None and at < len(row))
        style = amount_style(value for value in amounts if isinstance(value, str))
        self.rows.cents_of = cents_reader(style)
        numbered = enumerate(chain(sample, rows), self.columns.row + 1)
        if len(self.rows.places) == 1:
            self._read_long(numbered, self.rows.places[0])
        else:
            for number, row in numbered:
                self._read_row(number, row)
        if not self.tally.rows:
            raise TpxlError("ledger_empty", file=self.file.name)
        accounts = (account_of(key[1]) or 0 for keys in self.sums.slots.values() for key in keys)
        if self.columns.has_suppliers and min(accounts, default=0) >= _FIRST_EXPENSE:
            raise TpxlError("ledger_is_invoices", file=self.file.name)

    def _read_long(self, rows: Iterator[tuple[int, Row]], place: AmountPlace) -> None:
        """Read rows of one amount each; what is not a further row of a known key goes the long way.

        This loop is run a million times: what it needs is looked up before.
        """
        cents_of, key_of, time_of = self.rows.cents_of, self.rows.key_of, self.rows.time_of
        amount, off, moment = place
        width, length = self.columns.width, self.length
        counts, sums, shelves = self.sums.rows, self.sums.cents, self.shelves
        known: dict[Any, dict[Key, int]] = {}
        count = total = 0
        for number, row in rows:
            try:
                slots, key = known[time_of(row)], key_of(row)
                if (slot := slots.get(key, -1)) < 0:
                    slot = self._new_slot(slots, key, row, number)
                cents = cents_of(row[amount])
                if off is not None:
                    cents -= cents_of(row[off])
            except (KeyError, IndexError, ValueError):
                self._read_row(number, row)
                self._learn(row, known, moment)
                continue
            if len(row) > width and (len(row) > length or any(row[width:])):
                self._read_row(number, row)
                continue
            counts[slot] += 1
            sums[slot] += cents
            count += 1
            total += cents
            one = hash(tuple(row))
            shelves[one & _LAST_SHELF].append(one)
        self.tally = self.tally.plus(count, total)

    def _new_slot(self, slots: dict[Key, int], key: Key, row: Row, number: int) -> int:
        """Return the slot of a key that is met for the first time.

        Raises:
            ValueError: it names no account.
        """
        if account_of(key[1]) is None:
            raise ValueError(key)
        if UNIT_NAME in self.columns.roles and key[0] not in self.units:
            self.units.add(key[0])
            self._name(text_of(key[0]), row)
        return self.sums.slot(slots, key, number)

    def _learn(self, row: Row, known: dict[Any, dict[Key, int]], moment: Moment | None) -> None:
        """Remember the keys of the moment that a row belongs to."""
        try:
            time = self.rows.time_of(row)
        except IndexError:
            return
        found = self.rows.moment(row, moment) if time not in known else None
        if found is not None:
            self._note(found)
            known[time] = self.sums.of(found)

    def _note(self, found: Moment) -> None:
        """Note the month that was met, where it is told."""
        if found.month is not None:
            self.months[found.kind, found.year].add(found.month)

    def _read_row(self, number: int, row: Row) -> None:
        """Count a row for what it is."""
        is_posted = False
        for one in self._amounts(row):
            if isinstance(one, Unread):
                self._is_bad(number, one)
            elif isinstance(one, Summed):
                before = self._sum(one.moment) if len(self.totals) < _TOLD else 0
                self.totals.append(_Total(number, one, before))
            else:
                is_posted = True
                self._note(one.moment)
                self._name(text_of(one.key[0]), row)
                slot = self.sums.slot(self.sums.of(one.moment), one.key, number)
                self.sums.rows[slot] += 1
                self.sums.cents[slot] += one.cents
                self.tally = self.tally.plus(1, one.cents)
        if is_posted:
            mark = hash(tuple(row))
            self.shelves[mark & _LAST_SHELF].append(mark)

    def _amounts(self, row: Row) -> Iterator[Posted | Summed | Unread]:
        return self.rows.amounts(row, is_text=self.file.separator is not None)

    def _name(self, unit: str, row: Row) -> None:
        if UNIT_NAME in self.columns.roles:
            self.unit_names.setdefault(unit, text_of(row[self.columns.roles[UNIT_NAME]]))

    def _sum(self, moment: Moment | None, unit: str | None = None) -> int:
        """Return the sum of what was read, of a wide export's column, of a unit."""
        of = moment._replace(month=None) if moment is not None else None
        return sum(
            self.sums.cents[slot]
            for one, keys in self.sums.slots.items()
            if of is None or one == of
            for key, slot in keys.items()
            if unit is None or text_of(key[0]) == unit
        )

    def _is_bad(self, number: int, one: Unread) -> None:
        self.bad = self.bad.plus(1, one.cents)
        self.tally = self.tally.plus(1, one.cents)
        if len(self.bad_rows) < _TOLD:
            self.bad_rows.append(BadRow(number, one.reason))

    def check_totals(self) -> Iterator[TotalRow]:
        """Yield the total rows, each held to all rows, to those before it, to those of its unit.

        A sum that stands between may be of the rows since the one before it.
        """
        before = 0
        for row, one, so_far in self.totals[:_TOLD]:
            sums = {self._sum(one.moment), so_far, so_far - before}
            sums |= {self._sum(one.moment, one.unit)} if one.unit else set()
            yield TotalRow(row, one.cents, one.cents in sums)
            before = so_far

    def take_out(self, doubled: frozenset[int], seen: dict[Key, LedgerRow]) -> None:
        """Take out the rows that were seen before, in this file or one before it, all alike."""
        if not doubled or all(doubled.isdisjoint(shelf) for shelf in self.shelves):
            return
        rows = islice(self.page.rows(), self.columns.row, None)
        for number, row in enumerate(rows, self.columns.row + 1):
            if hash(tuple(row)) not in doubled:
                continue
            posted = [one for one in self._amounts(row) if isinstance(one, Posted)]
            if not posted:
                continue
            here = LedgerRow(self.file.name, number)
            first = seen.setdefault(tuple(row), here)
            if first is here:
                continue
            for one in posted:
                slot = self.sums.of(one.moment)[one.key]
                self.sums.rows[slot] -= 1
                self.sums.cents[slot] -= one.cents
                self.doubled = self.doubled.plus(1, one.cents)
            if len(self.doubles) < _TOLD:
                self.doubles.append((here, first))

    def posting_sums(self) -> Iterator[PostingSum]:
        """Yield the sums of each unit, account, partner, kind and year."""
        partner = self._within(PARTNER)
        for moment, key, slot, cents in self._slots():
            yield PostingSum(
                text_of(key[0]),
                account_of(key[1]) or 0,
                text_of(key[partner]) if partner else "",
                moment.kind,
                moment.year,
                moment.is_change,
                self.sums.rows[slot],
                cents,
                LedgerRow(self.file.name, self.sums.first[slot]),
            )

    def sums_within(self, *spans: tuple[int, int]) -> tuple[int, ...]:
        """Return the cents of the accounts of each span, as printed."""
        by_account: dict[int, int] = {}
        for _, key, _, cents in self._slots():
            account = account_of(key[1]) or 0
            by_account[account] = by_account.get(account, 0) + cents
        return tuple(
            sum(cents for account, cents in by_account.items() if is_within(account, *span))
            for span in spans
        )

    @property
    def unit_texts(self) -> frozenset[str]:
        """The units that rows are of."""
        return frozenset(text_of(key[0]) for _, key, _, _ in self._slots())

    def _slots(self) -> Iterator[tuple[Moment, Key, int, int]]:
        """Yield each key with rows, its slot, and its cents: debit less credit."""
        side = self._within(SIDE)
        rows, sums = self.sums.rows, self.sums.cents
        for moment, keys in self.sums.slots.items():
            for key, slot in keys.items():
                if rows[slot]:
                    is_credit = side and text_of(key[side]).lower().startswith(_CREDIT)
                    yield moment, key, slot, -sums[slot] if is_credit else sums[slot]

    def _within(self, role: str) -> int:
        """Return where in a key a role stands; 0, where the unit does, for one that is not read."""
        return self.rows.keys.index(role) if role in self.rows.keys else 0
