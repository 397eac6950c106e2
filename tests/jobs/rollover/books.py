"""Books of invented cities, as a finance office may keep them, and what they say by meaning."""

from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from random import Random
from typing import Any

import openpyxl
import xlsxwriter

from tpxl.books import open_book
from tpxl.layout import survey
from tpxl.model import Value
from tpxl.model.address import column_letters

NAMES = ("Kirjasto", "Vesihuolto", "Satama", "Liikunta ja nuoriso", "Tilapalvelu")
COLUMNS = ("TP 2023", "TA 2024", "TP 2024", "TA 2025", "TP 2025")
STAYING = "Valtuuston luvut"
"""A sheet with a typed table of which no line is known."""


@dataclass(frozen=True)
class City:
    """How a city keeps its book; `with_formulas` computes changes and margins in the book."""

    seed: int
    areas: int = 3
    newest_first: bool = False
    with_formulas: bool = False
    by_address: bool = False
    as_text: bool = False
    across: bool = False
    in_thousands: bool = False
    columns: tuple[str, ...] = COLUMNS
    left: int = 0
    has_room: bool = True
    names: tuple[str, ...] = field(default=NAMES)


def written(path: Path, city: City) -> Path:
    """Write a city's book: every computed figure right, outcomes filled, a summary of formulas."""
    with xlsxwriter.Workbook(path) as workbook:
        _Writer(workbook, city, Random(city.seed)).write()  # noqa: S311  # invented
    return path


class _Writer:
    def __init__(self, workbook: Any, city: City, random: Random) -> None:
        self.workbook, self.city, self.random = workbook, city, random
        self.names = city.names[: city.areas]
        columns = city.columns
        self.columns = tuple(reversed(columns)) if city.newest_first else columns
        self.residents = {name: 6000 + 10 * place for place, name in enumerate(columns)}

    def write(self) -> None:
        for name in self.names:
            self._area(name)
        self._settings()
        self._summary()
        self._staying()

    def _figures(self) -> dict[str, dict[str, float]]:
        unit = 1 if self.city.in_thousands else 1000
        rows: dict[str, dict[str, float]] = {}
        ranges = {
            "Toimintamenot": (-3000, -900),
            "Toimintatulot": (100, 800),
            "Henkilöstömenot": (-900, -300),
            "Palvelujen ostot": (-800, -200),
        }
        for line, (low, high) in ranges.items():
            made = {p: float(self.random.randint(low, high) * unit) for p in self.city.columns}
            rows[line] = made
        return rows

    def _cell(self, sheet: Any, row: int, column: int, value: Any, formula: str = "") -> None:
        if formula:
            sheet.write_formula(row, column, formula, None, value)
        elif self.city.as_text and isinstance(value, float) and value.is_integer():
            sheet.write_string(row, column, f"{value:,.0f}".replace(",", " "))
        elif value is not None:
            sheet.write(row, column, value)

    def _area(self, name: str) -> None:
        city, left = self.city, self.city.left
        sheet = self.workbook.add_worksheet(name)
        sheet.set_header(f"&L{name}&RTilinpäätös 2025")
        rows = self._figures()
        sheet.write(0, left, f"VASTUUALUE: {name}")
        sheet.write(1, left, "1 000 €" if city.in_thousands else "euroa")
        sheet.write(3, left, "6. Talouden tunnusluvut")
        top = 4
        for place, period in enumerate(self.columns, left + 1):
            sheet.write(top, place, period)
        labels = ["Toimintamenot", "Toimintatulot", "Toimintakate"]
        labels += ["Henkilöstömenot", "Muutos %", "Palvelujen ostot", "Muutos %"]
        for at, label in enumerate(labels, top + 1):
            sheet.write(at, left, label)
            for column, period in enumerate(self.columns, left + 1):
                told = (label, labels[at - top - 2])
                self._figure(sheet, (at, column), told, period, rows)
        sheet.write(13, left, "TA 2025 vrt. TA 2024 ja TP 2025 vrt. TP 2024")
        sheet.write(15, left, "4. Muut toiminnan painopistealueet ja tavoitteet")
        sheet.write_row(16, left, ["Tavoite", "Toimenpiteet", "Mittarit", "TP 2025"])
        for row in range(2):
            said = [f"Tavoite {row} {name} vuonna 2025", "Toimi", "Mittari"]
            sheet.write_row(17 + row, left, [*said, f"Toteutui {row} {name}."])

    def _figure(
        self,
        sheet: Any,
        at: tuple[int, int],
        labels: tuple[str, str],
        period: str,
        rows: dict[str, dict[str, float]],
    ) -> None:
        row, column = at
        label, above = labels
        letter = column_letters(column + 1)
        formula = ""
        if label == "Toimintakate":
            value: float | None = rows["Toimintamenot"][period] + rows["Toimintatulot"][period]
            formula = f"={letter}{row - 1}+{letter}{row}"
        elif label == "Muutos %":
            kind, _, year = period.partition(" ")
            kinds = (kind, "TA") if kind in {"TA+M", "TS"} else (kind,)
            bases = [f"{one} {int(year) - 1}" for one in kinds]
            base = next((one for one in bases if one in rows[above]), "")
            value, formula = None, ""
            if base in rows[above]:
                value = _percent(rows[above][period], rows[above][base])
                other = column_letters(self.columns.index(base) + self.city.left + 2)
                formula = f"=ROUND(({letter}{row}/{other}{row}-1)*100,1)"
        else:
            value = rows[label][period]
        if value is not None:
            is_made = self.city.with_formulas and not self.city.as_text
            self._cell(sheet, row, column, value, formula if is_made else "")

    def _settings(self) -> None:
        sheet = self.workbook.add_worksheet("Perustiedot")
        sheet.write_row(0, 0, ["Tilivuosi", 2025])
        sheet.write_row(1, 0, ["Menojen etumerkki", "negatiivinen"])
        records = list(self.residents.items())
        if self.city.across:
            sheet.write_row(3, 0, ["Kausi", *(period for period, _ in records)])
            sheet.write_row(4, 0, ["Asukasluku", *(number for _, number in records)])
        else:
            sheet.write_row(3, 0, ["Kausi", "Asukasluku", "Tila"])
            for row, (period, number) in enumerate(records, 4):
                sheet.write_row(row, 0, [period, number, "ennakko"])
        row = 4 + len(records) + (8 if self.city.has_room else 1)
        sheet.write_row(row, 0, ["Vastuualue", "Desimaalit €/asukas"])
        for name in self.names:
            row += 1
            sheet.write_row(row, 0, [name, 0])
        if self.city.by_address:
            sheet.write_formula("H1", "=B5*2", None, self.residents[self.city.columns[0]] * 2)

    def _summary(self) -> None:
        sheet = self.workbook.add_worksheet("Yhteenveto")
        sheet.write(0, 0, "Tilinpäätös 2025, yhteenveto")
        sheet.write_row(2, 0, ["Vastuualue", "Tunnusluku", *self.columns])
        for row, name in enumerate(self.names, 3):
            sheet.write_row(row, 0, [name, "Toimintamenot"])
            for column in range(len(self.columns)):
                letter = column_letters(column + 2 + self.city.left)
                sheet.write_formula(row, column + 2, f"='{name}'!{letter}6", None, 0)

    def _staying(self) -> None:
        sheet = self.workbook.add_worksheet(STAYING)
        sheet.write_row(1, 1, ["TP 2024", "TP 2025"])
        sheet.write_row(2, 0, ["Kuukausipalkkaisia", 17, 19])
        sheet.write_row(3, 0, ["Kokouksia", 4, 6])


def _percent(new: float, base: float) -> float:
    """Return the change to a decimal, half away from zero, in whole numbers."""
    tenths = Decimal(1000) * (Decimal(new) - Decimal(base)) / Decimal(base)
    return float(tenths.quantize(Decimal(1), ROUND_HALF_UP) / 10)


Facts = dict[tuple[str, str, str, int], Value]


def facts(path: Path) -> Facts:
    """Return every figure of the areas by area, line, period and the table's place."""
    with open_book(path) as book:
        return {
            (area.name, str(row.line), str(period), place): figure.number
            for area in survey(book).areas
            for table in area.tables
            for place, row in enumerate(table.rows)
            for period, figure in row.figures.items()
        }


def formulas(path: Path) -> dict[tuple[str, str], str]:
    """Return every formula of a book by its cell."""
    told = openpyxl.load_workbook(path)
    return {
        (sheet.title, cell.coordinate): cell.value
        for sheet in told
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, str) and cell.value.startswith("=")
    }
