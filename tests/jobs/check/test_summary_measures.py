"""Euros per resident and changes in a table of several areas are held to the areas' own figures."""

from decimal import Decimal

import pytest
from tests.grids import TableBook, TableGrid

from tpxl.jobs.check.check import check
from tpxl.jobs.refresh import refresh
from tpxl.model import Finding, Severity, Value

PERIODS = ("TP 2024", "TP 2025")
RESIDENTS = (5_000, 4_000)
MARGINS = {"Kirjasto": (-50_000, -60_000), "Museo": (-20_000, -26_000), "Puisto": (-5_000, -8_000)}
RIGHT = {"Kirjasto": (-10, -15), "Museo": (-4, -6.5), "Puisto": (-1, -2)}

TITLES = (
    "Toimintakate, €/asukas",
    "Toimintakate palvelualueittain (€/asukas)",
    "Toimintakate €/asukas",
    "Verksamhetsbidrag, €/invånare",
)


def settings(*residents: Value) -> TableGrid:
    rows = [[period, one] for period, one in zip(PERIODS, residents, strict=True)]
    return TableGrid.of("Perustiedot", ["Kausi", "Asukasluku"], *rows)


def area(name: str) -> TableGrid:
    margins = MARGINS[name]
    return TableGrid.of(
        name,
        [f"VASTUUALUE: {name}"],
        ["", *PERIODS],
        ["Toimintamenot", *(margin - 1_000 for margin in margins)],
        ["Toimintatulot", 1_000, 1_000],
        ["Toimintakate", *margins],
    )


def apart(title: str, **other: tuple[Value, Value]) -> TableGrid:
    rows = [[name, *other.get(name, RIGHT[name])] for name in MARGINS]
    return TableGrid.of("Asukaskohtaiset", [title], ["Palvelualue", *PERIODS], *rows)


def book(summary: TableGrid, *residents: Value) -> TableBook:
    return TableBook.of(settings(*(residents or RESIDENTS)), *map(area, MARGINS), summary)


def loud(summary: TableGrid, *residents: Value) -> list[Finding]:
    quiet = {Severity.INFO, Severity.COMMENT}
    found = check(book(summary, *residents)).findings
    return [one for one in found if one.severity not in quiet]


@pytest.mark.parametrize("title", TITLES)
def test_right_euros_per_resident_apart_are_no_copies_of_the_margins(title: str) -> None:
    assert not loud(apart(title))


@pytest.mark.parametrize("title", TITLES)
def test_a_wrong_one_is_found_in_its_place(title: str) -> None:
    (one,) = loud(apart(title, Museo=(-4, -5.6)))
    assert (one.code, one.sheet, one.cell) == ("per_resident", "Asukaskohtaiset", "C4")
    assert (one.area, one.found, one.expected) == ("Museo", Decimal("-5.6"), Decimal("-6.5"))


def test_it_is_compared_and_never_written() -> None:
    assert not refresh(book(apart(TITLES[0], Museo=(-4, -5.6)))).edits


def test_one_without_residents_is_told_as_not_checked() -> None:
    told = loud(apart(TITLES[0]), 5_000, None)
    assert {one.code for one in told} == {"residents_missing"}
    assert [one.cell for one in told] == ["C3", "C4", "C5"]


def test_changes_in_per_cent_are_held_to_the_areas_amounts() -> None:
    right = {"Kirjasto": (None, 20.0), "Museo": (None, 30.0), "Puisto": (None, 60.0)}
    assert not loud(apart("Toimintakatteen muutos %", **right))
    (one,) = loud(apart("Toimintakatteen muutos %", **{**right, "Museo": (None, 23.1)}))
    assert (one.cell, one.expected) == ("C4", 30)


def test_what_the_area_prints_itself_is_told_once() -> None:
    own = TableGrid.of(
        "Kirjasto",
        ["VASTUUALUE: Kirjasto"],
        ["", *PERIODS],
        ["Toimintamenot", -51_000, -61_000],
        ["Toimintatulot", 1_000, 1_000],
        ["Toimintakate", -50_000, -60_000],
        ["Toimintakate €/asukas", -10, -15],
    )
    others = (area("Museo"), area("Puisto"), apart(TITLES[0], Kirjasto=(-10, -51)))
    told = check(TableBook.of(settings(*RESIDENTS), own, *others)).findings
    assert [(one.code, one.cell) for one in told if one.severity is Severity.ERROR] == [
        ("tie_same_figure", "C3")
    ]
