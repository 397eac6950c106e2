"""Totals and their parts: within a table of lines, and of all areas on a summary."""

from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from tpxl.jobs.area_lines import code_of_row, may_hold_total
from tpxl.jobs.ties import Bond, Hint, Loose, Spot, Tie, spot_of_entry, spot_of_figure
from tpxl.layout import Survey
from tpxl.model import FiguresTable, Line, Measure
from tpxl.model.comparison import ComparisonRow, ComparisonTable
from tpxl.model.summary import SummaryFigure, SummaryTotal
from tpxl.rules.formulas import Sum
from tpxl.rules.parts import has_totals
from tpxl.rules.relations import Known, Place, Relation, Verdict
from tpxl.rules.totals import MARGIN, LineRow, totals_of
from tpxl.terms import column_roles as role
from tpxl.terms.lines import COUNTS, LABELS

if TYPE_CHECKING:
    from tpxl.rules.causes import Case, Name

SUMMED = role.AMOUNTS | {role.DEVIATION, role.CHANGE}
"""Columns in which a total is the sum of its parts."""


class _Line(NamedTuple):
    """A row of a table of lines: its code, its name, and its figures by column."""

    code: str | None
    name: Line | str
    spots: Mapping[Hashable, Spot]


def total_bonds(found: Survey) -> Iterator[Bond]:
    """Yield what ties the totals of the book to their parts."""
    for area in found.areas:
        for table in area.tables:
            if may_hold_total(table):
                yield from _bonds(list(_figure_lines(area.name, table)), skipped={MARGIN})
    names = {area.sheet: area.name for area in found.areas}
    checked = _checked_margins(found) if found.comparisons else frozenset()
    for comparison in found.comparisons:
        codes = [row.code for row in comparison.rows]
        if has_totals(codes):
            lines = list(_comparison_lines(names.get(comparison.sheet), comparison))
            deviations = [
                column
                for column, heading in comparison.columns.items()
                if heading.role == role.DEVIATION
            ]
            for bond in _bonds(lines, deviations=deviations):
                if not (isinstance(bond, Tie) and bond.spots[0].place in checked):
                    yield bond
    for total in found.summary.totals:
        yield from _summary_bonds(total)


def _checked_margins(found: Survey) -> frozenset[Place]:
    """Return the margins that the figures tables' own check holds to their inputs."""
    rows = (table.row(Line(MARGIN)) for area in found.areas for table in area.tables)
    return frozenset(
        (figure.sheet, figure.address)
        for row in rows
        if row is not None
        for figure in row.figures.values()
    )


def _figure_lines(area: str, table: FiguresTable) -> Iterator[_Line]:
    """Yield the rows of euros of a figures table; its changes and counts are no part of any sum."""
    for row in table.rows:
        if row.line.measure is not Measure.AMOUNT or row.line.code in COUNTS:
            continue
        spots: dict[Hashable, Spot] = {
            period: spot
            for period, figure in row.figures.items()
            if (spot := spot_of_figure(area, figure)) is not None
        }
        if spots:
            yield _Line(code_of_row(row), row.line, spots)


def _comparison_lines(area: str | None, table: ComparisonTable) -> Iterator[_Line]:
    for row in table.rows:
        if row.code in COUNTS:
            continue
        name = Line(row.code) if row.code in LABELS else row.label
        spots: dict[Hashable, Spot] = {
            column: spot
            for column in table.columns
            if table.columns[column].role in SUMMED
            and (spot := _column_spot(area, table, row, column, name)) is not None
        }
        if spots:
            yield _Line(row.code, name, spots)


def _column_spot(
    area: str | None, table: ComparisonTable, row: ComparisonRow, column: int, name: Line | str
) -> Spot | None:
    entry, heading = row.entries.get(column), table.columns[column]
    if entry is None:
        return None
    label = None if heading.period else heading.label
    return spot_of_entry(area, entry, name, heading.period, column=label)


def _bonds(
    lines: Sequence[_Line], skipped: Collection[str] = (), deviations: Collection[Hashable] = ()
) -> Iterator[Bond]:
    rows = [
        LineRow(one.code, {key: spot.known for key, spot in one.spots.items()}) for one in lines
    ]
    spots = {spot.place: spot for one in lines for spot in one.spots.values()}
    totals = totals_of(rows, skipped, deviations)
    for _, _, relation in totals.sums:
        told = tuple(spots[figure.place] for figure in relation.figures)
        yield Tie(relation, told, _hint(relation, told))
    for index in totals.unverifiable:
        yield Loose("total_parts_unknown", list(lines[index].spots.values())[-1])


def _hint(relation: Relation, spots: Sequence[Spot]) -> Hint:
    factors = relation.formula.factors if isinstance(relation.formula, Sum) else ()

    def hint(printed: Decimal, right: Fraction, decimals: int) -> "Case":
        from tpxl.rules.causes import Case

        parts: dict[Name, Fraction] = {
            spot.name or spot.sheet: factor * term.number
            for spot, term, factor in zip(spots[1:], relation.terms, factors, strict=False)
        }
        return Case(printed, right, decimals, parts=parts)

    return hint


def _summary_bonds(total: SummaryTotal) -> Iterator[Bond]:
    spots = [summary_spot(figure) for figure in (total.total, *total.parts)]
    told = tuple(spot for spot in spots if spot is not None)
    if len(told) < len(spots):
        return
    known: list[Known] = [spot.known for spot in told]
    relation = Relation("areas_total", known[0], tuple(known[1:]), Sum((1,) * (len(known) - 1)))
    if not total.has_unknown:
        yield Tie(relation, told, _area_hint(relation, told))
    elif relation.verdict() is not Verdict.HOLDS:
        yield Loose("total_parts_unknown", told[0])


def _area_hint(relation: Relation, spots: Sequence[Spot]) -> Hint:
    def hint(printed: Decimal, right: Fraction, decimals: int) -> "Case":
        from tpxl.rules.causes import Case

        parts: dict[Name, Fraction] = {
            spot.area or spot.sheet: term.number
            for spot, term in zip(spots[1:], relation.terms, strict=True)
        }
        return Case(printed, right, decimals, parts=parts)

    return hint


def summary_spot(figure: SummaryFigure) -> Spot | None:
    """Return a summary's figure as a spot; None where it is no known number."""
    is_percent = figure.line.measure is Measure.CHANGE_PERCENT
    return spot_of_entry(
        figure.area, figure.entry, figure.line, figure.period, is_percent=is_percent
    )
