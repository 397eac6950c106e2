"""After edits, what a file keeps of formulas is what they give now, or nothing."""

from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tpxl.books import open_book
from tpxl.jobs.check.check import check
from tpxl.jobs.recalculation import recalculate
from tpxl.jobs.refresh import refresh
from tpxl.jobs.results import RefreshResult
from tpxl.model import Edit


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet("Luvut")
        sheet.write_column("A1", [1, 2, 3])
        sheet.write_formula("B1", "=A1*2", None, 2)
        sheet.write_formula("B2", "=SUM(A1:A3)", None, 6)
        sheet.write_formula("B3", '=TEXT(A2,"0")', None, "2")  # fmt: skip
        sheet.write_array_formula("D1:D2", "{=A1:A2*2}", None, 2)
        other = workbook.add_worksheet("Yhteenveto")
        other.write_formula("A1", "=Luvut!B2/2", None, 3)
        other.write_formula("A2", "=Luvut!A3", None, 3)
        other.write_formula("A3", "=Kokonaan", None, 6)
        workbook.define_name("Kokonaan", "=Luvut!$B$2")
    return path


def cached(path: Path) -> dict[str, object]:
    book = openpyxl.load_workbook(path, data_only=True)
    cells = ("Luvut B1", "Luvut B2", "Luvut B3", "Luvut D1", "Luvut D2")
    cells += ("Yhteenveto A1", "Yhteenveto A2", "Yhteenveto A3")
    return {cell: book[cell.split()[0]][cell.split()[1]].value for cell in cells}


def test_what_follows_from_an_edit_is_computed_and_what_cannot_be_is_forgotten(path: Path) -> None:
    before = cached(path)
    with open_book(path) as book:
        book.apply([Edit("Luvut", "A2", 10)])
        recalculate(book)
        assert book.awaits_recalculation
        book.save()
    after = cached(path)
    assert {cell: after[cell] for cell in after if after[cell] != before[cell]} == {
        "Luvut B2": 14,
        "Luvut B3": None,
        "Luvut D1": None,
        "Luvut D2": None,
        "Yhteenveto A1": 7,
        "Yhteenveto A3": 14,
    }


def test_without_an_edit_nothing_changes(path: Path) -> None:
    before = path.read_bytes()
    with open_book(path) as book:
        recalculate(book)
        book.save()
    assert path.read_bytes() == before


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(numbers=st.lists(st.integers(-999, 999), min_size=3, max_size=3))
def test_chains_of_formulas_follow(tmp_path: Path, numbers: list[int]) -> None:
    path = tmp_path / "ketju.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet("S")
        sheet.write_column("A1", [1, 1, 1])
        for row in range(1, 40):
            above = f"B{row - 1}" if row > 1 else "SUM(A1:A3)"
            sheet.write_formula(f"B{row}", f"={above}+1", None, 0)
    with open_book(path) as book:
        book.apply([Edit("S", f"A{row}", new) for row, new in enumerate(numbers, 1)])
        recalculate(book)
        book.save()
    sheet = openpyxl.load_workbook(path, data_only=True)["S"]
    if numbers != [1, 1, 1]:
        assert [sheet[f"B{row}"].value for row in (1, 39)] == [sum(numbers) + 1, sum(numbers) + 39]


def test_a_circle_is_not_known(tmp_path: Path) -> None:
    path = tmp_path / "kehä.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet("S")
        sheet.write_formula("A1", "=A2+B1", None, 5)
        sheet.write_formula("A2", "=A1", None, 5)
    with open_book(path) as book:
        book.apply([Edit("S", "B1", 3)])
        recalculate(book)
        book.save()
    sheet = openpyxl.load_workbook(path, data_only=True)["S"]
    assert (sheet["A1"].value, sheet["A2"].value) == (None, None)


PERIODS = ("TP 2024", "TA 2025", "TP 2025")
LETTERS = "BCD"
Kept = Sequence[float | str]


def written(path: Path, kept: Kept, *, old: str = PERIODS[0], last: int = -100) -> Path:
    """Write two areas and a summary whose formulas, of the first area's margins, keep these.

    `old` heads the first column of figures, `last` is the last margin of the first area.
    """
    with xlsxwriter.Workbook(path) as workbook:
        workbook.calc_on_load = False  # what is kept counts
        for name, margin in (("Kirjasto", last), ("Liikunta", -100)):
            rows: tuple[tuple[float | str, ...], ...] = (
                (f"VASTUUALUE: {name}",),
                ("", old, *PERIODS[1:]),
                ("Toimintamenot", -100, -120, -130),
                ("Muutos %", "", "", 30),
                ("Toimintatulot", 10, 20, 30),
                ("Toimintakate", -90, -100, margin),
            )
            sheet = workbook.add_worksheet(name)
            for row, values in enumerate(rows):
                sheet.write_row(row, 0, values)
        summary = workbook.add_worksheet("Yhteenveto")
        for top, line, of in ((0, "Toimintakate", 6), (5, "Toimintamenot", 3)):
            summary.write_row(top, 0, [line])
            summary.write_row(top + 1, 0, ["Vastuualue", *PERIODS])
            summary.write_column(top + 2, 0, ["Kirjasto", "Liikunta"])
            usual = (-90, -100, -100) if of == 6 else (-100, -120, -130)
            for row, name in enumerate(("Kirjasto", "Liikunta"), top + 2):
                values = kept if row == 2 else usual
                for at, letter, value in zip((1, 2, 3), LETTERS, values, strict=True):
                    summary.write_formula(row, at, f"={name}!{letter}{of}", None, value)
    return path


def refreshed(path: Path) -> RefreshResult:
    with open_book(path) as book:
        result = refresh(book)
        book.save()
    return result


def told(result: RefreshResult) -> list[tuple[str, str | None, str | None]]:
    return [(one.code, one.sheet, one.cell) for one in result.findings]


def test_a_second_refresh_of_what_rests_on_formulas_says_the_same(tmp_path: Path) -> None:
    path = written(tmp_path / "kirja.xlsx", (-90, -100, -110), old="Vanha", last=-110)
    with open_book(path) as book:
        assert "base_missing" not in {one.code for one in check(book).findings}
    first, second = refreshed(path), refreshed(path)
    assert [edit.cell for edit in first.edits] == ["D6"]
    assert second.edits == ()
    assert told(first) == told(second)
