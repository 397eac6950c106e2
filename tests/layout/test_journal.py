from dataclasses import replace

from tests.grids import TableGrid

from tpxl.layout.journal import locate_changes_journal, locate_findings_journal
from tpxl.model import Address
from tpxl.terms.known import is_known


def test_the_journals_are_known_by_their_words_in_any_order_of_columns() -> None:
    grid = TableGrid.of(
        "Oma nimi",
        ["Kuka", "Perustelu", "Solu", "Taulukko", "Havainto", "Vakavuus"],
        ["Liisa", "Oikein", "B2", "Alue", "väärin", "virhe"],
    )
    journal = locate_findings_journal(grid, tuple(grid.texts(is_known)))
    assert journal is not None
    assert (journal.lang, journal.header_row, journal.columns["reason"]) == ("fi", 1, 2)
    assert [row.kept for row in journal.rows] == [{1: "Liisa", 2: "Oikein"}]


def test_a_list_of_findings_without_their_places_is_no_journal() -> None:
    grid = TableGrid.of("S", ["Vakavuus", "Havainto", "Perustelu"], ["virhe", "väärin", "Oikein"])
    assert locate_findings_journal(grid, tuple(grid.texts(is_known))) is None


def test_changes_are_added_under_the_last_one() -> None:
    head = ["Tid", "Användare", "Blad", "Cell", "Gammalt", "Nytt"]
    grid = TableGrid.of("Logg", list(head), ["1.1.2026", "Liisa", "A", "B2", 1, 2])
    journal = locate_changes_journal(grid, tuple(grid.texts(is_known)))
    assert journal is not None
    assert (journal.lang, journal.next_row) == ("sv", 3)
    assert locate_changes_journal(TableGrid.of("S", ["Solu"]), ()) is None


def test_a_text_typed_over_a_link_is_no_reason_and_stays_where_it_is() -> None:
    head = ["Vakavuus", "Siirry", "Havainto", "Taulukko", "Solu", "Perustelu", "Oma"]
    grid = TableGrid.of(
        "Tarkistus",
        head,
        ["virhe", "siirry", "väärin", "Alue", "B2", "Oikein", "muistettava"],
        ["virhe", "käsin", "väärin", "Alue", "B3"],
    )
    grid = replace(grid, formulas=frozenset({Address.parse("B2")}))
    journal = locate_findings_journal(grid, tuple(grid.texts(is_known)))
    assert journal is not None
    assert [row.kept for row in journal.rows] == [{6: "Oikein", 7: "muistettava"}, {}]
