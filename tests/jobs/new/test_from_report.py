"""A city's first master from its last report: what the report tells is in it, the rest is named."""

import json
from pathlib import Path

import pytest
from tests.books.report.styles import PERIODS, Area, Typing, figures, ruled
from tests.docs.pages import first_words, page, section
from tests.docs.test_contracts import fields

from tpxl.books import open_book
from tpxl.books.report import open_report
from tpxl.cli import FAILED, main
from tpxl.jobs.compare import area_names, compare
from tpxl.jobs.new.from_report import told_by
from tpxl.layout import survey

MOST = 5


def report(folder: Path, areas: list[Area]) -> Path:
    path = folder / "raportti.pdf"
    path.write_bytes(ruled(areas, Typing())[0])
    return path


def test_every_figure_of_the_report_is_in_the_new_book(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, book = report(tmp_path, figures(5, PERIODS)), tmp_path / "uusi.xlsm"
    wish = ["new", str(book), "--city", "Kylä", "--from", str(path), "--json"]
    assert main(wish) == 0
    told = json.loads(capsys.readouterr().out)
    documented = set(first_words(section(page("contracts.md"), "tpxl new --json")))
    assert set(fields(told, documented)) <= documented
    with open_book(book) as made:
        found = survey(made)
        with open_report(path, area_names(found)) as printed:
            result = compare(found, [printed])
    assert (result.tied, result.differences, result.missing) == (result.total, (), ())
    left = sum(one["numbers"] for one in told["left"]["tables"])
    assert told["taken"]["numbers"] + left == told["taken"]["of"]
    assert result.total <= told["taken"]["numbers"]


def test_a_line_that_a_master_has_no_row_for_is_counted_as_left(tmp_path: Path) -> None:
    areas = figures(5, PERIODS)
    first = areas[0].tables[0]
    numbers = [1] * len(PERIODS)
    other = first._replace(rows=[*first.rows, ("Valmistus omaan käyttöön", numbers)])
    areas[0] = areas[0]._replace(tables=[other, *areas[0].tables[1:]])
    told = told_by(report(tmp_path, areas), None, MOST)
    assert told is not None
    assert sum(one.numbers for one in told.left) >= len(PERIODS)
    assert told.taken.done + sum(one.numbers for one in told.left) == told.taken.of


def test_an_area_whose_name_no_sheet_can_bear_is_left_and_told(tmp_path: Path) -> None:
    areas = figures(5, PERIODS)
    told = told_by(report(tmp_path, areas), None, MOST, [areas[0].name])
    assert told is not None
    assert told.areas_left == (areas[0].name,)
    assert areas[0].name not in {one.name for one in told.areas}


def test_without_actual_figures_of_the_year_nothing_is_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, book = report(tmp_path, figures(5, PERIODS)), tmp_path / "uusi.xlsm"
    wish = ["new", str(book), "--city", "Kylä", "--from", str(path), "--year", "2031"]
    assert main(wish) == FAILED
    assert "2031" in capsys.readouterr().err
    assert not book.exists()


@pytest.mark.parametrize("sources", [[], ["--areas", "a.txt", "--from", "r.pdf"]])
def test_a_book_is_made_from_names_or_from_a_report(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], sources: list[str]
) -> None:
    book = tmp_path / "uusi.xlsm"
    assert main(["new", str(book), "--city", "Kylä", *sources]) == FAILED
    assert "--from" in capsys.readouterr().err
