"""A master that another program saved: every formula is kept, and the same is told of it."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from tests.live.office.server import store

from tpxl.books import open_book
from tpxl.jobs.check.check import check
from tpxl.jobs.refresh import refresh
from tpxl.shipped import master

WITHOUT_VALUES = "formulas_without_value"


def by_openpyxl(_: Any, to: Path) -> None:
    openpyxl.load_workbook(master()).save(to)


def by_libreoffice(office: Any, to: Path) -> None:
    copy = to.with_name("master.xlsm")
    document = office.connection.open(Path(shutil.copy(master(), copy)))
    store(document, to, "Calc MS Excel 2007 XML")
    document.close(True)


def formulas(path: Path) -> dict[tuple[str, str], str]:
    with open_book(path) as book:
        return {
            (sheet, at.a1): formula
            for sheet in book.sheets
            for at, formula in book.read(sheet).formula_cells()
        }


def told(path: Path) -> set[tuple[str, str | None, str | None]]:
    with open_book(path) as book:
        return {(one.code, one.sheet, one.cell) for one in check(book).findings}


@pytest.mark.parametrize("save", [by_openpyxl, by_libreoffice])
def test_another_program_changes_nothing_of_what_is_told(
    office: Any, save: Callable[[Any, Path], None], tmp_path: Path
) -> None:
    path = tmp_path / "kirja.xlsx"
    save(office, path)
    before = formulas(path)
    assert len(before) == len(formulas(master()))
    new = {one for one in told(path) - told(master()) if one[0] != WITHOUT_VALUES}
    assert (new, told(master()) - told(path)) == (set(), set())
    with open_book(path) as book:
        assert len(refresh(book).edits) == 4
        book.save()
    assert formulas(path) == before
