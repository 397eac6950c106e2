"""Ledgers to measure by: `python -m tests.bench.ledgers BOOK FILE ROWS` of 400 units.

The book is the master with a mapping of all units; the file's name says whether it is a text or a
sheet. Of so few rows nearly each is of a unit and an account that none before it was: the hardest.
"""

import random
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import xlsxwriter

from tpxl.books import open_book
from tpxl.jobs.ledger.mapping_sheet import add_map
from tpxl.jobs.plain_tables import tables_of
from tpxl.layout import survey
from tpxl.model import Edit
from tpxl.shipped import master
from tpxl.terms.ledger import AREA, EXCEPTIONS, UNITS

HEAD = ["Pvm", "Tositenro", "Kustannuspaikka", "Yksikön nimi", "Tili", "Selite", "Summa"]
ACCOUNTS = [*range(3005, 3600, 7), *range(4000, 4995, 3), 5000, 6040, 7170]


def rows(count: int) -> Iterator[list[object]]:
    """Rows of a year; income is negative, as the accounts are kept."""
    rng = random.Random(1)  # noqa: S311  # the same rows every time
    for number in range(1, count + 1):
        account, cents = rng.choice(ACCOUNTS), rng.randint(-500_000, 90_000_000)
        day = f"{rng.randint(1, 28)}.{rng.randint(1, 12)}.2025"
        amount = (-cents if account < 4000 else cents) / 100
        unit = str(rng.randint(1000, 1399))
        yield [day, number, unit, "Yksikkö ääkkösin", account, f"Lasku {number}", amount]


def write(path: Path, count: int) -> None:
    """Write so many rows in the way that the file's name asks for."""
    if path.suffix == ".xlsx":
        with xlsxwriter.Workbook(path) as workbook:
            sheet = workbook.add_worksheet("Pääkirja")
            for at, row in enumerate([HEAD, *rows(count)]):
                sheet.write_row(at, 0, row)
        return
    with path.open("w", encoding="cp1252", newline="") as file:
        file.write(";".join(HEAD) + "\r\n")
        for *row, amount in rows(count):
            printed = f"{amount:,.2f}".replace(",", "\u00a0").replace(".", ",")
            file.write(";".join(map(str, row)) + f";{printed}\r\n")


def write_map(path: Path) -> None:
    """Add a mapping to a book: the official ranges, all units being its first area's."""
    with open_book(path) as book:
        areas = survey(book).areas
        add_map(book, areas, {"1*": ""}, "fi")
        (units,) = tables_of(book, UNITS, EXCEPTIONS)[UNITS]
        book.apply([Edit(units.sheet, units.cell(2, AREA), areas[0].name)])
        book.save()


if __name__ == "__main__":
    shutil.copy(master(), Path(sys.argv[1]))
    write_map(Path(sys.argv[1]))
    write(Path(sys.argv[2]), int(sys.argv[3]))
