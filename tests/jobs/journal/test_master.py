import re
from pathlib import Path
from shutil import copyfile

import openpyxl
import pytest

import tpxl
from tpxl.jobs.recalculation import recalculate
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


def shown(path: Path, sheet: str, *cells: str) -> list[object]:
    """Return what a reader shows that does not calculate."""
    told = openpyxl.load_workbook(path, data_only=True)[sheet]
    return [told[cell].value for cell in cells]


def test_before_the_first_check_there_are_dashes_and_after_it_counts_and_a_stamp(
    master: Path,
) -> None:
    assert shown(master, "Tarkistus", "C9", "F5", "I9", "B10") == ["–", "–", "–", None]
    assert shown(master, "Yhteenveto", "B50", "J50") == ["–", "–"]
    findings = refreshed(master)
    errors = sum(one.severity.value == "error" for one in findings)
    total, stamp = shown(master, "Tarkistus", "C9", "B10")
    assert total == errors
    assert re.fullmatch(r"\d+\.\d+\.\d{4} \d\d\.\d\d", str(stamp))
    assert sum(map(int, shown(master, "Yhteenveto", "B50", "B51", "B52"))) == errors
    rows = len(findings)
    area = openpyxl.load_workbook(master)["Tarkistus"].print_area
    assert area == f"'Tarkistus'!$A$1:$M${11 + rows}"


def test_the_summary_follows_a_refresh_for_every_reader(master: Path) -> None:
    assert shown(master, "Yhteenveto", "G18") == [-63959]
    refreshed(master)
    corrected = shown(master, "Kaupunkimarkkinointi", "F45")
    assert shown(master, "Yhteenveto", "G18") == corrected == [-63859]
    (total,) = shown(master, "Yhteenveto", "G19")
    assert total == sum(map(int, shown(master, "Yhteenveto", "G16", "G17", "G18")))


def test_five_hundred_findings_are_counted_linked_and_filtered(master: Path) -> None:
    rows = range(12, 512)
    with tpxl.open_book(master) as book:
        book.apply(
            tpxl.Edit("Tarkistus", f"{column}{row}", text)
            for row in rows
            for column, text in (
                ("A", "virhe"),
                ("B", "Työllisyyspalvelut"),
                ("O", "Työllisyyspalvelut"),
                ("P", f"F{row}"),
            )
        )
        recalculate(book)
        book.save()
    assert shown(master, "Tarkistus", "C5", "C6", "C8", "C9") == [0, 500, 0, 500]
    assert shown(master, "Tarkistus", "E12", "E511", "E512") == ["F12", "F511", None]
    assert openpyxl.load_workbook(master)["Tarkistus"].auto_filter.ref == "A11:P10011"
