from tests.figure import figure

from tpxl.rules.causes import case_of
from tpxl.rules.formulas import Quotient, Sum
from tpxl.rules.relations import Neighbours, Relation


def deviation(*factors: int) -> Relation:
    terms = (figure(950, 2), figure(1000, 3))
    return Relation(
        "deviation",
        figure(-50),
        terms,
        Sum(factors),
        neighbours=lambda: Neighbours(bases={"TP 2024": 900}),
    )


def test_a_difference_knows_its_newer_figure_and_its_base() -> None:
    case = case_of(deviation(1, -1), -50, [950, 1000])
    assert (case.difference_of, case.bases) == ((1000, 950), {"TP 2024": 900})


def test_a_difference_taken_the_other_way_round_has_no_other_base() -> None:
    case = case_of(deviation(-1, 1), 50, [950, 1000])
    assert (case.difference_of, case.bases) == ((950, 1000), {})


def test_a_cut_figure_is_tried_as_it_is_cut() -> None:
    terms = (figure(7693, 2), figure(10_000, 3))
    made = Relation("change_percent", figure("23.0"), terms, Quotient(1), is_cut=True)
    case = case_of(made, made.due() or 0, made.numbers())
    assert str(case.expected) == "-23.0"
