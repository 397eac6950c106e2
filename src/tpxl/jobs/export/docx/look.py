"""How a Word document looks: its styles, each with all that it is based on."""

from collections.abc import Mapping
from typing import NamedTuple

from tpxl.jobs.export.docx.properties import (
    SIDES,
    Border,
    Element,
    ParagraphLook,
    PropertyContext,
    RunLook,
    UnreadProperties,
    border_of,
    color_of,
    local,
    points,
    qn,
    read_paragraph,
    read_run,
    value,
)


class StyleLook(NamedTuple):
    """A style's look, whatever it is based on included."""

    paragraph: ParagraphLook
    run: RunLook


class TableLook(NamedTuple):
    """A table style: lines, cell margins in points, what its first row and column look like."""

    borders: Mapping[str, Border | None] = {}
    margins: Mapping[str, float] = {}
    parts: Mapping[str, "TablePart"] = {}


class TablePart(NamedTuple):
    """The look of a table's first row, last row or first column."""

    fill: str = ""
    run: Element | None = None


class Styles:
    """A document's styles, each resolved once."""

    def __init__(self, styles: Element, theme: Element | None, unread: UnreadProperties) -> None:
        """Read the defaults, and find the styles."""
        self.unread = unread
        self.context = PropertyContext(_theme_fonts(theme), unread)
        found = styles.findall(qn("w:style"))
        self.by_id = {str(one.get(qn("w:styleId"))): one for one in found}
        self.names = {value(one.find(qn("w:name"))): key for key, one in self.by_id.items()}
        self.default = next(
            (
                key
                for key, one in self.by_id.items()
                if one.get(qn("w:type")) == "paragraph" and one.get(qn("w:default")) in {"1", "on"}
            ),
            "",
        )
        defaults = styles.find(qn("w:docDefaults"))
        unread.at("style", "docDefaults")
        self.base = StyleLook(
            self.paragraph(_below(defaults, "pPrDefault", "pPr"), ParagraphLook()),
            self.run(_below(defaults, "rPrDefault", "rPr"), RunLook()),
        )
        self._looks: dict[str, StyleLook] = {}

    def name(self, identifier: str) -> str:
        """Return the name that people see of a style."""
        style = self.by_id.get(identifier)
        return identifier if style is None else value(style.find(qn("w:name")), identifier)

    def chain(self, identifier: str) -> list[Element]:
        """Return a style and those it is based on, the first of them first."""
        chain: list[Element] = []
        while identifier in self.by_id and self.by_id[identifier] not in chain:
            chain.insert(0, self.by_id[identifier])
            identifier = value(chain[0].find(qn("w:basedOn")))
        return chain

    def look(self, identifier: str) -> StyleLook:
        """Return a paragraph style's look; of an unknown one that of the default style."""
        key = identifier if identifier in self.by_id else self.default
        if key not in self._looks:
            place = self.unread.kind, self.unread.place
            paragraph, run = self.base
            for style in self.chain(key):
                self.unread.at("style", self.name(str(style.get(qn("w:styleId")))))
                paragraph = self.paragraph(style.find(qn("w:pPr")), paragraph)
                run = self.run(style.find(qn("w:rPr")), run)
            self._looks[key] = StyleLook(paragraph, run)
            self.unread.at(*place)
        return self._looks[key]

    def table(self, identifier: str) -> TableLook:
        """Return a table style's look."""
        borders: dict[str, Border | None] = {}
        margins = {"left": 5.4, "right": 5.4, "top": 0.0, "bottom": 0.0}
        parts: dict[str, TablePart] = {}
        place = self.unread.kind, self.unread.place
        for style in self.chain(identifier):
            self.unread.at("style", self.name(str(style.get(qn("w:styleId")))))
            properties = style.find(qn("w:tblPr"))
            if properties is not None:
                borders |= self.borders(properties.find(qn("w:tblBorders")))
                margins |= self.margins(properties.find(qn("w:tblCellMar")))
            for part in style.findall(qn("w:tblStylePr")):
                parts[str(part.get(qn("w:type")))] = self._part(part)
        self.unread.at(*place)
        return TableLook(borders, margins, parts)

    def _part(self, part: Element) -> TablePart:
        for group in (part.find(qn("w:tcPr")), part.find(qn("w:pPr"))):
            for one in group if group is not None else ():
                if local(one) != "shd":
                    self.unread.note(local(one))
        shade = part.find(f"{qn('w:tcPr')}/{qn('w:shd')}")
        fill = "" if shade is None else color_of(shade, "fill")
        return TablePart(fill, part.find(qn("w:rPr")))

    def borders(self, element: Element | None) -> dict[str, Border | None]:
        """Return the lines of a table or a cell by their sides; None where there is none."""
        found = {} if element is None else {local(one): one for one in element}
        for name in found.keys() - SIDES.keys():
            self.unread.note(name)
        return {
            SIDES[name]: border_of(one, self.unread) for name, one in found.items() if name in SIDES
        }

    def margins(self, element: Element | None) -> dict[str, float]:
        """Return the margins of a table's cells by their sides, in points."""
        sides = {} if element is None else {SIDES.get(local(one), ""): one for one in element}
        return {side: points(one, "w") or 0 for side, one in sides.items() if side}

    def run(self, properties: Element | None, look: RunLook) -> RunLook:
        """Return the look with a run's own properties, those of its character style before."""
        if properties is None:
            return look
        style = value(properties.find(qn("w:rStyle")))
        for one in self.chain(style):
            look = self.run(one.find(qn("w:rPr")), look)
        return read_run(properties, look, self.context)

    def paragraph(self, properties: Element | None, look: ParagraphLook) -> ParagraphLook:
        """Return the look with a paragraph's own properties."""
        return look if properties is None else read_paragraph(properties, look, self.context)


def _below(element: Element | None, *names: str) -> Element | None:
    for name in names:
        element = None if element is None else element.find(qn(f"w:{name}"))
    return element


def _theme_fonts(theme: Element | None) -> dict[str, str]:
    """Return the theme's typefaces: `major` of headings, `minor` of text."""
    drawing = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
    found = {}
    for kind in ("major", "minor"):
        latin = None if theme is None else theme.find(f".//{drawing}{kind}Font/{drawing}latin")
        if latin is not None and latin.get("typeface"):
            found[kind] = str(latin.get("typeface"))
    return found
