"""A book whose texts or summary say another year than its newest periods is told."""

from pathlib import Path

import pytest
from tests.grids import TableBook, TableGrid
from tests.jobs.rollover.books import City, written

from tpxl.books import open_book
from tpxl.books.package import PackageBook
from tpxl.jobs.check.check import check
from tpxl.messages import phrase
from tpxl.model import Edit, Finding, Value
from tpxl.model.cell import PageEdit

CODES = {"year_setting", "year_texts", "summary_period_missing"}


def told(book: TableBook | PackageBook) -> list[Finding]:
    return [one for one in check(book).findings if one.code in CODES]


def table(title: str, periods: list[str], year: Value = 2025) -> TableBook:
    figures: list[list[Value]] = [
        ["Toimintamenot", *(-100 - at for at, _ in enumerate(periods))],
        ["Toimintatulot", *(10 for _ in periods)],
    ]
    areas = [
        TableGrid.of(name, [title], [], ["", *periods], *figures) for name in ("Satama", "Kirjasto")
    ]
    settings = TableGrid.of("Perustiedot", ["Tilivuosi", year], ["Menot", "negatiivinen"])
    return TableBook.of(*areas, settings)


@pytest.mark.parametrize(
    ("title", "codes"),
    [
        ("5. Vuoden 2024 tuottavuustoimenpiteet", ["year_texts", "year_texts"]),
        ("5. Vuoden 2025 tuottavuustoimenpiteet", []),
        ("Tilinpäätös 2024, Satama", ["year_texts", "year_texts"]),
        ("TA 2024 vrt. TA 2023 ja TP 2024 vrt. TP 2023", ["year_texts", "year_texts"]),
        ("TP 2023 sisältää siirron", []),
        ("Keväällä 2024 avattiin uusi satama", []),
        ("3. Kaupunkistrategian 2020-2024 painopisteistä johdetut tavoitteet", []),
    ],
)
def test_a_heading_of_an_older_year_is_told_and_prose_is_not(title: str, codes: list[str]) -> None:
    found = told(table(title, ["TP 2024", "TA 2025", "TP 2025"]))
    assert [one.code for one in found] == codes


@pytest.mark.parametrize(("year", "count"), [(2024, 1), (2025, 0), (2026, 0), (2027, 1)])
def test_the_financial_year_is_one_of_the_newest_periods(year: int, count: int) -> None:
    found = told(table("", ["TP 2024", "TP 2025", "TA 2026"], year))
    assert [one.code for one in found] == ["year_setting"] * count
    assert all("2025" in phrase(one, "fi") for one in found)


def test_print_headers_of_an_older_year_are_told(tmp_path: Path) -> None:
    with open_book(written(tmp_path / "a.xlsx", City(1))) as book:
        assert told(book) == []
        book.apply_page(
            PageEdit(*text, text.text.replace("2025", "2024"))
            for text in book.page_texts()
            if "2025" in text.text and text.sheet == "Kirjasto"
        )
        (one,) = told(book)
    assert (one.code, one.sheet, one.cell) == ("year_texts", "Kirjasto", None)
    assert "Tilinpäätös 2024" in phrase(one, "sv")


def test_a_summary_without_the_newest_period_is_told(tmp_path: Path) -> None:
    with open_book(written(tmp_path / "a.xlsx", City(1))) as book:
        book.apply([Edit("Yhteenveto", "G3", "TP 2022")])
        (one,) = told(book)
    assert (one.code, one.sheet, one.period) == ("summary_period_missing", "Yhteenveto", "TP 2025")
