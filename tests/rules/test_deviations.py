from fractions import Fraction

import pytest

from tpxl.rules.deviations import MINUS, PLUS, Kind, Signs, Taken, kind_of_row, signs

PLAIN, COSTS, UNKNOWN = Kind.PLAIN, Kind.POSITIVE_EXPENSES, Kind.UNKNOWN


def taken(*rows: tuple[Kind, int]) -> list[Taken]:
    return [Taken(kind, frozenset({sign})) for kind, sign in rows]


@pytest.mark.parametrize(
    ("label", "budget", "kind"),
    [
        ("Toimintatulot", 5, PLAIN),
        ("Toimintakate", 5, PLAIN),
        ("Toimintamenot", -5, PLAIN),
        ("Toimintamenot", 5, COSTS),
        ("Sivistyslautakunta", -5, PLAIN),
        ("Sivistyslautakunta", 5, UNKNOWN),
    ],
)
def test_a_rows_kind_is_told_by_its_label_and_the_sign_of_its_figures(
    label: str, budget: int, kind: Kind
) -> None:
    assert kind_of_row(label, Fraction(budget), Fraction(budget)) is kind


def test_actual_less_budget_is_right_unless_the_rows_show_otherwise() -> None:
    assert signs([])[PLAIN] == Signs((PLUS,))
    assert signs(taken((PLAIN, MINUS)))[PLAIN] == Signs((PLUS,))
    assert signs(taken((PLAIN, MINUS), (PLAIN, PLUS)))[PLAIN] == Signs((PLUS,))
    assert signs(taken((PLAIN, MINUS), (PLAIN, MINUS)))[PLAIN] == Signs((MINUS,))


def test_a_whole_table_that_turns_its_deviations_is_taken_at_its_word() -> None:
    rows = taken((PLAIN, MINUS), (UNKNOWN, MINUS), (COSTS, MINUS))
    assert signs(rows)[PLAIN] == Signs((MINUS,))


def test_positive_expenses_take_what_most_of_them_show() -> None:
    assert signs(taken((COSTS, MINUS), (COSTS, MINUS), (COSTS, PLUS)))[COSTS] == Signs((MINUS,))
    assert signs(taken((COSTS, MINUS)))[COSTS] == Signs((PLUS, MINUS), MINUS)
    assert signs([])[COSTS] == Signs((PLUS, MINUS))


def test_rows_of_unknown_kind_follow_the_others_where_these_agree() -> None:
    agreeing = taken((PLAIN, PLUS), (COSTS, PLUS), (COSTS, PLUS))
    assert signs(agreeing)[UNKNOWN] == Signs((PLUS,))
    own = taken((UNKNOWN, MINUS), (UNKNOWN, MINUS), (UNKNOWN, PLUS))
    assert signs(own)[UNKNOWN] == Signs((MINUS,))
    mixed = taken(*[(UNKNOWN, MINUS)] * 2, *[(UNKNOWN, PLUS)] * 2)
    assert signs(mixed)[UNKNOWN] == Signs((PLUS, MINUS))


def test_a_row_that_fits_both_ways_has_no_vote() -> None:
    both = [Taken(PLAIN, frozenset({PLUS, MINUS}))] * 3
    assert signs(both)[PLAIN] == Signs((PLUS,))


def test_two_rows_that_turn_their_deviations_are_no_whole_table() -> None:
    rows = taken((UNKNOWN, MINUS), (COSTS, MINUS))
    assert signs(rows)[PLAIN] == Signs((PLUS,))


def test_a_heading_of_what_is_left_is_the_budget_less_what_was_used() -> None:
    one = [Taken(Kind.PLAIN, frozenset({MINUS})), Taken(Kind.PLAIN, frozenset())]
    assert signs(one)[Kind.PLAIN].allowed == (PLUS,)
    assert signs(one, worded=MINUS)[Kind.PLAIN].allowed == (MINUS,)
    most = [Taken(Kind.PLAIN, frozenset({PLUS}))] * 2
    assert signs(most, worded=MINUS)[Kind.PLAIN].allowed == (PLUS,)
