"""A reason for all alike, what to do and how a row stands, by how much a figure changed."""

import pytest
from tests.grids import TableBook, TableGrid
from tests.jobs.journal.test_journal import CHANGES, HEADINGS

from tpxl.jobs.check.check import check
from tpxl.jobs.refresh import refresh
from tpxl.model import Edit, Value

HEADER = [*HEADINGS["fi"], "Mitä tehdä", "Tilanne", "Milloin"]
REASON, NAME, TODO, STATE, WHEN = 10, 11, 14, 15, 16


def area(name: str, change: float) -> TableGrid:
    return TableGrid.of(
        name,
        [f"VASTUUALUE: {name}"],
        ["", "TP 2024", "TP 2025"],
        ["Toimintamenot", -1000, -1200],
        ["Toimintatulot", 400, 500],
        ["Toimintakate", -600, -700],
        ["Henkilöstömenot", -300, -330],
        ["Muutos %", "", change],
    )


def book_of(header: list[str] = HEADER, locked: str = "kyllä") -> TableBook:
    settings = TableGrid.of("Perustiedot", ["Kausi", "Lukittu"], ["TP 2025", locked])
    findings = TableGrid.of("Tarkistus", ["Tarkistus"], [], header)
    changes = TableGrid.of("Muutosloki", [*CHANGES, "Erotus"])
    areas = (area(name, change) for name, change in (("Katu", 99), ("Puisto", 98), ("Vesi", 97)))
    return TableBook.of(*areas, settings, findings, changes)


def rows(book: TableBook) -> list[dict[int, Value]]:
    grid = book.read("Tarkistus")
    found = [dict(grid.row(row)) for row in range(4, grid.last_row + 1)]
    return [row for row in found if row.get(1) == "virhe"]


def typed(book: TableBook, row: int, reason: str, name: str = "") -> None:
    book.apply([Edit("Tarkistus", f"J{row}", reason), Edit("Tarkistus", f"K{row}", name or None)])


def test_a_row_says_what_to_do_and_how_it_stands() -> None:
    book = book_of()
    refresh(book)
    assert [(row[TODO], row[STATE]) for row in rows(book)] == [("perustele", "avoin")] * 3
    typed(book, 4, "Painettu näin", "Liisa")
    refresh(book)
    assert [(row[TODO], row[STATE]) for row in rows(book)] == [
        ("–", "perusteltu"),
        *[("perustele", "avoin")] * 2,
    ]
    assert [WHEN in row for row in rows(book)] == [True, False, False]


@pytest.mark.parametrize("word", ["Kaikki:", "kaikki :", "ALLA:", "all:"])
def test_a_reason_for_all_alike_is_in_force_at_once_and_stands_in_each_row_after(word: str) -> None:
    book = book_of()
    refresh(book)
    typed(book, 5, f"{word} palkkaohjelma", "Liisa")
    wrong = [one for one in check(book).findings if one.severity.value == "error"]
    told = [one.explanation for one in wrong]
    assert [(one.reason, one.name) for one in told if one] == [("palkkaohjelma", "Liisa")] * 3
    refresh(book)
    assert [(row[REASON], row[NAME]) for row in rows(book)] == [("palkkaohjelma", "Liisa")] * 3
    before = {name: dict(book.read(name).cells) for name in book.sheets}
    refresh(book)
    assert {name: dict(book.read(name).cells) for name in book.sheets} == before


def test_a_reason_of_its_own_is_never_written_over() -> None:
    book = book_of()
    refresh(book)
    typed(book, 4, "Oma syy", "Matti")
    typed(book, 5, "Kaikki: palkkaohjelma")
    refresh(book)
    assert [row[REASON] for row in rows(book)] == ["Oma syy", "palkkaohjelma", "palkkaohjelma"]
    assert [row.get(NAME) for row in rows(book)] == ["Matti", None, None]


def test_what_is_found_later_is_open_though_all_were_explained() -> None:
    book = book_of()
    refresh(book)
    typed(book, 4, "Kaikki: palkkaohjelma")
    refresh(book)
    book.apply([Edit("Vesi", "C7", 55)])
    refresh(book)
    assert sorted(row[STATE] for row in rows(book)) == ["avoin", "perusteltu", "perusteltu"]


def test_a_book_without_the_columns_is_continued_as_before() -> None:
    book = book_of(HEADINGS["fi"])
    refresh(book)
    typed(book, 4, "Kaikki: palkkaohjelma")
    refresh(book)
    assert [row[REASON] for row in rows(book)] == ["palkkaohjelma"] * 3
    assert {at for row in rows(book) for at in row} <= set(range(1, 14))


def test_the_log_tells_by_how_much_a_figure_changed() -> None:
    book = book_of(locked="ei")
    refresh(book)
    grid = book.read("Muutosloki")
    changes = [(grid.row(row)[8], grid.row(row)[9], grid.row(row)[10]) for row in (2, 3, 4)]
    assert changes == [(99, 10, -89), (98, 10, -88), (97, 10, -87)]
