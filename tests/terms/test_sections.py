import pytest

from tpxl.terms import known
from tpxl.terms.sections import is_known, section_of

PRINTED = {
    "1. Toiminta-ajatus ": 1,
    "2. Toimintaympäristö ja sen muutokset taloussuunnitelmakautena": 2,
    "3. Kaupunkistrategian 2025-2030 painopisteistä johdetut toiminnalliset tavoitteet  \n"
    "(5 painopistettä, jokaisesta yksi tavoite)": 3,
    "4. Muut toiminnan painopistealueet ja tavoitteet (sisältää myös kuntalaisten \n"
    "hyvinvoinnin edistämisen)": 4,
    "5. Vuoden 2025 tuottavuustoimenpiteet ja -hankkeet": 5,
    "6. Talouden tunnusluvut": 6,
    "7. Toiminnan tunnusluvut": 7,
    "8. Sisäinen valvonta ja riskienhallinta": 8,
    "9. Henkilöstötavoitteet, -suunnitelma ja resurssien käyttö": 9,
}


@pytest.mark.parametrize(("heading", "section"), PRINTED.items())
def test_the_report_s_headings_open_their_sections(heading: str, section: int) -> None:
    assert section_of(heading) == section


@pytest.mark.parametrize(("heading", "section"), PRINTED.items())
def test_case_number_and_spaces_do_not_matter(heading: str, section: int) -> None:
    assert section_of(heading.upper().replace(" ", "\u00a0")) == section
    assert section_of(heading[3:].split("(", maxsplit=1)[0]) == section


@pytest.mark.parametrize(
    "text",
    [
        "1. Uuden organisaation hallittu haltuunotto",
        "Toiminnan seuranta",
        "Sisäinen valvonta toteutui vuonna 2025 suunnitelman mukaan.",
        "Tavoite",
        "TP 2025",
        "6",
        "",
        "Talouden tunnusluvut " * 20,
    ],
)
def test_goals_and_prose_are_no_headings(text: str) -> None:
    assert not is_known(text)


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("3. Kaupunkistrategian tavoitteet", 3),
        ("Kuntastrategian toiminnalliset tavoitteet", 3),
        ("3. Kuntastrategiasta johdetut tavoitteet 2025", 3),
        ("LUKU 3. STRATEGISET TAVOITTEET", 3),
        ("3.1 Kaupunkistrategian painopisteistä johdetut tavoitteet", 3),
        ("TOIMINNALLISET TAVOITTEET 2025", 3),
        ("3. Sitovat toiminnalliset tavoitteet", 3),
        ("3. Mål härledda ur stadsstrategins tyngdpunkter", 3),
        ("3. Goals derived from the city strategy", 3),
        ("4. Muut keskeiset tavoitteet", 4),
        ("4) Muut painopisteet ja tavoitteet", 4),
        ("4. Övriga tyngdpunktsområden och mål", 4),
        ("5. Tuottavuustavoitteet", 5),
        ("8. Riskienhallinta ja sisäinen valvonta", 8),
        ("8. Risk management", 8),
        ("9. Henkilöstösuunnitelma ja -tavoitteet", 9),
        ("9. Mål för personalen", 9),
    ],
)
def test_other_cities_headings_open_the_same_sections(heading: str, section: int) -> None:
    assert section_of(heading) == section
    assert known.is_known(heading)


@pytest.mark.parametrize(
    "text",
    [
        "2. Strategian tavoitteet tutuiksi",
        "Kaupunkistrategian tavoitteet ohjaavat työtä",
        "3. Riskienhallinta kuntoon",
        "1. Muut palvelut ja tavoitteet selkeiksi",
        "Henkilöstö",
        "1. Henkilöstön työhyvinvointi paranee",
    ],
)
def test_a_goal_with_a_heading_s_words_is_none(text: str) -> None:
    assert section_of(text) is None


def test_a_heading_in_swedish_opens_its_section() -> None:
    assert section_of("8. Intern kontroll och riskhantering") == 8
