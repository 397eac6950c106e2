"""A year is opened: every figure under its period, new places empty, nothing else touched."""

import datetime as dt
import os
import shutil
import zipfile
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from openpyxl.styles import Font
from python_calamine import CalamineWorkbook
from tests.books.package.test_formulas import parts
from tests.jobs.new.test_fits import cut_in
from tests.jobs.rollover.books import STAYING, City, facts, formulas, written

from tpxl.books import open_book
from tpxl.errors import TpxlError
from tpxl.jobs.check.check import check
from tpxl.jobs.refresh import refresh
from tpxl.jobs.rollover.job import Rollover, RolloverWish, open_year
from tpxl.jobs.sending.collect import CollectWish, collect
from tpxl.jobs.sending.send import SendWish, send, write_forms
from tpxl.jobs.versions.approvals import ApprovalWish, approve, status
from tpxl.layout import survey
from tpxl.layout.cells.numbers import read_number
from tpxl.model import Address, Edit, Measure, Severity
from tpxl.model.cell import Result

MASTER = Path(__file__).parents[3] / "workbook" / "tilinpaatos_master.xlsm"
NOW = dt.datetime(2026, 1, 7, 8, 30, tzinfo=dt.UTC)


def rolled(path: Path, out: Path, wish: RolloverWish = RolloverWish()) -> Rollover:  # noqa: B008  # immutable
    with open_book(path) as book:
        result = open_year(book, wish, now=NOW)
        book.save(out)
    return result


def year_on(period: str) -> str:
    return f"{period[:-4]}{int(period[-4:]) + 1}"


def errors(path: Path) -> set[tuple[str, str | None, str | None, str | None]]:
    with open_book(path) as book:
        told = check(book).findings
    weighty = {Severity.ERROR, Severity.ROUNDING}
    return {(one.code, one.area, one.line, one.period) for one in told if one.severity in weighty}


cities = st.builds(
    City,
    seed=st.integers(0, 10_000),
    areas=st.integers(2, 4),
    newest_first=st.booleans(),
    by_address=st.booleans(),
    as_text=st.booleans(),
    across=st.booleans(),
    in_thousands=st.booleans(),
    left=st.integers(0, 2),
    has_room=st.booleans(),
    columns=st.sampled_from(
        [
            ("TP 2023", "TA 2024", "TP 2024", "TA 2025", "TP 2025"),
            ("TP 2024", "TA 2025", "TP 2025"),
            ("TA 2025", "TP 2025"),
            ("TP 2022", "TP 2023", "TP 2024", "TP 2025"),
            ("TP 2023", "TP 2024", "TA 2025", "TA+M 2025", "TP 2025", "TS 2026"),
        ]
    ),
)


def compared(old: Path, new: Path) -> None:
    """Every figure of a period in both books is equal; the places of new periods hold nothing."""
    before, after = facts(old), facts(new)
    periods = {period for _, _, period, _ in before}
    assert {period for _, _, period, _ in after} == set(map(year_on, periods))
    for place, number in after.items():
        assert number == before.get(place), place


def filled(path: Path) -> None:
    """Type figures into the empty inputs, and let a refresh compute the others."""
    with open_book(path) as book:
        tables = [table for area in survey(book).areas for table in area.tables]
        empty = (
            figure
            for table in tables
            for figure in table
            if figure.is_nothing and figure.line.measure is Measure.AMOUNT
            if figure.line.code != "OPERATING_MARGIN"
        )
        signs = {"OPERATING_INCOME": 1}
        book.apply(
            Edit(one.sheet, one.cell, signs.get(one.line.code, -1) * (1000 + place))
            for place, one in enumerate(empty)
        )
        refresh(book)
        book.save()


def seen_by_another_reader(path: Path) -> None:
    """A reader that does not recalculate shows each figure under its own period, or nothing."""
    told = CalamineWorkbook.from_path(path)
    pages = {
        name: told.get_sheet_by_name(name).to_python(skip_empty_area=False)
        for name in told.sheet_names
    }
    with open_book(path) as book:
        figures = [one for area in survey(book).areas for table in area.tables for one in table]
    for one in figures:
        page, at = pages[one.sheet], Address.parse(one.cell)
        shown = page[at.row - 1][at.column - 1] if at.row <= len(page) else ""
        assert _number(shown) == one.number, one
    known = {
        (one.sheet, str(one.period)): one.number
        for one in figures
        if str(one.line) == "OPERATING_EXPENSES"
    }
    header, *rows = pages["Yhteenveto"][2:]
    for row in rows:
        for heading, shown in zip(header[2:], row[2:], strict=True):
            assert _number(shown) in (None, 0, known[row[0], heading]), (row[0], heading)


def _number(shown: Any) -> Decimal | None:
    reading = None if shown == "" else read_number(shown)
    return None if reading is None else reading.number


EXAMPLES = int(os.environ.get("TPXL_ROLLOVERS", "20"))
"""`make rollovers` opens two years in 200 books."""


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    phases=[Phase.generate],  # an example takes a second: a small one is no use
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(city=cities)
def test_two_years_in_a_row_every_figure_stands_under_its_period(
    tmp_path: Path, city: City
) -> None:
    path = written(tmp_path / "2025.xlsx", city)
    old = path.read_bytes()
    for year in (2026, 2027):
        new = tmp_path / f"{year}.xlsx"
        new.unlink(missing_ok=True)
        assert rolled(path, new).to_year == year
        compared(path, new)
        seen_by_another_reader(new)
        assert formulas(new) == formulas(path)
        assert errors(new) <= errors(path)
        filled(new)
        path = new
    assert (tmp_path / "2025.xlsx").read_bytes() == old


def test_an_unknown_typed_table_keeps_its_headings_and_is_listed(tmp_path: Path) -> None:
    path = written(tmp_path / "a.xlsx", City(1))
    result = rolled(path, tmp_path / "b.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "b.xlsx")[STAYING]
    assert [cell.value for cell in sheet[2][1:3]] == ["TP 2024", "TP 2025"]
    assert (STAYING, "unread_table") in {(one.sheet, one.why) for one in result.review}


def test_headers_titles_and_notes_say_the_new_year_and_prose_the_old(tmp_path: Path) -> None:
    path = written(tmp_path / "a.xlsx", City(2))
    result = rolled(path, tmp_path / "b.xlsx")
    book = openpyxl.load_workbook(tmp_path / "b.xlsx")
    area = book["Kirjasto"]
    assert area.oddHeader.right.text == "Tilinpäätös 2026"
    assert area["A14"].value == "TA 2026 vrt. TA 2025 ja TP 2026 vrt. TP 2025"
    assert (area["D17"].value, area["D18"].value, area["D19"].value) == ("TP 2026", None, None)
    assert area["A18"].value == "Tavoite 0 Kirjasto vuonna 2025"
    assert book["Perustiedot"]["B1"].value == 2026
    assert book["Yhteenveto"]["A1"].value == "Tilinpäätös 2026, yhteenveto"
    assert ("Kirjasto", "A18", "look") in {(one.sheet, one.cell, one.why) for one in result.review}


def calculated(path: Path) -> None:
    """Let a book ask for no recalculation, as Excel saves it."""
    told = {name: data.replace(b'fullCalcOnLoad="1"', b"") for name, data in parts(path).items()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in told.items():
            package.writestr(name, data)


REFUSALS: dict[str, tuple[list[Edit], RolloverWish, str]] = {
    "an error that would be locked": (
        [Edit("Kirjasto", "F8", -1)],
        RolloverWish(),
        "rollover_unsettled",
    ),
    "a year that is open already": (
        [Edit(name, f"F{row}", None) for name in ("Kirjasto", "Vesihuolto", "Satama")
         for row in range(6, 13)],
        RolloverWish(),
        "rollover_open",
    ),
    "a year that does not follow": ([], RolloverWish(to=2028), "rollover_not_next"),
    "areas of different years": (
        [Edit("Kirjasto", "F5", "TP 2026")],
        RolloverWish(),
        "rollover_years_differ",
    ),
    "a period twice": ([Edit("Kirjasto", "D5", "TP 2025")], RolloverWish(), "rollover_twice"),
    "two sheets of one area": (
        [Edit("Vesihuolto", "A1", "VASTUUALUE: Kirjasto")],
        RolloverWish(),
        "rollover_contested",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSALS)
def test_a_year_is_not_opened_over(case: str, tmp_path: Path) -> None:
    edits, wish, code = REFUSALS[case]
    path = written(tmp_path / "a.xlsx", City(3))
    with open_book(path) as book:
        book.apply(edits)
        book.save()
    before = path.read_bytes()
    with open_book(path) as book, pytest.raises(TpxlError) as caught:
        open_year(book, wish, now=NOW)
    assert caught.value.code == code
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("formula", "code"),
    [
        ("=Pääkirja!B2", "rollover_formula"),
        ("='[1]Pääkirja'!B2", "rollover_formula"),
        ("=-400-500", "rollover_constant_formula"),
        ("=F7-Pääkirja!B2", "rollover_formula"),
    ],
)
def test_an_input_that_is_a_formula_is_refused_until_a_person_has_looked(
    tmp_path: Path, formula: str, code: str
) -> None:
    path = written(tmp_path / "a.xlsx", City(4))
    told = openpyxl.load_workbook(path)
    ledger = told.create_sheet("Pääkirja")
    ledger["B2"] = -900
    told["Kirjasto"]["F12"] = None
    told["Kirjasto"]["F11"] = formula
    told.save(path)
    with open_book(path) as book:
        book.put_results([Result("Kirjasto", "F11", -900)])
        book.save()
    calculated(path)
    with open_book(path) as book:
        with pytest.raises(TpxlError) as caught:
            open_year(book, RolloverWish(), now=NOW)
        assert (caught.value.code, caught.value.facts["cell"]) == (code, "F11")
        opened = open_year(book, RolloverWish(formulas_checked=True), now=NOW)
        assert opened.to_year == 2026
        assert book.read("Kirjasto").formula(Address.parse("F11")) == formula


def test_an_explained_error_is_no_reason_and_its_explanation_stays(tmp_path: Path) -> None:
    path = shutil.copy(MASTER, tmp_path / "a.xlsm")
    with open_book(path) as book:
        refresh(book)
        book.apply([Edit("Kaupunkimarkkinointi", "F43", -63959.5)])
        result = refresh(book)
        open_ones = [one for one in result.findings if one.period == "TP 2025" and one.is_open]
        journal = survey(book).findings_journal
        assert journal is not None
        reasons = {
            row.row: f"Syy {row.row}"
            for row in journal.rows
            if row.written.get("area") == "Työllisyyspalvelut"
        }
        book.apply([Edit("Tarkistus", f"J{row}", text) for row, text in reasons.items()])
        book.save()
        assert open_ones
    with open_book(path) as book:
        before = {
            (one.area, one.period, one.line, one.code): one.explanation
            for one in check(book).findings
            if one.explanation and one.period
        }
    result = rolled(path, tmp_path / "b.xlsm")
    after = {
        (one.area, one.period, one.line, one.code): one.explanation
        for one in result.findings
        if one.period
    }
    kept = {key: reason for key, reason in before.items() if key in after}
    assert kept
    assert {key: after[key] for key in kept} == kept


def test_the_masters_parts_change_only_where_they_must_and_every_text_fits(tmp_path: Path) -> None:
    path = shutil.copy(MASTER, tmp_path / "a.xlsm")
    with open_book(path) as book:
        refresh(book)
        book.save()
    before = parts(Path(path))
    rolled(Path(path), tmp_path / "b.xlsm")
    after = parts(tmp_path / "b.xlsm")
    assert before.keys() == after.keys()
    changed = {name for name in before if before[name] != after[name]}
    sheets = {name for name in before if name.startswith("xl/worksheets/sheet")}
    charts = {name for name in before if name.startswith("xl/charts/chart")}
    of_the_book = {"docProps/core.xml", "xl/workbook.xml"}
    assert changed <= sheets | charts | of_the_book
    compared(Path(path), tmp_path / "b.xlsm")
    assert formulas(Path(path)) == formulas(tmp_path / "b.xlsm")
    assert cut_in(tmp_path / "b.xlsm") == []


def test_no_reader_shows_an_old_figure_under_a_new_heading(tmp_path: Path) -> None:
    path = written(tmp_path / "a.xlsx", City(5, with_formulas=True))
    rolled(path, tmp_path / "b.xlsx")
    old = openpyxl.load_workbook(path, data_only=True)
    new = openpyxl.load_workbook(tmp_path / "b.xlsx", data_only=True)
    told = openpyxl.load_workbook(tmp_path / "b.xlsx")
    held = 0
    for sheet in told:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and cell.value.startswith("="):
                    shown = new[sheet.title][cell.coordinate].value
                    was = old[sheet.title][cell.coordinate].value
                    assert shown is None or shown != was or shown == 0, (sheet.title, cell)
                    held += 1
    assert held > 20


def test_the_bases_are_kept_so_that_every_change_can_be_checked(tmp_path: Path) -> None:
    path = written(tmp_path / "a.xlsx", City(6))
    first = rolled(path, tmp_path / "b.xlsx")
    assert [str(period) for period in first.fell_out] == ["TP 2023", "TA 2024"]
    assert (first.bases_kept, first.bases_lost) == (3 * 5 * 2, 0)
    assert not [one for one in first.findings if one.code == "base_missing"]
    with open_book(tmp_path / "b.xlsx") as book:
        kept = book.read("Vertailuluvut")
        assert list(kept.row(4).values()) == ["Vastuualue", "Tunnusluku", "TP 2023", "TA 2024"]
        assert {one.sheet for one in survey(book).areas} == {"Kirjasto", "Vesihuolto", "Satama"}
        cell = next(at for at in ("B10", "D10") if book.read("Kirjasto").value(Address.parse(at)))
        book.apply([Edit("Kirjasto", cell, 99.9)])
        wrong = [one for one in check(book).findings if one.code == "change_percent"]
        assert [(one.sheet, one.cell) for one in wrong] == [("Kirjasto", cell)]
    filled(tmp_path / "b.xlsx")
    second = rolled(tmp_path / "b.xlsx", tmp_path / "c.xlsx")
    assert not [one for one in second.findings if one.code == "base_missing"]
    heads = openpyxl.load_workbook(tmp_path / "c.xlsx")["Vertailuluvut"][4]
    assert [cell.value for cell in heads][2:] == ["TP 2023", "TA 2024", "TP 2024", "TA 2025"]


def test_a_book_of_one_area_is_told_how_many_bases_are_gone(tmp_path: Path) -> None:
    result = rolled(written(tmp_path / "a.xlsx", City(7, areas=1)), tmp_path / "b.xlsx")
    assert (result.bases_kept, result.bases_lost) == (0, 10)
    assert "Vertailuluvut" not in openpyxl.load_workbook(tmp_path / "b.xlsx").sheetnames


def column(path: Path, sheet: str, letter: str, rows: range) -> list[object]:
    told = openpyxl.load_workbook(path)[sheet]
    return [told[f"{letter}{row}"].value for row in rows]


def test_residents_get_rows_of_their_own_where_formulas_look_by_the_word(tmp_path: Path) -> None:
    rolled(written(tmp_path / "a.xlsx", City(8)), tmp_path / "b.xlsx")
    assert column(tmp_path / "b.xlsx", "Perustiedot", "A", range(5, 12)) == [
        *("TP 2023", "TA 2024", "TP 2024", "TA 2025", "TP 2025", "TA 2026", "TP 2026"),
    ]
    assert column(tmp_path / "b.xlsx", "Perustiedot", "B", range(9, 12)) == [6040, None, None]


def test_rows_of_new_residents_look_like_those_above(tmp_path: Path) -> None:
    path = written(tmp_path / "a.xlsx", City(8))
    book = openpyxl.load_workbook(path)
    for row in range(5, 10):
        for letter, form in zip("ABC", ("@", "#,##0", "General"), strict=True):
            cell = book["Perustiedot"][f"{letter}{row}"]
            cell.number_format, cell.font = form, Font(name="Arial", bold=True)
    book.save(path)
    rolled(path, tmp_path / "b.xlsx")
    told = openpyxl.load_workbook(tmp_path / "b.xlsx")["Perustiedot"]
    for row in (10, 11):
        forms = [told[f"{letter}{row}"].number_format for letter in "ABC"]
        assert forms == ["@", "#,##0", "General"]
        assert all(told[f"{letter}{row}"].font.name == "Arial" for letter in "ABC")


@pytest.mark.parametrize("city", [City(9, by_address=True), City(9, has_room=False)])
def test_residents_move_where_a_formula_points_at_a_cell_or_no_row_is_free(
    tmp_path: Path, city: City
) -> None:
    result = rolled(written(tmp_path / "a.xlsx", city), tmp_path / "b.xlsx")
    assert [str(period) for period in result.awaited] == ["TA 2026", "TP 2026"]
    assert column(tmp_path / "b.xlsx", "Perustiedot", "A", range(5, 10)) == [
        *("TP 2024", "TA 2025", "TP 2025", "TA 2026", "TP 2026"),
    ]
    numbers = column(tmp_path / "b.xlsx", "Perustiedot", "B", range(5, 10))
    assert numbers == [6020, 6030, 6040, None, None]


def test_goals_are_emptied_where_that_is_asked(tmp_path: Path) -> None:
    path = written(tmp_path / "a.xlsx", City(10))
    rolled(path, tmp_path / "b.xlsx", RolloverWish(keeps_goals=False))
    cells = [column(tmp_path / "b.xlsx", "Kirjasto", letter, range(18, 20)) for letter in "ABCD"]
    assert cells == [[None, None]] * 4
    assert column(tmp_path / "b.xlsx", "Kirjasto", "A", range(17, 18)) == ["Tavoite"]


def test_forms_and_approvals_are_of_the_old_year_and_a_late_form_is_of_the_old_book(
    tmp_path: Path,
) -> None:
    path, out = written(tmp_path / "a.xlsx", City(1, areas=2)), tmp_path / "b.xlsx"
    with open_book(path) as book:
        sent = send(book, SendWish(tmp_path, due=dt.date(2025, 12, 1)))
        approve(book, ApprovalWish("Kirjasto", "N. N."))
        book.save()
    write_forms(sent, tmp_path)
    result = rolled(path, out)
    assert not {one.sheet for one in result.review} & {"Lähetykset", "Hyväksynnät"}
    with open_book(out) as book:
        told = status(book)
        late = collect(book, CollectWish((tmp_path / sent.forms[0].file,)))
    assert told.is_intact
    assert [(one.state, one.sent, one.by) for one in told.areas] == [("draft", "", "")] * 2
    assert [one.state for one in late.returns] == ["refused"]
    assert late.edits == ()
    with open_book(path) as book:
        assert status(book).areas[0].state == "approved"
