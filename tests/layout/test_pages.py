import pytest
from tests.grids import TableGrid

from tpxl.layout.pages import Page, page_of

PLAIN = Page("A", (), (), None)


def page(*rows: list[object]) -> Page:
    grid = TableGrid.of("A", *rows)  # type: ignore[arg-type]
    return page_of(grid, is_pending=False)


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
