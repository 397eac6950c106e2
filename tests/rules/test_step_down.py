from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.grids import TableGrid

from tpxl.layout.allocation.locate import locate_allocations
from tpxl.model import Address, Area, Figure, Period, PeriodKind, Value
from tpxl.model.allocation import DRIVER, SHARED_COSTS, AllocationPlace, AllocationTable
from tpxl.rules.drivers import PoolFault
from tpxl.rules.rounding import exact
from tpxl.rules.step_down import Divided, circle_of, closing_order, divided
from tpxl.terms.allocation import AllocationWord as Word
from tpxl.terms.known import is_known

HEAD: list[list[Value]] = [
    ["Vyörytettävä erä", "Hallinto"],
    ["", "TA 2025"],
    ["Jaettava määrä", 1000],
]

PERIOD = Period(PeriodKind.BUDGET, 2025)


def pools(*rows: list[Value], areas: tuple[str, ...] = ()) -> tuple[Divided, ...]:
    grid = TableGrid.of("Vyörytys", *rows)
    tables = locate_allocations(grid, tuple(grid.texts(is_known))).tables
    return divided(tables, [Area(name, name) for name in areas])


def test_shares_typed_where_no_driver_has_a_place_are_inputs() -> None:
    (pool,) = pools(*HEAD, ["Osuus %"], ["A", 54.0], ["B", "37,65"], ["C", 8.35])
    assert pool.weights.are_typed_shares
    assert pool.shares == {"A": 54, "B": Decimal("37.65"), "C": Decimal("8.35")}
    assert pool.parts == {"A": 540, "B": 377, "C": 83}


def test_shares_with_driver_places_are_computed_and_never_inputs() -> None:
    (pool,) = pools(*HEAD, ["Jakoperuste"], ["A", ""], ["B", ""], ["Osuus %"], ["A", 54], ["B", 46])
    assert (pool.fault, pool.parts) == (PoolFault.NO_DRIVERS, None)


def test_exact_shares_are_kept_beside_the_printed_ones() -> None:
    (pool,) = pools(*HEAD, ["Jakoperuste"], ["A", 1], ["B", 2])
    assert pool.exact_shares == {"A": Fraction(1, 3), "B": Fraction(2, 3)}
    assert pool.shares == {"A": Decimal("33.3"), "B": Decimal("66.7")}


def test_euros_come_from_exact_shares_and_not_from_the_printed_ones() -> None:
    rows = [*HEAD[:2], ["Jaettava määrä", 1_000_000]]
    (pool,) = pools(*rows, ["Jakoperuste"], ["A", 1], ["B", 2])
    assert pool.parts == {"A": 333_333, "B": 666_667}


@pytest.mark.parametrize("share", [-8.4, "n. 8"])
def test_agreed_shares_that_are_negative_or_unreadable_divide_nothing(share: Value) -> None:
    (pool,) = pools(*HEAD, ["Kiinteä osuus %"], ["A", 108.4], ["B", share])
    assert pool.fault is (
        PoolFault.UNKNOWN if isinstance(share, str) else PoolFault.DRIVER_NEGATIVE
    )


def test_who_is_not_listed_has_no_share() -> None:
    (pool,) = pools(*HEAD, ["Kiinteä osuus %"], ["A", 54.0], areas=("A", "B"))
    assert pool.at_fault == ("B",)


def test_amounts_in_thousands_are_divided_in_thousands() -> None:
    rows = [HEAD[0], ["1 000 €", "TA 2025"], ["Jaettava määrä", 401]]
    (pool,) = pools(*rows, ["Jakoperuste"], ["A", 1], ["B", 1])
    assert pool.parts == {"A": 201, "B": 200}
    assert pool.euros("A") == 201_000


def test_what_a_spreadsheets_arithmetic_leaves_beyond_a_cent_is_dropped() -> None:
    rows = [*HEAD[:2], ["Jaettava määrä", 0.1 + 0.2]]
    (pool,) = pools(*rows, ["Jakoperuste"], ["A", 1], ["B", 1])
    assert pool.parts == {"A": Decimal("0.15"), "B": Decimal("0.15")}


def test_a_pool_without_an_amount_has_shares_and_no_parts() -> None:
    (pool,) = pools(*HEAD[:2], ["Jakoperuste"], ["A", 1], ["B", 1])
    assert (pool.parts, pool.distributed) == (None, None)
    assert pool.shares == {"A": 50, "B": 50}


def test_a_pool_that_gets_from_one_without_an_amount_is_not_known() -> None:
    rows: list[list[Value]] = [*HEAD[:2], ["Jakoperuste"], ["Johto", 1], ["A", 1], []]
    rows += [["Vyörytettävä erä", "Johto"], *HEAD[1:], ["Jakoperuste"], ["A", 1]]
    giver, receiver = pools(*rows)
    assert (giver.targets, receiver.received, receiver.parts) == ({"Johto": "Johto"}, None, None)


def test_a_zero_driver_of_a_pool_gives_it_nothing() -> None:
    rows: list[list[Value]] = [*HEAD, ["Jakoperuste"], ["Johto", 0], ["A", 1], []]
    rows += [["Vyörytettävä erä", "Johto"], *HEAD[1:], ["Jakoperuste"], ["A", 1]]
    _, receiver = pools(*rows)
    assert (receiver.received, receiver.parts) == (0, {"A": 1000})


def test_a_receiver_may_leave_out_what_a_pools_name_has_in_brackets() -> None:
    rows: list[list[Value]] = [*HEAD, ["Jakoperuste"], ["Johto", 1], ["A", 1], []]
    rows += [["Vyörytettävä erä", "Johto (lautakunta)"], *HEAD[1:], ["Jakoperuste"], ["A", 1]]
    giver, receiver = pools(*rows)
    assert giver.targets == {"Johto": "Johto (lautakunta)"}
    assert receiver.received == 500


def test_a_period_of_which_nothing_is_typed_is_passed_over() -> None:
    rows = [HEAD[0], ["", "TA 2025", "TS 2026"], ["Jaettava määrä", 1000, ""]]
    found = pools(*rows, ["Jakoperuste"], ["A", 1, ""])
    assert [str(pool.period) for pool in found] == ["TA 2025"]


def table(
    pool: str, amount: Decimal, drivers: dict[str, int], *, in_cents: bool
) -> AllocationTable:
    """Return a pool as a sheet holds it."""
    numbers = {AllocationPlace(Word.AMOUNT, PERIOD): amount}
    numbers |= {AllocationPlace(Word.DRIVER, PERIOD, n): Decimal(w) for n, w in drivers.items()}
    figures = {
        place: Figure(
            SHARED_COSTS if place.receiver is None else DRIVER,
            PERIOD,
            pool,
            Address(row, 2),
            float(number),
            number,
        )
        for row, (place, number) in enumerate(numbers.items(), 1)
    }
    receivers = {name: Address(row, 1) for row, name in enumerate(drivers, 2)}
    return AllocationTable(
        pool, pool, Address(1, 1), in_cents=in_cents, figures=figures, receivers=receivers
    )


@st.composite
def cascades(draw: st.DrawFn) -> list[AllocationTable]:
    """Pools that give to areas and to pools after them, in any order on the sheet."""
    names = [f"erä {letter}" for letter in "abcde"[: draw(st.integers(1, 5))]]
    areas = [f"alue {letter}" for letter in "abcdefgh"[: draw(st.integers(1, 8))]]
    tables = []
    for i, name in enumerate(names):
        drivers = {other: draw(st.integers(0, 1000)) for other in [*names[i + 1 :], *areas]}
        drivers[areas[0]] += 1
        in_cents = draw(st.booleans())
        amount = draw(st.decimals(-(10**9), 10**9, places=2))
        tables.append(table(name, amount, drivers, in_cents=in_cents))
    return list(draw(st.permutations(tables)))


@settings(max_examples=100, deadline=None)
@given(cascades())
def test_what_the_areas_receive_is_what_the_pools_held(tables: list[AllocationTable]) -> None:
    given_to_areas = Fraction(0)
    for pool in divided(tables, []):
        assert pool.parts is not None
        parts = {name: exact(part) for name, part in pool.parts.items()}
        assert sum(parts.values()) == pool.distributed
        given_to_areas += sum(part for name, part in parts.items() if name not in pool.targets)
    amounts = (one.figures[AllocationPlace(Word.AMOUNT, PERIOD)] for one in tables)
    held = sum(exact(amount.number or 0) for amount in amounts)
    assert given_to_areas == held


@st.composite
def gifts_in_steps(draw: st.DrawFn) -> dict[str, set[str]]:
    """Pools that give to an area and to pools after them, in any order on the sheet."""
    names = [f"pool {i}" for i in range(draw(st.integers(1, 6)))]
    gifts = {
        name: {"area", *draw(st.sets(st.sampled_from([*names[i + 1 :], "area"])))}
        for i, name in enumerate(names)
    }
    return {name: gifts[name] for name in draw(st.permutations(names))}


@given(gifts_in_steps())
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
