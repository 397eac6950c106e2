"""A marked copy says of each figure of a report what proved it, or what is wrong with it."""

from decimal import Decimal
from pathlib import Path

import docx
import pypdf
import pytest
from tests.books.report.styles import PERIODS, Typing, figures, ruled, with_number

from tpxl.books.report import open_report
from tpxl.cli import main
from tpxl.jobs.check.report import check_report


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A report of two areas whose first margin of TA 2025 is wrong."""
    path = tmp_path / "raportti.pdf"
    areas = with_number(figures(3, PERIODS, 2), (0, 0, 2, 1), Decimal(-1_234_567))
    path.write_bytes(ruled(areas, Typing())[0])
    return path


def notes(path: Path, kind: str) -> list[str]:
    return [
        str(note.get_object()["/Contents"])
        for page in pypdf.PdfReader(path).pages
        for note in page.get("/Annots", ())
        if note.get_object()["/Subtype"] == kind
    ]


def test_each_finding_has_its_note_and_each_figure_that_holds_its_tick(
    report: Path, tmp_path: Path
) -> None:
    before, marked = report.read_bytes(), tmp_path / "merkitty.pdf"
    assert main(["check", str(report), "--out", str(marked)]) == 1
    (told,) = notes(marked, "/Highlight")
    assert "-1 234 567" in told.replace("\u2212", "-").replace("\u00a0", " ")
    ticks = notes(marked, "/Ink")
    with open_report(report) as book:
        tied = check_report(book).tied.done
    assert len(ticks) == tied - 3  # the wrong margin, and the two figures that do not make it
    assert sum("laskettu luvuista" in tick for tick in ticks) == 7
    assert all(tick.startswith("T\u00e4sm\u00e4\u00e4") for tick in ticks)
    assert report.read_bytes() == before
    texts = [
        [page.extract_text() for page in pypdf.PdfReader(one).pages] for one in (report, marked)
    ]
    assert texts[0] == texts[1]


def test_a_tick_stands_right_after_its_figure(report: Path, tmp_path: Path) -> None:
    marked = tmp_path / "merkitty.pdf"
    main(["check", str(report), "--out", str(marked), "--lang", "en"])
    with open_report(report) as book:
        result = check_report(book)
        boxes = [book.place(sheet, at) for sheet, at in result.proofs]
    rights = {round(place.box.right, 1) for place in boxes if place and place.box}
    page = pypdf.PdfReader(marked).pages[0]
    lefts = {
        round(float(note.get_object()["/Rect"][0]), 1)
        for note in page["/Annots"]
        if note.get_object()["/Subtype"] == "/Ink"
    }
    assert lefts <= rights
    assert notes(marked, "/Ink")[0].startswith("Ties out")


def test_a_copy_is_made_of_one_pdf_report_beside_it(
    report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    word = tmp_path / "raportti.docx"
    document = docx.Document()
    document.add_heading("Kirjastopalvelut", 1)
    table = document.add_table(3, 3)
    rows = (("", *PERIODS[1:]), ("Toimintamenot", "-1", "-2"), ("Toimintatulot", "3", "4"))
    for cells, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(cells.cells, texts, strict=True):
            cell.text = text
    document.save(str(word))
    out = tmp_path / "kopio.pdf"
    for words in ([word, "--out", out], [report, "--out", report], [report, word, "--out", out]):
        before = report.read_bytes()
        assert main(["check", *map(str, words)]) == 2
        assert len(capsys.readouterr().err.splitlines()) == 1
        assert not out.exists()
        assert report.read_bytes() == before
