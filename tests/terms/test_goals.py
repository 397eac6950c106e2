import pytest

from tpxl.terms.goals import _WORDS, LONGEST, Column, header_word, heads_goals, is_known


@pytest.mark.parametrize(
    ("text", "column", "section"),
    [
        ("Tavoite", Column.GOAL, None),
        ("TAVOITTEET 2025", Column.GOAL, None),
        ("Vuoden 2025 tavoite", Column.GOAL, None),
        ("Tehtävä/\nTavoite", Column.GOAL, 8),
        ("Henkilöstötavoite:", Column.GOAL, 9),
        ("Tuottavuustoimenpide/Hanke", Column.GOAL, 5),
        ("Toimen\u00adpiteet", Column.ACTION, None),
        ("Toimenpide/Vastuutaho", Column.ACTION, None),
        ("Mittarit/Arviointi", Column.INDICATOR, None),
        ("Mittari (mitä mitataan)", Column.INDICATOR, None),
        ("Toteuma 31.12.2025", Column.OUTCOME, None),
        ("Toteutuma", Column.OUTCOME, None),
        ("Toteuma 12/2025", Column.OUTCOME, None),
        ("Toteuma 1–12/2025", Column.OUTCOME, None),
        ("Toteuma 1.1.–31.12.2025", Column.OUTCOME, None),
        ("Tilanne 31.12.", Column.OUTCOME, None),
        ("Tavoitteen toteutuminen ja arviointi", Column.OUTCOME, None),
        ("Toimenpiteet ja vastuutaho", Column.ACTION, None),
        ("Valtuuston tavoitteet", Column.GOAL, None),
        ("Bokslut 2025", Column.OUTCOME, None),
        ("Mål", Column.GOAL, None),
        ("Åtgärder", Column.ACTION, None),
        ("Indicators", Column.INDICATOR, None),
        ("Strateginen painopiste", Column.FOCUS, None),
    ],
)
def test_a_header_is_known_in_its_variants(text: str, column: Column, section: int | None) -> None:
    word = header_word(text)
    assert word is not None
    assert word.columns[0] is column
    assert word.section == section


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("TP 2025", 2025),
        ("TP2025", 2025),
        ("TP25", 2025),
        ("Toteuma (31.12.2024)", 2024),
        ("Utfall år 2023", 2023),
        ("Vuoden 2025 toteuma", 2025),
        ("Toteuma", None),
    ],
)
def test_an_outcome_s_header_tells_its_year(text: str, year: int | None) -> None:
    word = header_word(text)
    assert word is not None
    assert word.year == year


@pytest.mark.parametrize(
    "text",
    ["", "Toimintamenot", "Tavoitteena on sujuva arki", "TA 2025", "2025", "Tavoite" * LONGEST],
)
def test_what_heads_no_goal_table_is_not_known(text: str) -> None:
    assert not is_known(text)


def test_every_word_of_the_goals_own_column_heads_goals() -> None:
    for (columns, _), words in _WORDS.items():
        for word in words.split(", "):
            assert heads_goals(word.upper()) == (Column.GOAL in columns), word
