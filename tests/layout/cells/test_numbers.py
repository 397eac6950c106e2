from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpxl.layout.cells.numbers import number_in, read_number
from tpxl.model import CellError, Value, is_nothing


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("-2 859 611", "-2859611"),
        ("-2\u00a0859\u00a0611", "-2859611"),
        ("\u22122\u2009859\u2009611", "-2859611"),
        ("\u20132\u202f859\u202f611", "-2859611"),
        ("- 1 000", "-1000"),
        ("-2.859.611", "-2859611"),
        ("-42.214", "-42214"),
        ("1.387,6", "1387.6"),
        ("-8,0", "-8.0"),
        ("-8.0", "-8.0"),
        ("13*", "13"),
        ("13 *", "13"),
        ("-41,9 %", "-41.9"),
        ("1 000 €", "1000"),
        ("+5", "5"),
        ("0,5", "0.5"),
        ("0.125", "0.125"),
        (" 12 ", "12"),
        ("-0", "0"),
    ],
)
def test_every_way_of_printing_a_number_is_read(text: str, number: str) -> None:
    reading = number_in(text)
    assert reading is not None
    assert reading.number == Decimal(number)
    assert reading.is_text


@pytest.mark.parametrize(
    "text",
    ["28 59 611", "1 00", "n. 5", "5-6", "1,2,3", "12 345,", "x", "1 000 kpl", "1.23.4"],
)
def test_text_that_is_not_one_number_for_certain_is_none(text: str) -> None:
    assert number_in(text) is None


@pytest.mark.parametrize("value", [None, "", "  ", "-", "–", "\u2212", "—", "\u00a0"])
def test_an_empty_cell_and_a_dash_are_nothing(value: str | None) -> None:
    assert is_nothing(value)


@pytest.mark.parametrize("value", [True, CellError("#DIV/0!"), float("inf"), None])
def test_what_is_no_number_is_read_as_none(value: Value) -> None:
    assert read_number(value) is None


def test_a_cell_in_a_per_cent_format_is_read_as_its_per_cent() -> None:
    reading = read_number(-0.581, "0.0%")
    assert reading is not None
    assert (reading.number, reading.decimals) == (Decimal("-58.1"), 1)


def test_a_format_that_shows_no_digits_leaves_the_numbers_own() -> None:
    reading = read_number(2.5, "@")
    assert reading is not None
    assert reading.decimals == 1


@given(
    st.decimals(-(10**9), 10**9, places=1, allow_nan=False, allow_infinity=False),
    st.sampled_from([" ", "\u00a0", "\u2009", "\u202f", "."]),
    st.sampled_from(["-", "\u2212", "\u2013", "- "]),
    st.sampled_from(["", "*", " %", " €"]),
)
def test_what_is_printed_is_read_back(number: Decimal, group: str, minus: str, end: str) -> None:
    whole, _, places = f"{abs(number):,f}".partition(".")
    text = whole.replace(",", group) + "," + places
    reading = number_in((minus if number < 0 else "") + text + end)
    assert reading is not None
    assert reading.number == number


GIANTS = ("9" * 16, "9" * 5000, "1" + ".000" * 8000, "1" + " 000" * 6, "0," + "1" * 1_000_000)


@pytest.mark.parametrize("text", GIANTS)
@pytest.mark.parametrize("sign", ["", "-", "\u2212"])
def test_a_number_that_no_cell_can_hold_is_not_one_number_for_certain(text: str, sign: str) -> None:
    assert number_in(sign + text) is None


@pytest.mark.parametrize("value", [1e15, -1e15, 1e308, 10**400, float("nan"), float("-inf")])
def test_a_number_of_more_than_fifteen_digits_is_no_figure(value: float) -> None:
    assert read_number(value) is None


def test_fifteen_digits_are_a_number() -> None:
    reading = read_number(-999_999_999_999_999)
    assert reading is not None
    assert number_in("-999 999 999 999 999") == reading._replace(is_text=True)


@pytest.mark.parametrize("value", [0.1234567891, "0,1234567891"])
def test_a_number_shows_six_decimals_at_most(value: Value) -> None:
    reading = read_number(value)
    assert reading is not None
    assert reading.number == Decimal("0.1234567891")
    assert reading.decimals == 6
