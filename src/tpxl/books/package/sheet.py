"""One sheet's bytes with their index: the plain one where it can be, the sure one where not.

Cells with wanted texts in a sheet of the plain form, found without a look at the others.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, cached_property, lru_cache
from itertools import islice
from typing import NamedTuple

from tpxl.books.package.limits import MarkupError, refuse_long_text
from tpxl.books.package.scanned import (
    CELL,
    Outline,
    outline_of,
    outlined_index,
    plain_column,
    scanned_text,
)
from tpxl.books.package.sheet_index import (
    CellBytes,
    Content,
    NotScannable,
    RowBytes,
    SheetFrame,
    SheetIndex,
)
from tpxl.books.package.strings import string_number
from tpxl.books.package.values import TEXT_KINDS
from tpxl.books.package.xml_spans import utf8
from tpxl.model import Address

Told = Callable[[MarkupError], Exception]
"""Makes of a sheet's damage what its book tells."""

_CELL_START = b'<c r="'

_MOST_AT_ONCE = 2000
"""So many numbers make an expression sooner than they are looked up one by one."""

_KEPT_SEARCHES = 8
_KEPT_PLACES = 1 << 14


class TextCell(NamedTuple):
    """A cell that holds text: `shared` is the number of its shared string, else `text` is it."""

    row: int
    column: int
    shared: bytes | None
    text: str


def text_cells(
    data: bytes, frame: SheetFrame, wanted: frozenset[bytes], *, has_own: bool
) -> Iterator[TextCell]:
    """Yield the cells whose shared string is wanted, and every cell with text of its own.

    `data` is a sheet that `plain_index` took; `wanted` holds the strings' numbers as we write them.

    Raises:
        NotScannable: such a cell says what only a parser may judge.
        MarkupError: a text is longer than a cell's may be.
    """
    if has_own:
        return _any_texts(data, frame, wanted)
    return _shared_texts(data, frame, wanted) if wanted else iter(())


def _shared_texts(data: bytes, frame: SheetFrame, wanted: frozenset[bytes]) -> Iterator[TextCell]:
    is_one_by_one = len(wanted) > _MOST_AT_ONCE
    search = _any_shared() if is_one_by_one else _search(wanted)
    for found in search.finditer(data, frame.opened, frame.closed):
        if is_one_by_one and found[1] not in wanted:
            continue
        start = data.rfind(_CELL_START, frame.opened, found.start()) + len(_CELL_START)
        row, column = _place(data[start : data.index(b'"', start)])
        yield TextCell(row, column, found[1], "")


@lru_cache(maxsize=_KEPT_SEARCHES)
def _search(wanted: frozenset[bytes]) -> re.Pattern[bytes]:
    return re.compile(rb't="s"><v>(%s)</v>' % _one_of(wanted))


def _one_of(numbers: Iterable[bytes]) -> bytes:
    """Return the expression that takes one of the numbers, digit by digit."""
    by_first: dict[bytes, list[bytes]] = {}
    for number in numbers:
        by_first.setdefault(number[:1], []).append(number[1:])
    may_end = by_first.pop(b"", None) is not None
    ways = b"|".join(first + _one_of(rest) for first, rest in by_first.items())
    return (b"(?:%s)?" if may_end else b"(?:%s)") % ways if ways else b""


@lru_cache(maxsize=_KEPT_PLACES)
def _place(said: bytes) -> tuple[int, int]:
    letters = said.rstrip(b"0123456789")
    return int(said[len(letters) :]), plain_column(letters.decode())


@cache
def _any_shared() -> re.Pattern[bytes]:
    return re.compile(rb't="s"><v>(\d+)</v>')


@cache
def _any_text() -> re.Pattern[bytes]:
    return re.compile(rb' t="(?:s"><v>(0|[1-9]\d*)</v>|(s|str|inlineStr)")')


def _any_texts(data: bytes, frame: SheetFrame, wanted: frozenset[bytes]) -> Iterator[TextCell]:
    for found in _any_text().finditer(data, frame.opened, frame.closed):
        if found[1] is not None and found[1] not in wanted:
            continue  # `wanted` itself is asked: it grows with the book, and so do its copies
        cell = CELL.match(data, data.rfind(b"<c ", frame.opened, found.start()))
        if cell is None or cell.start(4) - len(b' t="') != found.start():
            continue  # the letters stand within a text
        letters, place, _, kind, _, _, _, value, _, inline = cell.groups()
        row, column = int(place), plain_column(letters.decode())
        text = scanned_text(value or inline or b"")
        refuse_long_text(text)
        if kind != b"s":
            yield TextCell(row, column, None, text)
        elif (number := string_number(text)) in wanted:
            yield TextCell(row, column, number, "")


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
        except NotScannable:
            self._ask_parser()
        except MarkupError as error:
            raise told(error) from error

    def _ask_parser(self) -> None:
        from tpxl.books.package.parsed import parsed_index

        try:
            self.data = utf8(self.data)
            self._index = parsed_index(self.data)
        except MarkupError as error:
            self._damage = error
            raise self._told(error) from error
        self.is_plain = False

    @property
    def frame(self) -> SheetFrame:
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

    def row(self, number: int) -> RowBytes | None:
        """Return a row; None where the file has none."""
        try:
            return self._index.row(number)
        except NotScannable:
            self._ask_parser()
            return self._index.row(number)

    def rows(self) -> tuple[RowBytes, ...]:
        """Return every row."""
        try:
            return tuple(self._index.rows())
        except NotScannable:
            self._ask_parser()
            return tuple(self._index.rows())

    @cached_property
    def shared_formulas(self) -> dict[str, tuple[Address, str]]:
        """Return the cell that holds the text of each group of shared formulas, and the text."""
        cells = [(row.number, cell) for row in self.rows() for cell in row.cells]
        formulas = [(Address(row, cell.column), cell.formula) for row, cell in cells]
        return {
            formula.group: (at, formula.text)
            for at, formula in reversed(formulas)
            if formula is not None and formula.group is not None and formula.text
        }

    @cached_property
    def last_column(self) -> int:
        """Return the last column in which the file has a cell."""
        return max((row.cells[-1].column for row in self.rows() if row.cells), default=0)

    def row_after(self, number: int) -> RowBytes | None:
        """Return the first row below a number."""
        numbers = self._index.numbers
        place = self._index.place(number + 1)
        return None if place == len(numbers) else self.row(numbers[place])

    def cell(self, at: Address) -> CellBytes | None:
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
            except NotScannable:
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
