"""An area whose figures are another's in every cell is a copied sheet nobody filled in."""

from collections.abc import Mapping

import pytest
from tests import printed
from tests.grids import TableBook, TableGrid

from tpxl.jobs.check.check import check
from tpxl.model import Address, Finding, Severity, Value

FIGURES = ((-5_310, -5_480), (1_210, 1_230), (-4_100, -4_250), (-2_070, -2_110))
LABELS = ("Toimintamenot", "Toimintatulot", "Toimintakate", "Henkilöstömenot")
NOTHING: Mapping[str, Value] = {}


def area(name: str, figures: object = FIGURES, changed: Mapping[str, Value] = NOTHING) -> TableGrid:
    assert isinstance(figures, tuple)
    rows: printed.Rows = [[f"VASTUUALUE: {name}"], ["", "TP 2024", "TP 2025"]]
    rows += [[label, *row] for label, row in zip(LABELS, figures, strict=False)]
    sheet = TableGrid.of(name, *rows)
    cells = {**sheet.cells, **{Address.parse(at): value for at, value in changed.items()}}
    return TableGrid(name, {at: value for at, value in cells.items() if value is not None})


def told(*areas: TableGrid) -> list[Finding]:
    found = check(TableBook.of(*areas)).findings
    return [one for one in found if one.code == "area_same_figures"]


def test_a_copied_sheet_is_one_warning_that_names_the_other_area() -> None:
    (only,) = told(area("Kirjasto"), area("Liikunta", changed={"B6": -1}), area("Museo"))
    assert (only.severity, only.area, only.cell) == (Severity.WARNING, "Museo", "B3")
    assert "Kirjasto" in only.message


def test_a_sheet_copied_twice_is_told_of_each_copy() -> None:
    found = told(*(area(name) for name in ("Kirjasto", "Liikunta", "Museo")))
    assert [one.area for one in found] == ["Liikunta", "Museo"]


@pytest.mark.parametrize("changed", [{"C6": -2_111}, {"C6": None}, {"B3": -5_311}])
def test_one_other_figure_makes_another_area(changed: Mapping[str, Value]) -> None:
    assert not told(area("Kirjasto"), area("Liikunta", changed=changed))


@pytest.mark.parametrize(
    "figures",
    [
        ((0, 0), (0, 0), (0, 0), (0, 0)),
        ((-5_310, -5_480), (1_210, 1_230)),
        ((-1, -1), (1, 1), (0, 0), (-1, -1)),
    ],
)
def test_zeros_or_few_figures_are_alike_by_chance(figures: object) -> None:
    assert not told(area("Kirjasto", figures), area("Liikunta", figures))
