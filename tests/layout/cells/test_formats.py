import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpxl.layout.cells.text import LONGEST_CODE, MOST_DECIMALS, decimals_of, number_format


@given(st.integers(0, 400))
def test_a_format_shows_six_decimals_at_most(places: int) -> None:
    code = "0." + "0" * places
    shown = decimals_of(code)
    if len(code) > LONGEST_CODE:
        assert shown is None
    else:
        assert shown == min(places, MOST_DECIMALS)


@pytest.mark.parametrize("code", ["[" * 200_000, "0." + "0" * 1_000_000, '"a"\\' * 50_000])
def test_a_code_that_excel_would_refuse_shows_as_general_at_once(code: str) -> None:
    started = time.process_time()
    assert number_format(code) == number_format("General")
    assert time.process_time() - started < 0.1


@pytest.mark.parametrize("sign", ["[", '"', "\\", "_", "*", "[h]", '"a"', ";"])
def test_no_sign_of_a_code_makes_its_reading_slow(sign: str) -> None:
    started = time.process_time()
    for length in range(1, LONGEST_CODE):
        number_format((sign * LONGEST_CODE)[:length])
    assert time.process_time() - started < 1
