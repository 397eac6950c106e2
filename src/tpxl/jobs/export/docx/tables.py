"""Columns of a Word table that a loop multiplied: as wide together as in the template."""

from itertools import pairwise

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

LEAD, TOTAL = "tpxl-lead", "tpxl-total"
"""Marks on a table between template and document; no document keeps them."""

WIDEST = 31_680
"""The widest page there is, in twentieths of a point."""


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


def fit_columns(body: etree._Element) -> None:
    """Give the marked tables their width: labels as in the template, the rest in equal parts."""
    for table in body.iter(qn("w:tbl")):
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
