"""What is a slip away from a known word is named, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpxl.terms.lines import LABELS, line_of
from tpxl.terms.near import near_line, near_period
from tpxl.terms.periods import period_of

LETTERS = "abcdefghijklmnopqrstuvwxyzåäö"
LONG_LABELS = [
    (label, code)
    for code, labels in LABELS.items()
    for label in labels
    if label.isalpha() and len(label) > 9
]


@st.composite
def slips(draw: st.DrawFn) -> tuple[str, str]:
    """Return a label with one slip of the fingers in it, and its code."""
    label, code = draw(st.sampled_from(LONG_LABELS))
    at, letter = draw(st.integers(0, len(label) - 2)), draw(st.sampled_from(LETTERS))
    damaged = draw(
        st.sampled_from(
            [
                label[:at] + label[at + 1 :],
                label[:at] + letter + label[at:],
                label[:at] + letter + label[at + 1 :],
                label[:at] + label[at + 1] + label[at] + label[at + 2 :],
            ]
        )
    )
    return damaged, code


@given(slips())
def test_a_slip_in_a_label_is_named_as_the_line_it_was_or_read_as_it(slip: tuple[str, str]) -> None:
    damaged, code = slip
    assert (line_of(damaged) or near_line(damaged)) == (code, "")


LETTERED = st.tuples(
    st.sampled_from(["TP", "TA", "TS"]),
    st.sampled_from([" ", ""]),
    st.sampled_from(["2O25", "2o25", "20Z5", "202S", "2OZ5"]),
)


@given(LETTERED)
def test_letters_that_look_like_digits_are_named_and_never_read(parts: tuple[str, ...]) -> None:
    heading = "".join(parts)
    assert period_of(heading) is None
    assert near_period(heading) == (parts[0], 2025)


@pytest.mark.parametrize(
    ("heading", "period"),
    [
        ("TP 20l5", ("TP", 2015)),
        ("Tilinpätös 2025", ("TP", 2025)),
        ("Tilinpäätöss 2025", ("TP", 2025)),
        ("Talosuarvio 2025", ("TA", 2025)),
        ("PT 2025", ("TP", 2025)),
        ("TP 22025", ("TP", 2025)),
        ("TA 2025 luonnos", ("TA", 2025)),
        ("TP 2025 (ennakkotieto)", ("TP", 2025)),
        ("TP 2025 1", ("TP", 2025)),
    ],
)
def test_a_mistyped_heading_has_a_likely_period(heading: str, period: tuple[str, int]) -> None:
    assert period_of(heading) is None
    assert near_period(heading) == period


@pytest.mark.parametrize(
    "heading",
    [
        "TP 2025",
        "Toteuma 1-6/2025",
        "Toteuma 30.6.2025",
        "TP 2024-2025",
        "TP/TA 2025",
        "Muutos 2025",
        "Muutos TP 2024 - TP 2025",
        "TO 2025",  # TP, TA and TS are as near
        "TP 20225",  # 2025 and 2022 are as near
        "TP 2025 %",
        "Tavoite 2025",
        "2025",
        "",
    ],
)
def test_what_is_understood_or_of_another_kind_is_near_to_no_period(heading: str) -> None:
    assert near_period(heading) is None


@pytest.mark.parametrize(
    ("label", "line"),
    [
        ("Toimintamento", ("OPERATING_EXPENSES", "")),
        ("Toimintamneot", ("OPERATING_EXPENSES", "")),
        ("Toimintakatee €", ("OPERATING_MARGIN", "")),
        ("1. Henkilostömenot", ("STAFF_EXPENDITURE", "")),
        ("Palvelujen ostott", ("SERVICES_PURCHASED", "")),
        ("Muuots %", ("", "change_percent")),
        ("Toimintatulot (ulkoiset)", ("OPERATING_INCOME", "")),
        ("Menot", ("OPERATING_EXPENSES", "")),
    ],
)
def test_a_mistyped_label_has_a_likely_line(label: str, line: tuple[str, str]) -> None:
    assert near_line(label) == line


@pytest.mark.parametrize("label", ["Toimintamenot", "Sähkö", "Vuokrat", "Menox", "Verotulot", ""])
def test_what_is_understood_or_another_line_is_near_to_none(label: str) -> None:
    assert near_line(label) is None


def test_a_word_of_five_letters_is_near_to_nothing_and_one_of_six_may_be() -> None:
    assert near_line("€/imv") is None
    assert near_line("Kavsu %") == ("", "change_percent")
