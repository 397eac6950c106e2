"""A workbook of many areas, as a finance office keeps it: what `python -m tests.bench` works on.

Each area sheet has 150 rows of 8 columns: its name, the figures of section 6 with 8 computed cells
of the newest periods still empty, some prose, and the accounts behind the figures. Goal tables are
left out: validating them is measured with the goals' own tests.
"""

import random
import sys
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import xlsxwriter

ROWS, COLUMNS = 150, 8
EDITS_PER_SHEET = 8
PERIODS = ("TP 2023", "TA 2024", "TP 2024", "TA 2025", "TP 2025")
OPEN = frozenset({"TA 2025", "TP 2025"})
RESIDENTS = {"TP 2023": 7030, "TA 2024": 7000, "TP 2024": 6944, "TA 2025": 6900, "TP 2025": 6920}
BASES = {"TP 2024": "TP 2023", "TP 2025": "TP 2024", "TA 2025": "TA 2024"}
SECTORS = (
    "Työllisyys",
    "Sivistys",
    "Tekniset",
    "Kirjasto",
    "Nuoriso",
    "Liikunta",
    "Varhaiskasvatus",
)
WORDS = (
    "palvelujen saatavuus paranee kuntalaisten arjessa",
    "sähköinen asiointi otetaan käyttöön vaiheittain",
    "asiakaskysely tehdään keväällä ja syksyllä",
    "sairauspoissaolot vähenevät edellisvuodesta",
    "kustannukset pysyvät talousarviossa",
    "toteutui suunnitellusti",
)

PLACES = ("kouluilla", "keskustassa", "kylillä", "verkossa", "koko alueella", "neuvolassa")
ACCOUNTS = ("myyntitilit", "vuokratilit", "palkkatilit", "tarviketilit", "sähkö ja lämpö", "muut")


def made(path: Path, areas: int) -> Path:
    """Write the workbook; the same bytes for the same number of areas."""
    chance = random.Random(areas)  # noqa: S311  # figures, no secrets
    with xlsxwriter.Workbook(path) as workbook:
        looks = {
            "whole": workbook.add_format({"num_format": "#,##0"}),
            "decimal": workbook.add_format({"num_format": "0.0"}),
            "heading": workbook.add_format({"bold": True}),
        }
        _settings(workbook)
        for number in range(1, areas + 1):
            sheet = workbook.add_worksheet(f"Alue {number}")
            sheet.set_column(0, 0, 40)
            name = f"{SECTORS[number % len(SECTORS)]}palvelut {number}"
            sheet.write(0, 0, f"VASTUUALUE: {name}", looks["heading"])
            row = _texts(sheet, chance, 2)
            row = _figures(sheet, chance, looks, row + 2)
            _accounts(sheet, chance, row + 2, looks["whole"])
    return path


def _settings(workbook: Any) -> None:
    sheet = workbook.add_worksheet("Perustiedot")
    sheet.write_row(0, 0, ["Menojen etumerkki", "negatiivinen"])
    sheet.write_row(2, 0, ["Kausi", "Asukasluku", "Tila"])
    for row, (period, residents) in enumerate(RESIDENTS.items(), 3):
        sheet.write_row(row, 0, [period, residents, "lopullinen"])


def _figures(sheet: Any, chance: random.Random, looks: dict[str, Any], top: int) -> int:
    """Write section 6 from `top`; return its last row."""
    expenses = _drifting(-chance.randint(200_000, 9_999_999), chance)
    income = _drifting(chance.randint(10_000, 150_000), chance)
    margin = {period: expenses[period] + income[period] for period in PERIODS}
    residents = {
        period: _rounded(Decimal(margin[period]) / RESIDENTS[period]) for period in PERIODS
    }
    sheet.write(top, 0, "6. Taloudelliset tunnusluvut", looks["heading"])
    sheet.write_row(top + 1, 1, PERIODS, looks["heading"])
    lines = (
        ("Toimintamenot", expenses, PERIODS, "whole"),
        ("Muutos %", _changes(expenses), BASES, "decimal"),
        ("Toimintatulot", income, PERIODS, "whole"),
        ("Toimintakate", margin, PERIODS, "whole"),
        ("Muutos %", _changes(margin), BASES, "decimal"),
        ("Toimintakate €/asukas", residents, PERIODS, "decimal"),
    )
    for row, (label, figures, periods, look) in enumerate(lines, top + 2):
        sheet.write(row, 0, label)
        for column, period in enumerate(PERIODS, 1):
            is_input = label in {"Toimintamenot", "Toimintatulot"}
            if period in periods and (is_input or period not in OPEN):
                sheet.write_number(row, column, figures[period], looks[look])
            else:
                sheet.write_blank(row, column, None, looks[look])
    return top + 1 + len(lines)


def _drifting(first: int, chance: random.Random) -> dict[str, int]:
    """Return an amount's figures: from period to period they differ by some per cent."""
    return {period: first * chance.randint(92, 108) // 100 for period in PERIODS}


def _changes(figures: dict[str, int]) -> dict[str, float]:
    return {
        period: _rounded((Decimal(figures[period]) / figures[base] - 1) * 100)
        for period, base in BASES.items()
    }


def _rounded(number: Decimal) -> float:
    return float(number.quantize(Decimal("0.1"), ROUND_HALF_UP))


def _texts(sheet: Any, chance: random.Random, row: int) -> int:
    """Write sections 1 and 2 in prose; return their last row."""
    sheet.write(row, 0, "1. Toiminta-ajatus")
    for paragraph in range(1, 6):
        texts = [f"{chance.choice(WORDS)} {chance.choice(PLACES)}" for _ in range(4)]
        sheet.write_row(row + paragraph, 0, texts)
    return row + 6


def _accounts(sheet: Any, chance: random.Random, top: int, look: Any) -> None:
    """Fill the rest: an account's name, five amounts, an account number, a note."""
    for row in range(top, ROWS):
        sheet.write(row, 0, f"{3000 + 10 * row} {ACCOUNTS[row % len(ACCOUNTS)]}")
        for column in range(1, COLUMNS - 1):
            sheet.write_number(row, column, chance.randint(-10_000_000, 10_000_000) / 100, look)
        sheet.write(row, COLUMNS - 1, f"selite {chance.randint(1, 60)}")


if __name__ == "__main__":
    made(Path(sys.argv[1]), int(sys.argv[2]))
