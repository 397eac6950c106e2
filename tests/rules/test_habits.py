import pytest
from tests.figure import figure

from tpxl.rules.conventions import cut_where_habit
from tpxl.rules.formulas import Quotient, Sum
from tpxl.rules.relations import Relation


def change(row: int, printed: str, new: int, base: int = 10_000) -> Relation:
    """Return a change of a row: 10 667 after 10 000 is 6.67 %."""
    terms = (figure(new, 2, row), figure(base, 3, row))
    return Relation("change_percent", figure(printed, 1, row), terms, Quotient(1))


CUT, ROUNDED, EITHER = ("6.6", 10_667), ("6.7", 10_667), ("6.0", 10_600)


@pytest.mark.parametrize(
    ("printed", "cuts"),
    [
        ([CUT, EITHER, EITHER], False),
        ([CUT, EITHER, EITHER, EITHER], True),
        ([CUT, CUT], True),
        ([CUT, CUT, ROUNDED], True),
        ([CUT, ROUNDED, EITHER, EITHER], False),
        ([CUT, CUT, CUT, ROUNDED, ROUNDED], False),
        ([CUT, CUT, CUT, CUT, ROUNDED, ROUNDED], True),
        ([ROUNDED, ROUNDED, EITHER, EITHER], False),
    ],
)
def test_two_cut_figures_or_one_in_a_long_table_without_rounded_ones_make_a_habit(
    printed: list[tuple[str, int]],
    cuts: bool,  # noqa: FBT001
) -> None:
    table = [change(row, *one) for row, one in enumerate(printed, 1)]
    assert {one.is_cut for one in cut_where_habit(table)} == {cuts}


def test_per_cents_of_a_figure_that_a_sum_doubts_tell_no_habit() -> None:
    table = [change(row, *CUT) for row in (1, 2)]
    doubted = [
        Relation("deviation", figure(-500, 4, row), table[row - 1].terms, Sum((1, -1)))
        for row in (1, 2)
    ]
    assert not any(one.is_cut for one in cut_where_habit([*table, *doubted]))


def test_a_sum_is_never_cut_off() -> None:
    sums = [Relation("deviation", figure(667, 4), change(1, *CUT).terms, Sum((1, -1)))]
    kept = cut_where_habit([*(change(row, *CUT) for row in (1, 2)), *sums])
    assert [one.is_cut for one in kept] == [True, True, False]
