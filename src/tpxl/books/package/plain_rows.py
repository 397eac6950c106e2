"""The rows of a sheet in the plain form, each looked at when it is asked for."""

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache

from tpxl.books.package.index import Cell, Contents, Formula, NotPlain, Row, contents_of
from tpxl.books.package.strings import xml_text
from tpxl.model.address import MAX_COLUMN, column_letters, column_number

_STYLE = rb' s="(\d{1,9})"'
CELL = re.compile(
    rb'<c r="([A-Z]+)(\d+)"(?: s="(\d+)")?(?: t="(\w+)")?'
    rb"(?:/>|>(?:(<f)([^>]*?)(?:/>|>([^<]*)</f>))?"
    rb"(?:<v>([^<]*)</v>|<v ?/>()|<is><t[^>]*>([^<]*)</t></is>)?</c>)"
)
"""A cell: letters, row, style, kind, formula (mark, attributes, text), value, none, inline text."""

_CONTENT = re.compile(
    r'<c r="([A-Z]+)([0-9]+)"(?: s="([0-9]+)")?+(?: t="([a-zA-Z]+)")?+'
    r"(?:><v>([^<]+)</v></c>|/>"
    r"|>(<f[^>]*>(?:[^<]*</f>)?)?(?:(<v ?/?>|<is><t[^>]*>)([^<]*)(?:</v>|</t></is>)?)?</c>)"
)
_ATTRIBUTE = rb'([\w:]+)="([^"]*)"'


class PlainRow(Row):
    """A row that `plain_index` took; its cells' places in the file are found when asked for."""

    def __init__(self, data: bytes, number: int, start: int, end: int) -> None:
        """Read a row's cells from a sheet.

        Raises:
            NotPlain: a cell stands out of place, or says what only a parser may judge.
        """
        opened = data.index(b">", start) + 1
        is_hollow = data.startswith(b"/>", opened - 2)
        closed = opened if is_hollow else end - len(b"</row>")
        super().__init__(number, start=start, opened=opened, closed=closed)
        self._data = data
        self.contents = self._contents()

    @property
    def style(self) -> int | None:
        """The style of the cells that are not there."""
        opening = self._data[self.start : self.opened]
        if b'customFormat="1"' not in opening and b'customFormat="true"' not in opening:
            return None
        said = re.search(_STYLE, opening)
        return int(said[1]) if said else None

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """The cells, in order."""
        return tuple(self._checked_cells())

    def cell(self, column: int) -> Cell | None:
        """Return the cell in a column."""
        if column not in self.contents:
            return None
        opening = b'<c r="%s%d"' % (column_letters(column).encode(), self.number)
        found = CELL.match(self._data, self._data.index(opening, self.opened, self.closed))
        return None if found is None else _cell(found, column)

    def _contents(self) -> Contents:
        """Return what the cells hold; one loop, for it is run for every cell that is read."""
        said = decoded(self._data[self.opened : self.closed])
        if "&" in said:
            return contents_of(self.cells)
        left, row = 0, str(self.number)
        contents: Contents = {}
        for letters, place, style, kind, value, formula, holder, text in _CONTENT.findall(said):
            column = plain_column(letters)
            if place != row or column <= left:
                raise NotPlain
            left = column
            contents[column] = (
                kind or "n",
                value or (text if holder else None),
                formula != "",
                int(style) if style else None,
            )
        return contents

    def _checked_cells(self) -> Iterator[Cell]:
        left, row = 0, b"%d" % self.number
        for found in CELL.finditer(self._data, self.opened, self.closed):
            column = plain_column(found[1].decode())
            if found[2] != row or column <= left:
                raise NotPlain
            left = column
            yield _cell(found, column)


@lru_cache(maxsize=MAX_COLUMN)
def plain_column(letters: str) -> int:
    """Return the number of a column.

    Raises:
        NotPlain: no sheet has that column.
    """
    column = column_number(letters) if len(letters) <= 3 else 0  # noqa: PLR2004
    if not 1 <= column <= MAX_COLUMN:
        raise NotPlain
    return column


def decoded(raw: bytes) -> str:
    """Return text in UTF-8, its entities as they are.

    Raises:
        NotPlain: it is no UTF-8.
    """
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        raise NotPlain from error


def plain_text(raw: bytes) -> str:
    """Return the text of an element.

    Raises:
        NotPlain: it is no UTF-8, or has an entity that XML does not know.
    """
    try:
        return xml_text(decoded(raw))
    except (ValueError, OverflowError) as error:
        raise NotPlain from error


def _cell(found: re.Match[bytes], column: int) -> Cell:
    _, _, style, kind, has_formula, _, _, value, empty, inline = found.groups()
    raw = value if value is not None else inline if empty is None else empty
    return Cell(
        column,
        found.start(),
        found.end(),
        True,  # noqa: FBT003  # is_pinned
        None if style is None else int(style),
        "n" if kind is None else kind.decode(),
        None if raw is None else plain_text(raw),
        None if has_formula is None else _formula(found),
    )


def _formula(found: re.Match[bytes]) -> Formula:
    said = {name: value.decode() for name, value in re.findall(_ATTRIBUTE, found[6])}
    tag_end = found.end(6)
    end = found.end(7) + len(b"</f>") if found[7] is not None else tag_end + len(b"/>")
    return Formula(
        said.get(b"t", "normal"),
        plain_text(found[7] or b""),
        said.get(b"ref"),
        said.get(b"si"),
        found.start(5),
        end,
    )
