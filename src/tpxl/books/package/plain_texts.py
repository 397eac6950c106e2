"""Cells with wanted texts in a sheet of the plain form, found without a look at the others."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from tpxl.books.package.index import Frame
from tpxl.books.package.limits import refuse_long_text
from tpxl.books.package.plain_rows import CELL, plain_column, plain_text
from tpxl.books.package.strings import string_number

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
    data: bytes, frame: Frame, wanted: frozenset[bytes], *, has_own: bool
) -> Iterator[TextCell]:
    """Yield the cells whose shared string is wanted, and every cell with text of its own.

    `data` is a sheet that `plain_index` took; `wanted` holds the strings' numbers as we write them.

    Raises:
        NotPlain: such a cell says what only a parser may judge.
        MarkupError: a text is longer than a cell's may be.
    """
    if has_own:
        return _any_texts(data, frame, wanted)
    return _shared_texts(data, frame, wanted) if wanted else iter(())


def _shared_texts(data: bytes, frame: Frame, wanted: frozenset[bytes]) -> Iterator[TextCell]:
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


def _any_texts(data: bytes, frame: Frame, wanted: frozenset[bytes]) -> Iterator[TextCell]:
    for found in _any_text().finditer(data, frame.opened, frame.closed):
        if found[1] is not None and found[1] not in wanted:
            continue  # `wanted` itself is asked: it grows with the book, and so do its copies
        cell = CELL.match(data, data.rfind(b"<c ", frame.opened, found.start()))
        if cell is None or cell.start(4) - len(b' t="') != found.start():
            continue  # the letters stand within a text
        letters, place, _, kind, _, _, _, value, _, inline = cell.groups()
        row, column = int(place), plain_column(letters.decode())
        text = plain_text(value or inline or b"")
        refuse_long_text(text)
        if kind != b"s":
            yield TextCell(row, column, None, text)
        elif (number := string_number(text)) in wanted:
            yield TextCell(row, column, number, "")
