from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tpxl.errors import TpxlError
from tpxl.rules.step_down import Flow, Pool, closing_order, step_down, total


def received(flows: tuple[Flow, ...], name: str) -> Decimal:
    return total(flow.amount for flow in flows if flow.target == name)


@st.composite
def cascades(draw: st.DrawFn) -> list[Pool]:
    """Pools that give to areas and to pools after them, in any order on the sheet."""
    names = [f"pool {i}" for i in range(draw(st.integers(1, 5)))]
    areas = [f"area {i}" for i in range(draw(st.integers(1, 8)))]
    weight = st.integers(0, 1000)
    pools = []
    for i, name in enumerate(names):
        drivers = {other: draw(weight) for other in [*names[i + 1 :], *areas]}
        drivers[areas[0]] += 1
        amount = draw(st.decimals(-(10**9), 10**9, places=2))
        pools.append(Pool(name, amount, drivers, decimals=draw(st.sampled_from([0, 2]))))
    return list(draw(st.permutations(pools)))


@settings(max_examples=100, deadline=None)
@given(cascades())
def test_what_the_areas_receive_is_what_the_pools_held(pools: list[Pool]) -> None:
    flows = step_down(pools)
    held = sum((Fraction(pool.amount) for pool in pools), Fraction())
    names = {pool.name for pool in pools}
    assert sum(Fraction(flow.amount) for flow in flows if flow.target not in names) == held


@settings(max_examples=50, deadline=None)
@given(cascades())
def test_a_pool_gives_all_it_has_and_what_it_got(pools: list[Pool]) -> None:
    flows = step_down(pools)
    for pool in pools:
        given_away = total(flow.amount for flow in flows if flow.source == pool.name)
        assert given_away == pool.amount + received(flows, pool.name)


def test_a_pool_that_receives_is_closed_after_its_giver_wherever_it_stands() -> None:
    pools = [
        Pool("Johtaminen", 50, {"A": 2, "B": 1}),
        Pool("Tietohallinto", 100, {"Johtaminen": 1, "A": 3}),
    ]
    assert [pool.name for pool in closing_order(pools)] == ["Tietohallinto", "Johtaminen"]
    assert received(step_down(pools), "A") == 125


def circle(**pools: Mapping[str, float | None]) -> list[str]:
    with pytest.raises(TpxlError) as refusal:
        step_down([Pool(name, 1, drivers) for name, drivers in pools.items()])
    assert refusal.value.code == "allocation_circle"
    named = refusal.value.facts["pools"]
    assert isinstance(named, list)
    return named


def test_a_circle_is_refused_by_name_in_the_way_the_euros_would_go() -> None:
    named = circle(first={"third": 1}, second={"first": 1}, third={"second": 1}, last={"A": 1})
    assert set(pairwise(named)) == {("first", "third"), ("third", "second"), ("second", "first")}


def test_a_pool_that_only_leads_to_a_circle_is_not_on_it() -> None:
    assert "outside" not in circle(a={"b": 1}, b={"a": 1, "outside": 1}, outside={"A": 1})


def test_a_pool_that_gives_to_itself_is_a_circle() -> None:
    assert circle(a={"a": 1, "A": 1}) == ["a", "a"]


def test_a_zero_driver_makes_no_circle() -> None:
    pools = [Pool("a", 10, {"b": 1, "A": 1}), Pool("b", 10, {"a": 0, "A": 1})]
    assert received(step_down(pools), "A") == 20


def test_two_pools_of_one_name_are_refused() -> None:
    with pytest.raises(TpxlError) as refusal:
        closing_order([Pool("a", 1, {"A": 1}), Pool("a", 2, {"A": 1})])
    assert refusal.value.facts["pools"] == ["a"]


def test_a_refusal_names_the_pool_and_the_receiver() -> None:
    with pytest.raises(TpxlError) as refusal:
        step_down([Pool("Johtaminen", 1, {"A": 1, "B": -1})])
    assert refusal.value.facts == {"receivers": ["B"], "pool": "Johtaminen"}


def test_fixed_shares_are_divided_as_agreed() -> None:
    (first, second) = step_down([Pool("a", 1000, {"A": 37.6, "B": 62.4}, shares_are_fixed=True)])
    assert (first.amount, second.amount) == (376, 624)


def test_fixed_shares_must_sum() -> None:
    with pytest.raises(TpxlError) as refusal:
        step_down([Pool("a", 1000, {"A": 54.0, "B": 8.4}, shares_are_fixed=True)])
    assert refusal.value.facts == {"unassigned": Decimal("37.6"), "pool": "a"}


def test_a_flow_knows_its_exact_share() -> None:
    assert [flow.share for flow in step_down([Pool("a", 1, {"A": 1, "B": 2})])] == [
        Fraction(1, 3),
        Fraction(2, 3),
    ]


def test_a_total_is_exact_at_any_length() -> None:
    assert total([Decimal(10) ** 30, Decimal("0.01")]) == Decimal("1" + "0" * 30 + ".01")
    assert total([]) == 0
