"""The buttons on the real master, in a running spreadsheet program."""

import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
import xlwings as xw
from tests.jobs.rollover.books import City, written
from tests.jobs.sending import heads
from tests.live.office.calls import CALLS, ExcelRefused
from tests.live.office.cells import Range
from tests.live.office.engine import App, Book, BookNames

from tpxl.books import open_book
from tpxl.books.excel import CopiedBook, LiveBook
from tpxl.books.excel import book as excel_book
from tpxl.books.files.backups import backups_of
from tpxl.errors import TpxlError
from tpxl.excel import buttons, entry
from tpxl.excel.entry import VERSION_NAME
from tpxl.jobs.refresh import refresh
from tpxl.layout import survey
from tpxl.model import Edit

Press = Callable[..., str]
CHANGES = "Muutosloki"
AREA, OTHER = "Alue1", "Alue2"


def small_book(path: Path) -> Path:
    """Two areas with wrong figures in open periods, a sum of theirs, and a sheet of words."""
    with xlsxwriter.Workbook(path) as made:
        made.define_name(VERSION_NAME, '="0.0.1"')
        percent = made.add_format({"num_format": "0.0"})
        for name, expenses in ((AREA, -700), (OTHER, -900)):
            sheet = made.add_worksheet(name)
            sheet.write_row("A3", ["", "TP 2024", "TP 2025"])
            sheet.write_row("A4", ["Toimintamenot", -500, expenses])
            sheet.write_row("A5", ["Toimintatulot", 100, 150])
            sheet.write_row("A6", ["Toimintakate", -400, 1])
            sheet.write_row("A8", ["Henkilöstömenot €", -300, -330])
            sheet.write("A9", "Muutos %")
            sheet.write_string("C9", "12,3", percent)
        made.add_worksheet("Ohje").write_formula("A1", f"={AREA}!C6+{OTHER}!C6", None, 2)
    return path


@pytest.fixture
def book(opened: Callable[[Path], Any], tmp_path: Path) -> Any:
    return opened(small_book(tmp_path / "kirja.xlsx"))


def contents(book: Any) -> dict[str, Any]:
    """Every value and formula of a book, by sheet; when it was checked is left out."""
    ranges = {sheet.name: sheet.used_range for sheet in book.sheets}
    return {
        name: tuple(map(_without_clock, (cells.api.Value2, cells.formula)))
        for name, cells in ranges.items()
    }


def _without_clock(rows: Any) -> Any:
    if not isinstance(rows, tuple):
        return rows  # a range of one cell
    return tuple(
        tuple(_CLOCK.sub("", cell) if isinstance(cell, str) else cell for cell in row)
        for row in rows
    )


_CLOCK = re.compile(r"\d{1,2}\.\d{1,2}\.\d{4} \d{1,2}[.:]\d\d(?:[.:]\d\d)?")


def break_figures(book: Any) -> None:
    """Put wrong figures into the open period of an area of the master, and leave one empty."""
    sheet = book.sheets["Työllisyyspalvelut"]
    wrong = {"Toimintakate": 1, "Muutos %": "'12,3", "Toimintakate €/asukas": None}
    for row in range(1, sheet.used_range.shape[0] + 1):
        label = sheet.range((row, 1)).value
        if label in wrong:
            sheet.range((row, 6)).value = wrong[label]


def test_a_press_gives_the_digits_of_the_batch_command_in_every_cell(
    real: Any, press: Press, opened: Callable[[Path], Any], tmp_path: Path
) -> None:
    break_figures(real)
    broken = tmp_path / "rikki.xlsm"
    real.save(str(broken))
    press(buttons.paivita_kaikki, real)
    with open_book(broken) as closed:
        assert refresh(closed).edits
        closed.save()
    live, batch = contents(real), contents(opened(broken))
    assert [line[1:] for part in live.pop(CHANGES) for line in part] == [
        line[1:]
        for part in batch.pop(CHANGES)
        for line in part  # the first column is the time
    ]
    assert live == batch


def test_a_second_press_changes_nothing(book: Any, press: Press) -> None:
    assert press(buttons.paivita_kaikki, book).startswith("Muutettiin ")
    before = contents(book)
    assert press(buttons.paivita_kaikki, book).startswith("Mikään ei muuttunut")
    assert contents(book) == before


def test_the_active_area_alone_is_refreshed(book: Any, press: Press) -> None:
    book.sheets[AREA].activate()
    said = press(buttons.paivita_alue, book)
    assert f"• {AREA}!C6: {AREA}, TP 2025, toimintakate: 1 → −550" in said
    assert "Työkirjaa ei ole tallennettu" in said
    assert book.sheets[OTHER].range("C6").value == 1
    assert book.sheets["Ohje"].range("A1").value == -549


def test_a_preview_tells_and_changes_nothing(book: Any, press: Press) -> None:
    before = contents(book)
    assert press(buttons.esikatsele, book).startswith("Päivitys muuttaisi ")
    assert contents(book) == before


def test_a_check_tells_the_worst_first_and_changes_no_figure(book: Any, press: Press) -> None:
    before = contents(book)[AREA]
    said = press(buttons.tarkista, book)
    assert "lukua tarkistettu" in said
    assert "virhe" in said
    assert contents(book)[AREA] == before


def test_a_sheet_without_figures_is_told(book: Any, press: Press) -> None:
    book.sheets["Ohje"].activate()
    assert "ei ole vastuualueen lukuja" in press(buttons.paivita_alue, book)


def test_another_workbook_in_front_is_told(
    book: Any, press: Press, opened: Callable[[Path], Any], tmp_path: Path
) -> None:
    book.save(str(tmp_path / "toinen.xlsx"))
    opened(tmp_path / "toinen.xlsx")
    said = press(buttons.paivita_kaikki, book)
    assert "edessä on työkirja toinen.xlsx" in said


def test_a_workbook_that_is_newer_than_the_code_is_told(book: Any, press: Press) -> None:
    book.impl.document.NamedRanges.getByName(VERSION_NAME).Content = '"99.1"'
    assert "versiolle 99.1" in press(buttons.paivita_kaikki, book)


def test_a_protected_sheet_is_told_and_the_others_are_done(book: Any, press: Press) -> None:
    book.sheets[AREA].impl.native.protect("salasana")
    before = contents(book)[AREA]
    said = press(buttons.paivita_kaikki, book)
    assert f"Välilehti {AREA} on suojattu" in said
    assert contents(book)[AREA] == before


def test_a_filtered_sheet_is_told(book: Any, press: Press) -> None:
    native = book.sheets[AREA].impl.native
    descriptor = native.getCellRangeByName("A1:A9").createFilterDescriptor(True)
    field = _filter_field(descriptor)
    descriptor.setFilterFields((field,))
    native.getCellRangeByName("A1:A9").filter(descriptor)
    assert f"Välilehti {AREA} on suodatettu" in press(buttons.paivita_kaikki, book)


def _filter_field(_: Any) -> Any:
    from com.sun.star.sheet import TableFilterField

    field = TableFilterField()
    field.Field, field.IsNumeric, field.StringValue = 0, False, "Toimintakate"
    return field


def test_a_hidden_area_is_left_alone_and_named(book: Any, press: Press) -> None:
    before = book.sheets[OTHER].range("A1:Z60").value
    book.sheets[OTHER].impl.native.IsVisible = False
    said = press(buttons.paivita_kaikki, book)
    assert "Piilotettuja välilehtiä" in said
    assert OTHER in said
    assert book.sheets[OTHER].range("A1:Z60").value == before


def _fails_at_write(monkeypatch: pytest.MonkeyPatch, error: Exception, nth: int) -> None:
    """Let the nth write to the sheet fail, and none after it."""
    writes = iter(range(1, 10_000))
    original = Range.raw_value

    def write(self: Range, value: Any) -> None:
        if next(writes) == nth:
            raise error
        original.fset(self, value)

    monkeypatch.setattr(Range, "raw_value", original.setter(write))


def test_a_cell_in_edit_mode_is_told_and_the_workbook_is_as_it_was(
    book: Any, press: Press, monkeypatch: pytest.MonkeyPatch, logged: Path
) -> None:
    before = contents(book)
    _fails_at_write(monkeypatch, ExcelRefused("Call was rejected by callee.", -2147418111), 2)
    said = press(buttons.paivita_kaikki, book)
    assert said.startswith("Excel on varattu: jossakin solussa on muokkaus kesken")
    assert str(logged) in said
    assert contents(book) == before
    assert "Call was rejected by callee." in logged.read_text("utf-8")


def test_what_nobody_foresaw_is_a_sentence_and_a_log(
    book: Any, press: Press, monkeypatch: pytest.MonkeyPatch, logged: Path
) -> None:
    before = contents(book)
    _fails_at_write(monkeypatch, ZeroDivisionError("division by zero"), 2)
    said = press(buttons.paivita_kaikki, book)
    assert said.startswith("Jotain odottamatonta tapahtui (division by zero).")
    assert "Traceback" not in said
    assert contents(book) == before
    assert "Traceback" in logged.read_text("utf-8")


def test_english_and_swedish_are_spoken(
    book: Any, press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    book.sheets["Ohje"].activate()
    for lang, words in {"en": "has no figures", "sv": "har inga siffror"}.items():
        monkeypatch.setenv("TPXL_LANG", lang)
        assert words in press(buttons.paivita_alue, book)


def test_without_its_workbook_a_press_ends_with_a_sentence_for_the_macro(
    calc: Any, monkeypatch: pytest.MonkeyPatch, logged: Path
) -> None:
    del calc
    monkeypatch.setattr(sys, "argv", ["-c", "--wb=poissa.xlsm", "--from_xl=1", "--hwnd=1"])
    with pytest.raises(SystemExit, match="ei löytynyt avoimena"):
        buttons.tarkista()
    assert logged.exists()


def test_a_press_of_old_macros_says_what_to_do_about_them(
    book: Any, calc: Any, logged: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del logged
    words = [f"--wb={book.name}", "--from_xl=1", "--app=Excel", "--hwnd=1"]
    monkeypatch.setattr(sys, "argv", ["-c", *words])
    buttons.tarkista()
    assert calc.impl.alerts[-1].endswith("aja asennus (install.ps1) uudelleen.")
    assert "tpxl upgrade" in calc.impl.alerts[-1]


def test_a_check_lists_its_findings_in_the_workbook(real: Any, press: Press) -> None:
    before = contents(real)
    said = press(buttons.tarkista, real)
    assert said.endswith("Havainnot ovat Tarkistus-välilehdellä.")
    after = contents(real)
    changed = [name for name in before if before[name][0] != after[name][0]]
    assert set(changed) == {"Tarkistus", "Yhteenveto"}  # which counts them
    press(buttons.tarkista, real)
    assert contents(real) == after


def test_areas_go_into_a_folder_beside_the_workbook(book: Any, press: Press) -> None:
    said = press(buttons.vie_alueet, book)
    folder = Path(book.fullname).parent / "vienti"
    assert str(folder) in said
    assert {path.suffix for path in folder.iterdir()} == {".xlsx", ".docx", ".pdf", ".html"}


def test_a_workbook_that_was_never_saved_has_no_folder(calc: Any, press: Press) -> None:
    said = press(buttons.vie_alueet, calc.books.add())
    assert "työkirjaa ei ole vielä tallennettu" in said


def test_areas_of_a_workbook_in_the_cloud_go_into_a_folder_of_the_users_own(
    book: Any, press: Press, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    monkeypatch.setattr(BookNames, "Path", "https://kunta.sharepoint.com/sites/talous/Tilinpäätös")
    said = press(buttons.vie_alueet, book)
    (folder,) = (tmp_path / "tpxl-vienti").glob("kirja-*")
    assert str(folder) in said
    assert {path.suffix for path in folder.iterdir()} == {".xlsx", ".docx", ".pdf", ".html"}


_KEPT = "Työkirja ennen muutoksia: "
_XLWINGS_SAYS = (
    xw.XlwingsError("Couldn't find your local SharePoint file, see: xlwings.org/error"),
    ValueError("URL https://kunta.sharepoint.com/teams/talous/kirja.xlsx not recognized!"),
    UnboundLocalError("cannot access local variable 'root'"),
)


@pytest.fixture
def fresh(opened: Callable[[Path], Any], calc: Any, tmp_path: Path) -> Callable[[], Any]:
    """Open the small book as it was made, in place of one that is open."""

    def opening() -> Any:
        for book in list(calc.books):
            book.close()
        return opened(small_book(tmp_path / "kirja.xlsx"))

    return opening


@pytest.fixture
def pressed_on_windows(press: Press, monkeypatch: pytest.MonkeyPatch) -> Press:
    """A press whose book is found by its name, as xlwings does there; here it asks for paths."""

    def pressing(button: Callable[[], None], book: Any) -> str:
        monkeypatch.setattr(entry, "calling_book", lambda: book)
        return press(button, book)

    return pressing


@pytest.mark.parametrize("raised", _XLWINGS_SAYS, ids=lambda error: type(error).__name__)
@pytest.mark.parametrize("button", [buttons.tarkista, buttons.esikatsele, buttons.paivita_kaikki])
def test_a_press_says_of_a_book_in_the_cloud_what_it_says_of_a_local_one(
    fresh: Callable[[], Any],
    pressed_on_windows: Press,
    monkeypatch: pytest.MonkeyPatch,
    button: Callable[[], None],
    raised: Exception,
) -> None:
    """On Windows xlwings raises when it is asked where such a book is: it is never asked.

    Where its backup lies is told last, and is another place.
    """

    def refuse(_: Book) -> str:
        raise raised

    local, _, kept = pressed_on_windows(button, fresh()).partition(_KEPT)
    book = fresh()
    monkeypatch.setattr(Book, "fullname", property(refuse))
    monkeypatch.setattr(BookNames, "Path", "https://kunta.sharepoint.com/sites/talous")
    assert pressed_on_windows(button, book).partition(_KEPT)[::2] == (
        local,
        kept and str(next((Path.home() / "tpxl-varmuuskopiot").glob("kirja-*/*"))),
    )


def test_where_a_book_lies_is_not_asked_when_its_settings_name_no_file(
    book: Any, pressed_on_windows: Press
) -> None:
    CALLS.clear()
    pressed_on_windows(buttons.tarkista, book)
    assert CALLS["Book.fullname"] == CALLS["BookNames.Path"] == 0


def test_figures_of_a_ledger_are_shown_and_written_when_nobody_says_no(
    book: Any, press: Press, calc: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert press(buttons.tuo_kirjanpidosta, book) == "Mitään ei muutettu."
    file = tmp_path / "paakirja.csv"
    rows = ["10;4500;2025;800,00", "10;4000;2025;340,00", "10;3100;2025;-160,00"]
    file.write_text("\n".join(["Kp;Tili;Vuosi;Summa", *rows]), encoding="utf-8")
    monkeypatch.setattr(calc.impl.api, "chosen", (str(file),))
    said = press(buttons.tuo_kirjanpidosta, book)
    assert "lisättiin välilehti Tilikartta" in said
    assert said.endswith("paina nappia uudelleen.")
    LiveBook(book).apply([Edit("Tilikartta", "B2", AREA)])
    calc.impl.alerts.clear()
    buttons.tuo_kirjanpidosta()
    shown, told = calc.impl.alerts
    assert shown.endswith("Kirjoitetaanko luvut?")
    assert told.startswith("Muutettiin ")
    sheet = book.sheets[AREA]
    assert [sheet[cell].value for cell in ("C4", "C5", "C6", "C8")] == [-1140, 160, -980, -340]
    assert book.sheets["Tuonnit"]["C2"].value == "paakirja.csv"


def test_next_years_book_stands_beside_this_one_when_nobody_says_no(
    opened: Callable[[Path], Any], press: Press, calc: Any, tmp_path: Path
) -> None:
    book = opened(written(tmp_path / "kirja_2025.xlsx", City(1)))
    before = contents(book)
    press(buttons.avaa_uusi_vuosi, book, asks=True)
    shown, told = calc.impl.alerts
    assert shown.startswith("kirja_2025.xlsx: vuosi 2025 → 2026 (ei kirjoitettu)")
    assert shown.endswith("Tähän työkirjaan ei kosketa.")
    out = Path(book.fullname).with_name("kirja_2026.xlsx")
    assert told == f"Uusi työkirja: {out}. Vanhaan ei koskettu."
    assert contents(book) == before
    with open_book(out) as new:
        assert {str(p) for area in survey(new).areas for p in area.periods} >= {"TP 2026"}
    assert "jo olemassa" in press(buttons.avaa_uusi_vuosi, book)


def test_forms_are_sent_and_their_answers_come_back_when_nobody_says_no(
    opened: Callable[[Path], Any],
    press: Press,
    calc: Any,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    book = opened(heads.written(tmp_path / "kirja.xlsx"))
    folder = Path(book.fullname).with_name("lomakkeet")
    monkeypatch.setattr(calc.impl.api, "chosen", ("huomenna",))
    assert "huomenna ei ole päivä" in press(buttons.laheta_taytettavaksi, book)
    assert not folder.exists()
    monkeypatch.setattr(calc.impl.api, "chosen", ("12.2.2026",))
    folder.write_bytes(b"")  # no folder can be made there
    assert str(folder) in press(buttons.laheta_taytettavaksi, book)
    assert "Lähetykset" not in [sheet.name for sheet in book.sheets]
    folder.unlink()
    said = press(buttons.laheta_taytettavaksi, book)
    assert said.startswith("Tehtiin 1 lomaketta")
    assert "Tallenna työkirja" in said
    assert book.sheets["Lähetykset"]["B2"].value == "Tekniset palvelut"
    form = heads.Form(folder / "Tekniset palvelut.xlsx")
    heads.fill(form)
    monkeypatch.setattr(calc.impl.api, "chosen", (str(form.save(tmp_path / "palautus.xlsx")),))
    outcomes = book.sheets["Tekniset palvelut"].range("D5:D10")
    before = outcomes.value
    with monkeypatch.context() as refusing:
        refusing.setattr(App, "alert", lambda app, said, *_, **__: app.alerts.append(said))
        press(buttons.kokoa_palautukset, book, asks=True)
    assert (calc.impl.alerts[-1], outcomes.value) == ("Mitään ei muutettu.", before)
    press(buttons.kokoa_palautukset, book, asks=True)
    shown, told = calc.impl.alerts
    assert shown.startswith("Palautuksista kirjoitettaisiin ")
    assert told.startswith("Palautuksista kirjoitettiin ")
    assert outcomes.value == [heads.said(goal) for goal, *_ in heads.GOALS]


def test_where_nothing_was_changed_nothing_is_said_to_be_left(
    press: Press, book: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(*_: object, **__: object) -> Any:
        raise TpxlError("excel_busy", book="kirja.xlsx")

    monkeypatch.setattr(CopiedBook, "read", busy)
    monkeypatch.setattr(excel_book, "screen_updating_off", busy)
    said = press(buttons.tarkista, book)
    assert "Excel on varattu" in said
    assert "kesken, ja osa" not in said


@pytest.fixture
def areas(opened: Callable[[Path], Any], tmp_path: Path) -> Any:
    return opened(written(tmp_path / "kirja.xlsx", City(1, areas=2)))


@pytest.mark.parametrize("button", [buttons.lisaa_alue, buttons.poista_alue])
def test_a_change_that_stops_half_way_is_put_back_or_the_workbook_as_it_was_is_kept(
    press: Press, areas: Any, calc: Any, monkeypatch: pytest.MonkeyPatch, button: Callable[[], None]
) -> None:
    book, is_put_back = areas, button is buttons.lisaa_alue
    names = [sheet.name for sheet in book.sheets]
    monkeypatch.setattr(calc.impl.api, "chosen", ("Museo",))

    def refuses(_: object) -> str:
        raise ExcelRefused("ei vastaa")

    def stops(*_: object) -> None:
        monkeypatch.setattr(BookNames, "Path", property(refuses))  # nor does it say where it is
        raise TpxlError("excel_busy", book="kirja.xlsx")

    monkeypatch.setattr(CopiedBook, "apply_page", stops)
    book.sheets["Kirjasto"].activate()
    press(button, book, asks=True)
    told = calc.impl.alerts[-1]
    assert "Excel on varattu" in told
    assert ([sheet.name for sheet in book.sheets] == names) is is_put_back
    own = Path.home() / "tpxl-varmuuskopiot" / "kirja" / "kirja.xlsx"
    kept = backups_of(own) if own.parent.exists() else ()
    assert ("muutos jäi kesken" in told, len(kept)) == ((False, 0) if is_put_back else (True, 1))
    for one in kept:
        assert f"Työkirja ennen muutoksia: {one.path}" in told
        with open_book(one.path) as before:
            assert list(before.sheets) == names


def test_an_area_is_added_renamed_and_removed_by_the_open_workbook(
    opened: Callable[[Path], Any],
    press: Press,
    calc: Any,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    path = written(tmp_path / "kirja.xlsx", City(1, areas=2))
    book = opened(path)

    def pressed(button: Callable[[], None], sheet: str, named: str = "") -> str:
        monkeypatch.setattr(calc.impl.api, "chosen", (named,))
        book.sheets[sheet].activate()
        return str(press(button, book, asks=True))

    names = [sheet.name for sheet in book.sheets]
    told = pressed(buttons.lisaa_alue, "Kirjasto", "Museo")
    assert "vastuualue Museo lisättiin" in told
    assert [sheet.name for sheet in book.sheets][:3] == ["Kirjasto", "Museo", "Vesihuolto"]
    summary = book.sheets["Yhteenveto"]
    assert summary.range("A4:A6").value == ["Kirjasto", "Museo", names[1]]
    book.sheets["Museo"].range("B6").value = -777
    assert summary.range("C5").value == -777
    assert book.sheets["Museo"].range("A1").value == "VASTUUALUE: Museo"
    assert book.sheets["Museo"].range("B7").value is None
    pressed(buttons.nimea_alue, "Museo", "Museot")
    assert summary.range("A4:A6").value == ["Kirjasto", "Museot", names[1]]
    assert summary.range("C5").value == -777
    pressed(buttons.poista_alue, "Museot")
    assert [sheet.name for sheet in book.sheets] == names
    assert summary.range("A4:A6").value == ["Kirjasto", names[1], None]
