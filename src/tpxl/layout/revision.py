"""What a survey says once edits were applied: no sheet is read twice."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from tpxl.layout.cells.numbers import number_of
from tpxl.layout.entries import revised_comparisons, revised_summary
from tpxl.layout.scan import allocations_after
from tpxl.layout.survey import Survey
from tpxl.model import Address, Area, Edit, Figure, FiguresRow, FiguresTable, Period

Held = Mapping[Address, Edit]
"""The edits of one sheet by their place."""

_NONE: Held = MappingProxyType({})


def revised(found: Survey, edits: Iterable[Edit], *, awaits_recalculation: bool) -> Survey:
    """Return the survey of the book after `edits`; what they do not touch is the same object.

    Once a closed book awaits recalculation, what its formulas cached is no longer known.
    """
    every = {(edit.sheet, Address.parse(edit.cell)): edit for edit in edits}
    held: dict[str, dict[Address, Edit]] = defaultdict(dict)
    for (sheet, address), edit in every.items():
        held[sheet][address] = edit
    is_pending = awaits_recalculation and not found.awaits_recalculation

    def after(tables: tuple[FiguresTable, ...]) -> tuple[FiguresTable, ...]:
        return tuple(
            _table(table, held.get(table.sheet, _NONE), is_pending=is_pending) for table in tables
        )

    def figure_after(figure: Figure) -> Figure:
        edit = every.get((figure.sheet, figure.address))
        return _figure(figure, edit, is_pending=is_pending)

    revised_figures = found._replace(
        areas=tuple(_area(area, after(area.tables)) for area in found.areas),
        summaries=after(found.summaries),
        totals=tuple(
            one._replace(area=_area(one.area, after(one.area.tables))) for one in found.totals
        ),
        awaits_recalculation=awaits_recalculation,
    )
    return _rest(revised_figures, figure_after, every, is_pending=is_pending)


def _rest(
    found: Survey,
    figure_after: Callable[[Figure], Figure],
    every: Mapping[tuple[str, Address], Edit],
    *,
    is_pending: bool,
) -> Survey:
    """Revise what most books have none of."""
    if not found.allocations.is_empty:
        allocations = allocations_after(found.allocations, figure_after, every)
        found = found._replace(allocations=allocations)
    if found.comparisons or found.summary.figures or found.summary.totals:
        found = found._replace(
            comparisons=revised_comparisons(found.comparisons, every, is_pending=is_pending),
            summary=revised_summary(found.summary, every, is_pending=is_pending),
        )
    return found


def _area(area: Area, tables: tuple[FiguresTable, ...]) -> Area:
    is_same = all(new is old for new, old in zip(tables, area.tables, strict=True))
    return area if is_same else replace(area, tables=tables)


def _table(table: FiguresTable, held: Held, *, is_pending: bool) -> FiguresTable:
    if not held and not is_pending:
        return table
    rows: dict[Address, FiguresRow] = {}
    for row in table.rows:
        changed = _changed(row, held, is_pending=is_pending)
        basis = rows[row.basis.label_address] if row.basis is not None else None
        if changed or basis is not row.basis:
            row = row._replace(figures={**row.figures, **changed}, basis=basis)  # noqa: PLW2901
        if row.parts and is_pending:
            row = row._replace(parts=_awaiting(row.parts))  # noqa: PLW2901
        rows[row.label_address] = row
    revised_rows = tuple(rows.values())
    if all(new is old for new, old in zip(revised_rows, table.rows, strict=True)):
        return table
    return replace(table, rows=revised_rows)


def _awaiting(parts: Mapping[Period, tuple[Figure, ...]]) -> dict[Period, tuple[Figure, ...]]:
    return {
        period: tuple(_figure(part, None, is_pending=True) for part in own)
        for period, own in parts.items()
    }


def _changed(row: FiguresRow, held: Held, *, is_pending: bool) -> dict[Period, Figure]:
    """Return the figures of a row that are others after the edits."""
    changed = {}
    for period, figure in row.figures.items():
        edit = held.get(figure.address)
        if edit is not None or (is_pending and figure.has_formula):
            after = _figure(figure, edit, is_pending=is_pending)
            if after != figure:
                changed[period] = after
    return changed


def _figure(figure: Figure, edit: Edit | None, *, is_pending: bool) -> Figure:
    if edit is None:
        return figure._replace(is_known=False) if figure.has_formula and is_pending else figure
    return figure._replace(
        value=edit.new,
        number=number_of(edit.new, is_fraction=figure.is_fraction),
        has_formula=False,
        is_known=True,
        is_text=False,
    )
