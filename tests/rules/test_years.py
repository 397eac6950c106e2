import pytest
from tests.goal_sheets import printed_goals

from tpxl.rules.years import other_year


@pytest.mark.parametrize(
    ("outcome", "year"),
    [
        ("Vuonna 2024 uusittiin sivusto.", 2024),
        ("Ohje julkaistiin 12.3.2024.", 2024),
        ("Ohje julkaistiin 3/2024.", 2024),
        ("Keväällä 2023 ja syksyllä 2024 pidettiin kurssi.", 2024),
        ("Vuonna 2026 pidettiin kurssi.", 2026),
        ("År 2024 förnyades sidorna.", 2024),
    ],
)
def test_an_outcome_about_another_year_is_found(outcome: str, year: int) -> None:
    assert other_year(outcome, 2025) == year


@pytest.mark.parametrize(
    "outcome",
    [
        "Vuonna 2025 pidettiin kurssi, joka alkoi 2024.",
        "Kävijät lisääntyivät 5 % vuodesta 2024.",
        "Kävijöitä oli 5 % enemmän kuin 2024 verrattuna.",
        "Siirtyi vuodelle 2026.",
        "Otetaan käyttöön keväällä 2026.",
        "Talousarvio 2026 valmistui ajallaan.",
        "Kaupunkistrategia 2022–2030 ohjasi työtä.",
        "Strategia vuosille 2024–2026 hyväksyttiin.",
        "Kävijöitä oli 2024 kpl.",
        "Toteutui.",
        "",
    ],
)
def test_a_comparison_a_name_or_a_later_step_is_no_other_year(outcome: str) -> None:
    assert other_year(outcome, 2025) is None


def test_the_outcomes_of_2025_are_about_2025() -> None:
    outcomes = [goal["outcome"] for goal in printed_goals()]
    assert [outcome for outcome in outcomes if other_year(outcome, 2025)] == []
