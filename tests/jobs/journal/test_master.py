from pathlib import Path
from shutil import copyfile

import pytest

import tpxl
from tpxl.layout import survey

MASTER = Path(__file__).parents[3] / "workbook" / "tilinpaatos_master.xlsm"


@pytest.fixture
def master(tmp_path: Path) -> Path:
    return Path(copyfile(MASTER, tmp_path / "master.xlsm"))


def refreshed(path: Path) -> tuple[tpxl.Finding, ...]:
    with tpxl.open_book(path) as book:
        result = tpxl.refresh(book)
        book.save()
    return result.findings


def test_the_masters_journals_are_found_and_written_once(master: Path) -> None:
    refreshed(master)
    once = master.read_bytes()
    refreshed(master)
    assert master.read_bytes() == once
    with tpxl.open_book(master) as book:
        found = survey(book)
    assert found.findings_journal is not None
    assert found.changes_journal is not None
    with tpxl.open_book(master) as book:
        log = book.read(found.changes_journal.sheet)
        changed = {(log.row(row)[6], log.row(row)[7]) for row in range(5, log.last_row + 1)}
    assert {("Kaupunkimarkkinointi", "F45"), ("Työllisyyspalvelut", "E53")} <= changed


def test_a_reason_typed_on_the_master_explains_its_finding(master: Path) -> None:
    refreshed(master)
    with tpxl.open_book(master) as book:
        journal = survey(book).findings_journal
        assert journal is not None
        row = next(row for row in journal.rows if row.written["cell"] == "B46")
        reason = tpxl.Edit(journal.sheet, f"J{row.row}", "Painettu näin vuonna 2023")
        book.apply([reason, tpxl.Edit(journal.sheet, f"K{row.row}", "Liisa")])
        book.save()
    findings = refreshed(master)
    told = {one.cell: one.explanation for one in findings if one.code == "margin"}
    assert told["B46"] is not None
    assert told["B46"].name == "Liisa"
