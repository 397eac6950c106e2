"""The mapping sheet `Tilikartta`: read into rules, added where a book has none."""

import re
from collections.abc import Iterator, Mapping, Sequence

from tpxl.books import Book
from tpxl.errors import TpxlError
from tpxl.jobs.ledger.mapping import (
    IN_MARGIN,
    ChartRule,
    ExceptionRule,
    LedgerMap,
    Pattern,
    PostingTarget,
    UnitRule,
    forms_of,
)
from tpxl.jobs.plain_tables import add_tables, tables_of
from tpxl.messages import catalogue, line_name
from tpxl.model import Area, Edit, Finding, Line, Related, Severity, Sheets
from tpxl.model.ledger import Landing
from tpxl.model.plain_table import PlainRow, PlainTable
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

_RANGE = re.compile(r"(\d+)(?:\s*[-\u2013]\s*(\d+))?")


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
                yield UnitRule(Pattern(pattern), None, _place(table, row, UNIT))
            elif fold(said) in self._areas:
                area = self._areas[fold(said)]
                yield UnitRule(Pattern(pattern), area, _place(table, row, UNIT))
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
                    PostingTarget(Landing.LEFT_OUT) if {area, line} & LEFT_OUT else None,
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


def _pattern(text: str) -> Pattern | None:
    return Pattern(text) if text else None


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
            LINE: line_name(one.line, words).capitalize() if one.line else "-",
            OF_WHICH: line_name(one.of_which, words).capitalize() if one.of_which else None,
            NOTE: words.texts[f"ledger_note_{one.note}"] if one.note else None,
        }
        for one in OFFICIAL
    ]
    edits: list[Edit] = [*tables[0].with_rows(found), *tables[1].with_rows(ranges)]
    book.apply(edits)
    return tables[0].sheet


def _own_area(unit: str, name: str, by_name: Mapping[str, str]) -> str | None:
    return next((by_name[form] for form in (*forms_of(unit), fold(name)) if form in by_name), None)


def require_map(book: Sheets, areas: Sequence[Area], sheet: str | None = None) -> LedgerMap:
    """Return the mapping of a book.

    Raises:
        TpxlError: the book has none.
    """
    found = find_map(book, areas, sheet)
    if found is None:
        raise TpxlError("ledger_no_map", book=book.name)
    return found
