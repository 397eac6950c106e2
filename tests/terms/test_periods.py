"""Headings of the columns, in the languages that cities print them in."""

import pytest

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
        ("TP -23", ("TP", 2023)),
        ("TP'23", ("TP", 2023)),
        ("BS24", ("TP", 2024)),
        ("Bud 2024", ("TA", 2024)),
        ("TAE 2026", ("TA", 2026)),
        ("Talousarvioesitys 2026", ("TA", 2026)),
        ("TA+LTA 2025", ("TA+M", 2025)),
        ("TA 2025 + LTA", ("TA+M", 2025)),
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
        "LTA 2025",
        "Kohta 24",
        "31.12.2024",
    ],
)
def test_what_might_be_another_span_is_no_period(heading: str) -> None:
    assert period_of(heading) is None
