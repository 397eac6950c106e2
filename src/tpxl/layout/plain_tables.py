"""Plain tables, found by their header words on whatever sheet they stand.

Several may stand side by side or one under another. A table is as wide as the run of headings it
is in, foreign ones included; where no run has all it needs, its whole row.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from tpxl.model import Address, Grid, Text, Value
from tpxl.model.plain_table import PlainRow, PlainTable
from tpxl.terms.plain_tables import TableWords


class _HeadingRow(NamedTuple):
    """A row of headings: of what, where, from which column to which."""

    kind: TableWords
    row: int
    columns: Mapping[str, int]
    lang: str
    first: int
    last: int

    def yields_to(self, other: "_HeadingRow") -> bool:
        """Tell whether another kind needs more of the same headings."""
        is_same = self.row == other.row and self.first <= other.last and other.first <= self.last
        return is_same and len(self.kind.needed) < len(other.kind.needed)

    def ends(self, other: "_HeadingRow") -> bool:
        """Tell whether it stands under another one, in columns of both."""
        return self.row > other.row and self.first <= other.last and other.first <= self.last


def locate_tables(
    grid: Grid, words: Sequence[Text], *kinds: TableWords
) -> Iterator[tuple[TableWords, PlainTable]]:
    """Yield the tables of a sheet, kind by kind; `words` are the texts of it that the kinds know.

    A table ends where another one begins under it. Headings that two kinds know are a table of the
    kind that needs more of them.
    """
    every = [header for kind in kinds for header in _headers(grid, words, kind)]
    headers = [one for one in every if not any(one.yields_to(other) for other in every)]
    for header in headers:
        below = (other.row for other in headers if other.ends(header))
        yield header.kind, _table(grid, header, min(below, default=grid.last_row + 1))


def header_rows(
    words: Sequence[Text], kind: TableWords, lang: str
) -> Iterator[tuple[int, dict[str, int]]]:
    """Yield each row with words of the kind: where each of its columns is headed first."""
    rows: dict[int, dict[str, int]] = defaultdict(dict)
    for word in words:
        column = kind.column(word.text, lang)
        if column is not None:
            rows[word.row].setdefault(column, word.column)
    yield from sorted(rows.items())


def is_empty(value: Value) -> bool:
    """Tell whether a cell holds nothing."""
    return value is None or value == ""


class _Run(NamedTuple):
    """Headings side by side: which column is headed where, the first and the last of them."""

    columns: dict[str, int]
    first: int
    last: int


def _headers(grid: Grid, words: Sequence[Text], kind: TableWords) -> Iterator[_HeadingRow]:
    taken: set[int] = set()
    for lang in kind.words:
        for row, named in header_rows(words, kind, lang):
            if row in taken or not named.keys() >= kind.needed:
                continue
            taken.add(row)
            headings = {at: value for at, value in grid.row(row).items() if not is_empty(value)}
            runs = [run for run in _runs(headings, kind, lang) if run.columns.keys() >= kind.needed]
            for run in runs or [_Run(named, min(headings), max(headings))]:
                yield _HeadingRow(kind, row, run.columns, lang, run.first, run.last)


def _runs(headings: Mapping[int, Value], kind: TableWords, lang: str) -> Iterator[_Run]:
    """Yield the headings that stand side by side; one that comes again begins another table."""
    columns: dict[str, int] = {}
    first = last = 0
    for at, value in sorted(headings.items()):
        name = kind.column(value, lang) if isinstance(value, str) else None
        if columns and (at > last + 1 or name in columns):
            yield _Run(columns, first, last)
            columns = {}
        if not columns:
            first = at
        last = at
        if name is not None:
            columns[name] = at
    if columns:
        yield _Run(columns, first, last)


def _table(grid: Grid, header: _HeadingRow, end: int) -> PlainTable:
    """Return the table with its rows; what is computed is the spreadsheet's and no row of it."""
    own = {at: name for name, at in header.columns.items()}
    rows = []
    last_filled = header.row
    for row in range(header.row + 1, end):
        filled = {
            at: value
            for at, value in grid.row(row).items()
            if header.first <= at <= header.last
            and not is_empty(value)
            and not grid.has_formula(Address(row, at))
        }
        cells = {own[at]: value for at, value in filled.items() if at in own}
        last_filled = row if filled else last_filled
        rows += [PlainRow(row, cells)] if cells else []
    return PlainTable(
        grid.sheet, header.row, header.columns, header.lang, tuple(rows), last_filled + 1
    )
