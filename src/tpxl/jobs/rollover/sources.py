"""Where the formulas under moving headings get their figures: from what moves, or from elsewhere.

A formula that fetches a figure of another sheet, of another file, or that is itself a typed sum,
would show last year's figure under this year's heading.
"""

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from tpxl.errors import TpxlError
from tpxl.layout.cells.numbers import read_number
from tpxl.model import Address, Grid, Sheets
from tpxl.model.figure import CellPlace
from tpxl.rules.references import Reference, references

_MOST_CELLS = 200_000
"""Cells of one reference that are looked at: whole columns have a million."""


class StandingFormula(NamedTuple):
    """A formula that would show an old figure: where it stands, its text, and whence it fetches.

    `source` is None where it refers to nothing that moves.
    """

    sheet: str
    cell: str
    formula: str
    source: str | None


class Roots(NamedTuple):
    """What a formula comes from in the end: whether from what moves, and the first other number."""

    has_moving: bool = False
    other: str | None = None

    def joined(self, other: "Roots") -> "Roots":
        """Return the roots of both."""
        return Roots(self.has_moving or other.has_moving, self.other or other.other)


class Sources:
    """Traces the formulas of a book to typed cells, each formula once."""

    def __init__(
        self, book: Sheets, moving: Collection[CellPlace], free: Collection[CellPlace]
    ) -> None:
        """Know which cells move, and which are put right otherwise or belong to no year."""
        self._book = book
        self._moving, self._free = moving, free
        self._grids: dict[str, Grid | None] = {}
        self._known: dict[CellPlace, Roots] = {}
        self._names = {sheet.casefold(): sheet for sheet in book.sheets}

    def grid(self, sheet: str) -> Grid | None:
        """Return a sheet; None where the book has none of the name, or it cannot be read."""
        if sheet not in self._grids:
            name = self._names.get(sheet.casefold())
            try:
                self._grids[sheet] = None if name is None else self._book.read(name)
            except TpxlError:
                self._grids[sheet] = None
        return self._grids[sheet]

    def roots(self, sheet: str, at: Address) -> Roots:
        """Return what the formula of a cell comes from."""
        place = sheet, at
        if place in self._known:
            return self._known[place]
        self._known[place] = Roots()  # a circle ends here
        grid = self.grid(sheet)
        formula = None if grid is None else grid.formula(at)
        found = Roots()
        for reference in references(formula or ""):
            found = found.joined(self._of(reference, sheet))
        self._known[place] = found
        return found

    def _of(self, reference: Reference, own: str) -> Roots:
        sheet = reference.sheet or own
        grid = None if reference.is_foreign else self.grid(sheet)
        if grid is None:
            return Roots(other=f"{sheet}!{Address(*reference.block[:2]).a1}")
        found = Roots()
        for at in _filled(grid, reference):
            found = found.joined(self._of_cell(grid, at))
        if not found.has_moving and self._covers_moving(grid.sheet, reference):
            return Roots(has_moving=True, other=found.other)  # what moves may be empty
        return found

    def _covers_moving(self, sheet: str, reference: Reference) -> bool:
        block = reference.block
        if reference.is_cell:
            return (sheet, Address(*block[:2])) in self._moving
        return any(name == sheet and block.covers(at) for name, at in self._moving)

    def _of_cell(self, grid: Grid, at: Address) -> Roots:
        place = grid.sheet, at
        if place in self._moving and not grid.has_formula(at):
            return Roots(has_moving=True)
        if place in self._free:
            return Roots()
        if grid.has_formula(at):
            return self.roots(grid.sheet, at)
        is_figure = read_number(grid.value(at)) is not None
        return Roots(other=f"{grid.sheet}!{at.a1}") if is_figure else Roots()


def _filled(grid: Grid, reference: Reference) -> Iterator[Address]:
    """Yield the filled cells of a reference."""
    block, looked = reference.block, 0
    for row in range(block.top, min(block.bottom, grid.last_row) + 1):
        for column in grid.cells_of(row):
            if block.left <= column <= block.right:
                yield Address(row, column)
            looked += 1
        if looked > _MOST_CELLS:
            return


def standing_formulas(
    sources: Sources, places: Iterable[CellPlace], headings: Iterable[CellPlace]
) -> Iterator[StandingFormula]:
    """Yield the formulas under moving headings, or in them, whose figure would not move.

    A heading that refers to nothing that moves would stand still over figures that do.
    """
    told = [(place, False) for place in places] + [(place, True) for place in headings]
    for (sheet, at), is_heading in sorted(told):
        grid = sources.grid(sheet)
        formula = None if grid is None else grid.formula(at)
        if formula is None:
            continue
        roots = sources.roots(sheet, at)
        if not roots.has_moving or (roots.other is not None and not is_heading):
            yield StandingFormula(sheet, at.a1, formula, roots.other)
