from tests.goal_sheets import HEADERS, HEADINGS
from tests.grids import TableGrid

from tpxl.layout.goals.locate import goal_section_headings, joined_by_area, locate_goals
from tpxl.model import Address, Area, GoalTable
from tpxl.terms.known import is_known


def tables(sheet: str) -> tuple[GoalTable, ...]:
    grid = TableGrid.of(sheet, HEADERS[8], ["1.", "Ohje", "Laadinta", "Ohje", "Julkaistu"])
    return locate_goals(grid, tuple(grid.texts(is_known)))


def test_goals_on_an_area_s_own_sheet_and_on_another_of_its_name_are_one_area_s() -> None:
    sheets = [
        ("Alue 1", None, (), tables("Alue 1"), {}),
        ("Tavoitteet", None, ("TEKNISET",), tables("Tavoitteet"), {}),
    ]
    (goals,) = joined_by_area(sheets, [Area("Tekniset", "Alue 1")], ())
    assert (goals.area, goals.sheet) == ("Tekniset", "Alue 1")
    assert [table.sheet for table in goals.tables] == ["Alue 1", "Tavoitteet"]


def test_a_sheet_that_names_several_areas_or_none_stands_for_itself() -> None:
    sheets = [
        ("Koonti", None, ("Tekniset", "Sivistys"), tables("Koonti"), {}),
        ("Muut", None, (), tables("Muut"), {}),
    ]
    assert [goals.area for goals in joined_by_area(sheets, (), ())] == ["Koonti", "Muut"]


def test_a_sheet_without_goal_tables_has_no_goals() -> None:
    assert joined_by_area([("Alue 1", None, (), (), {})], [Area("Tekniset", "Alue 1")], ()) == ()


def test_headings_of_goal_sections_are_kept_with_their_place_the_first_sheet_s_first() -> None:
    grid = TableGrid.of("A", ["8. Sisäinen valvonta"], ["1. Toiminta-ajatus"], [HEADINGS[9]])
    headings = goal_section_headings(grid, tuple(grid.texts(is_known)))
    assert headings == {8: Address(1, 1), 9: Address(3, 1)}
    sheets = [
        ("A", None, (), tables("A"), headings),
        ("B", None, ("A",), tables("B"), {8: Address(7, 1)}),
    ]
    (goals,) = joined_by_area(sheets, [Area("A", "A")], ())
    assert goals.headings == {8: ("A", Address(1, 1)), 9: ("A", Address(3, 1))}
