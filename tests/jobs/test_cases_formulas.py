"""A formula stays a formula, and is believed only where somebody has calculated it."""

import zipfile
from pathlib import Path

import openpyxl
import pytest
from tests import cases
from tests.books.packages import written

from tpxl.books import open_book
from tpxl.jobs.check.check import check
from tpxl.jobs.refresh import refresh
from tpxl.model import Finding, Severity

UNVALUED = ["01_formula_without_value", "21_array_formula_without_values"]
RIGHT = {"F14": 6.2, "F16": 5.6, "F17": -159}


def checked(path: Path) -> tuple[Finding, ...]:
    with open_book(path) as book:
        return check(book).findings


def refreshed(path: Path) -> dict[str, object]:
    with open_book(path) as book:
        done = refresh(book)
        book.save()
    assert all(edit.sheet == "Kirjasto" for edit in done.edits)
    return {edit.cell: edit.new for edit in done.edits}


@pytest.mark.parametrize(
    ("case", "cell", "count"), [(UNVALUED[0], "E7", 2), (UNVALUED[1], "B7", 5)]
)
def test_formulas_without_a_value_are_told_once_a_sheet(
    case: str, cell: str, count: int, tmp_path: Path
) -> None:
    told = checked(cases.written(case, tmp_path / "kirja.xlsx"))
    (line,) = (one for one in told if one.severity is Severity.UNVERIFIABLE)
    assert (line.code, line.sheet, line.cell) == ("formulas_without_value", "Kirjasto", cell)
    assert line.facts["count"] == count
    assert {one.code for one in told} <= {"formulas_without_value", "empty_computed", "not_round"}
    assert {one.cell for one in told if one.code == "empty_computed"} == RIGHT.keys()


@pytest.mark.parametrize("case", UNVALUED)
def test_a_refresh_writes_beside_them_and_tells_of_them_still(case: str, tmp_path: Path) -> None:
    path = cases.written(case, tmp_path / "kirja.xlsx")
    formulas = _formulas(path)
    assert refreshed(path) == RIGHT
    assert _formulas(path) == formulas
    after = path.read_bytes()
    assert refreshed(path) == {}
    assert path.read_bytes() == after
    told = [one.code for one in checked(path) if one.severity is not Severity.INFO]
    assert told == ["formulas_without_value"]


def test_values_that_are_old_after_a_refresh_are_not_told_as_absent(tmp_path: Path) -> None:
    path = cases.written(UNVALUED[0], tmp_path / "kirja.xlsx")
    with zipfile.ZipFile(path) as package:
        parts = {info.filename: package.read(info) for info in package.infolist()}
    sheet = parts["xl/worksheets/sheet2.xml"]
    sheet = sheet.replace(b"<f>E5+E6</f>", b"<f>E5+E6</f><v>-1080000</v>")
    parts["xl/worksheets/sheet2.xml"] = sheet.replace(
        b"<f>F5+F6</f>", b"<f>F5+F6</f><v>-1103340</v>"
    )
    assert refreshed(written(path, parts)) == RIGHT
    assert [one.code for one in checked(path)] == ["formulas_wait"]


def _formulas(path: Path) -> dict[str, object]:
    book = openpyxl.load_workbook(path)
    return {
        f"{sheet.title}!{cell.coordinate}": getattr(cell.value, "text", cell.value)
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }
