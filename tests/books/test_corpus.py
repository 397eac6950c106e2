"""One number through real workbooks of many programs: nothing but its cell changes."""

import importlib
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from python_calamine import CalamineError, CalamineWorkbook

from tpxl.books import open_book
from tpxl.errors import TpxlError
from tpxl.model import Address, Edit

BESIDE = Path(__file__).resolve().parents[3] / "shared"
"""Where some hundred workbooks, too many to keep here, may lie beside the project."""
CORPUS = sorted((BESIDE / "corpus").glob("*.xls[xm]"))
SIGNED = {"apache__0d45c53ede.xlsx"}
LOCKED = {"00nasty__xlsxwriter.xlsm", "apache__3583a71a59.xlsm", "apache__9428f84c9d.xlsx"}
"""Their first sheet is protected with a password."""
NUMBER = 4242.5
UNTOUCHED = ("vanished", "added", "lost", "sheets_lost", "opc_new", "broken_xml")
COUNTED = ("formulas_lost", "cached_lost", "styles_changed", "values_changed")

if not CORPUS:
    pytest.skip("no real workbooks lie beside the project", allow_module_level=True)


@pytest.fixture(scope="module")
def comparison() -> ModuleType:
    sys.path.insert(0, str(BESIDE / "tools"))
    try:
        return importlib.import_module("compare")
    finally:
        sys.path.pop(0)


def changed(path: Path, out: Path) -> tuple[str, str]:
    """Put the number into the first cell of the first sheet that takes it; return its place."""
    with open_book(path) as book:
        sheet = book.sheets[0]
        grid = book.read(sheet)
        for cell in ("C7", "D9", "H20", "AB99"):
            if grid.has_formula(Address.parse(cell)):
                continue
            try:
                book.apply([Edit(sheet, cell, NUMBER)])
            except TpxlError as error:
                last = error
                continue
            book.save(out)
            return sheet, cell
    raise last


def faults(told: dict[str, Any], sheet_part: str) -> list[str]:
    found = [f"{name}: {told[name]}" for name in UNTOUCHED if told.get(name)]
    found += [f"{name}: {told[name]}" for name in COUNTED if told.get(name)]
    beside = set(told["changed"]) - {sheet_part, "xl/workbook.xml", "workbook.xml"}
    found += [f"changed: {part}" for part in sorted(beside)]
    found += [] if told["edit_ok"] else ["the number is not there"]
    found += ["the cell's look"] if told["edit_style_kept"] is False else []
    return found


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.name)
def test_one_number_changes_nothing_else_in_a_real_workbook(
    path: Path, tmp_path: Path, comparison: ModuleType
) -> None:
    out = tmp_path / path.name
    if path.name in SIGNED:
        with pytest.raises(TpxlError) as caught:
            changed(path, out)
        assert caught.value.code == "edit_in_signed"
        return
    if path.name in LOCKED:
        with pytest.raises(TpxlError) as caught:
            changed(path, out)
        assert caught.value.code == "sheet_protected"
        return
    sheet, cell = changed(path, out)
    told = comparison.compare(str(path), str(out), sheet, cell, NUMBER)
    part = comparison.sheetmap(comparison.read(str(path)))[0][sheet][1]
    assert faults(told, part) == []
    with open_book(out) as book:
        assert book.read(sheet).value(Address.parse(cell)) == NUMBER


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.name)
def test_a_real_workbook_saved_unchanged_is_the_same_file(path: Path, tmp_path: Path) -> None:
    out = tmp_path / path.name
    with open_book(path) as book:
        for sheet in book.sheets:
            list(book.read(sheet).texts(str.istitle))
        book.save(out)
    assert out.read_bytes() == path.read_bytes()


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.name)
def test_a_real_workbooks_cells_hold_what_another_reader_finds(path: Path) -> None:
    other = CalamineWorkbook.from_path(str(path))
    with open_book(path) as book:
        for name in book.sheets:
            try:
                sheet = other.get_sheet_by_name(name)
            except CalamineError:
                continue
            rows = list(sheet.to_python(skip_empty_area=False))
            grid = book.read(name)
            for at in range(0, len(rows), max(1, len(rows) // 40)):
                assert plain(grid.row(at + 1), rows[at]) == plain(
                    dict(enumerate(rows[at], 1)), rows[at]
                )


def plain(row: dict[int, Any], others: list[Any]) -> dict[int, object]:
    """The numbers and texts of a row, but where the other reader makes a date of one."""
    comparable = (bool, int, float, str)
    return {
        column: value if isinstance(value, str) else float(value)
        for column, value in row.items()
        if isinstance(value, comparable)
        and value != ""
        and (column > len(others) or isinstance(others[column - 1], comparable))
    }
