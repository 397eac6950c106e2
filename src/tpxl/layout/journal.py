"""The journals, found by their header words on whatever sheet they stand."""

from collections.abc import Iterator, Mapping, Sequence

from tpxl.layout.plain_tables import header_rows, is_empty, locate_tables
from tpxl.model import Address, Grid, Text
from tpxl.model.journal import FindingsJournal, JournalRow
from tpxl.model.plain_table import PlainTable
from tpxl.terms.journal import CHANGES, FINDINGS, NAME, REASON, WHEN

BY_PEOPLE = frozenset({REASON, NAME, WHEN})
"""Columns of what people write, and of when they did: they go with the row."""


def locate_findings_journal(grid: Grid, words: Sequence[Text]) -> FindingsJournal | None:
    """Return the table of findings of a sheet with its rows, None where it has none."""
    for lang in FINDINGS.words:
        for row, columns in header_rows(words, FINDINGS, lang):
            if columns.keys() >= FINDINGS.needed:
                rows = tuple(_rows(grid, row, columns))
                return FindingsJournal(grid.sheet, row, columns, lang, rows)
    return None


def locate_changes_journal(grid: Grid, words: Sequence[Text]) -> PlainTable | None:
    """Return the table of changes of a sheet, None where it has none."""
    return next((table for _, table in locate_tables(grid, words, CHANGES)), None)


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
            if not is_empty(value)
            and column not in computed
            and not grid.has_formula(Address(row, column))
        }
        if cells:
            yield JournalRow(
                row,
                {own[column]: value for column, value in cells.items() if column in own},
                {column: value for column, value in cells.items() if column not in own},
            )
