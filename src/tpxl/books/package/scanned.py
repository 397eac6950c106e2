"""The index of a sheet in the plain form: the one Excel, LibreOffice and the libraries write.

Plain is: no prefix, double quotes, attributes in their usual order, no comment, no CDATA, no white
space between elements, every row and cell says its place, no array formula. One expression takes
the whole of the rows or refuses; only what it took is scanned. A sheet in any other form is
`NotScannable` and goes to `parsed`.

The rows of a sheet in the plain form, each looked at when it is asked for.
"""

import re
from array import array
from collections.abc import Iterator, Sequence
from functools import cache, cached_property, lru_cache
from itertools import accumulate
from operator import lt
from typing import NamedTuple

from tpxl.books.package.limits import MAX_MERGED, MAX_ROWS, refuse_many
from tpxl.books.package.sheet_index import (
    CellBytes,
    CellFormula,
    ColumnStyle,
    Contents,
    NotScannable,
    RowBytes,
    SheetFrame,
    SheetIndex,
    contents_of,
    is_locked,
)
from tpxl.books.package.strings import DECLARATION, xml_text
from tpxl.model import Block
from tpxl.model.address import MAX_COLUMN, MAX_ROW, column_letters, column_number

_MAIN = rb"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_SAID = rb'(?: [\w:.]++="[^"<>]*+")*+'

_HEAD = re.compile(
    DECLARATION
    + rb'<worksheet(?=[^<>]* xmlns="%s"[ >])%s>(?:<[A-Za-z][\w:]*%s ?/?>|</[\w:]+>)*?<sheetData>'
    % (re.escape(_MAIN), _SAID, _SAID)
)

_ROWS_START, _ROWS_END = b"<sheetData>", b"</sheetData>"

_ROW = (
    rb'<row r="\d{1,7}+"(?: [\w:.]++="[^"<>/]*+")*+'
    rb'(?:>(?:<c r="[A-Z]++\d++"(?: s="\d{1,9}+"|)%s)*+</row>| ?/>)'
)

_SHARED_ONLY = re.compile(
    _ROW % rb'(?: t="s"><v>(?:[1-9]\d*+|0)</v></c>|><v>[^<]*+</v></c>|/>|></c>'
    rb'| t="[nbe]"(?:/>|>(?:<v>[^<]*+</v>)?+</c>))'
)

_SMALLEST_ROW = len('<row r="1"/>')
_NUMBER_START, _NUMBER_END = 8, 16
_KEPT_FRAMES, _KEPT_NUMBERS = 8, 1 << 14
_DIMENSION = re.compile(rb'<dimension ref="([A-Z0-9:$]+)"[^<>]*>')
_COLUMN = re.compile(rb"<col ([^<>]*)>")
_MERGED = re.compile(rb'<mergeCell ref="([A-Z0-9:$]+)"\s*/>')
_PROTECTION = re.compile(rb"<sheetProtection\b([^<>]*)>")
_ATTRIBUTE = re.compile(rb'([\w:]+)="([^"]*)"')

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

_ROW_ATTRIBUTE = rb'([\w:]+)="([^"]*)"'


@cache
def _any_row() -> re.Pattern[bytes]:
    """Return the expression of a row with formulas and texts of its own."""
    formula = rb'(?:<f(?: (?:t="shared"|(?:ref|si|ca|aca)="[\w:]++"))*+(?:/>|>[^<]*+</f>))?+'
    value = rb"(?:<v>[^<]*+</v>|<v ?/>|<is><t(?: xml:space=\"preserve\")?>[^<]*+</t></is>)?+"
    return re.compile(
        _ROW
        % (rb'(?: t="[a-zA-Z]++")?+(?:/>|>(?:<v>[^<]*+</v>)?+</c>|>%s%s</c>)' % (formula, value))
    )


class Outline(NamedTuple):
    """What finding the rows came to; it holds for the same bytes read again, at 8 bytes a row.

    `starts` has one more than `numbers`: where the last row ends.
    """

    frame: SheetFrame
    numbers: Sequence[int]
    starts: Sequence[int]
    has_formulas: bool
    has_own_texts: bool


def scanned_index(data: bytes) -> SheetIndex:
    """Return the index of a sheet in the plain form.

    Raises:
        NotScannable: it is in another form.
        MarkupError: it has more rows or merged areas than a sheet may have.
    """
    return outlined_index(data, outline_of(data))


def outlined_index(data: bytes, outline: Outline) -> SheetIndex:
    """Return the index of a sheet whose outline is known."""
    numbers, starts = outline.numbers, outline.starts

    def row_at(at: int) -> ScannedRow:
        return ScannedRow(data, numbers[at], starts[at], starts[at + 1])

    return SheetIndex(
        outline.frame,
        numbers,
        row_at,
        has_formulas=outline.has_formulas,
        has_own_texts=outline.has_own_texts,
    )


def outline_of(data: bytes) -> Outline:
    """Return where the rows are in a sheet in the plain form.

    Raises:
        NotScannable: it is in another form.
        MarkupError: it has more rows or merged areas than a sheet may have.
    """
    if len(data) > MAX_ROWS * _SMALLEST_ROW:
        refuse_many("sheet_too_many_rows", data.count(b"<row "), MAX_ROWS)
    opened = data.find(_ROWS_START) + len(_ROWS_START)
    closed = data.rfind(_ROWS_END)
    if closed < opened or data.find(b"\r", opened, closed) >= 0:  # a parser makes newlines of them
        raise NotScannable
    dimension, columns = _head(data[:opened])
    merged, has_password = _tail(data[closed:])
    rows, starts, has_own_texts = _rows(data, opened, closed)
    numbers = [_number(row[_NUMBER_START:_NUMBER_END]) for row in rows]
    if not _are_in_order(numbers):
        raise NotScannable
    return Outline(
        SheetFrame(b"", opened, closed, dimension, columns, merged, is_locked=has_password),
        array("I", numbers),
        array("I", starts),
        has_formulas=has_own_texts and data.find(b"<f", opened, closed) >= 0,
        has_own_texts=has_own_texts,
    )


def _rows(data: bytes, opened: int, closed: int) -> tuple[list[bytes], list[int], bool]:
    """Return the rows, where they start and the last one ends, and whether cells may have own text.

    ``<f>`` and ``inlineStr`` have letters that are soon looked for and seldom anywhere else: a
    sheet without them is taken by the quicker expression, if it can be.
    """
    may_be_shared_only = all(data.find(letter, opened, closed) < 0 for letter in (b"f", b"l"))
    for has_own_texts in (False, True) if may_be_shared_only else (True,):
        row = _any_row() if has_own_texts else _SHARED_ONLY
        rows = row.findall(data, opened, closed)
        starts = list(accumulate(map(len, rows), initial=opened))
        if starts[-1] == closed:
            return rows, starts, has_own_texts
    raise NotScannable


@lru_cache(maxsize=_KEPT_NUMBERS)
def _number(said: bytes) -> int:
    """Return a row's number; sheet after sheet has the same."""
    return int(said[: said.index(b'"')])


def _are_in_order(numbers: Sequence[int]) -> bool:
    if not numbers:
        return True
    return numbers[0] >= 1 and numbers[-1] <= MAX_ROW and all(map(lt, numbers, numbers[1:]))


@lru_cache(maxsize=_KEPT_FRAMES)
def _head(
    head: bytes,
) -> tuple[tuple[int, int, Block] | None, tuple[ColumnStyle, ...]]:
    """Return the dimension and the columns' styles; a book's sheets often have one head."""
    if _HEAD.fullmatch(head) is None:
        raise NotScannable
    found = _DIMENSION.search(head)
    dimension = (found.start(), found.end(), _block(found[1])) if found else None
    return dimension, tuple(_columns(head))


@lru_cache(maxsize=_KEPT_FRAMES)
def _tail(tail: bytes) -> tuple[tuple[Block, ...], bool]:
    """Return the merged areas, and whether the sheet is protected with a password."""
    if b"<!" in tail or b"<?" in tail or not tail.rstrip().endswith(b"</worksheet>"):
        raise NotScannable
    merged = _MERGED.findall(tail)
    if len(merged) != tail.count(b"<mergeCell "):
        raise NotScannable
    refuse_many("sheet_too_many_merged", len(merged), MAX_MERGED)
    return tuple(_block(ref) for ref in merged), any(map(_asks_password, _PROTECTION.findall(tail)))


def _asks_password(attributes: bytes) -> bool:
    if _ATTRIBUTE.sub(b"", attributes).strip(b" /"):
        raise NotScannable
    said = _ATTRIBUTE.findall(attributes)
    return is_locked({name.decode(): value.decode(errors="replace") for name, value in said})


def _block(ref: bytes) -> Block:
    try:
        return Block.parse(ref.decode())
    except ValueError as error:
        raise NotScannable from error


def _columns(head: bytes) -> Iterator[ColumnStyle]:
    for attributes in _COLUMN.findall(head):
        said = dict(_ATTRIBUTE.findall(attributes))
        try:
            yield ColumnStyle(int(said[b"min"]), int(said[b"max"]), int(said.get(b"style", 0)))
        except (KeyError, ValueError) as error:
            raise NotScannable from error


class ScannedRow(RowBytes):
    """A row that `scanned_index` took; its cells' places in the file are found when asked for."""

    def __init__(self, data: bytes, number: int, start: int, end: int) -> None:
        """Read a row's cells from a sheet.

        Raises:
            NotScannable: a cell stands out of place, or says what only a parser may judge.
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
    def cells(self) -> tuple[CellBytes, ...]:
        """The cells, in order."""
        return tuple(self._checked_cells())

    def cell(self, column: int) -> CellBytes | None:
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
                raise NotScannable
            left = column
            contents[column] = (
                kind or "n",
                value or (text if holder else None),
                formula != "",
                int(style) if style else None,
            )
        return contents

    def _checked_cells(self) -> Iterator[CellBytes]:
        left, row = 0, b"%d" % self.number
        for found in CELL.finditer(self._data, self.opened, self.closed):
            column = plain_column(found[1].decode())
            if found[2] != row or column <= left:
                raise NotScannable
            left = column
            yield _cell(found, column)


@lru_cache(maxsize=MAX_COLUMN)
def plain_column(letters: str) -> int:
    """Return the number of a column.

    Raises:
        NotScannable: no sheet has that column.
    """
    column = column_number(letters) if len(letters) <= 3 else 0  # noqa: PLR2004
    if not 1 <= column <= MAX_COLUMN:
        raise NotScannable
    return column


def decoded(raw: bytes) -> str:
    """Return text in UTF-8, its entities as they are.

    Raises:
        NotScannable: it is no UTF-8.
    """
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        raise NotScannable from error


def scanned_text(raw: bytes) -> str:
    """Return the text of an element.

    Raises:
        NotScannable: it is no UTF-8, or has an entity that XML does not know.
    """
    try:
        return xml_text(decoded(raw))
    except (ValueError, OverflowError) as error:
        raise NotScannable from error


def _cell(found: re.Match[bytes], column: int) -> CellBytes:
    _, _, style, kind, has_formula, _, _, value, empty, inline = found.groups()
    raw = value if value is not None else inline if empty is None else empty
    return CellBytes(
        column,
        found.start(),
        found.end(),
        True,  # noqa: FBT003  # is_pinned
        None if style is None else int(style),
        "n" if kind is None else kind.decode(),
        None if raw is None else scanned_text(raw),
        None if has_formula is None else _formula(found),
    )


def _formula(found: re.Match[bytes]) -> CellFormula:
    said = {name: value.decode() for name, value in re.findall(_ROW_ATTRIBUTE, found[6])}
    tag_end = found.end(6)
    end = found.end(7) + len(b"</f>") if found[7] is not None else tag_end + len(b"/>")
    return CellFormula(
        said.get(b"t", "normal"),
        scanned_text(found[7] or b""),
        said.get(b"ref"),
        said.get(b"si"),
        found.start(5),
        end,
    )
