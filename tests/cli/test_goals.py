import json
import shutil
from pathlib import Path

import pytest

from tpxl.cli import main
from tpxl.cli.goals import goal_lines
from tpxl.messages import LANGUAGES
from tpxl.shipped import master

KEYS = {"area", "section", "focus", "goal", "action", "indicator", "outcome", "cells"}


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return Path(shutil.copy(master(), tmp_path / master().name))


def test_the_goals_as_json_are_the_33_rows_of_the_contract(
    book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = book.read_bytes()
    assert main(["goals", str(book), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said.keys() == {"version", "book", "goals"}
    assert len(said["goals"]) == 33
    assert all(set(row) == KEYS for row in said["goals"])
    assert sum(row["outcome"] is None for row in said["goals"]) == 10
    assert [row["section"] for row in said["goals"]].count(3) == 15
    assert {row["section"] for row in said["goals"] if row["focus"] is not None} == {3}
    assert book.read_bytes() == before


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_goals_are_a_table_to_read(
    book: Path, lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["goals", str(book), "--lang", lang]) == 0
    said = capsys.readouterr().out
    assert "Työllisyyspalvelut" in said
    assert "[HYVÄ JA SUJUVA ARKI]" in said
    assert max(map(len, said.splitlines()[1:])) <= 120


def test_the_layout_shows_the_goal_tables(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["layout", str(book), "--json"]) == 0
    tables = json.loads(capsys.readouterr().out)["goals"]
    assert len(tables) == 27
    assert sum(table["goals"] for table in tables) == 33
    assert main(["layout", str(book)]) == 0
    assert "tavoitetaulukko, osio 8, 3 tavoitetta" in capsys.readouterr().out


def test_a_check_with_a_wrong_schema_is_one_plain_line_and_status_2(
    book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    schema = book.with_name("oma.json")
    schema.write_text('{"properties": {"sections": {"type": "olio"}}}', encoding="utf-8")
    assert main(["check", str(book), "--schema", str(schema)]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert "oma.json" in line
    assert "$.properties.sections.type" in line


def test_an_empty_outcome_and_a_long_one_are_shown_as_such() -> None:
    row = {"area": "A", "section": None, "focus": None, "goal": "G", "action": None}
    lines = list(goal_lines([{**row, "indicator": "M", "outcome": "sana " * 999}], "fi", 20))
    assert "Osio ei tiedossa" in lines[1]
    assert "(puuttuu)" in lines[4]
    assert lines[-1].endswith("…")
    assert max(map(len, lines)) <= 72


def test_a_book_without_goals_says_so() -> None:
    assert list(goal_lines([], "en", 80)) == ["No goal tables were found."]
