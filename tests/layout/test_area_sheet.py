from tests.grids import TableGrid

from tpxl.layout.area_sheet import LooseRow, SectionPlace, locate_sections, loose_rows
from tpxl.model import Block
from tpxl.terms.sections import is_known


def sections(grid: TableGrid) -> tuple[SectionPlace, ...]:
    return locate_sections(grid, tuple(grid.texts(is_known)))


def test_a_section_goes_to_the_row_before_the_next_heading() -> None:
    grid = TableGrid.of(
        "A",
        ["VASTUUALUE: A"],
        ["1. Toiminta-ajatus"],
        ["Teksti"],
        [],
        ["2. Toimintaympäristö"],
        ["x"],
    )
    assert sections(grid) == (
        SectionPlace(1, "1. Toiminta-ajatus", Block(2, 1, 2, 1), 4),
        SectionPlace(2, "2. Toimintaympäristö", Block(5, 1, 5, 1), 6),
    )


def test_headings_are_found_anywhere_and_printed_as_they_stand() -> None:
    grid = TableGrid.of("A", ["  6.  Talouden\ntunnusluvut "], left=5, top=40)
    assert sections(grid)[0].heading == "6. Talouden tunnusluvut"


def test_a_number_in_a_cell_of_its_own_belongs_to_the_heading() -> None:
    for number in (7, 7.0, "7", "7."):
        grid = TableGrid.of("A", [number, "Toiminnan tunnusluvut"])
        assert sections(grid)[0].heading == "7. Toiminnan tunnusluvut"


def test_a_numbered_heading_may_have_a_unit_beside_it() -> None:
    grid = TableGrid.of("A", ["6. Talouden tunnusluvut", "", "1 000 €"])
    assert [one.number for one in sections(grid)] == [6]


def test_a_heading_s_words_among_other_cells_are_no_heading() -> None:
    assert sections(TableGrid.of("A", ["Sisäinen valvonta", "Toimenpide", "Mittari"])) == ()


def test_loose_rows_are_what_no_table_holds() -> None:
    grid = TableGrid.of(
        "A",
        ["Teksti", "", "toinen"],
        [],
        ["", "TP", "TA"],
        ["", 2024, 2025],
        ["Toimintamenot", -5, -6, "huomaa"],
        ["  "],
        ["TA vrt. TP"],
    )
    found = loose_rows(grid, range(1, 8), [Block(4, 1, 5, 3)])
    assert list(found) == [
        LooseRow(1, ((1, "Teksti", "General"), (3, "toinen", "General"))),
        LooseRow(5, ((4, "huomaa", "General"),)),
        LooseRow(7, ((1, "TA vrt. TP", "General"),)),
    ]
