import random
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tpxl.errors import TpxlError
from tpxl.rules.allocation import (
    allocate,
    exact_shares,
    shares_percent,
    unassigned_percent,
)

pools = st.decimals(Decimal("0.01"), 10**12, places=2).flatmap(
    lambda size: st.sampled_from([size, -size])
)
weights = st.one_of(
    st.integers(0, 10**9),
    st.floats(0, 1e9, allow_subnormal=False),
    st.decimals(0, 10**9, places=3),
)
drivers = st.lists(weights, min_size=1, max_size=300).filter(any)


@settings(max_examples=150, deadline=None)
@given(pools, drivers, st.sampled_from([0, 2]))
def test_the_parts_sum_to_the_pool_to_the_cent(
    pool: Decimal, drivers: list[float], decimals: int
) -> None:
    parts = allocate(pool, drivers, decimals)
    assert sum(map(Fraction, parts)) == Fraction(pool)
    assert len(parts) == len(drivers)


@settings(max_examples=60, deadline=None)
@given(pools, drivers)
def test_a_larger_driver_never_gets_less(pool: Decimal, drivers: list[float]) -> None:
    parts = allocate(pool, drivers)
    by_driver = sorted((Fraction(drivers[i]), abs(parts[i])) for i in range(len(parts)))
    for (low, less), (high, more) in pairwise(by_driver):
        assert low == high or less <= more


@settings(max_examples=60, deadline=None)
@given(
    pools,
    st.lists(weights, min_size=1, max_size=40, unique_by=Fraction).filter(any),
    st.randoms(use_true_random=False),
)
def test_the_order_of_the_areas_is_irrelevant(
    pool: Decimal, drivers: list[float], chance: random.Random
) -> None:
    order = list(range(len(drivers)))
    chance.shuffle(order)
    shuffled = allocate(pool, [drivers[i] for i in order])
    straight = allocate(pool, drivers)
    assert shuffled == tuple(straight[i] for i in order)


@settings(max_examples=60, deadline=None)
@given(drivers)
def test_printed_shares_sum_to_a_hundred(drivers: list[float]) -> None:
    shares = shares_percent(drivers)
    assert sum(shares) == 100
    assert all(share.as_tuple().exponent == -1 for share in shares)


@settings(max_examples=60, deadline=None)
@given(pools, drivers)
def test_no_part_is_a_whole_unit_from_its_exact_share(pool: Decimal, drivers: list[float]) -> None:
    parts = allocate(pool, drivers, 2)
    for part, share in zip(parts, exact_shares(drivers), strict=True):
        assert abs(Fraction(part) - share * Fraction(pool)) < Fraction(1, 100)


def test_equal_drivers_are_told_apart_by_their_order() -> None:
    assert allocate(200, [1, 1, 1]) == (67, 67, 66)


def test_equal_remainders_go_to_the_larger_driver_first() -> None:
    # quotas 0.5 and 1.5: one unit is over, both have half of it
    assert allocate(2, [1, 3]) == (0, 2)
    assert allocate(2, [3, 1]) == (2, 0)


def test_a_remainder_counts_before_the_size_of_the_driver() -> None:
    # quotas 6.1, 2.9: the unit that is over goes to the smaller driver
    assert allocate(9, [61, 29]) == (6, 3)


def test_a_negative_pool_is_divided_like_a_positive_one() -> None:
    assert allocate(-200, [1, 1, 1]) == (-67, -67, -66)


def test_no_part_is_minus_zero() -> None:
    assert [str(part) for part in allocate(-1, [0, 1], 2)] == ["0.00", "-1.00"]


def test_whole_euros_are_divided_into_whole_euros() -> None:
    assert [str(part) for part in allocate(Decimal("100.00"), [1, 2])] == ["33", "67"]


def test_a_pool_with_cents_is_divided_to_the_cent_though_euros_were_asked() -> None:
    assert allocate(100.5, [1, 1, 1]) == (Decimal("33.5"), Decimal("33.5"), Decimal("33.5"))
    assert allocate(Decimal("0.01"), [1, 2]) == (0, Decimal("0.01"))
    assert allocate(0.3, [1, 1]) == (Decimal("0.15"), Decimal("0.15"))


def test_a_pool_finer_than_a_cent_is_divided_to_its_own_last_digit() -> None:
    assert allocate(Decimal("0.003"), [1, 1], 2) == (Decimal("0.002"), Decimal("0.001"))


def test_a_coarser_unit_than_a_euro_is_a_euro() -> None:
    assert allocate(1000, [1, 2], -2) == (333, 667)


def test_an_empty_pool_leaves_nothing_for_anyone() -> None:
    assert allocate(0, [1, 2]) == (0, 0)


def test_the_largest_pool_keeps_its_last_cent() -> None:
    pool = Decimal("1" + "0" * 30 + ".01")
    assert sum(map(Fraction, allocate(pool, [1, 1], 2))) == Fraction(pool)


@pytest.mark.parametrize("drivers", [[], [0, 0, 0.0], (0,)])
def test_nothing_can_be_divided_by_nothing(drivers: list[float]) -> None:
    with pytest.raises(TpxlError) as refusal:
        allocate(100, drivers, names=("A", "B", "C"))
    assert refusal.value.code == "allocation_no_drivers"


def test_a_negative_driver_is_refused_by_name() -> None:
    with pytest.raises(TpxlError) as refusal:
        allocate(100, [1, -2, -3], names=("A", "B", "C"))
    assert (refusal.value.code, refusal.value.facts["receivers"]) == (
        "allocation_driver_negative",
        ["B", "C"],
    )


def test_a_missing_driver_is_refused_by_name_never_taken_for_zero() -> None:
    with pytest.raises(TpxlError) as refusal:
        allocate(100, [1, None], names=("A", "B"))
    assert (refusal.value.code, refusal.value.facts["receivers"]) == (
        "allocation_driver_missing",
        ["B"],
    )


def test_a_receiver_without_a_name_is_called_by_its_number() -> None:
    with pytest.raises(TpxlError) as refusal:
        allocate(100, [1, -1])
    assert refusal.value.facts["receivers"] == ["2"]


@pytest.mark.parametrize(
    ("pool", "drivers"),
    [
        (float("nan"), [1]),
        (Decimal("Infinity"), [1]),
        (1, [float("inf")]),
        (Fraction(1, 3), [1]),
    ],
)
def test_what_is_no_number_is_refused(pool: float, drivers: list[float]) -> None:
    with pytest.raises(TpxlError) as refusal:
        allocate(pool, drivers)
    assert refusal.value.code == "allocation_not_a_number"


def test_the_published_shares_divide_a_pool() -> None:
    assert allocate(400_000, [54.0, 37.6, 8.4]) == (216_000, 150_400, 33_600)


def test_two_published_shares_alone_leave_the_third_unassigned() -> None:
    assert unassigned_percent([54.0, None, 8.4]) == Decimal("37.6")


def test_shares_over_a_hundred_leave_less_than_nothing() -> None:
    assert unassigned_percent([60, 40.5]) == Decimal("-0.5")


def test_shares_of_a_hundred_leave_nothing() -> None:
    assert unassigned_percent([33.4, 33.3, 33.3]) == 0
    assert unassigned_percent([]) == 100


def test_a_pool_of_thousands_of_digits_is_divided_exactly() -> None:
    parts = allocate(10**5000, [1, 3], decimals=2)
    assert sum(map(Fraction, parts)) == 10**5000
    assert Fraction(parts[0]) == Fraction(10**5000, 4)
