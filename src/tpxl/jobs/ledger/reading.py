"""A file of the bookkeeping, read once from the top: its rows become sums, none is lost.

Whatever a row is, it is counted: with the others of its unit, account and period; as a sum of
others; as one that cannot be read. A row that stands twice, alike in every column, is found by its
hash, and then held against the others as it is.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, islice, repeat
from operator import is_
from typing import TYPE_CHECKING, Any, NamedTuple, TypeGuard, TypeVar

from tpxl.books.rows.opening import open_rows
from tpxl.books.rows.page import Row, RowBlock, RowFile, RowPage, RowValue
from tpxl.errors import TpxlError
from tpxl.jobs.ledger.moments import Moment
from tpxl.jobs.ledger.rows import LedgerRowReader, Posted, Rest, Summed, UncountedAmount, text_of
from tpxl.jobs.ledger.sums import SHELVES, PostingTotal, Sums, Units, doubled_hashes, sum_of
from tpxl.layout.ledger import HEADER_WITHIN, LedgerColumns, locate_ledger
from tpxl.model.ledger import BadRow, LedgerRow, PostingSum, Tally, TotalRow
from tpxl.rules.postings import amount_style, is_within
from tpxl.terms.ledger import UNIT_NAME

if TYPE_CHECKING:
    from tpxl.model import PeriodKind

_SAMPLE = 2000
_TOLD = 20
"""So many bad rows are told one by one; the others are counted."""
_LAST_SHELF = SHELVES - 1
_FIRST_EXPENSE = 4000
_NO_UNITS: Units = {}
_NO_SUMS: dict[Rest, PostingTotal] = {}

Value = TypeVar("Value")


class LedgerChoices(NamedTuple):
    """What a person said of the files: columns by role, the year, the sign."""

    columns: Mapping[str, str] = {}
    year: int | None = None
    sign: str | None = None


def read_files(paths: Sequence[str], choices: LedgerChoices) -> tuple["PageReading", ...]:
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
    doubled = doubled_hashes(reading.shelves for reading in readings)
    seen: dict[Row, LedgerRow] = {}
    for reading in readings:
        reading.take_out(doubled, seen)
    return readings


def _reading(file: RowFile, choices: LedgerChoices) -> "PageReading":
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
    return PageReading(file, page, columns, choices)


class _Total(NamedTuple):
    """A row that is a sum of others, and the sum of those before it."""

    row: int
    summed: Summed
    before: int


class PageReading:
    """A page of a file: read first all of it, then again the rows that may stand twice.

    `tally` counts every row with an amount but for total rows, as it is read; `doubled` and `bad`
    are those of them that stand twice or cannot be read. `known` are the sums of a moment, by
    what the columns that tell it say.
    """

    def __init__(
        self, file: RowFile, page: RowPage, columns: LedgerColumns, choices: LedgerChoices
    ) -> None:
        """Make ready to read; nothing is read yet."""
        self.file, self.page, self.columns = file, page, columns
        self.rows = LedgerRowReader(columns, choices.year, file.name)
        self.sums = Sums()
        self.known: dict[Any, Units] = {}
        self.shelves = [array("q") for _ in range(SHELVES)]
        self.tally = self.bad = self.doubled = Tally()
        self.bad_rows: list[BadRow] = []
        self.doubles: list[tuple[LedgerRow, LedgerRow]] = []
        self.totals: list[_Total] = []
        self.months: dict[tuple[PeriodKind, int], set[int]] = defaultdict(set)
        self.unit_names: dict[str, str] = {}
        self.named: set[RowValue] = set()
        self.length = columns.width

    def read(self) -> None:
        """Read every row below the header.

        Raises:
            TpxlError: the file is damaged, or is no ledger but a list of invoices.
        """
        above = self.columns.row
        head, *sample = islice(self.page.rows(), above - 1, above + _SAMPLE)
        self.length = len(head)
        columns = [at for place in self.rows.places for at in place[:2]]
        amounts = (row[at] for row in sample for at in columns if at is not None and at < len(row))
        style = amount_style(value for value in amounts if isinstance(value, str))
        self.rows.take_style(style)
        if len(self.rows.places) == 1:
            self._read_long()
        else:
            for number, row in enumerate(islice(self.page.rows(), above, None), above + 1):
                self._read_row(number, row)
        if not self.tally.rows:
            raise TpxlError("ledger_empty", file=self.file.name)
        accounts = (self.rows.told(rest).account or 0 for _, _, rest, _ in self.sums)
        if self.columns.has_suppliers and min(accounts, default=0) >= _FIRST_EXPENSE:
            raise TpxlError("ledger_is_invoices", file=self.file.name)

    def _read_long(self) -> None:
        """Read rows of one amount each, many at once where their cells are where they belong."""
        first = self.columns.row + 1
        for block in self._blocks():
            for is_plain, run in self._runs(block):
                if is_plain:
                    self._read_run(first, run)
                else:
                    for number, row in enumerate(run.rows, first):
                        self._read_apart(number, row)
                first += len(run.rows)

    def _blocks(self) -> Iterator[RowBlock]:
        """Yield what stands below the header."""
        above = self.columns.row
        for block in self.page.blocks():
            yield RowBlock.of_rows(block.rows[above:]) if above else block
            above = max(above - len(block.rows), 0)

    def _runs(self, block: RowBlock) -> Iterator[tuple[bool, RowBlock]]:
        """Yield in order rows that have all that is read and no more than headings, and others."""
        width, length, last = self.columns.width, self.length, self.rows.last_column

        def is_plain(row: Row) -> bool:
            return last < len(row) <= length and not any(row[width:])

        if {*map(len, block.rows)} == {width}:
            yield True, block
        else:
            for is_one, run in groupby(block.rows, is_plain):
                yield is_one, RowBlock.of_rows([*run])

    def _read_run(self, first: int, run: RowBlock) -> None:
        """Count rows in their order: all at once where every one is a further row of a known key.

        What can be done for all rows at once is done so: there may be a million.
        """
        times, units, rests = self.rows.keys(run.columns)
        sums = self._known_sums(times, units, rests)
        for at in [at for at, met in enumerate(sums) if met is None]:
            sums[at] = self._sum_at(times[at], units[at], rests[at], run.rows[at], first + at)
        cents = self.rows.all_cents(run.columns)
        if _has_all(sums) and _has_all(cents):
            self._count(run.rows, sums, cents)
            return
        for at, (row, met, amount) in enumerate(zip(run.rows, sums, cents, strict=True)):
            one = met or self._sum_at(times[at], units[at], rests[at], row, first + at)
            if one is None or amount is None:
                self._read_apart(first + at, row)
            else:
                self._count([row], [one], [amount])

    def _known_sums(
        self, times: Sequence[Any], units: Sequence[RowValue], rests: Sequence[Rest]
    ) -> list[PostingTotal | None]:
        """Return the sum that each row belongs to, None where its key is not known yet."""
        of_times = map(self.known.get, times, repeat(_NO_UNITS))
        of_units = map(dict.get, of_times, units, repeat(_NO_SUMS))
        return [*map(dict.get, of_units, rests)]

    def _count(
        self, rows: Sequence[Row], sums: Sequence[PostingTotal], cents: Sequence[int]
    ) -> None:
        """Count rows, each with its sum and its cents, and keep their hashes."""
        for kept, one in zip(sums, cents, strict=True):
            kept.rows += 1
            kept.cents += one
        shelves = self.shelves
        for mark in map(hash, rows):
            shelves[mark & _LAST_SHELF].append(mark)
        self.tally = self.tally.plus(len(rows), sum(cents))

    def _sum_at(
        self, time: object, unit: RowValue, rest: Rest, row: Row, number: int
    ) -> PostingTotal | None:
        """Return the sum of a key, a new one where it is met for the first time.

        None where the moment is not known yet or the key names no account.
        """
        units = self.known.get(time)
        if units is None or self.rows.told(rest).account is None:
            return None
        if unit not in self.named and rest not in units.get(unit, _NO_SUMS):
            self.named.add(unit)
            self._name(text_of(unit), row)
        return sum_of(units, unit, rest, number)

    def _read_apart(self, number: int, row: Row) -> None:
        """Count a row for what it is, and remember the keys of the moment that it belongs to."""
        self._read_row(number, row)
        try:
            time = self.rows.time_of(row)
        except IndexError:
            return
        found = (
            self.rows.moment(row, self.rows.places[0].moment) if time not in self.known else None
        )
        if found is not None:
            self._note(found)
            self.known[time] = self.sums.of(found)

    def _note(self, found: Moment) -> None:
        """Note the month that was met, where it is told."""
        if found.month is not None:
            self.months[found.kind, found.year].add(found.month)

    def _read_row(self, number: int, row: Row) -> None:
        """Count a row for what it is."""
        is_posted = False
        for one in self._amounts(row):
            if isinstance(one, UncountedAmount):
                self._is_bad(number, one)
            elif isinstance(one, Summed):
                before = self._sum(one.moment) if len(self.totals) < _TOLD else 0
                self.totals.append(_Total(number, one, before))
            else:
                is_posted = True
                self._note(one.moment)
                self._name(text_of(one.unit), row)
                kept = sum_of(self.sums.of(one.moment), one.unit, one.rest, number)
                kept.rows += 1
                kept.cents += one.cents
                self.tally = self.tally.plus(1, one.cents)
        if is_posted:
            mark = hash(row)
            self.shelves[mark & _LAST_SHELF].append(mark)

    def _amounts(self, row: Row) -> Iterator[Posted | Summed | UncountedAmount]:
        return self.rows.amounts(row, is_text=self.file.separator is not None)

    def _name(self, unit: str, row: Row) -> None:
        at = self.columns.roles.get(UNIT_NAME, len(row))
        if at < len(row):  # a row of a sheet may end before it
            self.unit_names.setdefault(unit, text_of(row[at]))

    def _sum(self, moment: Moment | None, unit: str | None = None) -> int:
        """Return the sum of what was read, of a wide export's column, of a unit."""
        of = moment._replace(month=None) if moment is not None else None
        return sum(
            kept.cents
            for one, said, _, kept in self.sums
            if (of is None or one == of) and (unit is None or text_of(said) == unit)
        )

    def _is_bad(self, number: int, one: UncountedAmount) -> None:
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

    def take_out(self, doubled: frozenset[int], seen: dict[Row, LedgerRow]) -> None:
        """Take out the rows that were seen before, in this file or one before it, all alike."""
        if not doubled or all(doubled.isdisjoint(shelf) for shelf in self.shelves):
            return
        rows = islice(self.page.rows(), self.columns.row, None)
        for number, row in enumerate(rows, self.columns.row + 1):
            if hash(row) not in doubled:
                continue
            posted = [one for one in self._amounts(row) if isinstance(one, Posted)]
            if not posted:
                continue
            here = LedgerRow(self.file.name, number)
            first = seen.setdefault(row, here)
            if first is here:
                continue
            for one in posted:
                kept = self.sums.of(one.moment)[one.unit][one.rest]
                kept.rows -= 1
                kept.cents -= one.cents
                self.doubled = self.doubled.plus(1, one.cents)
            if len(self.doubles) < _TOLD:
                self.doubles.append((here, first))

    def posting_sums(self) -> Iterator[tuple[Moment, Iterator[PostingSum]]]:
        """Yield by kind and year the sums of each unit, account and partner."""
        for moment, units in self.sums.moments.items():
            yield moment, self._postings(units)

    def _postings(self, units: Units) -> Iterator[PostingSum]:
        told, file = self.rows.told, self.file.name
        for unit, rests in units.items():
            name = text_of(unit)
            for rest, kept in rests.items():
                if kept.rows:
                    account, partner, is_credit = told(rest)
                    cents = -kept.cents if is_credit else kept.cents
                    yield PostingSum(
                        name, account or 0, partner, kept.rows, cents, file, kept.first
                    )

    def sums_within(self, *spans: tuple[int, int]) -> tuple[int, ...]:
        """Return the cents of the accounts of each span, as printed."""
        by_rest: dict[Rest, int] = defaultdict(int)
        for _, _, rest, kept in self.sums:
            by_rest[rest] += kept.cents
        sums = [0 for _ in spans]
        for rest, cents in by_rest.items():
            account, _, is_credit = self.rows.told(rest)
            for at, span in enumerate(spans):
                if is_within(account or 0, *span):
                    sums[at] += -cents if is_credit else cents
        return tuple(sums)

    @property
    def unit_texts(self) -> frozenset[str]:
        """The units that rows are of."""
        return frozenset(text_of(unit) for _, unit, _, kept in self.sums if kept.rows)


def _has_all(found: Sequence[Value | None]) -> TypeGuard[Sequence[Value]]:
    """Tell whether none of them is None."""
    return not any(map(is_, found, repeat(None)))
