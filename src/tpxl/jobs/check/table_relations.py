"""Relations beyond an area's own table: comparison columns, totals, copies of a figure.

Budget follow-up and change columns are held to what their headings say; totals to their parts,
within a table of lines and over all areas of a summary; the same figure in two places only where
area, line, period and unit are known. A printed figure that is tied to nothing is told with the
reason.
"""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from itertools import islice
from types import MappingProxyType
from typing import Any, NamedTuple

from tpxl.jobs.check.area_lines import code_of_row, has_lines_twice, may_hold_total
from tpxl.layout import Survey
from tpxl.layout.split_columns import totals_across
from tpxl.model import Address, Area, Figure, FiguresTable, Line, Measure, Period, Related, quoted
from tpxl.model.figure import CellPlace, ComparisonRow, ComparisonTable, SummaryTotal
from tpxl.rules.comparisons import Habits, habits_of, relations_of
from tpxl.rules.conventions import EXPENSE_LINES
from tpxl.rules.formulas import Sum
from tpxl.rules.relations import Relation, Verdict
from tpxl.rules.rounding import measured, unit_of
from tpxl.rules.totals import MARGIN, LineRow, has_totals, totals_of
from tpxl.rules.unknown_bases import bases_of
from tpxl.terms import column_roles as role
from tpxl.terms import fold
from tpxl.terms.lines import COUNTS, LABELS
from tpxl.terms.periods import period_of

Key = tuple[str, Line, Period]

_TURNED_HABIT = 2
"""One figure with the other sign is a slip of the hand; a row of them is a habit."""

UNREADABLE = "table_unreadable"
"""The code of a place of a comparison table that holds something else than one number."""


class Unverifiable(NamedTuple):
    """A printed figure that nothing can be held to: a code of its own, and whose table it is."""

    code: str
    figure: Figure
    area: str | None = None
    facts: Mapping[str, Any] = MappingProxyType({})


def comparison_relations(found: Survey) -> Iterator[Relation | Unverifiable]:
    """Yield what ties the figures of the comparison tables, and those tied to nothing."""
    names = (*(area.name for area in found.areas), *found.settings.area_names)
    areas = {fold(name): name for name in names}
    for table, habits in zip(found.comparisons, habits_of(found.comparisons), strict=True):
        yield from _of_table(table, areas, habits)


def _of_table(
    table: ComparisonTable, areas: Mapping[str, str], habits: Habits
) -> Iterator[Relation | Unverifiable]:
    """Yield the table's relations, and what cannot be tied."""
    owners = {row.address: table.area or _named(row, areas) for row in table.rows}
    rows = {figure.place: row for row in table.rows for figure in row.figures.values()}
    told = relations_of(table, habits)
    for relation in told.stated:
        yield relation._replace(area=owners[rows[relation.result.place].address])
    for row, reading in told.unstated:
        figure = row.figures[reading.result]
        yield Unverifiable("table_term_missing", figure, owners[row.address])
    for column in told.unread:
        printed = (one for one in table.rows if _is_number(one.figures.get(column)))
        for row in islice(printed, 1):
            yield Unverifiable("table_unread", row.figures[column], owners[row.address])
    yield from _blocked(table, told.blocked, owners)
    for row in table.rows:
        yield from _unreadable(table, row, owners[row.address])


def _blocked(
    table: ComparisonTable, columns: Sequence[int], owners: Mapping[Address, str | None]
) -> Iterator[Unverifiable]:
    """Yield, once a table, which columns cannot be checked and which ones are in the way."""
    held = [
        (row, row.figures[at])
        for at in columns
        for row in table.rows
        if _is_number(row.figures.get(at))
    ]
    for row, figure in held[:1]:
        ways = (table.unknown[at] for at in bases_of(table) or table.unknown)
        facts = {
            "columns": [table.columns[at].label for at in columns],
            "headings": [f'"{one.label}" ({one.heading.a1})'.removeprefix('"" ') for one in ways],
            "untied": [Related(one.sheet, one.cell) for _, one in held],
        }
        yield Unverifiable("table_base_unknown", figure, owners[row.address], facts)


def _named(row: ComparisonRow, areas: Mapping[str, str]) -> str | None:
    """Return the area that a row's label names."""
    return next((areas[fold(text)] for text in row.texts if fold(text) in areas), None)


def _is_number(figure: Figure | None) -> bool:
    return figure is not None and figure.is_number


def _unreadable(
    table: ComparisonTable, row: ComparisonRow, area: str | None
) -> Iterator[Unverifiable]:
    """Yield the places of amounts that hold something else than one number for certain."""
    for column, figure in row.figures.items():
        is_amount = table.columns[column].role not in role.PERCENTS
        if _is_unreadable(figure, is_amount=is_amount):
            yield Unverifiable(UNREADABLE, figure, area, {"text": quoted(figure.value)})


def _is_unreadable(figure: Figure, *, is_amount: bool) -> bool:
    if not figure.is_unreadable:
        return False
    has_digits = isinstance(figure.value, str) and any(map(str.isdigit, figure.value))
    return is_amount or has_digits or not isinstance(figure.value, str)


def total_relations(found: Survey) -> Iterator[Relation | Unverifiable]:
    """Yield what ties the totals of the book to their parts."""
    for area in found.areas:
        for table in area.tables:
            if may_hold_total(table):
                yield from _of_rows(area.name, list(_figure_rows(table)), skipped={MARGIN})
            for row in table.rows if table.is_sound else ():
                yield from (one._replace(area=area.name) for one in totals_across(row))
    checked = _checked_margins(found) if found.comparisons else frozenset()
    for comparison in found.comparisons:
        if has_totals(row.code for row in comparison.rows):
            rows = list(_comparison_rows(comparison))
            deviations = [
                column
                for column, heading in comparison.columns.items()
                if heading.role == role.DEVIATION
            ]
            for one in _of_rows(comparison.area, rows, deviations=deviations):
                if not (isinstance(one, Relation) and one.result.place in checked):
                    yield one
    for total in found.summary.totals:
        yield from _of_areas(total, found.areas)


def area_sums(found: Survey) -> Iterator[Relation]:
    """Yield what ties the totals of the areas' tables to the parts that are read, be it not all."""
    for area in found.areas:
        for table in area.tables:
            totals = totals_of(list(_figure_rows(table)), {MARGIN})
            yield from (relation for _, _, relation in totals.sums)
            yield from totals.partial


def _checked_margins(found: Survey) -> frozenset[CellPlace]:
    """Return the margins that are held to their inputs as computed places."""
    rows = (table.row(Line(MARGIN)) for area in found.areas for table in area.tables)
    return frozenset(
        figure.place for row in rows if row is not None for figure in row.figures.values()
    )


def _figure_rows(table: FiguresTable) -> Iterator[LineRow]:
    """Yield the rows of euros of a figures table; its changes and counts are no part of any sum."""
    for row in table.rows:
        if row.line.measure is not Measure.AMOUNT or row.line.code in COUNTS:
            continue
        figures: dict[Hashable, Figure] = {
            period: one for period, one in row.figures.items() if one.is_number
        }
        if figures:
            yield LineRow(code_of_row(row), figures)


def _comparison_rows(table: ComparisonTable) -> Iterator[LineRow]:
    for row in table.rows:
        if row.code in COUNTS:
            continue
        figures: dict[Hashable, Figure] = {
            column: one
            for column, heading in table.columns.items()
            if heading.role in role.SUMMED
            and (one := row.figures.get(column)) is not None
            and one.is_number
        }
        if figures:
            yield LineRow(row.code, figures)


def _of_rows(
    area: str | None,
    rows: Sequence[LineRow],
    skipped: Collection[str] = (),
    deviations: Collection[Hashable] = (),
) -> Iterator[Relation | Unverifiable]:
    totals = totals_of(rows, skipped, deviations)
    for _, _, relation in totals.sums:
        yield relation._replace(area=area)
    for index in totals.unverifiable:
        yield Unverifiable("total_parts_unknown", list(rows[index].figures.values())[-1], area)


def _of_areas(total: SummaryTotal, areas: Sequence[Area]) -> Iterator[Relation | Unverifiable]:
    """Yield how a total follows from the areas beside it.

    One that is right for the city, with areas that stand in no row of it, is told as their absence.
    """
    if not all(figure.is_number for figure in (total.total, *total.parts)):
        return
    formula = Sum((1,) * len(total.parts))
    relation = Relation("areas_total", total.total, total.parts, formula)
    if not total.has_unknown:
        absent = _of_absent(total, areas)
        parts = (*total.parts, *absent)
        whole = relation._replace(terms=parts, formula=Sum((1,) * len(parts)))
        is_told = relation.verdict() is Verdict.FAILS and whole.verdict() is Verdict.HOLDS
        if not (absent and is_told):
            yield relation
    elif not total.unknown and relation.verdict() is not Verdict.HOLDS:
        yield Unverifiable("total_parts_unknown", total.total)


def _of_absent(total: SummaryTotal, areas: Sequence[Area]) -> list[Figure]:
    """Return the figures of the areas that a total has no row of."""
    present = {fold(one.area) for one in total.parts if one.area}
    line, period = total.total.line, total.total.period
    found = (
        None if period is None or fold(area.name) in present else area.figure(line, period)
        for area in areas
    )
    return [one for one in found if one is not None and one.is_number]


def same_figures(found: Survey) -> Iterator[Relation]:
    """Yield what ties each figure to the place where it is printed first: in the area's tables.

    Expenses may have one sign in one table and the other in another; the figures of a row tell.
    """
    relations = list(_every_copy(found))
    rows: dict[tuple[object, ...], list[Relation]] = defaultdict(list)
    for relation in relations:
        rows[_rows_of(relation)].append(relation)
    turned = {between for between, one in rows.items() if _are_turned(one)}
    for relation in relations:
        is_turned = _rows_of(relation) in turned
        yield relation._replace(formula=Sum((-1,))) if is_turned else relation


def _rows_of(relation: Relation) -> tuple[object, ...]:
    """Return the rows that a relation goes between."""
    return tuple((figure.sheet, figure.address.row) for figure in relation.figures)


def _are_turned(relations: Sequence[Relation]) -> bool:
    """Tell whether two rows print the same expenses, several of them, all with opposite signs."""
    products = [measured(one.result) * measured(one.terms[0]) for one in relations]
    return (
        all(one.result.line in EXPENSE_LINES for one in relations)
        and sum(map(bool, products)) >= _TURNED_HABIT
        and max(products) <= 0
    )


def _every_copy(found: Survey) -> Iterator[Relation]:
    """Yield the relations, each place held to the first as it is printed."""
    beside = _beside(found)
    wanted_by_area: dict[str, set[tuple[Line, Period]]] = defaultdict(set)
    for name, line, period in beside:
        wanted_by_area[name].add((line, period))
    for area in found.areas:
        name = fold(area.name)
        wanted = wanted_by_area[name]
        if not wanted and not has_lines_twice(area):
            continue
        for (line, period), figures in _in_tables(area).items():
            if len(figures) > 1 or (line, period) in wanted:
                yield from _copies(area.name, [*figures, *beside.get((name, line, period), ())])
    of_areas = {fold(area.name) for area in found.areas}
    for key, figures in beside.items():
        if key[0] not in of_areas:
            yield from _copies(None, figures)


def _in_tables(area: Area) -> dict[tuple[Line, Period], list[Figure]]:
    """Return the figures of an area's sound tables by line and period."""
    figures: dict[tuple[Line, Period], list[Figure]] = defaultdict(list)
    for table in area.tables:
        for row in table.rows if table.is_sound else ():
            if row.line.code in LABELS:
                for period, figure in row.figures.items():
                    figures[row.line, period].append(figure)
    return figures


def _beside(found: Survey) -> dict[Key, list[Figure]]:
    """Return the figures of comparison tables and summaries by area, line and period."""
    beside: dict[Key, list[Figure]] = defaultdict(list)
    for table in found.comparisons:
        if table.area is not None:
            for period, figure in _compared(table):
                beside[fold(table.area), figure.line, period].append(figure)
    for figure in found.summary.figures:
        if figure.area and figure.period is not None and figure.line.code in LABELS:
            beside[fold(figure.area), figure.line, figure.period].append(figure)
    return beside


def _compared(table: ComparisonTable) -> Iterator[tuple[Period, Figure]]:
    """Yield the amounts under headings that are plain periods: an original budget is another."""
    for row in table.rows:
        if row.code not in LABELS:
            continue
        for column, figure in row.figures.items():
            heading = table.columns[column]
            if heading.period is None or period_of(heading.label) is None:
                continue
            if heading.role in role.AMOUNTS:
                yield heading.period, figure


def _copies(area: str | None, figures: Sequence[Figure]) -> Iterator[Relation]:
    """Yield a relation for each other place; that of the coarser unit is held to the finer one."""
    places = {figure.place: figure for figure in figures if figure.is_number}
    first, *others = places.values() or [None]
    for other in others:
        if first is None or other is None:
            continue
        is_finer = unit_of(other) < unit_of(first)
        result, term = (first, other) if is_finer else (other, first)
        yield Relation("same_figure", result, (term,), Sum((1,)), area)
