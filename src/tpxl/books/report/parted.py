"""One table of several areas: rows of a name alone, and below each the same rows again."""

from collections.abc import Iterable, Iterator, Sequence

from tpxl.books.report.borrowed import has_numbers, headed, heads_of, labels_of
from tpxl.books.report.corners import is_name
from tpxl.books.report.passages import ROW_OF_WORDS, Passage, PrintedCells
from tpxl.terms import fold

_SEVERAL = 2

Rows = Sequence[PrintedCells]


def with_parted_tables(passages: Iterable[Passage]) -> Iterator[Passage]:
    """Yield the passages, a table of several areas as a table of each, with its headings."""
    for passage in passages:
        yield from _parts(passage) if passage.is_table else (passage,)


def _parts(passage: Passage) -> Iterator[Passage]:
    heads = heads_of(passage)
    above, *sections, rest = _sections(passage.rows[len(heads) :])
    if not _are_of_one_kind(sections):
        yield passage
        return
    spans = tuple(span for span in passage.spans if span[0] < len(heads))
    first = passage._replace(rows=(*heads, *above, *sections[0]), spans=spans)
    yield first
    for rows in filter(None, (*sections[1:], rest)):
        yield headed(passage._replace(rows=tuple(rows), spans=()), first)


def _sections(rows: Rows) -> list[Rows]:
    """Return the rows above the first name, those of each name, and what is below the last's.

    That begins with the first row that the first name does not have.
    """
    starts = [at for at, row in enumerate(rows) if set(row) == {ROW_OF_WORDS} and _is_named(row)]
    if len(starts) < _SEVERAL:
        return [rows, ()]
    parts = [rows[start:end] for start, end in zip(starts, (*starts[1:], len(rows)), strict=True)]
    known = labels_of(parts[0])
    last = parts.pop()
    end = next((at for at, row in enumerate(last) if labels_of([row]) - known), len(last))
    return [rows[: starts[0]], *parts, last[:end], last[end:]]


def _is_named(row: PrintedCells) -> bool:
    return is_name(row[ROW_OF_WORDS].text)


def _are_of_one_kind(sections: Sequence[Rows]) -> bool:
    """Tell whether every name has the same rows, each once."""
    if len(sections) < _SEVERAL:
        return False
    names = {fold(rows[0][ROW_OF_WORDS].text) for rows in sections}
    labels = labels_of(sections[0])
    return len(names) == len(sections) and all(
        labels_of(rows) == labels and sum(map(has_numbers, rows)) == len(labels)
        for rows in sections
    )
