"""The master's own formulas, recalculated by another program, give what the file already holds."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tpxl.books import open_book
from tpxl.jobs.area.job import add_area
from tpxl.jobs.refresh import refresh
from workbook import build


def formulas_and_cached(path: Path) -> dict[str, dict[str, object]]:
    """Return the cached value of each formula cell, by sheet and address."""
    formulas, cached = openpyxl.load_workbook(path), openpyxl.load_workbook(path, data_only=True)
    return {
        sheet.title: {
            cell.coordinate: cached[sheet.title][cell.coordinate].value
            for row in sheet.iter_rows()
            for cell in row
            if cell.data_type == "f"
        }
        for sheet in formulas.worksheets
    }


def recalculated(sheet: Any) -> dict[str, object]:
    """Return every value of a sheet by address, as the program now computes it."""
    used = sheet.used_range
    rows = used.options(ndim=2, err_to_str=True).value
    return {
        f"{openpyxl.utils.get_column_letter(used.column + j)}{used.row + i}": value
        for i, row in enumerate(rows)
        for j, value in enumerate(row)
    }


def stale(book: Any, path: Path) -> dict[str, tuple[object, object]]:
    """Return the formulas that give other than their file keeps: what it keeps, what they give."""
    expected = formulas_and_cached(path)
    assert sum(map(len, expected.values())) > 400
    differing = {}
    for name, cells in expected.items():
        found = recalculated(book.sheets[name])
        for cell, value in cells.items():
            now = found.get(cell)
            same = (
                now == pytest.approx(value, abs=1e-9)
                if isinstance(value, int | float)
                else (now or "") == (value or "")
            )
            if not same:
                differing[f"{name}!{cell}"] = (value, now)
    return differing


def test_every_formula_recalculates_to_its_cached_value(opened: Any) -> None:
    assert not stale(opened(build.MASTER), build.MASTER)


def test_so_does_every_formula_of_a_master_that_an_area_was_added_to(
    opened: Any, tmp_path: Path
) -> None:
    path = tmp_path / "kirja.xlsm"
    path.write_bytes(build.MASTER.read_bytes())
    with open_book(path) as book:
        refresh(book)
        add_area(book, "Kirjasto", "Työllisyyspalvelut")
        book.save()
    assert not stale(opened(path), path)


def test_a_changed_figure_reaches_the_summary(opened: Any) -> None:
    book = opened(build.MASTER)
    area, summary = book.sheets["Kaupunkimarkkinointi"], book.sheets["Yhteenveto"]
    before = recalculated(summary)
    at = next(
        cell
        for cell, value in recalculated(area).items()
        if value == -63959  # printed margin
    )
    area.range(at).value = -63859
    after = recalculated(summary)
    changed = {cell for cell in before if before[cell] != after[cell]}
    assert -63859 in {after[cell] for cell in changed}
    assert -3204785 in {after[cell] for cell in changed}


def test_an_outcome_written_raises_the_completeness_of_its_section(opened: Any) -> None:
    book = opened(build.MASTER)
    area, summary = book.sheets["Työllisyyspalvelut"], book.sheets["Yhteenveto"]
    rows = [cell for cell, value in recalculated(area).items() if value == "Mittarit"]
    first_goal = int(rows[0].lstrip("ABCDEFG")) + 1
    before = recalculated(summary)
    area.range(f"G{first_goal}").value = "Toteutui: asiakkaat antoivat arvosanan 4,1/5."
    after = recalculated(summary)
    changed = {cell: after[cell] for cell in before if before[cell] != after[cell]}
    assert list(changed.values()) == [pytest.approx(0.2)]


def test_tarkistus_counts_what_is_written_and_links_to_the_cell(opened: Any) -> None:
    book = opened(build.MASTER)
    sheet = book.sheets["Tarkistus"]
    cells = recalculated(sheet)
    header = next(int(cell[1:]) for cell, value in cells.items() if value == "Vakavuus")
    row = header + 1
    sheet.range(f"A{row}:B{row}").value = [["virhe", "Työllisyyspalvelut"]]
    sheet.range(f"O{row}:P{row}").value = [["Työllisyyspalvelut", "E53"]]
    after = recalculated(sheet)
    changed = {cell: value for cell, value in after.items() if cells[cell] != value}
    assert after[f"E{row}"] == "E53"
    counts = [value for cell, value in changed.items() if int(cell[1:]) < header]
    assert [value for value in counts if value != 0] == [1, 1]  # the dashes are numbers now
    sheet.range(f"J{row}").value = "Tarkistettu pääkirjasta"
    explained = recalculated(sheet)
    counted = [cell for cell in after if explained[cell] != after[cell] and int(cell[1:]) < header]
    assert len(counted) == 2
    sheet.range(f"A{row}").value = "poistunut"
    gone = recalculated(sheet)
    assert {gone[cell] for cell in counted} == {0}
