"""Columns of a Word table: those that a loop multiplied as wide together as in the template.

Widths in shares of the text follow the page's margins, and so do the right edges of headers,
footers and contents: a margin that staff change takes all of them along.
"""

from collections.abc import Iterable
from itertools import pairwise

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

from tpxl.jobs.export.text_metrics import text_width

LEAD, TOTAL = "tpxl-lead", "tpxl-total"
"""Marks on a table between template and document; no document keeps them."""

PERCENT_UNITS = 5000
"""The whole width of the text, in fiftieths of a per cent."""

MOST_COLUMNS = 8
"""More columns of figures than this do not stand side by side on an upright page."""

LETTERS, PADDING, PER_PIXEL = 10, 240, 15
"""Letters that figures are measured in, in points; a cell's margins and a pixel in twentieths."""

WIDEST = 31_680
"""The widest page there is, in twentieths of a point."""


def text_width_of(body: etree._Element) -> int:
    """Return the width of the text on the first page, in twentieths of a point."""
    section = next(body.iter(qn("w:sectPr")), None)
    if section is None:
        return WIDEST
    size, edges = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
    if size is None or edges is None:
        return WIDEST
    sides = ("left", "right", "gutter")
    return int(size.get(qn("w:w"))) - sum(int(edges.get(qn(f"w:{side}"), "0")) for side in sides)


def follow_margins(body: etree._Element, styles: etree._Element) -> None:
    """Scale the tables whose width is a share of the text, move the stops at its right edge."""
    room = text_width_of(body)
    if room == WIDEST:
        return
    for table in body.iter(qn("w:tbl")):
        width = table.find(f"{qn('w:tblPr')}/{qn('w:tblW')}")
        columns = list(table.find(qn("w:tblGrid")))
        total = sum(int(column.get(qn("w:w"), "0")) for column in columns)
        if width is None or width.get(qn("w:type")) != "pct" or not total:
            continue
        share = float(width.get(qn("w:w")).rstrip("%")) / PERCENT_UNITS
        for column in columns:
            wide = round(int(column.get(qn("w:w"), "0")) * room * share / total)
            column.set(qn("w:w"), str(wide))
    for style in styles.findall(qn("w:style")):
        name = style.find(qn("w:name")).get(qn("w:val"))
        stops = list(style.iter(qn("w:tab")))
        is_at_edge = [stop.get(qn("w:val")) for stop in stops] == ["right"]
        if is_at_edge and name.startswith(("header", "footer", "toc ")):
            stops[0].set(qn("w:pos"), str(room))


def remember_columns(body: etree._Element) -> int:
    """Mark the tables whose columns a loop makes with their total width and the labels' width.

    Returns the room that the narrowest of them has for such columns, in twentieths of a point.
    """
    rooms = []
    for table in body.iter(qn("w:tbl")):
        lead = next((n for row in table.iter(qn("w:tr")) if (n := _lead(row)) is not None), None)
        widths = [int(column.get(qn("w:w"), "0")) for column in table.iter(qn("w:gridCol"))]
        if lead is not None and any(widths):
            table.set(LEAD, " ".join(map(str, widths[:lead])))
            table.set(TOTAL, str(sum(widths)))
            if lead:
                rooms.append(sum(widths[lead:]))
    return min(rooms, default=WIDEST)


def columns_across(texts: Iterable[str], room: float) -> int:
    """Return how many columns of figures, with such texts in them, have room side by side.

    `room` is in twentieths of a point, of letters as wide as Calibri's of ten points.
    """
    widest = max((text_width(text, LETTERS, bold=True) for text in texts), default=1)
    return max(1, min(MOST_COLUMNS, int(room // (widest * PER_PIXEL + PADDING))))


def fit_columns(body: etree._Element) -> None:
    """Give the marked tables their width: labels as in the template, the rest in equal parts.

    A row whose columns a loop made of nothing goes: a table without headings has no header.
    """
    for table in body.iter(qn("w:tbl")):
        for row in table.findall(qn("w:tr")):
            if row.find(qn("w:tc")) is None:
                table.remove(row)
        if (total := table.attrib.pop(TOTAL, None)) is None:
            continue
        lead = [int(width) for width in table.attrib.pop(LEAD).split()]
        rows = table.findall(qn("w:tr"))
        count = max((len(row.findall(qn("w:tc"))) for row in rows), default=0)
        _set_widths(table, _widths(int(total), lead, count))


def _lead(row: etree._Element) -> int | None:
    for number, cell in enumerate(row.findall(qn("w:tc"))):
        if "{%tc" in "".join(text.text or "" for text in cell.iter(qn("w:t"))):
            return number
    return None


def _widths(total: int, lead: list[int], count: int) -> list[int]:
    looped = count - len(lead)
    if looped <= 0:
        return [total // max(1, count)] * count
    room = total - sum(lead)
    ends = [room * number // looped for number in range(looped + 1)]
    return [*lead, *(end - start for start, end in pairwise(ends))]


def _set_widths(table: etree._Element, widths: list[int]) -> None:
    grid = table.find(qn("w:tblGrid"))
    for column in list(grid):
        grid.remove(column)
    for width in widths:
        column = OxmlElement("w:gridCol")
        column.set(qn("w:w"), str(width))
        grid.append(column)
    for row in table.findall(qn("w:tr")):
        for cell, width in zip(row.findall(qn("w:tc")), widths, strict=False):
            _set_cell_width(cell, width)


def _set_cell_width(cell: etree._Element, width: int) -> None:
    properties = cell.find(qn("w:tcPr"))
    if properties is None:
        properties = OxmlElement("w:tcPr")
        cell.insert(0, properties)
    size = properties.find(qn("w:tcW"))
    if size is None:
        size = OxmlElement("w:tcW")
        properties.insert(0, size)
    size.set(qn("w:w"), str(width))
    size.set(qn("w:type"), "dxa")
