"""Books with goals in memory: an area sheet with figures and goal tables, and the settings."""

from collections.abc import Iterable, Mapping

from tests.goal_sheets import FOCUS_AREAS, HEADERS, HEADINGS, area_rows, printed_goals
from tests.grids import TableBook, TableGrid

from tpxl.model import Value

FIGURES: list[list[Value]] = [
    [],
    ["6. Talouden tunnusluvut"],
    ["", "TP 2024", "TA 2025", "TP 2025"],
    ["Toimintamenot", -200.0, -210.0, -220.0],
    ["Toimintatulot", 100.0, 110.0, 120.0],
]
BLANK_YEAR: list[list[Value]] = [*FIGURES[:3], *([row[0], row[1], row[2]] for row in FIGURES[3:])]

Texts = tuple[str, str, str, str]


def goal(name: str = "A", outcome: str = "", indicator: str = "Palaute") -> Texts:
    """Return the texts of a goal; its outcome tells its name unless one is given."""
    return (f"Tavoite {name}", f"Toimenpide {name}", indicator, outcome or f"Toteutui {name}.")


def whole_area(**changed: Texts | list[Texts]) -> dict[str, list[Texts]]:
    """Return goals that the schema accepts, by focus area or section, with some changed."""
    keys = [*FOCUS_AREAS, "4", "5", "8", "9"]
    goals = {key: [goal(letter)] for letter, key in zip("KLMNOPRST", keys, strict=True)}
    for key, texts in changed.items():
        name = FOCUS_AREAS[int(key[5:])] if key.startswith("focus") else key.removeprefix("s")
        goals[name] = texts if isinstance(texts, list) else [texts]
    return goals


def rows_of(goals: Mapping[str, Iterable[Texts]]) -> list[list[Value]]:
    """Return the sheet's rows of goals by focus area (section 3) or section."""
    rows: list[list[Value]] = [[HEADINGS[3]]]
    for key, texts in goals.items():
        if key.isdigit():
            section = int(key)
            rows += [[], [HEADINGS[section]], list(HEADERS[section])]
        else:
            rows += [[], ["", key], list(HEADERS[3])]
        rows += [["", *one] for one in texts]
    return rows


def book_of(
    goals: Mapping[str, Iterable[Texts]],
    figures: list[list[Value]] = FIGURES,
    settings: Mapping[str, str] | None = None,
) -> TableBook:
    """Return a book of one area, with settings of these labels and values."""
    typed: list[list[Value]] = [[label, value] for label, value in (settings or {}).items()]
    return TableBook.of(
        TableGrid.of("Tekniset", *figures, [], *rows_of(goals)),
        TableGrid.of("Perustiedot", ["Menojen etumerkki", "negatiivinen"], *typed),
    )


def printed_book() -> TableBook:
    """Return the three areas of 2025 with their goals as printed."""
    printed = printed_goals()
    return TableBook.of(
        *(
            TableGrid.of(
                area[:31],
                [f"VASTUUALUE: {area}"],
                *FIGURES,
                *area_rows(one for one in printed if one["area"] == area),
            )
            for area in dict.fromkeys(one["area"] for one in printed)
        )
    )
