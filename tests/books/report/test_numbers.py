"""What brackets around a number say depends on the table it stands in."""

import pytest

from tpxl.books.report.areas import ReportSheet
from tpxl.books.report.grid import ReportGrid
from tpxl.books.report.numbers import printed_value
from tpxl.books.report.passages import Print, numbered, table
from tpxl.model import Address


def held(*rows: tuple[str, ...]) -> list[list[object]]:
    """Return the values of a table's cells as they are printed and read."""
    printed = [{at: Print(text) for at, text in enumerate(row, start=1)} for row in rows]
    grid = ReportGrid(ReportSheet("A", tuple(numbered([table(tuple(printed))]))))
    return [
        [grid.value(Address(row, column)) for column in range(1, len(texts) + 1)]
        for row, texts in enumerate(rows, start=1)
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("(1 234)", -1234),
        ("(1 234,50)", -1234.5),
        ("(12,5) %", -0.125),
        ("(12,5 %)", -0.125),
        ("(2 025)", -2025),
    ],
)
def test_brackets_are_a_minus(text: str, value: float) -> None:
    assert printed_value(text).value == value
    assert printed_value(text).is_number


@pytest.mark.parametrize(
    "text", ["(1)", "(2025)", "(-12)", "(12-)", "(12*)", "(a)", "()", "((12))"]
)
def test_a_note_a_year_and_a_number_with_a_sign_of_its_own_are_no_negatives(text: str) -> None:
    assert printed_value(text).value == text


def test_brackets_are_a_sign_where_a_column_has_numbers_with_and_without_them() -> None:
    read = held(("Tulot", "120", "(15)"), ("Menot", "(100)", "(25)"))
    assert read == [["Tulot", 120, -15], ["Menot", -100, -25]]


def test_a_column_of_brackets_alone_is_another_year_s() -> None:
    read = held(("Tulot", "120", "(115)"), ("Menot", "100", "(95)"))
    assert read == [["Tulot", 120, "(115)"], ["Menot", 100, "(95)"]]


def test_brackets_beside_minus_signs_are_not_read_as_numbers() -> None:
    read = held(("Tulot", "120", "\u221215"), ("Menot", "(100)", "25"))
    assert read == [["Tulot", 120, -15], ["Menot", "(100)", 25]]
