"""The index of a sheet in the plain form: the one Excel, LibreOffice and the libraries write.

Plain is: no prefix, double quotes, attributes in their usual order, no comment, no CDATA, no white
space between elements, every row and cell says its place, no array formula. One expression takes
the whole of the rows or refuses; only what it took is scanned. A sheet in any other form is
`NotPlain` and goes to `sure`.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from operator import lt
from typing import NamedTuple

from tpxl.books.package.index import Cell, ColumnStyle, Formula, Frame, Row, SheetIndex
from tpxl.books.package.strings import DECLARATION, string_number, xml_text
from tpxl.model import Block
from tpxl.model.address import MAX_COLUMN, MAX_ROW, column_number


class NotPlain(Exception):  # noqa: N818  # no error: the sheet goes another way
    """The sheet is not in the plain form."""


_MAIN = rb"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_SAID = rb'(?: [\w:.]++="[^"<>]*+")*+'
_HEAD = re.compile(
    DECLARATION
    + rb'<worksheet(?=[^<>]* xmlns="%s"[ >])%s>(?:<[A-Za-z][\w:]*%s ?/?>|</[\w:]+>)*?<sheetData>'
    % (re.escape(_MAIN), _SAID, _SAID)
)
_VALUE = rb"(?:<v>[^<]*+</v>|<v ?/>|<is><t(?: xml:space=\"preserve\")?>[^<]*+</t></is>)?+"
_FORMULA = rb'(?:<f(?: (?:t="shared"|(?:ref|si|ca|aca)="[\w:]++"))*+(?:/>|>[^<]*+</f>))?+'
_CELLS = (
    rb'(?:<row r="\d++"(?: [\w:.]++="[^"<>/]*+")*+>'
    rb'(?:<c r="[A-Z]++\d++"(?: s="\d++")?+(?: t="[a-zA-Z]++")?+'
    rb"(?:/>|>(?:<v>[^<]*+</v>)?+</c>%s))*+</row>"
    rb'|<row r="\d++"(?: [\w:.]++="[^"<>/]*+")*+ ?/>)*+'
)
_VALUES_ONLY = re.compile(_CELLS % b"")
_WITH_FORMULAS = re.compile(_CELLS % (b"|>" + _FORMULA + _VALUE + b"</c>"))
_ROW = re.compile(rb'<row r="(\d+)"')
_ROW_STYLE = re.compile(rb' s="(\d+)"')
_CELL = re.compile(
    rb'<c r="([A-Z]+)(\d+)"(?: s="(\d+)")?(?: t="(\w+)")?'
    rb"(?:/>|>(?:(<f)([^>]*?)(?:/>|>([^<]*)</f>))?"
    rb"(?:<v>([^<]*)</v>|<v ?/>()|<is><t[^>]*>([^<]*)</t></is>)?</c>)"
)
_DIMENSION = re.compile(rb'<dimension ref="([A-Z0-9:$]+)"[^<>]*>')
_COLUMN = re.compile(rb"<col ([^<>]*)>")
_MERGED = re.compile(rb'<mergeCell ref="([A-Z0-9:$]+)"\s*/>')
_ATTRIBUTE = re.compile(rb'([\w:]+)="([^"]*)"')


class TextCell(NamedTuple):
    """A cell that holds text: `shared` is the number of its shared string, else `text` is it."""

    row: int
    column: int
    shared: bytes | None
    text: str


def plain_index(data: bytes) -> SheetIndex:
    """Return the index of a sheet in the plain form.

    Raises:
        NotPlain: it is in another form.
    """
    head = _HEAD.match(data)
    if head is None:
        raise NotPlain
    opened = head.end()
    closed, has_formulas = _rows_taken(data, opened)
    if data.find(b"\r", opened, closed) >= 0:  # a parser makes newlines of them
        raise NotPlain
    numbers = list(map(int, _ROW.findall(data, opened, closed)))
    if not all(map(lt, numbers, numbers[1:])) or (numbers and _outside(numbers)):
        raise NotPlain

    def row_at(at: int) -> Row:
        return _row(data, numbers[at], opened, closed)

    return SheetIndex(_frame(data, opened, closed), numbers, row_at, has_formulas)


def text_cells(data: bytes, frame: Frame, wanted: frozenset[bytes]) -> Iterator[TextCell]:
    """Yield the cells whose shared string is wanted, and every cell with text of its own.

    `data` is a sheet that `plain_index` took; `wanted` holds the strings' numbers as written.
    """
    for found in _looked_at(wanted).finditer(data, frame.opened, frame.closed):
        cell = _CELL.match(data, data.rfind(b"<c ", frame.opened, found.start()))
        if cell is None or cell.start(4) - len(b' t="') != found.start():
            continue  # the letters stand within a text
        letters, place, _, kind, _, _, _, value, _, inline = cell.groups()
        row, column, text = int(place), _column(letters), _text(value or inline or b"")
        if kind != b"s":
            yield TextCell(row, column, None, text)
        elif (number := string_number(text)) in wanted:
            yield TextCell(row, column, number, "")


@lru_cache(maxsize=8)
def _looked_at(wanted: frozenset[bytes]) -> re.Pattern[bytes]:
    """Return what finds the kinds of the cells that may be wanted: nine in ten texts are not."""
    return re.compile(
        rb' t="(?:s"(?:><v>(?:%s)</v>|(?!><v>(?:0|[1-9][0-9]*)</v>))|str"|inlineStr")'
        % (_one_of(wanted) if wanted else b"(?!)")
    )


def _one_of(words: Collection[bytes]) -> bytes:
    """Return an expression for the words that looks at each letter once.

    >>> _one_of([b"1", b"12", b"345"])
    b'(?:1(?:2)?|345)'
    """
    by_letter: dict[bytes, list[bytes]] = {}
    for word in sorted(words):
        by_letter.setdefault(word[:1], []).append(word[1:])
    is_optional = by_letter.pop(b"", None) is not None
    if not by_letter:
        return b""
    choices = [letter + _one_of(rest) for letter, rest in by_letter.items()]
    if len(choices) == 1 and not is_optional:
        return choices[0]
    return b"(?:%s)%s" % (b"|".join(choices), b"?" if is_optional else b"")


def _rows_taken(data: bytes, opened: int) -> tuple[int, bool]:
    for expression, may_have_formulas in ((_VALUES_ONLY, False), (_WITH_FORMULAS, True)):
        taken = expression.match(data, opened)
        if taken is not None and data.startswith(b"</sheetData>", taken.end()):
            closed = taken.end()
            return closed, may_have_formulas and data.find(b"<f", opened, closed) >= 0
    raise NotPlain


def _outside(numbers: Sequence[int]) -> bool:
    return numbers[0] < 1 or numbers[-1] > MAX_ROW


def _row(data: bytes, number: int, first: int, last: int) -> Row:
    start = data.find(b'<row r="%d"' % number, first, last)
    if start < 0:  # its number has leading zeros
        raise NotPlain
    opened = data.index(b">", start) + 1
    style = None
    if b'customFormat="1"' in data[start:opened] or b'customFormat="true"' in data[start:opened]:
        said = _ROW_STYLE.search(data, start, opened)
        style = int(said[1]) if said else None
    if data.startswith(b"/>", opened - 2):
        return Row(number, start, opened, opened, True, style, ())  # noqa: FBT003  # is_pinned
    closed = data.index(b"</row>", opened)
    try:
        cells = tuple(_cells(data, opened, closed, b"%d" % number))
    except UnicodeDecodeError as error:
        raise NotPlain from error
    return Row(number, start, opened, closed, True, style, cells)  # noqa: FBT003  # is_pinned


def _cells(data: bytes, opened: int, closed: int, row: bytes) -> Iterator[Cell]:
    """Yield a row's cells; one loop with few calls, for it is run for every cell that is read."""
    left = 0
    for found in _CELL.finditer(data, opened, closed):
        letters, place, style, kind, has_formula, _, _, value, empty, inline = found.groups()
        column = _column(letters)
        if place != row or column <= left:
            raise NotPlain
        left = column
        raw = value if value is not None else inline if empty is None else empty
        start, end = found.span()
        yield Cell(
            column,
            start,
            end,
            True,  # noqa: FBT003  # is_pinned
            None if style is None else int(style),
            "n" if kind is None else kind.decode(),
            raw if raw is None else _text(raw) if b"&" in raw else raw.decode(),
            None if has_formula is None else _formula(found),
        )


def _formula(found: re.Match[bytes]) -> Formula:
    said = {name: value.decode() for name, value in _ATTRIBUTE.findall(found[6])}
    tag_end = found.end(6)
    end = found.end(7) + len(b"</f>") if found[7] is not None else tag_end + len(b"/>")
    return Formula(
        said.get(b"t", "normal"),
        _text(found[7] or b""),
        said.get(b"ref"),
        said.get(b"si"),
        found.start(5),
        end,
    )


@lru_cache(maxsize=MAX_COLUMN)
def _column(letters: bytes) -> int:
    column = column_number(letters.decode()) if len(letters) <= 3 else 0  # noqa: PLR2004
    if not 1 <= column <= MAX_COLUMN:
        raise NotPlain
    return column


def _text(raw: bytes) -> str:
    try:
        return xml_text(raw.decode()) if b"&" in raw else raw.decode()
    except (ValueError, OverflowError) as error:
        raise NotPlain from error


def _frame(data: bytes, opened: int, closed: int) -> Frame:
    head, tail = data[:opened], data[closed:]
    if b"<!" in tail or b"<?" in tail or not tail.rstrip().endswith(b"</worksheet>"):
        raise NotPlain
    merged = _MERGED.findall(tail)
    if len(merged) != tail.count(b"<mergeCell "):
        raise NotPlain
    dimension = _DIMENSION.search(head)
    return Frame(
        prefix=b"",
        opened=opened,
        closed=closed,
        dimension=_dimension(dimension) if dimension else None,
        columns=tuple(_columns(head)),
        merged=tuple(_block(ref) for ref in merged),
    )


def _dimension(found: re.Match[bytes]) -> tuple[int, int, Block]:
    return found.start(), found.end(), _block(found[1])


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
