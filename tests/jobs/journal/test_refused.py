"""A journal that may not be written: the figures are refreshed all the same, and it is told."""

from collections.abc import Iterable
from dataclasses import dataclass

import pytest
from tests.grids import TableBook, TableGrid
from tests.jobs.journal.test_journal import CHANGES, HEADINGS

from tpxl.errors import TpxlError
from tpxl.jobs.refresh import refresh
from tpxl.model import Address, Edit, Severity

AREA = TableGrid.of(
    "Hallinto",
    ["VASTUUALUE: Hallinto"],
    ["", "TP 2024", "TP 2025"],
    ["Toimintamenot", -1000, -1200],
    ["Toimintatulot", "400", 500],
    ["Toimintakate", -600, -777],
)


@dataclass
class Guarded(TableBook):
    """A book with one sheet that takes no edits."""

    guarded: str = ""

    def apply(self, edits: Iterable[Edit]) -> None:
        wanted = list(edits)
        if any(edit.sheet == self.guarded for edit in wanted):
            raise TpxlError("sheet_protected", sheet=self.guarded, cell=wanted[0].cell)
        super().apply(wanted)


def guarded(sheet: str) -> Guarded:
    grids = (AREA, TableGrid.of("Tarkistus", HEADINGS["fi"]), TableGrid.of("Muutosloki", CHANGES))
    return Guarded({grid.sheet: grid for grid in grids}, guarded=sheet)


@pytest.mark.parametrize("sheet", ["Tarkistus", "Muutosloki"])
def test_a_refused_journal_is_a_finding_and_the_figures_are_refreshed(sheet: str) -> None:
    book = guarded(sheet)
    result = refresh(book)
    (told,) = [one for one in result.findings if one.code == "journal_unwritten"]
    assert (told.severity, told.sheet) == (Severity.INFO, sheet)
    assert told.message.startswith(f"Välilehteä {sheet} ei päivitetty: ")
    assert book.read("Hallinto").value(Address.parse("C5")) == -700
    assert not result.has_open_errors


def test_the_other_journal_is_written_all_the_same() -> None:
    book = guarded("Tarkistus")
    refresh(book)
    assert book.read("Muutosloki").last_row > 1
    assert book.read("Tarkistus").last_row == 1
