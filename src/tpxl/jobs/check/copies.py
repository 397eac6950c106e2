"""The same figure printed in two places: only where area, line, period and unit are all known."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from tpxl.jobs.check.area_lines import has_lines_twice
from tpxl.layout import Survey
from tpxl.model import Area, Figure, Line, Period
from tpxl.model.figure import ComparisonTable
from tpxl.rules.conventions import EXPENSE_LINES
from tpxl.rules.formulas import Sum
from tpxl.rules.measured import measured, unit_of
from tpxl.rules.relations import Relation
from tpxl.terms import column_roles as role
from tpxl.terms import fold
from tpxl.terms.lines import LABELS
from tpxl.terms.periods import period_of

Key = tuple[str, Line, Period]
_TURNED_HABIT = 2
"""One figure with the other sign is a slip of the hand; a row of them is a habit."""


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
