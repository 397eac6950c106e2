"""The area's report in Word, from the template that staff keep.

What the template's file says of the people and folders it went through does not go along, and the
tags that are filled are found with their places, wherever the filling would come upon them.
"""

import datetime as dt
import io
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import replace
from decimal import Decimal
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Length, Twips
from docxtpl import DocxTemplate, InlineImage
from lxml import etree

from tpxl.errors import TpxlError
from tpxl.jobs.export.docx import picture
from tpxl.jobs.export.docx.look import Styles
from tpxl.jobs.export.docx.properties import UnreadProperties
from tpxl.jobs.export.docx.tables import (
    LETTERS,
    columns_across,
    fit_columns,
    follow_margins,
    remember_columns,
    text_width_of,
)
from tpxl.jobs.export.drawing import WIDTH_CM, drawing_of, svg
from tpxl.jobs.export.files import day_of
from tpxl.jobs.export.report import AreaReport, Chart, decimals_of
from tpxl.jobs.export.template.check import TemplatePlace, TemplateTag, check, tags_in
from tpxl.jobs.export.template.fields import Wording, fields_of
from tpxl.jobs.export.template.package import check_package, reading
from tpxl.jobs.export.template.sandbox import Sandbox, filling

ACCENT = "#1F4E79"
"""The chart's colour where the template's first heading has none of its own."""

FIGURES_STYLE, WIDEST_FACE = "Luku", 1.26
"""The style of figures; how much wider its digits may be in another typeface than in Calibri."""

APP = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties '
    b'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
)

_SVG = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}"><asvg:svgBlip '
    'xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'r:embed="{}"/></a:ext></a:extLst>'
)
"""A picture's vector form, as Word has it since 2016."""

_PRIVATE_RELATIONS = ("/custom-properties", "/thumbnail")
_PRIVATE_SETTINGS = ("w:attachedTemplate", "w:rsids", "w:docVars", "w:mailMerge")

PROPERTIES = ("author", "comments", "identifier", "language", "subject", "title")
"""The document's properties that are filled like text."""

LONGEST_PROPERTY = 255


class WordTemplate:
    """A Word template, read and checked once; `render` fills it with an area."""

    def __init__(self, name: str, content: bytes) -> None:
        """Read a template's file.

        Raises:
            TpxlError: it is no Word document, speaks of a field there is not, or asks for what no
                template may.
        """
        self.name = name
        self.jinja = Sandbox(is_markup=True)
        with reading(name):
            check_package(name, content)
            document = _document(name, content)
            for tags in tags_of(document):
                check(name, tags)
            self._wide = min(Cm(WIDTH_CM), Twips(text_width_of(document.element.body)))
            follow_margins(document.element.body, document.styles.element)
            self._room = remember_columns(document.element.body)
            self._content = saved(document)
            self._breadth = _breadth(document)
            self._accent = _accent(document)

    @property
    def breadth(self) -> float:
        """Return how wide the template's figures are beside Calibri's of ten points."""
        return self._breadth

    @property
    def accent(self) -> str:
        """Return the charts' colour."""
        return self._accent

    def open(self) -> DocxTemplate:
        """Return a copy of the template, to be filled once."""
        template = _Filling(io.BytesIO(self._content))
        template.init_docx()
        return template

    def fields(self, report: AreaReport, wording: Wording, into: DocxTemplate) -> dict[str, Any]:
        """Return the report's values; its chart becomes a picture in the document `into`."""
        worded = replace(
            wording,
            periods_across=_periods_across(report, wording, self._room / self._breadth),
            picture=lambda chart, _: _Picture(into, chart, self._accent, self._wide),
        )
        return fields_of(report, worded)

    def render(self, report: AreaReport, wording: Wording) -> bytes:
        """Return the area's document.

        Raises:
            TpxlError: the template asks for something that the area does not have.
        """
        template = self.open()
        fields = self.fields(report, wording, template)
        with self.told():
            template.render(fields, self.jinja)
            fit_columns(template.docx.element.body)
            forget_people(template.docx, day_of(report.year))
            return saved(template.docx)

    def told(self) -> AbstractContextManager[None]:
        """Tell what goes wrong while the template is filled as the template's fault."""
        return filling(self.jinja, self.name)


class _Filling(DocxTemplate):  # type: ignore[misc]  # docxtpl has no types
    """A template under filling, whose properties are texts and no markup: ``&`` is one letter."""

    def render_properties(self, context: dict[str, Any], jinja_env: Sandbox | None = None) -> None:
        """Fill the properties; the sandbox of the markup is not theirs."""
        del jinja_env
        fill_properties(self.docx, context)


def fill_properties(document: WordDocument, fields: Mapping[str, Any]) -> None:
    """Fill the fields in a document's properties."""
    plain, properties = Sandbox(is_markup=False), document.core_properties
    for name in PROPERTIES:
        filled = plain.from_string(getattr(properties, name)).render(fields)
        setattr(properties, name, filled[:LONGEST_PROPERTY])


def small_picture(
    document: WordDocument, chart: Chart, accent: str, wide: Length, letters: int
) -> etree._Element:
    """Return a run that holds a chart in a document, with its alternative text."""
    drawing = drawing_of(chart, accent, letters)
    inline = document.part.new_pic_inline(io.BytesIO(picture.png(drawing)), wide, None)
    _describe(inline, document.part, chart.description, svg(drawing))
    return parse_xml(f"<w:r {nsdecls('w')}><w:drawing>{inline.xml}</w:drawing></w:r>")


def _describe(inline: etree._Element, part: Part, description: str, vector: str) -> None:
    """Give a picture its name, its alternative text and its vector form."""
    inline.docPr.set("name", "Kaavio")
    for side in ("distT", "distB", "distL", "distR"):
        inline.set(side, "0")
    for properties in (inline.docPr, *inline.iter(qn("pic:cNvPr"))):
        properties.set("descr", description)
    _add_vector(inline, part, vector)


class _Picture(InlineImage):  # type: ignore[misc]  # docxtpl has no types
    """The chart in a run of its own, with its alternative text."""

    def __init__(self, template: DocxTemplate, chart: Chart, accent: str, wide: Length) -> None:
        drawing = drawing_of(chart, accent)
        super().__init__(template, io.BytesIO(picture.png(drawing)), width=wide)
        self._description, self._vector = chart.description, svg(drawing)

    def _insert_image(self) -> str:
        part = self.tpl.current_rendering_part
        inline = part.new_pic_inline(self.image_descriptor, self.width, self.height)
        _describe(inline, part, self._description, self._vector)
        return (
            f"</w:t></w:r><w:r><w:drawing>{inline.xml}</w:drawing></w:r>"
            '<w:r><w:t xml:space="preserve">'
        )

    __str__ = __html__ = _insert_image


def _add_vector(inline: etree._Element, part: Part, vector: str) -> None:
    """Put the drawing beside the pixels: who knows it shows it, who does not shows those."""
    package = part.package
    name = package.next_partname("/word/media/kaavio%d.svg")
    own = Part(name, "image/svg+xml", vector.encode(), package)
    blip = next(inline.iter(qn("a:blip")))
    blip.append(parse_xml(_SVG.format(part.relate_to(own, RELATIONSHIP_TYPE.IMAGE))))


def _document(name: str, content: bytes) -> WordDocument:
    document = Document(io.BytesIO(content))
    if document.styles.element.tag != qn("w:styles"):
        raise TpxlError("template_part_broken", template=name, part="word/styles.xml")
    return document


def saved(document: WordDocument) -> bytes:
    """Return the file of a document, the same bytes for the same document."""
    written, out = io.BytesIO(), io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            member = zipfile.ZipInfo(name)
            member.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(member, source.read(name))
    return out.getvalue()


def _breadth(document: WordDocument) -> float:
    """Return how wide the template's figures are beside Calibri's of ten points."""
    parts = document.part.package.iter_parts()
    theme = next((one.blob for one in parts if one.partname.startswith("/word/theme/")), None)
    styles = Styles(
        document.styles.element,
        None if theme is None else etree.fromstring(theme),
        UnreadProperties(),
    )
    look = styles.look(styles.names.get(FIGURES_STYLE, "")).run
    face = 1.0 if look.font.startswith(("Calibri", "Carlito")) else WIDEST_FACE
    return face * look.size / LETTERS


def _periods_across(report: AreaReport, wording: Wording, room: float) -> int:
    """Return how many columns of the report's figures have room side by side."""
    blocks = [block for section in report.sections for block in section.figures]
    texts = {
        str(wording.number(value, decimals_of(value)))
        for block in blocks
        for line in block.lines
        for value in line.values
        if isinstance(value, Decimal)
    }
    texts |= {period for block in blocks for period in block.periods}
    return columns_across(texts, room)


def _accent(document: WordDocument) -> str:
    for style in document.styles.element.findall(qn("w:style")):
        if style.find(qn("w:name")).get(qn("w:val")) == "heading 1":
            for color in style.iter(qn("w:color")):
                value = color.get(qn("w:val"))
                return ACCENT if value == "auto" else f"#{value}"
    return ACCENT


def forget_people(document: WordDocument, day: dt.datetime) -> None:
    """Empty the properties that name an author, a company, a folder; the title stays.

    `day` is the one that the document bears: of its making it would differ each time.
    """
    properties = document.core_properties
    for name in ("author", "last_modified_by", "comments", "keywords", "category", "subject"):
        setattr(properties, name, "")
    properties.revision = 1
    properties.created = properties.modified = day
    package = document.part.package
    for identifier, relation in list(package.rels.items()):
        if relation.reltype.endswith(_PRIVATE_RELATIONS):
            del package.rels[identifier]
        elif relation.reltype == RELATIONSHIP_TYPE.EXTENDED_PROPERTIES:
            relation.target_part._blob = APP  # noqa: SLF001  # python-docx has no other way
    settings = document.settings.element
    for name in _PRIVATE_SETTINGS:
        for element in settings.findall(qn(name)):
            settings.remove(element)


def tags_of(document: WordDocument) -> Iterator[list[TemplateTag]]:
    """Yield the tags of each text that is filled by itself: body, headers, notes, properties."""
    yield list(_body_tags(document))
    for part in document.part.package.iter_parts():
        if part.content_type.endswith((".header+xml", ".footer+xml")):
            yield list(_part_tags(parse_xml(part.blob), "header"))
        elif part.content_type.endswith((".footnotes+xml", ".endnotes+xml")):
            yield list(_part_tags(parse_xml(part.blob), "notes"))
    for name in PROPERTIES:
        yield list(tags_in(getattr(document.core_properties, name), TemplatePlace("properties")))


def _body_tags(document: WordDocument) -> Iterator[TemplateTag]:
    tables = {table: n for n, table in enumerate(document.element.body.findall(qn("w:tbl")), 1)}
    number = 0
    for paragraph in document.element.body.iter(qn("w:p")):
        cells = list(paragraph.iterancestors(qn("w:tc")))
        if not cells:
            number += 1
            yield from tags_in(_text(paragraph), TemplatePlace("paragraph", {"paragraph": number}))
            continue
        cell, row, table = cells[-1], cells[-1].getparent(), cells[-1].getparent().getparent()
        place = {
            "table": tables.get(table, 0),
            "row": table.findall(qn("w:tr")).index(row) + 1,
            "column": row.findall(qn("w:tc")).index(cell) + 1,
        }
        yield from tags_in(_text(paragraph), TemplatePlace("table", place))


def _part_tags(element: etree._Element, kind: str) -> Iterator[TemplateTag]:
    for paragraph in element.iter(qn("w:p")):
        yield from tags_in(_text(paragraph), TemplatePlace(kind))


def _text(paragraph: etree._Element) -> str:
    return "".join(one.text or "" for one in paragraph.iter(qn("w:t")))
