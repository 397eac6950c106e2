"""Ohje: what to do in which order, and what fills and severities mean."""

from xlsxwriter.format import Format

from tpxl.master import page
from tpxl.master.city import GuidePart
from tpxl.master.draft import Draft
from tpxl.master.lettering import line_count
from tpxl.master.styles import SEVERITIES

NAME = "Ohje"
_WIDTHS: list[float] = [26, 88]


def _look(draft: Draft, name: str) -> Format:
    """Return the very look a legend explains: a severity's or a cell's."""
    if name in SEVERITIES:
        return draft.styles.severity(name)
    return draft.styles(*name.split())


def _part(sheet: page.Sheet, draft: Draft, row: int, part: GuidePart) -> int:
    row = page.heading(sheet, draft, row, part.heading, len(_WIDTHS))
    for place, (word, text) in enumerate(part.rows):
        look = _look(draft, part.looks[place]) if part.looks else draft.styles("cell", "bold")
        sheet.write_typed(row + place, 0, word, look)
        sheet.write_typed(row + place, 1, text, draft.styles("cell", "fold"))
        sheet.grow(row + place, line_count(text, _WIDTHS[1]))
    return row + len(part.rows)


def write(draft: Draft) -> None:
    """Write the sheet."""
    city = draft.city
    sheet = page.add(draft, draft.words(NAME), "guide", _WIDTHS)
    page.head(
        sheet,
        draft,
        f"{draft.words('Tilinpäätös')} {city.year}, {city.of_city}",
        "Näin työkirja toimii",
    )
    row = page.FIRST_ROW
    for part in city.guide:
        row = _part(sheet, draft, row, part) + 1
    page.print_area(sheet, row, len(_WIDTHS))
    page.protect(sheet)
    sheet.fit_to_pages(1, 1)  # one look: no heading alone at the foot of a page
