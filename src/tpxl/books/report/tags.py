"""A tagged page's headings, paragraphs and tables, by the tree of its tags."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tpxl.books.report.lines import print_of
from tpxl.books.report.passages import Passage, Print, heading, prose, table
from tpxl.books.report.pdf import PdfPage, TagElement, Word

_CELLS = frozenset({"TD", "TH"})
_ROWS = frozenset({"TR"})
_HEADINGS = {"Title": 1, "H": 1, **{f"H{level}": level for level in range(1, 7)}}
_PROSE = frozenset({"P", "Lbl", "LBody", "Caption", "Note", "BlockQuote", "Span", "Link", "Quote"})
_FEWEST_ROWS = 2
_FEWEST_MARKED = 0.7
"""Running heads and page numbers have no tag; a page with fewer tagged words is not tagged."""

Marked = Mapping[int, Sequence[Word]]
"""The words of a page by their mark."""


def is_tagged(pages: Iterable[PdfPage]) -> bool:
    """Tell whether the tags of a report tell of its tables: every row has as many cells."""
    tables = [one for page in pages for tag in page.tags for one in _tables(tag)]
    return bool(tables) and all(map(_is_even, tables)) and any(map(_has_rows, tables))


def _tables(element: TagElement) -> Iterator[TagElement]:
    if element.kind == "Table":
        yield element
    for inside in element.inside:
        yield from _tables(inside)


def _has_rows(element: TagElement) -> bool:
    return sum(1 for _ in _rows(element)) >= _FEWEST_ROWS


def _is_even(element: TagElement) -> bool:
    return len({len(row) for row in _rows(element)}) <= 1


def _rows(element: TagElement) -> Iterator[list[TagElement]]:
    for inside in element.inside:
        if inside.kind in _ROWS:
            yield [cell for cell in inside.inside if cell.kind in _CELLS]
        elif inside.kind != "Table":
            yield from _rows(inside)


def tagged_passages(page: PdfPage) -> list[Passage] | None:
    """Return what a page's tags tell; None where they leave much of it out."""
    marked: dict[int, list[Word]] = defaultdict(list)
    for word in page.words:
        marked[word.mark].append(word)
    used = {mark for tag in page.tags for mark in _marks(tag)}
    told = sum(len(words) for mark, words in marked.items() if mark in used)
    if told < _FEWEST_MARKED * len(page.words):
        return None
    return [one for tag in page.tags for one in _passages(tag, marked, page.number)]


def _marks(element: TagElement) -> Iterator[int]:
    yield from element.marks
    for inside in element.inside:
        yield from _marks(inside)


def _passages(element: TagElement, marked: Marked, page: int) -> Iterator[Passage]:
    if element.kind == "Table":
        cells = [[_print(cell, marked, page) for cell in row] for row in _rows(element)]
        rows = tuple(
            {column: said for column, said in enumerate(row, 1) if said is not None}
            for row in cells
        )
        if any(rows):
            yield table(tuple(row for row in rows if row))
        return
    said = _print(element, marked, page)
    if element.kind in _HEADINGS:
        if said is not None:
            yield heading(_HEADINGS[element.kind], said)
    elif element.kind in _PROSE and not any(_tables(element)):
        if said is not None:
            yield prose(said)
    else:
        for inside in element.inside:
            yield from _passages(inside, marked, page)


def _print(element: TagElement, marked: Marked, page: int) -> Print | None:
    words = [word for mark in _marks(element) for word in marked.get(mark, ())]
    return print_of(words, page)
