"""`tpxl area`: what it prints, writes and answers."""

import json
from pathlib import Path

import pytest
from tests.jobs.rollover.books import City, written

from tpxl.books import open_book
from tpxl.cli import main


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return written(tmp_path / "a.xlsx", City(1, areas=2))


def test_a_dry_run_shows_each_cell_and_writes_nothing(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = path.read_bytes()
    assert main(["area", "add", str(path), "Museo", "--dry-run"]) == 0
    told = capsys.readouterr().out
    assert "vastuualue Museo lisättäisiin (ei kirjoitettu)" in told
    assert "Yhteenveto: uusi rivi rivin 5 alle" in told
    assert "Museo!A1" in told
    assert "=Museo!B6" in told
    assert path.read_bytes() == before


def test_an_area_is_added_renamed_and_removed(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["area", "add", str(path), "Museo", "--like", "kirjasto"]) == 0
    assert main(["area", "rename", str(path), "Museo", "Museot ja arkisto"]) == 0
    with open_book(path) as book:
        assert book.sheets[:3] == ("Kirjasto", "Museot ja arkisto", "Vesihuolto")
    assert main(["area", "remove", str(path), "museot ja arkisto", "--no-backup"]) == 0
    assert "poistettiin" in capsys.readouterr().out
    assert len(list(path.parent.glob("**/*.xlsx"))) == 3


def test_as_json_rows_sheets_and_edits_are_told(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["area", "add", str(path), "Museo", "--json"])
    said = json.loads(capsys.readouterr().out)
    assert said["version"] == 1
    assert said["sheets"][:3] == ["Kirjasto", "Vesihuolto", "Museo"]
    assert {"sheet": "Yhteenveto", "first": 5, "last": 5} in said["rows"]
    assert {one["sheet"] for one in said["edits"]} == {"Museo", "Perustiedot", "Yhteenveto"}


@pytest.mark.parametrize(
    "words",
    [["add", "Museo", "Toinen"], ["rename", "Kirjasto"], ["remove", "Kirjasto", "--like", "Museo"]],
)
def test_words_that_make_no_wish_are_one_line(
    path: Path, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    action, *rest = words
    assert main(["area", action, str(path), *rest]) == 2
    assert "tpxl area rename" in capsys.readouterr().err
