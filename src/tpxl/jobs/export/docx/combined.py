"""All areas in one Word document: in order, each with its own header, behind its contents.

Reports printed as Word documents: one area, or all of them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from docx.document import Document
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Twips
from lxml import etree

from tpxl.jobs.export.choices import Choices, document_wording
from tpxl.jobs.export.docx.contents import ContentsHeading, bookmark, contents, styled
from tpxl.jobs.export.docx.document import (
    WordTemplate,
    fill_properties,
    forget_people,
    saved,
    small_picture,
)
from tpxl.jobs.export.docx.front import (
    CHART_LETTERS,
    CHARTS_ACROSS,
    Front,
    FrontWriter,
)
from tpxl.jobs.export.docx.tables import fit_columns, text_width_of
from tpxl.jobs.export.files import EARLIEST, day_of
from tpxl.jobs.export.report import AreaReport
from tpxl.jobs.export.template.check import DOCUMENT, template_file
from tpxl.jobs.export.template.fields import Wording
from tpxl.jobs.export.whole import AREAS, CONTENTS, FIGURES, titled, whole_of
from tpxl.messages.catalogue import Catalogue
from tpxl.terms.settings import PART_WORDS

LEVELS = ("heading 1", "heading 2")
"""The headings that the contents list, by the styles' names."""

_ENTRIES, _HEAD = ("toc 1", "toc 2"), "TOC Heading"
CHART_GAP = 420
"""Room between charts that stand side by side, in twentieths of a point."""
_GAP = '<w:r {}><w:rPr><w:sz w:val="20"/></w:rPr><w:t>\u2003\u2003</w:t></w:r>'
"""Two spaces, each as wide as its letters are high: ten points."""


@dataclass(frozen=True, slots=True)
class Combined:
    """The document's file, and the headings that its contents list."""

    content: bytes
    headings: tuple[str, ...]


def combined(
    template: WordTemplate,
    reports: Iterable[AreaReport],
    wording: Wording,
    front: Front,
    *,
    pages: Sequence[str] | None = None,
    is_linked: bool = True,
) -> Combined:
    """Return one document of all reports.

    `pages` are the numbers in the contents where they are known; a word processor fills them in
    otherwise. Without `is_linked` the contents are plain: what LibreOffice makes of a linked one
    has no tab order, and so is not accessible.

    Raises:
        TpxlError: the template asks for something that an area does not have.
    """
    joined = _Joined(template, wording)
    for report in reports:
        joined.add(report)
    return joined.finished(front, pages, is_linked=is_linked)


class _AreaPart(NamedTuple):
    """A part of the document: its paragraphs and tables, and the section they stand in."""

    children: tuple[etree._Element, ...]
    section: etree._Element
    is_contents: bool = False


class _Joined:
    """A document that areas are added to, one after the other."""

    def __init__(self, template: WordTemplate, wording: Wording) -> None:
        self.template, self.wording = template, wording
        self.word = template.open()
        self.word.render_init()
        self.document: Document = self.word.docx
        self.styles = _styles(self.document)
        self.parts: list[_AreaPart] = []
        self.headings: list[ContentsHeading] = []
        self.fields: dict[str, Any] = {}
        self.margins = 0
        self.day = EARLIEST

    def add(self, report: AreaReport) -> None:
        """Add an area."""
        self.day = max(self.day, day_of(report.year))
        self.fields = self.template.fields(report, self.wording, self.word)
        with self.template.told():
            body = self.word.fix_tables(self.word.build_xml(self.fields, self.template.jinja))
            section = self._section(self.fields)
            self.word.fix_docpr_ids(body)
            fit_columns(body)
        children = tuple(child for child in body if child.tag != qn("w:sectPr"))
        self.parts.append(_AreaPart(children, section))

    def finished(self, front: Front, pages: Sequence[str] | None, *, is_linked: bool) -> Combined:
        """Return the document, its parts in the order that was chosen."""
        parts = list(self._ordered(front))
        for part in parts:
            for child in part.children:
                self._list(child)
        listed = contents(
            self.headings,
            [self.styles.get(name, name) for name in _ENTRIES],
            pages,
            is_linked=is_linked,
        )
        head = styled(self.styles.get(_HEAD, "TOCHeading"), front.contents)
        for place, part in enumerate(parts):
            if part.is_contents:
                parts[place] = part._replace(children=(head, *listed))
        self._put(parts)
        forget_people(self.document, self.day)
        fill_properties(self.document, {**self.fields, "vastuualue": front.title})
        title = "{0}, {otsikko}".format(front.title, **self.fields)
        self.document.core_properties.title = title
        return Combined(saved(self.document), tuple(one.text for one in self.headings))

    def _ordered(self, front: Front) -> Iterator[_AreaPart]:
        """Yield the areas and the city's own parts; each begins a page."""
        room = text_width_of(self.document.element.body)
        writer = FrontWriter(front, self.styles, self.wording, room, self.template.breadth)
        fields = {**self.fields, "vastuualue": front.title}
        for name in front.parts:
            if name == AREAS:
                yield from self.parts
                continue
            with self.template.told():
                section = self._section(fields)
            if name == CONTENTS:
                yield _AreaPart((), section, is_contents=True)
                continue
            children = writer.part(name)
            if name == FIGURES:
                children += self._charts(front, room)
            yield _AreaPart(tuple(children), section)

    def _charts(self, front: Front, room: int) -> Iterator[etree._Element]:
        """Yield the areas' charts, side by side."""
        charts = front.whole.charts
        wide = Twips((room - CHART_GAP) // CHARTS_ACROSS)
        for start in range(0, len(charts), CHARTS_ACROSS):
            paragraph = styled(self.styles.get("Kuva", "Normal"), "")
            for small in map(titled, charts[start : start + CHARTS_ACROSS]):
                if paragraph.find(f".//{qn('w:drawing')}") is not None:
                    paragraph.append(parse_xml(_GAP.format(nsdecls("w"))))
                run = small_picture(
                    self.document, small.chart, self.template.accent, wide, CHART_LETTERS
                )
                paragraph.append(run)
            for properties in paragraph.iter(qn("wp:docPr")):
                self.word.docx_ids_index += 1
                properties.set("id", str(self.word.docx_ids_index))
            yield paragraph

    def _list(self, child: etree._Element) -> None:
        """Note a heading for the contents."""
        style = child.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        names = {self.styles.get(name): level for level, name in enumerate(LEVELS, 1)}
        level = names.get(style.get(qn("w:val"))) if style is not None else None
        text = "".join(one.text or "" for one in child.iter(qn("w:t"))).strip()
        if level is None or not text:
            return
        number = len(self.headings) + 1
        self.headings.append(ContentsHeading(text, level, f"_Toc{number:06}"))
        bookmark(child, self.headings[-1].bookmark, number)

    def _section(self, fields: Mapping[str, Any]) -> etree._Element:
        """Return the template's section with headers and footers of its own where they differ."""
        section = deepcopy(self.document.element.body.find(qn("w:sectPr")))
        for kind in ("header", "footer"):
            for reference in section.findall(qn(f"w:{kind}Reference")):
                own = self._margin(reference.get(qn("r:id")), kind, fields)
                reference.set(qn("r:id"), own)
        return section

    def _margin(self, relation: str, kind: str, fields: Mapping[str, Any]) -> str:
        part = self.document.part.rels[relation].target_part
        source = self.word.get_part_xml(part)
        if "{{" not in source and "{%" not in source:
            return relation
        xml = self.word.render_xml_part(
            self.word.patch_xml(source), part, fields, self.template.jinja
        )
        self.margins += 1
        name = PackURI(f"/word/{kind}{100 + self.margins}.xml")
        own = XmlPart.load(name, part.content_type, xml.encode(), part.package)
        for one in part.rels.values():
            own.load_rel(one.reltype, one._target, one.rId, one.is_external)  # noqa: SLF001
        return str(self.document.part.relate_to(own, self.document.part.rels[relation].reltype))

    def _put(self, parts: Sequence[_AreaPart]) -> None:
        """Fill the document's body with the parts, the last one's section at its end."""
        body = self.document.element.body
        for child in list(body):
            body.remove(child)
        for part in parts[:-1]:
            body.extend(part.children)
            body.append(_break(part.section))
        body.extend(parts[-1].children)
        body.append(parts[-1].section)
        self._drop_unused(body)

    def _drop_unused(self, body: etree._Element) -> None:
        used = {one.get(qn("r:id")) for one in _references(body)}
        rels = self.document.part.rels
        for identifier, relation in list(rels.items()):
            if relation.reltype.endswith(("/header", "/footer")) and identifier not in used:
                del rels[identifier]


def _references(body: etree._Element) -> Iterator[etree._Element]:
    yield from body.iter(qn("w:headerReference"), qn("w:footerReference"))


def _break(section: etree._Element) -> etree._Element:
    """Return the paragraph that ends a section."""
    paragraph, look = OxmlElement("w:p"), OxmlElement("w:pPr")
    look.append(section)
    paragraph.append(look)
    return paragraph


def _styles(document: Document) -> dict[str, str]:
    """Return the styles' identifiers by their names, which are the same in every language."""
    return {
        style.find(qn("w:name")).get(qn("w:val")): style.get(qn("w:styleId"))
        for style in document.styles.element.findall(qn("w:style"))
    }


class DocumentPrinter:
    """Prints reports as Word documents, from the template of staff's own or tpxl's."""

    def __init__(self, choices: Choices, words: Catalogue, templates: Path | None) -> None:
        """Read the template.

        Raises:
            TpxlError: it is missing, broken, or speaks of a field there is not.
        """
        file = template_file(DOCUMENT, templates)
        self._template = WordTemplate(file.name, file.content)
        self.template = Path(file.name)
        self._wording = document_wording(choices, words)
        self._words, self._parts = words, choices.parts or tuple(PART_WORDS)

    def one(self, report: AreaReport) -> bytes:
        """Return an area's document."""
        return self._template.render(report, self._wording)

    def all(
        self, reports: Iterable[AreaReport], pages: Sequence[str] | None, *, is_linked: bool
    ) -> Combined:
        """Return one document of all areas; `pages` are the numbers in its contents, if known."""
        kept = list(reports)
        texts = self._words.texts
        front = Front(
            texts["export.combined"],
            texts["export.contents"],
            self._parts,
            whole_of(kept, self._words),
            texts,
        )
        return combined(
            self._template, kept, self._wording, front, pages=pages, is_linked=is_linked
        )
