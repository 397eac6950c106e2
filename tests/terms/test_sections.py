import pytest

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


def test_a_heading_in_swedish_opens_its_section() -> None:
    assert section_of("8. Intern kontroll och riskhantering") == 8
