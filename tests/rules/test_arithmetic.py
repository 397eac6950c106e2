from decimal import Decimal

import pytest

from tpxl.rules.arithmetic import change_percent, operating_margin, per_resident
from tpxl.rules.rounding import rounded


@pytest.mark.parametrize(
    ("new", "base", "printed"),
    [
        (-116990, -279110, "-58.1"),
        (-859890, -94600, "809.0"),
        (-646576, -43464, "1387.6"),
        (-10545, -16549, "-36.3"),
        (0, -5, "-100.0"),
    ],
)
def test_the_change_of_signed_values(new: int, base: int, printed: str) -> None:
    change = change_percent(new, base)
    assert change is not None
    assert rounded(change, 1) == Decimal(printed)


@pytest.mark.parametrize(("new", "base"), [(5, 0), (0, 0), (5, -5), (-5, 5)])
def test_no_percentage_over_a_zero_base_or_another_sign(new: int, base: int) -> None:
    assert change_percent(new, base) is None


def test_no_residents_give_no_figure() -> None:
    assert per_resident(-100, 0) is None


def test_the_margin_is_income_and_own_production_less_expenses_by_their_sign() -> None:
    assert operating_margin(100, -250, 20) == -130
    assert operating_margin(100, 250, 20, expenses_are_negative=False) == -130
