"""Warnings beyond the schema, and how finance turns them off."""

import pytest
from tests.jobs.goals.books import book_of, goal, whole_area

from tpxl.jobs.goals.check import goal_findings
from tpxl.layout import survey
from tpxl.messages import phrase
from tpxl.model import Finding, Severity
from tpxl.terms.settings import CHECKS, is_on

WEAK = {
    "goal_target_unanswered": goal("A", indicator="Vähintään 3 kpl"),
    "goal_target_missed": goal("A", "Pidettiin 2 kpl.", "Vähintään 3 kpl"),
    "goal_other_year": goal("A", "Vuonna 2024 pidettiin kurssi."),
    "goal_placeholder": goal("A", "xxx", "Vähintään 3 kpl"),
    "goal_unfinished": goal("A", "Kurssi pidettiin ja"),
    "goal_too_long": goal("A", "Kurssi pidettiin hyvin " * 60),
}


def findings(section: tuple[str, str, str, str], **settings: str) -> list[Finding]:
    labels = {name.replace("_", " "): value for name, value in settings.items()}
    return list(goal_findings(survey(book_of(whole_area(s4=section), settings=labels))))


@pytest.mark.parametrize("code", WEAK)
def test_each_weakness_is_one_warning_at_its_cell(code: str) -> None:
    (finding,) = findings(WEAK[code])
    assert (finding.code, finding.severity) == (code, Severity.WARNING)
    assert finding.cell == "E31"
    assert "{" not in phrase(finding)


@pytest.mark.parametrize("code", WEAK)
@pytest.mark.parametrize("which", [0, 1, 2])
def test_each_check_is_turned_off_by_its_name(code: str, which: int) -> None:
    label = CHECKS[code][which]
    book = book_of(whole_area(s4=WEAK[code]), settings={label.capitalize(): "ei"})
    assert list(goal_findings(survey(book))) == []


def test_a_check_is_turned_off_by_its_code_and_on_by_anything_but_no() -> None:
    assert not is_on("goal_other_year", {"goal_other_year": "no"})
    assert is_on("goal_other_year", {"toteuma toisesta vuodesta": "kyllä"})
    assert is_on("goal_other_year", {"toteuma toisesta vuodesta": "ehkä"})


def test_the_same_outcome_of_goals_is_one_warning_that_names_them_all() -> None:
    same = [goal("A", "Sama teksti."), goal("B", "sama  teksti"), goal("C", "Sama teksti.")]
    book = book_of(whole_area(s4=same))
    (finding,) = goal_findings(survey(book))
    assert (finding.code, finding.cell) == ("goal_same_outcome", "E31")
    assert [cell.cell for cell in finding.related] == ["E32", "E33"]
    assert "E31, E32, E33" in phrase(finding)
    off = book_of(whole_area(s4=same), settings={"Sama toteuma": "ei"})
    assert list(goal_findings(survey(off))) == []


def test_placeholders_alike_are_no_same_outcome() -> None:
    (first, second) = findings_of([goal("A", "xxx"), goal("B", "xxx")])
    assert first.code == second.code == "goal_placeholder"


def findings_of(section: list[tuple[str, str, str, str]]) -> list[Finding]:
    return list(goal_findings(survey(book_of(whole_area(s4=section)))))


def test_every_text_of_a_goal_is_read_not_only_its_outcome() -> None:
    found = findings_of([("Täydennä", "Ohje ja", "…", "Ohje julkaistiin.")])
    assert [(one.code, one.cell) for one in found] == [
        ("goal_placeholder", "B31"),
        ("goal_unfinished", "C31"),
        ("goal_placeholder", "D31"),
    ]


def test_finance_sets_how_long_a_text_may_be() -> None:
    label = {"Tavoitetekstin enimmäispituus": "1 500"}
    long = whole_area(s4=WEAK["goal_too_long"])
    assert list(goal_findings(survey(book_of(long, settings=label)))) == []
    label = {"Tavoitetekstin enimmäispituus": "8"}
    short = goal_findings(survey(book_of(whole_area(), settings=label)))
    assert {one.code for one in short} == {"goal_too_long"}


def test_ten_megabytes_in_one_cell_are_one_finding_a_cell() -> None:
    book = book_of(whole_area(s4=goal("A", "Ja 3,5/5 (x " * 900_000, "väh. 3,5/5 " * 900_000)))
    found = list(goal_findings(survey(book)))
    assert [(one.code, one.cell) for one in found] == [
        ("goal_too_long", "D31"),
        ("goal_too_long", "E31"),
    ]
    assert all(len(phrase(one)) < 400 for one in found)


def test_a_missed_target_is_told_with_both_numbers() -> None:
    (finding,) = findings(WEAK["goal_target_missed"])
    assert (str(finding.found), str(finding.expected)) == ("2", "3")


def test_a_target_in_a_column_of_its_own_counts() -> None:
    book = book_of(whole_area())
    grid = book.grids["Tekniset"]
    header = next(at for at, value in grid.cells.items() if value == "Henkilöstötavoite")
    cells = dict(grid.cells)
    cells[header._replace(column=6)] = cells.pop(header._replace(column=5))
    cells[header._replace(column=5)] = "Tavoitetaso"
    row = header.row + 1
    outcome = header._replace(row=row, column=5)
    cells[outcome._replace(column=6)] = cells.pop(outcome)
    cells[outcome] = 4.0
    book.grids["Tekniset"] = type(grid)("Tekniset", cells)
    assert [one.code for one in goal_findings(survey(book))] == ["goal_target_unanswered"]
