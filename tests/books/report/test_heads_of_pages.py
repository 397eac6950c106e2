"""Headings in hard places: over several tables, in running heads, between two columns, touching."""

import io
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen import canvas
from tests.books.report.placed_styles import sections
from tests.books.report.styles import BOLD, PERIODS, PLAIN, Typing, figures

from tpxl.books.report import ReportBook
from tpxl.books.report.areas import report_sheets
from tpxl.books.report.pages import pdf_passages
from tpxl.books.report.passages import Passage, Print, heading, numbered, table

ROWS = (("Toimintatulot", "120"), ("Toimintamenot", "-220"), ("Toimintakate", "-100"))


def passage(corner: str, rows: tuple[tuple[str, str], ...] = ROWS) -> Passage:
    """Return a table of one year, its corner and its rows."""
    head = {1: Print(corner), 2: Print("TP 2025"), 3: Print("TP 2024")}
    body = [{1: Print(label), 2: Print(text), 3: Print(text)} for label, text in rows]
    return table(({at: said for at, said in head.items() if said.text}, *body))


def names(*passages: Passage) -> list[str]:
    return [sheet.name for sheet in report_sheets(numbered(passages), "raportti")]


def titled(level: int, text: str) -> Passage:
    return heading(level, Print(text))


def test_tables_of_the_same_rows_are_parted_by_the_names_in_their_corners() -> None:
    over = titled(1, "Toteutumisvertailu")
    found = names(over, passage("Kirjastopalvelut"), passage("Liikuntapalvelut"))
    assert found == ["raportti", "Kirjastopalvelut", "Liikuntapalvelut"]


def test_a_table_of_other_rows_under_the_heading_is_nobody_s() -> None:
    other = passage("Suoritteet", (("K\u00e4ynnit", "12"), ("Lainat", "300"), ("Kirjat", "40")))
    areas = (passage("Kirjastopalvelut"), passage("Liikuntapalvelut"))
    found = names(titled(1, "Toteutumisvertailu"), *areas, other)
    assert found == ["Toteutumisvertailu", "Kirjastopalvelut", "Liikuntapalvelut"]


def test_a_corner_that_is_a_word_of_the_report_or_lacking_or_twice_names_nobody() -> None:
    over = titled(1, "Kirjastopalvelut")
    for corners in (
        ("Tunnusluku", "Er\u00e4t"),
        ("Tulos", ""),
        ("Laskelma", "Laskelma"),
        ("1 000 \u20ac", "\u20ac"),
    ):
        assert names(over, *map(passage, corners)) == ["Kirjastopalvelut"], corners


def test_one_table_keeps_its_heading_s_name_whatever_its_corner() -> None:
    assert names(titled(1, "Kirjastopalvelut"), passage("Laskelma")) == ["Kirjastopalvelut"]


def test_a_heading_under_many_others_is_no_area_s_name() -> None:
    areas = ("Kirjasto", "Liikunta", "Nuoriso")
    parts = [one for area in areas for one in (titled(1, area), titled(2, "Toteuma"), passage(""))]
    assert names(*parts) == list(areas)


def test_a_running_head_names_what_stands_on_its_pages() -> None:
    data, _ = sections(figures(1, PERIODS, 4), Typing(page_lines=7, repeats_header=False))
    book = ReportBook(Path("r.pdf"), pdf_passages(data, "r.pdf"))
    assert book.sheets == (
        "Varhaiskasvatus",
        "Kirjastopalvelut",
        "Liikuntapalvelut",
        "Tekninen toimi",
    )


def test_a_running_head_that_differs_by_its_number_alone_names_nobody() -> None:
    data, _ = sections(
        figures(1, PERIODS, 4),
        Typing(page_lines=7),
        lambda _, page: f"Tilinp\u00e4\u00e4t\u00f6s {page}",
    )
    book = ReportBook(Path("r.pdf"), pdf_passages(data, "r.pdf"))
    assert not any("Tilinp" in sheet for sheet in book.sheets)


def headed(*heads: str, gap: float) -> list[Passage]:
    """Return what is read of a table whose headings stand so far apart, one over two lines."""
    out = io.BytesIO()
    pen = canvas.Canvas(out, pagesize=(842, 595), invariant=1)
    wide = max(pdfmetrics.stringWidth(one, BOLD, 9) for one in heads) + gap
    edges = [180 + wide * at for at in range(1, len(heads) + 1)]
    y = 500.0
    for area in ("Kirjasto", "Liikunta"):
        pen.setFont(BOLD, 9)
        pen.drawString(50, y, area)
        for edge, text in zip(edges, heads, strict=True):
            pen.drawRightString(edge, y, text)
        pen.drawRightString(edges[0], y + 10, "Tarkistettu")
        pen.setFont(PLAIN, 9)
        for label, text in ROWS:
            y -= 14
            pen.drawString(50, y, label)
            for edge in edges:
                pen.drawRightString(edge, y, text)
        y -= 30
    pen.save()
    return [one for one in pdf_passages(out.getvalue(), "r.pdf") if one.is_table]


def test_touching_headings_stand_each_over_its_column() -> None:
    heads = ("talousarvio", "Talousarvion muutos", "Muutettu talousarvio", "Poikkeama")
    for one in headed(*heads, gap=2.5):
        texts = {at: said.text for at, said in one.rows[0].items() if at > 1}
        assert texts == dict(enumerate(("Tarkistettu talousarvio", *heads[1:]), start=2))


def test_a_heading_s_first_line_is_its_table_s_and_not_the_one_s_above() -> None:
    above, _ = headed("talousarvio", "TP 2025", "TP 2024", gap=20)
    assert len(above.rows) == 1 + len(ROWS)
