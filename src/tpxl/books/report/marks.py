"""A copy of a PDF with marks on its pages: notes over what was found, ticks by what was tied.

The marks are annotations: the pages themselves stay as they are.
"""

import ctypes
from collections import defaultdict
from collections.abc import Iterable
from contextlib import closing
from enum import Enum
from importlib import import_module
from io import BytesIO
from typing import NamedTuple

from tpxl.books.report.passages import Box
from tpxl.books.report.pdf import Raw, opened_pdf
from tpxl.books.report.turn import Turn, turn_of
from tpxl.deadline import stop_if_late

_AUTHOR = "tpxl"
_TICK = ((1.0, 0.55), (2.5, 0.9), (6.0, 0.1))
"""The strokes of a tick: points right of a number, and the share of its height from its top."""
_ROOM = 7.0


class MarkKind(Enum):
    """What a mark says, by its colour: red, green, blue."""

    ERROR = (200, 30, 30)
    TIED = (0, 120, 60)
    OTHER = (40, 90, 200)


class Mark(NamedTuple):
    """A mark at a place of a page (from 1), and what its note says."""

    kind: MarkKind
    page: int
    box: Box
    text: str


def marked_pdf(data: bytes, marks: Iterable[Mark], book: str) -> bytes:
    """Return a PDF with marks on its pages.

    Raises:
        TpxlError: it cannot be opened.
    """
    raw = import_module("pypdfium2.raw")
    of_page: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        of_page[mark.page].append(mark)
    out = BytesIO()
    with closing(opened_pdf(data, book)) as document:
        for number, own in of_page.items():
            stop_if_late()
            with closing(document[number - 1]) as page:
                with closing(page.get_textpage()) as letters:
                    turn = turn_of(raw, page, letters.raw)
                for mark in own:
                    _put(raw, page, mark, turn)
        document.save(out)
    return out.getvalue()


def _put(raw: Raw, page: Raw, mark: Mark, turn: Turn) -> None:
    is_tick = mark.kind is MarkKind.TIED
    kind = raw.FPDF_ANNOT_INK if is_tick else raw.FPDF_ANNOT_HIGHLIGHT
    note = raw.FPDFPage_CreateAnnot(page, kind)
    left, top, right, bottom = mark.box
    if is_tick:
        _tick(raw, note, mark.box, turn)
        left, right = right, right + _ROOM
    else:
        corners = ((left, top), (right, top), (left, bottom), (right, bottom))
        flat = [number for x, y in corners for number in _on_page(turn, x, y)]
        raw.FPDFAnnot_AppendAttachmentPoints(note, raw.FS_QUADPOINTSF(*flat))
    (x, y), (other_x, other_y) = _on_page(turn, left, top), _on_page(turn, right, bottom)
    edges = min(x, other_x), max(y, other_y), max(x, other_x), min(y, other_y)
    raw.FPDFAnnot_SetRect(note, raw.FS_RECTF(*edges))
    raw.FPDFAnnot_SetColor(note, raw.FPDFANNOT_COLORTYPE_Color, *mark.kind.value, 120)
    raw.FPDFAnnot_SetFlags(note, raw.FPDF_ANNOT_FLAG_PRINT)
    for name, text in ((b"Contents", mark.text), (b"T", _AUTHOR)):
        raw.FPDFAnnot_SetStringValue(note, name, _wide(text))
    raw.FPDFPage_CloseAnnot(note)


def _on_page(turn: Turn, x: float, y: float) -> tuple[float, float]:
    """Return where a point of the page as it is read is on the page itself."""
    _, height = turn.size
    return turn.back.point(x, height - y)


def _tick(raw: Raw, note: Raw, box: Box, turn: Turn) -> None:
    tall = box.bottom - box.top
    points = [_on_page(turn, box.right + x, box.top + share * tall) for x, share in _TICK]
    strokes = (raw.FS_POINTF * len(points))(*(raw.FS_POINTF(x, y) for x, y in points))
    raw.FPDFAnnot_AddInkStroke(note, strokes, len(points))


def _wide(text: str) -> Raw:
    """Return a text as PDFium takes it: 16 bits a letter, a zero at its end."""
    encoded = text.encode("utf-16-le") + b"\0\0"
    return ctypes.cast(ctypes.create_string_buffer(encoded), ctypes.POINTER(ctypes.c_ushort))
