"""A press reads by one copy that Excel saves: what it costs, what it says, what it leaves."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from tests.live.conftest import Press
from tests.live.office.calls import CALLS, PRESSED, ExcelRefused
from tests.live.office.engine import BookNames
from tests.live.test_buttons import break_figures, contents

from tpxl.books import open_book
from tpxl.books.excel import CopiedBook, LiveBook
from tpxl.books.files.backups import backups_of
from tpxl.errors import TpxlError
from tpxl.excel import buttons, entry
from tpxl.jobs.check.check import check
from tpxl.model import Address, Edit

Opened = Callable[[Path], Any]
ONLY_HERE = {"Book.fullname"}
"""On Windows the caller is found by its window; here xlwings asks for the path."""


def city(path: Path, sheets: int) -> Path:
    """Areas of which every tenth has a wrong figure, each with a formula, and a sheet of words."""
    with xlsxwriter.Workbook(path) as made:
        for number in range(1, sheets):
            sheet = made.add_worksheet(f"Alue {number}")
            sheet.write_row("A3", ["", "TP 2024", "TP 2025"])
            sheet.write_row("A4", ["Toimintamenot", -500, -700])
            sheet.write_row("A5", ["Toimintatulot", 100, 150])
            sheet.write_row("A6", ["Toimintakate", -400, 1 if number % 10 == 1 else -550])
            sheet.write("A8", "Summa")
            sheet.write_formula("B8", "=SUM(C4:C5)", None, -550)
        made.add_worksheet("Ohje").write_formula("A1", "='Alue 1'!C6", None, 1)
    return path


@pytest.fixture
def book(opened: Opened, tmp_path: Path) -> Any:
    return opened(city(tmp_path / "kirja.xlsx", 3))


@pytest.fixture(autouse=True)
def no_progress(monkeypatch: pytest.MonkeyPatch) -> None:
    """How long a machine reads is not what is counted."""
    monkeypatch.setattr(entry, "_UNTOLD_SECONDS", 600.0)


def refuse_copies(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: BookNames, __: str) -> None:
        raise ExcelRefused("The file is labelled.")

    monkeypatch.setattr(BookNames, "SaveCopyAs", refuse)


def cost() -> int:
    return sum(count for name, count in PRESSED.items() if name not in ONLY_HERE)


@pytest.mark.parametrize("sheets", [3, 60])
def test_calls_of_a_press_do_not_grow_with_the_sheets(
    press: Press, opened: Opened, tmp_path: Path, sheets: int
) -> None:
    pressed = opened(city(tmp_path / "kirja.xlsx", sheets))
    for button, changed in (
        (buttons.tarkista, 0),
        (buttons.esikatsele, 0),
        (buttons.paivita_kaikki, len(range(1, sheets, 10))),
    ):
        press(button, pressed)
        assert cost() <= 20 + 3 * changed, (button, PRESSED)


@pytest.mark.parametrize("button", ["tarkista", "esikatsele", "paivita_alue", "paivita_kaikki"])
def test_calls_of_a_press_on_the_master(press: Press, real: Any, button: str) -> None:
    break_figures(real)
    real.sheets["Työllisyyspalvelut"].activate()
    before = contents(real)
    press(getattr(buttons, button), real)
    after = contents(real)
    changed = sum(before[name] != after[name] for name in before)
    assert cost() <= 20 + 3 * changed, PRESSED


def told(book: LiveBook) -> tuple[list[tuple[Any, ...]], int]:
    """The findings of a book, and the calls to Excel that they took."""
    CALLS.clear()
    with book:
        findings = check(book).findings
    said = [(one.code, one.area, one.sheet, one.cell, one.message) for one in findings]
    return said, sum(CALLS.values())


def test_a_copy_tells_what_the_cells_tell_by_a_tenth_of_the_calls_or_fewer(real: Any) -> None:
    break_figures(real)
    by_cells, many = told(LiveBook(real))
    by_copy, few = told(CopiedBook(real))
    assert by_copy == by_cells
    assert few <= 8
    assert many >= 10 * few, (many, few)


def test_where_excel_saves_no_copy_a_press_says_and_does_the_same(
    press: Press, book: Any, opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = press(buttons.paivita_kaikki, book).split("Työkirja ennen muutoksia")[0]
    by_copy = contents(book)
    book.close()
    other = opened(city(tmp_path / "kirja.xlsx", 3))
    refuse_copies(monkeypatch)
    said = press(buttons.paivita_kaikki, other)
    assert said.startswith(told)
    assert "Työkirjasta ei jäänyt varmuuskopiota" in said
    assert contents(other) == by_copy


def test_what_a_press_changed_it_keeps_as_it_was_beside_the_workbook(
    press: Press, book: Any
) -> None:
    path = Path(book.fullname)
    book.sheets["Alue 1"].range("C5").value = 250  # not saved
    said = press(buttons.paivita_kaikki, book)
    (kept,) = backups_of(path)
    assert f"Työkirja ennen muutoksia: {kept.path}" in said
    with open_book(kept.path) as before:
        grid = before.read("Alue 1")
        assert [grid.value(Address.parse(cell)) for cell in ("C5", "C6")] == [250, 1]
    press(buttons.paivita_kaikki, book)
    press(buttons.tarkista, book)
    assert [one.path for one in backups_of(path)] == [kept.path]
    assert not list(path.parent.glob(".tpxl-*"))


@pytest.mark.parametrize(
    ("lies", "named"),
    [("https://kunta.sharepoint.com/sites/talous", "kirja-dfccd76c"), ("", "kirja")],
)
def test_a_workbook_without_a_folder_is_kept_in_a_folder_of_the_users_own(
    press: Press, book: Any, monkeypatch: pytest.MonkeyPatch, lies: str, named: str
) -> None:
    monkeypatch.setattr(BookNames, "Path", lies)
    said = press(buttons.paivita_kaikki, book)
    own = Path.home() / "tpxl-varmuuskopiot" / named
    (kept,) = own.iterdir()
    assert f"Työkirja ennen muutoksia: {kept}" in said


def test_a_cell_that_somebody_changed_meanwhile_is_theirs(book: Any) -> None:
    with CopiedBook(book) as live:
        live.read("Alue 1")
        book.sheets["Alue 1"].range("C6").value = 77
        with pytest.raises(TpxlError) as caught:
            live.apply([Edit("Alue 1", "C5", 160), Edit("Alue 1", "C6", -550)])
        facts = caught.value.facts
        assert (caught.value.code, facts["cell"]) == ("cell_changed_meanwhile", "C6")
        grid = live.read("Alue 1")
        assert [grid.value(Address.parse(cell)) for cell in ("C5", "C6")] == [150, 77]
        live.apply([Edit("Alue 1", "C6", -550)])
    assert book.sheets["Alue 1"].range("C6").value == -550


@pytest.mark.parametrize("printed", [0, 0.0, False, "", "0", None])
def test_whatever_a_cell_holds_is_corrected_where_nobody_touched_it(
    book: Any, printed: object
) -> None:
    book.sheets["Alue 1"].range("C6").value = printed
    with CopiedBook(book) as live:
        live.apply([Edit("Alue 1", "C6", -550)])
    assert book.sheets["Alue 1"].range("C6").value == -550


def test_a_formula_follows_an_edit_of_its_own_sheet_and_of_others(book: Any) -> None:
    with CopiedBook(book) as live:
        grids = [live.read(name) for name in ("Alue 1", "Ohje")]
        assert [grid.value(Address(*at)) for grid, at in zip(grids, ((8, 2), (1, 1)), strict=True)]
        live.apply([Edit("Alue 1", "C5", 160), Edit("Alue 1", "C6", -540)])
        assert live.read("Alue 1").value(Address(8, 2)) == -540
        assert live.read("Ohje").value(Address(1, 1)) == -540
        live.apply([Edit("Alue 1", "B8", 5)])
        assert not live.read("Alue 1").has_formula(Address(8, 2))
        live.undo()
        assert live.read("Alue 1").formula(Address(8, 2)) == "=SUM(C4:C5)"


@pytest.mark.parametrize("before", [True, False])
def test_excel_is_as_it_was_after_a_press_and_after_an_exception(book: Any, before: bool) -> None:
    app = book.app
    app.api.EnableEvents = before

    def fails() -> None:
        with CopiedBook(book) as live:
            live.apply(
                [Edit("Alue 1", f"{column}{row}", 1) for row in range(4, 60, 2) for column in "BD"]
            )
            assert (app.api.EnableEvents, app.screen_updating) == (False, False)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fails()
    assert (app.api.EnableEvents, app.screen_updating) == (before, True)
    assert app.calculation == "automatic"
    assert book.sheets["Alue 1"].range("B4").value == -500
    app.api.EnableEvents = True


def test_the_self_test_says_what_works_and_changes_nothing(
    press: Press, book: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(book)
    folder = Path(book.fullname).parent
    said = press(buttons.testaa_asennus, book)
    assert "OK: Työkirja luetaan yhdestä kopiosta (3 välilehteä" in said
    assert f"OK: Varmuuskopiot menevät kansioon {folder}" in said
    assert "EI:" not in said
    refuse_copies(monkeypatch)
    monkeypatch.setattr(BookNames, "ReadOnly", True, raising=False)
    said = press(buttons.testaa_asennus, book)
    assert "EI: Excel ei anna työkirjasta luettavaa kopiota" in said
    assert "EI: Työkirja on avattu vain luku" in said
    assert contents(book) == before
    assert [path.name for path in folder.iterdir()] == ["kirja.xlsx"]
