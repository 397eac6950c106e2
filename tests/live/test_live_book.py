"""The live book against a real spreadsheet program: what the contract of every book leaves out."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from tests.live.office.calls import CALLS, ExcelRefused
from tests.live.office.cells import Range
from tests.live.office.engine import BookNames

from tpxl.books.excel import LiveBook
from tpxl.books.excel.preview import PreviewBook
from tpxl.errors import TpxlError
from tpxl.model import Address, Block, CellError, Edit

Opened = Callable[[Path], Any]


def _write(path: Path, rows: int = 20) -> Path:
    """Write an area-like sheet: figures with formats of their own, and text below."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Alue 1")
        whole, percent = (
            book.add_format({"num_format": "#,##0"}),
            book.add_format({"num_format": "0.0%"}),
        )
        sheet.write_row("A1", ["", "TP 2024", "TP 2025"])
        sheet.write_row("A2", ["Toimintamenot", -100.25, -200], whole)
        sheet.write_row("A3", ["Toimintatulot", 10, 20], whole)
        sheet.write("A4", "Muutos %")
        sheet.write_formula("C4", "=C2/B2-1", percent)
        sheet.write("D4", "=A1", book.add_format({"num_format": "@"}))
        sheet.write_string("E4", "=A1")
        sheet.write_formula("F4", "=1/0")
        sheet.write_datetime("G4", dt.datetime(2025, 12, 31), book.add_format({"num_format": 14}))  # noqa: DTZ001
        sheet.merge_range("A6:B7", "Yhdistetty")
        sheet.merge_range("C6:C7", "Vieress\u00e4")
        for row in range(8, 8 + rows):
            sheet.write_row(row, 0, ["Tavoite", "Toimenpide", "Mittari", "Toteuma"])
        book.add_worksheet("Suojattu").protect()
        book.add_worksheet("Salattu").protect("salasana")
        filtered = book.add_worksheet("Suodatettu")
        filtered.write_column("A1", ["Alue", "a", "b"])
        filtered.autofilter("A1:A3")
        filtered.filter_column("A", "x == a")
        filtered.set_row(2, options={"hidden": True})
        book.add_worksheet("Tyhj\u00e4")
    return path


@pytest.fixture
def live(opened: Opened, tmp_path: Path) -> Any:
    return opened(_write(tmp_path / "kirja.xlsx"))


def test_an_exception_within_the_book_takes_an_added_sheet_away_again(live: Any) -> None:
    names, in_front = [sheet.name for sheet in live.sheets], live.sheets.active.name

    def fails(book: LiveBook) -> None:
        with book:
            book.add_sheet("Tilikartta", (20,))
            book.apply([Edit("Tilikartta", "A1", "Yksikk\u00f6"), Edit("Alue 1", "B2", 5)])
            assert live.sheets.active.name == in_front
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fails(LiveBook(live))
    assert [sheet.name for sheet in live.sheets] == names
    assert LiveBook(live).read("Alue 1").value(Address.parse("B2")) == -100.25


def _refusal(book: LiveBook, sheet: str, cell: str, new: float = 1) -> str:
    with pytest.raises(TpxlError) as refused:
        book.apply([Edit(sheet, cell, new)])
    return refused.value.code


def test_a_sheet_is_read_as_the_file_has_it(live: Any) -> None:
    grid = LiveBook(live).read("Alue 1")
    assert grid.row(2) == {1: "Toimintamenot", 2: -100.25, 3: -200}
    assert [type(value) for value in grid.row(2).values()] == [str, float, int]
    assert grid.value(Address.parse("F4")) == CellError("#DIV/0!")
    assert grid.value(Address.parse("G4")) == 46022
    assert grid.last_row == 28
    assert grid.row(5) == grid.row(99) == {}


def test_text_that_begins_like_a_formula_is_none(live: Any) -> None:
    grid = LiveBook(live).read("Alue 1")
    assert grid.has_formula(Address.parse("C4"))
    assert not grid.has_formula(Address.parse("E4"))
    assert not grid.has_formula(Address.parse("Z99"))


def test_formats_are_those_of_the_file(live: Any) -> None:
    grid = LiveBook(live).read("Alue 1")
    assert grid.number_format(Address.parse("C4")) == "0.0%"
    assert grid.number_format(Address.parse("B3")) == "#,##0"
    assert grid.number_format(Address.parse("A1")) == "General"
    assert grid.number_format(Address.parse("Z99")) == "General"


def test_merged_areas_side_by_side_are_two(live: Any) -> None:
    assert LiveBook(live).read("Alue 1").merged == (Block.parse("A6:B7"), Block.parse("C6:C7"))


def test_an_empty_sheet_holds_nothing(live: Any) -> None:
    grid = LiveBook(live).read("Tyhj\u00e4")
    assert (grid.last_row, grid.merged, grid.row(1)) == (0, (), {})


def test_all_is_put_back_when_one_edit_is_refused(live: Any) -> None:
    book = LiveBook(live)
    assert _refusal(book, "Alue 1", "B7") == "edit_in_merged"
    with pytest.raises(TpxlError):
        book.apply([Edit("Alue 1", "C4", 5), Edit("Alue 1", "E4", 7), Edit("Alue 1", "B7", 9)])
    grid = book.read("Alue 1")
    assert grid.has_formula(Address.parse("C4"))
    assert grid.value(Address.parse("C4")) == pytest.approx(-200 / -100.25 - 1)
    assert grid.value(Address.parse("E4")) == "=A1"
    assert not grid.has_formula(Address.parse("E4"))


def test_an_exception_within_the_book_puts_everything_back(live: Any) -> None:
    def fails(book: LiveBook) -> None:
        with book:
            book.apply([Edit("Alue 1", "B2", 5)])
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fails(LiveBook(live))
    assert LiveBook(live).read("Alue 1").value(Address.parse("B2")) == -100.25


def test_a_protected_sheet_and_a_filtered_one_are_named(live: Any) -> None:
    assert _refusal(LiveBook(live), "Salattu", "A1") == "sheet_protected"
    assert _refusal(LiveBook(live), "Suodatettu", "A2") == "sheet_filtered"


def test_a_sheet_protected_without_a_password_is_written_and_protected_again(live: Any) -> None:
    book = LiveBook(live)
    book.apply([Edit("Suojattu", "A1", 5), Edit("Suojattu", "C3", 6)])
    assert book.read("Suojattu").value(Address.parse("C3")) == 6
    assert live.sheets["Suojattu"].api.ProtectContents
    with pytest.raises(TpxlError):
        book.apply([Edit("Suojattu", "A1", 7), Edit("Salattu", "A1", 7)])
    assert book.read("Suojattu").value(Address.parse("A1")) == 5
    assert live.sheets["Suojattu"].api.ProtectContents
    book.undo()
    assert book.read("Suojattu").value(Address.parse("A1")) is None
    assert live.sheets["Suojattu"].api.ProtectContents


def test_an_unknown_sheet_is_refused(live: Any) -> None:
    assert _refusal(LiveBook(live), "Ei ole", "A1") == "sheet_missing"


@pytest.mark.parametrize("text", ["=A1", "12", "1.2.2025", "'a", "TOSI", "-", "Toteutui", "C7"])
def test_text_stays_the_text_it_is(live: Any, text: str) -> None:
    book = LiveBook(live)
    book.apply([Edit("Tyhj\u00e4", "B2", text)])
    assert book.read("Tyhj\u00e4").value(Address.parse("B2")) == text


def test_drawing_and_calculation_are_as_before_whatever_happens(live: Any) -> None:
    many = [Edit("Alue 1", f"{column}{row}", 1) for row in range(40, 60, 2) for column in "BEH"]
    for mode in ("automatic", "manual"):
        live.app.calculation = mode
        book = LiveBook(live)
        book.apply(many)
        _refusal(book, "Salattu", "A1")
        with pytest.raises(TpxlError):
            book.apply([*many, Edit("Alue 1", "J3", 1), Edit("Alue 1", "B7", 1)])
        assert (live.app.screen_updating, live.app.calculation) == (True, mode)


@pytest.mark.parametrize("before", [True, False])
def test_a_citys_own_macros_do_not_answer_to_what_is_written(
    live: Any, monkeypatch: pytest.MonkeyPatch, before: bool
) -> None:
    seen: list[bool] = []
    write = Range.raw_value.fset

    def noting(self: Range, value: Any) -> None:
        seen.append(live.app.api.EnableEvents)
        write(self, value)

    monkeypatch.setattr(Range, "raw_value", Range.raw_value.setter(noting))
    live.app.api.EnableEvents = before
    book = LiveBook(live)
    book.apply([Edit("Alue 1", "B2", -50)])
    with pytest.raises(TpxlError):
        book.apply([Edit("Alue 1", "B3", 7), Edit("Alue 1", "B7", 1)])
    book.undo()
    assert len(seen) >= 4  # written, put back after the refusal, and by undo
    assert not any(seen)
    assert live.app.api.EnableEvents is before
    live.app.api.EnableEvents = True


def test_a_formula_that_depends_on_an_edit_is_current_at_once(live: Any) -> None:
    book = LiveBook(live)
    book.apply([Edit("Alue 1", "B2", -50)])
    assert book.read("Alue 1").value(Address.parse("C4")) == 3


def test_calls_do_not_grow_with_the_cells_of_a_sheet(opened: Opened, tmp_path: Path) -> None:
    counts = []
    for rows in (20, 400):
        book = LiveBook(opened(_write(tmp_path / f"{rows}.xlsx", rows)))
        CALLS.clear()
        grid = book.read("Alue 1")
        list(grid.texts(str.isupper))
        for cell in ("B2", "C2", "B3", "C3", "C4"):
            grid.has_formula(Address.parse(cell))
        book.apply(Edit("Alue 1", cell, 1) for cell in ("B2", "C2", "B3", "C3"))
        counts.append(sum(CALLS.values()))
    assert counts[0] == counts[1] < 20
    assert CALLS["Range.raw_value"] == 1


def test_a_sheet_is_asked_once_whether_it_is_filtered(opened: Opened, tmp_path: Path) -> None:
    book = LiveBook(opened(_write(tmp_path / "a.xlsx", 20)))
    CALLS.clear()
    book.apply(Edit("Alue 1", f"{column}{row}", 7) for row in (9, 11, 13) for column in "BD")
    assert CALLS["SheetNames.FilterMode"] == 1


def test_formats_and_merges_cost_the_logarithm_of_the_cells(opened: Opened, tmp_path: Path) -> None:
    counts = []
    for rows in (20, 400):
        book = LiveBook(opened(_write(tmp_path / f"{rows}.xlsx", rows)))
        grid = book.read("Alue 1")
        CALLS.clear()
        assert len(grid.merged) == 2
        for cell in ("B2", "C2", "B3", "C3", "C4"):
            grid.number_format(Address.parse(cell))
        counts.append(sum(CALLS.values()))
    assert counts[1] <= counts[0] + 24


def test_a_sheet_formatted_to_its_end_is_not_read_so_far(opened: Opened, tmp_path: Path) -> None:
    path = tmp_path / "pitka.xlsx"
    with xlsxwriter.Workbook(path) as made:
        sheet = made.add_worksheet("Alue 1")
        sheet.write("C3", 1)
        sheet.write_blank("J1048576", None, made.add_format({"bold": True}))
    book = LiveBook(opened(path))
    CALLS.clear()
    grid = book.read("Alue 1")
    assert (grid.last_row, grid.row(3)) == (3, {3: 1})
    assert sum(CALLS.values()) < 60


def test_a_copy_is_saved_beside_and_the_book_stays_open(live: Any, tmp_path: Path) -> None:
    book = LiveBook(live)
    book.apply([Edit("Alue 1", "B2", -7)])
    assert book.save(tmp_path / "kopio.xlsx") is None
    assert (tmp_path / "kopio.xlsx").stat().st_size
    assert book.name == "kirja.xlsx"


def test_files_that_finance_names_lie_beside_the_open_book(
    live: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = LiveBook(live)
    assert book.folder == PreviewBook(book).folder == Path(live.fullname).parent
    monkeypatch.setattr(BookNames, "Path", "https://a.example/sivut")
    assert book.folder is None
    book.apply([Edit("Alue 1", "B2", -1)])
    assert book.save(backup=True) is None
    assert not list(Path(live.fullname).parent.glob("*varmuuskopio*"))


def test_where_a_book_lies_is_asked_again_after_excel_was_busy(
    live: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(_: BookNames) -> str:
        raise ExcelRefused("Puhelu hylättiin", -2147418111)

    book = LiveBook(live)
    with monkeypatch.context() as now:
        now.setattr(BookNames, "Path", property(busy))
        with pytest.raises(TpxlError, match="excel busy"):
            _ = book.folder
    assert book.folder == Path(live.fullname).parent


def test_a_book_without_changes_is_not_saved(live: Any) -> None:
    before = Path(live.fullname).stat().st_mtime_ns
    assert LiveBook(live).save() is None
    assert Path(live.fullname).stat().st_mtime_ns == before
