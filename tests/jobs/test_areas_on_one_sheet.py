"""An area is a block, not a sheet: one written on a sheet with others is read and written alike."""

from collections.abc import Callable, Sequence
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st
from tests import cases
from tests.grids import TableBook, TableGrid

import tpxl
from tpxl.jobs.check.check import check
from tpxl.jobs.export.job import ExportWish, export
from tpxl.jobs.export.summary import summary
from tpxl.jobs.refresh import refresh
from tpxl.layout.survey import survey
from tpxl.model import Finding, Severity, Value

FEW = examples(max_examples=20)
PERIODS = ("TP 2023", "TA 2024", "TP 2024", "TA 2025", "TP 2025")
RESIDENTS = (7030, 7000, 6944, 6900, 6920)
NAMES = ("Kirjasto", "Vesihuolto ja jätteet", "Museo", "Nuorisotyö")
Rows = list[list[Value]]
Title = Callable[[int, str], Rows]


def plain(_: int, name: str) -> Rows:
    return [[name]]


def numbered(index: int, name: str) -> Rows:
    return [[f"{index + 1}. {name}"], []]


def marked(_: int, name: str) -> Rows:
    return [["VASTUUALUE:", name], []]


def with_unit(_: int, name: str) -> Rows:
    return [[name], ["6. Talouden tunnusluvut"]]


TITLES = (plain, numbered, marked, with_unit)


def figures(expenses: Sequence[int], incomes: Sequence[int], slip: int = 0) -> Rows:
    """Return an area's tables; the newest computed places are empty, one margin is `slip` off."""
    margins: list[Value] = [e + i for e, i in zip(expenses, incomes, strict=True)]
    margins[3] = expenses[3] + incomes[3] + slip
    margins[4] = None
    return [
        ["", *PERIODS],
        ["Toimintamenot", *expenses],
        ["Toimintatulot", *incomes],
        ["Toimintakate", *margins],
        [],
        ["", *PERIODS],
        ["Henkilöstömenot €", *(e // 2 for e in expenses)],
        ["Muutos %"],
        ["Toimintakate €/asukas"],
    ]


def all_figures(parts: Sequence[tuple[list[int], list[int], int]]) -> list[Rows]:
    """Return the areas' tables, no two alike: the same figures twice would be a copy."""
    return [
        figures(
            [number - 10_000_000 * index for number in expenses],
            [number + 1_000_000 * index for number in incomes],
            slip,
        )
        for index, (expenses, incomes, slip) in enumerate(parts)
    ]


areas = st.integers(2, 4).flatmap(
    lambda count: st.lists(
        st.tuples(
            st.lists(st.integers(-9_999_999, -1_000_000), min_size=5, max_size=5, unique=True),
            st.lists(st.integers(1000, 900_000), min_size=5, max_size=5, unique=True),
            st.sampled_from((0, 0, 900, -1000)),
        ),
        min_size=count,
        max_size=count,
    )
)


def settings(names: Sequence[str] = ()) -> TableGrid:
    rows: Rows = [["Kausi", "Asukasluku"], *map(list, zip(PERIODS, RESIDENTS, strict=True))]
    listed: Rows = [[], ["Vastuualueet"], *([name] for name in names)] if names else []
    return TableGrid.of("Perustiedot", *rows, [], ["Menojen etumerkki", "negatiivinen"], *listed)


def apart(parts: Sequence[Rows]) -> TableBook:
    sheets = [TableGrid.of(name[:31], *part) for name, part in zip(NAMES, parts, strict=False)]
    return TableBook.of(settings(), *sheets)


def stacked(parts: Sequence[Rows], title: Title, gap: int = 2) -> TableBook:
    rows: Rows = []
    for index, part in enumerate(parts):
        rows += [*title(index, NAMES[index]), *part, *([] for _ in range(gap))]
    return TableBook.of(settings(), TableGrid.of("Tunnusluvut", *rows))


def side_by_side(parts: Sequence[Rows], title: Title) -> TableBook:
    cells = {}
    for index, part in enumerate(parts):
        rows = [*title(index, NAMES[index]), *part]
        cells |= TableGrid.of("Tunnusluvut", *rows, left=1 + 7 * index).cells
    return TableBook.of(settings(), TableGrid("Tunnusluvut", cells))


def told(findings: Sequence[Finding]) -> set[tuple[object, ...]]:
    return {
        (one.code, one.severity, one.area, one.period, str(one.line), one.found, one.expected)
        for one in findings
    }


def answers(book: TableBook) -> tuple[object, ...]:
    findings = told(check(book).findings)
    numbers = [(r.area, r.line, r.period, r.value, r.computed) for r in summary(book)]
    edits = {(e.area, str(e.line), e.period, e.old, e.new) for e in refresh(book).edits}
    return findings, sorted(map(str, numbers)), edits, told(refresh(book).findings)


@FEW
@given(areas, st.sampled_from(TITLES), st.integers(0, 3))
def test_areas_under_one_another_are_read_and_written_as_those_on_sheets_of_their_own(
    parts: list[tuple[list[int], list[int], int]], title: Title, gap: int
) -> None:
    made = all_figures(parts)
    assert answers(stacked(made, title, gap)) == answers(apart(made))


@FEW
@given(areas, st.sampled_from(TITLES))
def test_areas_side_by_side_are_read_and_written_as_those_on_sheets_of_their_own(
    parts: list[tuple[list[int], list[int], int]], title: Title
) -> None:
    made = all_figures(parts)
    assert answers(side_by_side(made, title)) == answers(apart(made))


ONE = figures([-100_000, -110_000, -120_000, -130_000, -140_000], [9000, 8000, 7000, 6000, 5000])
OTHER = figures([-200_500, -210_600, -220_700, -230_800, -240_900], [900, 800, 700, 600, 500], 900)


def test_a_section_under_the_figures_is_of_the_area_above_it() -> None:
    goals: Rows = [
        [],
        ["4. Muut toiminnan tavoitteet"],
        ["Tavoite", "Toimenpiteet", "Mittari", "Toteuma 2025"],
        ["Laatu paranee", "Kysely", "Arvosana", "Parani."],
        [],
    ]
    parts = [["Tulosalue: Kirjasto"], *ONE, *goals, ["Tulosalue: Museo"], *OTHER, *goals]
    found = survey(TableBook.of(settings(), TableGrid.of("Tulosalueet", *parts)))
    assert [area.name for area in found.areas] == ["Kirjasto", "Museo"]
    assert [(one.area, len(one.tables)) for one in found.goals] == [("Kirjasto", 1), ("Museo", 1)]


def test_tables_that_repeat_each_other_without_titles_are_nobody_s_for_certain() -> None:
    book = TableBook.of(settings(), TableGrid.of("Luvut", *ONE, [], [], *OTHER))
    before = dict(book.read("Luvut").cells)
    result = refresh(book)
    assert [(one.code, one.cell) for one in result.findings if one.is_open] == [
        ("areas_unclear", "A12")
    ]
    assert result.edits == ()
    assert book.read("Luvut").cells == before


def test_a_table_printed_twice_is_one_area_s() -> None:
    book = TableBook.of(settings(), TableGrid.of("Kirjasto", *ONE, [], ["Sama taulukko"], *ONE))
    assert [area.name for area in survey(book).areas] == ["Kirjasto"]


def test_a_unit_s_table_under_a_marked_area_is_not_taken_for_an_area() -> None:
    rows: Rows = [["VASTUUALUE: Sivistys"], *ONE, [], *OTHER]
    result = refresh(TableBook.of(settings(), TableGrid.of("Sivistys", *rows)))
    assert result.edits == ()
    assert "areas_unclear" in {one.code for one in result.findings}


@pytest.mark.parametrize("title", ["Yhteensä", "Koko kaupunki yhteensä", "Totalt"])
def test_a_total_under_the_areas_is_no_area_is_held_to_them_and_is_not_written(title: str) -> None:
    total = figures(
        [-300_500, -320_600, -340_700, -360_800, -380_900], [9900, 8800, 7700, 6600, 5500]
    )
    total[1][2] = -325_600
    rows: Rows = [["Kirjasto"], *ONE, [], ["Museo"], *OTHER, [], [title], *total]
    book = TableBook.of(settings(), TableGrid.of("Tunnusluvut", *rows))
    assert [area.name for area in survey(book).areas] == ["Kirjasto", "Museo"]
    result = refresh(book)
    assert {edit.area for edit in result.edits} == {"Kirjasto", "Museo"}
    wrong = [one.cell for one in result.findings if one.code == "tie_areas_total"]
    assert wrong == ["C25"]


def test_a_summary_of_areas_with_sheets_of_their_own_stays_a_summary() -> None:
    rows: Rows = [["VASTUUALUE: Kirjasto"], *ONE, [], ["VASTUUALUE: Museo"], *OTHER]
    sheets = [
        TableGrid.of("Kirjasto", ["VASTUUALUE: Kirjasto"], *ONE),
        TableGrid.of("Museo", ["VASTUUALUE: Museo"], *OTHER),
    ]
    book = TableBook.of(settings(), *sheets, TableGrid.of("Yhteenveto", *rows))
    assert [area.sheet for area in survey(book).areas] == ["Kirjasto", "Museo"]
    assert {edit.sheet for edit in refresh(book).edits} == {"Kirjasto", "Museo"}


def test_the_case_book_is_two_areas_with_the_fault_in_the_second(tmp_path: Path) -> None:
    path = cases.written("02_areas_stacked_plain_titles", tmp_path / "a.xlsx")
    with tpxl.open_book(path) as book:
        edits = {edit.cell: edit.new for edit in tpxl.refresh(book).edits}
        assert tpxl.refresh(book).edits == ()
    assert edits == pytest.approx(
        {"F7": -1103340, "F12": 6.2, "F14": 5.6, "F15": -159, "E22": -2160000, "F22": -2206680}
        | {"F27": 6.2, "F29": 5.7, "F30": -319}
    )


def test_each_area_of_a_sheet_has_an_export_of_its_own(tmp_path: Path) -> None:
    path = cases.written("02_areas_stacked_plain_titles", tmp_path / "a.xlsx")
    with tpxl.open_book(path) as book:
        done = export(book, ExportWish(tmp_path, formats=("xlsx",)))
        alone = export(book, ExportWish(tmp_path / "b", areas=("Vesihuolto",), formats=("xlsx",)))
    assert [file.stem for file in done.files] == ["Kirjasto", "Vesihuolto"]
    assert [file.stem for file in alone.files] == ["Vesihuolto"]
    shown = openpyxl.load_workbook(done.files[0]).worksheets[0]
    printed = {cell.value for row in shown.iter_rows() for cell in row}
    assert {-1345270, -702510} <= printed
    assert not {-2691225, -1405705, "Vesihuolto"} & printed


def with_corners(parts: Sequence[Rows], corners: Sequence[str]) -> TableBook:
    named = [
        [[corner, *rows[0][1:]], *rows[1:]] for rows, corner in zip(parts, corners, strict=False)
    ]
    return stacked(named, lambda _, __: [])


THREE: list[tuple[list[int], list[int], int]] = [
    ([-2_000_000, -2_100_000, -2_150_000, -2_200_000, -2_250_000], [90_000] * 4 + [91_000], 900),
    ([-3_000_000, -3_100_000, -3_150_000, -3_200_000, -3_250_000], [80_000] * 4 + [81_000], 0),
    ([-4_000_000, -4_100_000, -4_150_000, -4_200_000, -4_250_000], [70_000] * 4 + [71_000], 0),
]


@pytest.mark.parametrize("count", [2, 3])
def test_a_name_beside_the_periods_tells_whose_each_part_is(count: int) -> None:
    made = all_figures(THREE[:count])
    assert answers(with_corners(made, NAMES)) == answers(apart(made))


@pytest.mark.parametrize(
    "corners",
    [
        ("Tuloslaskelma", "Tuloslaskelma", "Tuloslaskelma"),
        ("Kirjasto", "Museo", "Museo"),
        ("Ulkoiset", "Sisäiset", "Yhteensä"),
        ("Kirjasto", "Museo", "Yhteensä"),
        ("1 000 €", "Museo", "Satama"),
        ("Kirjasto", "Museo", "6. Talouden tunnusluvut"),
    ],
)
def test_corners_that_are_alike_or_no_names_tell_nothing(corners: tuple[str, ...]) -> None:
    (one,) = (
        one
        for one in check(with_corners(all_figures(THREE), corners)).findings
        if one.severity is Severity.ERROR
    )
    assert one.code == "areas_unclear"
