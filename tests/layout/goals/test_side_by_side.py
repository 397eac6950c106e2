"""Goal tables in the same rows are read each in its own columns."""

from itertools import zip_longest
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests import cases
from tests.goal_sheets import located
from tests.grids import TableBook, TableGrid

from tpxl.books import open_book
from tpxl.jobs.check.check import check
from tpxl.jobs.export.choices import Choices
from tpxl.jobs.export.content import ReportSource, area_report
from tpxl.layout import survey
from tpxl.messages import catalogue
from tpxl.model import GoalTable, Value

Rows = list[list[Value]]
HEADER: list[Value] = ["Tavoite", "Toimenpide", "Mittari", "Toteuma"]
FOUR, NINE = "4. Muut tavoitteet", "9. Henkilöstötavoitteet"
EIGHT = "8. Sisäinen valvonta"


def goals(count: int, name: str = "Tavoite") -> Rows:
    return [
        [f"{name} {n} kasvaa", f"Teko {n}", f"väh. {n} kpl", f"{n} kpl"]
        for n in range(1, count + 1)
    ]


def beside(*tables: Rows, gap: int = 2) -> Rows:
    width = 4 + gap
    return [
        [cell for row in rows for cell in [*row, *[""] * (width - len(row))]]
        for rows in zip_longest(*tables, fillvalue=[])
    ]


def found(rows: Rows) -> tuple[GoalTable, ...]:
    return located(TableGrid.of("Kirjasto", *rows))


def told(tables: tuple[GoalTable, ...]) -> list[tuple[int | None, list[tuple[str | None, ...]]]]:
    return [
        (
            one.section,
            [(goal.goal, goal.action, goal.indicator, goal.outcome) for goal in one.goals],
        )
        for one in tables
    ]


def test_in_the_case_there_are_two_sections_three_goals_and_no_finding(tmp_path: Path) -> None:
    path = cases.written("08_goals_side_by_side", tmp_path / "kirja.xlsx")
    with open_book(path) as opened:
        assert check(opened).findings == ()
        surveyed = survey(opened)
        (own,) = surveyed.goals
        assert [(one.section, len(one.goals)) for one in own.tables] == [(4, 2), (9, 1)]
        assert [one.goals[0].outcome for one in own.tables] == ["Nousu oli 6,2 %", "8 pv"]
        choices = Choices.of(surveyed.settings, ",")
        source = ReportSource(opened, surveyed, choices, catalogue("fi"))
        report = area_report(surveyed.areas[0], source)
    printed = {one.number: one for one in report.sections}
    assert [len(printed[number].goals[0].rows) for number in (4, 9)] == [2, 1]
    assert all(not (one.notes or one.others or one.paragraphs) for one in printed.values())


@settings(max_examples=40, deadline=None)
@given(counts=st.lists(st.integers(1, 4), min_size=2, max_size=3), gap=st.integers(0, 2))
def test_tables_read_beside_each_other_as_under_each_other(counts: list[int], gap: int) -> None:
    tables: list[Rows] = [
        [[heading], HEADER, *goals(count, heading[3:6])]
        for heading, count in zip((FOUR, NINE, EIGHT), counts, strict=False)
    ]
    apart = [told(found(table)) for table in tables]
    assert told(found(beside(*tables, gap=gap))) == [one for table in apart for one in table]


def test_what_stands_above_and_below_over_all_columns_is_read_as_it_is_alone() -> None:
    pair = beside([[FOUR], HEADER, *goals(2)], [[NINE], HEADER, *goals(1)])
    above: Rows = [["5. Tuottavuustoimenpiteet"], HEADER, *goals(2, "Ylä")]
    below: Rows = [[EIGHT], HEADER, *goals(3, "Ala")]
    tables = found([*above, [], *pair, [], *below])
    assert [(one.section, len(one.goals)) for one in tables] == [(5, 2), (4, 2), (9, 1), (8, 3)]
    assert told(tables)[-1] == told(found(below))[0]


@settings(max_examples=40, deadline=None)
@given(down=st.integers(0, 4), left=st.integers(4, 7), right=st.integers(1, 7))
def test_headers_of_tables_beside_each_other_may_stand_in_different_rows(
    down: int, left: int, right: int
) -> None:
    tables: list[Rows] = [[[FOUR], HEADER, *goals(left)], [[NINE], HEADER, *goals(right, "Väki")]]
    lower: Rows = [*([] for _ in range(down)), *tables[1]]
    expected = [one for table in tables for one in told(found(table))]
    assert told(found(beside(tables[0], lower))) == expected
    assert sorted(told(found(beside(lower, tables[0])))) == sorted(expected)


def test_a_second_table_under_one_of_the_two_ends_that_one_alone() -> None:
    left: Rows = [[FOUR], HEADER, *goals(1), [], [EIGHT], HEADER, *goals(2, "Valvonta")]
    tables = found(beside(left, [[NINE], HEADER, *goals(9, "Väki")]))
    assert {one.section: len(one.goals) for one in tables} == {4: 1, 8: 2, 9: 9}


def test_a_heading_over_both_tables_is_that_of_both() -> None:
    tables = found([[FOUR], *beside([HEADER, *goals(1)], [HEADER, *goals(2)])])
    assert [(one.section, len(one.goals)) for one in tables] == [(4, 1), (4, 2)]


def test_numbers_in_a_column_of_their_own_go_with_their_table() -> None:
    numbered: Rows = [["Nro", *HEADER], *([f"{n}.", *row] for n, row in enumerate(goals(2), 1))]
    wide = [[*row, *[""] * (6 - len(row)), *row] for row in numbered]
    assert [[goal.number for goal in one.goals] for one in found(wide)] == [["1", "2"], ["1", "2"]]


@pytest.mark.parametrize(
    "header",
    [
        ["Tavoite", "Toimenpide", "Mittari", "Tavoite 2025", "Toteuma"],
        ["Strateginen tavoite", "Toimenpide", "Tavoite", "Mittari", "Toteuma"],
        ["Painopiste", "Tavoite", "Toimenpide", "Mittari", "Tavoitetaso", "Toteuma"],
    ],
)
def test_a_table_that_speaks_of_its_goal_twice_is_one(header: list[Value]) -> None:
    texts: list[Value] = [f"Teksti {n}" for n in range(len(header))]
    assert len(found([[FOUR], header, texts])) <= 1


def test_figures_below_are_no_goals_of_the_table_beside() -> None:
    pair = beside([[FOUR], HEADER, *goals(1)], [[NINE], HEADER, *goals(1)])
    figures: Rows = [["", *[""] * 5, "TP 2024", "TP 2025"], ["Toimintamenot", *[""] * 5, -9, -8]]
    figures += [["Toimintatulot", *[""] * 5, 1, 2]]
    table = TableBook.of(TableGrid.of("Kirjasto", *pair, [], *figures))
    assert [len(one.goals) for one in survey(table).goals[0].tables] == [1, 1]
