from itertools import chain

import pytest

from tpxl.terms import (
    allocation,
    column_roles,
    columns,
    goals,
    journal,
    lines,
    parts,
    periods,
    sections,
)
from tpxl.terms import settings as typed
from tpxl.terms.known import DOMAINS, domains_of, is_known

WORDS = [
    *chain.from_iterable(lines.LABELS.values()),
    *lines.CHANGE_WORDS,
    *lines.PER_RESIDENT_WORDS,
    *(f"{kind} 2025" for kinds in periods.KINDS.values() for kind in kinds),
    *typed.PERIOD,
    *typed.RESIDENTS,
    *typed.EXPENSES_SIGN,
    *typed.DECIMALS,
    *(f"{word}: Jokin" for word in typed.AREA),
    *chain.from_iterable(column_roles.WORDS.values()),
    *chain.from_iterable(parts.LABELS.values()),
    *(f"{number}. {word}" for number, words in sections.HEADINGS.items() for word in words),
    *(word for words in journal.FINDINGS.words["fi"].values() for word in words),
    "Tavoite",
    "Mittarit/Arviointi",
    "Vuoden 2025 toimenpiteet",
    "Johtamisen kustannukset",
    "Osuus johtamisen kustannuksista %",
    "Tukipalvelujen kustannuksista %",
]


@pytest.mark.parametrize("word", WORDS)
def test_first_letters_never_hide_a_word(word: str) -> None:
    spellings = (word, word.upper(), f"  {word}", word[:2] + "\u00ad" + word[2:])
    for spelling in spellings:
        domains = {domain for domain in DOMAINS if domain.is_known(spelling)}
        assert domains <= set(domains_of(spelling)), spelling
    assert is_known(word)


def test_every_domain_is_asked() -> None:
    assert {allocation, columns, goals, journal, lines, parts, periods, sections, typed} == set(
        DOMAINS
    )


def test_prose_is_no_word() -> None:
    assert not is_known("Katujen kunnossapito eteni")
