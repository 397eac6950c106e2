from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tpxl.rules.step_down import circle_of, closing_order


@st.composite
def cascades(draw: st.DrawFn) -> dict[str, set[str]]:
    """Pools that give to an area and to pools after them, in any order on the sheet."""
    names = [f"pool {i}" for i in range(draw(st.integers(1, 6)))]
    gifts = {
        name: {"area", *draw(st.sets(st.sampled_from([*names[i + 1 :], "area"])))}
        for i, name in enumerate(names)
    }
    return {name: gifts[name] for name in draw(st.permutations(names))}


@given(cascades())
def test_every_pool_is_closed_once_and_after_all_that_give_to_it(
    gifts: dict[str, set[str]],
) -> None:
    order = closing_order(gifts)
    assert circle_of(gifts) == ()
    assert sorted(order) == sorted(gifts)
    for giver, receivers in gifts.items():
        for pool in receivers & gifts.keys():
            assert order.index(giver) < order.index(pool)


def test_of_pools_that_are_ready_the_earlier_on_the_sheet_comes_first() -> None:
    assert closing_order({"b": {"A"}, "a": {"A"}, "c": {"b"}}) == ("a", "c", "b")


def test_a_circle_is_told_in_the_way_the_euros_would_go() -> None:
    gifts = {"first": {"third"}, "second": {"first"}, "third": {"second"}, "last": {"A"}}
    assert set(pairwise(circle_of(gifts))) == {
        ("first", "third"),
        ("third", "second"),
        ("second", "first"),
    }


def test_a_pool_that_only_leads_to_a_circle_is_not_on_it() -> None:
    assert "outside" not in circle_of({"a": {"b"}, "b": {"a", "outside"}, "outside": {"A"}})


def test_a_pool_that_gives_to_itself_is_a_circle() -> None:
    assert circle_of({"a": {"a", "A"}}) == ("a", "a")
