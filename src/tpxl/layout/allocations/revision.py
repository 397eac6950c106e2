"""What is said of shared costs once edits were applied."""

from collections.abc import Callable, Mapping

from tpxl.layout.allocations.notes import note_in
from tpxl.model import Address, Edit, Figure
from tpxl.model.allocation import AllocationNote, Allocations, FlowRow

Revise = Callable[[Figure], Figure]


def revised_allocations(
    said: Allocations, revise: Revise, held: Mapping[tuple[str, Address], Edit]
) -> Allocations:
    """Return the allocations with every figure revised and every note as it was edited."""
    return Allocations(
        tables=tuple(
            table._replace(
                figures={place: revise(figure) for place, figure in table.figures.items()}
            )
            for table in said.tables
        ),
        lines=tuple(
            line._replace(figures={period: revise(one) for period, one in line.figures.items()})
            for line in said.lines
        ),
        notes=tuple(_note(note, held) for note in said.notes),
        flows=tuple(
            table._replace(rows=tuple(_row(row, revise) for row in table.rows))
            for table in said.flows
        ),
    )


def _row(row: FlowRow, revise: Revise) -> FlowRow:
    return row._replace(
        share=None if row.share is None else revise(row.share),
        amount=None if row.amount is None else revise(row.amount),
    )


def _note(note: AllocationNote, held: Mapping[tuple[str, Address], Edit]) -> AllocationNote:
    edit = held.get((note.sheet, note.address))
    if edit is None or not isinstance(edit.new, str):
        return note
    after = note_in(edit.new, note.sheet, note.address) or note
    return after._replace(area=note.area)
