"""Formulas of a closed book after its edits: what they give now, for readers that do not calculate.

A result that is not known for certain is forgotten: it would be that of what stood there before.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet

from tpxl.books import Book
from tpxl.model import Address, Block, Grid, Value
from tpxl.model.cell import Result
from tpxl.model.figure import CellPlace
from tpxl.rules.references import Reference, names, references
from tpxl.rules.spreadsheet.evaluation import Evaluator
from tpxl.rules.spreadsheet.parsing import NotUnderstood

_VOLATILE = ("TODAY(", "NOW(", "RAND", "OFFSET(", "INDIRECT(")


def recalculate(book: Book) -> None:
    """Put the results of every formula that an edit may have changed; forget those not known.

    Raises:
        TpxlError: a sheet cannot be read.
    """
    edited = book.edited
    if not edited:
        return
    formulas = Formulas(book)
    book.put_results(formulas.results(formulas.following(frozenset(edited))))


class Formulas:
    """The formulas of a book: which follow from which cells, and what they give."""

    def __init__(self, book: Book) -> None:
        """Read the formulas of a book."""
        self._book = book
        self._sheets = {sheet.casefold(): sheet for sheet in book.sheets}
        self._grids: dict[str, Grid] = {}
        self._last_rows: dict[str, int] = {}
        self._names = {name.casefold(): formula for name, formula in book.names.items()}
        self._texts: dict[CellPlace, str] = {
            (sheet, at): text
            for sheet in book.formula_sheets
            for at, text in self._grid(sheet).formula_cells()
        }
        self._known: dict[CellPlace, Value | NotUnderstood] = {}
        self._evaluator = Evaluator(self._value, self._last_row, book.names)
        self._due: frozenset[CellPlace] = frozenset()

    @property
    def places(self) -> Collection[CellPlace]:
        """The cells that have a formula."""
        return self._texts.keys()

    def following(self, changed: AbstractSet[CellPlace]) -> frozenset[CellPlace]:
        """Return the formulas in changed cells, those these lead to, and those of no cell."""
        by_cell, by_block, due = self._dependents()
        due |= changed & self._texts.keys()
        waiting = list({*changed, *due})
        while waiting:
            sheet, at = waiting.pop()
            led_to = by_cell.pop((sheet, at), set())
            blocks = by_block[sheet]
            for block in [one for one in blocks if one.covers(at)]:
                led_to |= blocks.pop(block)  # what it leads to is found once
            new = led_to - due
            due |= new
            waiting += new
        return frozenset(due)

    def _dependents(
        self,
    ) -> tuple[
        dict[CellPlace, set[CellPlace]],
        Mapping[str, dict[Block, set[CellPlace]]],
        set[CellPlace],
    ]:
        """Return the formulas by the cells and the blocks that they refer to.

        With them those whose sources nobody can tell. Cells stand apart, for they are many: each
        changed cell is held against every block of its sheet.
        """
        by_cell: dict[CellPlace, set[CellPlace]] = defaultdict(set)
        by_block: dict[str, dict[Block, set[CellPlace]]] = defaultdict(dict)
        untold: set[CellPlace] = set()
        for place, text in self._texts.items():
            for reference in self._references(text, place, untold):
                sheet = self._sheets.get((reference.sheet or place[0]).casefold())
                if sheet is None:
                    continue
                block = reference.block
                if block.area == 1:
                    by_cell[sheet, Address(block.top, block.left)].add(place)
                else:
                    by_block[sheet].setdefault(block, set()).add(place)
        return by_cell, by_block, untold

    def _references(
        self, text: str, place: CellPlace, untold: set[CellPlace]
    ) -> Iterator[Reference]:
        if any(word in text.upper() for word in _VOLATILE):
            untold.add(place)
        yield from references(text)
        for name in names(text):
            formula = self._names.get(name.casefold())
            if formula is None:
                untold.add(place)
            else:
                yield from references(formula)

    def results(self, due: Collection[CellPlace]) -> Iterator[Result]:
        """Yield what the formulas give now; None where that is not known."""
        self._due = frozenset(due)
        for sheet, at in sorted(due):
            try:
                yield Result(sheet, at.a1, self._computed((sheet, at)))
            except NotUnderstood:
                yield Result(sheet, at.a1)

    def _computed(self, place: CellPlace) -> Value:
        known = self._known.get(place)
        if place not in self._known:
            self._known[place] = NotUnderstood("circle")
            try:
                known = self._evaluator.result(self._texts[place], place[0])
            except NotUnderstood as error:
                known = error
            except RecursionError:
                known = NotUnderstood("too long a chain")
            self._known[place] = known
        known = self._known[place]
        if isinstance(known, NotUnderstood):
            raise known
        return known

    def _value(self, sheet: str, at: Address) -> Value:
        name = self._sheets.get(sheet.casefold())
        if name is None:
            raise NotUnderstood(sheet)
        if (name, at) in self._due:
            return self._computed((name, at))
        grid = self._grid(name)
        value = grid.value(at)
        if value is None and grid.has_formula(at):
            if (name, at) not in self._texts:
                raise NotUnderstood("array")
            return self._computed((name, at))
        return value

    def _last_row(self, sheet: str) -> int:
        name = self._sheets.get(sheet.casefold())
        if name is None:
            return 0
        if name not in self._last_rows:
            self._last_rows[name] = self._grid(name).last_row
        return self._last_rows[name]

    def _grid(self, sheet: str) -> Grid:
        if sheet not in self._grids:
            self._grids[sheet] = self._book.read(sheet)
        return self._grids[sheet]


def every_formula(book: Book) -> Iterable[Result]:
    """Return what every formula of a book gives, None where that is not known."""
    formulas = Formulas(book)
    return formulas.results(formulas.places)
