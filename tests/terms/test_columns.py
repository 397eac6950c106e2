import pytest

from tpxl.terms.columns import Mention, column_of, is_known


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Alkuperäinen TA", "original"),
        ("Alkup. TA 2025", "original"),
        ("TA 2025", "original"),
        ("Talousarvio", "original"),
        ("TA-muutokset", "changes"),
        ("Talousarvion muutokset 2025", "changes"),
        ("TA muutosten\njälkeen", "amended"),
        ("Muutettu TA 2025", "amended"),
        ("TA + muutokset 2025", "amended"),
        ("KS 2025+M", "amended_plan"),
        ("KS25+M", "amended_plan"),
        ("Käyttösuunnitelma ml. muutokset 2025", "amended_plan"),
        ("KS 2025", "plan"),
        ("KS 2025 muutokset", "changes"),
        ("TA 2025 + muutokset", "amended"),
        ("Talousarvio ml. muutokset 2025", "amended"),
        ("Toteuma", "actual"),
        ("Toteutuma 1.1.–31.12.2025", "actual"),
        ("Tilinpäätös 2025", "actual"),
        ("Ennuste 2025", "forecast"),
        ("TS 2026", "plan"),
        ("Poikkeama", "deviation"),
        ("POIKKEAMA (1 000 €)", "deviation"),
        ("Poikkeama TP 2025 / TA 2025", "deviation"),
        ("Poikkeama-%", "deviation_percent"),
        ("Toteuma-%", "used_percent"),
        ("Tot.-%", "used_percent"),
        ("Käyttö %", "used_percent"),
        ("Muutos €", "change"),
        ("Muutos, 1 000 €", "change"),
        ("Muutos %", "change_percent"),
        ("Muutos-% TP25/TP24", "change_percent"),
        ("%", "percent"),
        ("Budget efter ändringar", "amended"),
        ("Utfall %", "used_percent"),
        ("Avvikelse", "deviation"),
        ("Förändring %", "change_percent"),
        ("Original budget", "original"),
        ("% of budget", "used_percent"),
    ],
)
def test_a_heading_tells_its_columns_role(text: str, role: str) -> None:
    word = column_of(text)
    assert word is not None
    assert word.role == role


@pytest.mark.parametrize(
    "text", ["Tavoite", "Toimintatulot", "Vuosi 2025", "Uusi koulu", "", "Muutos " * 20]
)
def test_other_texts_are_no_headings(text: str) -> None:
    assert column_of(text) is None
    assert not is_known(text)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Alkuperäinen TA 2025", ("TA", 2025)),
        ("TA muutosten jälkeen 2025", ("TA+M", 2025)),
        ("Toteuma 31.12.2025", ("TP", 2025)),
        ("Toteuma 1-12/2025", ("TP", 2025)),
        ("TP 24", ("TP", 2024)),
        ("Toteuma", None),
        ("Toteuma 1-8/2025", None),
        ("Toteuma 30.6.2025", None),
        ("Muutos 2024-2025", None),
    ],
)
def test_an_amounts_heading_tells_its_period_where_it_is_a_whole_years(
    text: str, period: tuple[str, int] | None
) -> None:
    word = column_of(text)
    assert word is not None
    assert word.period == period


def test_a_change_names_the_periods_it_compares() -> None:
    word = column_of("Muutos % 2024/2025")
    assert word is not None
    assert word.mentions == (Mention(None, 2024), Mention(None, 2025))


@pytest.mark.parametrize("heading", ["Muutos-% 24-25", "Muutos % 24/25", "Muutos, % 24–25"])
def test_two_short_years_are_the_years_of_a_change(heading: str) -> None:
    found = column_of(heading)
    assert found is not None
    assert (found.role, [one.year for one in found.mentions]) == ("change_percent", [2024, 2025])


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Muutos-% 25/24", [2025, 2024]),
        ("Muutos % 24-25", [2024, 2025]),
        ("Muutos-% 1-8/2025–1-8/2026", [2025, 2026]),
        ("Muutos % 31.8.2025 - 31.8.2026", [2025, 2026]),
        ("Toteuma 31.8.2026", [2026]),
        ("Tot-% 31.8.", []),
    ],
)
def test_a_heading_names_the_years_of_its_dates_and_short_years(
    text: str, years: list[int]
) -> None:
    word = column_of(text)
    assert word is not None
    assert [mention.year for mention in word.mentions] == years


@pytest.mark.parametrize(
    "text",
    [
        "Muutos KV 12.5.2025",
        "TA-muutos II",
        "Lisätalousarvio 1",
        "I lisätalousarvio",
        "TA-muutokset KV 15.6.2025 § 45",
        "Talousarviomuutos kvalt 12.5.",
        "Ändringar fge 12.5.2025",
    ],
)
def test_a_change_that_was_decided_is_one_of_the_budget(text: str) -> None:
    word = column_of(text)
    assert word is not None
    assert word.role == "changes"


@pytest.mark.parametrize("text", ["Muutos 2", "KV 12.5.2025", "Muutos % KV", "§ 45", "II"])
def test_other_words_beside_a_decision_are_no_change_of_the_budget(text: str) -> None:
    word = column_of(text)
    assert word is None or word.role != "changes"
