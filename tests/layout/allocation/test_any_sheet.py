from hypothesis import given, settings
from hypothesis import strategies as st
from tests.grids import TableBook, TableGrid

from tpxl.errors import TpxlError
from tpxl.jobs.check.check import check
from tpxl.jobs.refresh import refresh
from tpxl.model import Value

WORDS = (
    "Vyörytettävä erä",
    "Vyörytettävä erä: Johtaminen",
    "Tietohallinto",
    "Johtamisen kustannukset",
    "Jakoperuste",
    "Jakoperuste: Toimintamenot",
    "Kiinteät osuudet",
    "Tarkkuus",
    "sentti",
    "Jaettava määrä €",
    "Saatu muilta eriltä",
    "Jaettavaa yhteensä",
    "Osuus %",
    "Kiinteä osuus %",
    "Vyörytetty €",
    "Vyörytetyt kustannukset €",
    "Osuus johtamisen kustannuksista %",
    "Yhteensä",
    "Ero",
    "Toimintamenot",
    "TA 2025",
    "TP 2025",
    "Asuminen",
    "Työllisyys",
    "Vastuualue",
    "Kausi",
    "Mistä",
    "Mihin",
    "1 000 €",
    "TA 2025: menoissa on 54,0 % johtamisen kustannuksista.",
    "n. 5",
    "-",
)

cells: st.SearchStrategy[Value] = st.one_of(
    st.just(""),
    st.sampled_from(WORDS),
    st.sampled_from((0, 1, 3, -2, 37.6, 100.0, 400000, 0.1 + 0.2)),
)

rows = st.lists(st.lists(cells, max_size=5), max_size=25)


def book(grid: list[list[Value]]) -> TableBook:
    areas = [
        TableGrid.of(
            name,
            ["", "TA 2025", "TP 2025"],
            ["Toimintamenot", -5, -6],
            ["Toimintatulot", 1, 2],
            ["Toimintakate", -4, -4],
            ["Vyörytetyt kustannukset €", "", ""],
        )
        for name in ("Asuminen", "Työllisyys")
    ]
    return TableBook.of(*areas, TableGrid.of("Vyörytys", *grid))


@settings(max_examples=150, deadline=None)
@given(rows)
def test_whatever_stands_on_a_sheet_is_read_and_a_second_refresh_changes_nothing(
    grid: list[list[Value]],
) -> None:
    tables = book(grid)
    try:
        refresh(tables)
    except TpxlError:
        return
    assert refresh(tables).edits == ()
    check(tables)
