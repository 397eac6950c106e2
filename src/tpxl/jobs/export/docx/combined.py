"""All areas in one Word document: in order, each with its own header, behind its contents.

Reports printed as Word documents: one area, or all of them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docx.document import Document
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

from tpxl.jobs.export.choices import Choices, document_wording
from tpxl.jobs.export.docx.contents import ContentsHeading, bookmark, contents, styled
from tpxl.jobs.export.docx.document import EARLIEST, WordTemplate, day_of, forget_people, saved
from tpxl.jobs.export.docx.tables import fit_columns
from tpxl.jobs.export.report import AreaReport
from tpxl.jobs.export.template.check import DOCUMENT, template_file
from tpxl.jobs.export.template.fields import Wording
from tpxl.messages.catalogue import Catalogue

LEVELS = ("heading 1", "heading 2")
"""The headings that the contents list, by the styles' names."""

_ENTRIES, _HEAD, _ABOVE = ("toc 1", "toc 2"), "TOC Heading", "Yläotsikko"


@dataclass(frozen=True, slots=True)
class Combined:
    """The document's file, and the headings that its contents list."""

    content: bytes
    headings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Front:
    """What stands before the areas: the document's title, the heading over its contents."""

    title: str
    contents: str


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


@dataclass(frozen=True, slots=True)
class _AreaPart:
    """An area in the document: its paragraphs and tables, and the section they stand in."""

    children: tuple[etree._Element, ...]
    section: etree._Element


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
        for child in children:
            self._list(child)
        self.parts.append(_AreaPart(children, section))

    def finished(self, front: Front, pages: Sequence[str] | None, *, is_linked: bool) -> Combined:
        """Return the document, the front before everything else."""
        listed = contents(
            self.headings,
            [self.styles.get(name, name) for name in _ENTRIES],
            pages,
            is_linked=is_linked,
        )
        head = (
            styled(
                self.styles.get(_ABOVE, "Normal"),
                "{kaupunki}  ·  {otsikko}".format_map(self.fields),
            ),
            styled(self.styles.get(LEVELS[0], "Heading1"), front.title),
            styled(self.styles.get(_HEAD, "TOCHeading"), front.contents),
        )
        with self.template.told():
            section = self._section({**self.fields, "vastuualue": front.title})
        self._put([_AreaPart((*head, *listed), section), *self.parts])
        forget_people(self.document, self.day)
        title = "{0}, {otsikko}".format(front.title, **self.fields)
        self.document.core_properties.title = title
        return Combined(saved(self.document), tuple(one.text for one in self.headings))

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
    """Prints reports as Word documents, from the template beside the book or tpxl's own."""

    def __init__(self, choices: Choices, words: Catalogue, beside: Path | None) -> None:
        """Read the template.

        Raises:
            TpxlError: it is missing, broken, or speaks of a field there is not.
        """
        file = template_file(DOCUMENT, beside)
        self._template = WordTemplate(file.name, file.content)
        self.template = Path(file.name)
        self._wording = document_wording(choices, words)
        self._front = Front(words.texts["export.combined"], words.texts["export.contents"])

    def one(self, report: AreaReport) -> bytes:
        """Return an area's document."""
        return self._template.render(report, self._wording)

    def all(
        self, reports: Iterable[AreaReport], pages: Sequence[str] | None, *, is_linked: bool
    ) -> Combined:
        """Return one document of all areas; `pages` are the numbers in its contents, if known."""
        return combined(
            self._template,
            reports,
            self._wording,
            self._front,
            pages=pages,
            is_linked=is_linked,
        )
