"""What LibreOffice's PDF says of its pages, and the one word that it gets wrong.

Its objects stand plain in the file, so no PDF library is needed; a file written another way
yields nothing and stays as it is.
"""

import re
from collections.abc import Iterator, Sequence

_TABS = re.compile(rb"(/Tabs)\(S\)(?=\s*/StructParents)")
_KIDS = re.compile(rb"/Type/Pages.*?/Kids\[([^\]]*)\]", re.DOTALL)
_REFERENCE = re.compile(rb"(\d+) 0 R")
_ITEM = re.compile(rb"/Title<FEFF([0-9A-F]*)>\s*/Dest\[(\d+) 0 R")


def with_tab_order(pdf: bytes) -> bytes:
    """Return the PDF with its pages' tab order as a name, which LibreOffice writes as text.

    Source: ISO 14289-1, 7.18.3: pages with links follow the order of the structure.
    """
    return _TABS.sub(rb"\1/S ", pdf)


def outline(pdf: bytes) -> Iterator[tuple[str, int]]:
    """Yield the bookmarks that headings became, in order, with their pages from one."""
    kids = _KIDS.search(pdf)
    pages = {
        int(number): page
        for page, number in enumerate(_REFERENCE.findall(kids[1] if kids else b""), 1)
    }
    for title, page in _ITEM.findall(pdf):
        if int(page) in pages:
            yield bytes.fromhex(title.decode()).decode("utf-16-be"), pages[int(page)]


def pages_of(pdf: bytes, headings: Sequence[str]) -> tuple[str, ...] | None:
    """Return the page of each heading, None where one of them is not among the bookmarks."""
    marks = outline(pdf)
    pages = []
    for heading in headings:
        page = next((page for title, page in marks if _same(title, heading)), None)
        if page is None:
            return None
        pages.append(str(page))
    return tuple(pages)


def _same(one: str, other: str) -> bool:
    return "".join(one.split()) == "".join(other.split())
