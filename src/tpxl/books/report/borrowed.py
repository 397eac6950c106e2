"""Tables below one another whose headings are printed once, above the first of them."""

from collections.abc import Iterable, Iterator
from statistics import median

from tpxl.books.report.numbers import printed_value
from tpxl.books.report.passages import ROW_OF_WORDS, Passage, PrintedCells
from tpxl.terms import fold
from tpxl.terms.periods import scale_of

_SAME_EDGE = 4.0
_SAME = 0.6
"""The share of its rows by which a table is of the kind of the one above it."""
_SEVERAL = 2


def with_borrowed_heads(passages: Iterable[Passage]) -> Iterator[Passage]:
    """Yield the passages, a table without headings with those of the table above it.

    It borrows them where its columns stand under those of that table and its rows are the same.
    """
    above: Passage | None = None
    for passage in passages:
        own = passage
        if passage.is_table:
            if above is not None and _goes_under(above, passage):
                own = headed(passage, above)
            above = own
        yield own


def _goes_under(above: Passage, below: Passage) -> bool:
    if not begins_with_figures(below) or begins_with_figures(above):
        return False
    return are_alike(labels_of(below.rows), labels_of(above.rows)) and stands_under(above, below)


def are_alike(labels: frozenset[str], others: frozenset[str]) -> bool:
    """Tell whether the rows of two tables are called so much alike that they are of one kind."""
    return len(labels & others) >= max(_SEVERAL, _SAME * max(len(labels), len(others)))


def headed(passage: Passage, above: Passage) -> Passage:
    """Return a table with the headings of another below its own titles, and with its unit."""
    given = [_lent(row) for row in above.rows[: _first_row(above)]]
    heads = [row for row in given if row]
    first = _first_row(passage)
    kept = [index for index, row in enumerate(given) if row]
    spans = [
        (first + kept.index(index), left, right)
        for index, left, right in above.spans
        if index in kept
    ]
    moved = [
        (index + len(heads) if index >= first else index, left, right)
        for index, left, right in passage.spans
    ]
    rows = (*passage.rows[:first], *heads, *passage.rows[first:])
    return passage._replace(rows=rows, spans=(*spans, *moved))


def _lent(row: PrintedCells) -> PrintedCells:
    """Return a row of headings without what stands over the labels, unless that is a unit."""
    return {
        column: cell
        for column, cell in row.items()
        if column != ROW_OF_WORDS or scale_of(cell.text) is not None
    }


def heads_of(passage: Passage) -> tuple[PrintedCells, ...]:
    """Return the rows of a table that stand above its numbers and head more than its labels."""
    rows = passage.rows[: _first_row(passage)]
    last = max((at for at, row in enumerate(rows, 1) if len(row) > 1), default=0)
    return rows[:last]


def _first_row(passage: Passage) -> int:
    """Return the first row that has numbers."""
    numeric = (at for at, row in enumerate(passage.rows) if has_numbers(row))
    return next(numeric, len(passage.rows))


def has_numbers(row: PrintedCells) -> bool:
    """Tell whether a row of a table holds a number."""
    return any(printed_value(cell.text).is_number for cell in row.values())


def labels_of(rows: Iterable[PrintedCells]) -> frozenset[str]:
    """Return what rows of numbers are called."""
    named = (row for row in rows if ROW_OF_WORDS in row and has_numbers(row))
    return frozenset(fold(row[ROW_OF_WORDS].text) for row in named)


def begins_with_figures(passage: Passage) -> bool:
    """Tell whether a table has no headings: its first row that is no label alone has numbers."""
    first = next((row for row in passage.rows if len(row) > 1), {})
    return has_numbers(first)


def stands_under(above: Passage, below: Passage) -> bool:
    """Tell whether the numbers of a table end where those of another's columns do."""
    own, other = _edges(above), _edges(below)
    return other.keys() <= own.keys() and all(
        abs(own[column] - edge) <= _SAME_EDGE for column, edge in other.items()
    )


def _edges(passage: Passage) -> dict[int, float]:
    """Return where the numbers of each column end."""
    ends: dict[int, list[float]] = {}
    for row in passage.rows:
        for column, cell in row.items():
            if cell.box is not None and printed_value(cell.text).is_number:
                ends.setdefault(column, []).append(cell.box.right)
    return {column: median(rights) for column, rights in ends.items()}
