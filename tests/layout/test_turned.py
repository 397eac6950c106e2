"""A table turned over or in a mirror is read as the same table, each figure at its true cell."""

from collections.abc import Callable
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
from tpxl.model import Address, Value

RESIDENTS = TableGrid.of(
    "Perustiedot",
    ["Kausi", "Asukasluku"], ["TP 2023", 7030], ["TA 2024", 7000], ["TP 2024", 6944],
    ["TA 2025", 6900], ["TP 2025", 6920],
)  # fmt: skip
UPRIGHT = TableGrid.of(
    "Kirjasto",
    [None, "TP 2023", "TA 2024", "TP 2024", "TA 2025", "TP 2025"],
    ["Toimintamenot", -1204310, -1250000, -1262480, -1310000, -1345270],
    ["Toimintatulot", 210400, 215000, 228760, 230000, 241930],
    ["Toimintakate", -993910, -1035000, -1033720, -1079100],
    ["Toimintakate €/asukas", -141, -148, -149, -157],
    ["Henkilöstömenot €", -640200, -655000, -661340, -690000, -702510],
    ["Muutos %", None, None, 3.3, 5.3],
    ["Jokin rivi", 1, 2, 3, 4, 5],
    ["Palvelujen ostot €", -310550, -320000, -333870, -340000, -352640],
    ["Muutos %", None, None, 7.5, 6.3],
    top=2,
)
Turn = Callable[[Address], Address]
TURNS: dict[str, Turn] = {
    "periods down": lambda at: Address(at.column + 3, at.row + 1),
    "labels right": lambda at: Address(at.row, 9 - at.column),
    "newest last, labels right": lambda at: Address(at.row, 8 if at.column == 1 else at.column - 1),
    "periods down, labels below": lambda at: Address(12 - at.column, 12 - at.row),
    "periods down, newest first": lambda at: Address(
        3 if at.column == 1 else 12 - at.column, at.row
    ),
}


def turned(grid: TableGrid, turn: Turn) -> TableBook:
    cells = {turn(at): value for at, value in grid.cells.items()}
    return TableBook.of(RESIDENTS, TableGrid(grid.sheet, cells))


@pytest.mark.parametrize("turn", TURNS.values(), ids=list(TURNS))
def test_findings_and_edits_are_those_of_the_table_upright_at_their_true_cells(turn: Turn) -> None:
    upright = refresh(TableBook.of(RESIDENTS, UPRIGHT))
    assert len(upright.edits) == 5
    result = refresh(turned(UPRIGHT, turn))
    assert {(edit.cell, edit.new) for edit in result.edits} == {
        (turn(Address.parse(edit.cell)).a1, edit.new) for edit in upright.edits
    }
    unread = [one for one in result.findings if one.code == "unread_row"]
    assert [one.cell for one in unread] == [
        turn(Address.parse(one.cell or "")).a1
        for one in upright.findings
        if one.code == "unread_row"
    ]
    assert unread
    assert result.completeness == upright.completeness


@pytest.mark.parametrize("turn", TURNS.values(), ids=list(TURNS))
def test_it_is_summed_and_exported_as_it_stands(turn: Turn, tmp_path: Path) -> None:
    book = turned(UPRIGHT, turn)
    told = {(row.line, row.period, row.printed) for row in summary(book)}
    assert told == {
        (row.line, row.period, row.printed) for row in summary(TableBook.of(RESIDENTS, UPRIGHT))
    }
    done = export(book, ExportWish(tmp_path))
    assert ([file.name for file in done.files], done.notes) == (["Kirjasto.xlsx"], ())


def test_the_case_is_right_and_a_second_refresh_writes_nothing(tmp_path: Path) -> None:
    with open_book(cases.written("15_transposed", tmp_path / "kirja.xlsx")) as opened:
        (wrong,) = [one for one in check(opened).findings if one.severity.value == "error"]
        assert (wrong.cell, wrong.expected) == ("D8", -1080000)
        assert {edit.cell: edit.new for edit in refresh(opened).edits} == {
            "D8": -1080000, "D9": -1103340, "F9": 6.2, "H9": 5.6, "I9": -159,
        }  # fmt: skip
        again = refresh(opened)
        assert (again.edits, again.findings) == ((), ())


@pytest.mark.parametrize(
    "rows",
    [
        [["TP 2024", "TP 2025"], ["Toimintamenot", "Toimintatulot"]],
        [["Kausi", "Asukasluku"], ["TP 2024", 7], ["TP 2025", 8], ["Toimintamenot"], ["Kate"]],
    ],
)
def test_words_of_the_report_alone_are_no_table(rows: list[list[Value]]) -> None:
    book = TableBook.of(UPRIGHT, TableGrid.of("Muistio", *rows))
    assert [area.sheet for area in survey(book).areas] == ["Kirjasto"]


def test_a_title_above_a_turned_table_is_none_of_it(tmp_path: Path) -> None:
    cells = {TURNS["periods down"](at): value for at, value in UPRIGHT.cells.items()}
    title = {Address(1, 1): "VASTUUALUE: Lainaamo"}
    book = TableBook.of(RESIDENTS, TableGrid("Kirjasto", {**title, **cells}))
    (area,) = survey(book).areas
    assert (area.name, area.tables[0].block.a1) == ("Lainaamo", "C4:L9")
    assert export(book, ExportWish(tmp_path)).notes == ()
