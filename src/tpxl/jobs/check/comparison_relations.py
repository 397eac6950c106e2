"""Comparison tables: budget follow-up and change, held to what their own columns say."""

from collections.abc import Iterator, Mapping
from itertools import islice

from tpxl.jobs.check.unverifiable import UNREADABLE, Unverifiable
from tpxl.layout import Survey
from tpxl.model import Figure, quoted
from tpxl.model.figure import ComparisonRow, ComparisonTable
from tpxl.rules.comparisons import relations_of
from tpxl.rules.relations import Relation
from tpxl.terms import column_roles as role
from tpxl.terms import fold


def comparison_relations(found: Survey) -> Iterator[Relation | Unverifiable]:
    """Yield what ties the figures of the comparison tables, and those tied to nothing."""
    names = (*(area.name for area in found.areas), *found.settings.area_names)
    areas = {fold(name): name for name in names}
    for table in found.comparisons:
        yield from _of_table(table, areas)


def _of_table(
    table: ComparisonTable, areas: Mapping[str, str]
) -> Iterator[Relation | Unverifiable]:
    """Yield the table's relations, and what cannot be tied."""
    owners = {row.address: table.area or _named(row, areas) for row in table.rows}
    rows = {figure.place: row for row in table.rows for figure in row.figures.values()}
    told = relations_of(table)
    for relation in told.stated:
        yield relation._replace(area=owners[rows[relation.result.place].address])
    for row, reading in told.unstated:
        figure = row.figures[reading.result]
        yield Unverifiable("table_term_missing", figure, owners[row.address])
    for column in told.unread:
        printed = (one for one in table.rows if _is_number(one.figures.get(column)))
        for row in islice(printed, 1):
            yield Unverifiable("table_unread", row.figures[column], owners[row.address])
    for row in table.rows:
        yield from _unreadable(table, row, owners[row.address])


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
