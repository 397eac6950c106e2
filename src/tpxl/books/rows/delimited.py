"""Rows of a text file: its encoding and separator are found, and a stray quote swallows no row.

UTF-8 where all of it is, UTF-16 where its mark says so, else Windows-1252.
"""

import codecs
import csv
import hashlib
import re
from collections.abc import Iterable, Iterator
from functools import partial
from io import StringIO
from itertools import islice
from pathlib import Path
from typing import TextIO

from tpxl.books.rows.page import Row, RowBlock, RowFile, RowPage, RowValue, blocks_of
from tpxl.errors import TpxlError

_CHUNK = 1 << 20
_SAMPLE = 1 << 16
_BLOCK = 1 << 16
"""So many characters are parted at once: small enough to stay at the processor."""
_SAMPLE_LINES = 40
_QUOTED_LINES = 40
"""A text of more lines in one cell is a quote that nobody closed."""

_MARKS = {codecs.BOM_UTF8: "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_SEPARATORS = ";\t|,"
_SAID = re.compile(r'"?sep=(.)"?\s*')
_DECIMAL_COMMA = re.compile(r"(?<=\d),(?=\d)")


def delimited_rows(where: Path, name: str) -> RowFile:
    """Return the rows of a text file.

    Raises:
        OSError: it cannot be read.
    """
    fingerprint, encoding, has_quotes = _looked_at(where)
    with where.open(encoding=encoding, errors="replace", newline="") as file:
        lines = file.read(_SAMPLE).splitlines()[:_SAMPLE_LINES]
    separator = separator_of(lines)
    width = max((line.count(separator) for line in lines if '"' not in line), default=0)
    blocks = partial(_blocks, where, name, encoding, separator, width if has_quotes else None)
    shown = "utf-8" if encoding == "utf-8-sig" else encoding
    return RowFile(name, fingerprint, (RowPage(None, blocks),), shown, separator)


def separator_of(lines: list[str]) -> str:
    r"""Return what parts the cells of most lines; a comma within a number parts nothing.

    >>> separator_of(["Tili;Summa", "4340;1 234,50"]), separator_of(["a\tb", "1,5\t2,5"])
    (';', '\t')
    """
    said = _SAID.fullmatch(lines[0]) if lines else None
    if said is not None:
        return said[1]
    text = "\n".join(_DECIMAL_COMMA.sub("", line) for line in lines)
    return max(_SEPARATORS, key=text.count)


def _looked_at(where: Path) -> tuple[str, str, bool]:
    """Return the fingerprint, the encoding and whether quotes stand in it: the file, read once."""
    digest = hashlib.sha256()
    decoder = codecs.getincrementaldecoder("utf-8")()
    encoding, has_quotes = "", False
    with where.open("rb") as file:
        while chunk := file.read(_CHUNK):
            if file.tell() == len(chunk):  # the first one
                said = (name for mark, name in _MARKS.items() if chunk.startswith(mark))
                encoding = next(said, "")
            digest.update(chunk)
            has_quotes = has_quotes or b'"' in chunk
            if not encoding:
                try:
                    decoder.decode(chunk)
                except UnicodeDecodeError:
                    encoding = "cp1252"
    if not encoding:
        try:
            decoder.decode(b"", final=True)
            encoding = "utf-8"
        except UnicodeDecodeError:
            encoding = "cp1252"
    return digest.hexdigest(), encoding, has_quotes


def _blocks(
    where: Path, name: str, encoding: str, separator: str, width: int | None
) -> Iterator[RowBlock]:
    """Yield the rows; a file without quotes, whose `width` is None, needs no mending."""
    with where.open(encoding=encoding, errors="replace", newline="") as file:
        try:
            if width is None:
                yield from _without_quotes(file, separator)
            else:
                yield from blocks_of(_read(_mended(file, separator, width), separator))
        except csv.Error as error:
            raise TpxlError("rows_foreign", file=name) from error


def _read(lines: Iterable[str], separator: str) -> Iterator[Row]:
    return map(tuple, csv.reader(lines, delimiter=separator))


def _without_quotes(file: TextIO, separator: str) -> Iterator[RowBlock]:
    """Yield the rows of a text without quotes: many at once where they have as many cells each."""
    while text := file.read(_BLOCK):
        lines = text + file.readline()
        columns = _columns(lines, separator) if len(lines) <= csv.field_size_limit() else []
        if columns:
            yield RowBlock.of_columns(columns)
        else:
            yield from blocks_of(_read(StringIO(lines, newline=""), separator))


def _columns(text: str, separator: str) -> list[list[RowValue]]:
    r"""Return the columns of lines of as many cells each; none where they are not, or have one.

    A cell of its own marks each end of a line: lines are alike where every so-manieth cell is one.

    >>> _columns("a;b\r\nc;d\r\n", ";"), _columns("a;b\nc\n", ";"), _columns("a;b\n\n", ";")
    ([['a', 'c'], ['b', 'd']], [], [])
    """
    lines = text.replace("\r\n", "\n").removesuffix("\n")
    if "\r" in lines:
        return []
    cells: list[RowValue] = [*lines.replace("\n", f"{separator}\n{separator}").split(separator)]
    width = cells.index("\n") if "\n" in lines else len(cells)
    ends = cells[width :: width + 1]
    if width <= 1 or len(cells) != (width + 1) * (len(ends) + 1) - 1:
        return []
    if len(ends) != lines.count("\n") or {*ends} - {"\n"}:
        return []
    return [cells[at :: width + 1] for at in range(width)]


def _mended(lines: Iterator[str], separator: str, width: int) -> Iterator[str]:
    """Yield the lines; the quotes are taken out of one that opens a text and does not close it."""
    for line in lines:
        if not line.count('"') & 1:
            yield line
            continue
        held = [line]
        for following in islice(lines, _QUOTED_LINES):
            held.append(following)
            if following.count('"') & 1:
                break
        yield from held if _is_one_row(held, separator, width) else _unquoted(held)


def _is_one_row(held: list[str], separator: str, width: int) -> bool:
    """Tell whether lines are one row with a text of several lines in it."""
    if len(held) == 1 or not held[-1].count('"') & 1:
        return False
    within = (line.count(separator) >= max(width, 1) for line in held[1:-1])
    rows = list(csv.reader(held, delimiter=separator))
    return not any(within) and len(rows) == 1 and len(rows[0]) <= width + 1


def _unquoted(held: list[str]) -> Iterator[str]:
    return (line.replace('"', "") if line.count('"') & 1 else line for line in held)
