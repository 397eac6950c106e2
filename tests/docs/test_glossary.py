"""docs/glossary.md has the words of the lexicon and of the code."""

import pytest
from tests.docs.pages import first_words, page, rows, section

from tpxl.messages import catalogue
from tpxl.model import Measure, Period, PeriodKind
from tpxl.terms.lines import LABELS, line_of
from tpxl.terms.periods import period_of

GLOSSARY = page("glossary.md")


def test_every_line_of_the_figures_tables_is_there() -> None:
    assert first_words(section(GLOSSARY, "Lines")) == list(LABELS)


@pytest.mark.parametrize(("code", "labels"), [row[:2] for row in rows(section(GLOSSARY, "Lines"))])
def test_a_line_s_words_are_read_as_that_line(code: str, labels: str) -> None:
    for label in labels.split(", "):
        assert line_of(label) == (code.strip("`"), "")


def test_every_measure_is_there() -> None:
    told = first_words(section(GLOSSARY, "Measures"))
    assert told == [measure.value for measure in Measure if measure is not Measure.AMOUNT]
    assert {"", *told} == set(catalogue("fi").measures)


def test_every_kind_of_period_is_there_with_what_it_is_compared_with() -> None:
    told = rows(section(GLOSSARY, "Periods"))
    assert [row[0].strip("`") for row in told] == [kind.name for kind in PeriodKind]
    for _, printed, _, bases in told:
        kind = PeriodKind(printed)
        assert period_of(f"{printed} 2025") == (kind.value, 2025)
        assert ", ".join(map(str, Period(kind, 2025).bases)) == bases
