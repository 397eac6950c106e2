from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpxl.errors import TpxlError
from tpxl.jobs.export.files import NAMELESS, beside_until_done, file_names


def name(area: str) -> str:
    return file_names([area])[0]


def test_finnish_and_swedish_letters_stay() -> None:
    assert name("Työllisyys, ÅÄÖ åäö") == "Työllisyys, ÅÄÖ åäö"


def test_a_decomposed_letter_is_the_same_name() -> None:
    assert file_names(["Ymparisto\u0308", "Ymparistö"]) == ("Ymparistö", "Ymparistö (2)")


@pytest.mark.parametrize(
    ("area", "expected"),
    [
        ("../x", "x"),
        ("..\\..\\x", "x"),
        ("/etc/passwd", "etc-passwd"),
        ("C:\\Windows", "C-Windows"),
        ("a/b", "a-b"),
        ("CON", "CON_"),
        ("con.txt", "con_.txt"),
        ("Lpt1", "Lpt1_"),
        ("COM¹", "COM¹_"),
        ("CONSUMPTION", "CONSUMPTION"),
        ("alue.", "alue"),
        ("  alue  \n toinen ", "alue toinen"),
        ("~$alue", "alue"),
        ("-rf", "rf"),
        ("", NAMELESS),
        ("///", NAMELESS),
        ("\ud800\x00\u202e", NAMELESS),
    ],
)
def test_hostile_names_become_plain_ones(area: str, expected: str) -> None:
    assert name(area) == expected


def test_areas_that_differ_in_case_only_get_files_of_their_own() -> None:
    assert file_names(["Alue", "ALUE", "alue"]) == ("Alue", "ALUE (2)", "alue (3)")


def test_a_number_that_an_area_bears_itself_is_not_given_away() -> None:
    assert file_names(["A", "A (2)", "A"]) == ("A", "A (2)", "A (3)")


def test_a_taken_name_is_left_alone() -> None:
    assert file_names(["Kaikki"], taken=["kaikki"]) == ("Kaikki (2)",)


def test_300_characters_are_cut_between_words() -> None:
    long = "sosiaali- ja terveyspalvelut " * 11
    assert len(name(long).encode()) <= 160
    assert long.startswith(name(long) + " ")
    assert len(name("ä" * 300)) == 80


@given(st.lists(st.text(), max_size=6))
def test_every_name_is_a_plain_file_in_the_folder_and_unlike_the_others(areas: list[str]) -> None:
    names = file_names(areas)
    assert len({one.casefold() for one in names}) == len(areas)
    for one in names:
        assert one
        assert one == one.strip(" .")
        assert (Path("folder") / one).parent == Path("folder")
        assert not set(one) & set('<>:"/\\|?*\n\r\t\x00')
        assert len(one.encode()) < 200


def test_files_that_wait_are_there_all_at_once_or_not_at_all(tmp_path: Path) -> None:
    files = {"a.xlsx": b"a", "b.csv": b"b"}

    def failing(named: dict[str, bytes]) -> None:
        with beside_until_done(tmp_path, named):
            assert not [name for name in named if (tmp_path / name).exists()]
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        failing(files)
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(TpxlError, match="export not written"):
        failing({**files, "ei/ole.xlsx": b"c"})
    assert list(tmp_path.iterdir()) == []
    with beside_until_done(tmp_path, files):
        pass
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == files
