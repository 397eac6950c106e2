"""Running lines of a report's pages: heads, feet, page numbers, and sections that heads name."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from tpxl.books.report.columns import heads_columns
from tpxl.books.report.lines import TextLine, TextRun, lines_of
from tpxl.books.report.passages import Print
from tpxl.books.report.pdf import PdfPage
from tpxl.terms.known import is_known
from tpxl.terms.periods import period_of, year_of
from tpxl.terms.sections import is_caption

_HEAD, _FOOT = 0.12, 0.92
_BESIDE = 0.2
"""The share of a page, above and below, in which the neighbours of running lines stand."""
_FEWEST_REPEATS = 3
_EVERY_OTHER = 2
_PAGE_NUMBER = re.compile(
    r"(?:(?:sivu|sida|page|s\.)\s*)?\d{1,4}(?:\s*[/(]\s*\d{1,4}\s*\)?)?", re.IGNORECASE
)
_TALL_GAP, _FAR = 0.5, 2.0
"""Heights of a line that part it from others, and a head from columns that it does not head."""
_LARGER = 1.08
_FEW = 0.1
"""The share of pages that may have something else where the others have their running head."""
_LONGEST_NAME = 60

_Mark = tuple[str, int]
"""What a running line says without its numbers, and its height on the page."""
_Lines = Mapping[int, Sequence[TextLine]]
"""Lines by the number of their page."""


class Running(NamedTuple):
    """The marks of running lines, and by page the section that its head names."""

    marks: frozenset[_Mark]
    sections: Mapping[int, Print]

    def without(self, lines: Sequence[TextLine], page: PdfPage) -> list[TextLine]:
        """Return a page's lines but those that run; a year beside others is no page's number."""
        section = self.sections.get(page.number)
        head = None if section is None else section.box
        return [
            line
            for index, line in enumerate(lines)
            if not (_is_edge(line, page) and self._is_running(line, page))
            and not (_is_page_number(line, page) and not _is_year_beside(lines, index))
            and not (head is not None and any(run.box == head for run in line.runs))
        ]

    def _is_running(self, line: TextLine, page: PdfPage) -> bool:
        text, height = _mark(line.text, line, page)
        return any((text, height + near) in self.marks for near in (-1, 0, 1))


def _is_page_number(line: TextLine, page: PdfPage) -> bool:
    return _is_edge(line, page) and _PAGE_NUMBER.fullmatch(line.text) is not None


def running_of(pages: Sequence[PdfPage], body: float) -> Running:
    """Return what runs over the pages; `body` is the size of the letters of the text."""
    edges = {page.number: _edge_lines(page) for page in pages}
    clear = {page.number: list(_clear_lines(page, edges[page.number])) for page in pages}
    return Running(_repeated(pages, clear), _sections(pages, edges, clear, body))


def _repeated(pages: Sequence[PdfPage], lines: _Lines) -> frozenset[_Mark]:
    """Return the lines that stand on many pages at one height."""
    seen: dict[_Mark, list[int]] = defaultdict(list)
    for page in pages:
        for mark in {_mark(line.text, line, page) for line in lines[page.number]}:
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


def _sections(
    pages: Sequence[PdfPage], edges: _Lines, clear: _Lines, body: float
) -> dict[int, Print]:
    """Return what running heads name that is not the same on all pages, by page.

    They stand at one height on page after page, in letters no larger than the text's, and nothing
    else stands there: the text begins with this here and with that there.
    """
    found: dict[int, dict[int, list[TextRun]]] = defaultdict(dict)
    others: dict[int, set[int]] = defaultdict(set)
    for page in pages:
        heads = [line for line in edges[page.number] if line.top < _HEAD * page.height]
        for line in heads:
            height = _mark("", line, page)[1]
            if line in clear[page.number] and all(_is_small(run, body) for run in line.runs):
                found[height][page.number] = list(line.runs)
            else:
                for near in (height - 1, height, height + 1):
                    others[near].add(page.number)
    sections: dict[int, Print] = {}
    for height, runs in found.items():
        if _runs_on(sorted(runs)) and len(others[height] - runs.keys()) <= _FEW * len(runs):
            sections.update(_named(runs))
    return sections


def _is_small(run: TextRun, body: float) -> bool:
    return run.size <= _LARGER * body


def _named(runs: Mapping[int, Sequence[TextRun]]) -> Iterator[tuple[int, Print]]:
    """Yield the pages whose head says one thing beside what all of them say."""
    texts = [frozenset(_bare(run.text) for run in row) for row in runs.values()]
    common = frozenset.intersection(*texts)
    for page, row in runs.items():
        told = [run for run in row if not _PAGE_NUMBER.fullmatch(run.text)]
        own = [run for run in told if _bare(run.text) not in common]
        if len(own) == 1 and _may_name(own[0].text):
            yield page, Print(own[0].text, page, own[0].box)


def _may_name(text: str) -> bool:
    is_title = text[:1].isupper() or (text[:1].isdigit() and any(map(str.isalpha, text)))
    is_whole = text[-1:].isalnum() or text[-1:] == ")"
    is_ours = is_known(text) or is_caption(text) or period_of(text) is not None
    return is_title and is_whole and len(text) <= _LONGEST_NAME and not is_ours


def _edge_lines(page: PdfPage) -> list[TextLine]:
    """Return the lines near the upper and the lower edge of a page, and their neighbours."""
    upper, lower = _BESIDE * page.height, (1 - _BESIDE) * page.height
    return lines_of(word for word in page.words if word.box.top < upper or word.box.bottom > lower)


def _clear_lines(page: PdfPage, lines: Sequence[TextLine]) -> Iterator[TextLine]:
    """Yield the lines at a page's edges that may run over all pages.

    They stand clear of other lines, and head no columns: those would stand by what they head.
    """
    for index, line in enumerate(lines):
        is_parted = line.text.endswith("-")  # it goes on below: a label at the page's edge
        is_words = not (is_parted or line.has_figures)
        if is_words and _is_edge(line, page) and _is_clear(lines, index):
            yield line


def _is_edge(line: TextLine, page: PdfPage) -> bool:
    return line.top < _HEAD * page.height or line.bottom > _FOOT * page.height


def _is_year_beside(lines: Sequence[TextLine], index: int) -> bool:
    return year_of(lines[index].text) is not None and not _is_clear(lines, index)


def _is_clear(lines: Sequence[TextLine], index: int) -> bool:
    """Tell whether a line stands clear of the one above and the one below it."""
    line = lines[index]
    beside = [*lines[max(0, index - 1) : index], *lines[index + 1 : index + 2]]
    clear = _FAR if heads_columns(line) else _TALL_GAP
    return all(
        max(one.top - line.bottom, line.top - one.bottom) > clear * line.height for one in beside
    )


def _mark(text: str, line: TextLine, page: PdfPage) -> _Mark:
    """Return what tells a running line: its words without numbers, and its height."""
    from_foot = line.top > page.height / 2
    height = page.height - line.bottom if from_foot else line.top
    return _bare(text), round(height / 6) * (-1 if from_foot else 1)


def _bare(text: str) -> str:
    """Return a text with each number of it the same: a page's own is no other text."""
    return re.sub(r"\d+", "0", text)
