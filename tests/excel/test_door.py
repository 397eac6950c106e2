"""The door where there is no Excel to show a box in: the macro is told, in a file it named."""

import sys
from locale import getencoding
from pathlib import Path

import pytest

from tpxl.excel import buttons


@pytest.fixture(autouse=True)
def own_log(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "local"))


def test_what_cannot_be_shown_is_left_for_the_macro(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    told = tmp_path / "sanottavaa.txt"
    monkeypatch.setattr(sys, "argv", ["-c", "--wb=poissa.xlsm", f"--told={told}"])
    with pytest.raises(SystemExit, match="ei löytynyt avoimena"):
        buttons.tarkista()
    assert "ei löytynyt avoimena" in told.read_text(getencoding())


@pytest.mark.parametrize("more", [[], ["--told=/kansio/jota/ei/ole/sanottavaa.txt"]])
def test_without_a_file_to_leave_it_in_the_press_still_ends_with_its_sentence(
    monkeypatch: pytest.MonkeyPatch, more: list[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["-c", "--wb=poissa.xlsm", *more])
    with pytest.raises(SystemExit, match="ei löytynyt avoimena"):
        buttons.tarkista()
