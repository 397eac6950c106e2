"""A table of contents in Word: the headings, and fields that give their pages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

UNKNOWN_PAGE = "\u2013"
"""Stands for a page until a word processor has counted it."""


@dataclass(frozen=True, slots=True)
class ContentsHeading:
    """A heading of the document: its text, its level from one, the bookmark on it."""

    text: str
    level: int
    bookmark: str


def contents(
    headings: Sequence[ContentsHeading],
    styles: Sequence[str],
    pages: Sequence[str] | None,
    *,
    is_linked: bool,
) -> list[etree._Element]:
    """Return the paragraphs of the contents; `styles` are those of its levels.

    Linked, they are a field that a word processor can make anew; plain, only the pages are fields.
    """
    paragraphs = []
    for number, heading in enumerate(headings):
        page = pages[number] if pages is not None and number < len(pages) else UNKNOWN_PAGE
        paragraph = _paragraph(styles[heading.level - 1])
        entry = _entry(heading, page, is_linked=is_linked)
        if is_linked:
            link = OxmlElement("w:hyperlink")
            link.set(qn("w:anchor"), heading.bookmark)
            link.set(qn("w:history"), "1")
            link.extend(entry)
            paragraph.append(link)
        else:
            paragraph.extend(entry)
        paragraphs.append(paragraph)
    if is_linked and paragraphs:
        code = f'TOC \\o "1-{len(styles)}" \\h \\z \\u'
        opening = [*_begin(code, is_stale=pages is None)]
        for place, element in enumerate(opening, 1):
            paragraphs[0].insert(place, element)
        paragraphs[-1].append(_mark("end"))
    return paragraphs


def bookmark(paragraph: etree._Element, name: str, number: int) -> None:
    """Put a bookmark around a paragraph's text."""
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for element in (start, end):
        element.set(qn("w:id"), str(number))
    start.set(qn("w:name"), name)
    paragraph.insert(1 if paragraph.find(qn("w:pPr")) is not None else 0, start)
    paragraph.append(end)


def styled(style: str, text: str) -> etree._Element:
    """Return a paragraph of text in a style."""
    paragraph = _paragraph(style)
    paragraph.append(_run(text))
    return paragraph


def _paragraph(style: str) -> etree._Element:
    paragraph, look, name = (OxmlElement(tag) for tag in ("w:p", "w:pPr", "w:pStyle"))
    name.set(qn("w:val"), style)
    look.append(name)
    paragraph.append(look)
    return paragraph


def _entry(heading: ContentsHeading, page: str, *, is_linked: bool) -> Iterator[etree._Element]:
    yield _run(heading.text)
    tab = OxmlElement("w:r")
    tab.append(OxmlElement("w:tab"))
    yield tab
    yield from _begin(f"PAGEREF {heading.bookmark}" + (" \\h" if is_linked else ""))
    yield _run(page)
    yield _mark("end")


def _begin(code: str, *, is_stale: bool = False) -> Iterator[etree._Element]:
    begin = _mark("begin")
    if is_stale:
        begin[0].set(qn("w:dirty"), "on")
    yield begin
    run, words = OxmlElement("w:r"), OxmlElement("w:instrText")
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    words.text = f" {code} "
    run.append(words)
    yield run
    yield _mark("separate")


def _mark(kind: str) -> etree._Element:
    run, mark = OxmlElement("w:r"), OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    run.append(mark)
    return run


def _run(text: str) -> etree._Element:
    run, words = OxmlElement("w:r"), OxmlElement("w:t")
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    words.text = text
    run.append(words)
    return run
