import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpxl.terms import fold
from tpxl.terms.folding import raised, without_note
from tpxl.terms.lines import line_of
from tpxl.terms.periods import kind_of, period_of, year_of
from tpxl.terms.sections import section_of
from tpxl.terms.settings import setting_of

MARKS = st.sampled_from(["1", "2)", "12", "a"]).map(raised)


@given(MARKS, st.sampled_from(["", " ", ":", " *"]))
def test_a_raised_mark_is_no_part_of_a_word(mark: str, end: str) -> None:
    for word, read in (
        ("Toimintamenot", line_of),
        ("TP 2025", period_of),
        ("TA", kind_of),
        ("2025", year_of),
        ("6. Talouden tunnusluvut", section_of),
        ("Asukasluku", setting_of),
    ):
        assert read(word + mark + end) == read(word + end), word


@pytest.mark.parametrize("text", ["²", "m² ja m³ yhteensä", "", "a"])
def test_a_mark_within_a_text_or_alone_stays(text: str) -> None:
    assert without_note(text) == text


def test_only_the_mark_is_left_out() -> None:
    assert fold("Satama ¹ᵃ") == "satama ¹ᵃ"
    assert fold("12⁽¹⁾*") == "12*"
