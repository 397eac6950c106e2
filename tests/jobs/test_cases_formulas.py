"""A formula stays a formula, and is believed only where somebody has calculated it."""

from pathlib import Path

import openpyxl
import pytest
from tests import cases

from tpxl.books import open_book
from tpxl.jobs.check import check
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
def test_a_refresh_writes_beside_them_and_says_nothing_more(case: str, tmp_path: Path) -> None:
    path = cases.written(case, tmp_path / "kirja.xlsx")
    formulas = _formulas(path)
    assert refreshed(path) == RIGHT
    assert _formulas(path) == formulas
    after = path.read_bytes()
    assert refreshed(path) == {}
    assert path.read_bytes() == after
    assert not [one for one in checked(path) if one.severity is not Severity.INFO]


def _formulas(path: Path) -> dict[str, object]:
    book = openpyxl.load_workbook(path)
    return {
        f"{sheet.title}!{cell.coordinate}": getattr(cell.value, "text", cell.value)
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }
