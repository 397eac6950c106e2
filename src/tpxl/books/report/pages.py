"""The passages of a PDF: by its tags where it has them, else by where its words are."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median

from tpxl.books.report.columns import heads_columns, is_heading_line, tables_and_text
from tpxl.books.report.lattice import DrawnTable, drawn_tables
from tpxl.books.report.lines import TextLine, lines_of
from tpxl.books.report.numbers import printed_value
from tpxl.books.report.passages import Passage, Print, PrintedCells, heading, prose
from tpxl.books.report.pdf import PdfPage, pdf_pages
from tpxl.books.report.regions import regions_of
from tpxl.books.report.tags import is_tagged, tagged_passages
from tpxl.books.report.wrapped import with_rows
from tpxl.errors import TpxlError

_HEAD, _FOOT = 0.12, 0.92
_BESIDE = 0.2
"""The share of a page, above and below, in which the neighbours of running lines stand."""
_FEWEST_REPEATS = 3
_EVERY_OTHER = 2
_FEWEST_ENTRIES = 5
_PAGE_NUMBER = re.compile(
    r"(?:(?:sivu|sida|page|s\.)\s*)?\d{1,4}(?:\s*[/(]\s*\d{1,4}\s*\)?)?", re.IGNORECASE
)
_SAME_EDGE = 4.0
_TALL_GAP = 0.5


def pdf_passages(data: bytes, book: str) -> list[Passage]:
    """Return the passages of a PDF.

    Raises:
        TpxlError: it is a scan, damaged, encrypted or too long, or PDFium is not installed.
    """
    pages = list(pdf_pages(data, book))
    if not any(page.words for page in pages):
        raise TpxlError("report_scanned", book=book)
    return list(_continued(_tagged(pages) if is_tagged(pages) else _placed(pages)))


def _tagged(pages: Sequence[PdfPage]) -> list[list[Passage]]:
    """Return the passages of each page by its tags; by where its words are where tags leave it."""
    told = [tagged_passages(page) if page.words else [] for page in pages]
    if all(one is not None for one in told):
        return [one for one in told if one is not None]
    placed = _placed(pages)
    return [there if one is None else one for one, there in zip(told, placed, strict=True)]


def _placed(pages: Sequence[PdfPage]) -> list[list[Passage]]:
    """Return the passages of each page by where its words are."""
    sizes = Counter[float]()
    for page in pages:
        for word in page.words:
            sizes[round(word.size, 1)] += len(word.text)
    body = sizes.most_common(1)[0][0]
    levels = _levels(pages, body)
    running = _running(pages)
    return [list(_of_page(page, running, body, levels)) for page in pages]


def _levels(pages: Sequence[PdfPage], body: float) -> list[float]:
    """Return the sizes of letters that are larger than the text's, the largest first."""
    larger = Counter(
        round(word.size, 1) for page in pages for word in page.words if word.size > 1.08 * body
    )
    return sorted(larger, reverse=True)


def _running(pages: Sequence[PdfPage]) -> frozenset[tuple[str, int]]:
    """Return the lines that stand on many pages at one height: heads, feet, page numbers."""
    seen: dict[tuple[str, int], list[int]] = defaultdict(list)
    for page in pages:
        for mark in {_mark(line, page) for line in _edge_lines(page)}:
            seen[mark].append(page.number)
    if len(pages) < _FEWEST_REPEATS:
        return frozenset(mark for mark, numbers in seen.items() if len(numbers) > 1)
    return frozenset(mark for mark, numbers in seen.items() if _runs_on(numbers))


def _runs_on(numbers: Sequence[int]) -> bool:
    """Tell whether page follows page, or every other one: a heading on each area's page is none."""
    follows = [after - one <= _EVERY_OTHER for one, after in pairwise(numbers)]
    return any(
        all(follows[start : start + _FEWEST_REPEATS - 1])
        for start in range(len(follows) - _FEWEST_REPEATS + 2)
    )


def _edge_lines(page: PdfPage) -> Iterator[TextLine]:
    """Yield the lines near the upper and the lower edge of a page that may run over all pages.

    They stand clear of other lines, and head no columns.
    """
    upper, lower = _BESIDE * page.height, (1 - _BESIDE) * page.height
    lines = lines_of(word for word in page.words if word.box.top < upper or word.box.bottom > lower)
    for index, line in enumerate(lines):
        is_edge = line.top < _HEAD * page.height or line.bottom > _FOOT * page.height
        beside = [*lines[max(0, index - 1) : index], *lines[index + 1 : index + 2]]
        is_clear = all(
            max(one.top - line.bottom, line.top - one.bottom) > _TALL_GAP * line.height
            for one in beside
        )
        is_parted = line.text.endswith("-")  # it goes on below: a label at the page's edge
        if is_edge and is_clear and not (is_parted or line.has_figures or heads_columns(line)):
            yield line


def _mark(line: TextLine, page: PdfPage) -> tuple[str, int]:
    """Return what tells a running line: its words without numbers, and its height."""
    from_foot = line.top > page.height / 2
    height = page.height - line.bottom if from_foot else line.top
    return re.sub(r"\d+", "0", line.text), round(height / 6) * (-1 if from_foot else 1)


def _is_running(line: TextLine, page: PdfPage, running: frozenset[tuple[str, int]]) -> bool:
    is_edge = line.top < _HEAD * page.height or line.bottom > _FOOT * page.height
    if not is_edge:
        return False
    text, height = _mark(line, page)
    is_number = _PAGE_NUMBER.fullmatch(line.text) is not None
    return is_number or any((text, height + near) in running for near in (-1, 0, 1))


def _of_page(
    page: PdfPage, running: frozenset[tuple[str, int]], body: float, levels: Sequence[float]
) -> Iterator[Passage]:
    drawn = drawn_tables(page)
    taken = {word for one in drawn for word in one.words}
    loose = [word for word in page.words if word not in taken] if taken else page.words
    lines = [
        line for line in lines_of(loose, page.upright_rules) if not _is_running(line, page, running)
    ]
    for region in regions_of(lines, page, drawn):
        if isinstance(region, DrawnTable):
            yield region.passage
            continue
        for found in tables_and_text(region, body, page.number):
            if isinstance(found, TextLine):
                yield _worded(found, page, body, levels)
            elif _is_contents(found):
                yield from (prose(_whole(row)) for row in found.rows)
            else:
                yield found


def _is_contents(passage: Passage) -> bool:
    """Tell whether a table is a list of contents: page numbers that never fall."""
    said = [[one.text for column, one in sorted(row.items()) if column > 1] for row in passage.rows]
    numbers = [int(texts[0]) for texts in said if len(texts) == 1 and texts[0].isdigit()]
    is_alone = all(len(texts) <= 1 for texts in said) and len(numbers) == sum(map(bool, said))
    return is_alone and len(numbers) >= _FEWEST_ENTRIES and numbers == sorted(numbers)


def _whole(row: PrintedCells) -> Print:
    cells = [row[column] for column in sorted(row)]
    return cells[0]._replace(text=" ".join(cell.text for cell in cells))


def _worded(line: TextLine, page: PdfPage, body: float, levels: Sequence[float]) -> Passage:
    said = Print(line.text, page.number, line.box)
    if not is_heading_line(line, body):
        return prose(said)
    size = round(max(word.size for word in line.words), 1)
    return heading(levels.index(size) + 1 if size in levels else len(levels) + 1, said)


def _continued(pages: Iterable[Sequence[Passage]]) -> Iterator[Passage]:
    """Yield the passages of all pages, a table that goes on over a page's end as one."""
    last: Passage | None = None
    for page in pages:
        for index, passage in enumerate(page):
            if index == 0 and last is not None and last.is_table and passage.is_table:
                longer = _joined(last, passage)
                if longer is not None:
                    last = longer
                    continue
            if last is not None:
                yield last
            last = passage
    if last is not None:
        yield last


def _joined(above: Passage, below: Passage) -> Passage | None:
    """Return two tables as one, where the lower one goes on with the upper; else None."""
    first, again = above.rows[0], below.rows[0]
    if _texts(first) == _texts(again) and len(first) > 1:
        return above._replace(rows=tuple(with_rows(above.rows, below.rows[1:])))
    if not _begins_with_figures(below):
        return None
    own, other = _edges(above), _edges(below)
    if other.keys() <= own.keys() and all(
        abs(own[column] - edge) <= _SAME_EDGE for column, edge in other.items()
    ):
        return above._replace(rows=tuple(with_rows(above.rows, below.rows)))
    return None


def _texts(row: PrintedCells) -> dict[int, str]:
    return {column: cell.text for column, cell in row.items()}


def _begins_with_figures(passage: Passage) -> bool:
    """Tell whether a table has no headings: its first row that is no label alone has numbers."""
    first = next((row for row in passage.rows if len(row) > 1), {})
    return any(printed_value(cell.text).is_number for cell in first.values())


def _edges(passage: Passage) -> dict[int, float]:
    """Return where the numbers of each column end."""
    ends: dict[int, list[float]] = {}
    for row in passage.rows:
        for column, cell in row.items():
            if cell.box is not None and printed_value(cell.text).is_number:
                ends.setdefault(column, []).append(cell.box.right)
    return {column: median(rights) for column, rights in ends.items()}
