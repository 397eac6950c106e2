"""Names from a file that somebody wrote or exported: one a line, however it is encoded."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from tpxl.books.rows.opening import open_rows
from tpxl.books.rows.page import RowPage
from tpxl.errors import TpxlError
from tpxl.terms import fold
from tpxl.terms.settings import setting_of

MOST = 200
"""Areas or focus areas of one city; a longer list is another file."""

MORE = ("board", "person", "address")
"""What may be said of an area beside its name, by the names of settings."""

_END_OF_CELL = re.compile(r"[;\t]")
_PLAIN = frozenset({None, "utf-8"})


class ListedName(NamedTuple):
    """A name, the line that it stands on, and what is said of it under other headings.

    These are an area's `board`, `person` in charge and their `address`.
    """

    text: str
    line: int
    more: Mapping[str, str] = MappingProxyType({})


class Names(NamedTuple):
    """The names of a file in their order, and what was odd about it and did no harm."""

    names: tuple[ListedName, ...]
    notes: tuple[TpxlError, ...]


def read_names(path: Path) -> Names:
    """Return the names of a text file, or of a sheet: its first column.

    Where that has a heading, columns under the headings of areas' settings are read too.

    Raises:
        TpxlError: it cannot be read, holds no name or too many, or one twice.
    """
    file = open_rows(path)
    rows = list(_lines(path, file.encoding) if file.encoding else _cells(file.pages[0]))
    said = [ListedName(row[0] if row else "", number) for number, row in enumerate(rows, start=1)]
    named = [one for one in said if one.text]
    heads = [one for one in named[:1] if setting_of(one.text) == "area"]
    columns = [setting_of(text) for one in heads for text in rows[one.line - 1]]
    names = [_with_more(one, columns, rows) for one in named[len(heads) :]]
    _refuse(path, names)
    blank = sum(not one.text for one in said[: named[-1].line])
    return Names(tuple(names), tuple(_notes(path, blank, heads, file.encoding)))


def _notes(
    path: Path, blank: int, heads: Iterable[ListedName], encoding: str | None
) -> Iterator[TpxlError]:
    if blank:
        yield TpxlError("names_blank", file=str(path), count=blank)
    for head in heads:
        yield TpxlError("names_heading", file=str(path), name=head.text)
    if encoding not in _PLAIN:
        yield TpxlError("names_encoding", file=str(path), encoding=encoding)


def _with_more(
    one: ListedName, columns: Sequence[str | None], rows: Sequence[list[str]]
) -> ListedName:
    told = zip(columns, rows[one.line - 1], strict=False)
    return one._replace(more={name: text for name, text in told if name in MORE and text})


def _lines(path: Path, encoding: str) -> Iterator[list[str]]:
    text = path.read_bytes().decode(encoding, errors="replace").removeprefix("\ufeff")
    if "\0" in text or "\ufffd" in text:
        raise TpxlError("rows_foreign", file=str(path))
    yield from ([_tidy(cell) for cell in _END_OF_CELL.split(line)] for line in text.splitlines())


def _cells(page: RowPage) -> Iterator[list[str]]:
    for row in page.rows():
        yield [_tidy(str(cell)) for cell in row]


def _tidy(cell: str) -> str:
    return " ".join(cell.strip().strip('"').split())


def _refuse(path: Path, names: list[ListedName]) -> None:
    if not names:
        raise TpxlError("names_none", file=str(path))
    if len(names) > MOST:
        raise TpxlError("names_many", file=str(path), count=len(names), most=MOST)
    seen: dict[str, ListedName] = {}
    for one in names:
        twin = seen.setdefault(fold(one.text), one)
        if twin is not one:
            lines = {"first": twin.line, "second": one.line}
            raise TpxlError("names_twice", file=str(path), name=one.text, **lines)
