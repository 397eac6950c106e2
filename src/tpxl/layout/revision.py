"""What a survey says once edits were applied: no sheet is read twice."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from tpxl.layout.allocations.revision import revised_allocations
from tpxl.layout.numbers import read_number
from tpxl.layout.survey import Survey
from tpxl.model import Address, Edit, Figure, FiguresRow, FiguresTable, Line

Held = Mapping[tuple[str, Address], Edit]


def revised(found: Survey, edits: Iterable[Edit], *, awaits_recalculation: bool) -> Survey:
    """Return the survey of the book after `edits`.

    Once a closed book awaits recalculation, what its formulas cached is no longer known.
    """
    held = {(edit.sheet, Address.parse(edit.cell)): edit for edit in edits}
    if not held and awaits_recalculation == found.awaits_recalculation:
        return found
    is_pending = awaits_recalculation

    def after(tables: Iterable[FiguresTable]) -> tuple[FiguresTable, ...]:
        return tuple(_table(table, held, is_pending=is_pending) for table in tables)

    areas = tuple(replace(area, tables=after(area.tables)) for area in found.areas)
    summaries = after(found.summaries)
    return replace(
        found,
        areas=areas,
        summaries=summaries,
        allocations=revised_allocations(
            found.allocations, lambda figure: _figure(figure, held, is_pending=is_pending), held
        ),
        awaits_recalculation=awaits_recalculation,
    )


def _table(table: FiguresTable, held: Held, *, is_pending: bool) -> FiguresTable:
    rows: list[FiguresRow] = []
    revised_rows: dict[tuple[Line, Address], FiguresRow] = {}
    for row in table.rows:
        figures = {
            period: _figure(figure, held, is_pending=is_pending)
            for period, figure in row.figures.items()
        }
        basis = row.basis
        if basis is not None:
            basis = revised_rows[basis.line, basis.label_address]
        changed = replace(row, figures=figures, basis=basis)
        revised_rows[row.line, row.label_address] = changed
        rows.append(changed)
    return replace(table, rows=tuple(rows))


def _figure(figure: Figure, held: Held, *, is_pending: bool) -> Figure:
    edit = held.get((figure.sheet, figure.address))
    if edit is None:
        return replace(figure, is_known=False) if figure.has_formula and is_pending else figure
    reading = read_number(edit.new, "0%" if figure.is_fraction else "General")
    return replace(
        figure,
        value=edit.new,
        number=reading.number if reading else None,
        has_formula=False,
        is_known=True,
        is_text=False,
    )
