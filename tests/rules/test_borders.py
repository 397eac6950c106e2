"""One unit inside and outside of what each formula's printed inputs allow."""

from decimal import Decimal

import pytest
from tests.figure import figure

from tpxl.model import Figure
from tpxl.model.line import RESIDENTS
from tpxl.rules.formulas import Allotted, Change, Formula, PerResident, Quotient, Sum
from tpxl.rules.relations import Obstacle, Relation, Verdict
from tpxl.rules.rounding import exact

HOLDS, ROUNDING, FAILS = Verdict.HOLDS, Verdict.ROUNDING, Verdict.FAILS


def verdict(formula: Formula, printed: str, *terms: Figure, scale: int = 1) -> Verdict:
    return Relation("x", figure(printed, scale=scale), terms, formula).verdict()


def amounts(*numbers: float | str, scale: int = 1) -> tuple[Figure, ...]:
    return tuple(figure(number, at, scale=scale) for at, number in enumerate(numbers, 2))


def residents(number: int) -> Figure:
    return figure(number, 9, line=RESIDENTS)


@pytest.mark.parametrize(
    ("printed", "said"),
    [("6.0", FAILS), ("6.1", HOLDS), ("6.2", FAILS)],
)
def test_a_change_of_full_euros_has_one_right_figure(printed: str, said: Verdict) -> None:
    assert verdict(Quotient(1), printed, *amounts(-753029, -709846)) is said


@pytest.mark.parametrize(
    ("printed", "said"),
    [("312.4", ROUNDING), ("312.5", HOLDS), ("312.6", ROUNDING), ("312.7", FAILS)],
)
def test_two_units_off_is_an_error_though_the_inputs_reach_further(
    printed: str, said: Verdict
) -> None:
    assert verdict(Quotient(1), printed, *amounts(165, 40)) is said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        *(("1.5", FAILS), ("1.6", ROUNDING), ("1.9", ROUNDING), ("2.4", HOLDS)),
        *(("3.2", ROUNDING), ("3.3", FAILS)),
    ],
)
@pytest.mark.parametrize(
    "terms", [amounts(127, 124, scale=1000), amounts("0.127", "0.124", scale=1_000_000)]
)
def test_a_change_of_thousands_may_be_any_that_half_a_thousand_either_way_gives(
    printed: str, said: Verdict, terms: tuple[Figure, ...]
) -> None:
    assert verdict(Quotient(1), printed, *terms) is said


def test_thousands_printed_with_three_decimals_are_full_euros() -> None:
    terms = amounts("0.165", "0.040", scale=1000)
    assert verdict(Quotient(1), "312.6", *terms) is ROUNDING
    assert verdict(Quotient(1), "312.7", *terms) is FAILS


@pytest.mark.parametrize(
    ("printed", "said"),
    [("30", HOLDS), ("31", ROUNDING), ("29", ROUNDING), ("32", FAILS), ("28", FAILS)],
)
@pytest.mark.parametrize("scale", [1, 1000])
def test_a_sum_of_two_may_be_one_unit_off(printed: str, said: Verdict, scale: int) -> None:
    terms = amounts(10, 20, scale=scale)
    assert verdict(Sum((1, 1)), printed, *terms, scale=scale) is said


@pytest.mark.parametrize(
    ("printed", "said"), [("62", ROUNDING), ("63", FAILS), ("58", ROUNDING), ("57", FAILS)]
)
def test_a_sum_of_three_may_be_two_units_off(printed: str, said: Verdict) -> None:
    assert verdict(Sum((1, 1, 1)), printed, *amounts(10, 20, 30)) is said


@pytest.mark.parametrize(
    ("printed", "said"),
    [("19.9", FAILS), ("20.0", HOLDS), ("20.1", FAILS)],
)
def test_a_change_between_sums_is_judged_as_a_change(printed: str, said: Verdict) -> None:
    terms = amounts(1_000_000, -400_000, 800_000, -300_000)
    assert verdict(Change((1, 1), (1, 1)), printed, *terms) is said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        *(("-2517", FAILS), ("-2518", ROUNDING), ("-2519", HOLDS)),
        *(("-2520", ROUNDING), ("-2521", FAILS)),
    ],
)
def test_thousands_per_resident_may_be_any_that_the_thousands_give(
    printed: str, said: Verdict
) -> None:
    terms = (*amounts(-1743, scale=1000), residents(692))
    assert verdict(PerResident((1,)), printed, *terms) is said


def test_residents_are_counted_and_never_rounded() -> None:
    terms = (*amounts(-3_734_952), residents(6724))
    assert verdict(PerResident((1,)), "-555", *terms) is HOLDS
    assert verdict(PerResident((1,)), "-556", *terms) is FAILS


@pytest.mark.parametrize(
    ("quota", "printed", "said"),
    [
        *(("33.3", "34", HOLDS), ("33.3", "33", ROUNDING)),
        *(("33.3", "35", FAILS), ("33.3", "32", FAILS)),
        *(("34", "34", HOLDS), ("34", "33", FAILS), ("34", "35", FAILS)),
    ],
)
def test_a_part_may_be_dealt_out_up_or_down_from_its_quota_alone(
    quota: str, printed: str, said: Verdict
) -> None:
    assert verdict(Allotted(34, exact(Decimal(quota))), printed) is said


@pytest.mark.parametrize(("printed", "said"), [("124", HOLDS), ("125", FAILS), ("123", FAILS)])
def test_a_copy_in_thousands_is_the_rounded_figure(printed: str, said: Verdict) -> None:
    assert verdict(Sum((1,)), printed, *amounts(124_447), scale=1000) is said


def test_nothing_is_judged_of_what_is_not_known() -> None:
    terms = amounts(10, 20)
    blank = Relation("x", figure(None), terms, Sum((1, 1)))
    waiting = Relation("x", figure(30)._replace(is_known=False), terms, Sum((1, 1)))
    blocked = Relation("x", figure(30), (), Sum(()), obstacle=Obstacle.NO_PARTS)
    assert [one.verdict() for one in (blank, waiting, blocked)] == [Verdict.UNKNOWN] * 3
    assert (blocked.due(), blocked.right()) == (None, None)


@pytest.mark.parametrize(("written", "right"), [(1, "-6.6"), (0, "-6")])
def test_a_table_that_cuts_off_is_written_its_cut_figure(written: int, right: str) -> None:
    made = Relation(
        "x", figure("-6.6"), amounts(9333, 10_000), Quotient(1), is_cut=True, written=written
    )
    assert made.verdict() is HOLDS
    assert str(made.right()) == right


def test_a_part_dealt_out_down_may_be_printed_up() -> None:
    down = Allotted(33, exact(Decimal("33.3")))
    told = [verdict(down, printed) for printed in ("32", "33", "34", "35")]
    assert told == [FAILS, HOLDS, ROUNDING, FAILS]
