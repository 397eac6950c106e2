"""Figures of which none is tied to another are no checked book; empty tables are no fault."""

import json
from pathlib import Path

import openpyxl
import pytest
from tests import printed
from tests.grids import TableBook, TableGrid

from tpxl.cli import main
from tpxl.excel import message_box
from tpxl.jobs.check.check import check
from tpxl.jobs.refresh import refresh

HEADER: printed.Rows = [["VASTUUALUE: Kirjasto"], ["", "TP 2024", "TP 2025"]]
UNFILLED: printed.Rows = [*HEADER, ["Toimintamenot"], ["Toimintatulot"], ["Toimintakate"]]
INPUTS: printed.Rows = [*HEADER, ["Toimintamenot", -5, -6], ["Toimintatulot", 1, 2]]
TO_COMPUTE: printed.Rows = [*INPUTS, ["Toimintakate"]]
NO_WORDS: printed.Rows = [
    *HEADER,
    ["Toimintamenot"],
    ["Toimintatulot"],
    [],
    ["", "TP 2024", "TP 2025"],
    ["Tyrsky", 31, 32],
    ["Myrsky", 41, 42],
]


def book(rows: printed.Rows) -> TableBook:
    return TableBook.of(TableGrid.of("Alue", *rows))


def saved(rows: printed.Rows, path: Path) -> str:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    workbook.save(path)
    return str(path)


@pytest.mark.parametrize("rows", [INPUTS, NO_WORDS])
def test_figures_of_which_none_is_tied_end_with_status_two_and_what_was_seen(
    rows: printed.Rows, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = saved(rows, tmp_path / "kirja.xlsx")
    assert main(["check", path]) == main(["refresh", path]) == 2
    told = capsys.readouterr()
    lines = told.err.strip().splitlines()
    assert len(lines) == 2
    assert all("kirja.xlsx" in line and "(4, välilehdet Sheet)" in line for line in lines)
    assert "lukua tarkistettu" in told.out


def test_the_document_of_such_a_book_has_its_findings_and_the_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--json", saved(NO_WORDS, tmp_path / "kirja.xlsx")]) == 2
    told = capsys.readouterr()
    document = json.loads(told.out)
    assert document["error"] in told.err
    assert [one["code"] for one in document["findings"]] == ["unread_table"]


def test_tables_that_hold_no_figure_yet_are_no_fault(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", saved(UNFILLED, tmp_path / "kirja.xlsx")]) == 0
    told = capsys.readouterr()
    assert "ei vielä lukuja" in told.out
    assert not told.err


def test_what_can_be_computed_is_tied_to_what_it_is_computed_from() -> None:
    assert check(book(TO_COMPUTE)).untied is None
    assert refresh(book(TO_COMPUTE)).untied is None


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_the_buttons_say_the_same(lang: str) -> None:
    untied, unfilled = check(book(INPUTS), lang=lang), refresh(book(UNFILLED), lang=lang)
    said = message_box.checked(untied, [], lang)
    assert "(4," in said
    assert "book.xlsx" in said
    words = {"fi": "ei vielä lukuja", "sv": "inga tal ännu", "en": "no figures yet"}
    assert words[lang] in message_box.refreshed(unfilled, [], lang)
    assert words[lang] not in said


def test_two_sheets_that_claim_one_area_are_told_and_not_that_nothing_is_tied() -> None:
    result = check(TableBook.of(TableGrid.of("A", *TO_COMPUTE), TableGrid.of("B", *TO_COMPUTE)))
    assert result.untied is None
    assert not result.is_unfilled
    assert [one.code for one in result.findings] == ["area_twice"]
