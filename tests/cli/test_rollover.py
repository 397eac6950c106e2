"""`tpxl rollover`: what it prints, writes and answers."""

import json
import shutil
from pathlib import Path

import pytest
from tests.jobs.rollover.books import City, written

from tpxl.cli import main

MASTER = Path(__file__).parents[2] / "workbook" / "tilinpaatos_master.xlsm"


def test_the_new_book_is_written_and_what_to_look_at_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, out = tmp_path / "a.xlsm", tmp_path / "b.xlsm"
    shutil.copy(MASTER, path)
    assert main(["refresh", "--no-backup", str(path)]) == 1
    before = path.read_bytes()
    capsys.readouterr()
    assert main(["rollover", str(path), "--out", str(out)]) == 1
    told = capsys.readouterr().out
    assert "vuosi 2025 → 2026" in told
    assert "Pois jäävät TP 2023, TA 2024." in told
    assert "tarkista vuosi: 3. Kaupunkistrategian 2025–2030" in told
    assert f"Uusi työkirja: {out}" in told
    assert path.read_bytes() == before
    assert out.is_file()


def test_a_dry_run_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, out = written(tmp_path / "a.xlsx", City(1)), tmp_path / "b.xlsx"
    assert main(["rollover", str(path), "--out", str(out), "--dry-run", "--lang", "en"]) == 0
    assert "2025 → 2026 (not written)" in capsys.readouterr().out
    assert not out.exists()


def test_as_json_every_edit_says_why(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, out = written(tmp_path / "a.xlsx", City(1)), tmp_path / "b.xlsx"
    main(["rollover", str(path), "--out", str(out), "--json"])
    said = json.loads(capsys.readouterr().out)
    assert (said["version"], said["from"], said["to"]) == (1, 2025, 2026)
    assert said["fell_out"] == ["TP 2023", "TA 2024"]
    assert {edit["why"] for edit in said["edits"]} >= {"moved", "emptied", "heading", "outcome"}
    heading = next(edit for edit in said["edits"] if edit["why"] == "heading")
    assert (heading["old"], heading["new"]) == ("TP 2023", "TP 2024")


@pytest.mark.parametrize(
    ("out", "word"), [("a.xlsx", "jo olemassa"), ("b.xlsm", "päätteen on oltava .xlsx")]
)
def test_a_file_that_may_not_be_made_is_told_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], out: str, word: str
) -> None:
    path = written(tmp_path / "a.xlsx", City(1))
    assert main(["rollover", str(path), "--out", str(tmp_path / out)]) == 2
    told = capsys.readouterr().err
    assert word in told
    assert told.count("\n") == 1
