from dataclasses import replace

import pytest
from tests.grids import TableBook, TableGrid

from tpxl.jobs.check.check import check
from tpxl.jobs.refresh import refresh
from tpxl.model import Address, Edit, Finding, Value

NOTE = "TA 2025: toimintamenoissa on {} % johtamisen kustannuksista (lautakunta)."


def book(note: Value, *, tp: float = 8.4, locked: str = "") -> TableBook:
    return TableBook.of(
        TableGrid.of(
            "Vyörytys",
            ["Vyörytettävä erä", "Johtamisen kustannukset"],
            ["", "TA 2025", "TP 2025"],
            ["Kiinteä osuus %"],
            ["Markkinointi", 8.4, tp],
            ["Muut", 91.6, 100 - tp],
        ),
        TableGrid.of(
            "Markkinointi",
            ["", "TA 2025", "TP 2025"],
            ["Toimintamenot", -5, -5],
            ["Toimintatulot", 1, 1],
            [note],
        ),
        TableGrid.of("Perustiedot", ["Kausi", "Lukittu"], ["TA 2025", locked]),
    )


def edits(tables: TableBook) -> tuple[Edit, ...]:
    return refresh(tables).edits


def findings(tables: TableBook) -> list[Finding]:
    return [one for one in check(tables).findings if one.code.startswith("allocation_note")]


def test_a_right_note_is_left_alone() -> None:
    assert edits(book(NOTE.format("8,4"))) == ()
    assert findings(book(NOTE.format("8,4"))) == []


def test_a_wrong_number_is_found_and_nothing_but_it_is_changed() -> None:
    wrong = book(NOTE.format("9,4"))
    (finding,) = findings(wrong)
    assert (finding.code, finding.cell, finding.area) == ("allocation_note", "A4", "Markkinointi")
    assert (float(finding.found or 0), float(finding.expected or 0)) == (9.4, 8.4)
    (edit,) = edits(wrong)
    assert (edit.new, edit.old) == (NOTE.format("8,4"), NOTE.format("9,4"))
    assert findings(wrong) == []
    assert edits(wrong) == ()


def test_the_note_keeps_its_decimal_mark() -> None:
    (edit,) = edits(book(NOTE.format("9.4")))
    assert edit.new == NOTE.format("8.4")


@pytest.mark.parametrize("blank", ["____", "…", "–"])
def test_a_blank_is_filled(blank: str) -> None:
    tables = book(NOTE.format(blank))
    assert [one.severity.value for one in findings(tables)] == ["info"]
    (edit,) = edits(tables)
    assert edit.new == NOTE.format("8,4")


def test_a_note_on_a_published_period_is_checked_and_never_changed() -> None:
    tables = book(NOTE.format("9,4"), locked="kyllä")
    assert edits(tables) == ()
    assert [one.severity.value for one in findings(tables)] == ["error"]


def test_a_note_that_is_a_formula_is_left_alone() -> None:
    tables = book(NOTE.format("9,4"))
    grid = tables.grids["Markkinointi"]
    tables.grids["Markkinointi"] = replace(grid, formulas=frozenset({Address(4, 1)}))
    assert edits(tables) == ()


def test_a_note_with_a_word_in_bold_keeps_it() -> None:
    tables = book(NOTE.format("9,4"))
    grid = tables.grids["Markkinointi"]
    tables.grids["Markkinointi"] = replace(grid, lettered=frozenset({Address(4, 1)}))
    assert edits(tables) == ()
    assert [one.severity.value for one in findings(tables)] == ["error"]


def test_one_share_for_periods_that_differ_is_told_of() -> None:
    tables = book(NOTE.replace("TA 2025", "TA 2025 ja TP 2025").format("8,4"), tp=9.0)
    (finding,) = findings(tables)
    assert (finding.code, finding.severity.value) == ("allocation_note_mixed", "warning")
    assert edits(tables) == ()


def test_years_that_the_book_does_not_print_are_passed_over() -> None:
    tables = book(NOTE.replace("TA 2025", "TA 2025 ja TS 2026–2027").format("8,4"))
    assert findings(tables) == []


def test_a_note_on_a_period_that_is_not_divided_cannot_be_verified() -> None:
    (finding,) = findings(book(NOTE.replace("TA 2025", "TS 2026").format("8,4")))
    assert (finding.code, finding.severity.value, finding.period) == (
        "allocation_note_unknown",
        "unverifiable",
        "TS 2026",
    )


def test_a_sentence_without_a_share_is_no_note() -> None:
    assert findings(book("TA 2025: osa johtamisen kustannuksista on täällä.")) == []
