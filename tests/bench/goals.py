"""A workbook of 300 area sheets of goals that the schema accepts, and a cell of megabytes."""

from pathlib import Path

import xlsxwriter
from tests.grids import TableBook
from tests.jobs.goals.books import FIGURES, book_of, goal, rows_of, whole_area

SHEETS = 300


def made(path: Path) -> Path:
    """Write the workbook; a sheet has twelve goals."""
    with xlsxwriter.Workbook(path) as workbook:
        for at in range(SHEETS):
            sheet = workbook.add_worksheet(f"Alue {at}")
            goals = whole_area(s5=[goal(f"{at}x{one}") for one in "abcd"])
            for row, values in enumerate([*FIGURES, *rows_of(goals)]):
                sheet.write_row(row, 0, [None if value == "" else value for value in values])
    return path


def long_texts(times: int) -> TableBook:
    """Return a book whose one goal has an outcome and an indicator of 11 bytes so many times."""
    return book_of(whole_area(s4=goal("A", "Ja 3,5/5 (x " * times, "väh. 3,5/5 " * times)))
