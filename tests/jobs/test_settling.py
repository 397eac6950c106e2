"""A refresh settles: whatever the decimals, the second version of a book is its last."""

import zipfile
from decimal import Decimal
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.grids import TableBook, TableGrid

from tpxl.books import open_book
from tpxl.jobs.check.check import check
from tpxl.jobs.refresh import refresh
from tpxl.model import Address, Edit, Value
from tpxl.shipped import master

PERIODS: list[Value] = ["", "TP 2024", "TP 2025"]
DECIMALS = st.one_of(st.integers(0, 30), st.sampled_from([-1, 0.5, 127, 6920, 1_000_000, 1e300]))
IS_TYPED = b'<c r="E43" s="29"><v>25000</v>'
FORMATS = st.one_of(st.integers(0, 30), st.sampled_from([127, 250, 300, 900]))


def area(expenses: int, per_resident: float) -> list[list[Value]]:
    return [
        PERIODS,
        ["Toimintamenot", expenses, expenses - 7],
        ["Toimintatulot", 0, 0],
        ["Toimintakate", expenses, expenses - 7],
        ["Toimintakate €/asukas", "", per_resident],
    ]


def book_at(path: Path, decimals: float | None, places: int | None) -> None:
    with xlsxwriter.Workbook(path) as book:
        facts, sheet = book.add_worksheet("Perustiedot"), book.add_worksheet("Satama")
        for row, cells in enumerate(
            [["Kausi", "Asukasluku"], ["TP 2024", 7091], ["TP 2025", 6832]]
        ):
            facts.write_row(row, 0, cells)
        if decimals is not None:
            facts.write_row(5, 0, ["Vastuualue", "Desimaalit €/asukas"])
            facts.write_row(6, 0, ["Satama", decimals])
        shown = None if places is None else book.add_format({"num_format": "0." + "0" * places})
        for row, cells in enumerate(area(-5_972_605, -1.5)):
            for column, value in enumerate(cells):
                sheet.write(row, column, value, shown if column and row == 4 else None)


def versions(path: Path, times: int) -> list[bytes]:
    """The book after each of so many refreshes."""
    kept = []
    for _ in range(times):
        with open_book(path) as book:
            refresh(book)
            book.save()
        kept.append(path.read_bytes())
    return kept


@settings(max_examples=12, deadline=None)
@given(decimals=st.none() | DECIMALS, places=st.none() | FORMATS)
def test_twenty_refreshes_leave_the_second_versions_bytes(
    tmp_path_factory: pytest.TempPathFactory, decimals: float | None, places: int | None
) -> None:
    path = tmp_path_factory.mktemp("settling") / "book.xlsx"
    book_at(path, decimals, places)
    first, *others = versions(path, 20)
    assert set(others) == {first}


@settings(max_examples=200, deadline=None)
@given(
    expenses=st.integers(-(10**9), -(10**5)),  # euros that General shows with a decimal
    residents=st.integers(1, 10_000_000),
    decimals=DECIMALS,
    places=FORMATS,
)
def test_what_a_refresh_writes_a_check_finds_right(
    expenses: int, residents: int, decimals: float, places: int
) -> None:
    grid = TableGrid.of("Satama", *area(expenses, -1.5))
    code = "0." + "0" * places
    grid = TableGrid(grid.sheet, grid.cells, formats={Address(5, c): code for c in (2, 3)})
    facts: list[list[Value]] = [
        ["Kausi", "Asukasluku"],
        ["TP 2024", residents],
        ["TP 2025", residents],
        [],
        ["Vastuualue", "Desimaalit €/asukas"],
        ["Satama", decimals],
    ]
    book = TableBook.of(grid, TableGrid.of("Perustiedot", *facts))
    refresh(book)
    assert refresh(book).edits == ()
    wrong = [one for one in check(book).findings if one.sheet == "Satama"]
    assert [one.code for one in wrong if one.code.startswith("per_resident")] == []


def test_a_stored_float_that_equals_the_right_figures_float_is_no_edit() -> None:
    right = Decimal(-142857142857142) / 7  # more digits than a float has
    grid = TableGrid.of("Satama", *area(-142857142857142, float(round(right, 6))))
    facts: list[list[Value]] = [
        ["Kausi", "Asukasluku"],
        ["TP 2024", 7],
        ["TP 2025", 7],
        [],
        ["Vastuualue", "Desimaalit €/asukas"],
        ["Satama", 6],
    ]
    book = TableBook.of(grid, TableGrid.of("Perustiedot", *facts))
    refresh(book)
    assert refresh(book).edits == ()


def test_what_an_edit_makes_unknown_is_judged_anew_in_the_same_refresh(tmp_path: Path) -> None:
    """An income was typed over by a program that does not calculate: its copy keeps the old one.

    The copy contradicts the new one, until an edit elsewhere makes it unknown what formulas give.
    """
    path = tmp_path / "book.xlsm"
    with zipfile.ZipFile(master()) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(
                name, data.replace(b"<v>25000</v>", b"<v>0</v>") if IS_TYPED in data else data
            )
    with open_book(path) as book:
        assert "tie_made_figures" in {one.code for one in check(book).findings}
    first, *others = versions(path, 3)
    assert set(others) == {first}


def test_a_result_that_a_refresh_forgets_is_told_by_the_same_refresh(tmp_path: Path) -> None:
    """A label may be an amount: what formulas over the findings count of it is not certain."""
    path = tmp_path / "book.xlsm"
    path.write_bytes(master().read_bytes())
    with open_book(path) as book:
        grid = book.read("Yhteenveto")
        counted = next(at for at, text in grid.formula_cells() if text.count("COUNTIFS(") > 1)
        label = Address(counted.row, 1)
        book.apply([Edit(grid.sheet, label.a1, "1 000 €", grid.value(label))])
        book.save()
    with open_book(path) as book:
        told = {one.code for one in refresh(book).findings if one.sheet == grid.sheet}
    assert "formulas_without_value" in told
    first, *others = versions(path, 3)
    assert set(others) == {first}
