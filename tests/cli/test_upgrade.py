"""`tpxl upgrade`: what it prints, writes and answers."""

import json
from pathlib import Path

import pytest
from tests.old_macros import old_master, read_parts

from tpxl.cli import main
from tpxl.shipped import master


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return old_master(tmp_path / "vanha.xlsm")


def test_the_old_book_is_kept_beside_and_a_second_run_changes_nothing(
    old: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = old.read_bytes()
    assert main(["upgrade", str(old)]) == 0
    assert "makrot vaihdettiin" in capsys.readouterr().out
    (backup,) = old.parent.glob("*varmuuskopio*")
    assert backup.read_bytes() == before
    assert read_parts(old) == read_parts(master())
    after = old.read_bytes()
    assert main(["upgrade", str(old)]) == 0
    assert "Mitään ei muutettu" in capsys.readouterr().out
    assert old.read_bytes() == after
    assert [*old.parent.glob("*varmuuskopio*")] == [backup]


def test_a_dry_run_writes_nothing(old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = old.read_bytes()
    assert main(["upgrade", "--dry-run", "--lang", "en", str(old)]) == 0
    assert "would be replaced" in capsys.readouterr().out
    assert old.read_bytes() == before
    assert [*old.parent.iterdir()] == [old]


def test_json_says_what_went_and_came(old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["upgrade", "--json", "--no-backup", str(old), str(master())]) == 0
    first, second = json.loads(capsys.readouterr().out)
    assert first["version"] == second["version"] == 1
    assert (first["changed"], second["changed"]) == (True, False)
    assert first["gone"][0] == "tpxl_buttons"
    assert "tpxl_python" in first["come"]
    assert second["gone"] == second["come"] == []
    assert [*old.parent.iterdir()] == [old]


def test_a_refusal_is_one_line_and_the_other_books_are_done(
    old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = old_master(tmp_path / "muu.xlsm", [])
    assert main(["upgrade", str(other), str(old)]) == 2
    told = capsys.readouterr()
    assert told.err.count("\n") == 1
    assert "eivät ole tpxl:n" in told.err
    assert "makrot vaihdettiin" in told.out
