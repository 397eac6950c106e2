"""The committed master is what its text says, the same bytes every time."""

import zipfile
from collections import Counter
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from openxml_audit import OpenXmlValidator
from tests import kemijarvi

from workbook import build, source

CITY = source.read()


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build.write(tmp_path_factory.mktemp("master") / "built.xlsm")


@pytest.fixture(scope="module")
def book(built: Path) -> openpyxl.Workbook:
    return openpyxl.load_workbook(built)


def sheet(book: openpyxl.Workbook, name: str) -> Worksheet:
    found = book[name]
    assert isinstance(found, Worksheet)
    return found


def test_building_twice_gives_the_same_bytes(built: Path, tmp_path: Path) -> None:
    assert build.write(tmp_path / "again.xlsm").read_bytes() == built.read_bytes()


def members(path: Path) -> dict[str, bytes]:
    """Return the parts of a package: what is packed, however this machine's zlib packs it."""
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_the_committed_master_equals_its_source(built: Path) -> None:
    assert members(build.MASTER) == members(built), "run make workbook and commit"


def test_an_independent_checker_has_nothing_to_say(built: Path) -> None:
    result = OpenXmlValidator().validate(str(built))
    assert result.is_valid, [str(error) for error in result.errors]


def test_sheets_stand_in_the_order_of_work(book: openpyxl.Workbook) -> None:
    assert book.sheetnames == [
        "Ohje",
        "Perustiedot",
        *(area.name for area in CITY.areas),
        "Vyörytys",
        "Yhteenveto",
        "Tarkistus",
        "Muutosloki",
        "Vertailuluvut",
    ]


def test_no_person_is_named_in_the_properties(book: openpyxl.Workbook) -> None:
    assert not book.properties.creator
    assert not book.properties.lastModifiedBy


def test_every_sheet_opens_at_its_top_left_at_full_size(book: openpyxl.Workbook) -> None:
    for each in book.worksheets:
        view = each.sheet_view
        assert view.zoomScale in {None, 100}
        assert {part.topLeftCell for part in [view] if part.topLeftCell} <= {"A1"}
        assert not view.showGridLines


def test_the_row_for_buttons_is_the_same_on_every_sheet(book: openpyxl.Workbook) -> None:
    for each in book.worksheets:
        assert each.row_dimensions[3].height >= 26 * 0.75
        assert all(cell.value is None for cell in each[3])


def test_every_printed_figure_stands_on_its_sheet_as_printed(book: openpyxl.Workbook) -> None:
    rows = kemijarvi.figures()
    periods = [season.name for season in CITY.seasons]
    for area in CITY.areas:
        printed = [
            [float(row[period]) for period in periods] for row in rows if row["area"] == area.name
        ]
        found = [
            [cell.value for cell in row[1:6]]
            for row in sheet(book, area.name).iter_rows()
            if all(isinstance(cell.value, int | float) for cell in row[1:6])
        ]
        assert found == printed


def test_goal_rows_are_those_of_the_report_in_number_and_gaps() -> None:
    rows = {area.name: len(area.goals) for area in CITY.areas}
    assert list(rows.values()) == [13, 10, 10]
    empty = {area.name: sum(not goal.outcome for goal in area.goals) for area in CITY.areas}
    assert list(empty.values()) == [0, 10, 0]
    repeated = [Counter(goal.outcome for goal in area.goals) for area in CITY.areas]
    assert max(repeated[2].values()) == 10
    assert max(repeated[0].values()) == 1


def test_targets_keep_their_numbers_and_the_repeated_outcome_has_none() -> None:
    marketing = CITY.areas[2]
    targets = [goal.indicator for goal in marketing.goals if any(map(str.isdigit, goal.indicator))]
    assert len(targets) == 4
    assert not any(map(str.isdigit, marketing.goals[0].outcome))


def test_figures_stand_as_numbers_and_changes_as_per_cents(book: openpyxl.Workbook) -> None:
    values = [cell.value for row in sheet(book, CITY.areas[0].name).iter_rows() for cell in row]
    assert -8.0 in values
    assert "54,0" not in values
