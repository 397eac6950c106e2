from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpxl.rules.rounding import exact, rounded


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [
        (0.5, 0, "1"),
        (1.5, 0, "2"),
        (2.5, 0, "3"),
        (-2.5, 0, "-3"),
        (0.25, 1, "0.3"),
        (-0.05, 1, "-0.1"),
        (1.005, 2, "1.01"),
        (2.675, 2, "2.68"),
        (150, -2, "200"),
    ],
)
def test_a_half_goes_away_from_zero_and_not_to_even(
    value: float, decimals: int, expected: str
) -> None:
    assert rounded(exact(value), decimals) == Decimal(expected)


def test_minus_zero_is_zero() -> None:
    assert str(rounded(Fraction(-1, 100), 1)) == "0.0"


def test_a_float_is_the_decimal_it_shows() -> None:
    assert exact(0.1) + exact(0.2) == exact(0.3)


@given(
    st.decimals(-(10**9), 10**9, places=4, allow_nan=False, allow_infinity=False),
    st.integers(0, 3),
)
def test_it_agrees_with_decimals_own_half_up(value: Decimal, decimals: int) -> None:
    expected = value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    assert rounded(exact(value), decimals) == expected
