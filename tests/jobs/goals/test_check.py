"""The schema's findings: each fault once, at its cell, in words."""

import datetime as dt
import json
from dataclasses import replace

import pytest
from tests.goal_sheets import FOCUS_AREAS, printed_goals
from tests.grids import TableBook, TableGrid
from tests.jobs.goals.books import BLANK_YEAR, book_of, goal, printed_book, rows_of, whole_area

from tpxl.jobs.check.check import check
from tpxl.jobs.goals.check import goal_findings, goal_rows
from tpxl.layout import survey
from tpxl.messages import LANGUAGES, catalogue, phrase
from tpxl.model import Finding, Severity, Value

NO_OUTCOME = ("Sujuva lupa", "Ohje", "Palaute", "")

KEYS = ["area", "section", "focus", "goal", "action", "indicator", "outcome", "cells"]


def findings(book: TableBook) -> list[Finding]:
    return list(goal_findings(survey(book)))


def told(book: TableBook) -> list[tuple[str, str | None]]:
    return [(finding.code, finding.cell) for finding in findings(book)]


def test_the_goals_of_2025_give_ten_errors_and_five_warnings() -> None:
    found = findings(printed_book())
    errors = [one for one in found if one.severity is Severity.ERROR]
    assert {(one.code, one.area) for one in errors} == {
        ("goal_outcome_missing", "Työllisyyspalvelut")
    }
    assert len({one.cell for one in errors}) == len(errors) == 10
    others = [one for one in found if one.severity is not Severity.ERROR]
    assert {one.area for one in others} == {"Kaupunkimarkkinointi"}
    same = [one for one in others if one.code == "goal_same_outcome"]
    assert [len({same[0].cell, *(cell.cell for cell in same[0].related)})] == [10] * len(same)
    targets = [one for one in others if one not in same]
    assert [one.code for one in targets] == ["goal_target_unanswered"] * 4
    assert [one.severity for one in others] == [Severity.WARNING] * 5


def test_a_whole_area_has_no_finding() -> None:
    assert told(book_of(whole_area())) == []


def test_an_empty_outcome_is_an_error_once_the_newest_actual_column_has_a_figure() -> None:
    (finding,) = findings(book_of(whole_area(focus1=NO_OUTCOME)))
    assert (finding.code, finding.severity, finding.cell, finding.period) == (
        "goal_outcome_missing",
        Severity.ERROR,
        "E15",
        "TP 2025",
    )
    (finding,) = findings(book_of(whole_area(focus1=NO_OUTCOME), BLANK_YEAR))
    assert (finding.code, finding.severity) == ("goal_outcome_awaited", Severity.INFO)


@pytest.mark.parametrize("typed", ["28.2.2026", 46081])
@pytest.mark.parametrize(
    ("today", "code"),
    [
        (dt.date(2026, 2, 27), "goal_outcome_awaited"),
        (dt.date(2026, 2, 28), "goal_outcome_missing"),
    ],
)
def test_an_empty_outcome_is_awaited_until_its_due_day(
    typed: Value, today: dt.date, code: str
) -> None:
    book = book_of(whole_area(focus1=NO_OUTCOME))
    settings: list[list[Value]] = [["Menot", "negatiivinen"], ["Toteumat viimeistään", typed]]
    book.grids["Perustiedot"] = TableGrid.of("Perustiedot", *settings)
    assert [one.code for one in goal_findings(survey(book), today=today)] == [code]


def test_a_computed_zero_is_no_figure_of_the_year() -> None:
    rows = [*BLANK_YEAR[:3], ["Toimintamenot", -2.0, -2.0, 0.0], ["Toimintatulot", 1.0, 1.0, 0.0]]
    grid = TableGrid.of("Tekniset", *rows, [], *rows_of(whole_area(s4=NO_OUTCOME)))
    computed = frozenset(at for at in grid.cells if at.row in {4, 5} and at.column == 4)
    book = TableBook.of(TableGrid("Tekniset", grid.cells, formulas=computed))
    assert [finding.severity for finding in findings(book)] == [Severity.INFO]


@pytest.mark.parametrize(
    ("texts", "code", "cell"),
    [
        (("Sujuva lupa", "", "Palaute", "Tehtiin."), "goal_action_missing", "C35"),
        (("Sujuva lupa", "Ohje", "", "Tehtiin."), "goal_indicator_missing", "D35"),
        (("", "Ohje", "Palaute", "Tehtiin."), "goal_goal_missing", "B35"),
    ],
)
def test_a_missing_text_is_found_at_its_cell(
    texts: tuple[str, str, str, str], code: str, cell: str
) -> None:
    assert told(book_of(whole_area(s5=texts))) == [(code, cell)]


def test_a_focus_area_takes_exactly_one_goal() -> None:
    too_many = book_of(whole_area(focus0=[goal("x"), goal("y"), goal("z")]))
    (finding,) = findings(too_many)
    assert (finding.code, finding.cell) == ("goal_too_many", "B12")
    assert [cell.cell for cell in finding.related] == ["B13"]
    assert told(book_of(whole_area(focus0=[]))) == [("goal_none", "B9")]


def test_a_section_without_goals_is_told() -> None:
    assert told(book_of(whole_area(s9=[]))) == [("goal_none", "B42")]


def test_a_missing_focus_area_is_named() -> None:
    goals = whole_area()
    del goals[FOCUS_AREAS[2]]
    (finding,) = findings(book_of(goals))
    assert (finding.code, finding.facts["missing"]) == ("goal_focus_missing", FOCUS_AREAS[2])


def test_a_renamed_focus_area_is_one_fault_and_told_once() -> None:
    goals = whole_area()
    renamed = {("TURVA JA TOIVO" if key == FOCUS_AREAS[2] else key): goals[key] for key in goals}
    (finding,) = findings(book_of(renamed))
    assert (finding.code, finding.cell) == ("goal_focus_unknown", "B17")
    assert FOCUS_AREAS[2] in phrase(finding)


def test_a_misspelt_focus_area_is_a_warning_and_its_goals_count() -> None:
    goals = whole_area()
    misspelt = {key.replace("SUJUVA", "SUJUVAA"): goals[key] for key in goals}
    (finding,) = findings(book_of(misspelt))
    assert (finding.code, finding.severity) == ("goal_focus_misspelt", Severity.WARNING)


def test_capitals_and_spaces_make_no_other_focus_area() -> None:
    goals = whole_area()
    calm = {key.capitalize().replace(" ", "  "): goals[key] for key in goals}
    assert told(book_of(calm)) == []


def test_another_city_s_focus_areas_are_one_finding() -> None:
    goals = whole_area()
    others = {(f"ALUE {key[:9]}" if key in FOCUS_AREAS else key): goals[key] for key in goals}
    (finding,) = findings(book_of(others))
    assert (finding.code, finding.severity) == ("goal_focus_areas_differ", Severity.WARNING)


def test_a_goal_without_a_focus_area_is_told_where_it_stands() -> None:
    goals = whole_area()
    del goals[FOCUS_AREAS[0]]
    rows = rows_of(goals)
    rows[1:1] = [["", "Tavoite", "Toimenpiteet", "Mittarit", "TP 2025"], ["", *goal("irrallinen")]]
    book = TableBook.of(TableGrid.of("Tekniset", *BLANK_YEAR, [], *rows))
    assert told(book) == [("goal_focus_absent", "B9")]


def test_a_table_without_an_outcome_s_column_is_one_finding() -> None:
    header: list[Value] = ["Henkilöstötavoite", "Toimenpide", "Mittarit"]
    goals = whole_area()
    del goals["9"]
    rows = [*rows_of(goals), [], ["9. Henkilöstötavoitteet"], header, ["A", "B", "C"], list("DEF")]
    (finding,) = findings(TableBook.of(TableGrid.of("Tekniset", *BLANK_YEAR, [], *rows)))
    assert (finding.code, finding.severity) == ("goal_outcome_column_awaited", Severity.INFO)


def test_a_table_whose_section_nothing_tells_is_a_warning_and_its_empty_outcomes_are_told() -> None:
    rows = [*BLANK_YEAR, [], ["Tavoite", "Toimenpide", "Mittari", "TP 2025"], ["A", "B", "C", ""]]
    assert told(TableBook.of(TableGrid.of("Tekniset", *rows))) == [
        ("goal_section_unnamed", "A7"),
        ("goal_outcome_awaited", "D8"),
    ]


def test_rows_read_by_a_decision_are_told() -> None:
    header: list[Value] = ["Tehtävä/Tavoite", "Toimenpide", "Mittari", "TP 2025"]
    joined = [header, ["A", "B", "C", "D"], ["", "Ohje", "Palaute", "Tehtiin"]]
    separate = [["", *header], [1, "A", "B", "C", "D"], ["", "Ohje", "Toimi", "Palaute", "Tehtiin"]]
    codes = [
        code
        for rows in (joined, separate)
        for code, _ in told(TableBook.of(TableGrid.of("Tekniset", *BLANK_YEAR, [], *rows)))
    ]
    assert [code for code in codes if "row" in code] == ["goal_row_joined", "goal_row_separate"]


def test_a_book_without_goals_has_none_to_check_and_a_single_area_without_is_information() -> None:
    figures = TableGrid.of("Sivistys", *BLANK_YEAR)
    assert told(TableBook.of(figures)) == []
    whole = TableGrid.of("Tekniset", *BLANK_YEAR, [], *rows_of(whole_area()))
    (finding,) = findings(TableBook.of(whole, figures))
    assert (finding.code, finding.area, finding.severity) == (
        "goals_absent",
        "Sivistys",
        Severity.INFO,
    )


def test_goals_on_a_sheet_without_figures_wait_for_the_book_s_newest_actual_year() -> None:
    goals = TableGrid.of("Tavoitteet", *rows_of(whole_area(s4=NO_OUTCOME)))
    figures = book_of({}).grids["Tekniset"]
    (missing, _) = findings(TableBook.of(figures, goals))
    assert (missing.code, missing.sheet) == ("goal_outcome_missing", "Tavoitteet")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_finding_of_2025_reads_as_a_sentence_without_code_words(lang: str) -> None:
    for finding in findings(printed_book()):
        said = phrase(finding, lang)
        assert finding.cell is not None
        assert finding.cell in said
        assert not any(word in said for word in ("goal_", "schema", "required", "{", "null"))


def test_no_finding_s_words_are_those_of_a_schema() -> None:
    for code, text in catalogue("fi").findings.items():
        if code.startswith("goal"):
            assert not {"minItems", "required", "property", "array"} & set(text.split())


def test_an_outcome_that_a_formula_has_not_told_yet_is_not_called_missing() -> None:
    book = book_of(whole_area(s4=goal("K", outcome="Toteutui hyvin.")))
    grid = book.grids["Tekniset"]
    (at,) = (at for at, value in grid.cells.items() if value == "Toteutui hyvin.")
    held = {place: value for place, value in grid.cells.items() if place != at}
    book.grids["Tekniset"] = replace(grid, cells=held, formulas=frozenset({at}))
    assert [(one.code, one.cell) for one in check(book).findings] == [
        ("formulas_without_value", at.a1)
    ]
    book.grids["Tekniset"] = replace(grid, cells=held)
    assert "goal_outcome_missing" in [one.code for one in check(book).findings]


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
