"""Two pools in step-down, five areas, three periods: typed by hand, its solution on paper.

`Tietohallinto` gives to `Johtaminen` and the areas, `Johtaminen` to the areas; to the cent.

TA 2025. Tietohallinto 100 000,00 by workstations 10 (Johtaminen), 20, 15, 25, 20, 10 of 100:
10 000, 20 000, 15 000, 25 000, 20 000, 10 000. Johtaminen 200 000,00 + 10 000,00 = 210 000,00 by
weights 3, 2, 1, 1, 0 of 7, a seventh being 30 000: 90 000, 60 000, 30 000, 30 000, 0. Its shares in
tenths of a per cent: 428.57, 285.71, 142.86, 142.86, 0; whole 428 + 285 + 142 + 142 = 997, three
over: to .86, .86, .71: 42.8, 28.6, 14.3, 14.3, 0.0.

TP 2025. Tietohallinto 100 000,01 by 1 (Johtaminen), 1, 1: cents 3 333 333.67 each, two over, all
equal: to the first two: 33 333,34, 33 333,34, 33 333,33; shares 33.4, 33.3, 33.3. Johtaminen
0,05 + 33 333,34 = 33 333,39 by 50, 25, 25: cents 1 666 669.50, 833 334.75, 833 334.75; two over, to
.75 and .75: 16 666,69, 8 333,35, 8 333,35.

TS 2026. Tietohallinto −90 000,00 by 0 (Johtaminen), 3, 3, 3, 3, 1 of 13: cents 2 076 923.08 four
times and 692 307.69; one over, to .69: −20 769,23 four times, −6 923,08; shares in tenths 230.77
four times, 76.92; four over: to .92 and the first three .77: 23.1, 23.1, 23.1, 23.0, 7.7.
Johtaminen −7,00 by 1 each of 5: −1,40.
"""

from decimal import Decimal, InvalidOperation

from tests.grids import TableBook, TableGrid

from tpxl.model import Address, Value

PERIODS = ("TA 2025", "TP 2025", "TS 2026")
AREAS = ("Asuminen", "Työllisyys", "Markkinointi", "Sivistys", "Vapaa-aika")
IT, LEAD = "Tietohallinto", "Johtaminen"
AMOUNTS: dict[str, tuple[float, ...]] = {
    IT: (100000, 100000.01, -90000),
    LEAD: (200000, 0.05, -7),
}
DRIVERS: dict[str, dict[str, tuple[int, ...]]] = {
    IT: {
        LEAD: (10, 1, 0),
        AREAS[0]: (20, 1, 3),
        AREAS[1]: (15, 1, 3),
        AREAS[2]: (25, 0, 3),
        AREAS[3]: (20, 0, 3),
        AREAS[4]: (10, 0, 1),
    },
    LEAD: {
        AREAS[0]: (3, 50, 1),
        AREAS[1]: (2, 25, 1),
        AREAS[2]: (1, 25, 1),
        AREAS[3]: (1, 0, 1),
        AREAS[4]: (0, 0, 1),
    },
}
PARTS: dict[str, dict[str, tuple[str, str, str]]] = {
    IT: {
        LEAD: ("10000", "33333.34", "0"),
        AREAS[0]: ("20000", "33333.34", "-20769.23"),
        AREAS[1]: ("15000", "33333.33", "-20769.23"),
        AREAS[2]: ("25000", "0", "-20769.23"),
        AREAS[3]: ("20000", "0", "-20769.23"),
        AREAS[4]: ("10000", "0", "-6923.08"),
    },
    LEAD: {
        AREAS[0]: ("90000", "16666.69", "-1.40"),
        AREAS[1]: ("60000", "8333.35", "-1.40"),
        AREAS[2]: ("30000", "8333.35", "-1.40"),
        AREAS[3]: ("30000", "0", "-1.40"),
        AREAS[4]: ("0", "0", "-1.40"),
    },
}
SHARES: dict[str, dict[str, tuple[str, str, str]]] = {
    IT: {
        LEAD: ("10.0", "33.4", "0.0"),
        AREAS[0]: ("20.0", "33.3", "23.1"),
        AREAS[1]: ("15.0", "33.3", "23.1"),
        AREAS[2]: ("25.0", "0.0", "23.1"),
        AREAS[3]: ("20.0", "0.0", "23.0"),
        AREAS[4]: ("10.0", "0.0", "7.7"),
    },
    LEAD: {
        AREAS[0]: ("42.8", "50.0", "20.0"),
        AREAS[1]: ("28.6", "25.0", "20.0"),
        AREAS[2]: ("14.3", "25.0", "20.0"),
        AREAS[3]: ("14.3", "0.0", "20.0"),
        AREAS[4]: ("0.0", "0.0", "20.0"),
    },
}
RECEIVED = ("10000", "33333.34", "0")
DISTRIBUTED = {IT: ("100000", "100000.01", "-90000"), LEAD: ("210000", "33333.39", "-7")}
TO_AREAS: dict[str, tuple[str, str, str]] = {
    AREAS[0]: ("110000", "50000.03", "-20770.63"),
    AREAS[1]: ("75000", "41666.68", "-20770.63"),
    AREAS[2]: ("55000", "8333.35", "-20770.63"),
    AREAS[3]: ("50000", "0", "-20770.63"),
    AREAS[4]: ("10000", "0", "-6924.48"),
}


Rows = list[list[Value]]


def _pool(pool: str) -> Rows:
    """Return the rows of a pool, solved."""
    received: Rows = [["Saatu muilta eriltä", *RECEIVED]] if pool == LEAD else []
    drivers = DRIVERS[pool]
    return [
        ["Vyörytettävä erä", pool],
        ["Tarkkuus", "sentti"],
        ["", *PERIODS],
        ["Jaettava määrä €", *AMOUNTS[pool]],
        *received,
        ["Jaettavaa yhteensä", *DISTRIBUTED[pool]],
        ["Jakoperuste"],
        *([name, *values] for name, values in drivers.items()),
        ["Yhteensä", *(str(sum(values)) for values in zip(*drivers.values(), strict=True))],
        [],
        ["Osuus %"],
        *([name, *values] for name, values in SHARES[pool].items()),
        ["Yhteensä", "100.0", "100.0", "100.0"],
        [],
        ["Vyörytetty €"],
        *([name, *values] for name, values in PARTS[pool].items()),
        ["Yhteensä", *DISTRIBUTED[pool]],
        ["Ero", "0", "0", "0"],
        [],
    ]


def _flows() -> Rows:
    """Return the list of flows, solved."""
    rows: Rows = [["Kausi", "Mistä", "Mihin", "Osuus %", "Vyörytetty €"]]
    for i, period in enumerate(PERIODS):
        rows += [
            [period, pool, name, SHARES[pool][name][i], parts[i]]
            for pool in (IT, LEAD)
            for name, parts in PARTS[pool].items()
        ]
    return rows


def _area(name: str) -> Rows:
    """Return an area's sheet with its lines of shared costs, solved."""
    return [
        [f"VASTUUALUE: {name}"],
        ["", *PERIODS],
        ["Toimintamenot", -1000, -1000, -1000],
        ["Toimintatulot", 100, 100, 100],
        ["Toimintakate", -900, -900, -900],
        ["Osuus johtamisen kustannuksista %", *SHARES[LEAD][name]],
        ["Vyörytetyt kustannukset €", *TO_AREAS[name]],
    ]


def _solved() -> dict[str, Rows]:
    """Return every sheet; what is computed is a text here, the number as it is written on paper.

    The pool that receives stands before the one that gives to it.
    """
    areas = {f"Alue {i}": _area(name) for i, name in enumerate(AREAS, 1)}
    return {**areas, "Vyörytys": [*_pool(LEAD), *_pool(IT), *_flows()]}


def _number(value: Value) -> Decimal | None:
    """Return what is computed, None for an input or a label."""
    try:
        return Decimal(value) if isinstance(value, str) else None
    except InvalidOperation:
        return None


def sheets() -> dict[str, Rows]:
    """Return the book's sheets as typed: inputs filled, computed places empty."""
    return {
        name: [["" if _number(value) is not None else value for value in row] for row in rows]
        for name, rows in _solved().items()
    }


def book() -> TableBook:
    """Return the book as typed, in memory."""
    return TableBook.of(*(TableGrid.of(name, *rows) for name, rows in sheets().items()))


def solution() -> dict[tuple[str, str], Decimal]:
    """Return what each computed cell is to hold, by sheet and A1 name."""
    return {
        (name, Address(i, j).a1): number
        for name, rows in _solved().items()
        for i, row in enumerate(rows, 1)
        for j, value in enumerate(row, 1)
        if (number := _number(value)) is not None
    }
