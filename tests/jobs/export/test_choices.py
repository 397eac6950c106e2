from decimal import Decimal

import pytest

from tpxl.jobs.export.choices import Choices, Separators
from tpxl.model import Period, PeriodKind, Settings


def choices(**texts: str) -> Choices:
    labels = {name.replace("_", " "): text for name, text in texts.items()}
    return Choices.of(Settings(texts=labels))


def test_without_settings_everything_is_shown_as_printed() -> None:
    bare = choices()
    assert bare == Choices()
    assert bare.shows(Period(PeriodKind.PLAN, 2030))


def test_periods_may_be_chosen() -> None:
    chosen = choices(vietävät_kaudet="TP 2024, TA2025 ; TP 2025, roska")
    assert [str(one) for one in chosen.periods] == ["TP 2024", "TA 2025", "TP 2025"]
    assert not chosen.shows(Period(PeriodKind.ACTUAL, 2023))
    assert choices(vietävät_kaudet="kaikki").periods == ()


@pytest.mark.parametrize(
    ("grouping", "minus", "printed"),
    [
        ("väli", "−", "−1\u00a0234,5"),
        ("piste", "-", "-1.234,5"),
        ("ei", "yhdysmerkki", "-1234,5"),
        ("ei", "yhdysmerkki (-)", "-1234,5"),
        ("ei", "oikea miinus (−)", "−1234,5"),
        ("", "", "−1\u00a0234,5"),
    ],
)
def test_separators_and_minus_are_chosen(grouping: str, minus: str, printed: str) -> None:
    chosen = choices(tuhaterotin=grouping, miinusmerkki=minus)
    assert chosen.separators.printed(Decimal("-1234.5"), 1) == printed


def test_a_dot_parts_no_thousands_where_it_marks_decimals() -> None:
    settings = Settings(texts={"tuhaterotin": "piste"})
    assert Choices.of(settings, ".").separators == Separators("\u00a0", ".")


@pytest.mark.parametrize(
    ("typed", "meeting"),
    [("26.2.2026", "26.2.2026"), ("46079", "26.2.2026"), ("7", "7"), ("helmikuu", "helmikuu")],
)
def test_a_meeting_s_day_is_printed_as_a_date(typed: str, meeting: str) -> None:
    assert choices(kokouspäivä=typed).meeting == meeting


def test_decimals_in_words_are_not_taken() -> None:
    assert choices(viennin_desimaalit="2").decimals == 2
    assert choices(viennin_desimaalit="kaksi").decimals is None


def test_the_words_for_nothing_may_be_chosen() -> None:
    assert choices(tyhjän_kohdan_teksti="täydennetään").unfilled == "täydennetään"
