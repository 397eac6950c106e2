"""Row headers in a PDF that Typst wrote: it marks those of columns, and has no word for others.

Its elements of structure stand plain in the file, one object each, so that they are changed as
text; then the table of the objects' places is written anew. A file that is written another way
stays as it is.

Source: ISO 14289-1, 7.5: a table's headers are told by scope, or by identifiers, not by both.
"""

import re
from collections.abc import Iterator, Sequence

_ENTRY = re.compile(rb"\d{10} \d{5} n")
_ELEMENT = re.compile(rb"<</Type/StructElem/S/(\w+)/")
_KIDS = re.compile(rb"/K\[([^\]]*)\]")
_REFERENCE = re.compile(rb"(\d+) 0 R")
_HEADERS = re.compile(rb"/Headers\[[^\]]*\]")
_ROOT = re.compile(rb"<</Type/StructTreeRoot/.*?/K\[([^\]]*)\]", re.DOTALL)
_TABLE, _BODY, _ROW, _CELL = b"Table", b"TBody", b"TR", b"TD"


def with_row_heads(pdf: bytes, row_heads: Sequence[bool]) -> bytes:
    """Return the PDF whose tables name their rows by the first cell, where `row_heads` says so.

    `row_heads` are the tables in the order in which they are read.
    """
    if not any(row_heads):
        return pdf
    places = _places(pdf)
    tree = _Tree(pdf, places)
    tables = list(tree.tables())
    if len(tables) != len(row_heads):
        return pdf
    changed: dict[int, bytes] = {}
    for table, is_wanted in zip(tables, row_heads, strict=True):
        if is_wanted:
            changed |= tree.with_heads(table)
    return _rewritten(pdf, places, changed)


def _places(pdf: bytes) -> dict[int, tuple[int, int]]:
    """Return where each object's text begins and ends; a stream's bytes are passed over."""
    end = int(pdf[pdf.rindex(b"startxref") :].split()[1])
    starts = [
        (int(line.split()[0]), number)
        for number, line in enumerate(pdf[end:].split(b"\n")[2:])
        if _ENTRY.match(line)
    ]
    starts.sort()
    bounds = [*(start for start, _ in starts), end]
    return {
        number: (start, following)
        for (start, number), following in zip(starts, bounds[1:], strict=True)
    }


class _Tree:
    """A PDF's structure as objects by their numbers."""

    def __init__(self, pdf: bytes, places: dict[int, tuple[int, int]]) -> None:
        self.texts: dict[int, bytes] = {}
        self.root: list[int] = []
        for number, (start, end) in places.items():
            text = pdf[start:end] if _is_structure(pdf, start) else b""
            if root := _ROOT.search(text):
                self.root = list(map(int, _REFERENCE.findall(root[1])))
            elif _ELEMENT.search(text):
                self.texts[number] = text

    def tables(self) -> Iterator[int]:
        """Yield the tables in the order in which they are read."""
        for number in self.root:
            yield from self._below(number, _TABLE)

    def _below(self, number: int, kind: bytes) -> Iterator[int]:
        if self._kind(number) == kind:
            yield number
        for kid in self._kids(number):
            yield from self._below(kid, kind)

    def _kind(self, number: int) -> bytes:
        found = _ELEMENT.search(self.texts.get(number, b""))
        return b"" if found is None else found[1]

    def _kids(self, number: int) -> Iterator[int]:
        kids = _KIDS.search(self.texts.get(number, b""))
        for kid in _REFERENCE.findall(kids[1]) if kids else ():
            if int(kid) in self.texts:
                yield int(kid)

    def with_heads(self, table: int) -> Iterator[tuple[int, bytes]]:
        """Yield the objects of a table that change."""
        rows = (row for body in self._below(table, _BODY) for row in self._below(body, _ROW))
        firsts = {next(self._kids(row), 0) for row in rows}
        for number in self._cells(table):
            text = _HEADERS.sub(b"", self.texts[number])
            if number in firsts and self._kind(number) == _CELL:
                text = _as_head(text)
            yield number, text

    def _cells(self, table: int) -> Iterator[int]:
        for kind in (_CELL, b"TH"):
            yield from self._below(table, kind)


def _as_head(cell: bytes) -> bytes:
    """Return a cell that names its row."""
    text = cell.replace(b"/S/TD/", b"/S/TH/", 1)
    if b"<</O/Table" in text:
        return text.replace(b"<</O/Table", b"<</O/Table/Scope/Row", 1)
    scope = b"<</O/Table/Scope/Row>>"
    if b"/A[" in text:
        return text.replace(b"/A[", b"/A[" + scope, 1)
    return text.replace(b"/S/TH/", b"/S/TH/A[" + scope + b"]/", 1)


def _is_structure(pdf: bytes, start: int) -> bool:
    head = pdf[start : start + 60]
    return b"/StructElem" in head or b"/StructTreeRoot" in head


def _rewritten(pdf: bytes, places: dict[int, tuple[int, int]], changed: dict[int, bytes]) -> bytes:
    """Return the file with some objects' texts changed, all places counted anew."""
    ordered = sorted(places.items(), key=lambda item: item[1])
    out = [pdf[: ordered[0][1][0]]]
    at, starts = len(out[0]), {}
    for number, (start, end) in ordered:
        starts[number] = at
        out.append(changed.get(number, pdf[start:end]))
        at += len(out[-1])
    table = b"".join(b"%010d 00000 n \n" % starts[number] for number in sorted(starts))
    trailer = pdf[pdf.rindex(b"trailer") : pdf.rindex(b"startxref")]
    size = b"xref\n0 %d\n0000000000 65535 f \n" % (len(starts) + 1)
    return b"".join((*out, size, table, trailer, b"startxref\n%d\n%%%%EOF" % at))
