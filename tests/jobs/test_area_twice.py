"""Two sheets that claim one area: said once and first, and nothing is made of either."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests import cases
from tests.grids import TableBook, TableGrid

from tpxl.books import open_book
from tpxl.errors import TpxlError
from tpxl.jobs.check.check import check
from tpxl.jobs.export.job import ExportWish, export
from tpxl.jobs.refresh import refresh
from tpxl.layout import survey
from tpxl.model import Edit, Severity, Value
from tpxl.shipped import master


def area(name: str, margin: int = -800) -> list[list[Value]]:
    return [
        [f"VASTUUALUE: {name}"],
        ["6. Talous", "TP 2023", "TP 2024"],
        ["Toimintamenot", -900, -1000],
        ["Toimintatulot", 100, 120],
        ["Toimintakate", margin, None],
    ]


def book(*sheets: tuple[str, list[list[Value]]]) -> TableBook:
    return TableBook.of(*(TableGrid.of(name, *rows) for name, rows in sheets))


@pytest.mark.parametrize("copy", ["Kirjasto", "KIRJASTO", " kirjasto "])
def test_it_is_the_first_finding_and_names_both_sheets(copy: str) -> None:
    table = book(("Alue 1", area("Kirjasto")), ("Alue 2", area(copy, -5)))
    result = refresh(table)
    first, *others = result.findings
    assert (first.code, first.severity, first.sheet) == ("area_twice", Severity.ERROR, "Alue 2")
    assert [one.sheet for one in first.related] == ["Alue 1"]
    assert "Alue 1, Alue 2" in first.message
    assert (result.edits, others) == ((), [])


def test_three_sheets_of_one_area_are_one_finding_and_other_areas_are_done() -> None:
    copies = [(f"Alue {n}", area("Kirjasto")) for n in (1, 2, 3)]
    result = refresh(book(*copies, ("Museo", area("Museo"))))
    assert [one.code for one in result.findings if one.severity is Severity.ERROR] == ["area_twice"]
    assert {edit.sheet for edit in result.edits} == {"Museo"}


def test_an_area_whose_sections_stand_on_two_sheets_is_no_claim() -> None:
    staff: list[list[Value]] = [
        ["VASTUUALUE: Kirjasto"],
        ["7. Toiminta", "TP 2023", "TP 2024"],
        ["Henkilöstömenot", -500, -550],
        ["Palvelujen ostot", -50, -60],
    ]
    found = check(book(("Alue 1", area("Kirjasto")), ("Alue 2", staff))).findings
    assert [one for one in found if one.code == "area_twice"] == []


def other(name: str, of: int) -> list[list[Value]]:
    """Return an area's part of a sheet, all its figures so many times those of `area`."""
    return [
        [one * of if isinstance(one, int) else one for one in row] for row in area(name, -800)
    ] + [[]]


def marked(name: str, of: int) -> list[list[Value]]:
    return other(name, of)


def plain(name: str, of: int) -> list[list[Value]]:
    return [[name], *other(name, of)[1:]]


@pytest.mark.parametrize("titled", [marked, plain])
@pytest.mark.parametrize(
    ("sheets", "places"),
    [
        ([["Kirjasto", "Museo", "Kirjasto"]], ["Luvut 1!A1", "Luvut 1!A13"]),
        ([["Kirjasto", "Museo"], ["Satama", "KIRJASTO"]], ["Luvut 1!A1", "Luvut 2!A7"]),
        ([["Kirjasto", "Kirjasto", "Kirjasto"]], [f"Luvut 1!A{row}" for row in (1, 7, 13)]),
    ],
)
def test_parts_of_sheets_that_claim_one_area_are_told_once_with_their_places(
    titled: Callable[[str, int], list[list[Value]]], sheets: list[list[str]], places: list[str]
) -> None:
    factors = iter((1, 3, 7, 15))
    table = book(
        *(
            (f"Luvut {n}", [row for name in names for row in titled(name, next(factors))])
            for n, names in enumerate(sheets, 1)
        )
    )
    names = [area.name for area in survey(table).areas]
    assert names == [one for row in sheets for one in row if one.lower() != "kirjasto"]
    result = refresh(table)
    first, *others = [one for one in result.findings if one.severity is Severity.ERROR]
    assert (first.code, first.facts["sheets"], others) == ("area_twice", places, [])
    assert {edit.area for edit in result.edits} == set(names)


@pytest.mark.parametrize("titled", [marked, plain])
def test_a_part_that_claims_the_area_of_another_sheet_is_told_and_the_rest_is_done(
    titled: Callable[[str, int], list[list[Value]]],
) -> None:
    shared = [*titled("Kirjasto", 3), *titled("Museo", 7)]
    result = refresh(book(("Kirjasto", area("Kirjasto")), ("Muut", shared)))
    assert result.findings[0].facts["sheets"] == ["Kirjasto", "Muut!A1"]
    assert {(edit.area, edit.cell) for edit in result.edits} == {("Museo", "C11")}


def test_in_the_case_nothing_is_written_and_nothing_exported(tmp_path: Path) -> None:
    path = cases.written("09_two_sheets_one_area", tmp_path / "kirja.xlsx")
    with open_book(path) as opened:
        assert [one.code for one in refresh(opened).findings] == ["area_twice"]
        with pytest.raises(TpxlError) as caught:
            export(opened, ExportWish(tmp_path / "ulos", formats=("xlsx",)))
    assert caught.value.code == "export_area_twice"


def test_a_copied_sheet_of_the_master_takes_no_other_figure_with_it(tmp_path: Path) -> None:
    with open_book(master()) as opened:
        opened.apply([Edit("Työllisyyspalvelut", "A1", None)])
        opened.apply([Edit("Työllisyyspalvelut", "A1", "VASTUUALUE: Kaupunkimarkkinointi")])
        result = refresh(opened)
        assert result.findings[0].code == "area_twice"
        assert not {edit.sheet for edit in result.edits} & {
            "Työllisyyspalvelut",
            "Kaupunkimarkkinointi",
            "Vyörytys",
        }
        done = export(opened, ExportWish(tmp_path, formats=("xlsx",)))
    assert [file.stem for file in done.files] == ["Asuminen ja ympäristö"]
    assert [error.code for error in done.doubts][:1] == ["export_area_twice"]
