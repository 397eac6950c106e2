"""Case books of signs, units, times and error values: what is written and what is printed."""

from pathlib import Path

import openpyxl
import pytest
from tests import cases
from tests.grids import TableBook, TableGrid

from tpxl.books import open_book
from tpxl.jobs.check.check import check
from tpxl.jobs.export.job import ExportWish, export
from tpxl.jobs.refresh import refresh
from tpxl.model import CellError, Severity, Value


def printed_in(path: Path) -> list[str]:
    """Return what the cells of a clean sheet show, from the top."""
    rows = openpyxl.load_workbook(path).worksheets[0].iter_rows()
    return [str(cell.value) for row in rows for cell in row if cell.value is not None]


def test_an_area_of_the_other_sign_is_read_by_its_own(tmp_path: Path) -> None:
    path = cases.written("03_one_area_prints_expenses_positive", tmp_path / "kirja.xlsx")
    with open_book(path) as book:
        edits = {(edit.sheet, edit.cell): edit.new for edit in refresh(book).edits}
        assert refresh(book).edits == ()
    library = {"E7": -1_080_000, "F7": -1_103_340, "F14": 6.2, "F16": 5.6, "F17": -159}
    water = {"F7": -2_206_680, "F14": 6.2, "F16": 5.7, "F17": -319}
    assert edits == {
        **{("Kirjasto", cell): value for cell, value in library.items()},
        **{("Vesihuolto", cell): value for cell, value in water.items()},
    }


def test_what_a_table_of_thousands_allows_is_rounding_and_stays(tmp_path: Path) -> None:
    with open_book(cases.written("thousands", tmp_path / "kirja.xlsx")) as book:
        told = check(book).findings
        assert [(one.cell, one.severity) for one in told] == [("C4", Severity.ROUNDING)]
        assert refresh(book).edits == ()


def test_times_and_truth_values_are_printed_as_shown_under_the_section_of_their_number(
    tmp_path: Path,
) -> None:
    path = cases.written("e2e", tmp_path / "kirja.xlsx")
    with open_book(path) as book:
        done = export(book, ExportWish(tmp_path / "ulos"))
    shown = printed_in(done.files[0])
    text = "|".join(shown)
    assert all(word in text for word in ("20.30", "14.30", "kyllä", "ei"))
    assert not any(word in text for word in ("1899", "0,604", "True", "False"))
    six = next(at for at, one in enumerate(shown) if one.startswith("6. Taloudelliset"))
    seven = next(at for at, one in enumerate(shown) if one.startswith("7."))
    assert "Toimintamenot" in shown[six:seven]


@pytest.mark.parametrize("error", ["#REF!", "#N/A", "#DIV/0!"])
def test_an_error_in_a_figure_s_place_is_printed_as_staff_see_it_and_told_with_its_cell(
    error: str, tmp_path: Path
) -> None:
    rows: list[list[Value]] = [
        ["VASTUUALUE: Kirjasto"],
        ["6. Talouden tunnusluvut", "TP 2024", "TP 2025"],
        ["Toimintamenot", -100, CellError(error)],
        ["Toimintatulot", 10, 12],
    ]
    book = TableBook.of(TableGrid.of("Kirjasto", *rows))
    assert [one.cell for one in check(book).findings if one.code == "error_value"] == ["C3"]
    done = export(book, ExportWish(tmp_path))
    assert [(one.code, one.facts["cell"]) for one in done.doubts] == [("export_error_value", "C3")]
    assert "CellError" not in "|".join(printed_in(done.files[0]))
    strict = export(book, ExportWish(tmp_path / "tarkka", is_strict=True))
    assert strict.files == ()
    assert len(strict.refused) == 1
