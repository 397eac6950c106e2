"""Nothing is written from a figure that the same run calls wrong."""

from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests import printed
from tests.grids import TableBook, TableGrid

from tpxl.jobs.check.check import check
from tpxl.jobs.check.context import CheckContext
from tpxl.jobs.refresh import refresh
from tpxl.layout import survey
from tpxl.model import Address, Edit, Finding, Severity, Value

PERIODS = ("TP 2023", "TA 2024", "TP 2024", "TA 2025", "TP 2025")
RESIDENTS = dict(zip(PERIODS, (7030, 7000, 6944, 6900, 6920), strict=True))


def sheet(name: str, income: list[int], expenses: list[int], **rows: Value) -> TableGrid:
    """Return a sound area: margins, their changes and euros per resident follow from inputs."""
    margins = [one + other for one, other in zip(income, expenses, strict=True)]
    changes = ["", "", *(_change(margins[i], margins[i - 2]) for i in range(2, 5))]
    shares = [round(m / RESIDENTS[p], 2) for m, p in zip(margins, PERIODS, strict=True)]
    written: printed.Rows = [
        [f"VASTUUALUE: {name}"],
        ["", *PERIODS],
        ["Toimintamenot", *expenses],
        ["Toimintatulot", *income],
        ["Toimintakate", *margins],
        ["Muutos %", *changes],
        ["Toimintakate €/asukas", *shares],
    ]
    for at, value in rows.items():
        place = Address.parse(at)
        written[place.row - 1][place.column - 1] = value
    return TableGrid.of(name, *written)


def _change(new: int, old: int) -> float:
    return round((new / old - 1) * 100, 1)


def book(*sheets: TableGrid, **residents: int) -> TableBook:
    rows: printed.Rows = [["Kausi", "Asukasluku"]]
    rows += [[p, residents.get(p.replace(" ", "_"), RESIDENTS[p])] for p in PERIODS]
    return TableBook.of(*sheets, TableGrid.of("Perustiedot", *rows))


INCOME, EXPENSES = [241930, 250130, 255310, 268410, 270090], [-1201370, -1303490] * 2 + [-1377330]


def errors(found: TableBook) -> list[Finding]:
    return [one for one in check(found).findings if one.severity is Severity.ERROR]


class Planted(NamedTuple):
    """A sound town with one input that was typed wrong, and open places that would need it."""

    book: TableBook
    sheet: str
    cell: str


@st.composite
def towns(draw: st.DrawFn) -> Planted:
    """Return a town of two areas; some computed cells are blank or hold an older figure."""
    sheets = []
    for name in ("Kirjasto", "Liikunta"):
        income = [draw(st.integers(10_001, 900_000)) for _ in PERIODS]
        expenses = [-draw(st.integers(1_000_000, 9_000_000)) for _ in PERIODS]
        sheets.append(sheet(name, income, expenses))
    town = book(*sheets)
    for cell in draw(st.lists(st.sampled_from(["E5", "F5", "E6", "F6", "E7", "F7"]), max_size=3)):
        town.apply([Edit("Kirjasto", cell, 1)])
    area, cell = draw(
        st.sampled_from(
            [("Kirjasto", f"{c}{r}") for c in "DEF" for r in (3, 4)]
            + [("Perustiedot", f"B{r}") for r in (4, 5, 6)]
        )
    )
    old = town.grids[area].cells[Address.parse(cell)]
    assert isinstance(old, int)
    new = draw(
        st.sampled_from([-old, old * 10, old // 10, old * 1000, old + 900, old - 100_000, old + 1])
    )
    town.apply([Edit(area, cell, new)])
    return Planted(town, area, cell)


@settings(max_examples=60, deadline=None)
@given(towns())
def test_no_edit_is_made_of_an_input_that_the_run_blames(planted: Planted) -> None:
    context = CheckContext.of(planted.book, survey(planted.book))
    told = {(one.sheet, one.cell): one for one in errors(planted.book)}
    terms = {
        one.result.place: {(term.sheet, term.cell) for term in one.terms}
        for one in context.computed
    }
    edits = refresh(planted.book).edits
    blamed = {place for place, one in told.items() if one.code.startswith("tie_")}
    for edit in edits:
        assert not terms[edit.sheet, Address.parse(edit.cell)] & blamed
    assert refresh(planted.book).edits == ()


@pytest.mark.parametrize(
    ("cell", "wrong", "withheld"),
    [
        ("F3", 1377330, ["F5", "F7"]),
        ("F4", 2700900, ["F5", "F7"]),
        ("E3", -13034900, ["E5", "E6", "E7"]),
    ],
)
def test_what_follows_from_a_blamed_input_stays_as_it_is_and_is_named(
    cell: str, wrong: int, withheld: list[str]
) -> None:
    town = book(sheet("Kirjasto", INCOME, EXPENSES, **{cell: wrong}))
    (told,) = errors(town)
    assert told.cell == cell
    assert refresh(town).edits == ()
    for one in withheld:
        assert f"Kirjasto!{one}" in told.message


def test_a_blank_place_that_follows_from_a_blamed_input_is_not_filled() -> None:
    town = book(sheet("Kirjasto", INCOME, EXPENSES, F4=2700900, F7=""))
    (told,) = errors(town)
    assert (told.cell, told.expected) == ("F4", 270090)
    assert refresh(town).edits == ()
    assert not [one for one in check(town).findings if one.code == "empty_computed"]
    assert "Kirjasto!F7" in told.message


def test_residents_that_are_blamed_give_no_figure_to_any_area() -> None:
    sheets = [sheet(name, INCOME, EXPENSES) for name in ("Kirjasto", "Liikunta")]
    town = book(*sheets, sheet("Museo", INCOME, EXPENSES, F7=""), TP_2025=9620)
    (told,) = errors(town)
    assert (told.sheet, told.cell) == ("Perustiedot", "B6")
    assert refresh(town).edits == ()


def test_a_wrong_figure_that_is_itself_computed_is_put_right() -> None:
    town = book(sheet("Kirjasto", INCOME, EXPENSES, E5=-1053980 - 900))
    (told,) = errors(town)
    assert told.cell == "E5"
    assert "ei kirjoiteta" not in told.message
    assert [edit.cell for edit in refresh(town).edits] == ["E5"]
