"""Books of cities that do not keep the shipped schema's form: no false error."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.goal_sheets import FOCUS_AREAS, HEADINGS
from tests.grids import TableBook, TableGrid
from tests.jobs.goals.books import FIGURES, Texts, goal, rows_of, whole_area

from tpxl.jobs.goals.check import goal_findings
from tpxl.layout import survey
from tpxl.messages import LANGUAGES, phrase
from tpxl.model import Finding, Severity, Value
from tpxl.schemas import goals_schema

HEADER: list[Value] = ["", "Tavoite", "Toimenpiteet", "Mittarit", "TP 2025"]
OTHERS = ("TOIMIVA KUNTA", "ELINVOIMA", "TURVA", "TASAPAINO", "JOHTAMINEN")


def findings(*areas: list[list[Value]], schema: Path | None = None) -> list[Finding]:
    grids = (
        TableGrid.of(f"Alue {name}", *FIGURES, [], *rows)
        for name, rows in zip("ABC", areas, strict=False)
    )
    return list(goal_findings(survey(TableBook.of(*grids)), schema))


def told(found: list[Finding]) -> list[tuple[str, Severity]]:
    return [(one.code, one.severity) for one in found]


def without(section: str) -> dict[str, list[Texts]]:
    return {key: value for key, value in whole_area().items() if key != section}


def renamed(
    names: tuple[str, ...] = OTHERS, goals: Mapping[str, list[Texts]] | None = None
) -> dict[str, list[Texts]]:
    """Return a whole area with its first focus areas renamed."""
    new = dict(zip(FOCUS_AREAS, names, strict=False))
    return {new.get(key, key): value for key, value in (goals or whole_area()).items()}


def rows_of_section(section: str) -> list[list[Value]]:
    return rows_of({section: [goal(section)]})[1:]


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "oma.json"
    path.write_text(goals_schema(), encoding="utf-8")
    return path


@pytest.mark.parametrize("section", ["4", "5", "8", "9"])
def test_goal_tables_of_one_section_alone_are_no_fault(section: str) -> None:
    rows = rows_of_section(section)
    assert findings(rows, rows) == []


def test_a_section_that_another_area_has_is_missed_where_it_is_not() -> None:
    (missing,) = findings(rows_of(whole_area()), rows_of(without("9")))
    assert (missing.code, missing.severity) == ("goal_section_missing", Severity.ERROR)
    assert (missing.sheet, missing.facts["missing"]) == ("Alue B", "9")


def test_a_section_whose_heading_stands_without_a_table_is_missed_at_the_heading() -> None:
    rows = rows_of(without("9"))
    (missing,) = findings([*rows, [], [HEADINGS[9]], ["Kerrotaan myöhemmin"]])
    assert (missing.code, missing.severity) == ("goal_section_missing", Severity.ERROR)
    assert missing.cell == f"A{len(FIGURES) + len(rows) + 3}"


def test_a_heading_over_prose_in_a_book_with_goals_of_one_section_is_a_warning_only() -> None:
    rows = [*rows_of_section("4"), [], ["8. Sisäinen valvonta"], ["Valvonta on kunnossa."]]
    assert told(findings(rows)) == [("goal_section_missing", Severity.WARNING)]


def test_a_schema_of_the_city_s_own_asks_for_all_its_sections(own: Path) -> None:
    found = findings(rows_of_section("4"), schema=own)
    assert [one.facts["missing"] for one in found] == ["3", "5", "8", "9"]
    assert {one.severity for one in found} == {Severity.ERROR}


def test_other_focus_areas_are_one_warning_an_area() -> None:
    found = findings(rows_of(renamed()), rows_of(renamed()))
    assert told(found) == [("goal_focus_areas_differ", Severity.WARNING)] * 2
    assert [one.sheet for one in found] == ["Alue A", "Alue B"]


def test_one_name_in_common_does_not_make_the_others_wrong() -> None:
    goals = renamed(OTHERS[:4], whole_area(focus4=[goal("x"), goal("y")]))
    assert told(findings(rows_of(goals))) == [("goal_focus_areas_differ", Severity.WARNING)]


def test_an_area_that_renames_all_of_them_in_a_book_that_keeps_them_is_an_error() -> None:
    kept = rows_of(whole_area())
    found = findings(kept, rows_of(renamed()))
    assert told(found) == [("goal_focus_areas_differ", Severity.ERROR)]


def test_a_schema_of_the_city_s_own_means_its_focus_areas(own: Path) -> None:
    found = findings(rows_of(renamed()), schema=own)
    assert told(found) == [("goal_focus_areas_differ", Severity.ERROR)]


def test_an_empty_outcome_is_an_error_under_any_focus_area() -> None:
    empty = [("Sujuva lupa", "Ohje", "Palaute", "")]
    found = findings(rows_of({**renamed(), OTHERS[2]: empty}))
    errors = [one.code for one in found if one.severity is Severity.ERROR]
    assert errors == ["goal_outcome_missing"]


def test_an_empty_outcome_under_a_known_focus_area_is_told_once() -> None:
    goals = whole_area(focus2=("Sujuva lupa", "Ohje", "Palaute", ""))
    assert [one.code for one in findings(rows_of(goals))] == ["goal_outcome_missing"]


def test_tables_without_sections_are_information_where_no_table_has_one() -> None:
    plain: list[list[Value]] = [["TAVOITTEET"], HEADER, ["", *goal("A")]]
    assert told(findings(plain)) == [("goal_section_unnamed", Severity.INFO)]
    assert told(findings(plain, rows_of(whole_area()))) == [
        ("goal_section_unnamed", Severity.WARNING)
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_other_focus_areas_are_told_with_the_names_and_what_to_do(lang: str) -> None:
    (differ,) = findings(rows_of(renamed()))
    said = phrase(differ, lang)
    assert "VASTUULLINEN JOHTAMINEN" in said
    assert "Perustied" in said


def test_a_column_that_no_table_has_is_the_city_s_way_and_one_that_others_have_is_missing() -> None:
    short: list[list[Value]] = [
        ["4. Muut tavoitteet"],
        ["Tavoite", "Mittari", "Toteuma"],
        ["Uimahalli", "Kävijät", "Halli avattiin."],
    ]
    assert told(findings(short)) == [("goal_action_column_missing", Severity.INFO)]
    whole = rows_of_section("4")
    assert told(findings(short, whole)) == [("goal_action_column_missing", Severity.ERROR)]


def test_a_book_without_any_outcome_s_column_is_warned_of_it() -> None:
    rows: list[list[Value]] = [
        ["4. Muut tavoitteet"],
        ["Tavoite", "Toimenpide", "Mittari"],
        ["Uimahalli", "Remontti", "Kävijät"],
    ]
    assert told(findings(rows)) == [("goal_outcome_column_missing", Severity.WARNING)]
