"""Charts keep the cells they show: readers that do not calculate draw from what is kept."""

import zipfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import xlsxwriter
from tests.books.package.test_formulas import parts

from tpxl.books import open_book
from tpxl.jobs.recalculation import recalculate
from tpxl.jobs.refresh import refresh
from tpxl.model import Address, Edit

MASTER = Path(__file__).parents[3] / "workbook" / "tilinpaatos_master.xlsm"
CHART = "xl/charts/chart1.xml"


def drawn(tmp_path: Path) -> Path:
    """Write a book with a chart of two series: one of what it holds, one of what it held once."""
    path = tmp_path / "kirja.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet("Kirjasto")
        for row, numbers in enumerate(((10, 1), (20, 2), (30, 3))):
            sheet.write_row(row, 0, numbers)
        chart = workbook.add_chart({"type": "column"})
        chart.add_series({"values": ["Kirjasto", 0, 0, 2, 0], "values_data": [10, 20, 30]})
        chart.add_series({"values": ["Kirjasto", 0, 1, 2, 1], "values_data": [7, 7, 7]})
        sheet.insert_chart("D4", chart)
    return path


def with_chart(path: Path, change: Callable[[bytes], bytes]) -> None:
    members = parts(path)
    changed = change(members[CHART])
    assert changed != members[CHART]
    with zipfile.ZipFile(path, "w") as package:
        for name, data in {**members, CHART: changed}.items():
            package.writestr(name, data)


def chart_after(path: Path, cell: str, new: int) -> bytes:
    with open_book(path) as book:
        book.apply([Edit("Kirjasto", cell, Decimal(new))])
        recalculate(book)
        book.save()
    return parts(path)[CHART]


def test_a_chart_keeps_what_an_edit_put_into_the_cells_it_shows(tmp_path: Path) -> None:
    chart = chart_after(drawn(tmp_path), "A2", 25)
    assert [b"<c:v>%d</c:v>" % number in chart for number in (10, 25, 30, 20)] == [1, 1, 1, 0]


def test_what_a_chart_keeps_of_other_cells_stays_also_where_it_is_old(tmp_path: Path) -> None:
    assert chart_after(drawn(tmp_path), "A2", 25).count(b"<c:v>7</c:v>") == 3


def test_a_chart_that_leaves_out_hidden_rows_is_not_touched(tmp_path: Path) -> None:
    path = drawn(tmp_path)
    with_chart(path, lambda chart: chart.replace(b'ptCount val="3"', b'ptCount val="2"', 1))
    assert b"<c:v>25</c:v>" not in chart_after(path, "A2", 25)


def test_a_points_own_number_format_stays(tmp_path: Path) -> None:
    path = drawn(tmp_path)
    own = b'<c:pt idx="1" formatCode="0.0">'
    with_chart(path, lambda chart: chart.replace(b'<c:pt idx="1">', own, 1))
    assert own + b"<c:v>25</c:v>" in chart_after(path, "A2", 25)


def test_a_chart_that_cannot_be_read_stops_no_save(tmp_path: Path) -> None:
    path = drawn(tmp_path)
    with_chart(path, lambda chart: chart[:-40])
    assert chart_after(path, "A2", 25)
    with open_book(path) as book:
        assert book.read("Kirjasto").value(Address.parse("A2")) == 25


def test_after_a_refresh_every_chart_of_the_master_keeps_what_its_cells_hold(
    tmp_path: Path,
) -> None:
    path = tmp_path / "kirja.xlsm"
    path.write_bytes(MASTER.read_bytes())
    with open_book(path) as book:
        refresh(book)
        book.save()
    saved = path.read_bytes()
    with open_book(path) as book:
        book.redraw()
        book.save()
    assert path.read_bytes() == saved
