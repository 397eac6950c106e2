import string

import pytest

from tpxl.errors import TpxlError
from tpxl.messages import LANGUAGES, catalogue, sentence

PARTS = ("findings", "errors", "causes", "texts", "lines", "measures", "severities")


def names_in(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


@pytest.mark.parametrize("lang", LANGUAGES[1:])
@pytest.mark.parametrize("part", PARTS)
def test_every_language_has_the_same_codes(lang: str, part: str) -> None:
    assert getattr(catalogue(lang), part).keys() == getattr(catalogue("fi"), part).keys()


@pytest.mark.parametrize("lang", LANGUAGES[1:])
@pytest.mark.parametrize("part", ["findings", "errors", "causes", "texts"])
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
