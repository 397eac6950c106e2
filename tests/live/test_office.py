"""The harness itself: what is true of it, the other live tests build on."""

import datetime as dt
import subprocess
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from tests.live.office.calls import ExcelRefused


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A workbook with one of each: number, text, date, formula, error, merged and empty cells."""
    file = tmp_path / "yksi.xlsx"
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet("Alue 1")
        sheet.set_column("A:A", 20)
        sheet.write_row("A1", ["Toimintamenot", -2859611, 0.5])
        sheet.write_datetime("A2", dt.datetime(2025, 12, 31), book.add_format({"num_format": 14}))  # noqa: DTZ001
        sheet.write_formula("B2", "=SUM(B1:C1)")
        sheet.write_formula("C2", "=B1/0")
        sheet.merge_range("A3:B3", "Yhdistetty")
        sheet.write_string("C3", "007")
        book.add_worksheet("Suojattu").protect()
    return file


def test_what_is_read_is_what_excel_would_hand_over(opened: Any, path: Path) -> None:
    sheet = opened(path).sheets["Alue 1"]
    assert sheet.used_range.address == "$A$1:$C$3"
    assert sheet.used_range.options(ndim=2, err_to_str=True).value == [
        ["Toimintamenot", -2859611, 0.5],
        [dt.datetime(2025, 12, 31), -2859610.5, "#DIV/0!"],  # noqa: DTZ001
        ["Yhdistetty", None, "007"],
    ]
    assert sheet.range("A2").api.Value2 == 46022
    assert sheet.range("C2").api.Value2 == -2146826281


def test_a_formula_is_recalculated_after_a_write(opened: Any, path: Path) -> None:
    sheet = opened(path).sheets["Alue 1"]
    sheet.range("B1:C1").value = [[1, 2]]
    assert sheet.range("B2").value == 3
    assert sheet.range("B2").formula == "=SUM(B1:C1)"


def test_text_that_looks_like_a_number_becomes_one_unless_an_apostrophe_keeps_it(
    opened: Any, path: Path
) -> None:
    sheet = opened(path).sheets["Alue 1"]
    sheet.range("E1:E2").value = [["12"], ["'12"]]
    assert sheet.range("E1:E2").value == [12, "12"]


def test_formats_and_merges_are_none_where_cells_differ(opened: Any, path: Path) -> None:
    sheet = opened(path).sheets["Alue 1"]
    assert sheet.range("A1:C1").number_format == "General"
    assert sheet.range("A1:A2").number_format is None
    assert sheet.range("A1:C1").merge_cells is False
    assert sheet.range("A3:C3").merge_cells is None
    assert sheet.range("B3").merge_area.address == "$A$3:$B$3"


def test_a_protected_cell_refuses_to_be_written(opened: Any, path: Path) -> None:
    sheet = opened(path).sheets["Suojattu"]
    assert sheet.api.ProtectContents
    with pytest.raises(ExcelRefused):
        sheet.range("A1").value = 1


def test_it_saves_and_prints(opened: Any, path: Path, tmp_path: Path) -> None:
    book = opened(path)
    book.sheets["Alue 1"].range("B1").value = -1
    book.save(str(tmp_path / "tallennettu.xlsx"))
    assert opened(tmp_path / "tallennettu.xlsx").sheets["Alue 1"].range("B1").value == -1
    book.to_pdf(str(tmp_path / "yksi.pdf"))
    command = ["pdftotext", "-layout", str(tmp_path / "yksi.pdf"), "-"]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "Toimintamenot" in text
