from decimal import Decimal

import pytest
from tests.grids import TableGrid

from tpxl.layout.allocation.locate import locate_allocations
from tpxl.model import Period, PeriodKind, Value
from tpxl.model.allocation import AllocationPlace, AllocationTable
from tpxl.terms import key
from tpxl.terms.allocation import AllocationWord as Word
from tpxl.terms.known import is_known

TA, TP = Period(PeriodKind.BUDGET, 2025), Period(PeriodKind.ACTUAL, 2025)
AREAS = ("Asuminen", "Työllisyys", "Markkinointi")

DOWN: list[list[Value]] = [
    ["Vyörytys"],
    [],
    ["Vyörytettävä erä", "Johtamisen kustannukset (lautakunta)"],
    ["Jakoperuste", "Toimintavolyymi"],
    ["", "TA 2025", "TP 2025"],
    ["Jaettava määrä €", 400000, 410000],
    ["Jakoperuste"],
    ["Asuminen", 50, 60],
    ["Työllisyys", 30, 30],
    ["Markkinointi", 20, 10],
    ["Yhteensä", 100, 100],
    [],
    ["Osuus %"],
    ["Asuminen", 50.0, 60.0],
    ["Työllisyys", 30.0, ""],
    ["Markkinointi", 20.0, 10.0],
    ["Yhteensä", 100.0, 100.0],
    [],
    ["Vyörytetty €"],
    ["Asuminen", 200000, 246000],
    ["Työllisyys", 120000, 123000],
    ["Markkinointi", 80000, 41000],
    ["Yhteensä", 400000, 410000],
    ["Ero", 0, 0],
]

SIDE_BY_SIDE: list[list[Value]] = [
    ["Vyörytettävä erä: Johtamisen kustannukset"],
    ["", "TA 2025", "", "", "TP 2025"],
    ["Jaettava määrä", 400000, "", "", "", "", 410000],
    ["Vastuualue", "Toimintavolyymi", "Osuus %", "€", "Toimintavolyymi", "Osuus %", "€"],
    ["Asuminen", 50, 50.0, 200000, 60, 60.0, 246000],
    ["Työllisyys", 30, 30.0, 120000, 30, "", 123000],
    ["Markkinointi", 20, 20.0, 80000, 10, 10.0, 41000],
    ["Yhteensä", 100, 100.0, 400000, 100, 100.0, 410000],
]

JOINED_HEADINGS: list[list[Value]] = [
    ["Vyörytettävä erä: Johtamisen kustannukset"],
    [
        "Vastuualue",
        *("Toimintavolyymi TA 2025", "Osuus %, TA 2025", "TA 2025 vyörytetty €"),
        *("Toimintavolyymi TP 2025", "Osuus %, TP 2025", "TP 2025 vyörytetty €"),
    ],
    ["Jaettava määrä", "", "", 400000, "", "", 410000],
    *SIDE_BY_SIDE[4:],
]

ACROSS: list[list[Value]] = [
    ["Vyörytettävä erä: Johtamisen kustannukset"],
    ["Jakoperuste: toimintavolyymi"],
    ["", "Jaettava määrä", *AREAS, "Yhteensä"],
    ["Jakoperuste"],
    ["TA 2025", 400000, 50, 30, 20, 100],
    ["TP 2025", 410000, 60, 30, 10, 100],
    ["Osuus %"],
    ["TA 2025", "", 50.0, 30.0, 20.0, 100.0],
    ["TP 2025", "", 60.0, "", 10.0, 100.0],
    ["Vyörytetty €"],
    ["TA 2025", "", 200000, 120000, 80000, 400000],
    ["TP 2025", "", 246000, 123000, 41000, 410000],
]

PERIOD_BY_PERIOD: list[list[Value]] = [
    ["Vyörytettävä erä: Johtamisen kustannukset"],
    ["TA 2025", *AREAS, "Yhteensä", "Jaettava määrä"],
    ["Toimintavolyymi", 50, 30, 20, 100],
    ["Osuus %", 50.0, 30.0, 20.0, 100.0],
    ["Vyörytetty €", 200000, 120000, 80000, 400000],
    ["TP 2025", *AREAS, "Yhteensä"],
    ["Toimintavolyymi", 60, 30, 10, 100],
    ["Osuus %", 60.0, "", 10.0, 100.0],
    ["Vyörytetty €", 246000, 123000, 41000, 410000],
]


def tables(*rows: list[Value], names: tuple[str, ...] = AREAS) -> tuple[AllocationTable, ...]:
    grid = TableGrid.of("Vyörytys", *rows)
    words = tuple(grid.texts(is_known))
    return locate_allocations(grid, words, frozenset(map(key, names))).tables


def number(table: AllocationTable, word: Word, period: Period, name: str) -> Decimal | None:
    figure = table.of(word, period, name)
    assert figure is not None
    return figure.number


@pytest.mark.parametrize("rows", [DOWN, SIDE_BY_SIDE, JOINED_HEADINGS, ACROSS, PERIOD_BY_PERIOD])
def test_every_form_of_the_table_says_the_same(rows: list[list[Value]]) -> None:
    (table,) = tables(*rows)
    assert tuple(table.receivers) == AREAS
    assert table.is_sound
    assert [number(table, Word.DRIVER, TA, name) for name in AREAS] == [50, 30, 20]
    assert [number(table, Word.SHARE, TP, name) for name in AREAS] == [60, None, 10]
    assert [number(table, Word.ALLOCATED, TP, name) for name in AREAS] == [246000, 123000, 41000]
    total = table.figures[AllocationPlace(Word.ALLOCATED, TP, None, Word.TOTAL)]
    assert total.number == 410000


@pytest.mark.parametrize("rows", [DOWN, SIDE_BY_SIDE, JOINED_HEADINGS, ACROSS])
def test_the_pools_own_amounts_are_found(rows: list[list[Value]]) -> None:
    (table,) = tables(*rows)
    amounts = [table.of(Word.AMOUNT, period) for period in (TA, TP)]
    assert [figure and figure.number for figure in amounts] == [400000, 410000]


def test_the_form_of_the_master_is_read_without_knowing_the_areas() -> None:
    assert tables(*DOWN, names=()) == tables(*DOWN)
    assert tables(*SIDE_BY_SIDE, names=()) == tables(*SIDE_BY_SIDE)


def test_a_pool_knows_its_name_and_what_divides_it() -> None:
    (table,) = tables(*DOWN)
    assert (table.pool, table.basis) == ("Johtamisen kustannukset (lautakunta)", "Toimintavolyymi")
    assert table.address.a1 == "A3"
    assert table.periods == (TA, TP)
    assert table.has(Word.DRIVER, TA)
    assert not table.has(Word.FIXED_SHARE, TA)


def test_what_is_left_over_has_a_place() -> None:
    (table,) = tables(*DOWN)
    left = table.figures[AllocationPlace(Word.ALLOCATED, TP, None, Word.DIFFERENCE)]
    assert left.cell == "C24"


def test_agreed_shares_are_what_the_basis_calls_them() -> None:
    (table,) = tables(
        ["Vyörytettävä erä: Hallinto"],
        ["Jakoperuste", "Kiinteät osuudet"],
        ["", "TA 2025"],
        ["Jakoperuste"],
        ["Asuminen", 54.0],
        ["Markkinointi", 8.4],
    )
    assert table.has(Word.FIXED_SHARE, TA)
    assert number(table, Word.FIXED_SHARE, TA, "Markkinointi") == Decimal("8.4")


def test_a_pool_called_by_its_costs_needs_no_heading() -> None:
    (table,) = tables(
        ["", "TA 2025", "TP 2025"],
        ["Johtamisen kustannukset", 400000, 410000],
        ["Osuus %"],
        ["Asuminen", 54.0, 54.0],
        ["Työllisyys", 37.6, 37.6],
    )
    assert table.pool == "Johtamisen kustannukset"
    amount = table.of(Word.AMOUNT, TP)
    assert amount is not None
    assert amount.number == 410000
    assert tuple(table.receivers) == ("Asuminen", "Työllisyys")


def test_receivers_may_follow_the_amount_without_a_heading() -> None:
    (table,) = tables(
        ["Vyörytettävä erä", "Hallinto", "TA 2025"],
        ["Jakoperuste", "Painokerroin"],
        ["Jaettava määrä", "", 100],
        ["Asuminen", "", 3],
        ["Jokin muu alue", "", 1],
        ["Yhteensä", "", 4],
    )
    assert tuple(table.receivers) == ("Asuminen", "Jokin muu alue")
    assert number(table, Word.DRIVER, TA, "Jokin muu alue") == 1


def test_a_pool_ends_where_the_next_begins() -> None:
    first, second = tables(
        ["Vyörytettävä erä", "Tietohallinto"],
        ["", "TA 2025"],
        ["Jaettava määrä", 100],
        ["Jakoperuste"],
        ["Johtaminen", 1],
        ["Asuminen", 3],
        [],
        ["Vyörytettävä erä", "Johtaminen"],
        ["Jaettava määrä", 50],
        ["Saatu muilta eriltä", 25],
        ["Jaettavaa yhteensä", 75],
        ["Jakoperuste"],
        ["Asuminen", 2],
        ["Työllisyys", 1],
    )
    assert tuple(first.receivers) == ("Johtaminen", "Asuminen")
    assert tuple(second.receivers) == ("Asuminen", "Työllisyys")
    received = second.of(Word.RECEIVED, TA)
    assert received is not None
    assert received.number == 25


def test_a_receiver_beyond_a_blank_row_counts_when_it_is_an_area() -> None:
    (table,) = tables(
        ["Vyörytettävä erä: Hallinto"],
        ["", "TA 2025"],
        ["Osuus %"],
        ["Asuminen", 54.0],
        [],
        ["Työllisyys", ""],
        ["Oma muistiinpano", ""],
    )
    assert tuple(table.receivers) == ("Asuminen", "Työllisyys")


def test_a_remark_under_the_table_is_no_receiver() -> None:
    (table,) = tables(
        ["Vyörytettävä erä: Hallinto"],
        ["", "TA 2025"],
        ["Osuus %"],
        ["Asuminen", 54.0],
        ["Lähde: talousarvio"],
        ["Luku on esimerkki."],
        names=(),
    )
    assert tuple(table.receivers) == ("Asuminen",)


def test_a_figure_with_two_places_is_told_of() -> None:
    (table,) = tables(
        ["Vyörytettävä erä: Hallinto"],
        ["", "TA 2025"],
        ["Osuus %"],
        ["Asuminen", 54.0],
        ["Asuminen", 55.0],
    )
    (repeat,) = table.repeats
    assert not table.is_sound
    assert (repeat.place.receiver, repeat.first.a1, repeat.second.a1) == ("Asuminen", "B4", "B5")


def test_the_same_receiver_may_be_spelled_in_two_ways() -> None:
    (table,) = tables(
        ["Vyörytettävä erä: Hallinto"],
        ["", "TA 2025"],
        ["Osuus %"],
        ["Asuminen", 54.0],
        ["Vyörytetty €"],
        ["ASUMINEN ", 1],
    )
    assert tuple(table.receivers) == ("Asuminen",)


def test_a_pool_that_gives_to_nobody_is_no_table() -> None:
    assert tables(["", "TA 2025"], ["Johtamisen kustannukset", 5], ["Toimintatulot", 1]) == ()


def test_cents_are_a_setting_of_the_pool() -> None:
    (table,) = tables(
        ["Vyörytettävä erä: Hallinto"],
        ["Tarkkuus", "sentti"],
        ["", "TA 2025"],
        ["Osuus %"],
        ["Asuminen", 54.0],
    )
    assert table.in_cents


def test_figures_kept_as_text_are_figures() -> None:
    (table,) = tables(
        ["Vyörytettävä erä: Hallinto"],
        ["", "TA 2025", "TP 2025"],
        ["Osuus %"],
        ["Asuminen", "54,0", "54,0 %"],
    )
    assert number(table, Word.SHARE, TP, "Asuminen") == Decimal("54.0")


def test_a_block_may_be_headed_by_the_line_that_divides() -> None:
    (table,) = tables(
        ["Vyörytettävä erä: Hallinto"],
        ["", "TA 2025"],
        ["Henkilöstömenot"],
        ["Asuminen", 30],
        ["Työllisyys", 10],
        names=(),
    )
    assert table.basis == "Henkilöstömenot"
    assert tuple(table.receivers) == ("Asuminen", "Työllisyys")
    assert number(table, Word.DRIVER, TA, "Työllisyys") == 10


def test_a_heading_may_repeat_the_periods() -> None:
    (table,) = tables(
        ["Vyörytettävä erä: Hallinto"],
        ["Kiinteä osuus %", "TA 2025", "TP 2025"],
        ["Asuminen", 54.0, 55.0],
        ["Työllisyys", 46.0, 45.0],
        [],
        ["Vyörytetty €", "TA 2025", "TP 2025"],
        ["Asuminen", 540, 550],
        ["Työllisyys", 460, 450],
    )
    assert number(table, Word.FIXED_SHARE, TP, "Asuminen") == 55
    assert number(table, Word.ALLOCATED, TA, "Työllisyys") == 460


def test_a_unit_above_the_table_scales_its_amounts() -> None:
    (table,) = tables(
        ["Vyörytettävä erä: Hallinto"],
        ["1 000 €", "TA 2025"],
        ["Jaettava määrä", 400],
        ["Osuus %"],
        ["Asuminen", 100.0],
    )
    amount = table.of(Word.AMOUNT, TA)
    assert amount is not None
    assert amount.scale == 1000


def test_drivers_may_be_headed_by_what_they_are() -> None:
    (table,) = tables(
        ["Vyörytettävä erä: Hallinto"],
        ["", "TA 2025"],
        ["Vastuualue", "Neliömetrit", "Osuus %", "Vyörytetty €"],
        ["Asuminen", 30, 75.0, 75],
        ["Työllisyys", 10, 25.0, 25],
    )
    assert number(table, Word.DRIVER, TA, "Asuminen") == 30
