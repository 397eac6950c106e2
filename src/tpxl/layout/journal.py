"""The journals, found by their header words on whatever sheet they stand."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from tpxl.model import Address, Grid, Text, Value
from tpxl.model.journal import ChangesJournal, FindingsJournal, JournalRow
from tpxl.terms.journal import (
    CHANGES_HEADINGS,
    CHANGES_NEED,
    FINDINGS_HEADINGS,
    FINDINGS_NEED,
    NAME,
    REASON,
    changes_column,
    findings_column,
)

BY_PEOPLE = frozenset({REASON, NAME})
"""Columns that only people write."""


def locate_findings_journal(grid: Grid, words: Sequence[Text]) -> FindingsJournal | None:
    """Return the table of findings of a sheet with its rows, None where it has none."""
    for lang in FINDINGS_HEADINGS:
        for row, columns in _headers(words, findings_column, lang):
            if columns.keys() >= FINDINGS_NEED:
                rows = tuple(_rows(grid, row, columns))
                return FindingsJournal(grid.sheet, row, columns, lang, rows)
    return None


def locate_changes_journal(grid: Grid, words: Sequence[Text]) -> ChangesJournal | None:
    """Return the table of changes of a sheet, None where it has none."""
    for lang in CHANGES_HEADINGS:
        for row, columns in _headers(words, changes_column, lang):
            if columns.keys() >= CHANGES_NEED:
                filled = [at for at in range(row, grid.last_row + 1) if _is_filled(grid, at)]
                next_row = max(filled, default=row) + 1
                return ChangesJournal(grid.sheet, row, columns, lang, next_row)
    return None


def _headers(
    words: Sequence[Text], column_of: Callable[[str, str], str | None], lang: str
) -> Iterator[tuple[int, dict[str, int]]]:
    rows: dict[int, dict[str, int]] = defaultdict(dict)
    for word in words:
        column = column_of(word.text, lang)
        if column is not None:
            rows[word.row].setdefault(column, word.column)
    yield from sorted(rows.items())


def _rows(grid: Grid, header_row: int, columns: Mapping[str, int]) -> Iterator[JournalRow]:
    """Yield the rows; a column of formulas is the book's own, and nothing in it goes with a row."""
    own = {column: name for name, column in columns.items() if name not in BY_PEOPLE}
    below = range(header_row + 1, grid.last_row + 1)
    computed = {
        column
        for row in below
        for column, cell in grid.cells_of(row).items()
        if column not in own and cell.has_formula
    }
    for row in below:
        cells = {
            column: value
            for column, value in grid.row(row).items()
            if not _is_empty(value)
            and column not in computed
            and not grid.has_formula(Address(row, column))
        }
        if cells:
            yield JournalRow(
                row,
                {own[column]: value for column, value in cells.items() if column in own},
                {column: value for column, value in cells.items() if column not in own},
            )


def _is_filled(grid: Grid, row: int) -> bool:
    return any(
        not _is_empty(value) and not grid.has_formula(Address(row, column))
        for column, value in grid.row(row).items()
    )


def _is_empty(value: Value) -> bool:
    return value is None or value == ""
