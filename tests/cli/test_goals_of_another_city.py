"""A city with other sections and focus areas: its own schema, and broken ones; huge cells."""

import json
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from tpxl.cli import main
from tpxl.schemas import goals_schema

FOCUS_AREAS = ("SIVISTYS", "ELINVOIMA", "LUONTO", "TURVA", "TALOUS", "OSALLISUUS")
HEADER = ("Tavoite", "Toimenpiteet", "Mittarit", "TP 2025")
FIGURES: tuple[Sequence[object], ...] = (
    ("6. Talouden tunnusluvut",),
    ("", "TP 2024", "TA 2025", "TP 2025"),
    ("Toimintamenot", -200, -210, -220),
    ("Toimintatulot", 100, 110, 120),
    (),
)
MANY = 10_000_000


def goals_of(focus: str, count: int) -> list[Sequence[object]]:
    texts = (
        (f"{n}.", f"{focus} paranee {n}", f"Ohje {n}", "Palaute", f"Tehtiin {focus} {n}.")
        for n in range(1, count + 1)
    )
    return [(), ("", focus), ("", *HEADER), *texts]


def written(path: Path, rows: Sequence[Sequence[object]], schema: str | None = None) -> Path:
    """Write a book of one area, with the settings."""
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet("Tekniset")
        for row, values in enumerate((*FIGURES, *rows)):
            sheet.write_row(row, 0, values)
        settings = workbook.add_worksheet("Perustiedot")
        settings.write_row(0, 0, ["Menojen etumerkki", "negatiivinen"])
        if schema is not None:
            settings.write_row(1, 0, ["Tavoiteskeema", schema])
    return path


def city_rows(last: int = 2) -> list[Sequence[object]]:
    """Return six focus areas of two goals, `last` in the last one, and the staff's section."""
    rows: list[Sequence[object]] = [("3. Kuntastrategian painopisteistä johdetut tavoitteet",)]
    for focus in FOCUS_AREAS:
        rows += goals_of(focus, last if focus == FOCUS_AREAS[-1] else 2)
    staff = ("", "Jaksaminen paranee", "Kysely", "Palaute", "Kysely tehtiin.")
    return [*rows, (), ("9. Henkilöstötavoitteet",), ("", "Henkilöstötavoite", *HEADER[1:]), staff]


def city_schema() -> str:
    """Return the shipped schema as a city makes its own: six focus areas, two sections."""
    schema = json.loads(goals_schema())
    sections = schema["properties"]["sections"]
    sections["required"] = ["3", "9"]
    sections["properties"] = {name: sections["properties"][name] for name in "39"}
    areas = sections["properties"]["3"]["properties"]["focus_areas"]
    areas["required"] = list(FOCUS_AREAS)
    areas["properties"] = {name: {"$ref": "#/$defs/goals_of_a_focus_area"} for name in FOCUS_AREAS}
    schema["$defs"]["goals_of_a_focus_area"].update(minItems=2, maxItems=2)
    return json.dumps(schema)


def goal_findings(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> list[tuple[str, str, str]]:
    assert main(["check", "--json", *words]) in {0, 1}
    said: dict[str, Any] = json.loads(capsys.readouterr().out)
    found = (one for one in said["findings"] if one["code"].startswith("goal"))
    return [(one["code"], one["severity"], one["cell"]) for one in found]


def test_six_focus_areas_of_two_goals_by_a_file_given(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    schema = tmp_path / "oma.json"
    schema.write_text(city_schema(), encoding="utf-8")
    words = ["--schema", str(schema)]
    whole = written(tmp_path / "a.xlsx", city_rows())
    assert goal_findings([str(whole), *words], capsys) == []
    short = written(tmp_path / "b.xlsx", city_rows(last=1))
    assert goal_findings([str(short), *words], capsys) == [("goal_too_few", "error", "B33")]
    much = written(tmp_path / "c.xlsx", city_rows(last=3))
    assert goal_findings([str(much), *words], capsys) == [("goal_too_many", "error", "B37")]


def test_six_focus_areas_of_two_goals_by_a_file_named_in_the_settings(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "oma.json").write_text(city_schema(), encoding="utf-8")
    whole = written(tmp_path / "a.xlsx", city_rows(), "oma.json")
    assert goal_findings([str(whole)], capsys) == []
    short = written(tmp_path / "b.xlsx", city_rows(last=1), "oma.json")
    assert [code for code, *_ in goal_findings([str(short)], capsys)] == ["goal_too_few"]


def test_without_a_schema_of_its_own_the_same_city_has_one_warning_and_no_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = goal_findings([str(written(tmp_path / "a.xlsx", city_rows()))], capsys)
    assert [one[:2] for one in found] == [("goal_focus_areas_differ", "warning")]


@pytest.mark.parametrize("way", ["given", "named"])
@pytest.mark.parametrize(
    "text",
    [
        "{",
        "[]",
        "true",
        '{"type": "olio"}',
        '{"$ref": "#/$defs/puuttuu"}',
        '{"$ref": "https://example.org/x.json"}',
        '{"$dynamicRef": "#puuttuu"}',
        '{"minProperties": ' + "9" * 5000 + "}",
        None,
    ],
)
def test_a_broken_schema_is_one_plain_line(
    tmp_path: Path, way: str, text: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    schema = tmp_path / "oma.json"
    schema.mkdir() if text is None else schema.write_text(text, encoding="utf-8")
    book = written(tmp_path / "a.xlsx", city_rows(), "oma.json" if way == "named" else None)
    assert main(["check", str(book), *(["--schema", str(schema)] if way == "given" else [])]) == 2
    said = capsys.readouterr()
    (line,) = said.err.splitlines()
    assert str(schema) in line
    assert len(line) < len(str(schema)) + 250
    assert said.out == ""


def test_a_reference_through_a_list_is_followed_or_left(tmp_path: Path) -> None:
    schema = tmp_path / "oma.json"
    book = written(tmp_path / "a.xlsx", city_rows())
    areas = {"required": ["TURVA"], "propertyNames": {"enum": ["TURVA"]}}
    three = {"properties": {"focus_areas": {"$ref": "#/allOf/0"}}}
    schema.write_text(json.dumps({"allOf": [areas], "$defs": {"3": three}}), encoding="utf-8")
    assert main(["check", str(book), "--schema", str(schema)]) in {0, 1}


@pytest.mark.parametrize("column", range(4))
@pytest.mark.parametrize("piece", ["väh. 3 kpl ", "ja (\n"])
def test_ten_megabytes_in_a_cell_are_a_finding(
    tmp_path: Path, column: int, piece: str, capsys: pytest.CaptureFixture[str]
) -> None:
    texts = ["Jaksaminen", "Kysely", "Palaute", "Tehtiin."]
    texts[column] = "PITKÄ"
    rows = [("9. Henkilöstötavoitteet",), ("Henkilöstötavoite", *HEADER[1:]), texts]
    path = with_text(written(tmp_path / "a.xlsx", rows), "PITKÄ", piece * (MANY // len(piece)))
    found = goal_findings([str(path)], capsys)
    assert ("goal_too_long", "warning", f"{'ABCD'[column]}8") in found
    assert main(["goals", str(path)]) == 0
    assert len(capsys.readouterr().out) < 5000


def with_text(book: Path, mark: str, text: str) -> Path:
    """Return a copy of the book whose text `mark` is another, longer than a program writes."""
    changed = book.with_name("pitka.xlsx")
    with zipfile.ZipFile(book) as old, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name.endswith("sharedStrings.xml"):
                part = part.replace(mark.encode(), text.encode())
            new.writestr(name, part)
    return changed
