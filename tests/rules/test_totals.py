from collections.abc import Sequence

import pytest
from tests.figure import figure

from tpxl.rules.relations import Verdict
from tpxl.rules.totals import LineRow, Totals, has_totals, totals_of

INCOME = ("OPERATING_INCOME", "SALES_INCOME", "FEES", "OTHER_INCOME")


def rows(*told: tuple[str | None, Sequence[int]]) -> list[LineRow]:
    return [
        LineRow(
            code,
            {column: figure(number, column, row) for column, number in enumerate(numbers, 1)},
        )
        for row, (code, numbers) in enumerate(told, 1)
    ]


def failing(totals: Totals) -> list[tuple[int, object]]:
    return [(i, k) for i, k, relation in totals.sums if relation.verdict() is not Verdict.HOLDS]


def test_a_total_over_its_parts_is_held_to_them() -> None:
    table = rows(*zip(INCOME, ([60, 61], [10, 10], [20, 20], [30, 30]), strict=True))
    assert failing(totals_of(table)) == [(0, 2)]


def test_a_total_under_its_parts_is_held_to_them() -> None:
    table = rows(*zip((*INCOME[1:], INCOME[0]), ([10], [20], [30], [99]), strict=True))
    assert failing(totals_of(table)) == [(3, 1)]


def test_parts_of_parts_count_once() -> None:
    table = rows(
        ("OPERATING_EXPENSES", [-100]),
        ("STAFF_EXPENDITURE", [-60]),
        ("WAGES", [-50]),
        ("SOCIAL_COSTS", [-10]),
        ("SERVICES_PURCHASED", [-30]),
        ("OTHER_EXPENSES", [-10]),
    )
    totals = totals_of(table)
    assert [index for index, _, _ in totals.sums] == [0, 1]
    assert failing(totals) == []


def test_wages_stand_for_the_staff_line_that_is_not_printed() -> None:
    table = rows(
        ("OPERATING_EXPENSES", [-100]),
        ("WAGES", [-50]),
        ("SOCIAL_COSTS", [-10]),
        ("OTHER_EXPENSES", [-41]),
    )
    assert failing(totals_of(table)) == [(0, 1)]


def test_a_pick_of_lines_is_no_sum() -> None:
    pick = rows(
        ("OPERATING_EXPENSES", [-100, -90]),
        ("STAFF_EXPENDITURE", [-60, -50]),
        ("SERVICES_PURCHASED", [-30, -20]),
    )
    assert totals_of(pick)[:2] == ((), ())


def test_parts_that_add_up_in_another_column_are_all_there_are() -> None:
    table = rows(
        ("OPERATING_EXPENSES", [-90, -91]),
        ("STAFF_EXPENDITURE", [-60, -60]),
        ("SERVICES_PURCHASED", [-30, -40]),
    )
    assert failing(totals_of(table)) == [(0, 2)]


def test_a_row_the_lexicon_lacks_leaves_the_total_unverifiable() -> None:
    codes = ("OPERATING_INCOME", "SALES_INCOME", None, "FEES", "OTHER_INCOME")
    table = rows(*zip(codes, ([65], [10], [5], [20], [30]), strict=True))
    assert totals_of(table)[:2] == ((), (0,))


def test_a_row_the_lexicon_lacks_is_no_part_where_the_others_add_up() -> None:
    codes = ("OPERATING_INCOME", "SALES_INCOME", None, "FEES", "OTHER_INCOME")
    table = rows(*zip(codes, ([60, 61], [10, 10], [5, 5], [20, 20], [30, 30]), strict=True))
    assert failing(totals_of(table)) == [(0, 2)]


def test_a_row_after_the_closing_line_is_no_part() -> None:
    codes = (*INCOME, None, "OPERATING_EXPENSES")
    table = rows(*zip(codes, ([60], [10], [20], [30], [7], [-5]), strict=True))
    assert [index for index, _, _ in totals_of(table).sums] == [0]


@pytest.mark.parametrize(("expenses", "margin"), [(-250, -150), (250, -150)])
def test_a_margin_adds_negative_expenses_and_subtracts_positive_ones(
    expenses: int, margin: int
) -> None:
    table = rows(
        ("OPERATING_INCOME", [80]),
        ("OWN_PRODUCTION", [20]),
        ("OPERATING_EXPENSES", [expenses]),
        ("OPERATING_MARGIN", [margin]),
    )
    totals = totals_of(table)
    assert len(totals.sums) == 1
    assert failing(totals) == []
    assert totals_of(table, skipped={"OPERATING_MARGIN"}).sums == ()


def test_a_margins_deviation_is_held_to_nothing_where_expenses_are_positive() -> None:
    table = rows(
        ("OPERATING_INCOME", [80, 5]),
        ("OPERATING_EXPENSES", [250, 7]),
        ("OPERATING_MARGIN", [-170, 12]),
    )
    assert [key for _, key, _ in totals_of(table, deviations={2}).sums] == [1]


def test_a_line_twice_makes_no_sum() -> None:
    table = rows(("OPERATING_INCOME", [3]), ("FEES", [1]), ("FEES", [1]), ("OTHER_INCOME", [1]))
    assert totals_of(table).sums == ()


def test_a_quick_look_tells_whether_sums_are_possible() -> None:
    assert has_totals(["OPERATING_INCOME", "FEES", "OTHER_INCOME"])
    assert not has_totals(
        ["OPERATING_INCOME", "OPERATING_EXPENSES", "OPERATING_MARGIN"], {"OPERATING_MARGIN"}
    )
    assert not has_totals([None, "FEES"])


BLOCK = ("OPERATING_INCOME", "OPERATING_EXPENSES", "OPERATING_MARGIN")


@pytest.mark.parametrize("off", [0, 7])
def test_a_margin_between_two_blocks_is_held_to_the_parts_above_it(off: int) -> None:
    first = zip(BLOCK, ([200], [-5000], [-4800 + off]), strict=True)
    second = zip(BLOCK, ([300], [-6000], [-5700]), strict=True)
    totals = totals_of(rows(*first, *second))
    assert failing(totals) == ([(2, 1)] if off else [])


def test_a_total_between_two_blocks_is_held_to_the_parts_that_make_it() -> None:
    parts = ("SALES_INCOME", "OTHER_INCOME")
    above = [("OPERATING_INCOME", [60]), (parts[0], [20]), (parts[1], [40])]
    below = [("OPERATING_INCOME", [90]), (parts[0], [30]), (parts[1], [60])]
    assert failing(totals_of(rows(*above, *below))) == []


def test_a_line_with_one_part_is_no_total() -> None:
    assert not has_totals(["OPERATING_INCOME", "FEES"])
    table = rows(("OPERATING_INCOME", [60]), ("FEES", [60]))
    assert totals_of(table).sums == ()


def test_three_parts_that_do_not_add_up_are_told_as_unverifiable_two_are_a_pick() -> None:
    three = rows(
        ("OPERATING_EXPENSES", [-100]),
        ("STAFF_EXPENDITURE", [-50]),
        ("SERVICES_PURCHASED", [-20]),
        ("MATERIALS", [-5]),
    )
    assert totals_of(three).unverifiable == (0,)
    assert totals_of(three[:3]).unverifiable == ()


@pytest.mark.parametrize("is_above", [True, False])
def test_rows_that_the_lexicon_lacks_are_parts_where_they_alone_make_the_total(
    *, is_above: bool
) -> None:
    total = ("OPERATING_INCOME", [30, 32, 35])
    parts: list[tuple[str | None, list[int]]] = [(None, [10, 11, 12]), (None, [20, 21, 22])]
    table = rows(*parts, total) if is_above else rows(total, *parts)
    assert failing(totals_of(table)) == [(2 if is_above else 0, 3)]


@pytest.mark.parametrize(
    "parts",
    [
        [(None, [10, 11, 12]), (None, [20, 22, 24])],  # one column holds: by chance
        [(None, [30, 32, 34])],  # one row is no sum
        [(None, [30, 32, 34]), (None, [0, 0, 0])],  # nor is one beside nothing
        [(None, [10, 11, 12]), (None, [10, 10, 11]), (None, [1, 1, 1])],
    ],
)
def test_rows_that_the_lexicon_lacks_are_no_parts_otherwise(
    parts: list[tuple[str | None, list[int]]],
) -> None:
    assert totals_of(rows(("OPERATING_INCOME", [30, 32, 34]), *parts)).sums == ()


def test_rows_without_names_may_hold_a_total() -> None:
    assert has_totals(["OPERATING_INCOME", None, None])
    assert not has_totals(["OPERATING_INCOME", None])
    assert not has_totals([None, None, None])
    assert not has_totals(["OPERATING_MARGIN", None, None], skipped={"OPERATING_MARGIN"})
