"""A year is opened: every figure under its period, new places empty, nothing else touched."""

import datetime as dt
from pathlib import Path

import openpyxl
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.jobs.rollover.books import STAYING, City, facts, formulas, written

from tpxl.books import open_book
from tpxl.jobs.check.check import check
from tpxl.jobs.refresh import refresh
from tpxl.jobs.rollover.job import Rollover, Wish, open_year
from tpxl.layout import survey
from tpxl.model import Edit, Measure, Severity

MASTER = Path(__file__).parents[3] / "workbook" / "tilinpaatos_master.xlsm"
NOW = dt.datetime(2026, 1, 7, 8, 30, tzinfo=dt.UTC)


def rolled(path: Path, out: Path, wish: Wish = Wish()) -> Rollover:  # noqa: B008  # immutable
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
        book.apply([Edit(one.sheet, one.cell, 1000 + place) for place, one in enumerate(empty)])
        refresh(book)
        book.save()


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
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
