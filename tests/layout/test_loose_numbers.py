from collections import Counter
from dataclasses import dataclass, field

from tests.grids import TableGrid

from tpxl.layout.scan import scan_sheet
from tpxl.model import Address, Cell, Value

AREA = TableGrid.of(
    "Kirjasto",
    ["VASTUUALUE: Kirjasto"],
    [""],
    ["", "TP 2024", "TP 2025", "", "a", "b"],
    ["Toimintatulot", 5, 6, "", 1.5, True],
    ["Toimintamenot", -50, -60, "", 20, 7],
    ["Toimintakate", -45, -54, "", 3, 11],
)


@dataclass(frozen=True)
class Watched(TableGrid):
    """A sheet that counts how often each row is asked for."""

    asked: Counter[int] = field(default_factory=Counter)

    def row(self, row: int) -> dict[int, Value]:
        self.asked[row] += 1
        return super().row(row)

    def cells_of(self, row: int) -> dict[int, Cell]:
        self.asked[row] += 1
        return super().cells_of(row)


def test_numbers_beside_a_table_are_found_in_its_rows_and_a_truth_value_is_none() -> None:
    (loose,) = scan_sheet(AREA, is_pending=False).numbers
    assert loose.figures == tuple(map(Address.parse, ("E4", "E5", "F5", "E6", "F6")))
    assert loose.heads == ("a", "b")


def test_the_rows_of_a_table_are_read_once() -> None:
    watched = Watched(AREA.sheet, AREA.cells)
    scan_sheet(watched, is_pending=False)
    assert {row: watched.asked[row] for row in (4, 5, 6)} == {4: 1, 5: 1, 6: 1}
