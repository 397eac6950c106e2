"""One sheet's bytes with their index: the plain one where it can be, the sure one where not."""

from collections.abc import Callable, Iterator
from typing import TypeVar

from tpxl.books.package.index import Cell, Frame, Row, SheetIndex
from tpxl.books.package.markup import MarkupError, utf8
from tpxl.books.package.plain import NotPlain, TextCell, plain_index, text_cells
from tpxl.books.package.strings import string_number
from tpxl.books.package.sure import sure_index
from tpxl.model import Address

Answer = TypeVar("Answer")
Told = Callable[[MarkupError], Exception]
"""Makes of a sheet's damage what its book tells."""
_TEXT_KINDS = frozenset({"str", "inlineStr"})


class SheetBytes:
    """A sheet in UTF-8 and where everything is in it."""

    def __init__(self, data: bytes, told: Told = lambda error: error) -> None:
        """Index a sheet; rows are looked at when they are asked for, and may be damaged then.

        Raises:
            Exception: it cannot be read: what `told` makes of the damage, also when a row is asked
                for.
        """
        self.data = data
        self._told = told
        self.is_plain = True
        self._index: SheetIndex
        try:
            self._index = plain_index(data)
        except NotPlain:
            self._ask_parser()

    def _ask_parser(self) -> None:
        try:
            self.data = utf8(self.data)
            self._index = sure_index(self.data)
        except MarkupError as error:
            raise self._told(error) from error
        self.is_plain = False

    def _answer(self, question: Callable[[SheetIndex], Answer]) -> Answer:
        try:
            return question(self._index)
        except NotPlain:
            self._ask_parser()
            return question(self._index)

    @property
    def frame(self) -> Frame:
        """Return what stands around the rows."""
        return self._index.frame

    @property
    def has_formulas(self) -> bool:
        """Tell whether any cell has a formula."""
        return self._index.has_formulas

    @property
    def numbers(self) -> tuple[int, ...]:
        """Return the numbers of the rows that stand in the file, in order."""
        return tuple(self._index.numbers)

    def row(self, number: int) -> Row | None:
        """Return a row; None where the file has none."""
        return self._answer(lambda index: index.row(number))

    def rows(self) -> tuple[Row, ...]:
        """Return every row."""
        return self._answer(lambda index: tuple(index.rows()))

    def row_after(self, number: int) -> Row | None:
        """Return the first row below a number."""
        numbers = self._index.numbers
        place = self._index.place(number + 1)
        return None if place == len(numbers) else self.row(numbers[place])

    def cell(self, at: Address) -> Cell | None:
        """Return a cell; None where the file has none."""
        return self._answer(lambda index: index.cell(at))

    def texts(self, wanted: frozenset[bytes]) -> Iterator[TextCell]:
        """Yield the cells whose shared string is wanted, and every cell with text of its own."""
        if self.is_plain:
            try:
                return iter(list(text_cells(self.data, self.frame, wanted)))
            except NotPlain:
                self._ask_parser()
        return self._sure_texts(wanted)

    def _sure_texts(self, wanted: frozenset[bytes]) -> Iterator[TextCell]:
        for row in self._index.rows():
            for cell in row.cells:
                if cell.text is None:
                    continue
                if cell.kind in _TEXT_KINDS:
                    yield TextCell(row.number, cell.column, None, cell.text)
                elif cell.kind == "s" and (number := string_number(cell.text)) in wanted:
                    yield TextCell(row.number, cell.column, number, "")
