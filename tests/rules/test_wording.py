import pytest
from tests.goal_sheets import TEXTS, printed_goals

from tpxl.rules.wording import is_unfinished, placeholder


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
