"""The year of a new city, from an empty book to the next year's, in both languages."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook
from tests.jobs.new.test_fits import cut_in

from tpxl.books import open_book
from tpxl.cli import main
from tpxl.jobs.check.check import check
from tpxl.jobs.recalculation import recalculate
from tpxl.jobs.results import CheckResult
from tpxl.layout import survey
from tpxl.model import Edit, Line, Measure, Severity
from tpxl.model.figure import Figure
from tpxl.terms.goals import Column

AREAS = {"fi": "Alue {:02} ja hyvinvointipalvelut", "sv": "Område {:02} och välfärdstjänster"}
"""As long as a sheet's name may be, but for a letter."""

SHEETS = {
    "fi": ("Yhteenveto", "Tarkistus", "Vertailuluvut"),
    "sv": ("Sammandrag", "Kontroll", "Jämförelsetal"),
}
COUNT = int(os.environ.get("TPXL_AREAS", "4"))
"""`make year` goes through the year of a city of forty areas."""
_SIGNS = {"OPERATING_INCOME": 1, "PERMANENT_POSTS": 1}
_TYPED = {"OPERATING_INCOME": 200_000, "PERMANENT_POSTS": 7}


def empty_inputs(figures: Iterator[Figure]) -> Iterator[Figure]:
    for one in figures:
        is_input = one.line.measure is Measure.AMOUNT and one.line.code != "OPERATING_MARGIN"
        if one.is_nothing and is_input:
            yield one


def type_figures(path: Path) -> None:
    """Type what a city types in a year: figures, residents, goals and their outcomes."""
    with open_book(path) as book:
        found = survey(book)
        figures = (one for area in found.areas for table in area.tables for one in table)
        edits = [Edit(one.sheet, one.cell, amount(one)) for one in empty_inputs(figures)]
        for record in found.settings.records:
            at = record.cells.get("residents")
            if at is not None and book.read(record.sheet).value(at) is None:
                edits.append(Edit(record.sheet, at.a1, 7000))
        for area in found.goals:
            for table in area.tables:
                row = table.block.top + 1
                for kind, at in table.headings.items():
                    said = f"{area.area} {table.section} {row} {kind}"
                    if table.goals and kind != Column.OUTCOME:
                        continue
                    edits.append(Edit(table.sheet, f"{at.a1[0]}{row}", said))
        order = {sheet: place for place, sheet in enumerate(book.sheets)}
        book.apply(sorted(edits, key=lambda one: order[one.sheet]))
        recalculate(book)  # as the spreadsheet does in which they are typed
        book.save(backup=False)


def amount(figure: Figure) -> int:
    code = figure.line.code
    scale = 1 if code == "PERMANENT_POSTS" else 100
    typed = _TYPED.get(code, 900_000) + scale * len(figure.sheet)
    return _SIGNS.get(code, -1) * typed


def checked(path: Path) -> CheckResult:
    with open_book(path) as book:
        return check(book)


def open_errors(path: Path) -> list[str]:
    weighty = {Severity.ERROR, Severity.ROUNDING}
    return [one.message for one in checked(path).findings if one.severity in weighty]


def seen(path: Path, sheet: str) -> list[list[object]]:
    """Return a sheet as a reader shows it that does not recalculate."""
    return CalamineWorkbook.from_path(path).get_sheet_by_name(sheet).to_python()


def sums_seen(path: Path, lang: str, areas: int) -> None:
    """The summary shows the areas' figures and their sum, in whole."""
    summary = seen(path, SHEETS[lang][0])
    with open_book(path) as book:
        found = survey(book)
    spent = Line("OPERATING_EXPENSES")
    newest = max(found.areas[0].periods, key=lambda one: (one.year, one.kind.value))
    own = {
        area.name: figure.number
        for area in found.areas
        for table in area.tables
        for figure in table
        if (figure.line, figure.period) == (spent, newest)
    }
    assert len(own) == areas
    header = next(at for at, row in enumerate(summary) if newest.year in years(row))
    column = max(at for at, cell in enumerate(summary[header]) if str(newest.year) in str(cell))
    shown = {row[0]: row[column] for row in summary[header + 1 : header + 1 + areas]}
    assert shown == {name: "" if number is None else float(number) for name, number in own.items()}


def years(row: list[object]) -> set[int]:
    return {int(str(cell)[-4:]) for cell in row if str(cell)[-4:].isdecimal()}


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["fi", "sv"])
def test_a_new_city_goes_through_its_year(tmp_path: Path, lang: str) -> None:
    names = [AREAS[lang].format(number) for number in range(1, COUNT + 1)]
    listed, book, out = tmp_path / "a.txt", tmp_path / "2026.xlsm", tmp_path / "2027.xlsm"
    listed.write_text("\n".join(names), encoding="utf-8")
    told = ["--city", "Testilä", "--year", "2026", "--areas", str(listed), "--book-lang", lang]
    assert main(["new", str(book), *told]) == 0
    assert checked(book).findings == ()
    type_figures(book)
    patient = ["--deadline", "600"]
    assert main(["refresh", str(book), "--no-backup", *patient]) == 0
    assert open_errors(book) == []
    sums_seen(book, lang, COUNT)
    counts = seen(book, SHEETS[lang][1])
    assert [row[0] for row in counts if row[0] in names[:3]][:3] == names[:3]
    assert cut_in(book) == []
    folder = tmp_path / "out"
    assert main(["export", str(book), "--to", str(folder), "--format", "xlsx", *patient]) == 0
    assert len(list(folder.glob("*.xlsx"))) == COUNT
    before = book.read_bytes()
    assert main(["rollover", str(book), "--out", str(out), *patient]) == 0
    assert book.read_bytes() == before
    kept = seen(out, SHEETS[lang][2])
    assert {row[0] for row in kept} >= set(names)
    sums_seen(out, lang, COUNT)
    assert cut_in(out) == []
    type_figures(out)
    assert main(["refresh", str(out), "--no-backup", *patient]) == 0
    assert open_errors(out) == []
    sums_seen(out, lang, COUNT)
    assert cut_in(out) == []
