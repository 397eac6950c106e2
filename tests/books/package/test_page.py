"""Text outside the cells is read and changed; every other byte stays."""

import zipfile
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from tests.books.package.test_formulas import opened, parts

from tpxl.model import Block
from tpxl.model.cell import PageEdit, PageText


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "kirja.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        workbook.set_properties({"title": "Tilinpäätös 2025 & tulosalueet"})
        sheet = workbook.add_worksheet("Kirjasto")
        sheet.write_row("A1", [2024, 2025])
        sheet.set_header("&L&8Kirjasto&RTilinpäätös 2025")
        sheet.set_footer("&C&P / &N")
        chart = workbook.add_chart({"type": "column"})
        chart.add_series({"values": ["Kirjasto", 0, 0, 0, 1], "values_data": [2024, 2025]})
        chart.set_title({"name": "Menot 2025"})
        sheet.insert_chart("D4", chart)
        workbook.add_worksheet("Ohje")
    return path


def test_headers_footers_and_the_title_are_told(path: Path) -> None:
    with opened(path) as book:
        assert book.page_texts() == (
            PageText("Kirjasto", "oddHeader", "&L&8Kirjasto&RTilinpäätös 2025"),
            PageText("Kirjasto", "oddFooter", "&C&P / &N"),
            PageText("", "title", "Tilinpäätös 2025 & tulosalueet"),
        )
        assert [text.text for text in book.drawn_texts()] == ["Menot 2025"]


def test_only_the_texts_change(path: Path, tmp_path: Path) -> None:
    before = parts(path)
    with opened(path) as book:
        book.apply_page(
            PageEdit(*text, text.text.replace("2025", "2026"))
            for text in book.page_texts()
            if "2025" in text.text
        )
        book.save(tmp_path / "uusi.xlsx")
    after = parts(tmp_path / "uusi.xlsx")
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"docProps/core.xml", "xl/worksheets/sheet1.xml"}
    for name in changed:
        assert after[name] == before[name].replace(
            "Tilinpäätös 2025".encode(), "Tilinpäätös 2026".encode()
        )
    book = openpyxl.load_workbook(tmp_path / "uusi.xlsx")
    assert book["Kirjasto"].oddHeader.right.text == "Tilinpäätös 2026"
    assert book.properties.title == "Tilinpäätös 2026 & tulosalueet"


def test_a_text_that_is_another_by_now_is_not_changed(path: Path) -> None:
    with opened(path) as book, pytest.raises(LookupError):
        book.apply_page([PageEdit("Kirjasto", "oddFooter", "&C&P", "x")])


def test_a_chart_forgets_what_it_keeps_of_cells_and_shows_them_still(
    path: Path, tmp_path: Path
) -> None:
    assert b"numCache" in parts(path)["xl/charts/chart1.xml"]
    with opened(path) as book:
        book.forget_drawn()
        book.save(tmp_path / "uusi.xlsx")
    chart = parts(tmp_path / "uusi.xlsx")["xl/charts/chart1.xml"]
    assert b"Cache" not in chart
    assert b"Kirjasto!$A$1:$B$1" in chart
    assert zipfile.ZipFile(tmp_path / "uusi.xlsx").testzip() is None


def test_a_print_area_is_widened_and_none_is_made(tmp_path: Path) -> None:
    path = tmp_path / "kirja.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        workbook.add_worksheet("Ilman").write("A1", 1)
        sheet = workbook.add_worksheet("Liikunta & nuoriso")
        sheet.write("A1", 1)
        sheet.print_area("A1:K5")
    before = parts(path)
    with opened(path) as book:
        book.put_print_area("Ilman", Block.parse("A1:B2"))
        book.put_print_area("Liikunta & nuoriso", Block.parse("A1:K25"))
        book.save(tmp_path / "uusi.xlsx")
    after = parts(tmp_path / "uusi.xlsx")
    assert {name for name in before if before[name] != after[name]} == {"xl/workbook.xml"}
    told = openpyxl.load_workbook(tmp_path / "uusi.xlsx")
    assert told["Liikunta & nuoriso"].print_area == "'Liikunta & nuoriso'!$A$1:$K$25"
    assert not told["Ilman"].print_area
