from dataclasses import replace
from typing import Any

import pytest
from tests.grids import TableBook, TableGrid
from tests.kemijarvi import book as kemijarvi

from tpxl.jobs.check.check import check
from tpxl.jobs.refresh import refresh
from tpxl.model import Address, Edit, Finding, Severity, Value

HEADINGS: dict[str, list[Value]] = {
    "fi": [
        *["Vakavuus", "Vastuualue", "Kausi", "Rivi", "Siirry", "Painettu", "Laskettu", "Sääntö"],
        *["Havainto", "Perustelu", "Kuka", "Taulukko", "Solu"],
    ],
    "sv": [
        *["Allvarlighet", "Ansvarsområde", "Period", "Rad", "Länk", "Tryckt", "Beräknat", "Regel"],
        *["Iakttagelse", "Motivering", "Vem", "Blad", "Cell"],
    ],
}
CHANGES: list[Value] = [
    *["Aika", "Käyttäjä", "Vastuualue", "Rivi", "Kausi", "Taulukko", "Solu", "Vanha", "Uusi"]
]
REASON, NAME, OWN = 10, 11, 14


def figures(**cells: float) -> TableGrid:
    grid = TableGrid.of(
        "Hallinto",
        ["VASTUUALUE: Hallinto"],
        ["", "TP 2024", "TP 2025"],
        ["Toimintamenot", -1000, -1200],
        ["Toimintatulot", 400, 500],
        ["Toimintakate", -600, -777],
        ["Henkilöstömenot", -300, -330],
        ["Muutos %", "", 99],
    )
    held = {**grid.cells, **{Address.parse(cell): value for cell, value in cells.items()}}
    return replace(grid, cells=held)


def book_of(grid: TableGrid, lang: str = "fi") -> TableBook:
    settings = TableGrid.of("Perustiedot", ["Kausi", "Lukittu"], ["TP 2025", "kyllä"])
    findings = TableGrid.of("Tarkistus", ["Tarkistus"], [], HEADINGS[lang])
    return TableBook.of(grid, settings, findings, TableGrid.of("Muutosloki", CHANGES))


def write(book: TableBook, **cells: Value) -> None:
    book.apply([Edit("Tarkistus", cell, value) for cell, value in cells.items()])  # type: ignore[arg-type]


def rows(book: TableBook) -> list[dict[int, Value]]:
    grid = book.read("Tarkistus")
    return [grid.row(row) for row in range(4, grid.last_row + 1)]


def cells_of(book: TableBook) -> dict[str, Any]:
    return {name: dict(book.read(name).cells) for name in book.sheets}


def wrong(findings: tuple[Finding, ...]) -> list[Finding]:
    return [one for one in findings if one.severity is Severity.ERROR]


def test_findings_are_listed_worst_first_with_their_place_and_rule() -> None:
    book = book_of(figures())
    refresh(book)
    first, second, *_ = rows(book)
    assert first == {
        1: "virhe",
        2: "Hallinto",
        3: "TP 2025",
        4: "toimintakate",
        6: -777,
        7: -700,
        8: "Toimintakate",
        9: first[9],
        12: "Hallinto",
        13: "C5",
    }
    assert str(first[9]).startswith("Hallinto, TP 2025, toimintakate: taulukossa −777")
    assert (second[1], second[8], second[13]) == ("virhe", "Muutos-%", "C7")


def test_a_second_refresh_changes_no_cell() -> None:
    book = book_of(figures())
    refresh(book)
    before = cells_of(book)
    refresh(book)
    assert cells_of(book) == before


def test_a_reason_makes_a_finding_explained_and_no_longer_open() -> None:
    book = book_of(figures())
    refresh(book)
    write(book, J4="Oikaistaan tilintarkastuksen jälkeen", K4="Liisa")
    margin, change = wrong(check(book).findings)
    assert margin.explanation is not None
    assert margin.explanation.reason == "Oikaistaan tilintarkastuksen jälkeen"
    assert margin.explanation.name == "Liisa"
    assert change.is_open
    write(book, J5="Tarkoituksella näin")
    assert not check(book).has_open_errors
    assert [one.is_open for one in wrong(refresh(book).findings)] == [False, False]


def test_a_reason_stays_beside_its_finding_when_the_order_changes() -> None:
    book = book_of(figures())
    refresh(book)
    write(book, J5="Tarkoituksella näin", K5="Liisa", N5="oma huomio")
    book.apply([Edit("Hallinto", "C5", -700)])
    refresh(book)
    first = rows(book)[0]
    assert (first[13], first[REASON], first[NAME], first[OWN]) == (
        "C7",
        "Tarkoituksella näin",
        "Liisa",
        "oma huomio",
    )


def test_a_changed_figure_is_open_again_and_the_old_reason_is_kept() -> None:
    book = book_of(figures())
    refresh(book)
    write(book, J4="Oikaistaan", K4="Liisa")
    book.apply([Edit("Hallinto", "C5", -778)])
    margin, _ = wrong(refresh(book).findings)
    assert margin.is_open
    first, *_, last = rows(book)
    assert (first[6], first.get(REASON)) == (-778, None)
    assert (last[1], last[6], last[REASON], last[NAME]) == (
        "poistunut",
        -777,
        "Oikaistaan",
        "Liisa",
    )
    book.apply([Edit("Hallinto", "C5", -777)])
    margin, _ = wrong(refresh(book).findings)
    assert not margin.is_open
    assert rows(book)[0][REASON] == "Oikaistaan"


def test_a_mended_figure_leaves_the_list_and_what_was_written_stays() -> None:
    book = book_of(figures())
    refresh(book)
    write(book, J4="Korjataan")
    book.apply([Edit("Hallinto", "C5", -700), Edit("Hallinto", "C7", 10)])
    refresh(book)
    (only,) = rows(book)
    assert (only[1], only[REASON]) == ("poistunut", "Korjataan")


def test_a_note_without_a_finding_is_not_lost() -> None:
    book = book_of(figures())
    write(book, J9="Muista kokous", K9="Liisa")
    refresh(book)
    assert rows(book)[-1] == {1: "poistunut", REASON: "Muista kokous", NAME: "Liisa"}


def test_a_reason_follows_its_finding_when_rows_are_inserted_above_it() -> None:
    book = book_of(figures())
    refresh(book)
    write(book, J4="Oikaistaan")
    moved = TableGrid("Hallinto", {Address(r + 3, c): v for (r, c), v in figures().cells.items()})
    book.grids["Hallinto"] = moved
    margin, _ = wrong(refresh(book).findings)
    assert (margin.cell, margin.is_open) == ("C8", False)
    assert rows(book)[0][13] == "C8"


def test_no_finding_is_listed_twice() -> None:
    book = book_of(figures())
    for _ in range(3):
        refresh(book)
    places = [(row[8], row[13]) for row in rows(book)]
    assert len(set(places)) == len(places)


def test_formulas_of_the_journal_are_left_alone() -> None:
    book = book_of(figures())
    link = Address(4, 5)
    grid = book.grids["Tarkistus"]
    book.grids["Tarkistus"] = replace(
        grid, cells={**grid.cells, link: "C5"}, formulas=frozenset({link})
    )
    refresh(book)
    assert book.read("Tarkistus").value(link) == "C5"


def test_the_journal_is_written_in_the_language_of_its_headings() -> None:
    book = book_of(figures(), "sv")
    refresh(book, lang="fi")
    first = rows(book)[0]
    assert (first[1], first[8]) == ("fel", "Verksamhetsbidrag")
    write(book, J4="Rättas senare")
    assert [one.is_open for one in wrong(check(book).findings)] == [False, True]


def test_a_period_is_called_by_the_journals_language_and_known_by_either_name() -> None:
    book = book_of(figures(), "sv")
    refresh(book)
    write(book, J4="Rättas senare", C4="TP 2025")  # as an earlier version called it
    moved = TableGrid("Hallinto", {Address(r + 3, c): v for (r, c), v in figures().cells.items()})
    book.grids["Hallinto"] = moved
    refresh(book)
    first = rows(book)[0]
    assert (first[3], first[13], first[REASON]) == ("BS 2025", "C8", "Rättas senare")


def test_a_book_without_journals_is_refreshed_without_them() -> None:
    book = TableBook.of(figures())
    assert refresh(book).edits
    assert book.sheets == ["Hallinto"]


def test_each_change_is_added_to_the_log_with_time_user_and_both_values() -> None:
    book = book_of(figures())
    book.grids.pop("Perustiedot")
    refresh(book)
    log = book.read("Muutosloki")
    first, second = log.row(2), log.row(3)
    assert [first[column] for column in range(3, 10)] == [
        *["Hallinto", "toimintakate", "TP 2025", "Hallinto", "C5", -777, -700]
    ]
    assert second[9] == 10
    refresh(book)
    assert book.read("Muutosloki").last_row == 3
    book.apply([Edit("Hallinto", "C5", -1)])
    refresh(book)
    assert [book.read("Muutosloki").row(4)[column] for column in (8, 9)] == [-1, -700]


def test_rows_of_the_journals_are_no_edits_of_the_result() -> None:
    book = book_of(figures())
    assert refresh(book).edits == ()
    assert check(book).findings


def test_what_was_found_on_a_sheet_whose_formulas_wait_stays_listed() -> None:
    grid = replace(figures(), formulas=frozenset({Address.parse("C5")}))
    book = book_of(grid)
    refresh(book)
    assert book.awaits_recalculation
    before = cells_of(book)
    refresh(book)
    assert cells_of(book) == before
    assert rows(book)[0][13] == "C5"


@pytest.mark.parametrize("cell", ["J4", "K4", "N4"])
def test_nothing_a_person_typed_is_lost_however_the_figures_change(cell: str) -> None:
    book = book_of(figures())
    refresh(book)
    write(book, **{cell: "tärkeä"})
    for value in (-778, -700, -12, -777):
        book.apply([Edit("Hallinto", "C5", value)])
        refresh(book)
        assert "tärkeä" in [value for row in rows(book) for value in row.values()]


def test_the_published_book_is_listed_whole_and_stays_as_it_is() -> None:
    book = kemijarvi()
    book.grids["Tarkistus"] = TableGrid.of("Tarkistus", HEADINGS["fi"])
    refresh(book)
    before = cells_of(book)
    assert not refresh(book).edits
    assert cells_of(book) == before


def test_a_text_typed_over_a_link_stays_in_its_cell() -> None:
    book = book_of(figures())
    findings = book.grids["Tarkistus"]
    links = frozenset(Address(row, 5) for row in (4, 6, 7, 8))
    book.grids["Tarkistus"] = replace(findings, formulas=links)
    refresh(book)
    write(book, E5="katso tämä")
    refresh(book)
    assert book.read("Tarkistus").value(Address.parse("E5")) == "katso tämä"
    settled = cells_of(book)
    refresh(book)
    assert cells_of(book) == settled


@pytest.mark.parametrize("words", ["Desimaalit €/asukas", "Menojen etumerkki", "Kausi", "TP 2025"])
def test_what_stands_in_the_journals_is_not_read_as_the_report(words: str) -> None:
    book = book_of(figures())
    refresh(book)
    told = check(book).findings
    log = book.read("Muutosloki")
    for row in range(2, log.last_row + 1):
        book.apply([Edit("Muutosloki", Address(row, 4).a1, words)])
    assert check(book).findings == told
