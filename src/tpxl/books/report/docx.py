"""A Word report's headings, paragraphs and tables, by the structure of its document part."""

from collections.abc import Iterator, Mapping
from typing import NoReturn
from xml.etree import ElementTree as ET

from tpxl.books.package.zip_archive import Archive
from tpxl.books.report.passages import Passage, Print, PrintedCells, heading, prose, table
from tpxl.errors import TpxlError
from tpxl.terms.folding import raised

DOCUMENT = "word/document.xml"
_STYLES = "word/styles.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_BLOCKS = frozenset({_W + "sdt", _W + "sdtContent", _W + "customXml", _W + "ins", _W + "smartTag"})
_GONE = frozenset(
    {_W + "del", _W + "moveFrom", _W + "pPr", _W + "drawing", _W + "pict", _MC + "AlternateContent"}
)
"""What is deleted, and what floats over the text: a text box is told twice there."""
_AS_TEXT = {_W + "tab": " ", _W + "br": "\n", _W + "cr": "\n", _W + "noBreakHyphen": "-"}
_BODY_TEXT = 9
"""The outline level of what is no heading."""


class _Builder(ET.TreeBuilder):
    """Builds a part's tree; Word writes no document type, and none of another's is followed."""

    def doctype(self, name: str, *_identifiers: str | None) -> NoReturn:
        """Refuse it."""
        raise ET.ParseError(f"a document type: {name}")


def docx_passages(data: bytes, book: str) -> Iterator[Passage]:
    """Yield the passages of a Word document in their order.

    Raises:
        TpxlError: the file is damaged, or no Word document.
    """
    archive = Archive(data, book)
    body = _parsed(archive, DOCUMENT, book).find(_W + "body")
    levels = _levels(_parsed(archive, _STYLES, book)) if _STYLES in archive else {}
    if body is not None:
        yield from _passages(body, levels)


def _parsed(archive: Archive, part: str, book: str) -> ET.Element:
    parser = ET.XMLParser(target=_Builder())  # noqa: S314  # no entity is declared
    try:
        return ET.fromstring(archive.read(part), parser)  # noqa: S314  # as above
    except (ET.ParseError, KeyError) as error:
        raise TpxlError("report_damaged", book=book) from error


def _levels(styles: ET.Element) -> Mapping[str, int]:
    """Return the outline level of each paragraph style, inherited ones too; 0 is the highest."""
    own: dict[str, int] = {}
    based: dict[str, str] = {}
    for style in styles.iterfind(_W + "style"):
        name = style.get(_W + "styleId", "")
        level = style.find(f"{_W}pPr/{_W}outlineLvl")
        parent = style.find(_W + "basedOn")
        if level is not None:
            own[name] = _whole(level, _BODY_TEXT)
        if parent is not None:
            based[name] = parent.get(_W + "val", "")
    return {name: _inherited(name, own, based) for name in {*own, *based}}


def _inherited(name: str, own: Mapping[str, int], based: Mapping[str, str]) -> int:
    for _ in range(len(based) + 1):  # a circle of styles ends too
        if name in own:
            return own[name]
        name = based.get(name, "")
    return _BODY_TEXT


def _whole(element: ET.Element, default: int) -> int:
    said = element.get(_W + "val", "")
    return int(said) if said.isdigit() else default


def _passages(parent: ET.Element, levels: Mapping[str, int]) -> Iterator[Passage]:
    for element in parent:
        if element.tag == _W + "p":
            yield from _paragraph(element, levels)
        elif element.tag == _W + "tbl":
            yield from _table(element)
        elif element.tag in _BLOCKS:
            yield from _passages(element, levels)


def _paragraph(element: ET.Element, levels: Mapping[str, int]) -> Iterator[Passage]:
    text = _text(element)
    if not text:
        return
    style = element.find(f"{_W}pPr/{_W}pStyle")
    own = element.find(f"{_W}pPr/{_W}outlineLvl")
    level = levels.get("" if style is None else style.get(_W + "val", ""), _BODY_TEXT)
    level = level if own is None else _whole(own, level)
    yield prose(Print(text)) if level >= _BODY_TEXT else heading(level + 1, Print(text))


def _table(element: ET.Element) -> Iterator[Passage]:
    """Yield a table; a table inside one of its cells follows it."""
    rows: list[PrintedCells] = []
    spans: list[tuple[int, int, int]] = []
    for index, row in enumerate(_children(element, _W + "tr")):
        cells: dict[int, Print] = {}
        column = 1 + _grid_value(row, "trPr/gridBefore", 0)
        for cell in _children(row, _W + "tc"):
            width = max(1, _grid_value(cell, "tcPr/gridSpan", 1))
            text = "" if _continues(cell) else _cell_text(cell)
            if text:
                cells[column] = Print(text)
            if width > 1:
                spans.append((index, column, column + width - 1))
            column += width
        rows.append(cells)
    if any(rows):
        yield table(tuple(rows), tuple(spans))
    for nested in element.iterfind(f"{_W}tr/{_W}tc/{_W}tbl"):
        yield from _table(nested)


def _children(parent: ET.Element, tag: str) -> Iterator[ET.Element]:
    for element in parent:
        if element.tag == tag:
            yield element
        elif element.tag in _BLOCKS:
            yield from _children(element, tag)


def _grid_value(element: ET.Element, path: str, default: int) -> int:
    found = element.find("/".join(_W + step for step in path.split("/")))
    return default if found is None else _whole(found, default)


def _continues(cell: ET.Element) -> bool:
    """Tell whether a cell is the lower part of one that is merged downwards."""
    merge = cell.find(f"{_W}tcPr/{_W}vMerge")
    return merge is not None and merge.get(_W + "val", "continue") == "continue"


def _cell_text(cell: ET.Element) -> str:
    texts = (_text(paragraph) for paragraph in _children(cell, _W + "p"))
    return "\n".join(filter(None, texts))


def _text(paragraph: ET.Element) -> str:
    """Return a paragraph's text, what is raised beside other letters in raised letters."""
    runs = list(_runs(paragraph))
    is_beside = any(text.strip() and not is_raised for text, is_raised in runs)
    told = (raised(text) if is_raised and is_beside else text for text, is_raised in runs)
    return "".join(told).strip()


def _runs(element: ET.Element, *, is_raised: bool = False) -> Iterator[tuple[str, bool]]:
    """Yield the texts of an element, and whether each is lettered as a superscript."""
    for child in element:
        if child.tag == _W + "t":
            yield child.text or "", is_raised
        elif child.tag in _AS_TEXT:
            yield _AS_TEXT[child.tag], is_raised
        elif child.tag not in _GONE:
            align = child.find(f"{_W}rPr/{_W}vertAlign")
            own = align is not None and align.get(_W + "val") == "superscript"
            yield from _runs(child, is_raised=is_raised or own)
