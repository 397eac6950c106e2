"""The mapping sheet: units to areas, accounts to lines, exceptions; what it says of a posting."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple, TypeVar

from tpxl.books import Book
from tpxl.errors import TpxlError
from tpxl.jobs.plain_tables import add_tables, tables_of
from tpxl.messages import catalogue, line_name
from tpxl.model import Area, Edit, Finding, Line, Related, Severity, Sheets
from tpxl.model.ledger import Landing
from tpxl.model.line import EXPENSES, INCOME, OWN_PRODUCTION, STOCK_CHANGE
from tpxl.model.plain_table import PlainRow, PlainTable
from tpxl.rules.postings import is_within
from tpxl.terms import fold
from tpxl.terms.ledger import (
    ACCOUNTS,
    AREA,
    CHART,
    EXCEPTIONS,
    FROM,
    LEFT_OUT,
    LINE,
    NOTE,
    OF_WHICH,
    OFFICIAL,
    PARTNER,
    TO,
    UNIT,
    UNITS,
)
from tpxl.terms.lines import line_of

IN_MARGIN = (INCOME, EXPENSES, OWN_PRODUCTION, STOCK_CHANGE)
"""A row counts once among these lines."""

_CODE = re.compile(r"([^\s,;]+)")
_RANGE = re.compile(r"(\d+)(?:\s*[-\u2013]\s*(\d+))?")
_TIES_TOLD = 20


Weight = tuple[int, ...]
_NO_WEIGHT: Weight = (-1, 0)
_ANY_ACCOUNT = 10**12


class Target(NamedTuple):
    """Where a posting goes: to an area's line and of-which line, or nowhere, and why."""

    landing: Landing
    area: Area | None = None
    line: Line | None = None
    of_which: Line | None = None


class _Pattern(NamedTuple):
    """A unit or a partner as typed: ``31*`` is each that begins so."""

    text: str

    def fits(self, said: str) -> bool:
        """Tell whether a unit is meant: by its code, its name, or both as they stand."""
        return any(_matcher(self.text).fullmatch(form) for form in _forms(said))

    @property
    def weight(self) -> Weight:
        """Return how particular it is: its letters; one without a star before one with."""
        return len(self.text.replace("*", "")), "*" not in self.text


@lru_cache(maxsize=4096)
def _matcher(pattern: str) -> re.Pattern[str]:
    return re.compile(".*".join(re.escape(part) for part in fold(pattern).split("*")), re.DOTALL)


@lru_cache(maxsize=65536)
def _forms(said: str) -> tuple[str, ...]:
    """Return a unit as it stands, its code, and its name behind the code.

    >>> _forms("3110 Rakennusvalvonta"), _forms("100, Konsernihallinto")[1:]
    (('3110 rakennusvalvonta', '3110', 'rakennusvalvonta'), ('100', 'konsernihallinto'))
    """
    folded = fold(said)
    code = _CODE.match(folded)
    if code is None or code[1] == folded or not any(map(str.isdigit, code[1])):
        return (folded,)
    return folded, code[1], folded[code.end() :].lstrip(" ,;:-")


class UnitRule(NamedTuple):
    """A row of units: the pattern, and the area; None where the units are left out."""

    pattern: _Pattern
    area: Area | None
    place: Related

    @property
    def says(self) -> tuple[object, ...]:
        """Return what it says of the postings it is about."""
        return (self.area,)


class ChartRule(NamedTuple):
    """A row of accounts: from which to which, the line; None where they are left out."""

    first: int
    last: int
    line: Line | None
    of_which: Line | None
    place: Related

    @property
    def says(self) -> tuple[object, ...]:
        """Return what it says of the postings it is about."""
        return self.line, self.of_which


class ExceptionRule(NamedTuple):
    """A row of exceptions: what it is about, and what it says otherwise; None says the same."""

    unit: _Pattern | None
    accounts: tuple[tuple[int, int], ...]
    partner: _Pattern | None
    target: Target | None
    area: Area | None
    line: Line | None
    place: Related

    @property
    def says(self) -> tuple[object, ...]:
        """Return what it says of the postings it is about."""
        return self.target, self.area, self.line

    def fits(self, unit: str, account: int, partner: str) -> bool:
        """Tell whether a posting is meant."""
        return (
            (self.unit is None or self.unit.fits(unit))
            and (not self.accounts or any(is_within(account, *one) for one in self.accounts))
            and (self.partner is None or (bool(partner) and self.partner.fits(partner)))
        )

    @property
    def weight(self) -> Weight:
        """Return how particular it is: by partner, by accounts, by unit."""
        widths = [last - first for first, last in self.accounts]
        return (
            *(_NO_WEIGHT if self.partner is None else self.partner.weight),
            -max(widths) if widths else -_ANY_ACCOUNT,
            *(_NO_WEIGHT if self.unit is None else self.unit.weight),
        )


Rule = TypeVar("Rule", UnitRule, ChartRule, ExceptionRule)


class LedgerMap:
    """What the mapping says; `faults` tell of rows that cannot be used or contradict another."""

    def __init__(
        self,
        sheet: str,
        units: Sequence[UnitRule],
        chart: Sequence[ChartRule],
        exceptions: Sequence[ExceptionRule],
        faults: Iterable[Finding],
    ) -> None:
        """Take the rows of the three tables."""
        self.sheet = sheet
        self._units, self._chart, self._exceptions = units, chart, exceptions
        self.faults = list(faults)
        self._told: set[tuple[Related, Related]] = set()
        self._known: dict[tuple[str, int, str], Target] = {}
        self._units_known: dict[str, UnitRule | None] = {}
        self._chart_known: dict[int, ChartRule | None] = {}

    @property
    def lines(self) -> frozenset[Line]:
        """The lines that the accounts make."""
        named = {line for one in self._chart for line in (one.line, one.of_which)}
        return frozenset(line for line in named if line is not None)

    @property
    def areas(self) -> tuple[Area, ...]:
        """The areas that units belong to."""
        named = (*(one.area for one in self._units), *(one.area for one in self._exceptions))
        return tuple(dict.fromkeys(area for area in named if area is not None))

    def target(self, unit: str, account: int, partner: str) -> Target:
        """Return where a posting goes."""
        key = unit, account, partner if self._exceptions else ""
        if key not in self._known:
            self._known[key] = self._target(*key)
        return self._known[key]

    def _target(self, unit: str, account: int, partner: str) -> Target:
        exception = self._exception(unit, account, partner)
        if exception is not None and exception.target is not None:
            return exception.target
        chart = self._chart_rule(account)
        line, of_which = (None, None) if chart is None else (chart.line, chart.of_which)
        if exception is not None and exception.line is not None:
            line, of_which = exception.line, None
        if line is None:
            return Target(Landing.UNMAPPED_ACCOUNT if chart is None else Landing.LEFT_OUT)
        if exception is not None and exception.area is not None:
            return Target(Landing.MAPPED, exception.area, line, of_which)
        rule = self._unit_rule(unit)
        if rule is None or rule.area is None:
            return Target(Landing.UNMAPPED_UNIT if rule is None else Landing.LEFT_OUT)
        return Target(Landing.MAPPED, rule.area, line, of_which)

    def _exception(self, unit: str, account: int, partner: str) -> ExceptionRule | None:
        rules = [one for one in self._exceptions if one.fits(unit, account, partner)]
        return self._best([(one.weight, one) for one in rules])

    def _unit_rule(self, unit: str) -> UnitRule | None:
        if unit not in self._units_known:
            rules = [one for one in self._units if one.pattern.fits(unit)]
            self._units_known[unit] = self._best([(one.pattern.weight, one) for one in rules])
        return self._units_known[unit]

    def _chart_rule(self, account: int) -> ChartRule | None:
        if account not in self._chart_known:
            rules = [one for one in self._chart if is_within(account, one.first, one.last)]
            found = self._best([((one.first - one.last,), one) for one in rules])
            self._chart_known[account] = found
        return self._chart_known[account]

    def _best(self, fitting: Sequence[tuple[Weight, Rule]]) -> Rule | None:
        """Return the most particular rule; two that are so alike and say otherwise are told."""
        if not fitting:
            return None
        heaviest = max(weight for weight, _ in fitting)
        best, *others = [rule for weight, rule in fitting if weight == heaviest]
        for other in others:
            if other.says != best.says:
                self._tell_tie(best.place, other.place)
        return best

    def _tell_tie(self, first: Related, second: Related) -> None:
        pair = first, second
        if pair not in self._told and len(self._told) < _TIES_TOLD:
            self._told.add(pair)
            self.faults.append(
                Finding(
                    "ledger_map_tie",
                    Severity.ERROR,
                    sheet=first.sheet,
                    cell=first.cell,
                    related=(second,),
                )
            )


def find_map(book: Sheets, areas: Sequence[Area], sheet: str | None = None) -> LedgerMap | None:
    """Return the mapping of a book, of one sheet where it is named; None where it has none.

    Raises:
        TpxlError: a sheet is larger than any may be.
    """
    found = tables_of(book, UNITS, CHART, EXCEPTIONS)
    tables = {
        kind: [
            one for one in found[kind] if sheet is None or one.sheet.casefold() == sheet.casefold()
        ]
        for kind in (UNITS, CHART, EXCEPTIONS)
    }
    if not (tables[UNITS] and tables[CHART]):
        return None
    reader = _MapReader(areas)
    units = [rule for table in tables[UNITS] for rule in reader.units(table)]
    chart = [rule for table in tables[CHART] for rule in reader.chart(table)]
    others = [rule for table in tables[EXCEPTIONS] for rule in reader.exceptions(table)]
    return LedgerMap(tables[UNITS][0].sheet, units, chart, others, reader.faults)


class _MapReader:
    """Reads the rows of the three tables; what cannot be used becomes a finding."""

    def __init__(self, areas: Sequence[Area]) -> None:
        self._areas: dict[str, Area] = {}
        for area in areas:
            self._areas.setdefault(fold(area.sheet), area)
        for area in areas:
            self._areas[fold(area.name)] = area
        self.faults: list[Finding] = []

    def units(self, table: PlainTable) -> Iterator[UnitRule]:
        for row in table.rows:
            pattern, said = row.text(UNIT), row.text(AREA)
            if not pattern or not said:
                continue  # offered, and not filled in yet: its rows are told as unmapped
            if said in LEFT_OUT:
                yield UnitRule(_Pattern(pattern), None, _place(table, row, UNIT))
            elif fold(said) in self._areas:
                area = self._areas[fold(said)]
                yield UnitRule(_Pattern(pattern), area, _place(table, row, UNIT))
            else:
                self._fault("ledger_map_area", table, row, AREA)

    def chart(self, table: PlainTable) -> Iterator[ChartRule]:
        for row in table.rows:
            span = _span(row.text(FROM), row.text(TO))
            if span is None:
                self._fault("ledger_map_accounts", table, row, FROM)
                continue
            line, of_which = row.text(LINE), row.text(OF_WHICH)
            place = _place(table, row, FROM)
            if line in LEFT_OUT:
                yield ChartRule(*span, None, None, place)
                continue
            named = _line(line)
            part = _line(of_which) if of_which else None
            if named not in IN_MARGIN:
                self._fault("ledger_map_line", table, row, LINE)
            elif of_which and (part is None or part in IN_MARGIN):
                self._fault("ledger_map_line", table, row, OF_WHICH)
            else:
                yield ChartRule(*span, named, part, place)

    def exceptions(self, table: PlainTable) -> Iterator[ExceptionRule]:
        for row in table.rows:
            spans = [_span(part, "") for part in filter(None, row.text(ACCOUNTS).split(","))]
            area, line = row.text(AREA), row.text(LINE)
            if None in spans:
                self._fault("ledger_map_accounts", table, row, ACCOUNTS)
            elif area and area not in LEFT_OUT and fold(area) not in self._areas:
                self._fault("ledger_map_area", table, row, AREA)
            elif line and line not in LEFT_OUT and _line(line) not in IN_MARGIN:
                self._fault("ledger_map_line", table, row, LINE)
            else:
                yield ExceptionRule(
                    _pattern(row.text(UNIT)),
                    tuple(span for span in spans if span is not None),
                    _pattern(row.text(PARTNER)),
                    Target(Landing.LEFT_OUT) if {area, line} & LEFT_OUT else None,
                    self._areas.get(fold(area)) if area else None,
                    _line(line) if line else None,
                    _place(table, row, UNIT),
                )

    def _fault(self, code: str, table: PlainTable, row: PlainRow, column: str) -> None:
        place = _place(table, row, column)
        said = row.text(column)
        self.faults.append(
            Finding(code, Severity.ERROR, sheet=place.sheet, cell=place.cell, facts={"said": said})
        )


def _pattern(text: str) -> _Pattern | None:
    return _Pattern(text) if text else None


def _place(table: PlainTable, row: PlainRow, column: str) -> Related:
    return Related(table.sheet, table.cell(row.row, column))


def _span(first: str, last: str) -> tuple[int, int] | None:
    found = _RANGE.fullmatch(first.strip())
    end = last.strip() or (found[2] if found else None) or first.strip()
    if found is None or not end.isdecimal():
        return None
    span = int(found[1]), int(end)
    return span if span[0] <= span[1] and len(found[1]) == len(end) else None


def _line(text: str) -> Line | None:
    found = line_of(text)
    return Line(found[0]) if found is not None and not found[1] and found[0] else None


def add_map(
    book: Book,
    areas: Sequence[Area],
    units: Mapping[str, str],
    lang: str,
    sheet: str | None = None,
) -> str:
    """Add the mapping sheet: the official ranges, the units found; return its name.

    `units` are the units with their names. A unit named like an area is offered as its own.

    Raises:
        TpxlError: the book takes no sheet more.
    """
    tables = add_tables(book, (UNITS, CHART, EXCEPTIONS), lang, sheet)
    words = catalogue(lang)
    by_name = {fold(area.name): area.name for area in areas}
    found = [
        {UNIT: unit, AREA: _own_area(unit, name, by_name), NOTE: name or None}
        for unit, name in sorted(units.items())
    ]
    ranges = [
        {
            FROM: one.first,
            TO: one.last,
            LINE: line_name(one.line, words) if one.line else "-",
            OF_WHICH: line_name(one.of_which, words) if one.of_which else None,
            NOTE: words.texts[f"ledger_note_{one.note}"] if one.note else None,
        }
        for one in OFFICIAL
    ]
    edits: list[Edit] = [*tables[0].with_rows(found), *tables[1].with_rows(ranges)]
    book.apply(edits)
    return tables[0].sheet


def _own_area(unit: str, name: str, by_name: Mapping[str, str]) -> str | None:
    return next((by_name[form] for form in (*_forms(unit), fold(name)) if form in by_name), None)


def require_map(book: Sheets, areas: Sequence[Area], sheet: str | None = None) -> LedgerMap:
    """Return the mapping of a book.

    Raises:
        TpxlError: the book has none.
    """
    found = find_map(book, areas, sheet)
    if found is None:
        raise TpxlError("ledger_no_map", book=book.name)
    return found
