"""Every case can be built, and another reader finds in it what its text says."""

import zipfile
from pathlib import Path

import openpyxl
import pytest
from tests import cases


@pytest.mark.parametrize("case", cases.names())
def test_a_case_is_built_as_it_is_told(case: str, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(cases.written(case, tmp_path / "kirja.xlsx"))
    told = cases.cells(case)
    assert book.sheetnames == list(told)
    for name, cells in told.items():
        held = {c.coordinate: c.value for row in book[name].iter_rows() for c in row}
        plain = {at: value for at, value in cells.items() if not isinstance(value, dict)}
        assert {at: held.get(at) for at in plain} == plain
        assert {at for at, value in held.items() if value is not None} >= cells.keys()


def test_a_formula_without_a_value_has_none_in_the_file(tmp_path: Path) -> None:
    path = cases.written("01_formula_without_value", tmp_path / "kirja.xlsx")
    with zipfile.ZipFile(path) as package:
        assert b"<f>E5+E6</f></c>" in package.read("xl/worksheets/sheet2.xml")


def test_hidden_sheets_are_hidden(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(cases.written("10_hidden_draft_sheets", tmp_path / "kirja.xlsx"))
    assert [sheet.sheet_state for sheet in book] == ["visible", "visible"] + ["veryHidden"] * 2


def test_every_case_is_tried_by_a_test() -> None:
    here = Path(__file__).parent
    tests = [one for one in here.rglob("test_*.py") if one != Path(__file__)]
    texts = "".join(one.read_text(encoding="utf-8") for one in tests)
    assert [case for case in cases.names() if f'"{case}"' not in texts] == []
