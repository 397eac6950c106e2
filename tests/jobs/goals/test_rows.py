import json

from tests.goal_sheets import printed_goals
from tests.grids import TableBook, TableGrid
from tests.jobs.goals.books import book_of, goal, printed_book, whole_area

from tpxl.jobs.goals import goal_rows
from tpxl.layout import survey

KEYS = ["area", "section", "focus", "goal", "action", "indicator", "outcome", "cells"]


def test_the_33_rows_of_2025_come_out_as_printed() -> None:
    rows = list(goal_rows(survey(printed_book())))
    assert len(rows) == 33
    for row, printed in zip(rows, printed_goals(), strict=True):
        assert list(row) == KEYS
        assert {key: row[key] for key in KEYS[:-1]} == {
            key: printed[key] or None for key in KEYS[:-1]
        }


def test_cells_tell_where_each_text_is_and_where_an_empty_one_belongs() -> None:
    rows = list(goal_rows(survey(book_of(whole_area(focus0=("A", "B", "C", ""))))))
    assert rows[0]["outcome"] is None
    assert rows[0]["cells"] == {
        "focus": "B9",
        "goal": "B11",
        "action": "C11",
        "indicator": "D11",
        "outcome": "E11",
    }
    assert rows[5]["cells"].keys() == {"goal", "action", "indicator", "outcome"}


def test_a_text_of_several_lines_comes_on_one() -> None:
    rows = goal_rows(survey(book_of(whole_area(s4=goal("A", "Ohje\n julkaistiin.\u00a0Hyvä.")))))
    assert json.loads(json.dumps(list(rows)))[5]["outcome"] == "Ohje julkaistiin. Hyvä."


def test_a_book_without_goals_has_no_rows() -> None:
    grid = TableGrid.of(
        "A", ["", "TP 2024", "TP 2025"], ["Toimintamenot", -1, -2], ["Toimintatulot", 1, 2]
    )
    assert list(goal_rows(survey(TableBook.of(grid)))) == []
