"""Other members of the kinds of the case books: one thing changed in their sound book."""

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests import cases
from tests.grids import TableBook, TableGrid

from tpxl.jobs.check.check import check
from tpxl.jobs.refresh import refresh
from tpxl.model import Address, Finding, Severity, Value

SOUND = cases.cells("09_two_sheets_one_area")["Kirjasto"]
"""The sheet of which every printed figure is right."""
PERIODS = ("TP 2023", "TA 2024", "TP 2024", "TA 2025", "TP 2025")
HEADERS = (4, 11)


def book(changes: Mapping[str, Value], sheet: Mapping[str, Value] = SOUND) -> TableBook:
    """Return the city's settings and its one area, some cells of it changed."""
    grids = {"Perustiedot": cases.cells("01_formula_without_value")["Perustiedot"]}
    grids["Kirjasto"] = {**sheet, **changes}
    return TableBook.of(
        *(
            TableGrid(name, {Address.parse(at): value for at, value in cells.items() if value})
            for name, cells in grids.items()
        )
    )


def loud(table: TableBook) -> list[Finding]:
    quiet = (Severity.INFO, Severity.COMMENT)
    return [one for one in check(table).findings if one.severity not in quiet]


def edits(table: TableBook) -> dict[str, object]:
    return {one.cell: one.new for one in refresh(table).edits}


def headed(*periods: str, rows: tuple[int, ...] = HEADERS) -> dict[str, Value]:
    return {f"{at}{row}": one for row in rows for at, one in zip("BCDEF", periods, strict=True)}


def test_the_book_is_sound_before_it_is_changed() -> None:
    assert loud(book({})) == []


@pytest.mark.parametrize("label", ["Toimintamenot, ulkoiset", "Menoerät", "Poikkeama", None])
def test_a_row_that_may_be_the_margin_s_part_leaves_the_margin_and_its_followers(
    label: str | None,
) -> None:
    table = book({"A5": label, "E7": -1_079_100, "F7": None, "F17": None})
    (found,) = [one for one in loud(table) if one.code.startswith("unread")]
    assert (found.code, found.severity) == ("unread_row_lacking", Severity.ERROR)
    assert not any(one.code == "per_resident" for one in loud(table))
    assert edits(table) == {}


def test_nothing_is_written_from_a_margin_that_lacks_a_part() -> None:
    lacking = {f"{at}5": None for at in "ABCDEF"}
    assert edits(book({**lacking, "E17": None, "F14": None})) == {"F14": 6.2}


@pytest.mark.parametrize("label", ["Muutos TP/TP %", "%", "Ero %", "Poikkeama"])
def test_a_row_that_only_heads_of_columns_are_called_by_is_named(label: str) -> None:
    (found,) = loud(book({"A14": label}))
    assert (found.code, found.cell) == ("unread_row", "A14")


ORDERLY = {
    "budget and actual of a year": ("TP 2023", "TA 2024", "TP 2024", "TP 2025", "TA 2025"),
    "two older ones": ("TP 2023", "TP 2024", "TA 2024", "TA 2025", "TP 2025"),
    "budget for actual": ("TA 2023", "TP 2024", "TA 2024", "TP 2025", "TA 2025"),
    "turned round": PERIODS[::-1],
    "a year off": ("TP 2024", "TA 2025", "TP 2025", "TA 2026", "TP 2026"),
}


@pytest.mark.parametrize("periods", ORDERLY.values(), ids=ORDERLY)
def test_headings_in_order_that_the_figures_contradict_are_named_and_nothing_is_written(
    periods: tuple[str, ...],
) -> None:
    table = book(headed(*periods))
    assert [one.code for one in loud(table) if one.severity is Severity.ERROR] == [
        "periods_exchanged"
    ]
    assert edits(table) == {}


@pytest.mark.parametrize("row", HEADERS)
def test_headings_of_one_table_that_the_figures_contradict_are_named_at_it(row: int) -> None:
    table = book(headed(*ORDERLY["budget and actual of a year"], rows=(row,)))
    (found,) = loud(table)
    assert (found.code, found.cell) == ("periods_exchanged", f"E{row}")
    assert "TA 2025, TP 2025" in found.message
    assert edits(table) == {}


@settings(max_examples=25, deadline=None)
@given(st.sampled_from("EF"), st.sampled_from((14, 16, 17)), st.integers(-300, 300).filter(bool))
def test_wrong_figures_of_their_own_are_not_taken_for_exchanged_headings(
    column: str, row: int, off: int
) -> None:
    printed = SOUND[f"{column}{row}"]
    table = book({f"{column}{row}": printed + off, "F7": -1_103_341})
    assert "periods_exchanged" not in {one.code for one in check(table).findings}


@pytest.mark.parametrize(("cell", "unwritten"), [("F5", {"F7", "F17"}), ("F13", {"F14"})])
def test_an_expense_of_another_sign_than_its_row_is_named_and_nothing_written_from_it(
    cell: str, unwritten: set[str]
) -> None:
    open_places = dict.fromkeys(("F7", "F14", "F16", "F17"))
    table = book({cell: -SOUND[cell], **open_places})
    (found,) = loud(table)
    assert (found.code, found.severity, found.cell) == ("sign_alone", Severity.WARNING, cell)
    assert edits(table).keys() == open_places.keys() - unwritten


def test_a_printed_margin_tells_that_the_expense_of_the_other_sign_is_wrong() -> None:
    table = book({"F5": -SOUND["F5"], "F17": None})
    (found,) = loud(table)
    assert (found.code, found.severity) == ("sign_alone", Severity.ERROR)
    assert (found.cell, found.expected) == ("F5", SOUND["F5"])
    assert edits(table) == {}


def test_an_expense_of_the_other_sign_that_the_margin_bears_out_is_no_finding() -> None:
    margin = SOUND["F6"] - SOUND["F5"]
    table = book({"F5": -SOUND["F5"], "F7": margin, "F17": round(margin / 6920)})
    assert loud(table) == []
