import pytest
from tests.grids import TableGrid

from tpxl.layout.scan import SheetScan, scan_sheet
from tpxl.layout.views import View
from tpxl.model import Address

PLAIN = SheetScan("A", (), (), None)


def page(*rows: list[object]) -> SheetScan:
    grid = TableGrid.of("A", *rows)  # type: ignore[arg-type]
    return scan_sheet(grid, is_pending=False)


def test_a_sheet_without_their_words_has_none() -> None:
    read = page(["", "TP 2024", "TP 2025"], ["Toimintamenot", -1, -2], ["Muutos %"])
    assert (read.goals, read.allocations, read.pools) == (PLAIN.goals, PLAIN.allocations, None)
    assert (read.comparisons, read.journals) == (PLAIN.comparisons, PLAIN.journals)


@pytest.mark.parametrize(
    ("rows", "field"),
    [
        ([["Tavoite", "Toimenpiteet", "Mittari"], ["Sujuva arki", "Kysely", "Tulos"]], "goals"),
        (
            [["Kausi", "Mistä", "Mihin", "Osuus %"], ["TP 2025", "Hallinto", "Asuminen", 5]],
            "allocations",
        ),
        ([["Vyörytettävä erä", "Hallinto"]], "pools"),
        ([["", "TA 2025", "TP 2025", "Poikkeama"], ["Palkat", 1, 2, 1]], "comparisons"),
        ([["Vakavuus", "Havainto", "Perustelu", "Taulukko", "Solu"]], "journals"),
        ([["Aika", "Taulukko", "Solu", "Vanha", "Uusi"]], "journals"),
    ],
)
def test_a_domain_s_words_lead_to_its_tables(rows: list[list[object]], field: str) -> None:
    assert getattr(page(*rows), field) != getattr(PLAIN, field)


def test_a_hidden_row_looks_empty_and_the_others_as_they_are() -> None:
    whole = TableGrid.of("A", ["Vyörytys", 1], ["Toimintamenot", 2])
    grid = View(whole, frozenset({1}))
    assert [text.row for text in grid.texts(lambda _: True)] == [2]
    assert (grid.row(1), grid.cells_of(1), grid.value(Address(1, 1))) == ({}, {}, None)
    assert grid.row(2) == whole.row(2)
    assert grid.cells_of(2) == whole.cells_of(2)
    assert grid.value(Address(2, 2)) == 2
    assert (grid.sheet, grid.last_row, grid.merged) == ("A", 2, ())


def test_of_a_hidden_cell_nothing_is_told() -> None:
    at = frozenset({Address(1, 1), Address(2, 1)})
    whole = TableGrid("A", dict.fromkeys(at, "x"), formulas=at, lettered=at)
    grid = View(whole, frozenset({1}))
    for asked in (grid.has_formula, grid.has_rich_text):
        assert (asked(Address(1, 1)), asked(Address(2, 1))) == (False, True)
    assert grid.number_format(Address(2, 1)) == "General"
