"""Where every row of the ledgers lands, and what the places of the book follow from them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from tpxl.errors import TpxlError
from tpxl.jobs.check.expected import ExpectedFigures, Sign
from tpxl.jobs.ledger.mapping import LedgerMap, PostingTarget
from tpxl.jobs.ledger.moments import Moment
from tpxl.jobs.ledger.reading import PageReading
from tpxl.layout import Survey
from tpxl.model import Area, Edit, Figure, Line, Period, PeriodKind
from tpxl.model.ledger import (
    Landing,
    LedgerFile,
    LedgerRow,
    PostingSum,
    Tally,
    Tied,
    TotalRow,
    Unmapped,
)
from tpxl.rules.conventions import EXPENSE_LINES, conventions_of, locked_periods
from tpxl.rules.postings import LedgerSign, is_within, sign_of
from tpxl.rules.rounding import rounded
from tpxl.terms.ledger import AMOUNT, DEBIT, SIDE

_INCOME, _EXPENSES = (3000, 3799), (4000, 4999)
_WHOLE_YEAR = frozenset(range(1, 13))
_CENTS = 2

Place = tuple[Area, Line, Period]


class Landed(NamedTuple):
    """Where the rows went: tallies, what is unmapped, the sums of each place of the book.

    `places` hold the sums as reported, expenses negative. `formulas` are places that a formula
    makes, `no_row` lines that an area has no row for. `missing` are the months a year lacks.
    """

    files: Sequence[LedgerFile]
    landings: Mapping[Landing, Tally]
    unmapped: Sequence[Unmapped]
    places: Mapping[Place, Tally]
    no_row: Mapping[Place, Tally]
    zeros: Sequence[Place]
    untouched: Sequence[Place]
    missing: Mapping[Period, Sequence[int]]


def landed(
    readings: Sequence[PageReading],
    mapping: LedgerMap,
    found: Survey,
    sign: str | None = None,
    *,
    with_locked: bool = False,
) -> Landed:
    """Return where each row goes; `with_locked` ties published periods too, which are not written.

    Raises:
        TpxlError: the sign of a ledger cannot be told.
    """
    periods = {period for area in found.areas for period in area.periods}
    locked = frozenset() if with_locked else locked_periods(periods, found.settings.locked)
    signs = _signs(readings, sign)
    sorter = _Sorter(mapping, locked, _budget_years(readings))
    files = []
    for reading, own in zip(readings, signs, strict=True):
        turned = _turned(own)
        for moment, postings in reading.posting_sums():
            groups = sorter.groups(moment)
            for posting in postings:
                sorter.sort(groups, posting, posting.cents * turned(posting.account))
        sorter.add(Landing.DOUBLED, reading.doubled)
        sorter.add(Landing.UNREADABLE, reading.bad)
        totals = tuple(reading.check_totals())
        sorter.add(Landing.TOTAL_ROW, Tally(len(reading.totals), 0))
        files.append(_file(reading, own, totals))
    sorter.settle()
    met = {period for _, _, period in sorter.places}
    missing = {one: months for one, months in _missing_months(readings).items() if one in met}
    names = {unit: name for one in readings for unit, name in one.unit_names.items()}
    return Landed(
        tuple(files),
        {landing: sorter.tallies[landing] for landing in Landing if sorter.tallies[landing].rows},
        tuple(
            one._replace(name=names.get(one.unit, ""))
            for one in sorted(sorter.unmapped.values(), key=lambda one: (one.unit, one.account))
        ),
        sorter.places,
        sorter.no_row,
        tuple(_zeros(sorter, mapping, missing)),
        tuple(_untouched(sorter, mapping, locked)),
        missing,
    )


def _file(reading: PageReading, sign: LedgerSign, totals: Sequence[TotalRow]) -> LedgerFile:
    columns = {**reading.columns.headings}
    columns |= {f"{AMOUNT} {at}": one.heading for at, one in enumerate(reading.columns.amounts, 1)}
    return LedgerFile(
        reading.file.name,
        reading.file.fingerprint,
        reading.page.sheet,
        reading.file.encoding,
        reading.file.separator,
        reading.columns.row,
        columns,
        sign.value,
        reading.tally,
        totals,
        tuple(reading.bad_rows),
    )


def _signs(readings: Sequence[PageReading], told: str | None) -> Iterator[LedgerSign]:
    """Yield the sign of each file: as told, else as all files of its export show together.

    Raises:
        TpxlError: they show none.
    """
    sums: dict[tuple[str, ...], list[int]] = defaultdict(lambda: [0, 0])
    for reading in readings:
        for at, cents in enumerate(reading.sums_within(_INCOME, _EXPENSES)):
            sums[reading.columns.layout][at] += cents
    for reading in readings:
        if told is not None:
            yield LedgerSign(told)
            continue
        is_kept = {DEBIT, SIDE} & reading.columns.roles.keys()
        sign = LedgerSign.ACCOUNTING if is_kept else sign_of(*sums[reading.columns.layout])
        if sign is None:
            raise TpxlError("ledger_sign", file=reading.file.name)
        yield sign


def _turned(sign: LedgerSign) -> Callable[[int], int]:
    """Return what the cents of an account are multiplied by to be as reported."""
    income, expense = sign.income(), sign.expense()

    @lru_cache(maxsize=4096)
    def turned(account: int) -> int:
        return expense if is_within(account, *_EXPENSES) else income

    return turned


def _budget_years(readings: Iterable[PageReading]) -> frozenset[int]:
    moments = (moment for reading in readings for moment in reading.sums.moments)
    return frozenset(one.year for one in moments if one.kind is PeriodKind.BUDGET)


@dataclass(slots=True)
class _PlacedSums:
    """Sums of one moment that go to one place: as printed and as reported."""

    target: PostingTarget
    rows: int = 0
    printed: int = 0
    reported: int = 0


class _Sorter:
    """Sorts the sums of postings into landings and places."""

    def __init__(
        self, mapping: LedgerMap, locked: frozenset[Period], budget_years: frozenset[int]
    ) -> None:
        self._mapping, self._locked, self._budget_years = mapping, locked, budget_years
        self.tallies: dict[Landing, Tally] = defaultdict(Tally)
        self.unmapped: dict[tuple[str, int], Unmapped] = {}
        self.places: dict[Place, Tally] = defaultdict(Tally)
        self.no_row: dict[Place, Tally] = defaultdict(Tally)
        self.periods: set[Period] = set()
        self._budget: dict[Place, Tally] = defaultdict(Tally)
        self._changes: dict[Place, Tally] = defaultdict(Tally)
        self._groups: dict[Moment, dict[int, _PlacedSums]] = defaultdict(dict)

    def add(self, landing: Landing, tally: Tally) -> None:
        """Add rows to a landing."""
        self.tallies[landing] = self.tallies[landing].plus(*tally)

    def groups(self, moment: Moment) -> dict[int, _PlacedSums]:
        """Return the groups of a moment, by the identity of their targets."""
        return self._groups[moment]

    def sort(self, groups: dict[int, _PlacedSums], posting: PostingSum, cents: int) -> None:
        """Take one sum, its cents as reported, to the others that go where it goes."""
        target = self._mapping.target(posting.unit, posting.account, posting.partner)
        group = groups.get(id(target))
        if group is None:
            group = groups[id(target)] = _PlacedSums(target)
        group.rows += posting.rows
        group.printed += posting.cents
        group.reported += cents
        if target.landing is not Landing.MAPPED and target.landing.is_open:
            self._tell_unmapped(posting, target.landing)

    def settle(self) -> None:
        """Give every group its landing and its places; rows are tallied as printed."""
        for moment, groups in self._groups.items():
            for group in groups.values():
                self._settle(moment, group)
        self._amend()

    def _settle(self, moment: Moment, group: _PlacedSums) -> None:
        target, period = group.target, Period(moment.kind, moment.year)
        self.periods.add(period)
        landing = self._landing(target, period, is_change=moment.is_change)
        self.add(landing, Tally(group.rows, group.printed))
        if target.area is None or target.line is None:
            return
        if landing is Landing.NO_PLACE:
            place = target.area, target.line, period
            self.no_row[place] = self.no_row[place].plus(group.rows, group.reported)
        kept = [self.places] if landing is Landing.MAPPED and not moment.is_change else []
        kept += [self._changes] if moment.is_change else []
        kept += [self._budget] if period.kind is PeriodKind.BUDGET else []
        for sums in kept:
            for line in filter(None, (target.line, target.of_which)):
                place = target.area, line, period
                sums[place] = sums[place].plus(group.rows, group.reported)

    def _landing(self, target: PostingTarget, period: Period, *, is_change: bool) -> Landing:
        if target.area is None or target.line is None:
            return target.landing
        if period not in target.area.periods:
            return Landing.NOT_IN_BOOK
        if period in self._locked:
            return Landing.LOCKED
        has_budget = not is_change or period.year in self._budget_years
        has_row = target.area.figure(target.line, period) is not None
        return Landing.MAPPED if has_row and has_budget else Landing.NO_PLACE

    def _tell_unmapped(self, posting: PostingSum, landing: Landing) -> None:
        key = posting.unit, posting.account
        before = self.unmapped.get(key)
        if before is None:
            tally = Tally(posting.rows, posting.cents)
            first = LedgerRow(posting.file, posting.row)
            self.unmapped[key] = Unmapped(*key, tally, first, landing)
        else:
            tally = before.tally.plus(posting.rows, posting.cents)
            self.unmapped[key] = before._replace(tally=tally)

    def _amend(self) -> None:
        """Make the amended budgets: the budget and its amendments, where the file tells no sum.

        An area without amendments has its budget.
        """
        years = {place[2].year for place in self._changes}
        told = {
            (area, line, period.year) for area, line, period in self.places if _is_amended(period)
        }
        for area, line, period in {*self._changes, *self._budget}:
            amended = Period(PeriodKind.AMENDED, period.year)
            is_open = amended in area.periods and amended not in self._locked
            if period.year not in years or not is_open or (area, line, period.year) in told:
                continue
            parts = (
                self._budget.get((area, line, Period(PeriodKind.BUDGET, period.year)), Tally()),
                self._changes.get((area, line, amended), Tally()),
            )
            self.places[area, line, amended] = Tally(*map(sum, zip(*parts, strict=True)))
            self.periods.add(amended)


def _is_amended(period: Period) -> bool:
    return period.kind is PeriodKind.AMENDED


def _missing_months(readings: Iterable[PageReading]) -> dict[Period, list[int]]:
    """Return the months that the actual figures of a year lack; those of a whole year lack none."""
    met: dict[int, set[int]] = defaultdict(set)
    for reading in readings:
        for moment in reading.sums.moments:
            if moment.kind is PeriodKind.ACTUAL:
                months = reading.months.get((moment.kind, moment.year))
                if not months and reading.columns.year == moment.year:
                    months = set(reading.columns.months)
                met[moment.year] |= months or _WHOLE_YEAR
    return {
        Period(PeriodKind.ACTUAL, year): sorted(_WHOLE_YEAR - months)
        for year, months in met.items()
        if _WHOLE_YEAR - months
    }


def _zeros(
    sorter: _Sorter, mapping: LedgerMap, missing: Mapping[Period, Sequence[int]]
) -> Iterator[Place]:
    """Yield the places that an area's complete ledger has no rows for: their figure is zero."""
    for area, period in dict.fromkeys((area, period) for area, _, period in sorter.places):
        for line in sorted(mapping.lines) if period not in missing else ():
            place = area, line, period
            if place not in sorter.places and _figure(place) is not None:
                yield place


def _untouched(sorter: _Sorter, mapping: LedgerMap, locked: frozenset[Period]) -> Iterator[Place]:
    """Yield the places of areas that the ledger has no row of, in periods that it tells of."""
    filled = {(area, period) for area, _, period in sorter.places}
    for area in mapping.areas:
        for period in sorted(sorter.periods - locked, key=str):
            if (area, period) not in filled:
                places = ((area, line, period) for line in sorted(mapping.lines))
                yield from (place for place in places if _figure(place) is not None)


def _figure(place: Place) -> Figure | None:
    area, line, period = place
    return area.figure(line, period)


class Wanted(NamedTuple):
    """What a place should hold by the ledger, in its own unit, and the rows behind it."""

    place: Place
    figure: Figure
    number: Decimal
    tally: Tally

    @property
    def is_held(self) -> bool:
        """Tell whether the figure says that already; a dash says zero."""
        figure = self.figure
        if figure.number is None:
            return not self.number and figure.value is not None and figure.is_nothing
        return figure.number == self.number

    @property
    def is_writable(self) -> bool:
        """Tell whether a number may be written: no formula stands there, and no words."""
        return not self.figure.has_formula and not self.figure.has_words

    @property
    def rounding(self) -> int:
        """Return the cents by which what is written is more than what was summed."""
        written = self.number * self.figure.scale * 100
        return int(abs(written)) - abs(self.tally.cents)


def wanted(told: Landed, found: Survey, expected: Sequence[ExpectedFigures]) -> tuple[Wanted, ...]:
    """Return what each place should hold, zeros included, in the order of the book."""
    positive = {one.area for one in expected if _prints_positive(one, found)}
    sums = {**told.places, **dict.fromkeys(told.zeros, Tally())}
    order = {area: at for at, area in enumerate(found.areas)}
    ordered = sorted(sums, key=lambda place: (order[place[0]], str(place[2]), place[1]))
    return tuple(
        Wanted(place, figure, _number(place, figure, sums[place].cents, positive), sums[place])
        for place in ordered
        if (figure := _figure(place)) is not None
    )


def _prints_positive(one: ExpectedFigures, found: Survey) -> bool:
    is_negative = conventions_of(one.area, found.areas, found.settings, {}).expenses_are_negative
    return is_negative is (one.sign is Sign.TURNED)


def _number(place: Place, figure: Figure, cents: int, positive: Iterable[Area]) -> Decimal:
    area, line, _ = place
    turned = -cents if line in EXPENSE_LINES and area in positive else cents
    return rounded(Decimal(turned) / 100 / figure.scale, _decimals(place))


def _decimals(place: Place) -> int:
    """Return the decimals that the place's row prints; cents where it prints nothing yet."""
    area, line, period = place
    rows = (table.row(line) for table in area.tables if table.is_sound)
    row = next((row for row in rows if row is not None and period in row.figures), None)
    return _CENTS if row is None or row.decimals is None else row.decimals


def edit_of(one: Wanted) -> Edit:
    """Return the edit that puts the ledger's figure in its place."""
    area, line, period = one.place
    whole = one.number == one.number.to_integral_value()
    new = int(one.number) if whole else float(one.number)
    figure = one.figure
    return Edit(figure.sheet, figure.cell, new, figure.value, area.name, str(period), str(line))


def tied(places: Mapping[Place, Tally] | Iterable[Place]) -> Iterator[Tied]:
    """Yield places by their names."""
    tallies = places if isinstance(places, Mapping) else dict.fromkeys(places, Tally())
    for (area, line, period), tally in tallies.items():
        yield Tied(area.name, line, period, tally)
