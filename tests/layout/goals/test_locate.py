import dataclasses
from importlib import import_module

import pytest
from tests.goal_sheets import FOCUS_AREAS, HEADINGS, area_grid, located, printed_goals, read
from tests.grids import TableGrid

from tpxl.errors import TpxlError
from tpxl.layout.goals.locate import locate_goals
from tpxl.model import Address, Block, CellError, Value
from tpxl.terms.known import is_known

HEADER: list[Value] = ["Tavoite", "Toimenpiteet", "Mittarit", "TP 2025"]
CALM: list[Value] = ["Sujuva lupa", "Ohje verkkoon", "Käsittelyaika", "Ohje julkaistiin."]
WARM: list[Value] = ["Lämmin koulu", "Uusi kattila", "Asteet", "Kattila vaihdettiin."]
HEADING: list[Value] = [HEADINGS[3]]


def merged(grid: TableGrid, *areas: str) -> TableGrid:
    return dataclasses.replace(grid, merged=tuple(Block.parse(area) for area in areas))


def test_the_33_rows_of_2025_are_read_with_their_section_and_focus_area() -> None:
    printed = printed_goals()
    for area in dict.fromkeys(goal["area"] for goal in printed):
        of_area = [goal for goal in printed if goal["area"] == area]
        assert read(area_grid(area, of_area)) == [
            (
                goal["section"],
                goal["focus"] or None,
                goal["goal"],
                goal["action"],
                goal["indicator"],
                goal["outcome"] or None,
            )
            for goal in of_area
        ]


def test_a_focus_area_is_the_line_above_the_header() -> None:
    grid = TableGrid.of("A", HEADING, ["(5 painopistettä)"], ["Sujuva arki"], [], HEADER, CALM)
    assert read(grid) == [(3, "Sujuva arki", *CALM)]


@pytest.mark.parametrize(
    "line",
    [
        "(5 painopistettä, jokaisesta yksi tavoite)",
        "toiminnalliset tavoitteet",
        "Tavoitteet koskevat koko kautta.",
        "Toteuma 31.12.2025",
    ],
)
def test_an_aside_a_sentence_or_the_heading_s_second_line_is_no_focus_area(line: str) -> None:
    assert read(TableGrid.of("A", HEADING, [line], HEADER, CALM)) == [(3, None, *CALM)]


def test_a_focus_area_may_go_over_two_lines() -> None:
    rows = [HEADING, ["VAKAA JA"], ["ENNAKOIVA TALOUS"], HEADER, CALM]
    assert read(TableGrid.of("A", *rows)) == [(3, "VAKAA JA ENNAKOIVA TALOUS", *CALM)]
    rows = [HEADING, [], ["Vakaa ja"], ["ennakoiva talous"], HEADER, CALM]
    assert read(TableGrid.of("A", *rows)) == [(3, "Vakaa ja ennakoiva talous", *CALM)]


def test_a_label_before_the_focus_area_is_no_part_of_its_name() -> None:
    rows = [["4. Muut tavoitteet"], [], ["Painopiste 2: Sujuva arki"], HEADER, CALM]
    assert read(TableGrid.of("A", *rows)) == [(4, "Sujuva arki", *CALM)]


def test_a_line_above_the_header_of_another_section_is_no_focus_area() -> None:
    rows = [["9. Henkilöstötavoitteet"], [], ["Tavoitteet vuodelle"], HEADER, CALM]
    assert read(TableGrid.of("A", *rows)) == [(9, None, *CALM)]


def test_rows_of_a_focus_area_s_name_divide_a_table() -> None:
    rows = [HEADING, HEADER, ["Sujuva arki"], CALM, ["VAKAA TALOUS"], WARM]
    assert read(TableGrid.of("A", *rows)) == [
        (3, "Sujuva arki", *CALM),
        (3, "VAKAA TALOUS", *WARM),
    ]


def test_a_name_merged_over_the_table_divides_it_in_any_section() -> None:
    rows = [["4. Muut tavoitteet"], HEADER, ["Arki"], CALM, ["Talous"], WARM]
    grid = merged(TableGrid.of("A", *rows), "A3:D3", "A5:D5")
    assert read(grid) == [(4, "Arki", *CALM), (4, "Talous", *WARM)]


def test_a_focus_area_stands_beside_its_goals_merged_or_once() -> None:
    rows = [HEADING, ["", *HEADER], ["Arki", *CALM], ["", *WARM], ["Talous", *CALM]]
    expected = [(3, "Arki", *CALM), (3, "Arki", *WARM), (3, "Talous", *CALM)]
    assert read(merged(TableGrid.of("A", *rows), "A3:A4")) == expected
    rows[1] = ["Painopiste", *HEADER]
    assert read(TableGrid.of("A", *rows)) == expected


def test_a_focus_area_without_goals_is_still_named() -> None:
    rows = [HEADING, ["Arki"], HEADER, [], ["Talous"], HEADER, CALM]
    empty, full = located(TableGrid.of("A", *rows))
    assert (empty.goals, dict(empty.focus_areas)) == ((), {"Arki": Address(2, 1)})
    assert [goal.focus for goal in full.goals] == ["Talous"]


def test_an_empty_table_is_a_table() -> None:
    (table,) = located(TableGrid.of("A", ["5. Tuottavuustoimenpiteet"], HEADER, ["1."], ["2."]))
    assert (table.section, table.goals, table.block) == (5, (), Block(2, 1, 2, 4))


def test_cells_merged_over_rows_are_one_goal() -> None:
    rows = [HEADING, HEADER, CALM, ["", "Toinen ohje", "Palaute", ""], WARM]
    grid = merged(TableGrid.of("A", *rows), "A3:A4", "D3:D4")
    first = ("Sujuva lupa", "Ohje verkkoon Toinen ohje", "Käsittelyaika Palaute", CALM[3])
    assert read(grid) == [(3, None, *first), (3, None, *WARM)]


def test_an_outcome_merged_over_two_goals_is_the_outcome_of_both() -> None:
    grid = merged(TableGrid.of("A", HEADING, HEADER, CALM, [*WARM[:3], ""]), "D3:D4")
    assert read(grid) == [(3, None, *CALM), (3, None, *WARM[:3], CALM[3])]
    assert [goal.cells["outcome"].a1 for goal in located(grid)[0].goals] == ["D3", "D3"]


def test_a_text_goes_on_in_rows_without_a_number() -> None:
    rows = [
        ["", *HEADER],
        ["1.", "Yhteistyö", "Kokoukset", "Määrä", "Kokoukset"],
        ["", "Kemijärven kanssa", "", "ja laatu", "pidettiin."],
        [2, *WARM],
    ]
    first = ("Yhteistyö Kemijärven kanssa", "Kokoukset", "Määrä ja laatu", "Kokoukset pidettiin.")
    assert read(TableGrid.of("A", HEADING, *rows)) == [(3, None, *first), (3, None, *WARM)]


def test_a_text_goes_on_in_a_row_that_begins_with_a_small_letter() -> None:
    rows = [HEADER, ["Sujuva", "Ohje", "Aika", "Ohje"], ["lupa", "", "", "julkaistiin."], WARM]
    first = ("Sujuva lupa", "Ohje", "Aika", "Ohje julkaistiin.")
    assert read(TableGrid.of("A", HEADING, *rows)) == [(3, None, *first), (3, None, *WARM)]


def test_goals_written_in_small_letters_are_goals() -> None:
    small = [["sujuva lupa", "ohje", "aika", ""], ["lämmin koulu", "kattila", "asteet", ""]]
    assert [goal[2] for goal in read(TableGrid.of("A", HEADING, HEADER, *small))] == [
        "sujuva lupa",
        "lämmin koulu",
    ]


def test_numbering_in_the_goal_s_cell_is_no_part_of_it() -> None:
    rows = [["1. Sujuva lupa", *CALM[1:]], ["jatkossakin", "", "", ""], ["2.lämmin", *WARM[1:]]]
    (table,) = located(TableGrid.of("A", HEADING, HEADER, *rows))
    assert [(goal.number, goal.goal) for goal in table.goals] == [
        ("1", "Sujuva lupa jatkossakin"),
        ("2", "lämmin"),
    ]


def test_a_school_class_is_no_numbering() -> None:
    (table,) = located(TableGrid.of("A", HEADER, ["1. luokan oppilaat lukevat", "a", "b", "c"]))
    assert [(goal.number, goal.goal) for goal in table.goals] == [
        (None, "1. luokan oppilaat lukevat")
    ]


def test_a_header_merged_over_numbers_and_goals_heads_both() -> None:
    rows: list[list[Value]] = [["Tavoite", "", *HEADER[1:]], [1, *CALM], ["2.", "", *WARM[1:]]]
    grid = merged(TableGrid.of("A", HEADING, *rows), "A2:B2")
    assert read(grid) == [(3, None, *CALM), (3, None, None, *WARM[1:])]
    assert [goal.cells["goal"].a1 for goal in located(grid)[0].goals] == ["B3", "B4"]


def test_a_header_repeated_after_a_page_break_goes_on_with_the_table() -> None:
    rows = [HEADING, ["Arki"], HEADER, CALM, [], HEADER, ["ja nopea", "", "", "Se toimii."], WARM]
    (table,) = located(TableGrid.of("A", *rows))
    assert [(goal.goal, goal.focus, goal.outcome) for goal in table.goals] == [
        ("Sujuva lupa ja nopea", "Arki", "Ohje julkaistiin. Se toimii."),
        ("Lämmin koulu", "Arki", WARM[3]),
    ]
    assert table.block == Block(3, 1, 8, 4)


def test_a_header_and_its_focus_area_repeated_go_on_with_the_table() -> None:
    rows = [HEADING, ["Arki"], HEADER, CALM, [], ["Arki"], HEADER, WARM]
    assert len(located(TableGrid.of("A", *rows))) == 1


def test_after_other_text_the_same_header_opens_a_new_table() -> None:
    rows = [HEADING, HEADER, CALM, [], ["Muuta kerrottavaa on vähän."], [], [], [], HEADER, WARM]
    assert [table.block for table in located(TableGrid.of("A", *rows))] == [
        Block(2, 1, 3, 4),
        Block(9, 1, 10, 4),
    ]


def test_a_table_ends_at_a_section_s_heading_at_periods_and_after_blank_rows() -> None:
    section = [HEADING, HEADER, CALM, ["6. Talouden tunnusluvut"], WARM]
    periods = [HEADING, HEADER, CALM, ["", "TP 2024", "TA 2025"], ["Menot", -1, -2]]
    blank = [HEADING, HEADER, CALM, [], [], [], WARM]
    for rows in (section, periods, blank):
        assert read(TableGrid.of("A", *rows)) == [(3, None, *CALM)]


def test_a_blank_row_between_goals_ends_nothing() -> None:
    assert len(read(TableGrid.of("A", HEADING, HEADER, CALM, [], WARM, [], [], CALM))) == 3


def test_a_line_apart_under_the_table_is_none_of_its_goals() -> None:
    assert len(read(TableGrid.of("A", HEADING, HEADER, CALM, [], ["Lisätietoja antaa"]))) == 1
    assert len(read(TableGrid.of("A", HEADING, ["", *HEADER], ["", *CALM], ["Lähde"]))) == 1


def test_a_figures_table_is_no_goal_table() -> None:
    rows = [["Tavoite", "TP 2024", "TA 2025", "TP 2025"], ["Toimintamenot", -1, -2, -3]]
    assert located(TableGrid.of("A", *rows)) == ()
    assert located(TableGrid.of("A", ["Mittari", "Tavoite", "Toteuma"], ["a", 1, 2])) == ()


def test_the_section_follows_the_words_whatever_the_number() -> None:
    rows = [["7. Sisäinen valvonta ja riskienhallinta"], HEADER, CALM]
    assert read(TableGrid.of("A", *rows)) == [(8, None, *CALM)]


def test_without_a_heading_the_header_s_word_tells_the_section() -> None:
    rows = [["Henkilöstötavoite", *HEADER[1:]], CALM]
    assert read(TableGrid.of("A", *rows)) == [(9, None, *CALM)]
    assert read(TableGrid.of("A", HEADER, CALM)) == [(None, None, *CALM)]


def test_a_heading_that_was_not_recognised_does_not_hide_the_header_s_section() -> None:
    rows = [
        ["5. Tuottavuustoimenpiteet"],
        ["Tuottavuustoimenpide/Hanke", *HEADER[1:]],
        CALM,
        ["8. Valvonnan järjestäminen"],
        ["Tehtävä/Tavoite", *HEADER[1:]],
        WARM,
        ["7. Toiminnan tunnusluvut"],
        ["Henkilöstötavoite", *HEADER[1:]],
        CALM,
    ]
    assert [goal[0] for goal in read(TableGrid.of("A", *rows))] == [5, 8, 9]


def test_results_are_the_action_where_an_outcome_stands_and_else_the_outcome() -> None:
    action = located(TableGrid.of("A", ["Tavoite", "Tulokset", "Mittarit", "TP 2025"], CALM))
    outcome = located(TableGrid.of("A", ["Tavoite", "Mittarit", "Tulokset"], CALM))
    assert action[0].headings["action"].a1 == "B1"
    assert outcome[0].headings["outcome"].a1 == "C1"


def test_of_two_outcomes_the_newest_counts() -> None:
    (table,) = located(TableGrid.of("A", ["Tavoite", "Mittari", "TP 2025", "TP 2024"], CALM))
    assert (table.headings["outcome"].a1, table.year) == ("C1", 2025)


def test_a_target_level_has_a_column_of_its_own() -> None:
    rows: list[list[Value]] = [["Tavoite", "Mittari", "Tavoitetaso", "Toteuma"], ["A", "B", 0.1, 3]]
    grid = dataclasses.replace(TableGrid.of("A", *rows), formats={Address(2, 3): "0 %"})
    (table,) = located(grid)
    assert (table.goals[0].target, table.goals[0].outcome) == ("10 %", "3")


def test_a_number_or_a_date_typed_as_outcome_is_its_text() -> None:
    rows: list[list[Value]] = [HEADER, ["A", "B", "C", 3.75], ["D", "E", "F", 46022]]
    grid = dataclasses.replace(TableGrid.of("A", *rows), formats={Address(3, 4): "d.m.yyyy"})
    assert [goal.outcome for goal in located(grid)[0].goals] == ["3,75", "31.12.2025"]


def test_an_empty_outcome_is_none_and_has_its_cell() -> None:
    (table,) = located(TableGrid.of("A", HEADING, ["", *HEADER], ["1.", *CALM[:3], "  "]))
    assert table.goals[0].outcome is None
    assert table.goals[0].cells["outcome"].a1 == "E3"


def test_the_focus_areas_of_2025_are_lines_in_capitals() -> None:
    rows: list[list[Value]] = [HEADING]
    for name in FOCUS_AREAS:
        rows += [["", name], ["", *HEADER], ["", *CALM]]
    assert [goal[1] for goal in read(TableGrid.of("A", *rows))] == list(FOCUS_AREAS)


def test_a_focus_area_s_number_is_no_part_of_its_name() -> None:
    above = [HEADING, [], ["1. Sujuva arki"], HEADER, CALM]
    assert read(TableGrid.of("A", *above)) == [(3, "Sujuva arki", *CALM)]
    rows = [HEADING, HEADER, ["1. SUJUVA ARKI"], CALM, ["2) Vakaa talous"], WARM]
    assert [goal[1] for goal in read(merged(TableGrid.of("A", *rows), "A5:D5"))] == [
        "SUJUVA ARKI",
        "Vakaa talous",
    ]


def test_a_numbered_goal_alone_in_its_row_is_a_goal_when_its_number_is_next() -> None:
    rows = [["", *HEADER], [1, "Sujuva lupa"], [2, *WARM], [3, "Uusi koulu"], [9, "Muuta"]]
    assert [goal[2] for goal in read(TableGrid.of("A", HEADING, *rows))] == [
        "Sujuva lupa",
        "Lämmin koulu",
        "Uusi koulu",
    ]


def test_letters_number_goals_too() -> None:
    rows = [["", *HEADER], ["a)", *CALM], ["b)", *WARM]]
    (table,) = located(TableGrid.of("A", HEADING, *rows))
    assert [goal.number for goal in table.goals] == ["a", "b"]


def test_in_a_numbered_table_a_line_without_a_number_goes_on() -> None:
    rows = [["", *HEADER], [1, *CALM], ["", "Kemijärvellä"], [2, *WARM]]
    assert read(TableGrid.of("A", HEADING, *rows))[0][2] == "Sujuva lupa Kemijärvellä"


def test_a_focus_area_beside_goes_on_beside_the_next_rows() -> None:
    rows = [
        ["Painopiste", *HEADER],
        ["Vakaa ja", "Sujuva", "Ohje", "Aika", "Ohje"],
        ["ennakoiva", "lupa", "", "", "julkaistiin."],
        ["talous"],
        ["", *WARM],
    ]
    first = ("Sujuva lupa", "Ohje", "Aika", "Ohje julkaistiin.")
    assert read(TableGrid.of("A", HEADING, *rows)) == [
        (3, "Vakaa ja ennakoiva talous", *first),
        (3, "Vakaa ja ennakoiva talous", *WARM),
    ]


def test_after_a_blank_row_two_texts_without_a_goal_are_a_goal_that_lacks_its_text() -> None:
    rows = [HEADER, CALM, [], ["", "Ohje", "Palaute"]]
    assert [goal[2] for goal in read(TableGrid.of("A", HEADING, *rows))] == ["Sujuva lupa", None]


def test_after_two_blank_rows_only_a_full_row_is_a_goal() -> None:
    rows = [HEADER, CALM, [], [], ["Jakelu", "Lautakunta"]]
    assert len(read(TableGrid.of("A", HEADING, *rows))) == 1


def test_an_error_and_a_truth_value_in_a_goal_s_cell_are_their_words() -> None:
    rows: list[list[Value]] = [HEADER, ["A", "B", CellError("#REF!"), True], ["C", "D", "E", False]]
    assert [goal[4:] for goal in read(TableGrid.of("A", HEADING, *rows))] == [
        ("virhearvo", "kyllä"),
        ("E", "ei"),
    ]


def test_a_year_under_the_header_s_word_is_no_goal() -> None:
    rows = [[*HEADER[:3], "Toteuma"], ["", "", "", 2025], CALM]
    assert read(TableGrid.of("A", HEADING, *rows)) == [(3, None, *CALM)]


def test_more_goals_than_anybody_reads_are_told() -> None:
    heads: list[Value] = ["Tavoite", "Toimenpide", "Mittari", "Toteuma"]
    rows = [[f"Tavoite {n}", "a", "b", "c"] for n in range(7)]
    grid = TableGrid.of("Alue", heads, *rows)  # type: ignore[arg-type]
    words = tuple(grid.texts(is_known))
    assert locate_goals(grid, words)
    for name in ("MOST_ROWS", "MOST_TABLES"):
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(
                import_module("tpxl.layout.goals.locate"), name, 6 if "ROWS" in name else 0
            )
            with pytest.raises(TpxlError, match="too many goals"):
                locate_goals(grid, words)
