"""Rows of a workbook's sheets, unpacked piece by piece: a sheet of a million rows is never whole.

The plain form that nearly every program writes is read by expressions: many rows at once where they
are alike, else row by row. A row in another form is read by a parser. Numbers are floats, as the
file has them; dates are their serial numbers.
"""

import hashlib
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache, partial
from pathlib import Path

from tpxl.books.package.limits import MarkupError
from tpxl.books.package.parts import NO_PART, Parts, workbook_of
from tpxl.books.package.strings import shared_strings, shown, xml_text
from tpxl.books.package.xml_spans import XmlTag, walk
from tpxl.books.package.zip_archive import Archive
from tpxl.books.rows.page import Row, RowBlock, RowFile, RowPage, RowValue, blocks_of
from tpxl.errors import TpxlError
from tpxl.model import column_letters

MAX_TEXTS = 2_000_000
MOST_COLUMNS = 512
MOST_ALIKE = 64
_MOST_TAIL = 16 << 20
_ROW_END = b"</row>"
_ROW = re.compile(rb"<row(?:\s[^>]*)?>")
_REFERENCE = re.compile(rb'<c r="([A-Z]{1,3})\d+"')
_NUMBER = re.compile(rb'\sr="(\d+)"')
_CELL = re.compile(
    rb'<c(?: r="([A-Z]{1,3})\d+")?(?: s="\d+")?(?: t="([a-zA-Z]+)")?(?: (?!r=|t=)[^\s=>]+="[^"]*")*'
    rb"(?:/>|>(?:<f(?:[^>]*/>|[^>]*>[^<]*</f>))?"
    rb"(?:<v[^>]*>([^<]*)</v>|<is><t[^>]*>([^<]*)</t></is>)?</c>)"
)


def sheet_rows(where: Path, name: str) -> RowFile:
    """Return the rows of each worksheet.

    Raises:
        TpxlError: it is no workbook that can be read.
        OSError: it cannot be read.
    """
    data = where.read_bytes()
    parts = Parts(Archive(data, name), name)
    workbook = workbook_of(parts)
    texts = _Texts(parts, workbook.strings)
    pages = tuple(
        RowPage(sheet, partial(_blocks, parts, part, sheet, texts))
        for sheet, part in workbook.sheets.items()
        if part != NO_PART
    )
    return RowFile(name, hashlib.sha256(data).hexdigest(), pages)


class _Texts:
    """The shared strings, read when the first cell asks for one."""

    def __init__(self, parts: Parts, part: str | None) -> None:
        self._parts, self._part = parts, part
        self._texts: list[str] | None = None

    def __call__(self) -> list[str]:
        if self._texts is None:
            is_there = self._part is not None and self._part in self._parts
            read = partial(shared_strings, most=MAX_TEXTS)
            self._texts = self._parts.reading(self._part, read) if self._part and is_there else []
        return self._texts


def _blocks(parts: Parts, part: str, sheet: str, texts: _Texts) -> Iterator[RowBlock]:
    """Yield the rows from the first one on, those left out included."""
    at = 0
    strings = texts()
    try:
        for piece in _pieces(parts, part):
            columns = _alike_columns(piece, at + 1, strings)
            blocks = (
                [RowBlock.of_columns(columns)] if columns else blocks_of(_rows(piece, at, strings))
            )
            for block in blocks:
                yield block
                at += len(block.rows)
    except (MarkupError, ValueError, IndexError) as error:
        raise TpxlError(
            "sheet_damaged", book=parts.book, sheet=sheet, part=part, detail=str(error)
        ) from error


def _rows(piece: bytes, above: int, strings: list[str]) -> Iterator[Row]:
    """Yield rows one by one, blank ones for those left out; so many stand `above` them."""
    at = above
    for number, content in _contents(piece):
        while number is not None and at < number - 1:
            yield ()
            at += 1
        yield tuple(_values(content, strings))
        at += 1


def _pieces(parts: Parts, part: str) -> Iterator[bytes]:
    """Yield the sheet in pieces that end where a row does.

    Raises:
        MarkupError: a row has no end.
    """
    tail = b""
    for chunk in parts.archive.pieces(part):
        rows, end, tail = (tail + chunk).rpartition(_ROW_END)
        if end:
            yield rows + end
        if len(tail) > _MOST_TAIL:
            raise MarkupError("a row without an end")


def _contents(piece: bytes) -> Iterator[tuple[int | None, bytes]]:
    """Yield each row's number, where it says it, and what is in it; empty ones are left out.

    Raises:
        MarkupError: a row has no start.
    """
    for row in piece.split(_ROW_END)[:-1]:
        start = row.rfind(b"<row")
        opening = _ROW.match(row, start) if start >= 0 else None
        if opening is None:
            raise MarkupError("a row without a start")
        said = _NUMBER.search(opening[0])
        yield (int(said[1]) if said else None), row[opening.end() :]


_LETTERS = [column_letters(column).encode() for column in range(1, MOST_COLUMNS + 1)]
_COLUMNS = {letters: column for column, letters in enumerate(_LETTERS)}


def _alike_columns(piece: bytes, first: int, texts: list[str]) -> list[Sequence[RowValue]]:
    """Return the columns of rows that are alike: plain cells up to one last column, none left out.

    Nothing where they are not, or do not begin with the row `first`. Whole columns are turned into
    values at once, into the same ones that `_values` makes of each row.
    """
    count = piece.count(_ROW_END)
    last = _REFERENCE.match(piece, piece.rfind(b'<c r="', 0, piece.find(_ROW_END)))
    width = _COLUMNS.get(last[1], MOST_ALIKE) + 1 if last else 0
    if not 0 < width <= MOST_ALIKE or piece.count(b"<row ") != count:
        return []
    kinds = _kinds_of_first(piece, width)
    found = _filled_pattern(kinds).findall(piece) if kinds else []
    if len(found) != count:
        kinds, found = (), _row_pattern(width).findall(piece)
    if len(found) != count:
        return []
    numbers, *cells = zip(*found, strict=True)
    if [*map(int, numbers)] != [*range(first, first + count)]:
        return []
    if kinds:
        return [_filled_values(kind, raw, texts) for kind, raw in zip(kinds, cells, strict=True)]
    return [_column_values(cells[at], cells[at + 1], texts) for at in range(0, 2 * width, 2)]


def _kinds_of_first(piece: bytes, width: int) -> tuple[bytes, ...]:
    """Return the kinds of the cells of a piece's first row; none where it has an empty one."""
    row = _row_pattern(width).match(piece, piece.find(b"<row "))
    said = row.groups(b"") if row else ()
    return said[1::2] if all(said[2::2]) else ()


@lru_cache(maxsize=32)
def _filled_pattern(kinds: Sequence[bytes]) -> re.Pattern[bytes]:
    """Return what finds a row's number and values where all cells are of these kinds, none empty.

    It gives up nothing that it has matched, and there is half as much to keep of each row.
    """
    cells = [
        rb'<c r="%s\d++"(?: s="\d++")?%s><v>([^<]++)</v></c>'
        % (letters, b' t="%s"' % kind if kind else b"")
        for letters, kind in zip(_LETTERS, kinds, strict=False)
    ]
    return re.compile(rb'<row r="(\d++)"[^>]*+>' + b"".join(cells) + _ROW_END)


def _filled_values(kind: bytes, raw: Sequence[bytes], texts: list[str]) -> Sequence[RowValue]:
    return [*map(texts.__getitem__, map(int, raw))] if kind == b"s" else [*map(float, raw)]


@lru_cache(maxsize=32)
def _row_pattern(width: int) -> re.Pattern[bytes]:
    """Return what finds a row's number and, cell by cell, its kind and value; the last is there."""
    cells = [
        rb'(?:<c r="%s\d+"(?: s="\d+")?(?: t="([sn])")?(?:/>|><v>([^<]*)</v></c>))' % letters
        for letters in _LETTERS[:width]
    ]
    return re.compile(rb'<row r="(\d+)"[^>]*>' + b"?".join(cells) + _ROW_END)


def _column_values(
    kinds: Sequence[bytes], raw: Sequence[bytes], texts: list[str]
) -> Sequence[RowValue]:
    met = set(kinds)
    if met == {b"s"} or (b"s" not in met and all(raw)):
        return _filled_values(kinds[0], raw, texts)
    return [
        texts[int(value)] if kind == b"s" else (float(value) if value else "")
        for kind, value in zip(kinds, raw, strict=True)
    ]


def _values(content: bytes, texts: list[str]) -> list[RowValue]:
    cells = _CELL.findall(content)
    if len(cells) != content.count(b"<c"):
        return _sure_values(content, texts)
    row: list[RowValue] = []
    add = row.append
    for (letters, kind, value, inline), expected in zip(cells, _LETTERS, strict=False):
        if letters != expected and letters != _LETTERS[len(row)]:
            row += [""] * ((_column(letters) if letters else len(row)) - len(row))
        if not kind or kind == b"n":
            add(float(value) if value else "")
        elif kind == b"s":
            add(texts[int(value)])
        else:
            add(_told(kind.decode(), (value or inline).decode()))
    return row


def _column(letters: bytes) -> int:
    if letters not in _COLUMNS:
        raise MarkupError("too many columns")
    return _COLUMNS[letters]


def _told(kind: str, raw: str) -> RowValue:
    if kind == "b":
        return raw
    return shown(xml_text(raw))


def _sure_values(content: bytes, texts: list[str]) -> list[RowValue]:
    """Return the values of a row in any form, as a parser reads it."""
    row: list[RowValue] = []
    pieces: list[str] = []

    def ends(tag: XmlTag) -> None:
        if tag.name in {"t", "v"}:
            pieces.append(tag.text)
        elif tag.name == "c":
            said = "".join(pieces)
            pieces.clear()
            letters = tag.attributes.get("r", "").rstrip("0123456789").encode()
            column = _column(letters) if letters else len(row)
            row.extend([""] * (column - len(row)))
            kind = tag.attributes.get("t", "n")
            if kind == "s":
                row.append(texts[int(said)])
            else:
                row.append((float(said) if said else "") if kind == "n" else shown(said))

    walk(b"<row>%s</row>" % content, ends)
    return row
