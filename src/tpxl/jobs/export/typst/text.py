"""Paragraphs of Word as Typst: their runs, fields, links and pictures."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from lxml import etree

from tpxl.jobs.export.docx.look import StyleLook
from tpxl.jobs.export.docx.properties import (
    Element,
    ParagraphLook,
    RunLook,
    child_of,
    local,
    qn,
    value,
)
from tpxl.jobs.export.text_metrics import width
from tpxl.jobs.export.typst.package import Package
from tpxl.jobs.export.typst.source import (
    color,
    is_shipped,
    length,
    literal,
    set_run,
    set_text,
    stroke,
    weight,
)

EMU = 12_700
"""Units of a drawing in a point."""
_WRAPPERS = {
    "hyperlink",
    "smartTag",
    "ins",
    "sdt",
    "sdtContent",
    "customXml",
    "moveTo",
    "bdo",
    "dir",
}
"""Stand around runs and change nothing of them; a link is made one."""
_SILENT = {
    "pPr", "rPr", "bookmarkStart", "bookmarkEnd", "proofErr", "lastRenderedPageBreak", "del",
    "moveFrom", "permStart", "permEnd", "commentRangeStart", "commentRangeEnd", "commentReference",
    "sdtPr", "sdtEndPr", "smartTagPr", "annotationRef", "moveFromRangeStart", "moveFromRangeEnd",
    "moveToRangeStart", "moveToRangeEnd", "softHyphen",
}  # fmt: skip
"""Nothing of them is printed."""
_SYMBOLS = {"\uf0b7": "•", "\uf0a7": "▪", "o": "o", "\uf02d": "–", "·": "•"}
"""Bullets as Word writes them in its symbol fonts."""
_REFERENCES = ("PAGEREF", "TOC", "HYPERLINK")
PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp")
FEWEST_LETTERS, MEASURED, OTHER_FACE = 8, 100, 1.35
"""A shorter word is never hyphenated in a cell; the size that words are measured in; how much wider
they may be in another typeface than in the one they are measured in."""
LONG = 14
"""A word of so many letters may be parted in a text that is not justified."""
_LONGISH = re.compile(rf"(\S{{{FEWEST_LETTERS},}})")
_LONG = re.compile(rf"(\S{{{LONG},}})")
TOGETHER = "\u2060"
"""A word joiner: no line breaks beside it."""


class Stretch(NamedTuple):
    """A paragraph as Typst: its source, its look, whether anything is printed."""

    source: str
    look: ParagraphLook
    run: RunLook
    style: str
    is_listed: bool = True

    @property
    def is_empty(self) -> bool:
        """Tell whether the paragraph is an empty line."""
        return not self.source.strip()


@dataclass(slots=True)
class _Field:
    """A field that is being read: its code, and whether its last result is passed over."""

    code: str = ""
    is_shown: bool = False


@dataclass(slots=True)
class TextWriter:
    """Writes the texts of one part of a document."""

    package: Package
    relations: dict[str, str]
    files: dict[str, bytes]
    fonts: set[str]
    room: float | None = None
    """The width of the cell that is being written, in points: only a wider word is hyphenated."""
    parts_long: bool = False
    _fields: list[_Field] = field(default_factory=list)

    def stretch(self, paragraph: Element, row: Element | None = None) -> Stretch:
        """Return a paragraph's runs; `row` are the letters of the row of a table it stands in."""
        style, look = self.look(paragraph)
        run = self.package.styles.run(row, look.run) if row is not None else look.run
        self.fonts.add(run.font)
        self.parts_long = self.room is not None or (
            self.package.hyphenates and look.paragraph.parts_long
        )
        source = "".join(self._children(paragraph, run, look.paragraph))
        is_listed = look.paragraph.level is not None and self._is_listed(paragraph)
        return Stretch(source, look.paragraph, run, style, is_listed)

    def _is_listed(self, paragraph: Element) -> bool:
        """Tell whether contents list a heading: each one, or those that a contents' link names."""
        own = {value_of(one, "name") for one in paragraph.iter(qn("w:bookmarkStart"))}
        listed = self.package.listed
        return not listed or not own.isdisjoint(listed)

    def look(self, paragraph: Element) -> tuple[str, StyleLook]:
        """Return a paragraph's style and look: that of its style, with its own properties."""
        properties = child_of(paragraph, "w:pPr")
        style = "" if properties is None else value(child_of(properties, "w:pStyle"))
        base = self.package.styles.look(style)
        if properties is None or (style and len(properties) == 1):
            return style, base
        own = self.package.styles.paragraph(properties, base.paragraph)
        return style, base._replace(paragraph=own)

    def _children(self, parent: Element, base: RunLook, look: ParagraphLook) -> Iterator[str]:
        for child in parent:
            if not isinstance(child.tag, str):
                continue
            name = local(child)
            if name == "r":
                yield from self._run(child, base, look)
            elif name == "fldSimple":
                yield self._printed(str(child.get(qn("w:instr"), ""))) or "".join(
                    self._children(child, base, look)
                )
            elif name == "hyperlink":
                yield self._link(child, "".join(self._children(child, base, look)))
            elif name in _WRAPPERS:
                yield from self._children(child, base, look)
            elif name not in _SILENT:
                self.package.unread.note(name, is_content=True)

    def _link(self, link: Element, text: str) -> str:
        target = self.relations.get(str(link.get(qn("r:id"), "")), "")
        return (
            f"#link({literal(target)})[{text}]" if target.startswith(("http", "mailto:")) else text
        )

    def _run(self, run: Element, base: RunLook, look: ParagraphLook) -> Iterator[str]:
        own = self.package.styles.run(child_of(run, "w:rPr"), base)
        self.fonts.add(own.font)
        for child in run:
            name = local(child)
            if name == "fldChar":
                yield self._field_mark(value_of(child, "fldCharType"))
            elif name == "instrText" and self._fields:
                self._fields[-1].code += child.text or ""
            elif any(not one.is_shown for one in self._fields):
                continue
            elif name == "t":
                yield from self._words(child.text or "", own, base)
            else:
                yield self._sign(name, child, look)

    def _words(self, text: str, own: RunLook, base: RunLook) -> Iterator[str]:
        """Yield a text; only long words may be parted, in a cell those that do not fit."""
        if not self.parts_long or not text:
            yield set_run(text, own, base) if text else ""
            return
        long = _LONG if self.room is None else _LONGISH
        for piece in long.split(text):
            is_wide = long.fullmatch(piece) is not None and (
                self.room is None or _points(piece, own) * _breadth(own) > self.room
            )
            run = set_run(piece, own, base) if piece else ""
            yield f"#[#set text(hyphenate:true);{run}]" if is_wide else run

    def _sign(self, name: str, child: Element, look: ParagraphLook) -> str:
        """Return what stands in a run and is no text."""
        match name:
            case "tab" | "ptab":
                if look.tabs and not {*look.tabs} <= {"right", "center", "end"}:
                    self.package.unread.note("tabs")
                return "#h(1fr)"
            case "br" | "cr":
                is_page = value_of(child, "type") == "page"
                return "#colbreak(weak:true)" if is_page else "#linebreak()"
            case "noBreakHyphen":
                return f"#{literal(TOGETHER + '-' + TOGETHER)}"
            case "drawing":
                return self._drawing(child)
            case _ if name not in _SILENT:
                self.package.unread.note(name, is_content=True)
        return ""

    def _field_mark(self, kind: str) -> str:
        if kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            code = self._fields[-1].code
            printed = self._printed(code)
            self._fields[-1].is_shown = not printed
            return printed
        elif kind == "end" and self._fields:
            self._fields.pop()
        return ""

    def _printed(self, code: str) -> str:
        """Return what a field prints here; empty where its last result is to be printed."""
        name = (code.split() or [""])[0].upper()
        match name:
            case "PAGE":
                return "#context counter(page).display()"
            case "NUMPAGES" | "SECTIONPAGES":
                if name == "SECTIONPAGES":
                    self.package.unread.note(f"field {name}")
                return "#context str(counter(page).final().first())"
            case _ if name and name not in _REFERENCES:
                self.package.unread.note(f"field {name}")
        return ""

    def _drawing(self, drawing: Element) -> str:
        if drawing.find(qn("wp:anchor")) is not None:
            self.package.unread.note("anchor")
        blip = next(drawing.iter(qn("a:blip")), None)
        extent = next(drawing.iter(qn("wp:extent")), None)
        if blip is None or extent is None:
            self.package.unread.note("shape", is_content=True)
            return ""
        part = self.relations.get(_vector(blip) or str(blip.get(qn("r:embed"), "")), "")
        suffix = part[part.rfind(".") :].lower()
        if part not in self.package.parts or suffix not in PICTURES:
            self.package.unread.note(f"picture {suffix}", is_content=True)
            return ""
        name = f"{part.rpartition('/')[2]}"
        self.files[name] = self.package.parts[part]
        properties = next(drawing.iter(qn("wp:docPr")))
        wide, high = (length(int(extent.get(side)) / EMU) for side in ("cx", "cy"))
        said = properties.get("descr") or ""
        image = (
            f'image({literal(name)},width:{wide},height:{high},fit:"stretch",alt:{literal(said)})'
        )
        return f"#box({image})" if said else f"#pdf.artifact(box({image}))"

    def block(self, stretch: Stretch, above: float) -> str:
        """Return a paragraph as a block of its own, `above` points below what stands before."""
        look, run = stretch.look, stretch.run
        body = stretch.source
        if look.align in {"right", "center"}:
            body = f"#align({look.align})[{body}]"
        if look.level is not None:
            body = _heading(stretch, body)
        elif "#image(" not in body or "#pdf.artifact" in body:
            body = f"#par[{body}]"
        options = [
            f"above:{length(above)}",
            "below:0pt",
            "width:100%",
            f"sticky:{'true' if look.keep_next or look.level is not None else 'false'}",
        ]
        if look.keep_lines or look.level is not None:
            options.append("breakable:false")
        options += _box(look)
        rules = set_text(look, run, hyphenates=self.package.hyphenates)
        leap = "#pagebreak(weak:true)" if look.break_before else ""
        return f"{leap}#block({','.join(options)})[{rules}{body}]\n"

    def missing_fonts(self) -> list[str]:
        """Return the typefaces that are not the shipped one."""
        return sorted(font for font in self.fonts if not is_shipped(font))


def _heading(stretch: Stretch, body: str) -> str:
    """Return a heading in its own letters, which its line in the contents does not take over."""
    run = stretch.run
    outlined = "true" if stretch.is_listed else "false"
    return (
        f"#show heading:set text(size:{length(run.size)},{weight(bold=run.bold)},hyphenate:false)\n"
        f"#heading(level:{stretch.look.level},outlined:{outlined},bookmarked:true)[{body}]"
    )


def _box(look: ParagraphLook) -> Iterator[str]:
    """Yield a block's own lines, ground and indents."""
    if look.borders:
        lines = ",".join(f"{side}:{stroke(line)}" for side, line in look.borders)
        spaces = ",".join(f"{side}:{length(line.space)}" for side, line in look.borders)
        yield f"stroke:({lines})"
        yield f"outset:({spaces})"
    if look.fill:
        yield f"fill:{color(look.fill)}"
    left = look.left + min(look.first, 0)
    if left or look.right:
        yield f"inset:(left:{length(left)},right:{length(look.right)})"


def _breadth(look: RunLook) -> float:
    """Return how much wider a word may be in its own typeface than in the measured one."""
    return 1 if is_shipped(look.font) else OTHER_FACE


@lru_cache(maxsize=20_000)
def _points(word: str, look: RunLook) -> float:
    return width(word, MEASURED, bold=look.bold) * look.size / MEASURED


def value_of(element: Element, name: str) -> str:
    """Return an attribute of Word's own."""
    return str(element.get(qn(f"w:{name}"), ""))


def _vector(blip: Element) -> str | None:
    """Return the relation of the picture's vector form, None where it has none."""
    for one in blip.iter():
        if isinstance(one.tag, str) and etree.QName(one).localname == "svgBlip":
            return str(one.get(qn("r:embed")))
    return None


def bullet(package: Package, number: str, level: int) -> tuple[str, ParagraphLook]:
    """Return a list's marker as an argument of Typst's list, and where its text stands."""
    numbering = package.numbering
    plain = ('list(marker:[#"•"],', ParagraphLook())
    if numbering is None:
        return plain
    nums = {value_of(one, "numId"): one for one in numbering.findall(qn("w:num"))}
    abstract = value(nums[number].find(qn("w:abstractNumId"))) if number in nums else ""
    for one in numbering.findall(qn("w:abstractNum")):
        if value_of(one, "abstractNumId") != abstract:
            continue
        for deep in one.findall(qn("w:lvl")):
            if value_of(deep, "ilvl") == str(level):
                return _marker(package, deep)
    return plain


def _marker(package: Package, level: Element) -> tuple[str, ParagraphLook]:
    kind, text = value(level.find(qn("w:numFmt"))), value(level.find(qn("w:lvlText")))
    place = package.styles.paragraph(level.find(qn("w:pPr")), ParagraphLook())
    if kind == "bullet":
        sign = _SYMBOLS.get(text, text)
        if len(sign) == 1 and "\ue000" <= sign <= "\uf8ff":
            package.unread.note("lvlText")
            sign = "•"
        return f"list(marker:[#{literal(sign)}],", place
    patterns = {"decimal": "1", "lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i"}
    if kind not in patterns or text.count("%") != 1:
        package.unread.note(f"numFmt={kind}")
    before, _, after = text.partition("%")
    return f"enum(numbering:{literal(before + patterns.get(kind, '1') + after[1:])},", place
