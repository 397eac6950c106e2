"""One row of periods for more than one section, or for more than one area."""

from pathlib import Path

import pytest
from tests import cases
from tests.grids import TableBook, TableGrid

from tpxl.books import open_book
from tpxl.jobs.check.check import check
from tpxl.jobs.export.choices import Choices
from tpxl.jobs.export.content import ReportSource, area_report
from tpxl.jobs.export.report import AreaReport
from tpxl.jobs.refresh import refresh
from tpxl.layout import survey
from tpxl.messages import catalogue
from tpxl.model import FiguresTable, Sheets, Value

Rows = list[list[Value]]
HEADER: list[Value] = ["", "TP 2024", "TP 2025"]
ECONOMY: Rows = [
    ["Toimintamenot", -1000, -1100],
    ["Toimintatulot", 100, 120],
    ["Toimintakate", -900],
]
SEVEN: list[Value] = ["7. Toiminnan tunnusluvut"]
STAFF: Rows = [["Henkilöstömenot", -500, -550], ["Muutos %"], ["Palvelujen ostot", -50, -60]]


def book(*rows: list[Value]) -> TableBook:
    return TableBook.of(TableGrid.of("Kirjasto", *rows))


def edits(table: TableBook) -> dict[str, object]:
    return {edit.cell: edit.new for edit in refresh(table).edits}


def tables(*rows: list[Value]) -> tuple[FiguresTable, ...]:
    return survey(book(*rows)).areas[0].tables


def area_rows(of: int) -> Rows:
    return [[row[0], *(of * v for v in row[1:] if isinstance(v, int))] for row in ECONOMY]


def report(opened: Sheets) -> AreaReport:
    found = survey(opened)
    source = ReportSource(opened, found, Choices.of(found.settings, ","), catalogue("fi"))
    return area_report(found.areas[0], source)


def test_in_the_case_the_second_section_is_read_under_the_first_one_s_periods(
    tmp_path: Path,
) -> None:
    path = cases.written("11_one_header_two_sections", tmp_path / "kirja.xlsx")
    with open_book(path) as opened:
        wanted = {"E7": -1080000, "F7": -1103340, "F12": 6.2, "F14": 5.6, "F15": -159}
        assert {edit.cell: edit.new for edit in refresh(opened).edits} == wanted
        assert refresh(opened).edits == ()
        printed = report(opened)
    (six, seven) = (printed.sections[number].figures for number in (5, 6))
    periods = ("TP 2023", "TA 2024", "TP 2024", "TA 2025", "TP 2025")
    assert [len(block.lines) for block in (*six, *seven)] == [3, 6]
    assert [block.periods for block in (*six, *seven)] == [periods, periods]
    assert printed.left_out == ()


@pytest.mark.parametrize("heading", ["7. Toiminnan tunnusluvut", "Toiminnan tunnusluvut", "Muuta"])
@pytest.mark.parametrize("blank", [0, 2])
def test_a_section_without_periods_of_its_own_has_those_above(heading: str, blank: int) -> None:
    gap: Rows = [[] for _ in range(blank)]
    row = 7 + 2 * blank
    assert edits(book(HEADER, *ECONOMY, *gap, [heading], *gap, *STAFF)) == {
        "C4": -980,
        f"C{row}": 10,
    }


def test_sections_of_one_line_or_more_share_one_row_of_periods() -> None:
    last: Rows = [["8. Sisäinen valvonta"], ["Vakin. virat ja toimet 31.12.", 3, 4]]
    found = tables(HEADER, ["6. Talouden tunnusluvut"], *ECONOMY, SEVEN, *STAFF, *last)
    assert [(one.header_row, len(one.rows)) for one in found] == [(1, 3), (1, 3), (1, 1)]


def test_numbers_in_other_columns_are_under_no_heading_above() -> None:
    beside: Rows = [[row[0], "", "", *row[1:]] for row in STAFF]
    header: list[Value] = ["", "TP 2024", "TP 2025", "", "TA 2025"]
    assert [len(one.rows) for one in tables(header, *ECONOMY, SEVEN, *beside)] == [3]


@pytest.mark.parametrize(
    "own", [["", "TA 2024", "TA 2025"], ["", "tammi", "helmi"], ["Tili", "Arvio", "Ero"]]
)
def test_headings_between_are_those_that_count(own: list[Value]) -> None:
    first, *others = tables(HEADER, *ECONOMY, SEVEN, own, *STAFF)
    assert len(first.rows) == 3
    assert all(one.header_row == 6 for one in others)


def test_headings_beside_a_section_s_heading_are_its_own() -> None:
    assert len(tables(HEADER, *ECONOMY, [*SEVEN, "tammi", "helmi"], *STAFF)) == 1


TITLES = ("Kirjasto", "Museo", "Satama")


@pytest.mark.parametrize("titles", [TITLES, [f"{n}. {title}" for n, title in enumerate(TITLES, 1)]])
@pytest.mark.parametrize("is_above", [True, False])
def test_areas_under_one_another_may_share_the_first_one_s_periods(
    titles: tuple[str, ...], *, is_above: bool
) -> None:
    rows: Rows = [HEADER, [titles[0]]] if is_above else [[titles[0]], HEADER]
    rows += ECONOMY
    for of, title in zip((2, 4), titles[1:], strict=True):
        rows += [[], [title], *area_rows(of)]
    table = book(*rows)
    assert [area.name for area in survey(table).areas] == list(TITLES)
    assert edits(table) == {"C5": -980, "C10": -1960, "C15": -3920}
    assert check(table).findings == ()
    untitled = book(*(row for row in rows if row != [titles[1]]))
    codes = [one.code for one in check(untitled).findings]
    assert (edits(untitled), codes[:1]) == ({}, ["areas_unclear"])


def test_lines_that_stand_with_the_repeated_one_go_with_it() -> None:
    rows: Rows = [[TITLES[0]], HEADER, *ECONOMY]
    posts: list[Value] = ["Vakin. virat ja toimet 31.12.", 3, 4]
    table = book(*rows, [], [TITLES[1]], posts, *area_rows(3))
    library, museum = survey(table).areas
    assert [len(one.rows) for area in (library, museum) for one in area.tables] == [3, 4]


def test_one_line_twice_is_a_slip_and_told_as_such() -> None:
    table = book(HEADER, *ECONOMY, ["Toimintamenot", -5, -6], SEVEN, *STAFF)
    assert "C4" not in edits(table)
    assert "line_twice" in {one.code for one in check(table).findings}


def test_lines_again_with_no_row_for_a_title_between_are_no_other_table() -> None:
    table = book(HEADER, *ECONOMY, *area_rows(2))
    assert len(survey(table).areas[0].tables) == 1
    assert edits(table) == {}
    assert {one.code for one in check(table).findings} == {"line_twice"}


def test_an_unread_column_beside_sections_that_share_their_periods_is_told_once() -> None:
    odd: list[Value] = ["", "TP 2024", "Arvio", "TP 2025"]
    economy: Rows = [[row[0], row[1], 5, *row[2:]] for row in ECONOMY]
    staff: Rows = [["Henkilöstömenot", -500, 5, -550], ["Palvelujen ostot", -50, 5, -60]]
    found = check(book(odd, *economy, SEVEN, *staff)).findings
    told = [one for one in found if one.code.startswith("unread_column")]
    assert [(one.cell, one.facts["count"]) for one in told] == [("C1", 5)]
