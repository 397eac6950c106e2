from fractions import Fraction

from tpxl.rules.tolerance import Span, is_rounding, is_rounding_of_sum, total
from tpxl.rules.units import half_unit


def test_one_unit_that_the_inputs_cannot_give_is_no_rounding() -> None:
    change = Span.around(-753029, half_unit(0)).over(Span.around(-709846, half_unit(0)))
    assert change is not None
    assert not is_rounding(
        Fraction("6.2"), Fraction("6.1"), 1, Span((change.low - 1) * 100, (change.high - 1) * 100)
    )


def test_two_units_are_no_rounding_of_two_parts() -> None:
    parts = [Span.around(10, half_unit(0)), Span.around(20, half_unit(0))]
    assert is_rounding(31, 30, 0, total(parts))
    assert not is_rounding(32, 30, 0, total(parts))
    assert not is_rounding_of_sum(2, 2)


def test_a_divisor_that_may_be_zero_gives_no_span() -> None:
    assert Span.around(1, 1).over(Span.around(0, 1)) is None


def test_a_negative_factor_turns_the_span_around() -> None:
    assert Span.around(10, 1).times(-1) == Span.around(-10, 1)
