from tests.grids import TableGrid

from tpxl.layout.masking import WithoutRows
from tpxl.model import Address


def test_a_hidden_row_looks_empty_and_the_others_as_they_are() -> None:
    whole = TableGrid.of("A", ["Vyörytys", 1], ["Toimintamenot", 2])
    grid = WithoutRows(whole, frozenset({1}))
    assert [text.row for text in grid.texts(lambda _: True)] == [2]
    assert (grid.row(1), grid.cells_of(1), grid.value(Address(1, 1))) == ({}, {}, None)
    assert grid.row(2) == whole.row(2)
    assert grid.cells_of(2) == whole.cells_of(2)
    assert grid.value(Address(2, 2)) == 2
    assert (grid.sheet, grid.last_row, grid.merged) == ("A", 2, ())


def test_of_a_hidden_cell_nothing_is_told() -> None:
    at = frozenset({Address(1, 1), Address(2, 1)})
    whole = TableGrid("A", dict.fromkeys(at, "x"), formulas=at, lettered=at)
    grid = WithoutRows(whole, frozenset({1}))
    for asked in (grid.has_formula, grid.is_lettered):
        assert (asked(Address(1, 1)), asked(Address(2, 1))) == (False, True)
    assert grid.number_format(Address(2, 1)) == "General"
