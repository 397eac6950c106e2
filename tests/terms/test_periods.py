"""Headings of the columns, in the languages that cities print them in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpxl.terms.periods import period_of


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("BS 2025", "TP"),
        ("Bokslut 2025", "TP"),
        ("BG 2025", "TA"),
        ("Bdg 2025", "TA"),
        ("Ändrad budget 2025", "TA+M"),
        ("Budget efter ändringar 2025", "TA+M"),
        ("Bokslutsprognos 2025", "ENN"),
        ("EP 2025", "TS"),
    ],
)
def test_a_swedish_heading_is_a_period(heading: str, kind: str) -> None:
    assert period_of(heading) == (kind, 2025)


@pytest.mark.parametrize(
    ("heading", "period"),
    [
        ("TP24", ("TP", 2024)),
        ("TA 25", ("TA", 2025)),
        ("TA25+M", ("TA+M", 2025)),
        ("TP -23", ("TP", 2023)),
        ("TP'23", ("TP", 2023)),
        ("Tot. -25", ("TP", 2025)),
        ("Tot. 25", ("TP", 2025)),
        ("Toteuma -25", ("TP", 2025)),
        ("Budjetti '25", ("TA", 2025)),
        ("Bokslut -24", ("TP", 2024)),
        ("BS24", ("TP", 2024)),
        ("Bud 2024", ("TA", 2024)),
        ("TAE 2026", ("TA", 2026)),
        ("Talousarvioesitys 2026", ("TA", 2026)),
        ("TA+LTA 2025", ("TA+M", 2025)),
        ("TA 2025 + LTA", ("TA+M", 2025)),
        ("TA 2025 muutoksin", ("TA+M", 2025)),
        ("Budget 2025 med ändringar", ("TA+M", 2025)),
        ("TA 2025 muutosten jälk.", ("TA+M", 2025)),
        ("Tilinpäätös 31.12.2024", ("TP", 2024)),
        ("Toteuma 1-12/2024", ("TP", 2024)),
        ("Toteuma 1.1.-31.12.2024", ("TP", 2024)),
        ("Ennuste 31.12.2025, 1 000 €", ("ENN", 2025)),
    ],
)
def test_a_heading_tells_its_kind_and_year(heading: str, period: tuple[str, int]) -> None:
    assert period_of(heading) == period


@pytest.mark.parametrize(
    "heading",
    [
        "Toteuma 30.6.2024",  # half a year is no actual
        "Toteuma 1-6/2024",
        "TP 7",
        "TP 99",
        "Tavoite 24",
        "Tavoite -24",
        "Toteuma 24",
        "Toteuma 24-25",
        "LTA 2025",
        "Kohta 24",
        "31.12.2024",
    ],
)
def test_what_might_be_another_span_is_no_period(heading: str) -> None:
    assert period_of(heading) is None


NOTES = ["", "¹", " ¹", " 1)", " *)", "*", " **", " (1)", " (1", " [2]", " a)", "†", "⁽²⁾"]
SHAPES = [
    "{kind} {year}",
    "{kind}{year}",
    "{kind}/{year}",
    "{kind}-{year}",
    "{kind} – {year}",
    "{kind}: {year}",
    "{kind}_{year}",
    "{kind} ({year})",
    "({kind} {year})",
    "[{kind} {year}]",
    "{year} {kind}",
    "{year}/{kind}",
    "{kind} vuosi {year}",
    "{kind} v. {year}",
    "{kind} vuodelta {year}",
    "vuoden {year} {kind}",
    "{kind} 31.12.{year}",
    "{kind} {year}, 1 000 €",
]
WORDS = st.sampled_from(
    [
        ("TP", "TP"),
        ("Tilinpäätös", "TP"),
        ("Toteuma", "TP"),
        ("TA", "TA"),
        ("Alkuper. TA", "TA"),
        ("Alkup.TA", "TA"),
        ("Alkuperäinen talousarvio", "TA"),
        ("Muutettu TA", "TA+M"),
        ("KS", "KS"),
        ("Käyttösuunnitelma", "KS"),
        ("Ennuste", "ENN"),
        ("Taloussuunnitelma", "TS"),
    ]
)


@given(WORDS, st.sampled_from(SHAPES), st.sampled_from(NOTES), st.integers(1990, 2049))
def test_a_period_is_known_in_every_shape_and_with_any_note(
    word: tuple[str, str], shape: str, note: str, year: int
) -> None:
    heading = shape.format(kind=word[0], year=year) + note
    assert period_of(heading) == (word[1], year), heading


@pytest.mark.parametrize(
    ("heading", "period"),
    [
        ("TA 2025 (sis. lisätalousarvio)", ("TA+M", 2025)),
        ("TA 2025 (ml. lisätalousarviot)", ("TA+M", 2025)),
        ("TA 2025 sis. I LTA", ("TA+M", 2025)),
        ("2025 TA + muutokset", ("TA+M", 2025)),
        ("TA 2025 + lisätalousarvio 1)", ("TA+M", 2025)),
        ("TA 2025 alkuperäinen", ("TA", 2025)),
        ("TP2025 toteuma", ("TP", 2025)),
        ("Toteuma TP 2025", ("TP", 2025)),
        ("Tilinpäätös (TP) 2025", ("TP", 2025)),
        ("TP 2025 ennuste", ("ENN", 2025)),
        ("TP '25", ("TP", 2025)),
        ("TP \u201925", ("TP", 2025)),
        ("TP/25 *)", ("TP", 2025)),
        ("¹TP 2025", ("TP", 2025)),
        ("1) TP 2025", ("TP", 2025)),
        ("* TP 2025", ("TP", 2025)),
        ("TP 20251)", ("TP", 2025)),
    ],
)
def test_a_heading_with_something_added_is_its_period(
    heading: str, period: tuple[str, int]
) -> None:
    assert period_of(heading) == period


@pytest.mark.parametrize(
    "heading",
    [
        "TP 2O25",  # a letter: named, not guessed
        "TP 2024-2025",
        "TP/TA 2025",
        "TA 2025 muutos",
        "TA-muutos 2025",
        "Muutos TP 2025",
        "TP 2025 %",
        "TP 2025 €/as.",
        "TP 2025 12",
        "TP 2025 (100)",
        "TP 1.1.-30.6.2025",
        "25 TP",
        "1. TP 2025",
    ],
)
def test_a_heading_that_says_something_else_is_no_period(heading: str) -> None:
    assert period_of(heading) is None
