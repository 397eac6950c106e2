"""Whatever stands on a sheet, goal tables are found or not: nothing breaks, nothing is invented."""

import dataclasses

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.goal_sheets import FOCUS_AREAS, HEADERS, HEADINGS, located
from tests.grids import TableGrid

from tpxl.model import Block, CellError, Value
from tpxl.terms.goals import Column

CELLS: st.SearchStrategy[Value] = st.one_of(
    st.just(None),
    st.sampled_from([*HEADERS[3], *HEADERS[8], *HEADINGS.values(), *FOCUS_AREAS]),
    st.sampled_from(["TP 2024", "1.", "2) a", "Ohje", "ja jatkuu", "Ohje julkaistiin.", "  ", "-"]),
    st.sampled_from(["Nro", "Painopiste", "Tulokset", "Tavoitetaso", "Toteuma 12/2025"]),
    st.sampled_from([1, 2.0, 0.5, True, CellError("#REF!"), 46022]),
)

ROWS = st.lists(st.lists(CELLS, min_size=1, max_size=6), max_size=14)

MERGED = st.lists(
    st.builds(
        lambda top, left, high, wide: Block(top, left, top + high, left + wide),
        st.integers(1, 12),
        st.integers(1, 5),
        st.integers(0, 3),
        st.integers(0, 3),
    ),
    max_size=4,
)

_WRITTEN = {"kyllä", "31.12.2025", "virhearvo"}


def holds(grid: TableGrid, text: str) -> bool:
    """Tell whether every word of a text stands in some cell of the sheet."""
    said = " ".join(str(value) for value in grid.cells.values()).replace(".", ",")
    return all(word.replace(".", ",") in said or word in _WRITTEN for word in text.split())


@settings(max_examples=200, deadline=None)
@given(ROWS, MERGED)
def test_any_sheet_is_read_and_only_what_it_says_comes_out(
    rows: list[list[Value]], merged: list[Block]
) -> None:
    grid = dataclasses.replace(TableGrid.of("A", *rows), merged=tuple(merged))
    for table in located(grid):
        assert Column.GOAL in table.headings
        for goal in table.goals:
            assert goal.rows >= 1
            for column in ("focus", "goal", "action", "indicator", "outcome", "target"):
                text = getattr(goal, column)
                assert text is None or (column in goal.cells and holds(grid, text))


@settings(max_examples=100, deadline=None)
@given(ROWS, MERGED)
def test_two_goals_never_take_the_same_cell_of_the_goal_s_column(
    rows: list[list[Value]], merged: list[Block]
) -> None:
    grid = dataclasses.replace(TableGrid.of("A", *rows), merged=tuple(merged))
    cells = [
        goal.cells[Column.GOAL] for table in located(grid) for goal in table.goals if goal.goal
    ]
    own = [cell for cell in cells if not any(cell in block for block in merged)]
    assert len(set(own)) == len(own)


def test_a_long_sheet_under_a_table_is_not_read_to_its_end() -> None:
    read: list[int] = []

    class Watched(TableGrid):
        def row(self, row: int) -> dict[int, Value]:
            read.append(row)
            return super().row(row)

    header: list[Value] = ["Tehtävä/Tavoite", "Toimenpide", "Mittari", "TP 2025"]
    gap: list[list[Value]] = [[]] * 4
    grid = Watched.of("A", header, ["A", "B", "C", "D"], *gap, *[["x", "y"]] * 500)
    assert [len(table.goals) for table in located(grid)] == [1]
    assert max(read) < 10


def test_a_header_whose_merged_cell_reaches_into_the_next_ends_above_it() -> None:
    header: list[Value] = ["Tavoite", "Toimenpiteet"]
    grid = TableGrid.of("A", header, header, ["Lainaus kasvaa", "Hankitaan"])
    grid = dataclasses.replace(grid, merged=(Block(1, 1, 2, 1),))
    assert [goal.goal for table in located(grid) for goal in table.goals] == ["Lainaus kasvaa"]
