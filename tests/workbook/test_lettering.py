"""Lines of wrapped text are counted so that a row is never too low in print."""

import doctest

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from tpxl.master import lettering
from tpxl.shipped import font

WORDS = st.lists(st.text("aeiklmnostuyäö", min_size=1, max_size=12), min_size=1, max_size=40)


def test_the_examples_in_the_module_hold() -> None:
    assert doctest.testmod(lettering).failed == 0


def test_a_text_that_fits_takes_one_line_and_an_empty_one_too() -> None:
    assert lettering.line_count("Taloutta seurataan", 30) == 1
    assert lettering.line_count("", 30) == 1


def test_a_line_break_starts_a_line() -> None:
    assert lettering.line_count("Tavoite\nToinen", 30) == 2


def test_a_word_longer_than_its_column_goes_on_to_the_next_lines() -> None:
    assert lettering.line_count("m" * 60, 25) > 3


def test_merged_columns_have_the_room_of_them_all() -> None:
    text = "Ilmoitusjärjestelmän käyttö ja koulutus"
    assert lettering.line_count(text, 10, 10, 10) <= lettering.line_count(text, 15)


def test_widths_are_those_of_the_typeface() -> None:
    carlito = TTFont(font("Carlito-Regular.ttf"))
    names, widths = carlito.getBestCmap(), carlito["hmtx"]
    text = "Yhteistyö ja prosessit toimivat yritysten kanssa, väh. 3,5/5 ÄÖ€–"
    exact = sum(widths[names[ord(letter)]][0] for letter in text) / 2048 * 11 * 96 / 72
    assert lettering.text_pixels(text) == pytest.approx(exact, rel=0.02)


@given(WORDS)
def test_a_wider_column_never_needs_more_lines(words: list[str]) -> None:
    text = " ".join(words)
    assert lettering.line_count(text, 40) <= lettering.line_count(text, 25)
