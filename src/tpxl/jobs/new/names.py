"""Names from a file that somebody wrote or exported: one a line, however it is encoded."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from tpxl.books.rows.opening import open_rows
from tpxl.books.rows.page import RowPage
from tpxl.errors import TpxlError
from tpxl.terms import fold
from tpxl.terms.settings import setting_of

MOST = 200
"""Areas or focus areas of one city; a longer list is another file."""

_END_OF_CELL = re.compile(r"[;\t]")
_PLAIN = frozenset({None, "utf-8"})


class Name(NamedTuple):
    """A name and the line that it stands on."""

    text: str
    line: int


class Names(NamedTuple):
    """The names of a file in their order, and what was odd about it and did no harm."""

    names: tuple[Name, ...]
    notes: tuple[TpxlError, ...]


def read_names(path: Path) -> Names:
    """Return the names of a text file, or of the first column of a sheet.

    Raises:
        TpxlError: it cannot be read, holds no name or too many, or one twice.
    """
    file = open_rows(path)
    lines = list(_lines(path, file.encoding) if file.encoding else _first_cells(file.pages[0]))
    said = [Name(_name(text), number) for number, text in enumerate(lines, start=1)]
    named = [one for one in said if one.text]
    heads = [one for one in named[:1] if setting_of(one.text) == "area"]
    names = named[len(heads) :]
    _refuse(path, names)
    blank = sum(not one.text for one in said[: named[-1].line])
    return Names(tuple(names), tuple(_notes(path, blank, heads, file.encoding)))


def _notes(
    path: Path, blank: int, heads: Iterable[Name], encoding: str | None
) -> Iterator[TpxlError]:
    if blank:
        yield TpxlError("names_blank", file=str(path), count=blank)
    for head in heads:
        yield TpxlError("names_heading", file=str(path), name=head.text)
    if encoding not in _PLAIN:
        yield TpxlError("names_encoding", file=str(path), encoding=encoding)


def _lines(path: Path, encoding: str) -> Iterator[str]:
    text = path.read_bytes().decode(encoding, errors="replace").removeprefix("\ufeff")
    if "\0" in text or "\ufffd" in text:
        raise TpxlError("rows_foreign", file=str(path))
    yield from text.splitlines()


def _first_cells(page: RowPage) -> Iterator[str]:
    yield from (str(row[0]) if row else "" for row in page.rows())


def _name(line: str) -> str:
    return " ".join(_END_OF_CELL.split(line)[0].strip().strip('"').split())


def _refuse(path: Path, names: list[Name]) -> None:
    if not names:
        raise TpxlError("names_none", file=str(path))
    if len(names) > MOST:
        raise TpxlError("names_many", file=str(path), count=len(names), most=MOST)
    seen: dict[str, Name] = {}
    for one in names:
        twin = seen.setdefault(fold(one.text), one)
        if twin is not one:
            lines = {"first": twin.line, "second": one.line}
            raise TpxlError("names_twice", file=str(path), name=one.text, **lines)
