import pytest
from tests.goal_sheets import printed_goals

from tpxl.rules.goal_texts import lacks_number, misses, targets


@pytest.mark.parametrize(
    ("indicator", "values"),
    [
        ("Hyvät asiakaspalautteet väh. 3,5/5", ["3.5"]),
        ("Kysely (vähintään 3,5/5) Lisääntynyt seuranta. vähintään 10%:n nousu.", ["3.5", "10"]),
        ("Vähintään 3–4/ kk", ["3"]),
        ("Toteutetut kampanjat, vähintään 3 kpl", ["3"]),
        ("Vähintään 5 uutta, julkista", ["5"]),
        ("väh. kaksi tapahtumaa", ["2"]),
        ("Sairauspoissaolot enintään 4–5 %", ["5"]),
        ("Kävijämäärä: 15 000", ["15000"]),
        ("Tavoitetaso 45", ["45"]),
        ("4", ["4"]),
        ("Käsittelyaika alle 14 pv", ["14"]),
        ("Vähintään 2000 kävijää vuonna 2025", ["2000"]),
        ("Kävijöitä vähintään 1.250", ["1250"]),
        ("Minst 3 st", ["3"]),
        ("At least 80 per cent", ["80"]),
        ("yksi kerta/kk: 1 krt/kk", ["1"]),
    ],
)
def test_a_number_to_be_reached_is_a_target(indicator: str, values: list[str]) -> None:
    assert [str(target.value) for target in targets(indicator)] == values


@pytest.mark.parametrize(
    "indicator",
    [
        "",
        "Uusi rakennusjärjestys käytössä kevään 2025 aikana",
        "Vuoden 2025 budjetin toteutuminen",
        "Toteutunut v 2025 talous",
        "Toiminnassa 2025",
        "Valmis 31.12.2025 mennessä",
        "Valmis 12/2025",
        "Toteuma helmikuussa 2025",
        "Ohjelma 2025–2030",
        "Työllisyys-% nousu",
        "Yli 65-vuotiaiden osuus",
        "0–6 v lasten määrä",
        "2. asteen opiskelijat",
        "ISO 9001 -sertifikaatti",
        "Kuntalaki 115 §",
        "COVID-19-kustannukset",
        "Palvelu 24/7",
        "Hankkeen vaihe 2",
        "Asteikolla 1–5",
        "1.–6.-luokat",
        "Asiakaspalautteet",
    ],
)
def test_a_year_a_date_an_age_or_a_name_is_no_target(indicator: str) -> None:
    assert targets(indicator) == ()


def test_of_the_indicators_of_2025_seven_rows_hold_a_target() -> None:
    found = [
        (goal["area"], goal["section"], goal["no"])
        for goal in printed_goals()
        if targets(goal["indicator"])
    ]
    assert found == [
        ("Työllisyyspalvelut", 3, 1),
        ("Työllisyyspalvelut", 3, 2),
        ("Työllisyyspalvelut", 3, 3),
        ("Kaupunkimarkkinointi", 3, 1),
        ("Kaupunkimarkkinointi", 3, 2),
        ("Kaupunkimarkkinointi", 3, 3),
        ("Kaupunkimarkkinointi", 3, 5),
    ]


@pytest.mark.parametrize(
    "outcome",
    [
        "Tehtävä oli täyttämättä helmikuusta 2025 lähtien.",
        "Toteutui.",
        "Kampanjat pidettiin 1.3.2025 ja syksyllä.",
        "Yli 65-vuotiaille järjestettiin kampanjoita.",
    ],
)
def test_an_outcome_without_a_number_leaves_a_target_open(outcome: str) -> None:
    assert lacks_number(targets("vähintään 3 kpl"), outcome)


@pytest.mark.parametrize(
    "outcome",
    ["3 kpl", "Pidettiin kolme kampanjaa.", "Ei yhtään.", "Kaikki kampanjat pidettiin.", "n. 20"],
)
def test_a_number_in_digits_or_words_answers_a_target(outcome: str) -> None:
    assert not lacks_number(targets("vähintään 3 kpl"), outcome)


def test_without_a_target_no_number_is_asked_for() -> None:
    assert not lacks_number(targets("Asiakaspalautteet"), "Toteutui.")


@pytest.mark.parametrize(
    ("indicator", "outcome", "found"),
    [
        ("väh. 3,5/5", "Keskiarvo oli 3,2/5.", "3.2"),
        ("väh. 3,5/5", "Palaute 3,4", "3.4"),
        ("vähintään 3 kpl", "Pidettiin kaksi kampanjaa vuonna 2025.", "2"),
        ("3 kpl", "2 kpl", "2"),
        ("3–4/kk", "Artikkeleita 2/kk", "2"),
        ("vähintään 10 %:n nousu", "Seuranta nousi 6 %.", "6"),
        ("vähintään 10 %:n nousu", "Seuraajamäärä laski 12 %.", "-12"),
        ("sairauspoissaolot enintään 4 %", "5,1 %", "5.1"),
        ("Käsittelyaika enintään 14 pv", "Keskimäärin 20 päivää", "20"),
        ("väh. 5 uutta", "Ei yhtään, 0", "0"),
    ],
)
def test_a_number_that_misses_its_target_is_found(indicator: str, outcome: str, found: str) -> None:
    assert [str(miss.found) for miss in misses(targets(indicator), outcome)] == [found]


@pytest.mark.parametrize(
    ("indicator", "outcome"),
    [
        ("väh. 3,5/5", "3,5/5"),
        ("väh. 3,5/5", "Vastauksia saatiin 120 kpl."),
        ("väh. 3,5/5", "Palaute 3,2 keväällä ja 3,9 syksyllä."),
        ("3 kpl", "Kampanjoita 2 ja tapahtumia 5."),
        ("3–4/kk", "Yhteensä 40 artikkelia."),
        ("vähintään 10 %:n nousu", "Seuraajia on 12 % asukkaista."),
        ("vähintään 10 %:n nousu", "Seuranta kasvoi 11 %."),
        ("vähintään 10 %:n nousu", "Seuraajia 2 500."),
        ("Asiakastyytyväisyys 90 %", "85 %"),
        ("Kustannukset 10 000 €", "9 000 €"),
        ("sairauspoissaolot enintään 4 %", "3,9 %"),
    ],
)
def test_nothing_is_said_where_the_target_is_met_or_the_number_may_mean_something_else(
    indicator: str, outcome: str
) -> None:
    assert misses(targets(indicator), outcome) == ()
