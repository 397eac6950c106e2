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
                for mark in own:
                    _put(raw, page, mark)
        document.save(out)
    return out.getvalue()


def _put(raw: Raw, page: Raw, mark: Mark) -> None:
    is_tick = mark.kind is MarkKind.TIED
    kind = raw.FPDF_ANNOT_INK if is_tick else raw.FPDF_ANNOT_HIGHLIGHT
    note = raw.FPDFPage_CreateAnnot(page, kind)
    height = page.get_height()
    left, top, right, bottom = mark.box
    if is_tick:
        _tick(raw, note, mark.box, height)
        left, right = right, right + _ROOM
    else:
        corners = ((left, top), (right, top), (left, bottom), (right, bottom))
        flat = [number for x, y in corners for number in (x, height - y)]
        raw.FPDFAnnot_AppendAttachmentPoints(note, raw.FS_QUADPOINTSF(*flat))
    raw.FPDFAnnot_SetRect(note, raw.FS_RECTF(left, height - top, right, height - bottom))
    raw.FPDFAnnot_SetColor(note, raw.FPDFANNOT_COLORTYPE_Color, *mark.kind.value, 120)
    raw.FPDFAnnot_SetFlags(note, raw.FPDF_ANNOT_FLAG_PRINT)
    for name, text in ((b"Contents", mark.text), (b"T", _AUTHOR)):
        raw.FPDFAnnot_SetStringValue(note, name, _wide(text))
    raw.FPDFPage_CloseAnnot(note)


def _tick(raw: Raw, note: Raw, box: Box, height: float) -> None:
    tall = box.bottom - box.top
    points = [(box.right + x, height - box.top - share * tall) for x, share in _TICK]
    strokes = (raw.FS_POINTF * len(points))(*(raw.FS_POINTF(x, y) for x, y in points))
    raw.FPDFAnnot_AddInkStroke(note, strokes, len(points))


def _wide(text: str) -> Raw:
    """Return a text as PDFium takes it: 16 bits a letter, a zero at its end."""
    encoded = text.encode("utf-16-le") + b"\0\0"
    return ctypes.cast(ctypes.create_string_buffer(encoded), ctypes.POINTER(ctypes.c_ushort))
