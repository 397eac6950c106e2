"""An area that prints its expenses with another sign than the settings say is read by its own."""

import pytest
from tests import printed
from tests.grids import TableBook, TableGrid

from tpxl.jobs.check.check import check
from tpxl.jobs.refresh import refresh
from tpxl.model import Finding, Severity, Value

PERIODS = ("TP 2023", "TP 2024", "TP 2025")
WORDS = {-1: "negatiivinen", 1: "positiivinen"}


def area(name: str, sign: int, margins: list[Value], **rows: list[Value]) -> TableGrid:
    written: printed.Rows = [
        [f"VASTUUALUE: {name}"],
        ["", *PERIODS],
        ["Toimintamenot", *(sign * one for one in (1_201_370, 1_303_490, 1_377_330))],
        ["Toimintatulot", 241_930, 250_130, 270_090],
        ["Toimintakate", *margins],
    ]
    written += [[label, *row] for label, row in rows.items()]
    return TableGrid.of(name, *written)


RIGHT: list[Value] = [-959_440, -1_053_360, -1_107_240]


def book(*areas: TableGrid, setting: int | None = -1) -> TableBook:
    rows: printed.Rows = [["Kausi", "Asukasluku"], *([one, 7000] for one in PERIODS), []]
    if setting is not None:
        rows.append(["Menojen etumerkki", WORDS[setting]])
    return TableBook.of(*areas, TableGrid.of("Perustiedot", *rows))


def loud(found: TableBook) -> list[Finding]:
    quiet = {Severity.INFO, Severity.COMMENT}
    return [one for one in check(found).findings if one.severity not in quiet]


@pytest.mark.parametrize("sign", [1, -1])
@pytest.mark.parametrize(
    ("margins", "written"),
    [(RIGHT, set()), ([*RIGHT[:2], ""], {-1_107_240}), ([*RIGHT[:1], "", RIGHT[2]], set())],
)
def test_an_area_whose_margins_bear_its_own_sign_out_is_read_by_it(
    sign: int, margins: list[Value], written: set[int]
) -> None:
    town = book(area("Kirjasto", -sign, RIGHT), area("Vesi", sign, margins), setting=-sign)
    (told,) = loud(town)
    assert (told.code, told.severity, told.area) == ("expenses_turned", Severity.WARNING, "Vesi")
    assert (told.sheet, told.cell) == ("Vesi", "B3")
    assert {edit.new for edit in refresh(town).edits} == written
    assert len(loud(town)) == 1


def test_a_margin_that_is_wrong_by_the_areas_own_sign_is_told_and_put_right() -> None:
    town = book(area("Vesi", 1, [*RIGHT[:2], -1_106_340]))
    assert {one.code for one in loud(town)} == {"expenses_turned", "margin"}
    assert [(edit.cell, edit.new) for edit in refresh(town).edits] == [("D5", -1_107_240)]


def test_euros_per_resident_bear_the_sign_out_where_no_margin_is_printed() -> None:
    per_resident: list[Value] = [-137, -150, ""]
    town = book(area("Vesi", 1, [], **{"Toimintakate €/asukas": per_resident}))
    assert [one.code for one in loud(town)] == ["expenses_turned"]
    assert {edit.new for edit in refresh(town).edits} == {-1_107_240, -158}


@pytest.mark.parametrize("margins", [[], ["", "", -4]])
def test_where_nothing_tells_which_sign_is_meant_nothing_is_written(margins: list[Value]) -> None:
    town = book(area("Kirjasto", -1, RIGHT), area("Vesi", 1, margins))
    (told,) = loud(town)
    assert (told.code, told.severity, told.cell) == ("expenses_unclear", Severity.ERROR, "B3")
    assert not refresh(town).edits


def test_expenses_of_which_one_has_the_other_sign_are_a_slip() -> None:
    sheet = area("Vesi", -1, RIGHT)
    slip = {at: -v if at.a1 == "D3" and isinstance(v, int) else v for at, v in sheet.cells.items()}
    told = loud(book(TableGrid("Vesi", slip)))
    assert not {one.code for one in told} & {"expenses_turned", "expenses_unclear"}
    assert [one.severity for one in told] == [Severity.ERROR]


def test_without_a_setting_each_area_has_its_own_sign_and_nothing_is_told() -> None:
    assert not loud(book(area("Kirjasto", -1, RIGHT), area("Vesi", 1, RIGHT), setting=None))
