"""What a finding's facts become in its sentence."""

import re
from decimal import Decimal
from typing import Any

import pytest

import tpxl
from tpxl.messages import LANGUAGES, phrase
from tpxl.model import Finding, Line, Measure, Period, PeriodKind, Related, Severity
from tpxl.shipped import master

PROGRAM_WORDS = re.compile(r"PeriodKind|Measure|Decimal|Address|Related|None|[{}<>\[\]]")


def worded(fact: Any) -> str:
    """Return how a fact stands in the Finnish sentence of a missing base."""
    finding = Finding("base_missing", Severity.UNVERIFIABLE, facts={"base_period": fact})
    return phrase(finding).partition("kauden ")[2].partition(" luku puuttuu")[0]


@pytest.mark.parametrize(
    ("fact", "words"),
    [
        (Period(PeriodKind.AMENDED, 2025), "TA+M 2025"),
        (Line("STAFF_EXPENDITURE", Measure.CHANGE_PERCENT), "henkilöstömenojen muutos"),
        (Line("STAFF_EXPENDITURE"), "henkilöstömenot"),
        (Decimal("-2859611.5"), "−2\u00a0859\u00a0611,5"),
        (Related("Alue 1", "C7"), "Alue 1!C7"),
        ([Period(PeriodKind.ACTUAL, 2024), "x", Decimal(7)], "TP 2024, x, 7"),
        (("a", Line("SERVICES_PURCHASED")), "a, palvelujen ostot"),
        (None, ""),
    ],
)
def test_a_fact_is_worded_as_the_report_prints_it(fact: Any, words: str) -> None:
    assert worded(fact) == words


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_sentence_about_the_master_shows_the_program_s_own_words(lang: str) -> None:
    with tpxl.open_book(master()) as book:
        messages = [finding.message for finding in tpxl.check(book, lang=lang).findings]

    assert len(messages) > len(LANGUAGES)
    assert [text for text in messages if PROGRAM_WORDS.search(text)] == []
