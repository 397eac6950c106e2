"""The parts of a Word document's file, as the translation to Typst asks for them."""

import datetime as dt
import io
import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping

from lxml import etree

from tpxl.jobs.export.docx.look import Styles
from tpxl.jobs.export.docx.properties import (
    Element,
    UnreadProperties,
    is_on,
    qn,
)

_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z]{2})?")
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)


class Package:
    """A document's file, opened once."""

    def __init__(self, content: bytes, unread: UnreadProperties) -> None:
        """Open the file; `unread` collects what is not followed."""
        self.parts: Mapping[str, bytes]
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.unread = unread
        self.document = self._required("word/document.xml")
        theme = next((name for name in self.parts if name.startswith("word/theme/theme")), "")
        self.styles = Styles(self._required("word/styles.xml"), self.xml(theme), unread)
        self.listed = frozenset(_listed(self.document))
        self.numbering = self.xml("word/numbering.xml")
        core = self.xml("docProps/core.xml")
        self.title = "" if core is None else core.findtext(f"{_DC}title") or ""
        told = "" if core is None else core.findtext(f"{_DC}language") or ""
        self.language = told if _LANGUAGE.fullmatch(told) else "fi-FI"
        self.day = _seconds(None if core is None else core.findtext(f"{_TERMS}modified"))
        settings = self.xml("word/settings.xml")
        self.hyphenates = settings is not None and is_on(settings.find(qn("w:autoHyphenation")))
        if settings is not None and is_on(settings.find(qn("w:evenAndOddHeaders"))):
            unread.note("evenAndOddHeaders", is_content=True)

    def xml(self, name: str) -> Element | None:
        """Return a part's tree, None where there is none of that name."""
        return etree.fromstring(self.parts[name], _PARSER) if name in self.parts else None

    def _required(self, name: str) -> Element:
        tree = self.xml(name)
        if tree is None:
            raise KeyError(name)
        return tree

    def relations(self, part: str) -> dict[str, str]:
        """Return the parts that a part speaks of, by the names it has for them."""
        folder, _, name = part.rpartition("/")
        tree = self.xml(f"{folder}/_rels/{name}.rels")
        found = {}
        for one in tree if tree is not None else ():
            target = str(one.get("Target"))
            path = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}"
            is_outside = one.get("TargetMode") == "External"
            found[str(one.get("Id"))] = target if is_outside else posixpath.normpath(path)
        return found


def _listed(document: Element) -> Iterator[str]:
    """Yield the bookmarks whose pages the document's contents give."""
    for code in document.iter(qn("w:instrText")):
        words = (code.text or "").split()
        if words[:1] == ["PAGEREF"] and len(words) > 1:
            yield words[1]


def _seconds(moment: str | None) -> int:
    try:
        said = dt.datetime.fromisoformat(moment or "")
    except ValueError:
        return 0
    return int((said if said.tzinfo else said.replace(tzinfo=dt.UTC)).timestamp())
