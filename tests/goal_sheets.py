"""Goal tables as an area sheet has them, written down in tests."""

import json
from collections.abc import Iterable
from typing import Any

from tests.grids import TableGrid
from tests.kemijarvi import DATA

from tpxl.layout.goals.locate import locate_goals
from tpxl.model import GoalTable, Value
from tpxl.terms import goals, sections

HEADINGS = {
    3: "3. Kaupunkistrategian 2025-2030 painopisteistä johdetut toiminnalliset tavoitteet",
    4: "4. Muut toiminnan painopistealueet ja tavoitteet (sisältää myös hyvinvoinnin)",
    5: "5. Vuoden 2025 tuottavuustoimenpiteet ja -hankkeet",
    8: "8. Sisäinen valvonta ja riskienhallinta",
    9: "9. Henkilöstötavoitteet, -suunnitelma ja resurssien käyttö",
}
HEADERS = {
    3: ["", "Tavoite", "Toimenpiteet", "Mittarit", "TP 2025"],
    4: ["", "Tavoite", "Toimenpiteet", "Mittarit", "TP 2025"],
    5: ["", "Tuottavuustoimenpide/Hanke", "Tulokset", "Mittarit/Arviointi", "TP 2025"],
    8: ["", "Tehtävä/Tavoite", "Toimenpide", "Mittarit/Arviointi", "TP 2025"],
    9: ["", "Henkilöstötavoite", "Toimenpide", "Mittarit/Arviointi", "TP 2025"],
}
FOCUS_AREAS = (
    "HYVÄ JA SUJUVA ARKI",
    "ELÄMÄÄ SYKKIVÄÄ KASVUA YHDESSÄ YRITTÄJIEN KANSSA",
    "UUSIA MAHDOLLISUUKSIA TURVALLISUUSYMPÄRISTÖSSÄ",
    "VAKAA JA ENNAKOIVA KUNTATALOUS",
    "VASTUULLINEN JOHTAMINEN",
)
TEXTS = ("goal", "action", "indicator", "outcome")


def printed_goals() -> list[dict[str, Any]]:
    """Return the 33 rows of the report of 2025: its structure, its gaps, in words of our own."""
    rows: list[dict[str, Any]] = json.loads((DATA / "goals.json").read_text(encoding="utf-8"))
    return rows


def area_rows(goals_of_area: Iterable[dict[str, Any]]) -> list[list[Value]]:
    """Return the rows of an area sheet with its goal tables, as the report prints them."""
    rows: list[list[Value]] = []
    section, focus = 0, None
    for goal in goals_of_area:
        if goal["section"] != section:
            section, focus = goal["section"], None
            rows += [[], [HEADINGS[section]]]
            if section != 3:
                rows.append([*HEADERS[section]])
        if goal["focus"] and goal["focus"] != focus:
            focus = goal["focus"]
            rows += [[], ["", focus], [], [*HEADERS[section]]]
        number = "" if section == 3 else f"{goal['no']}."
        rows.append([number, *(goal[name] for name in TEXTS)])
    return rows


def area_grid(sheet: str, goals_of_area: Iterable[dict[str, Any]]) -> TableGrid:
    return TableGrid.of(sheet, *area_rows(goals_of_area))


def is_known(text: str) -> bool:
    return goals.is_known(text) or sections.is_known(text)


def located(grid: TableGrid) -> tuple[GoalTable, ...]:
    return locate_goals(grid, tuple(grid.texts(is_known)))


def read(grid: TableGrid) -> list[tuple[object, ...]]:
    """Return section, focus and texts of each goal on a sheet."""
    return [
        (table.section, goal.focus, goal.goal, goal.action, goal.indicator, goal.outcome)
        for table in located(grid)
        for goal in table.goals
    ]
