import string

import pytest

from tpxl.errors import TpxlError
from tpxl.messages import LANGUAGES, catalogue, sentence

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
    assert set(catalogue("fi")._fields) == {*PARTS, "lang", "decimal_mark"}


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
