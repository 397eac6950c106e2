"""Shared costs divided by another program, from the same cells, and in a book that is open."""

import random
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import xlsxwriter
from tests import two_pools

from tpxl import open_book
from tpxl.books.excel import LiveBook
from tpxl.jobs.check.check import check
from tpxl.jobs.refresh import refresh
from tpxl.model import Address, Value

AREAS = 40
PERIODS = tuple(f"TP {year}" for year in range(2016, 2026))
FIRST = 6
"""The row of the first driver; the parts of the same receivers stand `AREAS + 3` below."""


def pool(name: str, receivers: list[str], chance: random.Random) -> list[list[Value]]:
    """A pool to the cent, of either sign, with small drivers: so many of them tie."""
    cents = [chance.choice((1, -1)) * chance.randrange(1, 10**9) for _ in PERIODS]
    return [
        ["Vyörytettävä erä", name],
        ["Tarkkuus", "sentti"],
        ["", *PERIODS],
        ["Jaettava määrä", *(cent / 100 for cent in cents)],
        ["Jakoperuste"],
        *([one, *(chance.randrange(30) + 1 for _ in PERIODS)] for one in receivers),
        [],
        ["Vyörytetty €"],
        *([one] for one in receivers),
    ]


def largest_remainders(receivers: int, column: str, row: int) -> tuple[str, ...]:
    """The formulas that deal a pool out on another sheet: what is left, rank, part.

    `B` to `E` of its sheet: whole cents, remainder, rank among the remainders, part. Whole numbers
    below 2^53 throughout, so the program's own floats are exact.
    """
    first, last = FIRST, FIRST + receivers - 1
    drivers = f"Pool!${column}${first}:${column}${last}"
    own, total = f"Pool!${column}{row}", f"SUM({drivers})"
    rests, cents = f"$C${first}:$C${last}", f"ABS(ROUND(100*Pool!${column}$4,0))"
    rank = (
        f"SUMPRODUCT(({rests}>C{row})+({rests}=C{row})*({drivers}>{own})"
        f"+({rests}=C{row})*({drivers}={own})*(ROW({rests})<ROW(C{row})))+1"
    )
    left = f"({cents}-SUM($B${first}:$B${last}))"
    return (
        f"=({cents}*{own}-C{row})/{total}",
        f"=MOD({cents}*{own},{total})",
        f"={rank}",
        f"=SIGN(Pool!${column}$4)*(B{row}+(D{row}<={left}))/100",
    )


def made(path: Path) -> Path:
    """A book whose formulas divide every column of a pool, one sheet for each period."""
    receivers = [f"Alue {n}" for n in range(1, AREAS + 1)]
    rows = pool("Johtaminen", receivers, random.Random(2025))  # noqa: S311
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet("Pool")
        for number, values in enumerate(rows):
            sheet.write_row(number, 0, values)
        opening = workbook.add_worksheet("Perustiedot")
        for number, values in enumerate([("Kausi", "Lukittu"), *((p, "ei") for p in PERIODS)]):
            opening.write_row(number, 0, values)
        for number, _ in enumerate(PERIODS):
            column, work = chr(66 + number), workbook.add_worksheet(f"P{number}")
            for row in range(FIRST, FIRST + AREAS):
                for place, formula in enumerate(largest_remainders(AREAS, column, row), 1):
                    work.write_formula(row - 1, place, formula)
    return path


def column(sheet: Any, letter: str, first: int) -> list[Decimal]:
    values = sheet.range(f"{letter}{first}:{letter}{first + AREAS - 1}").value
    return [Decimal(repr(value)) for value in values]


def test_another_program_agrees_on_every_part(
    opened: Callable[[Path], Any], tmp_path: Path
) -> None:
    path = made(tmp_path / "vyorytys.xlsx")
    with open_book(path) as book:
        refresh(book)
        book.save()
    live = opened(path)
    top = FIRST + AREAS + 2
    for number, _ in enumerate(PERIODS):
        ours = column(live.sheets["Pool"], chr(66 + number), top)
        theirs = column(live.sheets[f"P{number}"], "E", FIRST)
        assert ours == theirs
        assert any(ours)


def test_an_open_book_comes_to_the_solution_on_paper(
    opened: Callable[[Path], Any], tmp_path: Path
) -> None:
    path = tmp_path / "kaksi_eraa.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        for name, rows in two_pools.sheets().items():
            sheet = workbook.add_worksheet(name)
            for number, values in enumerate(rows):
                for place, value in enumerate(values):
                    if value != "":
                        sheet.write(number, place, value)
    book = LiveBook(opened(path))
    refresh(book)
    solution = two_pools.solution()
    held = {at: book.read(at[0]).value(Address.parse(at[1])) for at in solution}
    assert {at: Decimal(repr(value)) for at, value in held.items()} == solution
    assert check(book).findings == ()
    assert refresh(book).edits == ()


def test_a_note_is_filled_in_an_open_book_and_bold_words_are_left(
    opened: Callable[[Path], Any], tmp_path: Path
) -> None:
    path = tmp_path / "lause.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet("Asuminen")
        sheet.write_row("A1", ["", "TA 2025", "TP 2025"])
        sheet.write_row("A2", ["Toimintamenot", -5, -5])
        sheet.write_row("A3", ["Toimintatulot", 1, 1])
        sheet.write("A5", "TA 2025: toimintamenoissa on ____ % johtamisen kustannuksista.")
        bold = workbook.add_format({"bold": True})
        start = "TP 2025: toimintamenoissa on "
        sheet.write_rich_string("A6", start, bold, "9,9 %", " johtamisen kustannuksista.")
        sheet = workbook.add_worksheet("Vyörytys")
        sheet.write_row("A1", ["Vyörytettävä erä", "Johtamisen kustannukset"])
        sheet.write_row("A2", ["", "TA 2025", "TP 2025"])
        sheet.write_row("A3", ["Kiinteä osuus %"])
        sheet.write_row("A4", ["Asuminen", 100, 100])
    book = LiveBook(opened(path))
    assert [edit.cell for edit in refresh(book).edits] == ["A5"]
    assert "on 100,0 % johtamisen" in str(book.read("Asuminen").value(Address(5, 1)))
