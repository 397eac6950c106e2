"""What stands within reach of the areas' tables and no rule reads: a finding each, and its doubts.

Nothing is judged, and nothing written, that may need what was not read.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType
from typing import Any, NamedTuple

from tpxl.jobs.check.expected import ExpectedFigures
from tpxl.jobs.check.period_order import disordered_tables, order_findings
from tpxl.jobs.check.table_relations import area_sums, total_relations
from tpxl.layout.beside import Reach, UnreadPlace
from tpxl.layout.cells.numbers import read_number
from tpxl.layout.loose_lines import LooseLines
from tpxl.layout.loose_numbers import LooseNumbers
from tpxl.layout.survey import Survey
from tpxl.layout.unread import (
    MOST_LABELS,
    Unread,
    lines_without_periods,
    numbers_without_words,
    unread_places,
    unread_tables,
)
from tpxl.model import (
    Address,
    Area,
    Figure,
    FiguresTable,
    Finding,
    Line,
    Measure,
    Period,
    PeriodKind,
    Related,
    Severity,
    Sheets,
)
from tpxl.model.figure import CellPlace, owner_of
from tpxl.model.line import EXPENSES, INCOME, MARGIN, OWN_PRODUCTION, STOCK_CHANGE
from tpxl.rules.relations import Obstacle, Relation
from tpxl.rules.rounding import measured
from tpxl.terms.near import near_line, near_period

_PARTS = frozenset(line.code for line in (INCOME, EXPENSES, OWN_PRODUCTION, STOCK_CHANGE))
_BARE = {Measure.CHANGE_PERCENT: "Muutos %", Measure.PER_RESIDENT: "€/asukas"}
"""The report's own words for a measure of the amounts above it."""


class UnreadNumbers(NamedTuple):
    """All that a book prints and nobody reads.

    `lacking` are the labels' cells of the rows that a margin lacks: what it is off by. `totals` are
    those that other rows lack, by the rows' labels' cells: totals within their table.
    """

    places: tuple[UnreadPlace, ...] = ()
    tables: tuple[Unread, ...] = ()
    lines: tuple[LooseLines, ...] = ()
    numbers: tuple[tuple[str, LooseNumbers], ...] = ()
    lacking: frozenset[CellPlace] = frozenset()
    totals: Mapping[CellPlace, tuple[Figure, ...]] = MappingProxyType({})

    @property
    def doubted_totals(self) -> frozenset[CellPlace]:
        """The places of the totals that lack a row which was not read."""
        return frozenset(one.place for row in self.totals.values() for one in row)

    @property
    def rows_of_columns(self) -> frozenset[tuple[str, int]]:
        """The sheets and rows in which a column holds numbers and nobody knows its heading."""
        columns = (one for one in self.places if one.reach is not Reach.ROW)
        return frozenset((one.table.sheet, at.row) for one in columns for at in one.figures)

    @classmethod
    def of(
        cls, book: Sheets, found: Survey, expected: Iterable[ExpectedFigures]
    ) -> "UnreadNumbers":
        """Return what is unread in a surveyed book."""
        places = tuple(unread_places(found))
        if any(place.reach is Reach.ROW for place in places):
            parts = _parts_of_totals(found)
            places = tuple(one for one in places if not _are_parts(one, parts))
        rows = [place for place in places if place.reach is Reach.ROW]
        relations = _by_sheet(expected if rows else ())
        sums = _RelationsAt(area_sums(found) if rows else ())
        lacking = set()
        totals: dict[CellPlace, tuple[Figure, ...]] = {}
        for place in rows:
            margins = [one for one in _at_table(place, relations) if one.code == "margin"]
            if _makes_the_gap(book, place, margins):
                lacking.add(_cell_of(place))
                continue
            short = [
                one
                for row in _by_result_row(sums.of(place.table))
                if _makes_the_gap(book, place, row)
                for one in row
            ]
            if short:
                totals[_cell_of(place)] = tuple(one.result for one in short)
        tables = tuple(unread_tables(book, found))
        lines = tuple(lines_without_periods(found, tables))
        numbers = tuple(numbers_without_words(found, tables))
        return cls(places, tables, lines, numbers, frozenset(lacking), totals)


NOTHING_UNREAD = UnreadNumbers()


def _parts_of_totals(found: Survey) -> frozenset[CellPlace]:
    """Return the places of the figures that the areas' totals are held to."""
    return frozenset(
        term.place
        for one in total_relations(found)
        if isinstance(one, Relation) and one.code == "total"
        for term in one.terms
    )


def _are_parts(place: UnreadPlace, parts: frozenset[CellPlace]) -> bool:
    """Tell whether an unread row is one that makes a total of its table: it is read as that."""
    sheet = place.table.sheet
    return place.reach is Reach.ROW and all((sheet, at) in parts for at in place.figures)


class _RelationsAt:
    """Relations by the cells that they hold: a sheet of many areas has many of them."""

    def __init__(self, relations: Iterable[Relation]) -> None:
        """Keep them."""
        self._every = tuple(relations)
        self._by_place: dict[CellPlace, list[int]] = defaultdict(list)
        for index, relation in enumerate(self._every):
            for figure in relation.figures:
                self._by_place[figure.place].append(index)

    def of(self, table: FiguresTable) -> list[Relation]:
        """Return those in which a figure of the table stands, in order."""
        places = (figure.place for figure in table)
        found = {index for at in places for index in self._by_place.get(at, ())}
        return [self._every[index] for index in sorted(found)]


_Relations = Mapping[str, _RelationsAt]


def _by_sheet(expected: Iterable[ExpectedFigures]) -> _Relations:
    """Return the relations of each sheet, of all areas that are written on it."""
    relations: dict[str, list[Relation]] = defaultdict(list)
    for one in expected:
        relations[one.area.sheet] += one.places
    return {sheet: _RelationsAt(own) for sheet, own in relations.items()}


def _at_table(place: UnreadPlace, relations: _Relations) -> list[Relation]:
    """Return the relations in which a figure stands of the table that an unread place is at."""
    own = relations.get(place.table.sheet)
    return own.of(place.table) if own else []


def _owner(areas: Sequence[Area], sheet: str, at: Address) -> str | None:
    area = owner_of(areas, sheet, at)
    return None if area is None else area.name


def _by_result_row(relations: Iterable[Relation]) -> Iterable[Sequence[Relation]]:
    """Return relations by the rows of their results."""
    rows: dict[int, list[Relation]] = defaultdict(list)
    for one in relations:
        rows[one.result.address.row].append(one)
    return rows.values()


def _cell_of(place: UnreadPlace) -> CellPlace:
    return place.table.sheet, place.address


def _makes_the_gap(book: Sheets, place: UnreadPlace, relations: Iterable[Relation]) -> bool:
    """Tell whether printed margins or totals are off by a row's numbers, whatever its sign."""
    columns = {at.column for at in place.figures}
    gaps = [
        (one.result, gap)
        for one in relations
        if one.result.is_number and one.result.address.column in columns
        for gap in _gaps_of(one)
    ]
    if not any(any(gap) for _, gap in gaps):
        return False  # nothing is off: the sheet need not be read again
    grid = book.read(place.table.sheet)
    numbers = {
        at.column: abs(Fraction(reading.number))
        for at in place.figures
        if (reading := read_number(grid.value(at))) is not None and reading.number
    }
    made = [
        numbers[figure.address.column] * Fraction(figure.scale) in gap
        for figure, gap in gaps
        if figure.address.column in numbers
    ]
    return bool(made) and 2 * sum(made) > len(made)


def _gaps_of(relation: Relation) -> Iterator[tuple[Fraction, ...]]:
    """Yield what a printed margin or total is off by; of which sign a lone part is, nobody says."""
    due, printed = relation.due(), Fraction(measured(relation.result))
    if due is not None:
        yield (abs(printed - Fraction(due)),)
    elif relation.lacks_part:
        there = sum(Fraction(measured(one)) for one in relation.terms)
        yield abs(printed - there), abs(printed + there)


def with_doubts(
    expected: Sequence[ExpectedFigures], unread: UnreadNumbers
) -> tuple[ExpectedFigures, ...]:
    """Return what places should hold, told of none that may need what was not read."""
    disordered = [table for _, table in disordered_tables(one.area for one in expected)]
    if not unread.places and not disordered:
        return tuple(expected)
    relations = _by_sheet(expected)
    doubted = {
        relation.result.place
        for place in unread.places
        for relation in _doubted_by(place, relations, unread)
    }
    for table in disordered:
        doubted |= {one.result.place for one in relations[table.sheet].of(table)}
    return tuple(
        one._replace(
            places=tuple(
                relation._replace(obstacle=Obstacle.UNKNOWN)
                if relation.result.place in doubted
                else relation
                for relation in one.places
            )
        )
        for one in expected
    )


def _doubted_by(
    place: UnreadPlace, relations: _Relations, unread: UnreadNumbers
) -> Iterator[Relation]:
    """Yield the relations that may need an unread row or column: parts of a margin, a base.

    They are those of the table that it stands at, or of its figures: a change below an unread row
    may be of that row, and nobody knows the periods of figures that may have moved.
    """
    at_table = _at_table(place, relations)
    if place.reach is Reach.ROW:
        near = near_line(place.text)
        is_part = near is not None and near[0] in _PARTS and not near[1]
        is_of_margin = (
            is_part or _cell_of(place) in unread.lacking or any(one.lacks_part for one in at_table)
        )
        for one in at_table:
            if (is_of_margin and one.result.line.amount == MARGIN) or _is_below(place, one):
                yield one
        return
    for one in at_table:
        period = one.result.period
        is_other_base = one.base is not None and period is not None and one.base != period.bases[0]
        if is_other_base or any(figure.address.row in place.moved for figure in one.figures):
            yield one


def _is_below(place: UnreadPlace, relation: Relation) -> bool:
    """Tell whether a change stands below an unread row, and its amounts above: it may be that's."""
    result = relation.result
    if result.line.measure is not Measure.CHANGE_PERCENT:
        return False
    row = place.address.row
    amounts = [one.address.row for one in relation.figures if one is not result]
    return row < result.address.row and all(at < row for at in amounts)


def unread_findings(
    unread: UnreadNumbers, expected: Sequence[ExpectedFigures]
) -> Iterator[Finding]:
    """Yield what was not read: columns and rows of tables, whole tables, lines, other numbers."""
    relations = _by_sheet(expected if unread.places else ())
    areas = [one.area for one in expected]
    for places in _by_heading(unread.places):
        place, *_ = places
        figures = [at for one in places for at in one.figures]
        doubted = [one for part in places for one in _doubted_by(part, relations, unread)]
        untied = [one.result for one in doubted if one.result.is_number]
        untied += unread.totals.get(_cell_of(place), ())
        code, severity, near = _told(place, unread)
        facts: dict[str, Any] = {
            "text": place.text,
            "count": len(figures),
            "near": near,
            "totals": list(
                dict.fromkeys(one.line for one in unread.totals.get(_cell_of(place), ()))
            ),
            "unread": _related(place.table.sheet, figures),
            "untied": [Related(one.sheet, one.cell) for one in untied],
        }
        yield Finding(
            code,
            severity,
            area=_owner(areas, place.table.sheet, place.address),
            sheet=place.table.sheet,
            cell=place.address.a1,
            facts=facts,
        )
    for table in unread.tables:
        yield Finding(
            "unread_table",
            Severity.UNVERIFIABLE,
            area=_owner(areas, table.sheet, table.address),
            sheet=table.sheet,
            cell=table.address.a1,
            facts={
                "labels": list(table.labels),
                "count": len(table.figures),
                "unread": _related(table.sheet, table.figures),
            },
        )
    yield from (_lines_finding(lines, areas) for lines in unread.lines)
    yield from (_numbers_finding(sheet, numbers, areas) for sheet, numbers in unread.numbers)
    yield from order_findings(areas)


def _lines_finding(lines: LooseLines, areas: Sequence[Area]) -> Finding:
    return Finding(
        "unread_lines",
        Severity.UNVERIFIABLE,
        area=_owner(areas, lines.sheet, lines.address),
        sheet=lines.sheet,
        cell=lines.address.a1,
        facts={
            "labels": [line.text for line in lines.lines[:MOST_LABELS]],
            "count": len(lines.figures),
            "unread": _related(lines.sheet, lines.figures),
        },
    )


def _numbers_finding(sheet: str, numbers: LooseNumbers, areas: Sequence[Area]) -> Finding:
    return Finding(
        "unread_numbers",
        Severity.UNVERIFIABLE,
        area=_owner(areas, sheet, numbers.address),
        sheet=sheet,
        cell=numbers.address.a1,
        facts={
            "labels": list(numbers.heads) or ["–"],
            "count": len(numbers.figures),
            "unread": _related(sheet, numbers.figures),
        },
    )


def _by_heading(places: Iterable[UnreadPlace]) -> Iterable[Sequence[UnreadPlace]]:
    """Return places by what they are at: tables that share a row of periods share its columns."""
    alike: dict[tuple[CellPlace, Reach], list[UnreadPlace]] = {}
    for place in places:
        alike.setdefault((_cell_of(place), place.reach), []).append(place)
    return alike.values()


def _told(place: UnreadPlace, unread: UnreadNumbers) -> tuple[str, Severity, object]:
    """Return the code and the severity of an unread place, and the word that is near its text."""
    if place.reach is Reach.ROW:
        near = near_line(place.text)
        if near is not None:
            return "unread_row_near", Severity.ERROR, _line_named(*near)
        if _cell_of(place) in unread.lacking:
            return "unread_row_lacking", Severity.ERROR, None
        if _cell_of(place) in unread.totals:
            return "unread_row_lacking_total", Severity.ERROR, None
        return "unread_row", Severity.UNVERIFIABLE, None
    period = near_period(place.text)
    if period is not None:
        return "unread_column_near", Severity.ERROR, Period(PeriodKind(period[0]), period[1])
    is_between = place.reach is Reach.COLUMN_BETWEEN
    return "unread_column", Severity.ERROR if is_between else Severity.UNVERIFIABLE, None


def _line_named(code: str, measure: str) -> Line | str:
    return Line(code, Measure(measure)) if code else _BARE.get(Measure(measure), measure)


def _related(sheet: str, places: Iterable[Any]) -> list[Related]:
    return [Related(sheet, at.a1) for at in places]
