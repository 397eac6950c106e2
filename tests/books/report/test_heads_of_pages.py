"""Headings in hard places: over several tables, in running heads, between two columns, touching."""

import io
from collections.abc import Sequence
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen import canvas
from tests.books.report.placed_styles import sections
from tests.books.report.styles import BOLD, PERIODS, PLAIN, Typing, figures

from tpxl.books.report import ReportBook
from tpxl.books.report.areas import report_sheets
from tpxl.books.report.numbers import printed_value
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


def drawn(
    *pages: Sequence[tuple[float, str, Sequence[str]]], edges: Sequence[float] = (250, 330, 410)
) -> list[Passage]:
    """Return what is read of lines at their heights: a label and what stands in the columns."""
    out = io.BytesIO()
    pen = canvas.Canvas(out, pagesize=(595, 842), invariant=1)
    for lines in pages:
        for y, label, texts in lines:
            pen.setFont(PLAIN, 9)
            pen.drawString(50, y, label)
            for at, text in enumerate(texts):
                edge = edges[at] if at < len(edges) else edges[-1] + 80
                pen.drawRightString(edge, y, text)
        pen.showPage()
    pen.save()
    return pdf_passages(out.getvalue(), "r.pdf")


FIGURES = tuple((label, (text, text, text)) for label, text in ROWS)
TWO_LINES = (("", ("Alkup. TA", "Muutos", "TA")), ("", ("2025", "", "2025")))


def below(top: float, *rows: tuple[str, Sequence[str]]) -> list[tuple[float, str, Sequence[str]]]:
    return [(top - 12 * at, label, texts) for at, (label, texts) in enumerate(rows)]


def tables(passages: Sequence[Passage]) -> list[list[dict[int, str]]]:
    return [
        [{at: cell.text for at, cell in row.items()} for row in one.rows]
        for one in passages
        if one.is_table
    ]


def test_a_year_under_its_heading_at_the_top_of_a_page_is_no_page_number() -> None:
    year = (("", ("TP 2024", "Alkup. TA", "TA 2025")), ("", ("", "2025", "")))
    (found,) = tables(drawn(below(790, *year, *FIGURES)))
    assert found[0] == {2: "TP 2024", 3: "Alkup. TA 2025", 4: "TA 2025"}


def test_a_column_of_one_raised_digit_is_no_list_of_contents() -> None:
    rows = [(label, (text,)) for label, text in (("Tulot", "1\u00b9"), *ROWS, *ROWS)]
    (found,) = tables(drawn(below(700, *rows)))
    assert found[0] == {1: "Tulot", 2: "1\u00b9"}


def test_a_page_number_is_none_of_its_table_s() -> None:
    pages = [[*below(700, *TWO_LINES, *FIGURES), (30.0, "", ("", "12"))]]
    assert not any("12" in row.values() for row in tables(drawn(*pages))[0])


def test_a_table_without_headings_has_those_of_the_same_table_above() -> None:
    first = below(700, ("Kirjasto", ("TP 2024", "TA 2025", "TP 2025")), *FIGURES)
    again = below(620, ("Liikunta", ()), *FIGURES)
    one, other = tables(drawn([*first, *again]))
    assert other[0] == {1: "Liikunta"}
    assert other[1] == {2: "TP 2024", 3: "TA 2025", 4: "TP 2025"}
    assert other[2:] == one[1:]


def test_a_unit_is_lent_with_the_headings() -> None:
    first = below(700, ("1 000 \u20ac", ("TP 2024", "TA 2025", "TP 2025")), *FIGURES)
    _, other = tables(drawn([*first, *below(620, ("Liikunta", ()), *FIGURES)]))
    assert other[1][1] == "1 000 \u20ac"


def test_a_table_of_other_rows_or_columns_has_no_headings_of_the_one_above() -> None:
    first = below(700, ("Kirjasto", ("TP 2024", "TA 2025", "TP 2025")), *FIGURES)
    words = (("K\u00e4ynnit", ("12", "13", "14")), ("Lainat", ("300", "310", "320")))
    rows = below(620, ("Liikunta", ()), *words)
    assert tables(drawn([*first, *rows]))[1][1] == {1: "K\u00e4ynnit", 2: "12", 3: "13", 4: "14"}
    moved = [(y, label, ["", *texts]) for y, label, texts in below(620, ("Liikunta", ()), *FIGURES)]
    assert "TP 2024" not in tables(drawn([*first, *moved]))[1][1].values()


def test_headings_over_two_lines_that_a_page_repeats_are_there_once() -> None:
    title = ("Vastuuhenkil\u00f6: johtaja.", ())
    upper = below(120, title, *TWO_LINES, *FIGURES[:2])
    lower = below(790, *TWO_LINES, *FIGURES[2:])
    (found,) = tables(drawn(upper, lower))
    assert found[-1] == {1: "Toimintakate", 2: "-100", 3: "-100", 4: "-100"}
    assert sum("Muutos" in row.values() for row in found) == 1


def test_digits_that_a_cell_had_no_room_for_are_no_numbers() -> None:
    long = ("Avustukset", ("TORN", "-250 306", "-120 000"))
    rest = ("", ("1", "", ""))
    rows = [("", ("TP 2024", "TA 2025", "TP 2025")), *FIGURES, long, rest]
    lines = [
        (y, label, ["-12 324 36" if one == "TORN" else one for one in texts])
        for y, label, texts in below(700, *rows)
    ]
    (found,) = tables(drawn(lines))
    assert found[-1] == {1: "Avustukset", 2: "-12 324 36 1", 3: "-250 306", 4: "-120 000"}
    assert not printed_value(found[-1][2]).is_number


def test_a_small_number_close_to_a_long_one_is_its_column_s_where_both_are_columns() -> None:
    rows = [(f"Rivi {at}", ("1 234 567", str(10 + at), "1")) for at in range(4)]
    lines = [(y, label, texts) for y, label, texts in below(700, *rows)]
    (found,) = tables(drawn(lines, edges=(250, 263, 400)))
    assert found[1] == {1: "Rivi 1", 2: "1 234 567", 3: "11", 4: "1"}


def test_one_table_of_several_areas_is_parted_at_their_names() -> None:
    head = ("1 000 \u20ac", ("TP 2024", "TA 2025", "TP 2025"))
    rows = [
        head,
        ("Kirjasto", ()),
        *FIGURES,
        ("Liikunta", ()),
        *FIGURES,
        ("Kaikki", ("9", "9", "9")),
    ]
    first, second, rest = tables(drawn(below(700, *rows)))
    assert (first[1], second[0], len(first), len(second)) == (
        {1: "Kirjasto"},
        {1: "Liikunta"},
        5,
        5,
    )
    assert first[0] == second[1] == rest[0] == {1: head[0], **dict(enumerate(head[1], start=2))}
    assert rest[1] == {1: "Kaikki", 2: "9", 3: "9", 4: "9"}


def test_a_table_whose_names_have_other_rows_stays_whole() -> None:
    head = ("", ("TP 2024", "TA 2025", "TP 2025"))
    rows = [head, ("Kirjasto", ()), *FIGURES, ("Lainat", ()), ("Kirjat", ("12", "13", "14"))]
    assert len(tables(drawn(below(700, *rows)))) == 1


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
