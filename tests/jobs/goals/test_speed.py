"""Validating costs no more than finding the tables did; the validator is built once."""

import time
from pathlib import Path

import pytest
import xlsxwriter
from tests.jobs.goals.books import FIGURES, goal, rows_of, whole_area

from tpxl.books import open_book
from tpxl.jobs.goals import goal_findings, goal_rows, read_schema
from tpxl.layout import survey

SHEETS = 300


@pytest.mark.slow
def test_300_area_sheets_of_goals_are_validated_in_twice_the_time_of_reading_them(
    tmp_path: Path,
) -> None:
    path = tmp_path / "monta.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        for at in range(SHEETS):
            sheet = workbook.add_worksheet(f"Alue {at}")
            goals = whole_area(s5=[goal(f"{at}x{one}") for one in "abcd"])
            for row, values in enumerate([*FIGURES, *rows_of(goals)]):
                sheet.write_row(row, 0, [None if value == "" else value for value in values])
    read_schema()
    started = time.process_time()
    with open_book(path) as book:
        found = survey(book)
    read = time.process_time()
    assert list(goal_findings(found)) == []
    validated = time.process_time()
    assert sum(1 for _ in goal_rows(found)) == SHEETS * 12
    assert validated - read <= 2 * (read - started)  # measured 0.7
