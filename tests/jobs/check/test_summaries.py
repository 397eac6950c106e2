"""What a summary lacks, names wrongly or cannot show is told once, as its cause."""

from collections.abc import Callable

import pytest
from tests import printed
from tests.grids import TableBook, TableGrid

from tpxl.jobs.check.check import check
from tpxl.model import CellError, Finding, Severity, Value

PERIODS = ("TP 2024", "TP 2025")
MARGINS = {"Kirjasto": -1_753, "Liikunta": -917, "Museo": -455, "Satama": -201}


Summary = Callable[..., TableGrid]


def area(name: str, margin: int, title: str = "") -> TableGrid:
    rows: printed.Rows = [
        [f"VASTUUALUE: {title or name}"],
        ["", *PERIODS],
        ["Toimintamenot", margin - 300, margin - 300],
        ["Toimintatulot", 300, 300],
        ["Toimintakate", margin, margin],
    ]
    return TableGrid.of(name, *rows)


def areas(*names: str) -> list[TableGrid]:
    return [area(name, MARGINS[name]) for name in names]


def down(*names: str, total: int | None = None, **named: Value) -> TableGrid:
    """Return a summary of areas in rows; `named` gives other figures for a name."""
    told = {name: named.get(name, MARGINS.get(name, -100)) for name in names}
    summed = sum(one for one in told.values() if isinstance(one, int))
    rows: printed.Rows = [["Toimintakate"], ["", *PERIODS]]
    rows += [[name, number, number] for name, number in told.items()]
    rows.append(["Yhteensä", *[summed if total is None else total] * 2])
    return TableGrid.of("Yhteenveto", *rows)


def across(*names: str) -> TableGrid:
    numbers: list[Value] = [MARGINS.get(name, -100) for name in names]
    summed = sum(one for one in numbers if isinstance(one, int))
    return TableGrid.of(
        "Yhteenveto", ["TP 2025"], ["", *names, "Yhteensä"], ["Toimintakate", *numbers, summed]
    )


def told(*sheets: TableGrid) -> list[Finding]:
    loud = {Severity.ERROR, Severity.UNVERIFIABLE, Severity.WARNING, Severity.ROUNDING}
    return [one for one in check(TableBook.of(*sheets)).findings if one.severity in loud]


@pytest.mark.parametrize("summary", [down, across])
def test_a_summary_of_all_areas_is_not_told_of(summary: Summary) -> None:
    assert not told(
        *areas("Kirjasto", "Liikunta", "Museo"), summary("Kirjasto", "Liikunta", "Museo")
    )


@pytest.mark.parametrize("summary", [down, across])
def test_an_area_that_a_summary_lacks_is_one_error_at_its_total(summary: Summary) -> None:
    (only,) = told(*areas("Kirjasto", "Liikunta", "Museo"), summary("Kirjasto", "Liikunta"))
    assert (only.code, only.severity, only.area, only.sheet) == (
        "area_not_in_summary",
        Severity.ERROR,
        "Museo",
        "Yhteenveto",
    )
    assert only.cell == ("B5" if summary is down else "D3")


def test_a_list_of_few_of_the_areas_is_no_summary_of_all() -> None:
    sheets = areas("Kirjasto", "Liikunta", "Museo", "Satama")
    sheets.append(area("Uimahalli", -77))
    assert not told(*sheets, down("Kirjasto", "Liikunta"))


@pytest.mark.parametrize("summary", [down, across])
def test_a_name_that_no_area_has_is_one_error_and_its_totals_are_not_told_of(
    summary: Summary,
) -> None:
    (only,) = told(*areas("Kirjasto", "Liikunta"), summary("Kirjasto", "Puisto", "Liikunta"))
    assert (only.code, only.severity) == ("summary_names_unknown_area", Severity.ERROR)
    assert only.cell == ("A4" if summary is down else "C2")
    assert '"Puisto"' in only.message


def test_a_renamed_area_is_told_by_both_its_names() -> None:
    found = told(*areas("Kirjasto", "Liikunta", "Museo"), down("Kirjasto", "Liikunta", "Muse0"))
    assert [one.code for one in found] == ["area_not_in_summary", "summary_names_unknown_area"]


def test_a_subtotal_is_no_area() -> None:
    found = told(*areas("Kirjasto", "Liikunta"), down("Kirjasto", "Sivistys yhteensä", "Liikunta"))
    assert {one.code for one in found} == {"total_parts_unknown"}


def test_a_summary_may_call_an_area_by_its_sheet() -> None:
    sheets = [
        area("Kirjasto", -1_753, "Kirjasto- ja kulttuuripalvelut"),
        *areas("Liikunta", "Museo"),
    ]
    assert not told(*sheets, down("Kirjasto", "Liikunta", "Museo"))


def test_an_area_of_the_settings_without_a_sheet_is_known() -> None:
    settings = TableGrid.of(
        "Perustiedot",
        ["Vastuualue", "Desimaalit €/asukas"],
        *([name, 0] for name in ("Kirjasto", "Liikunta", "Puisto")),
    )
    found = told(*areas("Kirjasto", "Liikunta"), settings, down("Kirjasto", "Puisto", "Liikunta"))
    assert not found


@pytest.mark.parametrize("error", ["#REF!", "#DIV/0!", "#NAME?"])
def test_error_values_of_a_summary_are_one_error_and_no_total_is_judged_over_them(
    error: str,
) -> None:
    value = CellError(error)
    summary = down("Kirjasto", "Liikunta", "Museo", total=-9, Museo=value)
    (only,) = told(*areas("Kirjasto", "Liikunta", "Museo"), summary)
    assert (only.code, only.sheet, only.cell, only.area) == (
        "error_values",
        "Yhteenveto",
        "B5",
        None,
    )
    assert only.facts["count"] == 2
    assert ("ei enää ole" in only.message) is (error == "#REF!")


@pytest.mark.parametrize("text", ["#VIITTAUS!", "#REF!"])
def test_a_total_that_is_an_error_itself_is_of_them(text: str) -> None:
    summary = down("Kirjasto", "Liikunta", Liikunta=text)
    at = max(summary.cells)
    cells = {**summary.cells, at: CellError("#REF!")}
    (only,) = told(*areas("Kirjasto", "Liikunta"), TableGrid("Yhteenveto", cells))
    assert (only.code, only.facts["count"]) == ("error_values", 3)


def test_many_errors_of_an_area_are_one_error_of_that_area() -> None:
    sheet = area("Kirjasto", -1_753)
    broken = {
        at: CellError("#REF!") if at.row in {3, 4} and at.column > 1 else v
        for at, v in sheet.cells.items()
    }
    found = told(TableGrid("Kirjasto", broken), *areas("Liikunta"))
    assert [(one.code, one.area, one.cell) for one in found] == [("error_values", "Kirjasto", "B3")]
    assert len(found[0].related) == 3
