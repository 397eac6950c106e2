"""What a refresh loads: a domain's modules are for the books that have it."""

import subprocess
import sys
from pathlib import Path

from openpyxl import Workbook

PLAIN = [
    ["", "TP 2024", "TP 2025"],
    ["Toimintatulot", 100, 110],
    ["Toimintamenot", -500, -600],
]
DOMAINS = {
    *("jobs.allocation.pooled", "rules.pooling", "jobs.journal.matching", "jobs.goals"),
    *("layout.allocations", "layout.comparisons", "layout.goals", "layout.journal"),
}


def loaded(folder: Path, *rows: list[object]) -> set[str]:
    """Return the modules of the package that a refresh of such a sheet loads."""
    path = folder / "book.xlsx"
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Alue"
    for row in rows:
        sheet.append(row)
    book.save(path)
    code = (
        "import sys, tpxl\n"
        f"with tpxl.open_book({str(path)!r}) as book: tpxl.refresh(book)\n"
        "print(*(name for name in sys.modules if name.startswith('tpxl.')))"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return {name.removeprefix("tpxl.") for name in told.stdout.split()}


def test_a_plain_book_loads_no_domain_that_it_lacks(tmp_path: Path) -> None:
    names = loaded(tmp_path, *PLAIN, ["Toimintakate", -300, -490])
    assert "rules.diagnosis" in names
    assert not names & DOMAINS
