from tpxl.rules.rounding import Span


def test_a_divisor_that_may_be_zero_gives_no_span() -> None:
    assert Span.around(1, 1).over(Span.around(0, 1)) is None
    assert Span.around(1, 1).over(Span.around(1, 1)) is None
    assert Span.around(1, 1).over(Span.around(-1, 1)) is None


def test_a_negative_factor_turns_the_span_around() -> None:
    assert Span.around(10, 1).times(-1) == Span.around(-10, 1)


def test_spans_share_what_lies_in_both() -> None:
    assert Span.around(10, 1).shared(Span.around(12, 1)) == Span.around(11, 0)
    assert Span.around(10, 1).shared(Span.around(13, 1)) is None
