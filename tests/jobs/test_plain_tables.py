from pathlib import Path

import pytest
import xlsxwriter
from tests.layout.test_plain_tables import LINES, UNITS

from tpxl.books import open_book
from tpxl.errors import TpxlError
from tpxl.jobs.plain_tables import add_tables, tables_of


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with xlsxwriter.Workbook(tmp_path / "kirja.xlsx") as workbook:
        workbook.add_worksheet("Alue").write("A1", "Toimintamenot")
        workbook.add_worksheet("Tyhjä")
    return tmp_path / "kirja.xlsx"


def test_tables_that_were_added_are_found_with_their_rows(path: Path) -> None:
    with open_book(path) as book:
        assert tables_of(book, UNITS, LINES) == {UNITS: [], LINES: []}
        units, lines = add_tables(book, (UNITS, LINES), "fi")
        book.apply([*units.with_rows([{"unit": "31*"}]), *lines.with_rows([{"line": "x"}])])
        book.save()
    with open_book(path) as again:
        found = tables_of(again, UNITS, LINES)
        assert [len(found[kind]) for kind in (UNITS, LINES)] == [1, 1]
        assert found[UNITS][0].rows[0].cells == {"unit": "31*"}
        assert found[LINES][0]._replace(rows=(), next_row=2) == lines
        assert list(again.sheets) == ["Alue", "Tyhjä", "Yksiköt"]


def test_an_empty_sheet_of_the_name_is_used_and_one_with_content_is_not(path: Path) -> None:
    with open_book(path) as book:
        (units,) = add_tables(book, (UNITS,), "fi", "tyhjä")
        assert units.sheet == "Tyhjä"
        with pytest.raises(TpxlError) as caught:
            add_tables(book, (UNITS,), "fi", "Alue")
        assert caught.value.code == "sheet_name_taken"
