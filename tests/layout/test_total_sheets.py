"""A sheet of all areas together is a summary: known by its name or by its figures."""

from decimal import Decimal
from pathlib import Path

import pytest
from tests import cases
from tests.grids import TableBook, TableGrid

from tpxl.books import open_book
from tpxl.jobs.check.check import check
from tpxl.jobs.export.job import ExportWish, export
from tpxl.jobs.export.summary import summary
from tpxl.jobs.refresh import refresh
from tpxl.layout import survey
from tpxl.model import Finding, Severity, Value

PERIODS = ["TP 2023", "TA 2024", "TP 2024"]
Three = tuple[int, int, int]
KIRJASTO: tuple[Three, Three] = ((-900, -950, -1000), (100, 110, 120))
MUSEO: tuple[Three, Three] = ((-400, -410, -420), (40, 50, 60))
PUISTO: tuple[Three, Three] = ((-70, -80, -90), (7, 10, 9))


def area(figures: tuple[Three, Three], title: str = "") -> list[list[Value]]:
    expenses, income = figures
    margin = [cost + other for cost, other in zip(expenses, income, strict=True)]
    return [
        [title],
        ["", *PERIODS],
        ["Toimintamenot", *expenses],
        ["Toimintatulot", *income],
        ["Toimintakate", *margin],
    ]


def total(*parts: tuple[Three, Three], off: int = 0) -> tuple[Three, Three]:
    sums = [tuple(map(sum, zip(*(one[at] for one in parts), strict=True))) for at in (0, 1)]
    (a, b, c), (d, e, f) = sums
    return (a, b, c), (d, e, f + off)


def book(**sheets: list[list[Value]]) -> TableBook:
    grids = (TableGrid.of(name.replace("_", " "), *rows) for name, rows in sheets.items())
    return TableBook.of(*grids)


def told(made: TableBook) -> list[Finding]:
    return list(check(made).findings)


def test_the_total_of_the_case_is_no_area_and_its_wrong_figure_is_told(tmp_path: Path) -> None:
    with open_book(cases.written("26_total_sheet", tmp_path / "kirja.xlsx")) as opened:
        (wrong,) = check(opened).findings
        assert (wrong.code, wrong.sheet, wrong.cell) == ("tie_areas_total", "Yhteensä", "F6")
        assert (wrong.found, wrong.expected) == (Decimal(726975), Decimal(726475))
        assert refresh(opened).edits == ()
        assert {row.area for row in summary(opened)} == {"Kirjasto", "Vesihuolto"}
        done = export(opened, ExportWish(tmp_path / "ulos"))
        assert [file.stem for file in done.files] == ["Kirjasto", "Vesihuolto"]


@pytest.mark.parametrize(
    "name", ["Yhteensä", "Koko kaupunki", "KOKO KAUPUNKI YHT.", "Kunta yhteensä", "Totalt", "YHT"]
)
def test_it_is_known_by_its_name(name: str) -> None:
    sheets = {"Kirjasto": area(KIRJASTO), "Museo": area(MUSEO)}
    wrong = area(total(KIRJASTO, MUSEO, off=5))
    made = book(**sheets, **{name: wrong})
    assert [one.name for one in survey(made).areas] == ["Kirjasto", "Museo"]
    assert ("tie_areas_total", "D4") in [(one.code, one.cell) for one in told(made)]
    marked = book(**sheets, Taul3=area(total(KIRJASTO, MUSEO), f"VASTUUALUE: {name}"))
    assert [one.sheet for one in survey(marked).summaries] == ["Taul3"]
    assert told(marked) == []


@pytest.mark.parametrize("name", ["Taul1", "Kooste 2024", "Sivistys ja tekninen"])
def test_it_is_known_by_figures_that_are_the_sums_of_the_others(name: str) -> None:
    of_all = area(total(KIRJASTO, MUSEO, PUISTO))
    made = book(
        **{name.replace(" ", "_"): of_all},
        Kirjasto=area(KIRJASTO), Museo=area(MUSEO), Puisto=area(PUISTO),
    )  # fmt: skip
    found = survey(made)
    assert [one.name for one in found.areas] == ["Kirjasto", "Museo", "Puisto"]
    assert [one.sheet for one in found.summaries] == [name]
    (taken,) = told(made)
    assert (taken.code, taken.severity, taken.sheet) == ("taken_for_total", Severity.INFO, name)


@pytest.mark.parametrize("times", [(1, 2, 3), (2, 5, 7), (1, 2, 3, 6)])
def test_areas_that_are_multiples_of_each_other_are_no_totals(times: tuple[int, ...]) -> None:
    sheets = {f"Alue_{n}": area(total(*[MUSEO] * n)) for n in times}
    made = book(**sheets)
    assert [one.name for one in survey(made).areas] == [name.replace("_", " ") for name in sheets]
    assert "taken_for_total" not in {one.code for one in told(made)}


def test_a_total_of_two_areas_that_only_its_figures_tell_is_told_and_its_list_undoes_it() -> None:
    sheets = {"Kirjasto": area(KIRJASTO), "Museo": area(MUSEO)}
    made = book(**sheets, Sivistys=area(total(KIRJASTO, MUSEO)))
    assert [one.name for one in survey(made).areas] == ["Kirjasto", "Museo"]
    (taken,) = told(made)
    assert (taken.code, taken.sheet, taken.cell) == ("taken_for_total", "Sivistys", "B3")
    assert "luetteloon" in taken.message
    listed: list[list[Value]] = [["Vastuualue", "Desimaalit €/asukas"], ["Sivistys", 0]]
    made = book(**sheets, Sivistys=area(total(KIRJASTO, MUSEO)), Perustiedot=listed)
    assert "taken_for_total" not in {one.code for one in told(made)}


def test_a_total_in_thousands_ties_within_its_rounding() -> None:
    big = [tuple(tuple(n * 1000 for n in row) for row in one) for one in (KIRJASTO, MUSEO)]
    sums = total(*big)  # type: ignore[arg-type]
    rows = area(tuple(tuple(n // 1000 for n in row) for row in sums), "1 000 €")  # type: ignore[arg-type]
    made = book(Kirjasto=area(big[0]), Museo=area(big[1]), Yhteensä=rows)  # type: ignore[arg-type]
    assert told(made) == []


def test_an_area_that_the_total_lacks_is_named_and_no_figure_is_called_wrong() -> None:
    made = book(
        Kirjasto=area(KIRJASTO), Museo=area(MUSEO), Puisto=area(PUISTO),
        Yhteensä=area(total(KIRJASTO, PUISTO)),
    )  # fmt: skip
    (lacking,) = told(made)
    assert (lacking.code, lacking.area, lacking.sheet) == (
        "area_not_in_summary", "Museo", "Yhteensä",
    )  # fmt: skip


def test_a_total_of_something_else_is_said_once_not_to_be_checked() -> None:
    made = book(
        Kirjasto=area(KIRJASTO), Museo=area(MUSEO), Yhteensä=area(((-1, -2, -3), (9, 8, 7)))
    )  # fmt: skip
    assert [one.code for one in told(made)] == ["total_parts_unknown"]


def test_a_sheet_of_some_areas_is_an_area_of_its_own() -> None:
    made = book(
        Kirjasto=area(KIRJASTO), Museo=area(MUSEO), Puisto=area(PUISTO),
        Sivistys=area(total(KIRJASTO, MUSEO)),
    )  # fmt: skip
    assert len(survey(made).areas) == 4


def test_a_unit_with_goals_or_in_the_list_of_areas_stays_an_area_though_it_is_the_sum() -> None:
    sheets = {"Kirjasto": area(KIRJASTO), "Museo": area(MUSEO)}
    of_all = area(total(KIRJASTO, MUSEO))
    goals: list[list[Value]] = [
        ["4. Muut tavoitteet"],
        ["Tavoite", "Toimenpiteet", "Mittari", "TP 2024"],
        ["A", "B", "C", "D"],
    ]
    with_goals = book(**sheets, Sivistys=[*of_all, [], *goals])
    assert len(survey(with_goals).areas) == 3
    listed = book(**sheets, Sivistys=of_all, Perustiedot=[["Vastuualue", "Desimaalit €/asukas"],
                                                          ["Sivistys", 0]])  # fmt: skip
    assert len(survey(listed).areas) == 3


def test_the_whole_citys_own_report_is_an_area_where_there_is_no_other() -> None:
    assert [one.name for one in survey(book(Koko_kaupunki=area(KIRJASTO))).areas] == [
        "Koko kaupunki"
    ]


@pytest.mark.parametrize(("row", "cell"), [("margin", "D5"), ("per_resident", "D6")])
def test_a_wrong_figure_of_a_total_sheet_is_told_in_words(row: str, cell: str) -> None:
    whole = area(total(KIRJASTO, MUSEO), "Koko kaupunki")
    whole.append(["Toimintakate €/asukas", -116, -120, -124])
    whole[5 if row == "per_resident" else 4][3] = -999
    residents = [[period, 10] for period in PERIODS]
    book = TableBook.of(
        TableGrid.of("Perustiedot", ["Kausi", "Asukasluku"], *residents),
        TableGrid.of("Kirjasto", *area(KIRJASTO, "VASTUUALUE: Kirjasto")),
        TableGrid.of("Museo", *area(MUSEO, "VASTUUALUE: Museo")),
        TableGrid.of("Koko kaupunki", *whole),
    )
    told = [one for one in check(book).findings if one.severity is Severity.ERROR]
    assert [(one.code, one.cell) for one in told] == [(row, cell)]
    assert "Koko kaupunki" in told[0].message
