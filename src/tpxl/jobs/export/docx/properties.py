"""The properties of letters and paragraphs in a Word document, each read into a look.

A property is either read, or known to change nothing on paper, or told: `Unread` collects what a
document asks for that nobody here follows.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache, partial
from typing import Any, NamedTuple, TypeAlias

from docx.oxml import ns
from lxml import etree

Element: TypeAlias = etree._Element  # noqa: SLF001  # lxml's only name for it
qn = cache(ns.qn)
"""A name of Word's with its namespace, each put together once."""
TWIPS = 20
"""Twentieths of a point, Word's unit of length."""
DEFAULT_FONT, DEFAULT_SIZE = "Calibri", 11.0
BLACK = "000000"


class UnreadProperty(NamedTuple):
    """What a document asks for and does not get, and where: the kind of place and its name.

    `is_content` tells that something which is to be read would be missing, not only a look.
    """

    name: str
    kind: str
    place: str
    is_content: bool = False


@dataclass(slots=True)
class UnreadProperties:
    """Collects unread properties; `kind` and `place` are where the reading stands."""

    found: dict[UnreadProperty, None] = field(default_factory=dict)
    kind: str = "page"
    place: str = ""

    def at(self, kind: str, place: str = "") -> None:
        """Note where the reading stands."""
        self.kind, self.place = kind, place

    def note(self, name: str, *, is_content: bool = False) -> None:
        """Note a property that is not followed."""
        self.found.setdefault(UnreadProperty(name, self.kind, self.place, is_content))


class RunLook(NamedTuple):
    """The look of letters: `size` and `tracking` in points, colours as six hexadecimal digits."""

    font: str = DEFAULT_FONT
    size: float = DEFAULT_SIZE
    bold: bool = False
    italic: bool = False
    color: str = BLACK
    underline: bool = False
    strike: bool = False
    caps: bool = False
    small_caps: bool = False
    shift: str = ""
    fill: str = ""
    tracking: float = 0


class Border(NamedTuple):
    """A line: its width and its distance from the text in points, its colour."""

    width: float
    color: str
    space: float = 0


class ParagraphLook(NamedTuple):
    """The look of a paragraph, lengths in points; `line` is a factor, or points where `exact`.

    `level` is that of a heading, from one; `list` the numbering and its level.
    """

    before: float = 0
    after: float = 0
    line: float = 1
    exact: bool = False
    keep_next: bool = False
    keep_lines: bool = False
    break_before: bool = False
    level: int | None = None
    align: str = "left"
    left: float = 0
    right: float = 0
    first: float = 0
    borders: tuple[tuple[str, Border], ...] = ()
    fill: str = ""
    list: tuple[str, int] | None = None
    tabs: tuple[str, ...] = ()
    whole_words: bool = False
    tight: bool = False

    @property
    def parts_long(self) -> bool:
        """Tell whether long words alone are parted: in a text that is ragged, and is no heading."""
        return self.align != "justify" and not self.whole_words and self.level is None

    def rule_room(self, side: str) -> float:
        """Return the room that the line on a side takes, in points."""
        line = dict(self.borders).get(side)
        return 0 if line is None else line.width + line.space


class PropertyContext(NamedTuple):
    """What the reading of a property needs: the theme's typefaces, and where to tell."""

    fonts: Mapping[str, str]
    unread: UnreadProperties


def value(element: Element | None, default: str = "") -> str:
    """Return an element's `w:val`."""
    return default if element is None else str(element.get(qn("w:val"), default))


def child_of(element: Element, name: str) -> Element | None:
    """Return the first child of a name; `find` reads it as a path, which takes twice as long."""
    return next(element.iterchildren(qn(name)), None)


def is_on(element: Element | None) -> bool:
    """Tell whether a property that is either on or off is on."""
    return element is not None and value(element, "on") not in {"0", "off", "false"}


def points(element: Element, *names: str) -> float | None:
    """Return the first of the attributes that is there, twentieths of a point in points."""
    said = next((text for name in names if (text := element.get(qn(f"w:{name}")))), None)
    try:
        return None if said is None else float(said) / TWIPS
    except ValueError:
        return None


def color_of(element: Element, name: str = "val", automatic: str = "") -> str:
    """Return an attribute's colour; `automatic` where the word processor is to choose."""
    said = str(element.get(qn(f"w:{name}"), "auto"))
    return automatic if said == "auto" else said


def border_of(element: Element, unread: UnreadProperties) -> Border | None:
    """Return a line, None for none."""
    if value(element) in {"nil", "none"}:
        return None
    if value(element) != "single":
        unread.note(f"border={value(element)}")
    width = float(element.get(qn("w:sz"), "4")) / 8
    return Border(width, color_of(element, "color", BLACK), float(element.get(qn("w:space"), "0")))


def local(element: Element) -> str:
    """Return an element's name; one that is not of Word's own main part has its prefix."""
    return _name(element.tag, element.prefix)


@cache
def _name(tag: str, prefix: str | None) -> str:
    name = tag.rpartition("}")[2]
    return name if tag == qn(f"w:{name}") else f"{prefix}:{name}"


HARMLESS_RUN = {
    "bCs", "iCs", "szCs", "rtl", "cs",  # for scripts that are written from the right
    "lang", "noProof", "webHidden", "specVanish",  # for who writes, not for who reads
    "kern", "snapToGrid",  # of a pair of letters; of a grid that no document here has
    "rStyle",  # read with the styles
    "w14:ligatures", "w14:cntxtAlts", "w14:numForm", "w14:numSpacing",
}  # fmt: skip
HARMLESS_PARAGRAPH = {
    "pStyle", "rPr", "sectPr",  # read elsewhere
    "widowControl", "suppressLineNumbers", "bidi", "adjustRightInd", "snapToGrid", "autoSpaceDE",
    "autoSpaceDN", "overflowPunct", "kinsoku", "wordWrap", "topLinePunct", "divId", "cnfStyle",
    "textAlignment", "mirrorIndents",
}  # fmt: skip
SHIFTS = {"superscript": "super", "subscript": "sub", "baseline": ""}
ALIGNMENTS = {
    "left": "left", "start": "left", "right": "right", "end": "right", "center": "center",
    "both": "justify", "distribute": "justify",
}  # fmt: skip
SIDES = {"top": "top", "bottom": "bottom", "left": "left", "right": "right"}
SIDES |= {"start": "left", "end": "right", "insideH": "insideH", "insideV": "insideV"}
NO_LEVEL = 9
"""What Word writes for a paragraph that is no heading."""


def _font(context: PropertyContext, look: RunLook, element: Element) -> RunLook:
    themed = str(element.get(qn("w:asciiTheme"), ""))
    font = context.fonts.get("major" if themed.startswith("major") else "minor") if themed else None
    return look._replace(font=font or str(element.get(qn("w:ascii"), look.font)))


def _flag(name: str, _: PropertyContext, look: RunLook, element: Element) -> RunLook:
    changed: dict[str, Any] = {name: is_on(element)}
    return look._replace(**changed)


def _underline(context: PropertyContext, look: RunLook, element: Element) -> RunLook:
    kind = value(element, "single")
    if kind not in {"none", "single", "words"}:
        context.unread.note(f"u={kind}")
    return look._replace(underline=kind != "none")


def _number(name: str, per: float, _: PropertyContext, look: RunLook, element: Element) -> RunLook:
    changed: dict[str, Any] = {name: float(value(element, "0")) / per}
    return look._replace(**changed)


def _ink(_: PropertyContext, look: RunLook, element: Element) -> RunLook:
    return look._replace(color=color_of(element, "val", BLACK))


def _shift(_: PropertyContext, look: RunLook, element: Element) -> RunLook:
    return look._replace(shift=SHIFTS.get(value(element), ""))


def _shade(_: PropertyContext, look: RunLook, element: Element) -> RunLook:
    return look._replace(fill=color_of(element, "fill"))


HIGHLIGHTS = {
    "yellow": "FFFF00", "green": "00FF00", "cyan": "00FFFF", "magenta": "FF00FF", "blue": "0000FF",
    "red": "FF0000", "lightGray": "C0C0C0", "darkGray": "808080", "white": "FFFFFF",
}  # fmt: skip


def _highlight(context: PropertyContext, look: RunLook, element: Element) -> RunLook:
    kind = value(element, "none")
    if kind != "none" and kind not in HIGHLIGHTS:
        context.unread.note(f"highlight={kind}")
    return look._replace(fill=HIGHLIGHTS.get(kind, ""))


RunReader = Callable[[PropertyContext, RunLook, Element], RunLook]
_RUN: Mapping[str, RunReader] = {
    "rFonts": _font,
    "b": partial(_flag, "bold"),
    "i": partial(_flag, "italic"),
    "strike": partial(_flag, "strike"),
    "caps": partial(_flag, "caps"),
    "smallCaps": partial(_flag, "small_caps"),
    "u": _underline,
    "color": _ink,
    "sz": partial(_number, "size", 2),
    "spacing": partial(_number, "tracking", TWIPS),
    "vertAlign": _shift,
    "shd": _shade,
    "highlight": _highlight,
}


def _level(_: PropertyContext, look: ParagraphLook, element: Element) -> ParagraphLook:
    level = int(value(element, str(NO_LEVEL)))
    return look._replace(level=None if level >= NO_LEVEL else level + 1)


def _spacing(context: PropertyContext, look: ParagraphLook, element: Element) -> ParagraphLook:
    for name in ("beforeLines", "afterLines", "beforeAutospacing", "afterAutospacing"):
        if element.get(qn(f"w:{name}"), "0") not in {"0", "off", "false"}:
            context.unread.note(name)
    before, after = points(element, "before"), points(element, "after")
    look = look._replace(
        before=look.before if before is None else before,
        after=look.after if after is None else after,
    )
    line = points(element, "line")
    if line is None:
        return look
    if (rule := str(element.get(qn("w:lineRule"), "auto"))) == "atLeast":
        context.unread.note("lineRule=atLeast")
    is_exact = rule == "exact"
    return look._replace(line=line if is_exact else line / 12, exact=is_exact)


def _indent(context: PropertyContext, look: ParagraphLook, element: Element) -> ParagraphLook:
    for name in ("leftChars", "rightChars", "firstLineChars", "hangingChars"):
        if element.get(qn(f"w:{name}"), "0") != "0":
            context.unread.note(name)
    left, right = points(element, "left", "start"), points(element, "right", "end")
    first, hanging = points(element, "firstLine"), points(element, "hanging")
    return look._replace(
        left=look.left if left is None else left,
        right=look.right if right is None else right,
        first=-hanging if hanging is not None else look.first if first is None else first,
    )


def _switch(name: str, _: PropertyContext, look: ParagraphLook, element: Element) -> ParagraphLook:
    changed: dict[str, Any] = {name: is_on(element)}
    return look._replace(**changed)


def _align(context: PropertyContext, look: ParagraphLook, element: Element) -> ParagraphLook:
    kind = value(element, "left")
    if kind not in ALIGNMENTS:
        context.unread.note(f"jc={kind}")
    return look._replace(align=ALIGNMENTS.get(kind, "left"))


def _lines(context: PropertyContext, look: ParagraphLook, element: Element) -> ParagraphLook:
    borders = {local(one): border_of(one, context.unread) for one in element}
    for name in borders.keys() - {"top", "bottom", "left", "right", "between"}:
        context.unread.note(name)
    kept = ((side, line) for side, line in borders.items() if line is not None and side in SIDES)
    return look._replace(borders=tuple(kept))


def _ground(_: PropertyContext, look: ParagraphLook, element: Element) -> ParagraphLook:
    return look._replace(fill=color_of(element, "fill"))


def _listed(_: PropertyContext, look: ParagraphLook, element: Element) -> ParagraphLook:
    number = value(element.find(qn("w:numId")), "0")
    level = int(value(element.find(qn("w:ilvl")), "0"))
    return look._replace(list=None if number == "0" else (number, level))


def _stops(_: PropertyContext, look: ParagraphLook, element: Element) -> ParagraphLook:
    kinds = (value(one, "left") for one in element)
    return look._replace(tabs=(*look.tabs, *(kind for kind in kinds if kind != "clear")))


ParagraphReader = Callable[[PropertyContext, ParagraphLook, Element], ParagraphLook]
_PARAGRAPH: Mapping[str, ParagraphReader] = {
    "outlineLvl": _level,
    "spacing": _spacing,
    "ind": _indent,
    "keepNext": partial(_switch, "keep_next"),
    "keepLines": partial(_switch, "keep_lines"),
    "pageBreakBefore": partial(_switch, "break_before"),
    "suppressAutoHyphens": partial(_switch, "whole_words"),
    "contextualSpacing": partial(_switch, "tight"),
    "jc": _align,
    "pBdr": _lines,
    "shd": _ground,
    "numPr": _listed,
    "tabs": _stops,
}


def read_run(properties: Element, look: RunLook, context: PropertyContext) -> RunLook:
    """Return the look with a run's own properties."""
    for element in properties:
        name = local(element)
        if (read := _RUN.get(name)) is not None:
            look = read(context, look, element)
        elif name not in HARMLESS_RUN:
            context.unread.note(name)
    return look


def read_paragraph(
    properties: Element, look: ParagraphLook, context: PropertyContext
) -> ParagraphLook:
    """Return the look with a paragraph's own properties."""
    for element in properties:
        name = local(element)
        if (read := _PARAGRAPH.get(name)) is not None:
            look = read(context, look, element)
        elif name not in HARMLESS_PARAGRAPH:
            context.unread.note(name)
    return look
