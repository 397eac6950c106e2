"""Areas without sheets of their own, together in one table: read, checked, refreshed, summed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests import cases
from tests.grids import TableBook, TableGrid

from tpxl.books import open_book
from tpxl.errors import TpxlError
from tpxl.jobs.check.check import check
from tpxl.jobs.export.job import ExportWish, export
from tpxl.jobs.export.summary import summary
from tpxl.jobs.refresh import refresh
from tpxl.layout import survey
from tpxl.model import Severity, Value

AREAS = ["Kirjasto", "Vesihuolto"]
PERIODS = ["TP 2023", "TP 2024", "TP 2025"]
LINES = [
    "Toimintamenot", "Toimintatulot", "Toimintakate", "Henkilöstömenot", "Muutos %",
    "Toimintakate €/asukas",
]  # fmt: skip
RIGHT: dict[str, list[list[Value]]] = {
    "Kirjasto": [
        [-1204310, -1262480, -1345270], [210400, 228760, 241930], [-993910, -1033720, -1103340],
        [-640200, -661340, -702510], [None, 3.3, 6.2], [-141, -149, -159],
    ],
    "Vesihuolto": [
        [-2408757, -2525371, -2691225], [420937, 457931, 484545], [-1987820, -2067440, -2206680],
        [-1280537, -1323091, -1405705], [None, 3.3, 6.2], [-283, -298, -319],
    ],
}  # fmt: skip
WRONG = {("Vesihuolto", 2, 2): -2206700, ("Kirjasto", 2, 2): None, ("Kirjasto", 4, 2): 6.9}
"""By area, line and period: a wrong margin, an empty one, a wrong change."""

Rows = list[list[Value]]
Held = Callable[[str, int, int], Value]


def listed(held: Held) -> Rows:
    rows: Rows = [["Vastuualue", "Rivi", *PERIODS]]
    for area in AREAS:
        for n, line in enumerate(LINES):
            rows.append([area, line, *(held(area, n, p) for p in range(3))])
    return rows


def grouped(held: Held) -> Rows:
    seen: set[Value] = set()
    rows = listed(held)
    for row in rows:
        row[0] = None if row[0] in seen else (seen.add(row[0]), row[0])[1]  # type: ignore[func-returns-value]
    return rows


def across(held: Held) -> Rows:
    rows: Rows = [[None, "Kirjasto", None, None, "Vesihuolto"], [None, *PERIODS, *PERIODS]]
    for n, line in enumerate(LINES):
        rows.append([line, *(held(area, n, p) for area in AREAS for p in range(3))])
    return rows


def under_periods(held: Held) -> Rows:
    heads = [head for period in PERIODS for head in (period, None)]
    rows: Rows = [[None, *heads], [None, *AREAS, *AREAS, *AREAS]]
    for n, line in enumerate(LINES):
        rows.append([line, *(held(area, n, p) for p in range(3) for area in AREAS)])
    return rows


def lines_across(held: Held) -> Rows:
    rows: Rows = [["Vastuualue", "Kausi", *LINES]]
    for area in AREAS:
        for p, period in enumerate(PERIODS):
            rows.append([area, period, *(held(area, n, p) for n in range(len(LINES)))])
    return rows


def periods_first(held: Held) -> Rows:
    rows: Rows = [["Kausi", "Vastuualue", *LINES]]
    for p, period in enumerate(PERIODS):
        for area in AREAS:
            rows.append([period, area, *(held(area, n, p) for n in range(len(LINES)))])
    return rows


FORMS = [listed, grouped, across, under_periods, lines_across, periods_first]


def settings(*, names_areas: bool = True) -> TableGrid:
    rows: Rows = [["Kausi", "Asukasluku"], ["TP 2023", 7030], ["TP 2024", 6944], ["TP 2025", 6920]]
    rows += [[], ["Menojen etumerkki", "negatiivinen"], []]
    if names_areas:
        rows += [["Vastuualue", "Desimaalit €/asukas"], *([area, 0] for area in AREAS)]
    return TableGrid.of("Perustiedot", *rows)


def right(area: str, line: int, period: int) -> Value:
    return RIGHT[area][line][period]


def wrong(area: str, line: int, period: int) -> Value:
    return WRONG.get((area, line, period), right(area, line, period))


def table(form: Callable[[Held], Rows], held: Held) -> TableGrid:
    return TableGrid.of("Tunnusluvut", *form(held), top=3, left=2)


@pytest.mark.parametrize("form", FORMS)
def test_a_right_table_has_no_finding_and_its_figures_are_summed(
    form: Callable[[Held], Rows],
) -> None:
    book = TableBook.of(settings(), table(form, right))
    assert [one for one in check(book).findings if one.severity is not Severity.COMMENT] == []
    told = {(row.area, row.line, row.period): row.printed for row in summary(book)}
    assert told["Vesihuolto", "OPERATING_MARGIN", "TP 2024"] == -2067440
    assert told["Kirjasto", "STAFF_EXPENDITURE.change_percent", "TP 2025"] == 6.2
    assert len(told) == 2 * (6 * 3 - 1)


@pytest.mark.parametrize("form", FORMS)
def test_what_is_wrong_or_empty_is_told_and_mended_where_it_stands(
    form: Callable[[Held], Rows],
) -> None:
    book = TableBook.of(settings(), table(form, wrong))
    sound, spoilt = table(form, right), table(form, wrong)
    places = {at.a1 for at in sound.cells if sound.cells[at] != spoilt.cells.get(at)}
    assert len(places) == len(WRONG)
    assert {one.cell for one in check(book).findings if one.code != "base_missing"} >= places
    result = refresh(book)
    assert {edit.cell for edit in result.edits} == places
    assert book.grids["Tunnusluvut"].cells == sound.cells
    assert refresh(book).edits == ()


@pytest.mark.parametrize("form", [listed, across])
def test_the_areas_names_need_stand_nowhere_else(form: Callable[[Held], Rows]) -> None:
    book = TableBook.of(settings(names_areas=False), table(form, wrong))
    assert [area.name for area in survey(book).areas] == AREAS
    assert len(refresh(book).edits) == len(WRONG)


@pytest.mark.parametrize("form", FORMS)
def test_where_one_of_them_has_a_sheet_the_table_is_a_summary_and_is_not_changed(
    form: Callable[[Held], Rows],
) -> None:
    own: Rows = [["VASTUUALUE: Kirjasto"], ["", *PERIODS]]
    own += [[line, *RIGHT["Kirjasto"][n]] for n, line in enumerate(LINES)]
    spoilt = table(form, wrong)
    book = TableBook.of(settings(), spoilt, TableGrid.of("Kirjasto", *own))
    assert [area.sheet for area in survey(book).areas] == ["Kirjasto"]
    assert refresh(book).edits == ()
    assert book.grids["Tunnusluvut"] == spoilt


@pytest.mark.parametrize(
    ("case", "sheet", "cell"),
    [("13_areas_as_columns", "Yhteenveto", "F7"), ("14_list_layout", "Tunnusluvut", "F10")],
)
def test_the_cases_are_right(case: str, sheet: str, cell: str, tmp_path: Path) -> None:
    with open_book(cases.written(case, tmp_path / "kirja.xlsx")) as opened:
        (finding,) = check(opened).findings
        assert (finding.sheet, finding.cell, finding.expected) == (sheet, cell, -2160000)
        assert [(e.sheet, e.cell, e.new) for e in refresh(opened).edits] == [
            (sheet, cell, -2160000)
        ]
        assert refresh(opened).edits == ()
        assert {row.area for row in summary(opened)} == {"Kirjasto", "Vesihuolto"}
        with pytest.raises(TpxlError) as caught:
            export(opened, ExportWish(tmp_path / "ulos"))
        assert caught.value.code == "left_in_table"
