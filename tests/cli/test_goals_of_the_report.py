"""The goals of 2025 in the shipped master, by the command line, beside what another reader sees."""

import json
from collections.abc import Callable
from typing import Any

import openpyxl
import pytest
from tests.goal_sheets import FOCUS_AREAS, printed_goals

from tpxl.cli import main
from tpxl.shipped import master

Document = Callable[[str], list[dict[str, Any]]]


@pytest.fixture
def document(capsys: pytest.CaptureFixture[str]) -> Document:
    """Return what a command says of the master as JSON: its findings or its goals."""

    def of(command: str) -> list[dict[str, Any]]:
        assert main([command, str(master()), "--json"]) in {0, 1}
        said = json.loads(capsys.readouterr().out)
        part: list[dict[str, Any]] = said["goals" if command == "goals" else "findings"]
        return part

    return of


def of_goals(document: Document, severity: str) -> list[dict[str, Any]]:
    return [
        one
        for one in document("check")
        if one["code"].startswith("goal") and one["severity"] == severity
    ]


def test_the_only_errors_are_the_ten_empty_outcomes_at_their_cells(document: Document) -> None:
    errors = of_goals(document, "error")
    assert {one["code"] for one in errors} == {"goal_outcome_missing"}
    empty = {
        (row["area"], row["cells"]["outcome"])
        for row in document("goals")
        if row["outcome"] is None
    }
    assert {(one["area"], one["cell"]) for one in errors} == empty
    assert len(errors) == len(empty) == 10
    book = openpyxl.load_workbook(master())
    for one in errors:
        assert book[one["sheet"]][one["cell"]].value is None
        assert book[one["sheet"]][one["cell"]].column_letter == "G"
    assert {one["area"] for one in errors} == {"Työllisyyspalvelut"}


def test_one_warning_names_all_ten_goals_with_the_same_outcome(document: Document) -> None:
    warnings = of_goals(document, "warning")
    (same,) = (one for one in warnings if one["code"] == "goal_same_outcome")
    cells = [same["cell"], *(one["cell"] for one in same["related"])]
    assert len(set(cells)) == 10
    sheet = openpyxl.load_workbook(master())["Kaupunkimarkkinointi"]
    assert len({sheet[cell].value for cell in cells}) == 1
    assert all(cell in same["message"] for cell in cells)


def test_the_other_warnings_are_four_targets_without_a_number(document: Document) -> None:
    others = [one for one in of_goals(document, "warning") if one["code"] != "goal_same_outcome"]
    assert [one["code"] for one in others] == ["goal_target_unanswered"] * 4
    assert {one["area"] for one in others} == {"Kaupunkimarkkinointi"}
    outcomes = {
        row["cells"]["outcome"] for row in document("goals") if row["area"] == others[0]["area"]
    }
    assert {one["cell"] for one in others} <= outcomes


def test_every_row_has_its_section_and_focus_area_as_in_the_report(document: Document) -> None:
    rows = document("goals")
    assert len(rows) == 33
    told = [(row["area"], row["section"], row["focus"]) for row in rows]
    printed = [(row["area"], row["section"], row["focus"] or None) for row in printed_goals()]
    assert told == printed
    assert [row["outcome"] is None for row in rows] == [
        not row["outcome"] for row in printed_goals()
    ]


def test_every_area_has_the_five_focus_areas_in_order_and_its_cells_hold_the_texts(
    document: Document,
) -> None:
    rows = document("goals")
    book = openpyxl.load_workbook(master())
    for area in dict.fromkeys(row["area"] for row in rows):
        own = [row for row in rows if row["area"] == area]
        assert tuple(row["focus"] for row in own if row["section"] == 3) == FOCUS_AREAS
        assert {row["section"] for row in own} == {3, 4, 5, 8, 9}
        sheet = book[area]
        for row in own:
            for name in ("goal", "action", "indicator", "outcome"):
                typed = " ".join(str(sheet[row["cells"][name]].value or "").split())
                assert typed.lstrip("0123456789. ") == (row[name] or "")
