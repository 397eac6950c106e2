"""Reports in which no heading above a table says whose it is, or only a column's place does."""

from collections.abc import Callable, Sequence

from reportlab.pdfbase import pdfmetrics
from tests.books.report.styles import (
    BOLD,
    HEIGHT,
    MARGIN,
    PLAIN,
    WIDTH,
    Area,
    Known,
    Page,
    Rows,
    Typing,
    shown,
)

Head = Callable[[str, int], str]
"""What a running head says of an area, on a page."""


class _SectionedPage(Page):
    """A page whose running head names the section beside the report."""

    def __init__(self, typing: Typing, head: Head, area: str) -> None:
        self.head, self.area = head, area
        super().__init__(typing)

    def _begin(self) -> None:
        super()._begin()
        said = self.head(self.area, self.number)
        self.write(WIDTH - MARGIN, HEIGHT - 40, said, right=True, size=7)


def sections(
    areas: Sequence[Area], typing: Typing, head: Head = lambda area, _: area
) -> tuple[bytes, list[Known]]:
    """Return a report whose running heads alone name the areas; tables go on over pages."""
    page = _SectionedPage(typing._replace(has_running_heads=True), head, areas[0].name)
    for index, area in enumerate(areas):
        page.area = area.name
        if index:
            page.turn()
        page.heading("Talousarvion toteutuminen")
        page.down(2)
        for rows in area.tables:
            _table(page, area.name, rows, corner="Euroa", goes_on="jatkuu")
    return page.done()


def corners(areas: Sequence[Area], typing: Typing) -> tuple[bytes, list[Known]]:
    """Return a report under one heading, each table's area in its corner."""
    page = Page(typing)
    page.heading("K\u00e4ytt\u00f6talousosan toteutumisvertailu")
    page.down(3)
    for area in areas:
        for rows in area.tables:
            page.room_for(len(rows.rows) + 3)
            _table(page, area.name, rows, corner=area.name)
            page.down(1)
    return page.done()


def _table(page: Page, area: str, rows: Rows, *, corner: str, goes_on: str = "") -> None:
    """Draw a table whose headings are as wide as their columns: they nearly touch."""
    size = page.typing.size
    widths = [pdfmetrics.stringWidth(heading, BOLD, size) for heading in rows.headings]
    wide = max(*widths, 52 * size / 9) + 2.5
    edges = [WIDTH - MARGIN - wide * n for n in range(len(rows.headings) - 1, -1, -1)]

    def head() -> None:
        page.write(MARGIN, page.y, corner, bold=True)
        for edge, heading in zip(edges, rows.headings, strict=True):
            page.write(edge, page.y, heading, right=True, bold=True)
        page.down(1.2)

    head()
    for index, (label, numbers) in enumerate(rows.rows):
        page.write(MARGIN, page.y, label)
        for edge, heading, number in zip(edges, rows.headings, numbers, strict=True):
            page.write(edge, page.y, shown(number, page.typing), right=True)
            page.know(area, label, heading, number)
        is_last = index == len(rows.rows) - 1
        if goes_on and not is_last and page.full:
            page.write(WIDTH - MARGIN, page.y - page.step, goes_on, right=True)
        if page.down() and page.typing.repeats_header and not is_last:
            head()


_PROSE = (
    "Toimintavuosi oli vakaa. Vuonna 2025 k\u00e4ynnistyi 12 hanketta, joista 3 siirtyi "
    "seuraavalle vuodelle. Menot ylittyiv\u00e4t 1,2 milj. euroa, ja v\u00e4ke\u00e4 oli 214. "
)


def prose_beside(areas: Sequence[Area], typing: Typing) -> tuple[bytes, list[Known]]:
    """Return a report whose headings reach over a table and a column of prose on its right."""
    page = Page(typing._replace(size=min(typing.size, 7.0)))
    for area in areas:
        if page.y < 260:
            page.turn()
        page.heading(area.name)
        top = page.y - 2.5 * page.step
        low = top
        for line in _wrapped((_PROSE * 3).split(), 150, page.typing.size):
            page.write(400, low, line)
            low -= page.step
        y = top
        for rows in area.tables:
            y = _left_table(page, area.name, rows, y) - 2 * page.step
        page.y = min(low, y) - 2 * page.step
    return page.done()


def _wrapped(words: Sequence[str], room: float, size: float) -> list[str]:
    lines = [""]
    for word in words:
        longer = f"{lines[-1]} {word}".strip()
        if pdfmetrics.stringWidth(longer, PLAIN, size) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _left_table(page: Page, area: str, rows: Rows, y: float) -> float:
    edges = [250.0 + 60 * index for index in range(len(rows.headings))]
    for edge, heading in zip(edges, rows.headings, strict=True):
        page.write(edge, y, heading, right=True, bold=True)
    for label, numbers in rows.rows:
        y -= 1.2 * page.step
        page.write(MARGIN, y, label)
        for edge, heading, number in zip(edges, rows.headings, numbers, strict=True):
            page.write(edge, y, shown(number, page.typing), right=True)
            page.know(area, label, heading, number)
    return y
