from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import openpyxl
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from tests import two_pools

from tpxl import open_book
from tpxl.jobs.check.check import check
from tpxl.jobs.refresh import refresh
from tpxl.model import Address, Edit


def differences(held: Mapping[tuple[str, str], object]) -> dict[tuple[str, str], object]:
    solution = two_pools.solution()
    return {
        at: value
        for at, value in held.items()
        if value is None or Decimal(repr(value)) != solution[at]
    }


def test_the_solution_on_paper_conserves_every_cent() -> None:
    for i in range(3):
        held = sum(Decimal(repr(amounts[i])) for amounts in two_pools.AMOUNTS.values())
        assert sum(Decimal(values[i]) for values in two_pools.TO_AREAS.values()) == held


def test_a_refresh_comes_to_the_solution_on_paper() -> None:
    book = two_pools.book()
    refresh(book)
    held = {
        (sheet, cell): book.read(sheet).value(Address.parse(cell))
        for sheet, cell in two_pools.solution()
    }
    assert differences(held) == {}


def test_a_refresh_writes_the_computed_places_and_no_other() -> None:
    edits = refresh(two_pools.book()).edits
    assert {(edit.sheet, edit.cell) for edit in edits} == two_pools.solution().keys()


@settings(max_examples=12, deadline=None)
@given(st.dictionaries(st.sampled_from(sorted(two_pools.solution())), st.integers(-9, 9)))
def test_whatever_computed_figures_are_spoiled_a_refresh_mends_them(
    spoiled: dict[tuple[str, str], int],
) -> None:
    book = two_pools.book()
    refresh(book)
    book.apply(Edit(sheet, cell, new) for (sheet, cell), new in spoiled.items())
    wrong = {at for at, new in spoiled.items() if new != two_pools.solution()[at]}
    assert {(edit.sheet, edit.cell) for edit in refresh(book).edits} == wrong
    assert check(book).findings == ()


def test_edits_are_told_sheet_by_sheet_in_the_books_order() -> None:
    book = two_pools.book()
    sheets = [edit.sheet for edit in refresh(book).edits]
    assert list(dict.fromkeys(sheets)) == [name for name in book.sheets if name in sheets]
    assert sheets == sorted(sheets, key=book.sheets.index)


def test_a_refreshed_book_ties_out_and_is_not_changed_again() -> None:
    book = two_pools.book()
    refresh(book)
    assert check(book).findings == ()
    assert refresh(book).edits == ()


def test_a_closed_file_comes_to_the_solution_on_paper(tmp_path: Path) -> None:
    path = tmp_path / "kaksi_eraa.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        for name, rows in two_pools.sheets().items():
            sheet = workbook.add_worksheet(name)
            for row, values in enumerate(rows):
                for column, value in enumerate(values):
                    if value != "":
                        sheet.write(row, column, value)
    with open_book(path) as book:
        refresh(book)
        book.save()
    written = openpyxl.load_workbook(path)
    held = {(sheet, cell): written[sheet][cell].value for sheet, cell in two_pools.solution()}
    assert differences(held) == {}
