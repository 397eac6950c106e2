"""Open data, read back by other programs: a spreadsheet's own rules, and frictionless."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import frictionless
import pytest
from tests.grids import TableBook, TableGrid
from tests.jobs.export.test_content import ECONOMY, GOALS, HEAD, STAFF

from tpxl.books import open_book
from tpxl.cli import main
from tpxl.jobs.export.open_data import (
    GOAL_COLUMNS,
    BookData,
    book_data,
    figures_frame,
    goals_frame,
    worded,
    write_package,
)
from tpxl.jobs.export.summary import FOR_EXCEL, csv_of
from tpxl.layout import survey
from tpxl.shipped import master


def data(*lines: list[Any]) -> BookData:
    settings = TableGrid.of("Perustiedot", ["Kaupunki", "Kemijärvi"])
    book = TableBook.of(TableGrid.of("Katu", *HEAD, *lines), settings)
    return book_data(book, survey(book))


@pytest.fixture(scope="module")
def city() -> BookData:
    with open_book(master()) as book:
        return book_data(book, survey(book))


def for_excel(city: BookData, lang: str) -> list[list[str]]:
    table = worded(figures_frame([("k.xlsm", city)]), lang)
    content = csv_of(table, FOR_EXCEL)
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_the_form_for_excel_speaks_the_language_and_has_every_number_with_a_comma(
    city: BookData,
) -> None:
    head, *rows = for_excel(city, "fi")
    assert head[:6] == ["Vastuualue", "Luku", "Rivi", "Kausi", "Arvo", "Yksikkö"]
    assert len(rows) == len(city.figures)
    values = [None if not row[4] else float(row[4].replace(",", ".")) for row in rows]
    assert values == [one.value for one in city.figures]
    assert not any("." in row[4] for row in rows)
    assert {row[5] for row in rows} == {"€", "%", "€/asukas", "kpl"}
    assert not {one.line for one in city.figures} & {row[2] for row in rows}


@pytest.mark.parametrize(("lang", "area", "line"), [("sv", "Ansvarsområde", "Verksamhets")])
def test_headings_and_lines_are_in_the_language_asked_for(
    city: BookData, lang: str, area: str, line: str
) -> None:
    head, *rows = for_excel(city, lang)
    assert head[0] == area
    assert any(row[2].startswith(line) for row in rows)


def test_goals_are_a_table_with_the_place_of_each() -> None:
    table = goals_frame([("k.xlsm", data(*GOALS, *ECONOMY))])
    assert tuple(table.columns) == GOAL_COLUMNS
    assert len(table) == len(data(*GOALS, *ECONOMY).goals) >= 1
    assert set(table.sheet) == {"Katu"}
    assert all(table.cell)


def test_a_data_package_is_valid_and_says_whose_of_when_and_how_it_may_be_used(
    city: BookData, tmp_path: Path
) -> None:
    write_package([("kansio/k.xlsm", city)], tmp_path, "CC-BY-4.0", "fi")
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert report.valid, report.flatten(["type", "message"])
    assert report.stats["tasks"] == 2
    said = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    assert said["years"] == [2025]
    assert said["licenses"][0]["name"] == "CC-BY-4.0"
    assert said["contributors"] == [{"title": "Kemijärvi", "role": "publisher"}]
    fields = [one["name"] for one in said["resources"][0]["schema"]["fields"]]
    assert fields == list(figures_frame([("k", city)]).columns)


def test_the_package_of_two_books_parts_them_by_name_and_is_valid(tmp_path: Path) -> None:
    books = [(f"salainen/{name}.xlsm", data(*GOALS, *ECONOMY, [], *STAFF)) for name in "ab"]
    write_package(books, tmp_path, "CC0-1.0", "en")
    assert frictionless.validate(str(tmp_path / "datapackage.json")).valid
    assert "salainen" not in (tmp_path / "figures.csv").read_text(encoding="utf-8")


def test_the_same_book_makes_the_same_package(tmp_path: Path) -> None:
    for name in "ab":
        write_package([("k.xlsm", data(*ECONOMY))], tmp_path / name, "CC-BY-4.0", "fi")
    for path in (tmp_path / "a").iterdir():
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes()


def test_the_command_line_writes_each_form(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = str(master())
    assert main(["summary", book, "--out", str(tmp_path / "t.csv"), "--goals", "--excel"]) == 0
    assert main(["summary", book, "--out", str(tmp_path / "avoin"), "--package"]) == 0
    said = capsys.readouterr().out
    assert "33 tavoitetta" in said
    assert sorted(path.name for path in (tmp_path / "avoin").iterdir()) == [
        "datapackage.json",
        "figures.csv",
        "goals.csv",
    ]
    assert (tmp_path / "t.csv").read_bytes().startswith(b"\xef\xbb\xbf")
