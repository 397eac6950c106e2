from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpxl.layout.cells.numbers import is_wording, number_in, read_amount, read_number
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


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("(1 234)", "-1234"),
        ("[1 234]", "-1234"),
        ("(1 234,50) €", "-1234.50"),
        ("(1 234) *)", "-1234"),
        ("1 234-", "-1234"),
        ("1 234,50\u2013", "-1234.50"),
        ("+ 5", "5"),
        ("1 234,-", "1234"),
        ("-1 234,\u2013 €", "-1234"),
        ("-1 234 *)", "-1234"),
        ("-1 234 (2)", "-1234"),
        ("-1 234 1)", "-1234"),
        ("-1 234¹", "-1234"),
        ("-1 234 a)", "-1234"),
        ("5,3 % 1)", "5.3"),
        ("1,241,930", "1241930"),
        ("-241,930.00", "-241930.00"),
    ],
)
def test_signs_and_notes_around_a_number_are_understood(text: str, number: str) -> None:
    reading = number_in(text)
    assert reading is not None
    assert reading.number == Decimal(number)


@pytest.mark.parametrize(
    "text",
    [
        "241,930",  # 241 930 or 241,93
        "-1 234 2",  # a bare digit is no note
        "-1 345 2701)",
        "1 234 (200)",
        "-(5)",
        "(-5)",
        "--5",
        "5--",
        "(5",
        "12 -",
        "2024-",
        "1)",
        "1,35 milj. €",
        "laskua 1,5 %",
    ],
)
def test_what_may_be_read_in_two_ways_is_no_number(text: str) -> None:
    assert number_in(text) is None


@pytest.mark.parametrize("text", ["\u2026", "...", "..", ".", " .. "])
def test_dots_are_the_sign_for_nothing_known(text: str) -> None:
    assert is_nothing(text)


@pytest.mark.parametrize("text", ["....", "?", ". .", "0", "..5", "a."])
def test_other_signs_are_something(text: str) -> None:
    assert not is_nothing(text)


@pytest.mark.parametrize(
    ("text", "number", "scale"),
    [
        ("1,35 milj. €", "1.35", 1_000_000),
        ("-1,35 M€", "-1.35", 1_000_000),
        ("1,35 milj.", "1.35", 1_000_000),
        ("1 350 t€", "1350", 1000),
        ("(1 350) teur *)", "-1350", 1000),
    ],
)
def test_an_amount_tells_its_own_unit(text: str, number: str, scale: int) -> None:
    reading = read_amount(text)
    assert reading is not None
    assert (reading.number, reading.scale) == (Decimal(number), scale)
    assert not is_wording(text)


@pytest.mark.parametrize("text", ["1,35 milj. asukasta", "milj. €", "5,3 % t€", "1 350 kpl"])
def test_what_tells_no_amount_is_none(text: str) -> None:
    assert read_amount(text) is None


@given(
    st.integers(1, 10**12),
    st.sampled_from([" ", "\u00a0", "."]),
    st.sampled_from(["({})", "[{}]", "{}-", "-{}", "- {}", "({}) €", "{}\u2212"]),
    st.sampled_from(["", " *)", " 1)", " (2)", "*", "²"]),
)
def test_a_negative_is_read_in_every_notation(n: int, group: str, shape: str, note: str) -> None:
    printed = f"{n:,}".replace(",", group)
    reading = number_in(shape.format(printed) + note)
    assert reading is None or reading.number == -n
    is_a_note = shape[0] in "([" and note != "" and n < 100  # "(1) *)" may be two notes
    assert reading is not None or is_a_note or (shape == "{}-" and 1900 <= n < 2100)


@given(st.floats(-1e6, 1e6), st.integers(0, 5))
def test_binary_arithmetic_shows_no_decimals(number: float, decimals: int) -> None:
    reading = read_number(round(number, decimals) + 0.1 - 0.1)
    assert reading is not None
    assert reading.decimals <= max(decimals, 1)
