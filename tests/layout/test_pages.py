import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.grids import TableGrid

from tpxl.layout.pages import Page, page_of

ROOT = Path(__file__).parents[2]
HEAVY = {
    "tpxl.jobs.allocation.pooled",
    "tpxl.jobs.journal.matching",
    "tpxl.layout.allocations",
    "tpxl.layout.comparisons",
    "tpxl.layout.goals",
    "tpxl.layout.journal",
    "tpxl.layout.sections",
}
PLAIN_REFRESH = """
import sys
from tests.grids import TableBook, TableGrid
from tpxl.jobs.refresh import refresh
area = TableGrid.of(
    "Alue 1",
    ["VASTUUALUE: Asuminen"],
    ["6. Talouden tunnusluvut"],
    ["", "TP 2024", "TA 2025", "TP 2025"],
    ["Toimintamenot", -100, -110, -120],
    ["Muutos %"],
    ["Toimintatulot", 10, 20, 30],
    ["Toimintakate", -90, -90, -90],
    ["Toimintakate €/asukas"],
)
settings = TableGrid.of("Perustiedot", ["Kausi", "Asukasluku", "Tila"], ["TP 2025", 10, "ennakko"])
assert refresh(TableBook.of(area, settings)).edits
print(*sys.modules)
"""


PLAIN = Page("A", (), (), None)


def page(*rows: list[object]) -> Page:
    grid = TableGrid.of("A", *rows)  # type: ignore[arg-type]
    return page_of(grid, is_pending=False)


def test_a_plain_refresh_loads_no_domain_that_its_book_lacks() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PLAIN_REFRESH],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT)))},
    )
    assert not HEAVY & set(done.stdout.decode().split())


def test_a_sheet_without_their_words_has_none() -> None:
    read = page(["", "TP 2024", "TP 2025"], ["Toimintamenot", -1, -2], ["Muutos %"])
    assert (read.goals, read.allocations, read.pools) == (PLAIN.goals, PLAIN.allocations, None)
    assert (read.comparisons, read.journals) == (PLAIN.comparisons, PLAIN.journals)


@pytest.mark.parametrize(
    ("rows", "field"),
    [
        ([["Tavoite", "Toimenpiteet", "Mittari"], ["Sujuva arki", "Kysely", "Tulos"]], "goals"),
        (
            [["Kausi", "Mistä", "Mihin", "Osuus %"], ["TP 2025", "Hallinto", "Asuminen", 5]],
            "allocations",
        ),
        ([["Vyörytettävä erä", "Hallinto"]], "pools"),
        ([["", "TA 2025", "TP 2025", "Poikkeama"], ["Palkat", 1, 2, 1]], "comparisons"),
        ([["Vakavuus", "Havainto", "Perustelu", "Taulukko", "Solu"]], "journals"),
        ([["Aika", "Taulukko", "Solu", "Vanha", "Uusi"]], "journals"),
    ],
)
def test_a_domain_s_words_lead_to_its_tables(rows: list[list[object]], field: str) -> None:
    assert getattr(page(*rows), field) != getattr(PLAIN, field)
