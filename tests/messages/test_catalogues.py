import re
import string

import pytest

from tpxl.errors import TpxlError
from tpxl.messages import (
    LANGUAGES,
    catalogue,
    former_phrases,
    period_name,
    phrase,
    sentence,
)
from tpxl.messages.catalogue import former
from tpxl.model import Few, Finding, Period, PeriodKind, Severity
from tpxl.terms.periods import period_of

PARTS = ("findings", "errors", "causes", "texts", "lines", "measures", "severities", "unnamed")


def names_in(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


@pytest.mark.parametrize("lang", LANGUAGES[1:])
@pytest.mark.parametrize("part", PARTS)
def test_every_language_has_the_same_codes(lang: str, part: str) -> None:
    assert getattr(catalogue(lang), part).keys() == getattr(catalogue("fi"), part).keys()


@pytest.mark.parametrize("lang", LANGUAGES[1:])
@pytest.mark.parametrize("part", ["findings", "errors", "causes", "texts", "unnamed"])
def test_a_translation_uses_only_facts_that_the_finnish_one_has(lang: str, part: str) -> None:
    always = {"area", "sheet", "cell", "period", "line", "found", "expected", "related"}
    finnish = getattr(catalogue("fi"), part)
    for code, template in getattr(catalogue(lang), part).items():
        assert names_in(template) <= names_in(finnish[code]) | always, code


def test_every_part_of_a_catalogue_is_compared() -> None:
    assert set(catalogue("fi")._fields) == {*PARTS, "periods", "lang", "decimal_mark"}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", PeriodKind)
def test_what_a_period_is_called_is_read_as_that_period(lang: str, kind: PeriodKind) -> None:
    period = Period(kind, 2025)
    assert period_of(period_name(period, catalogue(lang))) == (kind.value, 2025)


def test_a_period_is_called_by_the_words_of_the_reader() -> None:
    finding = Finding(
        "margin", Severity.ERROR, area="Hamnen", sheet="Hamnen", cell="B4", period="TA+M 2025"
    )
    assert "BU+ä 2025" in phrase(finding, "sv")
    assert "TA+M 2025" in phrase(finding, "fi")
    assert [told for told in former_phrases(finding, "sv") if "TA+M 2025" in told]


def test_there_is_no_fourth_language() -> None:
    with pytest.raises(ValueError, match="no catalogue"):
        catalogue("de")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_error_is_one_line(lang: str) -> None:
    said = sentence(TpxlError("no_tables", book="kirja.xlsx"), lang)
    assert "kirja.xlsx" in said
    assert "\n" not in said


@pytest.mark.parametrize(("lang", "demand"), [("fi", "pitäisi"), ("sv", "borde"), ("en", "should")])
def test_a_rounding_between_figures_demands_nothing(lang: str, demand: str) -> None:
    told = {
        code: text
        for code, text in catalogue(lang).findings.items()
        if code.endswith("_rounding") and not code.startswith("allocation_")
    }
    assert told
    assert [code for code, text in told.items() if demand in text] == []


@pytest.mark.parametrize(("lang", "word"), [("fi", "painet"), ("sv", "tryckt"), ("en", "printed")])
def test_no_finding_calls_a_figure_printed(lang: str, word: str) -> None:
    words = catalogue(lang)
    texts = {**words.findings, **words.causes}
    assert [code for code, text in texts.items() if word in text.lower()] == []


LONGEST, UTMOST = 220, 400
LONGER: frozenset[str] = frozenset()
"""Sentences that may be longer, ten at most."""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_sentence_is_longer_than_a_person_reads_at_once(lang: str) -> None:
    words = catalogue(lang)
    longer = {
        code: len(text)
        for part in ("findings", "errors", "causes", "texts", "unnamed")
        for code, text in getattr(words, part).items()
        if len(text) > LONGEST
    }
    assert set(longer) <= LONGER
    assert len(LONGER) <= 10
    assert max(longer.values(), default=0) <= UTMOST


FORBIDDEN = {
    "fi": r"(?<!Tavoite)skeema|JSON|XML|DTD|pandas|pyarrow|pip |tavoitetaulu(?!k)|luku \{section\}"
    r"|aulukossa \{sheet|aulukon \{sheet|aulukko \{sheet|(?<!pivot)-taulu(?:kkoon|kossa)"
    r"|toisenmerk",
    "sv": r"(?<!Mål)schema|JSON|XML|DTD|pandas|pyarrow|pip |omkostnad|Väntat|tryckt tal"
    r"|får inte skrivas",
    "en": r"(?<!Goal )schema|JSON|XML|DTD|pandas|pyarrow|pip |Mend\b|stands twice"
    r"|(?<![Tt]here) is no (?!longer)",
}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_one_word_means_one_thing_and_none_is_the_programs_own(lang: str) -> None:
    words = catalogue(lang)
    found = [
        (code, text)
        for part in ("findings", "errors", "causes", "texts", "unnamed")
        for code, text in getattr(words, part).items()
        if re.search(FORBIDDEN[lang], _outside_braces(text))
    ]
    assert found == []


def _outside_braces(text: str) -> str:
    """Return a template without the names of its facts but those that tell what a word means."""
    return re.sub(r"\{(?!sheet|section)\w+\}", "{}", text.replace("$schema", ""))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_an_earlier_version_said_has_the_facts_of_today(lang: str) -> None:
    words = catalogue(lang)
    for version in former(lang):
        assert version.findings.keys() == words.findings.keys()
        assert (version.findings, version.periods) != (words.findings, words.periods)
        assert version.errors.keys() == words.errors.keys()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_names_of_many_are_told_as_some_and_others(lang: str) -> None:
    facts = {"place": ["TP 2024"], "ranges": Few(("A 1–2", "B 3–4"), 27), "all_ranges": []}
    told = phrase(Finding("residents_contradict", Severity.WARNING, facts=facts), lang)
    assert "A 1–2, B 3–4" in told
    assert " 27 " in told


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_said_of_a_report_names_no_cell_of_a_sheet(lang: str) -> None:
    said = {code: text for code, text in catalogue(lang).texts.items() if code[:7] == "report."}
    assert {"report.unreadable", "report.unread_row", "report.periods_exchanged"} <= said.keys()
    assert [code for code, text in said.items() if "{cell}" in text] == []
