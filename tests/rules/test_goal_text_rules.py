import pytest
from tests.goal_sheets import TEXTS, printed_goals

from tpxl.rules.goal_texts import (
    fits,
    is_unfinished,
    lines_needed,
    longest_that_fits,
    other_year,
    placeholder,
)


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


@pytest.mark.parametrize(
    "text",
    ["xxx", "Toteuma XXX kpl", "xx.xx.2025", "Pidettiin … kpl",
     "Täydennä", "täydennä tähän", "…", "...", "-", "–",
     "[…]", "???", "TBD", "to be completed", "Fyll i", "Kompletteras senare", "_____", "#REF!",
     "Lorem ipsum dolor", "Täydennetään myöhemmin.", "puuttuu"],
)  # fmt: skip
def test_a_text_still_to_come_is_a_placeholder(text: str) -> None:
    assert placeholder(text) is not None


@pytest.mark.parametrize(
    "text",
    ["Täydennyskoulutus pidettiin.", "Ohjeistusta täydennettiin.", "Ei ole toteutunut.", "0", "5",
     "Edelleen vaiheessa.", "Luokkakoko XXL", "Täydennettiin ohjetta.", "Mitä jäi tekemättä?",
     "Puuttuu kaksi kuvausta.", "Avoin kysymys – vastaus."],
)  # fmt: skip
def test_a_written_text_is_no_placeholder(text: str) -> None:
    assert placeholder(text) is None


@pytest.mark.parametrize(
    "text",
    ["Ohje julkaistiin ja", "Ohje julkaistiin,", "Palaute asiakas-", "Ohje (julkaistu",
     "Ohje julkaistiin, mutta", "Mittarit:", "Ohje julkaistiin…", "Ohjeen teksti och",
     "Part of the"],
)  # fmt: skip
def test_a_text_that_stops_half_way_is_unfinished(text: str) -> None:
    assert is_unfinished(text)


@pytest.mark.parametrize(
    "text",
    ["Ohje julkaistiin", "Ohje julkaistiin.", "Kaavat karttapalvelussa", "Ohje (julkaistu)", "Ja",
     "1) ohje 2) kaava", "C", "", "Työllisyys-%", "Edelleen vaiheessa."],
)  # fmt: skip
def test_a_whole_text_is_finished(text: str) -> None:
    assert not is_unfinished(text)


def test_no_text_of_2025_is_a_placeholder_or_unfinished() -> None:
    texts = [goal[name] for goal in printed_goals() for name in TEXTS if goal[name]]
    assert [text for text in texts if placeholder(text) or is_unfinished(text)] == []


def test_a_text_fits_as_long_as_a_row_can_be_high_enough() -> None:
    assert fits("a" * longest_that_fits(40), 40)
    assert not fits("a" * (longest_that_fits(40) + 1), 40)


def test_a_text_over_several_rows_has_the_space_of_all() -> None:
    assert fits("a" * longest_that_fits(40, rows=2), 40, rows=2)


def test_every_line_break_takes_a_line() -> None:
    assert lines_needed("a\n\nb", 40) == 3
    assert not fits("\n".join("a" * 28), 40)
