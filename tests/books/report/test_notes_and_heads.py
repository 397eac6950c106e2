"""Notes' marks, units and headings that nearly touch are none of a report's numbers."""

import io
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import docx
import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen import canvas
from tests.books.report.styles import BOLD, HEIGHT, PLAIN

from tpxl.books.report import ReportBook
from tpxl.books.report.docx import docx_passages
from tpxl.books.report.numbers import printed_value
from tpxl.books.report.pages import pdf_passages
from tpxl.jobs.check.report import check_report
from tpxl.model import Address, Severity

SIZE = 9.0
PERIODS = ("Tilinpäätös 2023", "Tilinpäätös 2024", "Talousarvio 2025", "Tilinpäätös 2025")
ROWS = (
    ("Toimintatulot", ("189 803", "35 846", "53 957", "59 892")),
    ("Toimintamenot", ("−718 416", "−159 123", "−877 539", "−915 090")),
    ("Toimintakate", ("−528 613", "−123 277", "−823 582", "−855 198")),
)
Mark = Callable[[Any, float, float], None]


def raised(text: str) -> Mark:
    def draw(pen: Any, x: float, y: float) -> None:
        pen.setFont(PLAIN, 0.6 * SIZE)
        pen.drawString(x + 0.3, y + 0.35 * SIZE, text)

    return draw


def beside(text: str) -> Mark:
    def draw(pen: Any, x: float, y: float) -> None:
        pen.setFont(PLAIN, SIZE)
        pen.drawString(x, y, text)

    return draw


def drawn(mark: Mark | None = None, *, gap: float = 20.0, unit: str = "") -> ReportBook:
    """Return a page with one area's table; the mark stands by a number of each column but one."""
    out = io.BytesIO()
    pen = canvas.Canvas(out, pagesize=(700, HEIGHT), invariant=1)
    wide = max(pdfmetrics.stringWidth(one, BOLD, SIZE) for one in PERIODS) + gap
    edges = [200 + wide * at for at in range(1, len(PERIODS) + 1)]
    y = HEIGHT - 150
    pen.setFont(BOLD, 14)
    pen.drawString(50, y + 40, "Kirjastopalvelut")
    pen.setFont(PLAIN, SIZE)
    pen.drawString(50, y, unit)
    pen.setFont(BOLD, SIZE)
    for edge, text in zip(edges, PERIODS, strict=True):
        pen.drawRightString(edge, y, text)
    for index, (label, numbers) in enumerate(ROWS):
        y -= 14
        pen.setFont(PLAIN, SIZE)
        pen.drawString(50, y, label)
        for column, (edge, text) in enumerate(zip(edges, numbers, strict=True)):
            pen.setFont(PLAIN, SIZE)
            pen.drawRightString(edge, y, text.replace(" ", "\u00a0"))
            if mark is not None and column == index:
                mark(pen, edge, y)
    pen.save()
    return ReportBook(Path("r.pdf"), pdf_passages(out.getvalue(), "r.pdf"))


def numbers(book: ReportBook) -> list[list[float]]:
    (sheet,) = book.sheets
    grid = book.read(sheet)
    (block,) = grid.tables.values()
    rows: dict[int, list[float]] = {}
    for at in grid.numbers(block):
        rows.setdefault(at.row, []).append(float(str(grid.value(at))))
    return list(rows.values())


DUE = [[float(text.replace(" ", "").replace("−", "-")) for text in texts] for _, texts in ROWS]


@pytest.mark.parametrize(
    "mark", [raised("1"), raised("12"), raised("2)"), raised("a"), beside("*"), beside("*)")]
)
def test_a_note_s_mark_is_no_digit_of_its_number(mark: Mark) -> None:
    book = drawn(mark)
    assert numbers(book) == DUE
    result = check_report(book)
    assert result.tied == (12, 12)
    assert not result.findings


@pytest.mark.parametrize("gap", [1.5, 2.5, 4.0])
@pytest.mark.parametrize("mark", [None, beside("*)")])
def test_headings_of_periods_that_nearly_touch_are_each_their_own(
    gap: float, mark: Mark | None
) -> None:
    book = drawn(mark, gap=gap)
    assert book.sheets == ("Kirjastopalvelut",)
    assert book.read("Kirjastopalvelut").row(2) == dict(enumerate(PERIODS, start=2))
    assert check_report(book).tied == (12, 12)


@pytest.mark.parametrize("unit", ["1 000 €", "1\u00a0000 €", "(1 000 €)"])
def test_a_unit_is_no_number(unit: str) -> None:
    assert printed_value(unit).value == unit
    assert numbers(drawn(unit=unit)) == DUE


@pytest.mark.parametrize(
    ("text", "value"),
    [("1 234*)", 1234), ("1 234 **", 1234), ("1 234¹", 1234), ("12,5 %²⁾", 0.125), ("234³", 234)],
)
def test_a_mark_after_a_number_is_passed_over(text: str, value: float) -> None:
    assert printed_value(text).value == value


@pytest.mark.parametrize("text", ["1 234)", "²", "1 234 1)", "*"])
def test_what_may_be_a_digit_of_the_number_makes_it_none(text: str) -> None:
    assert printed_value(text).value == text


def word(rows: Sequence[Sequence[tuple[str, str]]]) -> ReportBook:
    """Return a Word report of a table; a second text of a cell is a superscript."""
    document = docx.Document()
    document.add_heading("Kirjastopalvelut", 1)
    table = document.add_table(len(rows), len(rows[0]))
    for cells, texts in zip(table.rows, rows, strict=True):
        for cell, (plain, above) in zip(cells.cells, texts, strict=True):
            cell.paragraphs[0].add_run(plain)
            cell.paragraphs[0].add_run(above).font.superscript = True
    out = io.BytesIO()
    document.save(out)
    return ReportBook(Path("r.docx"), list(docx_passages(out.getvalue(), "r.docx")))


def test_a_superscript_of_a_word_report_is_no_digit() -> None:
    book = word(
        [
            [("1 000 €", ""), ("TP 2024", "1"), ("TP 2025", "")],
            [("Toimintatulot", "2"), ("120", ""), ("234", "1")],
            [("Toimintamenot", ""), ("−220", "2)"), ("−434", "")],
            [("Toimintakate", ""), ("−100", ""), ("−200", "")],
        ]
    )
    assert numbers(book) == [[120, 234], [-220, -434], [-100, -200]]
    result = check_report(book)
    assert [one for one in result.findings if one.severity is Severity.ERROR] == []
    assert result.tied == (6, 6)


def test_a_text_that_is_a_superscript_as_a_whole_stays_as_it_is() -> None:
    book = word([[("", "Luku"), ("", "120")], [("Tulot", ""), ("", "25")]])
    (sheet,) = book.sheets
    assert book.read(sheet).value(Address(2, 2)) == 120
