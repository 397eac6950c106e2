"""The index of a sheet in the plain form: the one Excel, LibreOffice and the libraries write.

Plain is: no prefix, double quotes, attributes in their usual order, no comment, no CDATA, no white
space between elements, every row and cell says its place, no array formula. One expression takes
the whole of the rows or refuses; only what it took is scanned. A sheet in any other form is
`NotPlain` and goes to `sure`.
"""

import re
from array import array
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import accumulate
from operator import lt
from typing import NamedTuple

from tpxl.books.package.index import ColumnStyle, Frame, NotPlain, SheetIndex, is_locked
from tpxl.books.package.limits import MAX_MERGED, MAX_ROWS, refuse_many
from tpxl.books.package.plain_rows import PlainRow
from tpxl.books.package.strings import DECLARATION
from tpxl.model import Block
from tpxl.model.address import MAX_ROW

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

    frame: Frame
    numbers: Sequence[int]
    starts: Sequence[int]
    has_formulas: bool
    has_own_texts: bool


def plain_index(data: bytes) -> SheetIndex:
    """Return the index of a sheet in the plain form.

    Raises:
        NotPlain: it is in another form.
        MarkupError: it has more rows or merged areas than a sheet may have.
    """
    return outlined_index(data, outline_of(data))


def outlined_index(data: bytes, outline: Outline) -> SheetIndex:
    """Return the index of a sheet whose outline is known."""
    numbers, starts = outline.numbers, outline.starts

    def row_at(at: int) -> PlainRow:
        return PlainRow(data, numbers[at], starts[at], starts[at + 1])

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
        NotPlain: it is in another form.
        MarkupError: it has more rows or merged areas than a sheet may have.
    """
    if len(data) > MAX_ROWS * _SMALLEST_ROW:
        refuse_many("sheet_too_many_rows", data.count(b"<row "), MAX_ROWS)
    opened = data.find(_ROWS_START) + len(_ROWS_START)
    closed = data.rfind(_ROWS_END)
    if closed < opened or data.find(b"\r", opened, closed) >= 0:  # a parser makes newlines of them
        raise NotPlain
    dimension, columns = _head(data[:opened])
    merged, has_password = _tail(data[closed:])
    rows, starts, has_own_texts = _rows(data, opened, closed)
    numbers = [_number(row[_NUMBER_START:_NUMBER_END]) for row in rows]
    if not _are_in_order(numbers):
        raise NotPlain
    return Outline(
        Frame(b"", opened, closed, dimension, columns, merged, is_locked=has_password),
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
    raise NotPlain


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
        raise NotPlain
    found = _DIMENSION.search(head)
    dimension = (found.start(), found.end(), _block(found[1])) if found else None
    return dimension, tuple(_columns(head))


@lru_cache(maxsize=_KEPT_FRAMES)
def _tail(tail: bytes) -> tuple[tuple[Block, ...], bool]:
    """Return the merged areas, and whether the sheet is protected with a password."""
    if b"<!" in tail or b"<?" in tail or not tail.rstrip().endswith(b"</worksheet>"):
        raise NotPlain
    merged = _MERGED.findall(tail)
    if len(merged) != tail.count(b"<mergeCell "):
        raise NotPlain
    refuse_many("sheet_too_many_merged", len(merged), MAX_MERGED)
    return tuple(_block(ref) for ref in merged), any(map(_asks_password, _PROTECTION.findall(tail)))


def _asks_password(attributes: bytes) -> bool:
    if _ATTRIBUTE.sub(b"", attributes).strip(b" /"):
        raise NotPlain
    said = _ATTRIBUTE.findall(attributes)
    return is_locked({name.decode(): value.decode(errors="replace") for name, value in said})


def _block(ref: bytes) -> Block:
    try:
        return Block.parse(ref.decode())
    except ValueError as error:
        raise NotPlain from error


def _columns(head: bytes) -> Iterator[ColumnStyle]:
    for attributes in _COLUMN.findall(head):
        said = dict(_ATTRIBUTE.findall(attributes))
        try:
            yield ColumnStyle(int(said[b"min"]), int(said[b"max"]), int(said.get(b"style", 0)))
        except (KeyError, ValueError) as error:
            raise NotPlain from error
