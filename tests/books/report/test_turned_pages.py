"""Marks stand on what they mark, however the page and its text are turned."""

from contextlib import closing

import pypdfium2 as pdfium
import pytest
from pypdfium2 import raw
from tests.books.report.styles import PERIODS, Typing, figures, ruled

from tpxl.books.report.marks import Mark, MarkKind, marked_pdf
from tpxl.books.report.pdf import pdf_pages


@pytest.mark.parametrize("is_turned_back", [False, True])
@pytest.mark.parametrize("quarters", range(4))
def test_a_mark_stands_on_its_word(quarters: int, *, is_turned_back: bool) -> None:
    typing = Typing(quarters=quarters, is_turned_back=is_turned_back)
    data, _ = ruled(figures(1, PERIODS, 1), typing)
    words = next(iter(pdf_pages(data, "r.pdf"))).words
    word = next(word for word in words if word.text.startswith("Toimintakate"))
    marked = marked_pdf(data, [Mark(MarkKind.ERROR, 1, word.box, "?")], "r.pdf")
    with closing(pdfium.PdfDocument(marked)) as document:
        page = document[0]
        note, box = raw.FPDFPage_GetAnnot(page, 0), raw.FS_RECTF()
        assert raw.FPDFAnnot_GetRect(note, box)
        edges = (box.left, box.bottom, box.right, box.top)
        assert page.get_textpage().get_text_bounded(*edges).strip() == word.text
        raw.FPDFPage_CloseAnnot(note)
