"""Rows of a workbook's sheets, unpacked piece by piece: a sheet of a million rows is never whole.

The plain form that nearly every program writes is read by expressions, a row in another form by a
parser. Numbers are floats, as the file has them; dates are their serial numbers.
"""

import hashlib
import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from tpxl.books.package.limits import MarkupError
from tpxl.books.package.parts import NO_PART, Parts, workbook_of
from tpxl.books.package.strings import shared_strings, shown, xml_text
from tpxl.books.package.xml_spans import XmlTag, walk
from tpxl.books.package.zip_archive import Archive
from tpxl.books.rows.page import Row, RowFile, RowPage, RowValue
from tpxl.errors import TpxlError
from tpxl.model import column_letters

MAX_TEXTS = 2_000_000
MOST_COLUMNS = 512
_MOST_TAIL = 16 << 20
_ROW_END = b"</row>"
_ROW = re.compile(rb"<row(?:\s[^>]*)?>")
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
        RowPage(sheet, partial(_rows, parts, part, sheet, texts))
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


def _rows(parts: Parts, part: str, sheet: str, texts: _Texts) -> Iterator[Row]:
    """Yield the rows from the first one on, those left out included."""
    at = 0
    strings = texts()
    try:
        for number, content in _pieces(parts, part):
            while number is not None and at < number - 1:
                yield ()
                at += 1
            yield _values(content, strings)
            at += 1
    except (MarkupError, ValueError, IndexError) as error:
        raise TpxlError(
            "sheet_damaged", book=parts.book, sheet=sheet, part=part, detail=str(error)
        ) from error


def _pieces(parts: Parts, part: str) -> Iterator[tuple[int | None, bytes]]:
    """Yield each row's number, where it says it, and what is in it; empty ones are left out.

    Raises:
        MarkupError: a row has no end or no start.
    """
    tail = b""
    for chunk in parts.archive.pieces(part):
        *rows, tail = (tail + chunk).split(_ROW_END)
        for row in rows:
            start = row.rfind(b"<row")
            opening = _ROW.match(row, start) if start >= 0 else None
            if opening is None:
                raise MarkupError("a row without a start")
            said = _NUMBER.search(opening[0])
            yield (int(said[1]) if said else None), row[opening.end() :]
        if len(tail) > _MOST_TAIL:
            raise MarkupError("a row without an end")


_LETTERS = [column_letters(column).encode() for column in range(1, MOST_COLUMNS + 1)]
_COLUMNS = {letters: column for column, letters in enumerate(_LETTERS)}


def _values(content: bytes, texts: list[str]) -> Row:
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


def _sure_values(content: bytes, texts: list[str]) -> Row:
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
