"""Totals and their parts: within a table of lines, and of all areas on a summary."""

from collections.abc import Collection, Hashable, Iterator, Sequence

from tpxl.jobs.check.area_lines import code_of_row, may_hold_total
from tpxl.jobs.check.unverifiable import Unverifiable
from tpxl.layout import Survey
from tpxl.model import Figure, FiguresTable, Line, Measure
from tpxl.model.figure import CellPlace, ComparisonTable, SummaryTotal
from tpxl.rules.formulas import Sum
from tpxl.rules.parts import has_totals
from tpxl.rules.relations import Relation, Verdict
from tpxl.rules.totals import MARGIN, LineRow, totals_of
from tpxl.terms import column_roles as role
from tpxl.terms.lines import COUNTS


def total_relations(found: Survey) -> Iterator[Relation | Unverifiable]:
    """Yield what ties the totals of the book to their parts."""
    for area in found.areas:
        for table in area.tables:
            if may_hold_total(table):
                yield from _of_rows(area.name, list(_figure_rows(table)), skipped={MARGIN})
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
        yield from _of_areas(total)


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


def _of_areas(total: SummaryTotal) -> Iterator[Relation | Unverifiable]:
    if not all(figure.is_number for figure in (total.total, *total.parts)):
        return
    formula = Sum((1,) * len(total.parts))
    relation = Relation("areas_total", total.total, total.parts, formula)
    if not total.has_unknown:
        yield relation
    elif relation.verdict() is not Verdict.HOLDS:
        yield Unverifiable("total_parts_unknown", total.total)
