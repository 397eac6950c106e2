import pytest

from tpxl.terms.allocation import (
    AllocationWord,
    allocation_word,
    area_line,
    is_cents,
    is_fixed,
    is_known,
    is_note,
    named_after_colon,
    names_pool,
)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Osuus, %:", AllocationWord.SHARE),
        ("OSUUS\u00a0%", AllocationWord.SHARE),
        ("Osuus €", AllocationWord.ALLOCATED),
        ("Vyörytetyt kustannukset", AllocationWord.ALLOCATED),
        ("Kiinteä osuus-%", AllocationWord.FIXED_SHARE),
        ("Toimintavolyymi", AllocationWord.DRIVER),
        ("Andel, %", AllocationWord.SHARE),
        ("Total", AllocationWord.TOTAL),
        ("Asuminen ja ympäristö", None),
        ("Yhteensä " * 20, None),
    ],
)
def test_a_word_is_known_however_it_is_spelled(text: str, word: AllocationWord | None) -> None:
    assert allocation_word(text) is word


@pytest.mark.parametrize(
    "text",
    [
        "Vyörytettävä erä",
        "Vyörytettävä erä: Johtamisen kustannukset (lautakunta, toimialajohto)",
        "Johtamisen kustannukset €",
        "Mihin",
        "Osuus johtamisen kustannuksista %",
        "Vyörytetyt kustannukset €",
        "TA 2025: 54,0 % johtamisen kustannuksista on tällä alueella.",
    ],
)
def test_an_anchor_leads_to_a_table(text: str) -> None:
    assert is_known(text)


@pytest.mark.parametrize(
    "text",
    ["Osuus %", "Yhteensä", "Toimintamenot", "Kausi", "", "kustannuksista säästettiin vuonna 2025"],
)
def test_a_common_word_leads_nowhere_by_itself(text: str) -> None:
    assert not is_known(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Osuus hallinnon kustannuksista, %", (AllocationWord.SHARE, "hallinnonkustannuksista")),
        ("Johtamisen kustannuksista %", (AllocationWord.SHARE, "johtamisenkustannuksista")),
        ("Share of management costs %", (AllocationWord.SHARE, "managementcosts")),
        ("Andel av kostnader för ledning %", (AllocationWord.SHARE, "kostnaderförledning")),
        ("Vyörytetyt kustannukset: Tietohallinto €", (AllocationWord.ALLOCATED, "tietohallinto")),
        ("Toimintamenot", None),
    ],
)
def test_an_area_line_says_what_it_shows_and_of_which_pool(
    text: str, line: tuple[AllocationWord, str] | None
) -> None:
    assert area_line(text) == line


def test_a_colon_gives_a_name_only_to_what_takes_one() -> None:
    assert named_after_colon("Vyörytettävä erä: Tietohallinto") == (
        AllocationWord.POOL,
        "Tietohallinto",
    )
    assert named_after_colon("Yhteensä: 100") is None
    assert named_after_colon("Vyörytettävä erä:") is None


def test_a_pool_may_be_called_by_its_costs() -> None:
    assert names_pool("Johtamisen kustannukset (lautakunta)")
    assert not names_pool("Osuus johtamisen kustannuksista")


def test_a_note_is_a_sentence_with_a_per_cent_of_costs() -> None:
    assert is_note("TA 2025: toimintamenoissa on 8,4 % johtamisen kustannuksista.")
    assert not is_note("Kustannuksista 8,4 % on palkkoja ja loput ostoja.")
    assert not is_note("x" * 700 + " % kustannuksista")


def test_agreed_shares_and_cents_are_words() -> None:
    assert is_fixed("Kiinteät osuudet")
    assert not is_fixed("Toimintavolyymi")
    assert is_cents("Sentti")
    assert not is_cents("euro")
