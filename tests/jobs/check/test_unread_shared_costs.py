"""Shared costs in a form that nobody reads are named: no sheet of them is passed over."""

import pytest
from tests.grids import TableBook, TableGrid

from tpxl.jobs.check.check import check
from tpxl.model import Finding, Severity, Value

AREAS = ("Kirjasto", "Museo", "Puisto")
POOL: list[list[Value]] = [
    ["Hallinnon jako 2025"],
    ["Jakoperuste", "Henkilötyövuodet"],
    ["", "TP 2025"],
    ["Jaettava summa", 800],
    [],
    ["Vastuualue", "Henkilötyövuodet", "Osuus %", "Vyörytys €"],
    ["Kirjasto", 10, 25.0, 200],
    ["Museo", 10, 25.0, 200],
    ["Puisto", 20, 50.0, 410],
]


def area(name: str) -> TableGrid:
    expense = -900 - len(name) ** 2
    return TableGrid.of(
        name,
        [f"VASTUUALUE: {name}"],
        ["", "TP 2024", "TP 2025"],
        ["Toimintamenot", expense, expense - 10],
        ["Toimintatulot", 100, 110],
        ["Toimintakate", expense + 100, expense + 100],
    )


def told(rows: list[list[Value]], sheet: str = "Hallinto") -> list[Finding]:
    book = TableBook.of(*map(area, AREAS), TableGrid.of(sheet, *rows))
    return [one for one in check(book).findings if one.severity is not Severity.INFO]


def test_a_pool_that_is_called_otherwise_is_named_as_unread() -> None:
    (one,) = told(POOL)
    assert (one.code, one.severity, one.sheet) == (
        "unread_numbers",
        Severity.UNVERIFIABLE,
        "Hallinto",
    )
    assert one.facts["count"] == 9
    assert one.area is None


@pytest.mark.parametrize("word", ["Vyörytettävä erä", "Vyörytettävä", "Jaettavat menot"])
def test_one_that_is_read_is_checked_instead(word: str) -> None:
    (one,) = told([[word, "Hallinto"], *POOL])
    assert (one.code, one.cell, one.expected) == ("allocation_part", "D10", 400)


@pytest.mark.parametrize(
    "rows",
    [
        [["Vastuualue", "Osuus %", "€"], ["Kirjasto", 25.0, 200], ["Museo", 75.0, 600]],
        [["Jakoperuste", "Henkilötyövuodet"], ["Kirjasto", "10"], ["Museo", "11"]],
    ],
)
def test_a_table_without_words_of_shared_costs_or_numbers_is_none(rows: list[list[Value]]) -> None:
    assert not told(rows)


def test_pools_of_an_area_that_two_sheets_claim_are_not_told_as_unread() -> None:
    copy = TableGrid("Kirjasto (2)", area("Kirjasto").cells)
    sheet = TableGrid.of("Hallinto", ["Vyörytettävä erä", "Hallinto"], *POOL)
    codes = {one.code for one in check(TableBook.of(*map(area, AREAS), copy, sheet)).findings}
    assert "area_twice" in codes
    assert "unread_numbers" not in codes
