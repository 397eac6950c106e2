"""A reason outlives a change of words, and no change of what was found."""

from collections.abc import Mapping

import pytest

from tpxl.jobs.journal.alike import with_explanations
from tpxl.messages import LANGUAGES, former_phrases, phrase
from tpxl.model import Finding, Severity
from tpxl.model.journal import FindingsJournal, JournalRow
from tpxl.terms.journal import CELL, MESSAGE, REASON, RULE, SHEET

RULES = {"fi": "Tavoitteet", "sv": "Mål", "en": "Goals"}
COLUMNS: Mapping[str, int] = {SHEET: 1, CELL: 2, RULE: 3, MESSAGE: 4, REASON: 5}


def outcome(goal: str) -> Finding:
    facts = {"section": "3", "focus": "", "goal": goal}
    return Finding(
        "goal_outcome_missing", Severity.ERROR, area="A", sheet="A", cell="G14", facts=facts
    )


def explained(written: str, lang: str, finding: Finding) -> bool:
    said = {SHEET: "A", CELL: "G14", RULE: RULES[lang], MESSAGE: written}
    journal = FindingsJournal("Tarkistus", 1, COLUMNS, lang, (JournalRow(2, said, {5: "syy"}),))
    (told,) = with_explanations(journal, [finding])
    return told.explanation is not None


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_reason_beside_the_words_of_an_earlier_version_holds(lang: str) -> None:
    finding = outcome("Palvelu paranee")
    earlier = set(former_phrases(finding, lang)) - {phrase(finding, lang)}
    assert earlier
    assert all(explained(written, lang, finding) for written in earlier)
    assert explained(phrase(finding, lang), lang, finding)


UNNAMED = ("unread_column", "unread_row", "unread_row_lacking", "unread_table")


@pytest.mark.parametrize("code", UNNAMED)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_has_no_name_was_told_with_an_empty_one(lang: str, code: str) -> None:
    facts = {"text": "", "labels": (), "count": 3}
    finding = Finding(code, Severity.UNVERIFIABLE, area="A", sheet="A", cell="B6", facts=facts)
    (earlier,) = set(former_phrases(finding, lang)) - {phrase(finding, lang)}
    assert '""' in earlier or "()" in earlier


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_reason_about_another_goal_does_not_hold(lang: str) -> None:
    for written in former_phrases(outcome("Palvelu paranee"), lang):
        assert not explained(written, lang, outcome("Kulut laskevat"))


def test_what_was_said_is_told_word_by_word() -> None:
    (written,) = former_phrases(outcome("Palvelu paranee"), "fi")
    assert written == (
        'A, luku 3: tavoitteen "Palvelu paranee" toteuma puuttuu. Raportissa on kerrottava, miten '
        "tavoite toteutui (kuntalaki 115 §). Kirjoita toteuma soluun G14."
    )
