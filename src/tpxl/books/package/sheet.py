"""One sheet's bytes with their index: the plain one where it can be, the sure one where not."""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import islice

from tpxl.books.package.damage import MarkupError
from tpxl.books.package.index import Cell, Content, Frame, NotPlain, Row, SheetIndex
from tpxl.books.package.limits import refuse_long_text
from tpxl.books.package.markup import utf8
from tpxl.books.package.plain import Outline, outline_of, outlined_index
from tpxl.books.package.plain_texts import TextCell, text_cells
from tpxl.books.package.strings import string_number
from tpxl.books.package.sure import sure_index
from tpxl.books.package.values import TEXT_KINDS
from tpxl.model import Address

Told = Callable[[MarkupError], Exception]
"""Makes of a sheet's damage what its book tells."""


class SheetBytes:
    """A sheet in UTF-8 and where everything is in it."""

    def __init__(
        self, data: bytes, told: Told = lambda error: error, outline: Outline | None = None
    ) -> None:
        """Index a sheet; rows are looked at when they are asked for, and may be damaged then.

        `outline` is that of the same bytes, where they were read before.

        Raises:
            Exception: it cannot be read: what `told` makes of the damage, also when a row is asked
                for.
        """
        self.data = data
        self._told = told
        self.is_plain = True
        self.outline = outline
        self._damage: MarkupError | None = None
        self._index: SheetIndex
        try:
            self.outline = outline or outline_of(data)
            self._index = outlined_index(data, self.outline)
        except NotPlain:
            self._ask_parser()
        except MarkupError as error:
            raise told(error) from error

    def _ask_parser(self) -> None:
        try:
            self.data = utf8(self.data)
            self._index = sure_index(self.data)
        except MarkupError as error:
            self._damage = error
            raise self._told(error) from error
        self.is_plain = False

    @property
    def frame(self) -> Frame:
        """Return what stands around the rows.

        Raises:
            Exception: a row was found to be damaged: nothing is done with the sheet any more.
        """
        if self._damage is not None:
            raise self._told(self._damage) from self._damage
        return self._index.frame

    @property
    def has_formulas(self) -> bool:
        """Tell whether any cell has a formula."""
        return self._index.has_formulas

    @property
    def numbers(self) -> Sequence[int]:
        """Return the numbers of the rows that stand in the file, in order."""
        return self._index.numbers

    def row(self, number: int) -> Row | None:
        """Return a row; None where the file has none."""
        try:
            return self._index.row(number)
        except NotPlain:
            self._ask_parser()
            return self._index.row(number)

    def rows(self) -> tuple[Row, ...]:
        """Return every row."""
        try:
            return tuple(self._index.rows())
        except NotPlain:
            self._ask_parser()
            return tuple(self._index.rows())

    @cached_property
    def last_column(self) -> int:
        """Return the last column in which the file has a cell."""
        return max((row.cells[-1].column for row in self.rows() if row.cells), default=0)

    def row_after(self, number: int) -> Row | None:
        """Return the first row below a number."""
        numbers = self._index.numbers
        place = self._index.place(number + 1)
        return None if place == len(numbers) else self.row(numbers[place])

    def cell(self, at: Address) -> Cell | None:
        """Return a cell; None where the file has none."""
        row = self.row(at.row)
        return None if row is None else row.cell(at.column)

    def content(self, at: Address) -> Content | None:
        """Return what a cell holds; None where the file has none."""
        row = self.row(at.row)
        return None if row is None else row.contents.get(at.column)

    def texts(self, wanted: frozenset[bytes]) -> Iterator[TextCell]:
        """Yield the cells whose shared string is wanted, and every cell with text of its own."""
        given = 0  # whoever has enough asks no further: a sheet may hold half a million texts
        if self.is_plain:
            has_own = self._index.has_own_texts
            try:
                for cell in text_cells(self.data, self.frame, wanted, has_own=has_own):
                    yield cell
                    given += 1
            except NotPlain:
                self._ask_parser()
            except MarkupError as error:
                raise self._told(error) from error
            else:
                return
        yield from islice(self._sure_texts(wanted), given, None)

    def _refuse_long(self, text: str) -> None:
        try:
            refuse_long_text(text)
        except MarkupError as error:
            raise self._told(error) from error

    def _sure_texts(self, wanted: frozenset[bytes]) -> Iterator[TextCell]:
        for row in self._index.rows():
            for cell in row.cells:
                if cell.text is None:
                    continue
                if cell.kind in TEXT_KINDS:
                    self._refuse_long(cell.text)
                    yield TextCell(row.number, cell.column, None, cell.text)
                elif cell.kind == "s" and (number := string_number(cell.text)) in wanted:
                    yield TextCell(row.number, cell.column, number, "")
