import random
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

import pytest

from tpxl.model import Line
from tpxl.model.line import EXPENSES
from tpxl.rules.causes import HYPOTHESES, Case, Name, named
from tpxl.rules.rounding import exact

RESIDENTS = {"TP 2023": 7030, "TA 2024": 7000, "TP 2024": 6944, "TA 2025": 6900, "TP 2025": 6920}
EXPENSES_AND_INCOME = {"OPERATING_EXPENSES": -2852036, "OPERATING_INCOME": 1109406}


def fractions(numbers: Mapping[str, float]) -> dict[Name, Fraction]:
    return {Line(name) if "_" in name else name: exact(number) for name, number in numbers.items()}


def change(printed: str, base: float, new: float, **bases: float) -> Case:
    then, now = exact(base), exact(new)
    return Case(
        Decimal(printed),
        (now / then - 1) * 100,
        1,
        change_of=(then, now),
        bases=fractions(bases),
    )


def per_resident(
    printed: str, margin: int, period: str, decimals: int = 0, **amounts: float
) -> Case:
    residents = fractions(RESIDENTS)
    divisor = residents.pop(period)
    return Case(
        Decimal(printed),
        exact(margin) / divisor,
        decimals,
        quotient_of=(exact(margin), divisor),
        residents=residents,
        amounts=fractions(amounts),
    )


def margin(printed: int, **parts: float) -> Case:
    amounts = fractions(parts)
    right = sum(amounts.values(), Fraction(0))
    return Case(Decimal(printed), right, 0, parts=amounts, amounts=amounts)


def code(case: Case) -> str | None:
    cause = named(case)
    return cause and cause.code


def test_909_is_the_ratio_printed_instead_of_the_change() -> None:
    cause = named(change("909.0", -94600, -859890))
    assert cause is not None
    assert cause.code == "ratio_for_change"
    assert cause.facts["ratio_new"] == 859890
    assert cause.facts["ratio_base"] == 94600


@pytest.mark.parametrize("printed", ["0.062", "0.0623", "0.06225", "0.062251716"])
def test_a_hundredth_of_a_change_is_a_fraction_for_a_per_cent(printed: str) -> None:
    assert code(change(printed, -661340, -702510)) == "fraction_for_percent"


@pytest.mark.parametrize("printed", ["0.06", "0.063", "0.62", "6.3", "0.0"])
def test_what_is_no_hundredth_to_its_own_digits_is_no_fraction(printed: str) -> None:
    assert code(change(printed, -661340, -702510)) != "fraction_for_percent"


def test_minus_41_9_is_the_ratio_with_the_wrong_sign() -> None:
    assert code(change("-41.9", -279110, -116990)) == "ratio_for_change_sign_flipped"


def test_minus_111_is_the_expenses_divided_by_the_residents() -> None:
    case = per_resident(
        "-111",
        -611565,
        "TP 2024",
        OPERATING_EXPENSES=-771020,
        OPERATING_INCOME=159455,
        STAFF_EXPENDITURE=-296277,
        SERVICES_PURCHASED=-43464,
    )
    cause = named(case)
    assert cause is not None
    assert cause.code == "expenses_for_margin"
    assert (cause.facts["other_amount"], cause.facts["divisor"]) == (771020, 6944)
    assert cause.facts["other_line"] == EXPENSES


@pytest.mark.parametrize(
    "case",
    [
        per_resident("-273", -1742630, "TP 2024", OPERATING_EXPENSES=-2852036),
        per_resident("-11.5", -84542, "TP 2024", 1, OPERATING_EXPENSES=-84611),
        per_resident("-201", -1641880, "TA 2025", OPERATING_EXPENSES=-1666880),
        margin(-1671625, OPERATING_EXPENSES=-2859611, OPERATING_INCOME=1187966),
        margin(-63959, OPERATING_EXPENSES=-63859, OPERATING_INCOME=0),
    ],
)
def test_a_printed_error_that_no_known_mistake_gives_has_no_name(case: Case) -> None:
    assert named(case) is None


@pytest.mark.parametrize(
    ("expected", "case"),
    [
        ("sign_flipped", change("8.0", -753029, -693004)),
        ("periods_reversed", change("8.7", -753029, -693004)),
        ("divided_by_newer", change("44.7", -94600, -171131)),
        ("other_base", change("-1.7", -709230, -693004, **{"TP 2024": -704985})),
        ("digits_swapped", change("11.3", -709230, -802139)),
        ("other_residents", per_resident("-231", -1624578, "TP 2025")),
        ("truncated", per_resident("-234", -1624578, "TP 2025")),
        ("sign_flipped", per_resident("235", -1624578, "TP 2025")),
        (
            "other_line_per_resident",
            per_resident("-164", -1624578, "TP 2025", SERVICES_PURCHASED=-1134775),
        ),
        ("thousands_for_units", margin(-1743, **EXPENSES_AND_INCOME)),
        ("digits_swapped", margin(-1724630, **EXPENSES_AND_INCOME)),
        ("part_left_out", margin(-75, a=-100, b=25, c=-15)),
        ("part_sign_flipped", margin(-140, a=-100, b=25, c=-15)),
    ],
)
def test_a_known_mistake_is_named(expected: str, case: Case) -> None:
    assert code(case) == expected


def test_a_third_term_left_out_of_the_margin_is_named() -> None:
    case = margin(-1742630, **EXPENSES_AND_INCOME, OWN_PRODUCTION=15890)
    cause = named(case)
    assert cause is not None
    assert (cause.code, str(cause.facts["part"])) == ("part_left_out", "OWN_PRODUCTION")


def test_the_margin_of_two_terms_without_one_is_the_other_line() -> None:
    assert code(margin(-2852036, **EXPENSES_AND_INCOME)) == "other_line"
    assert code(margin(1109406, **EXPENSES_AND_INCOME)) == "other_line"


def test_an_amendment_left_out_or_with_its_sign_flipped_is_named() -> None:
    parts = fractions({"Alkuperäinen TA": -450000, "TA-muutokset": -12500})
    cases = [Case(Decimal(n), Fraction(-462500), 0, parts=parts) for n in (-450000, -437500)]
    assert [code(case) for case in cases] == ["part_left_out", "part_sign_flipped"]


def test_two_mistakes_that_give_the_same_figure_leave_it_unnamed() -> None:
    twins = Case(
        Decimal(251),
        Fraction(-251),
        0,
        amounts=fractions({"STAFF_EXPENDITURE": 251}),
    )
    assert named(twins) is None


def test_periods_with_the_same_residents_are_one_mistake() -> None:
    case = Case(
        Decimal(-232),
        Fraction(-1624578, 6920),
        0,
        quotient_of=(Fraction(-1624578), Fraction(6920)),
        residents=fractions({"TP 2023": 7000, "TA 2024": 7000, "TA 2025": 6900}),
    )
    cause = named(case)
    assert cause is not None
    assert cause.facts["other_period"] == ["TP 2023", "TA 2024"]


def test_one_digit_is_no_evidence() -> None:
    assert named(Case(Decimal(-3), Fraction(3), 0)) is None
    assert code(Case(Decimal(-32), Fraction(32), 0)) == "sign_flipped"


def test_one_unit_off_is_no_evidence_but_of_cutting_off() -> None:
    assert code(Case(Decimal(234), Fraction(2347, 10), 0)) == "truncated"
    assert named(Case(Decimal(236), Fraction(2347, 10), 0, amounts=fractions({"a": 236}))) is None


def test_a_right_figure_has_no_cause() -> None:
    assert named(Case(Decimal(0), Fraction(0), 0)) is None
    assert named(margin(-1742630, **EXPENSES_AND_INCOME)) is None


def test_a_change_over_zero_and_a_quotient_by_zero_are_not_tried() -> None:
    zeros = fractions({"TP 2023": 0})
    over_zero = Case(
        Decimal("12.5"), Fraction(0), 1, change_of=(Fraction(0), Fraction(5)), bases=zeros
    )
    nobody = Case(
        Decimal(125), Fraction(0), 0, quotient_of=(Fraction(5), Fraction(0)), residents=zeros
    )
    assert named(over_zero) is None
    assert named(nobody) is None


def test_every_cause_has_a_name_of_its_own() -> None:
    names = [hypothesis.__name__ for hypothesis in HYPOTHESES]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("digits", [1, 2, 3, 5, 7])
def test_random_wrong_figures_are_hardly_ever_named(digits: int) -> None:
    chance = random.Random(digits)  # noqa: S311  # figures, no secrets
    figures = range(10 ** (digits - 1), 10**digits)
    cases = [
        Case(
            Decimal(chance.choice(figures) * chance.choice((1, -1))).scaleb(-1),
            (Fraction(chance.choice(figures), chance.choice(figures)) - 1) * 100,
            1,
            change_of=(Fraction(chance.choice(figures)), Fraction(chance.choice(figures))),
            bases={str(n): Fraction(chance.choice(figures)) for n in range(4)},
            amounts={str(n): exact(chance.random()) * 200 for n in range(4)},
        )
        for _ in range(400)
    ]
    assert sum(named(case) is not None for case in cases) < 400 * 0.03


def test_a_figure_of_thousands_of_digits_has_no_cause() -> None:
    giant = 10**5000 + 12
    for right in (Fraction(giant + 9), Fraction(-giant), Fraction(12)):
        assert named(Case(Decimal(giant), right, 2)) is None
