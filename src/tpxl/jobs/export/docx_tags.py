"""The tags of a Word template with their places, wherever its filling would come upon them."""

from collections.abc import Iterator

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml import etree

from tpxl.jobs.export.placeholders import Place, Tag, tags_in

PROPERTIES = ("author", "comments", "identifier", "language", "subject", "title")
"""The document's properties that are filled like text."""


def tags_of(document: Document) -> Iterator[list[Tag]]:
    """Yield the tags of each text that is filled by itself: body, headers, notes, properties."""
    yield list(_body_tags(document))
    for part in document.part.package.iter_parts():
        if part.content_type.endswith((".header+xml", ".footer+xml")):
            yield list(_part_tags(parse_xml(part.blob), "header"))
        elif part.content_type.endswith((".footnotes+xml", ".endnotes+xml")):
            yield list(_part_tags(parse_xml(part.blob), "notes"))
    for name in PROPERTIES:
        yield list(tags_in(getattr(document.core_properties, name), Place("properties")))


def _body_tags(document: Document) -> Iterator[Tag]:
    tables = {table: n for n, table in enumerate(document.element.body.findall(qn("w:tbl")), 1)}
    number = 0
    for paragraph in document.element.body.iter(qn("w:p")):
        cells = list(paragraph.iterancestors(qn("w:tc")))
        if not cells:
            number += 1
            yield from tags_in(_text(paragraph), Place("paragraph", {"paragraph": number}))
            continue
        cell, row, table = cells[-1], cells[-1].getparent(), cells[-1].getparent().getparent()
        place = {
            "table": tables.get(table, 0),
            "row": table.findall(qn("w:tr")).index(row) + 1,
            "column": row.findall(qn("w:tc")).index(cell) + 1,
        }
        yield from tags_in(_text(paragraph), Place("table", place))


def _part_tags(element: etree._Element, kind: str) -> Iterator[Tag]:
    for paragraph in element.iter(qn("w:p")):
        yield from tags_in(_text(paragraph), Place(kind))


def _text(paragraph: etree._Element) -> str:
    return "".join(one.text or "" for one in paragraph.iter(qn("w:t")))
