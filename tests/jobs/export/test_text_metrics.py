from hypothesis import given
from hypothesis import strategies as st

from tpxl.jobs.export.text_metrics import text_width, wrapped


def test_a_text_is_broken_between_words() -> None:
    lines = wrapped("yksi kaksi kolme neljä", 80, 11)
    assert len(lines) == 2
    assert " ".join(lines) == "yksi kaksi kolme neljä"


def test_a_word_too_long_is_broken_within() -> None:
    assert len(wrapped("a" * 100, 100, 11)) > 5


def test_bold_and_large_letters_take_more_room() -> None:
    assert text_width("Toimintakate", 11, bold=True) > text_width("Toimintakate", 11)
    assert text_width("Toimintakate", 22) > 1.9 * text_width("Toimintakate", 11)


@given(st.text(alphabet="ab ä\n", max_size=200), st.integers(20, 300))
def test_lines_are_the_text_piece_by_piece(text: str, room: int) -> None:
    lines = wrapped(text, room, 11)
    at = 0
    for line in lines:
        at = text.index(line, at) + len(line)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "").replace("\n", "")
