"""Formulas in the places of figures, in the open program and in the file that it saves."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import xlsxwriter
from tests import cases

from tpxl.books import open_book
from tpxl.books.excel import LiveBook
from tpxl.jobs.refresh import refresh
from tpxl.model import Address, Grid

COMPUTED = ("B7", "C7", "D7", "E7", "F5", "F14", "F16")


def _write(path: Path) -> Path:
    """Own formulas in an input's and in computed places, one of them empty, and an array."""
    told = cases.cells("21_array_formula_without_values")
    with xlsxwriter.Workbook(path) as made:
        for name, cells in told.items():
            sheet = made.add_worksheet(name)
            for at, value in cells.items():
                if not isinstance(value, dict):
                    sheet.write(at, value)
        sheet.write_array_formula("B7:D7", "{=B5:D5+B6:D6}")
        for at, formula in (
            ("E7", "=E5+E6"),
            ("F5", "=-1345000-270"),
            ("F14", '=""'),
            ("F16", "=ROUND((F15/D15-1)*100,1)"),
        ):
            sheet.write_formula(at, formula)
    return path


def _computed(grid: Grid) -> list[str]:
    return [at for at in COMPUTED if grid.has_formula(Address.parse(at))]


def test_no_formula_is_written_over(opened: Callable[[Path], Any], tmp_path: Path) -> None:
    with LiveBook(opened(_write(tmp_path / "kirja.xlsx"))) as book:
        done = refresh(book)
        assert {edit.cell: edit.new for edit in done.edits} == {"F7": -1103340, "F17": -159}
        grid = book.read("Kirjasto")
        assert _computed(grid) == list(COMPUTED)
        assert grid.value(Address.parse("F14")) == ""
        assert refresh(book).edits == ()
        book.save(tmp_path / "uusi.xlsx")
    with open_book(tmp_path / "uusi.xlsx") as saved:
        assert refresh(saved).edits == ()
        grid = saved.read("Kirjasto")
        assert _computed(grid) == list(COMPUTED)
        assert (grid.value(Address.parse("F14")), grid.unvalued) == ("", None)
