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
