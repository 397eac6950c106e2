"""A PDF's pages as PDFium sees them: words with their boxes, ruled lines, the tree of its tags."""

import ctypes
import re
from collections.abc import Iterator
from contextlib import closing
from functools import lru_cache
from importlib import import_module
from itertools import pairwise
from typing import Any, NamedTuple

from tpxl.books.report.passages import Box
from tpxl.books.report.turn import Turn, quarters_of, turn_of
from tpxl.deadline import stop_if_late
from tpxl.errors import TpxlError
from tpxl.terms.folding import raised

MOST_PAGES = 3_000
_LETTERS = {2: "-", 0xFFFE: "-", 0: "\ufffd", 0xFFFF: "\ufffd"}
"""A hyphen at a line's end; and what the file does not say which letter it is."""
_KEPT_SPACES = frozenset("\u00a0\u2006\u2007\u2008\u2009\u200a\u202f")
"""Spaces that part a number's thousands, never two numbers."""
_MINUS = "\u2212"
"""Right after a digit it begins another number, however near that stands."""
_WORD_GAP = 0.15
"""The gap that parts two words without a space between, of the height of a letter."""
_LEVEL = 0.4
_BACKWARDS = 1.0
_BOLD = 600
_THIN = 2.0
"""Points: what is thinner is a ruled line, whatever it is drawn as."""
_MOST_SEGMENTS = 400
_PASSWORD = 4
_RAISED_MARK = re.compile(r"(?:\d{1,2}|[a-h])\)?")
_SMALLER, _RAISED_BY = 0.8, 0.1
"""How tall a raised mark is at most, and how high it stands at least, of the letters before it."""
_SHORTEST_RULE = 5.0

Raw = Any
"""PDFium's own functions and handles, which have no types."""


class Word(NamedTuple):
    """A word: its box on the page, its letters' size, and the mark that its tag names it by."""

    text: str
    box: Box
    size: float
    is_bold: bool
    mark: int


class Rule(NamedTuple):
    """A ruled line, level or upright: its place across it, and where it begins and ends."""

    at: float
    start: float
    end: float


class TagElement(NamedTuple):
    """An element of a tagged page: its kind, its own marks, what is in it."""

    kind: str
    marks: tuple[int, ...]
    inside: tuple["TagElement", ...]


class PdfPage(NamedTuple):
    """A page, its text upright: its number from 1, its size, what is printed on it and its tags."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    level_rules: tuple[Rule, ...]
    upright_rules: tuple[Rule, ...]
    tags: tuple[TagElement, ...]


def pdf_pages(data: bytes, book: str) -> Iterator[PdfPage]:
    """Yield the pages of a PDF.

    Raises:
        TpxlError: as `opened_pdf`; it is too long.
    """
    document = opened_pdf(data, book)
    raw, pdfium = import_module("pypdfium2.raw"), import_module("pypdfium2")
    with closing(document):
        if len(document) > MOST_PAGES:
            raise TpxlError("report_too_long", book=book, limit=MOST_PAGES)
        for index in range(len(document)):
            stop_if_late()
            try:
                page = document[index]
            except pdfium.PdfiumError as error:
                raise TpxlError("report_damaged", book=book) from error
            with closing(page):
                yield _page(raw, page, index + 1)


def opened_pdf(data: bytes, book: str) -> Raw:
    """Return a PDF opened by PDFium.

    Raises:
        TpxlError: it is damaged or encrypted, or PDFium is not installed.
    """
    try:
        pdfium = import_module("pypdfium2")
    except ImportError as error:
        raise TpxlError("report_without_reader", book=book) from error
    raw = import_module("pypdfium2.raw")
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        is_locked = raw.FPDF_GetLastError() == _PASSWORD
        raise TpxlError("report_encrypted" if is_locked else "report_damaged", book=book) from error


def _page(raw: Raw, page: Raw, number: int) -> PdfPage:
    with closing(page.get_textpage()) as letters:
        turn = turn_of(raw, page, letters.raw)
        words = tuple(_words(raw, letters.raw, turn))
    width, height = turn.size
    level, upright = _rules(raw, page, turn)
    tree = raw.FPDF_StructTree_GetForPage(page)
    tags: tuple[TagElement, ...] = ()
    if tree:
        tops = (
            raw.FPDF_StructTree_GetChildAtIndex(tree, index)
            for index in range(max(0, raw.FPDF_StructTree_CountChildren(tree)))
        )
        tags = tuple(_element(raw, top) for top in tops if top)
        raw.FPDF_StructTree_Close(tree)
    return PdfPage(number, width, height, words, level, upright, tags)


class _Letters:
    """The letters of a word so far: what they say, their box, the last one's place."""

    __slots__ = ("baseline", "bottom", "first", "last_left", "left", "right", "said", "top")

    def __init__(self, letter: str, index: int, box: Raw, height: float) -> None:
        """Begin with the letter of this index on its page."""
        self.said, self.first = [letter], index
        self.left, self.top = box.left, height - box.top
        self.right, self.bottom = box.right, height - box.bottom
        self.last_left, self.baseline = self.left, self.bottom

    def takes(self, letter: str, box: Raw, height: float) -> bool:
        """Tell whether a letter goes on with the word, which then has it.

        The letters of a ligature have one box.
        """
        left, top, bottom = box.left, height - box.top, height - box.bottom
        tall = bottom - top
        if (
            abs(bottom - self.baseline) > _LEVEL * tall
            or left < self.last_left - _BACKWARDS
            or left - self.right > _WORD_GAP * tall
            or (letter == _MINUS and self.ends_with_digit)
            or (bottom < self.bottom and self.ends_with_digit and _stands_raised(self, top, bottom))
        ):
            return False
        self.said.append(letter)
        self.last_left, self.baseline = left, bottom
        self.left, self.top = min(self.left, left), min(self.top, top)
        self.right, self.bottom = max(self.right, box.right), max(self.bottom, bottom)
        return True

    @property
    def ends_with_digit(self) -> bool:
        """Tell whether its last letter is a digit."""
        return self.said[-1].isdigit()


def _words(raw: Raw, letters: Raw, turn: Turn) -> Iterator[Word]:
    """Yield the words; a note's mark raised after one is told in raised letters as its end.

    The mark takes no room: a number ends where its digits do.
    """
    last: Word | None = None
    for spelt in _spelt(raw, letters, turn):
        word = _said(raw, letters, spelt)
        if not word.text:
            continue
        if last is not None and _is_raised_mark(last, word):
            last = last._replace(text=last.text + raised(word.text))
            continue
        if last is not None:
            yield last
        last = word
    if last is not None:
        yield last


def _is_raised_mark(last: Word, word: Word) -> bool:
    gap = word.box.left - last.box.right
    return (
        _RAISED_MARK.fullmatch(word.text) is not None
        and _stands_raised(last.box, word.box.top, word.box.bottom)
        and -_BACKWARDS <= gap <= _WORD_GAP * (last.box.bottom - last.box.top)
    )


def _stands_raised(below: Box | _Letters, top: float, bottom: float) -> bool:
    """Tell whether letters are smaller than those before them, and stand higher."""
    tall = below.bottom - below.top
    is_higher = below.bottom - bottom > _RAISED_BY * tall and top < below.bottom
    return is_higher and bottom - top < _SMALLER * tall


def _spelt(raw: Raw, letters: Raw, turn: Turn) -> Iterator[_Letters]:
    """Yield runs of letters without a space or a gap between them.

    Where the text is turned, what stands otherwise is the page's head and number.
    """
    word: _Letters | None = None
    _, height = turn.size
    box = raw.FS_RECTF()
    where = ctypes.pointer(box)  # made once: a page has thousands of letters
    code_of, put_box = raw.FPDFText_GetUnicode, raw.FPDFText_GetLooseCharBox
    for index in range(raw.FPDFText_CountChars(letters)):
        letter, is_space, may_be_kept = _letter(code_of(letters, index))
        if is_space and not (may_be_kept and word is not None and word.ends_with_digit):
            if word is not None:
                yield word
                word = None
            continue
        if turn.quarters and quarters_of(raw, letters, index) != turn.quarters:
            continue
        put_box(letters, index, where)
        if turn.quarters:
            own = box.left, box.bottom, box.right, box.top
            box.left, box.bottom, box.right, box.top = turn.corners(*own)
        if word is None or not word.takes(letter, box, height):
            if word is not None:
                yield word
            word = _Letters(letter, index, box, height)
    if word is not None:
        yield word


@lru_cache(maxsize=4096)
def _letter(code: int) -> tuple[str, bool, bool]:
    """Return a letter, whether it is a space, and whether it may part a number's thousands."""
    letter = _LETTERS.get(code) or chr(code)
    return letter, letter.isspace(), letter in _KEPT_SPACES


def _said(raw: Raw, letters: Raw, word: _Letters) -> Word:
    piece = raw.FPDFText_GetTextObject(letters, word.first)
    mark = raw.FPDFPageObj_GetMarkedContentID(piece) if piece else -1
    size = raw.FPDFText_GetFontSize(letters, word.first)
    weight = raw.FPDFText_GetFontWeight(letters, word.first)
    box = Box(word.left, word.top, word.right, word.bottom)
    return Word("".join(word.said).strip(), box, size, weight >= _BOLD, mark)


def _element(raw: Raw, element: Raw) -> TagElement:
    count = raw.FPDF_StructElement_GetMarkedContentIdCount(element)
    own = (
        raw.FPDF_StructElement_GetMarkedContentIdAtIndex(element, index)
        for index in range(max(0, count))
    )
    children = (
        raw.FPDF_StructElement_GetChildAtIndex(element, index)
        for index in range(max(0, raw.FPDF_StructElement_CountChildren(element)))
    )
    inside = tuple(_element(raw, child) for child in children if child)
    marks = tuple(mark for mark in own if mark >= 0)
    return TagElement(_kind(raw, element), marks, inside)


def _kind(raw: Raw, element: Raw) -> str:
    size = raw.FPDF_StructElement_GetType(element, None, 0)
    buffer = ctypes.create_string_buffer(size)
    raw.FPDF_StructElement_GetType(element, buffer, size)
    return buffer.raw.decode("utf-16-le").rstrip("\0")


def _rules(raw: Raw, page: Raw, turn: Turn) -> tuple[tuple[Rule, ...], tuple[Rule, ...]]:
    """Return the ruled lines of a page: the level ones and the upright ones."""
    level: set[Rule] = set()
    upright: set[Rule] = set()
    for piece in page.get_objects(filter=(raw.FPDF_PAGEOBJ_PATH,), max_depth=3):
        for box in _strokes(raw, piece, turn):
            wide, tall = box.right - box.left, box.bottom - box.top
            if tall <= _THIN and wide >= _SHORTEST_RULE:
                level.add(
                    Rule(_rounded(box.top + tall / 2), _rounded(box.left), _rounded(box.right))
                )
            elif wide <= _THIN and tall >= _SHORTEST_RULE:
                across = _rounded(box.left + wide / 2)
                upright.add(Rule(across, _rounded(box.top), _rounded(box.bottom)))
    return tuple(sorted(level)), tuple(sorted(upright))


def _rounded(number: float) -> float:
    return round(number, 1)


def _strokes(raw: Raw, piece: Raw, turn: Turn) -> Iterator[Box]:
    """Yield the straight lines of a path: itself where it is thin, else those it is drawn with."""
    _, height = turn.size
    left, bottom, right, top = turn.corners(*piece.get_bounds())
    whole = Box(left, height - top, right, height - bottom)
    if min(right - left, top - bottom) <= _THIN:
        yield whole
        return
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(piece, fill, stroke)
    count = raw.FPDFPath_CountSegments(piece)
    if not stroke.value or not 1 < count <= _MOST_SEGMENTS:
        return
    matrix = piece.get_matrix()
    points = [_point(raw, piece, index, matrix, turn) for index in range(count)]
    start = points[0]
    for (x, y, _, is_closed), (onward_x, onward_y, draws, closes) in pairwise(points):
        if is_closed or not draws:
            start = (onward_x, onward_y, draws, closes)
        if draws:
            yield _line(x, y, onward_x, onward_y)
        if closes:
            yield _line(onward_x, onward_y, start[0], start[1])


def _point(
    raw: Raw, piece: Raw, index: int, matrix: Raw, turn: Turn
) -> tuple[float, float, bool, bool]:
    """Return where a segment of a path ends, whether it is drawn, whether it closes the path."""
    segment = raw.FPDFPath_GetPathSegment(piece, index)
    x, y = ctypes.c_float(), ctypes.c_float()
    raw.FPDFPathSegment_GetPoint(segment, x, y)
    _, height = turn.size
    across, up = turn.point(*matrix.on_point(x.value, y.value))
    draws = raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_LINETO
    return across, height - up, draws, bool(raw.FPDFPathSegment_GetClose(segment))


def _line(x: float, y: float, onward_x: float, onward_y: float) -> Box:
    return Box(min(x, onward_x), min(y, onward_y), max(x, onward_x), max(y, onward_y))
