"""The published figures of 2025 as a book in memory."""

import csv
import json
from pathlib import Path
from typing import Any

from tests.grids import TableBook, TableGrid

from tpxl.model import Value

DATA = Path(__file__).with_name("data") / "kemijarvi_2025"
PERIODS = ("TP 2023", "TA 2024", "TP 2024", "TA 2025", "TP 2025")


def expected() -> dict[str, Any]:
    """Return what checking the figures must say."""
    loaded: dict[str, Any] = json.loads((DATA / "expected.json").read_text(encoding="utf-8"))
    return loaded


def figures() -> list[dict[str, str]]:
    """Return the printed rows of sections 6 and 7, a figure for each period."""
    with (DATA / "figures.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def book() -> TableBook:
    """Return the book: a sheet per area, and the settings."""
    said = expected()
    sheets: dict[str, list[list[Value]]] = {}
    for line in figures():
        rows = sheets.setdefault(line["area"], [[f"VASTUUALUE: {line['area']}"]])
        if line["line"] in {"OPERATING_EXPENSES", "PERMANENT_POSTS"}:
            rows += [[], [f"{line['section']}. Tunnusluvut"], ["", *PERIODS]]
        rows.append([line["label"], *(float(line[period]) for period in PERIODS)])
    settings: list[list[Value]] = [
        ["Menojen etumerkki", "negatiivinen"],
        [],
        ["Kausi", "Asukasluku", "Tila"],
        *(
            [period, typed["residents"], typed["status"]]
            for period, typed in said["residents"].items()
        ),
        [],
        ["Vastuualue", "Desimaalit €/asukas"],
        *([name, decimals] for name, decimals in said["decimals_per_resident"].items()),
    ]
    return TableBook.of(
        *(TableGrid.of(f"Alue {i}", *rows) for i, rows in enumerate(sheets.values(), 1)),
        TableGrid.of("Perustiedot", *settings),
    )
