"""Amounts of a ledger read many at once say what each says alone."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tpxl.rules.postings import AmountStyle, amount_style, cents_reader, column_reader

PARTS = ["1", "20", "345", " ", "\u00a0", "-", "\u2212", "+", ",", ".", "(", ")", "\n", "_", "x"]
PRINTED = ["1 234,50", "-7,00", "", "0,5", "\u22127,05", "1,00-", "9" * 5000 + ",00", "1,00\n2,00"]
AMOUNTS = st.sampled_from(PRINTED) | st.lists(st.sampled_from(PARTS), max_size=6).map("".join)


@settings(max_examples=300, deadline=None)
@given(st.lists(AMOUNTS | st.floats(-1e9, 1e9).map(lambda value: round(value, 3)), max_size=6))
def test_amounts_read_many_at_once_are_those_read_one_by_one(values: list[str | float]) -> None:
    style = amount_style(value for value in values if isinstance(value, str))
    read = cents_reader(style)

    def cents(value: str | float) -> int | None:
        try:
            return read(value)
        except ValueError:
            return None

    assert column_reader(style)(values) == [cents(value) for value in values]


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.integers(-(10**11), 10**11).map(lambda cents: cents / 100)
        | st.floats(-1e12, 1e12)
        | st.sampled_from([float("nan"), float("inf"), 0.29, -0.005, 1e300]),
        min_size=1,
        max_size=6,
    )
)
def test_numbers_read_many_at_once_are_those_read_one_by_one(values: list[float]) -> None:
    assert column_reader(AmountStyle())(values) == [cents_of(value) for value in values]


def cents_of(value: float) -> int | None:
    try:
        return cents_reader(AmountStyle())(value)
    except ValueError:
        return None
