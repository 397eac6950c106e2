"""The passages of a PDF: by its tags where it has them, else by where its words are."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from tpxl.books.report.borrowed import (
    begins_with_figures,
    heads_of,
    stands_under,
    with_borrowed_heads,
)
from tpxl.books.report.columns import is_heading_line, tables_and_text
from tpxl.books.report.lattice import DrawnTable, drawn_tables
from tpxl.books.report.lines import TextLine, lines_of
from tpxl.books.report.parted import with_parted_tables
from tpxl.books.report.passages import (
    Passage,
    PassageKind,
    Print,
    PrintedCells,
    heading,
    prose,
)
from tpxl.books.report.pdf import PdfPage, pdf_pages
from tpxl.books.report.regions import regions_of
from tpxl.books.report.running import Running, running_of
from tpxl.books.report.tags import is_tagged, tagged_passages
from tpxl.books.report.wrapped import with_rows
from tpxl.errors import TpxlError
from tpxl.terms import fold

_FEWEST_ENTRIES = 5
_OF_PAGES = 1
"""The level of running heads: above every heading of the text."""


def pdf_passages(data: bytes, book: str) -> list[Passage]:
    """Return the passages of a PDF.

    Raises:
        TpxlError: it is a scan, damaged, encrypted or too long, or PDFium is not installed.
    """
    pages = list(pdf_pages(data, book))
    if not any(page.words for page in pages):
        raise TpxlError("report_scanned", book=book)
    whole = _continued(_tagged(pages) if is_tagged(pages) else _placed(pages))
    return list(with_parted_tables(with_borrowed_heads(whole)))


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
    running = running_of(pages, body)
    placed = [list(_of_page(page, running, body, levels)) for page in pages]
    return list(_sectioned(pages, placed, running))


def _sectioned(
    pages: Sequence[PdfPage], placed: Sequence[list[Passage]], running: Running
) -> Iterator[list[Passage]]:
    """Yield the passages of pages, a heading first where a running head changes.

    Where a heading of the text has said so already, it says no more.
    """
    said: set[str] = set()
    for page, passages in zip(pages, placed, strict=True):
        section = running.sections.get(page.number)
        if section is not None and fold(section.text) not in said:
            said = {fold(section.text)}
            yield [heading(_OF_PAGES, section), *passages]
        else:
            yield passages
        said.update(fold(one.text) for one in passages if one.kind is PassageKind.HEADING)


def _levels(pages: Sequence[PdfPage], body: float) -> list[float]:
    """Return the sizes of letters that are larger than the text's, the largest first."""
    larger = Counter(
        round(word.size, 1) for page in pages for word in page.words if word.size > 1.08 * body
    )
    return sorted(larger, reverse=True)


def _of_page(
    page: PdfPage, running: Running, body: float, levels: Sequence[float]
) -> Iterator[Passage]:
    drawn = drawn_tables(page)
    taken = {word for one in drawn for word in one.words}
    loose = [word for word in page.words if word not in taken] if taken else page.words
    lines = running.without(lines_of(loose, page.upright_rules), page)
    for region in regions_of(lines, page, drawn, body):
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
    numbers = [int(texts[0]) for texts in said if len(texts) == 1 and texts[0].isdecimal()]
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
    rank = levels.index(size) if size in levels else len(levels)
    return heading(_OF_PAGES + 1 + rank, said)


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
    again = heads_of(below)
    heads = heads_of(above)[-len(again) :] if again else ()
    if any(len(row) > 1 for row in again) and list(map(_texts, heads)) == list(map(_texts, again)):
        return above._replace(rows=tuple(with_rows(above.rows, below.rows[len(again) :])))
    if begins_with_figures(below) and stands_under(above, below):
        return above._replace(rows=tuple(with_rows(above.rows, below.rows)))
    return None


def _texts(row: PrintedCells) -> dict[int, str]:
    return {column: cell.text for column, cell in row.items()}
