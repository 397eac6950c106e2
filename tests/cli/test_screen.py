"""What a workbook's control characters may do to a screen: nothing."""

import json
import sys
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from tpxl.cli import main
from tpxl.cli.json_text import json_text
from tpxl.cli.screen import shown_safely, visible

HOSTILE = "\x1b[31m\x07\u202e\x9b"


@given(st.text())
def test_a_text_shown_has_no_control_character_and_keeps_its_letters(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert not [sign for sign in shown[1:] if sign < " " and sign not in "\n\t"]
    kept = [(one, other) for one, other in zip(text, shown, strict=True) if other != "\ufffd"]
    assert all(one == other for one, other in kept)


@given(st.text(st.characters(codec=None)))
def test_json_says_every_character_and_shows_none_that_is_hidden(text: str) -> None:
    said = json_text({"text": text})
    assert json.loads(said) == {"text": text}
    assert visible(said) == said


def test_nothing_of_a_cell_rewrites_the_screen(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "book.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Alue")
        sheet.write_row(0, 1, ["TP 2024", "TP 2025"])
        sheet.write_row(1, 0, ["Toimintamenot", -5, f"noin{HOSTILE} 5"])
        sheet.write_row(2, 0, ["Toimintatulot", 5, 5])
    assert main(["check", str(path)]) == 1
    out = capsys.readouterr().out
    assert "noin\ufffd[31m\ufffd\ufffd\ufffd 5" in out
    main(["check", str(path), "--json"])
    message = json.loads(capsys.readouterr().out)["findings"][0]["message"]
    assert f"noin{HOSTILE} 5" in message


def test_a_stream_that_is_not_there_stays_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    with shown_safely():
        assert sys.stderr is None
