"""Ledgers whose sums are the published figures fill an emptied year of the master to the cent."""

import random
import shutil
from pathlib import Path

import pytest
from tests import kemijarvi
from tests.ledgers import (
    ACCOUNTS,
    STYLES,
    Posting,
    long_rows,
    sheet_file,
    split,
    text_file,
    wide_rows,
)

from tpxl.books import Book, open_book
from tpxl.cli import main
from tpxl.jobs.ledger.job import Import, ledger
from tpxl.jobs.plain_tables import add_tables, tables_of
from tpxl.layout import survey
from tpxl.model import Edit, Figure, Period, PeriodKind
from tpxl.model.ledger import Landing
from tpxl.model.line import EXPENSES, INCOME, SERVICES, STAFF
from tpxl.shipped import master
from tpxl.terms.ledger import CHART, EXCEPTIONS, IMPORTS, UNITS

TP, TA = Period(PeriodKind.ACTUAL, 2025), Period(PeriodKind.BUDGET, 2025)
LINES = (INCOME, EXPENSES, STAFF, SERVICES)
KINDS = {TP: "TOT", TA: "TA"}


RANGES = (
    (3000, 3599, "Toimintatulot", None),
    (4000, 4999, "Toimintamenot", None),
    (4000, 4299, "Toimintamenot", "Henkilöstömenot"),
    (4300, 4499, "Toimintamenot", "Palvelujen ostot"),
    (5000, 8999, "-", None),
)


def mapped(book: Book) -> Book:
    """The book with the mapping: units by their first letters, internal items left out."""
    areas = [area.name for area in survey(book).areas]
    units, chart, exceptions = add_tables(book, (UNITS, CHART, EXCEPTIONS), "fi")
    rows = [{"unit": f"3{at}*", "area": name} for at, name in enumerate(areas, 1)]
    told = [
        {"from": first, "to": last, "line": line, "of_which": part}
        for first, last, line, part in RANGES
    ]
    internal = [{"accounts": "4300-4499", "partner": "S*", "line": "-"}]
    book.apply([*units.with_rows([*rows, {"unit": "90*", "area": "-", "note": "konserni"}])])
    book.apply([*chart.with_rows(told), *exceptions.with_rows(internal)])
    return book


def published(book: Book) -> dict[tuple[str, object, Period], Figure]:
    """The input cells of 2025 by area, line and period."""
    found = {}
    for area in survey(book).areas:
        for period in (TP, TA):
            for line in LINES:
                figure = area.figure(line, period)
                assert figure is not None
                found[area.name, line, period] = figure
    return found


def postings(figures: dict[tuple[str, object, Period], Figure]) -> list[Posting]:
    """Postings that sum to the figures, and some that belong to none of them."""
    rng = random.Random(7)  # noqa: S311  # the same rows every time
    made: list[Posting] = []
    for at, area in enumerate(dict.fromkeys(name for name, *_ in figures), 1):
        for period, kind in KINDS.items():
            numbers = {line: int(figures[area, line, period].number or 0) for line in LINES}
            parts = {
                "OPERATING_INCOME": numbers[INCOME],
                "STAFF_EXPENDITURE": numbers[STAFF],
                "SERVICES_PURCHASED": numbers[SERVICES],
                "REST": numbers[EXPENSES] - numbers[STAFF] - numbers[SERVICES],
            }
            for name, euros in parts.items():
                unit = f"3{at}1{rng.randint(0, 3)}"
                if euros:
                    made += split(euros * 100, unit, ACCOUNTS[name], rng, kind=kind)
            made.append(Posting(f"3{at}10", 4340, 123_45, kind, partner="S100"))  # internal
    return [
        *made,
        Posting("3110", 6050, -120_50),
        Posting("9010", 4340, -99_99),
        Posting("3110", 4340, -55_00, year=2024),
    ]


@pytest.mark.parametrize("is_sheet", [False, True], ids=["text", "sheet"])
@pytest.mark.parametrize("is_wide", [False, True], ids=["long", "wide"])
@pytest.mark.parametrize("style", STYLES)
def test_an_emptied_year_is_filled_with_the_published_figures(
    tmp_path: Path, style: str, *, is_wide: bool, is_sheet: bool
) -> None:
    book = mapped(kemijarvi.book())
    figures = published(book)
    rows = (wide_rows if is_wide else long_rows)(postings(figures), style)
    if is_sheet:
        file = sheet_file(tmp_path / "paakirja.xlsx", rows, style)
    else:
        file = text_file(tmp_path / "paakirja.csv", rows, style, "Pääkirja 1-12/2025")
    book.apply(Edit(one.sheet, one.cell, None) for one in figures.values())
    result = ledger(book, Import((str(file),)))
    assert result.is_written, [one.message for one in result.findings]
    assert {key: one.number for key, one in published(book).items()} == {
        key: one.number for key, one in figures.items()
    }
    assert len(result.edits) == len(figures)
    assert [edit.area for edit in result.zeros] == ["Kaupunkimarkkinointi"] * 2
    assert set(result.landings) == {Landing.MAPPED, Landing.LEFT_OUT, Landing.LOCKED}
    assert sum(tally.rows for tally in result.landings.values()) == result.files[0].rows
    assert sum(one.cents for one in result.landings.values()) == result.files[0].tally.cents
    assert result.rounding == 0
    (imports,) = tables_of(book, IMPORTS)[IMPORTS]
    assert [row.text("file") for row in imports.rows] == [file.name]
    assert [row.text("fingerprint") for row in imports.rows] == [result.files[0].fingerprint]
    again = ledger(book, Import((str(file),)))
    assert (again.edits, again.is_written) == ((), True)
    assert len(tables_of(book, IMPORTS)[IMPORTS][0].rows) == 1


def test_of_the_master_one_doubled_row_stops_the_writing_and_a_second_run_changes_no_byte(
    tmp_path: Path,
) -> None:
    path = tmp_path / "kirja.xlsm"
    shutil.copy(master(), path)
    with open_book(path) as book:
        figures = published(mapped(book))
        rows = long_rows(postings(figures), "accounting")
        doubled = str(text_file(tmp_path / "kahdesti.csv", [*rows, rows[5]], "accounting"))
        book.apply(Edit(one.sheet, one.cell, None) for one in figures.values())
        book.save()
        emptied = path.read_bytes()
        stopped = ledger(book, Import((doubled,)))
        assert not stopped.is_written
        assert stopped.landings[Landing.DOUBLED].rows == 1
        book.save()
        assert path.read_bytes() == emptied
        ledger(book, Import((doubled,), allow_unmapped=True))
        book.save()
    written = path.read_bytes()
    with open_book(path) as again:
        assert {key: one.number for key, one in published(again).items()} == {
            key: one.number for key, one in figures.items()
        }
        ledger(again, Import((doubled,), allow_unmapped=True))
        again.save()
    assert path.read_bytes() == written


def test_the_command_fills_an_emptied_file_and_writes_nothing_while_a_row_stands_twice(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "kirja.xlsm"
    shutil.copy(master(), path)
    with open_book(path) as book:
        figures = published(mapped(book))
        book.apply(Edit(one.sheet, one.cell, None) for one in figures.values())
        book.save(backup=False)
    rows = long_rows(postings(figures), "report")
    emptied = path.read_bytes()
    doubled = text_file(tmp_path / "kahdesti.csv", [*rows, rows[5]], "report")
    assert main(["ledger", str(path), str(doubled)]) == 1
    assert "--allow-unmapped" in capsys.readouterr().out
    assert path.read_bytes() == emptied
    assert [one.name for one in tmp_path.glob("*varmuuskopio*")] == []
    whole = text_file(tmp_path / "paakirja.csv", rows, "report")
    assert main(["ledger", str(path), str(whole)]) in {0, 1}
    with open_book(path) as filled:
        assert {key: one.number for key, one in published(filled).items()} == {
            key: one.number for key, one in figures.items()
        }
    written = path.read_bytes()
    assert written != emptied
    (backup,) = tmp_path.glob("*varmuuskopio*")
    assert backup.read_bytes() == emptied
    assert main(["ledger", str(path), str(whole)]) in {0, 1}
    assert path.read_bytes() == written
