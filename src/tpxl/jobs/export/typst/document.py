"""A Word document as a Typst document: its pages, their margins, and what stands on them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tpxl.jobs.export.docx.properties import (
    Element,
    UnreadProperties,
    UnreadProperty,
    is_on,
    local,
    points,
    qn,
    value,
)
from tpxl.jobs.export.typst.package import Package
from tpxl.jobs.export.typst.source import (
    BOTTOM_EDGE,
    LINE,
    TOP_EDGE,
    length,
    literal,
    plain_text,
    set_text,
)
from tpxl.jobs.export.typst.tables import TableWriter
from tpxl.jobs.export.typst.text import Stretch, TextWriter, bullet, value_of

BODY = "word/document.xml"
_CONTENTS = re.compile(r"toc (\d)", re.IGNORECASE)
_SILENT = {"bookmarkStart", "bookmarkEnd", "proofErr", "sectPr", "permStart", "permEnd"}
_SECTION = {
    "headerReference", "footerReference", "pgSz", "pgMar", "titlePg", "type", "cols", "docGrid",
    "pgNumType", "noEndnote", "formProt", "bidi", "rtlGutter", "printerSettings", "paperSrc",
    "footnotePr", "endnotePr", "textDirection",
}  # fmt: skip
_MARK = "#metadata(none)<{}>"


@dataclass(frozen=True, slots=True)
class TypstDocument:
    """A document as Typst: its source, its pictures, the typefaces it asks for, what is unread.

    `row_heads` tells of each table, in order, whether the first cells of its rows name the rows;
    `day` is the moment that the document bears, in seconds since 1970.
    """

    source: str
    files: dict[str, bytes]
    fonts: tuple[str, ...]
    row_heads: tuple[bool, ...]
    unread: tuple[UnreadProperty, ...]
    day: int = 0


def typst_document(content: bytes) -> TypstDocument:
    """Return a Word document as Typst."""
    unread = UnreadProperties()
    package = Package(content, unread)
    writer = _DocumentWriter(package)
    source = writer.source()
    fonts = tuple(sorted(writer.fonts))
    return TypstDocument(
        source, writer.files, fonts, tuple(writer.row_heads), tuple(unread.found), package.day
    )


@dataclass(slots=True)
class _Item:
    """An item of a list: what it says, how far it stands from what is before it."""

    stretch: Stretch
    above: float


@dataclass(slots=True)
class _Flow:
    """Blocks as they come, and the space that the last one asks for below it."""

    out: list[str] = field(default_factory=list)
    below: float = 0
    style: str = ""
    items: list[_Item] = field(default_factory=list)
    has_contents: bool = False
    stretches: list[Stretch] = field(default_factory=list)


class _DocumentWriter:
    """Writes a document; each part of it has relations of its own."""

    def __init__(self, package: Package) -> None:
        self.package, self.unread = package, package.unread
        self.files: dict[str, bytes] = {}
        self.fonts: set[str] = set()
        self.row_heads: list[bool] = []
        self.tables = 0
        self.sections = 0
        self.height = 0.0

    def source(self) -> str:
        body = self.package.document.find(qn("w:body"))
        parts = [self._section(children, section) for children, section in _sections(body)]
        language, _, region = self.package.language.partition("-")
        return (
            f"#set document(title:{literal(self.package.title)})\n"
            f"#set text(lang:{literal(language)},region:{literal(region or language)},"
            f"hyphenate:false,costs:(hyphenation:600%,runt:300%),top-edge:{TOP_EDGE}em,"
            f"bottom-edge:{BOTTOM_EDGE}em,ligatures:false)\n"
            f"{plain_text()}\n"
            '#set par(spacing:0pt,linebreaks:"optimized")\n#set block(spacing:0pt)\n'
            "#show heading:it=>it.body\n" + "".join(parts)
        )

    def _section(self, children: Sequence[Element], section: Element) -> str:
        self.sections += 1
        self.unread.at("page")
        for one in section:
            if local(one) not in _SECTION:
                self.unread.note(local(one))
        kind = value(section.find(qn("w:type")), "nextPage")
        if self.sections > 1 and kind != "nextPage":
            self.unread.note(f"section type {kind}")
        columns = section.find(qn("w:cols"))
        if columns is not None and int(value_of(columns, "num") or 1) > 1:
            self.unread.note("cols")
        size, edges = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
        wide, high = points(size, "w") or 595, points(size, "h") or 842
        edge = {name: points(edges, name) or 0 for name in _EDGES}
        left, room = edge["left"] + edge["gutter"], 0.0
        room = wide - left - edge["right"]
        self.height = high - edge["top"] - edge["bottom"]
        mark = f"osa{self.sections}"
        header = self._margin(section, "header", room, mark)
        footer = self._margin(section, "footer", room, mark)
        flow = _Flow()
        text = TextWriter(self.package, self.package.relations(BODY), self.files, self.fonts)
        self._blocks(children, flow, text, room)
        start = section.find(qn("w:pgNumType"))
        number = value_of(start, "start") if start is not None else ""
        count = f"#counter(page).update({int(number)})" if number else ""
        return (
            f"#let ylos{self.sections}=[{header}]\n#let alas{self.sections}=[{footer}]\n"
            f"#let sivut{self.sections}(teksti)=context{{set page("
            f"width:{length(wide)},height:{length(high)},margin:(top:calc.max({length(edge['top'])},{length(edge['header'])}+measure(ylos{self.sections},"
            f"width:{length(room)}).height),bottom:calc.max({length(edge['bottom'])},"
            f"{length(edge['footer'])}+measure(alas{self.sections},width:{length(room)}).height),"
            f"left:{length(left)},right:{length(edge['right'])}),header-ascent:0pt,footer-descent:0pt,"
            f"header:block(height:100%,width:100%,inset:(top:{length(edge['header'])}))"
            f"[#align(top)[#ylos{self.sections}]],"
            f"footer:block(height:100%,width:100%,inset:(bottom:{length(edge['footer'])}))"
            f"[#align(bottom)[#alas{self.sections}]])\nteksti}}\n"
            f"#sivut{self.sections}[{_MARK.format(mark)}{count}{''.join(flow.out)}]\n"
        )

    def _margin(self, section: Element, kind: str, room: float, mark: str) -> str:
        """Return a header or a footer; the first page has its own where the section says so."""
        found = {
            value_of(one, "type") or "default": str(one.get(qn("r:id")))
            for one in section.findall(qn(f"w:{kind}Reference"))
        }
        usual = self._part(found.get("default", ""), kind, room)
        if not is_on(section.find(qn("w:titlePg"))):
            return usual
        first = self._part(found.get("first", ""), kind, room)
        return f"#context if here().page()==locate(<{mark}>).page() [{first}] else [{usual}]"

    def _part(self, relation: str, kind: str, room: float) -> str:
        part = self.package.relations(BODY).get(relation, "")
        tree = self.package.xml(part)
        if tree is None:
            return ""
        self.unread.at(kind)
        flow = _Flow()
        text = TextWriter(self.package, self.package.relations(part), self.files, self.fonts)
        tables = len(self.row_heads)
        self._blocks(tree, flow, text, room)
        del self.row_heads[tables:]  # a margin's tables are not read aloud
        below = f"#v({length(flow.below)})" if flow.below else ""  # it is of the margin's height
        return "".join([*flow.out, below])

    def _blocks(
        self, parent: Sequence[Element], flow: _Flow, text: TextWriter, room: float
    ) -> None:
        place = self.unread.kind, self.unread.place
        for child in parent:
            if not isinstance(child.tag, str):
                continue
            match local(child):
                case "p":
                    if place[0] == "page":
                        self.unread.at("paragraph", _first_words(child))
                    self._paragraph(child, flow, text)
                case "tbl":
                    self.tables += 1
                    if place[0] == "page":
                        self.unread.at("table", str(self.tables))
                    self._table(child, flow, text, room)
                case "sdt" | "sdtContent" | "ins" | "customXml":
                    self._blocks(child, flow, text, room)
                case name if name not in _SILENT | {"sdtPr", "sdtEndPr", "tcPr"}:
                    self.unread.note(name, is_content=True)
        self.unread.at(*place)
        self._flush(flow)

    def _paragraph(self, paragraph: Element, flow: _Flow, text: TextWriter) -> None:
        style, shown = text.look(paragraph)
        if _CONTENTS.fullmatch(self.package.styles.name(style)):
            self._flush(flow)
            if not flow.has_contents:
                flow.out.append(self._contents())
                flow.has_contents = True
            flow.below = shown.paragraph.after
            return
        stretch = text.stretch(paragraph)
        look = stretch.look
        is_tight = look.tight and flow.style == stretch.style
        above = 0 if is_tight else flow.below + look.before
        flow.stretches.append(stretch)
        flow.style = stretch.style
        if look.list is not None:
            if flow.items and flow.items[0].stretch.look.list != look.list:
                self._flush(flow)
            flow.items.append(_Item(stretch, above))
            flow.below = look.after
            return
        self._flush(flow)
        if stretch.is_empty:
            flow.below += stretch.run.size * LINE * look.line + look.before + look.after
            return
        flow.out.append(text.block(stretch, above + look.rule_room("top")))
        flow.below = look.after + look.rule_room("bottom")

    def _table(self, table: Element, flow: _Flow, text: TextWriter, room: float) -> None:
        self._flush(flow)

        def nested(cell: Element) -> tuple[str, Sequence[Stretch]]:
            inner = _Flow()
            self._blocks(cell, inner, text, room)
            return "".join(inner.out), inner.stretches

        place = len(self.row_heads)
        written = TableWriter(text, room, self.height, nested).write(table)
        self.row_heads.insert(place, written.has_row_heads)
        body = written.source
        if written.align in {"center", "right", "end"}:
            body = f"#align({'center' if written.align == 'center' else 'right'})[{body}]"
        options = f"above:{length(flow.below)},below:0pt,width:100%"
        if written.together and written.may_be_long:
            flow.out.append(
                f"#block({options})[#layout(page=>{{let it=[{body}]\n"
                "block(width:100%,breakable:measure(width:page.width,it).height>page.height,it)})]\n"
            )
        else:
            whole = "false" if written.together else "true"
            sticky = "true" if written.together and written.sticky else "false"
            flow.out.append(f"#block({options},breakable:{whole},sticky:{sticky})[{body}]\n")
        flow.below = 0
        flow.style = ""

    def _flush(self, flow: _Flow) -> None:
        """Write the list that has been gathered."""
        if not flow.items:
            return
        first = flow.items[0]
        look, run = first.stretch.look, first.stretch.run
        number, level = look.list or ("", 0)
        opening, place = bullet(self.package, number, level)
        if level:
            self.unread.note("ilvl")
        left = look.left or place.left
        hanging = -min(look.first or place.first, 0)
        gap = look.after if not look.tight else 0
        items = ",".join(f"[{item.stretch.source}]" for item in flow.items)
        indent = f"indent:{length(max(left - hanging, 0))}"
        inner = f"body-indent:{length(max(hanging - run.size / 2, 2))}"
        flow.out.append(
            f"#block(above:{length(first.above)},below:0pt,width:100%)["
            f"{set_text(look._replace(first=0), run)}"
            f"#{opening}{indent},{inner},spacing:{length(gap)},{items})]\n"
        )
        flow.items = []

    def _contents(self) -> str:
        """Return the contents, each level in the style that Word has for it."""
        shows = []
        depth = 0
        for level in range(1, 10):
            identifier = self.package.styles.names.get(f"toc {level}")
            if identifier is None:
                continue
            look, run = self.package.styles.look(identifier)
            self.fonts.add(run.font)
            depth = level
            shows.append(
                f"#show outline.entry.where(level:{level}):it=>block("
                f"above:{length(look.before + look.after)},below:0pt,"
                f"inset:(left:{length(look.left)}))[{set_text(look._replace(first=0), run)}"
                "#link(it.element.location(),it.body()+box(width:1fr,inset:(left:2pt,right:4pt),it.fill)+it.page())]\n"
            )
        return f"#[{''.join(shows)}#outline(title:none,depth:{depth})]\n"


_EDGES = ("top", "bottom", "left", "right", "header", "footer", "gutter")


def _sections(
    body: Element,
) -> Iterator[tuple[list[Element], Element]]:
    """Yield what stands in each section, and the section's own properties."""
    children: list[Element] = []
    for child in body:
        if local(child) == "sectPr":
            yield children, child
            return
        section = child.find(f"{qn('w:pPr')}/{qn('w:sectPr')}")
        if section is None or _text(child):
            children.append(child)
        if section is not None:
            yield children, section
            children = []


def _text(element: Element) -> str:
    return "".join(one.text or "" for one in element.iter(qn("w:t")))


SHOWN = 40


def _first_words(paragraph: Element) -> str:
    text = " ".join(_text(paragraph).split())
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
