"""A table of figures by period that nobody computes is not passed over in silence."""

from tests.grids import TableBook, TableGrid

from tpxl.layout import survey
from tpxl.layout.unread import Unread, unread_tables
from tpxl.model import Address, Period, PeriodKind, Value

AREA: list[list[Value]] = [
    ["6. Talouden tunnusluvut"],
    ["", "TP 2024", "TP 2025"],
    ["Toimintamenot", -100, -120],
    ["Toimintatulot", 10, 30],
]


def unread(*rows: list[Value]) -> list[Unread]:
    """Return what is unread in a book with an area's sheet and a sheet of these rows."""
    book = TableBook.of(TableGrid.of("Alue 1", *AREA), TableGrid.of("Muu", *rows))
    return list(unread_tables(book, survey(book)))


def test_a_table_without_known_lines_is_named_with_its_place_periods_and_labels() -> None:
    (one,) = unread(
        ["Kirjasto"], ["", "TP 2024", "TP 2025"], ["Lainat", 5, 6], ["Kävijät", 7, 8], ["Tilat", 1]
    )
    assert one == Unread(
        "Muu",
        Address(2, 2),
        (Period(PeriodKind.ACTUAL, 2024), Period(PeriodKind.ACTUAL, 2025)),
        ("Lainat", "Kävijät", "Tilat"),
        (Address(3, 2), Address(3, 3), Address(4, 2), Address(4, 3), Address(5, 2)),
    )


def test_what_was_found_is_not_unread() -> None:
    assert unread(*AREA) == []


def test_settings_across_are_not_unread() -> None:
    assert unread(["Kausi", "TP 2024", "TP 2025"], ["Asukasluku", 10, 11]) == []


def test_a_comparison_table_is_not_unread() -> None:
    assert unread(["Tili", "TA 2025", "TP 2025", "Poikkeama"], ["Palkat", 5, 6, 1]) == []


def test_periods_over_words_are_no_table_of_figures() -> None:
    assert unread(["", "TP 2024", "TP 2025"], ["Tavoite", "hyvä", "parempi"]) == []
