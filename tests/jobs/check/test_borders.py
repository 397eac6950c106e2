"""Borders of judgement: the last figure on either side of each."""

import pytest
from tests.figure import figure
from tests.grids import TableBook, TableGrid

from tpxl.jobs.check.check import check
from tpxl.jobs.check.expected import edits_of
from tpxl.jobs.refresh import refresh
from tpxl.model import Edit, Period, PeriodKind, Value
from tpxl.rules.formulas import Quotient
from tpxl.rules.relations import Relation

HEADER: list[Value] = ["", "TP 2024", "TP 2025"]


def book(*rows: list[Value]) -> TableBook:
    return TableBook.of(TableGrid.of("Alue", *rows))


def codes(*rows: list[Value]) -> set[tuple[str, str | None]]:
    return {(one.code, one.cell) for one in check(book(*rows)).findings}


@pytest.mark.parametrize(
    ("old", "new", "needs"),
    [
        *((50_000, 100_000, False), (50_000, 100_001, True)),
        *((100_000, 150_000, False), (100_000, 150_001, True)),
        *((300_000, 150_000, False), (300_002, 150_000, True)),
    ],
)
def test_a_comment_is_needed_over_a_limit_and_not_at_it(old: int, new: int, needs: bool) -> None:  # noqa: FBT001
    told = codes(HEADER, ["Toimintamenot", -old, -new], ["Toimintatulot", 1, 1])
    assert (("comment_needed", "C2") in told) is needs


@pytest.mark.parametrize(("gap", "scales"), [(0, True), (1, True), (2, True), (3, False)])
def test_a_unit_scales_from_the_third_row_above_the_header_and_from_no_higher(
    gap: int,
    scales: bool,  # noqa: FBT001
) -> None:
    above: list[list[Value]] = [["1 000 €"], *([""] for _ in range(gap))]
    rows: list[list[Value]] = [*above, HEADER, ["Toimintamenot", -124, -127], ["Muutos %", "", 1.9]]
    grid = TableGrid.of("Alue", *rows, ["Toimintatulot", 4, 4])
    formats = {at: "0.0" for at, value in grid.cells.items() if isinstance(value, float)}
    found = check(TableBook.of(TableGrid("Alue", grid.cells, formats=formats))).findings
    assert {one.severity.value for one in found} == ({"rounding"} if scales else {"error"})


@pytest.mark.parametrize("heading", ["TA+M 2025", "TS 2025"])
def test_an_amended_budget_and_a_plan_are_compared_with_the_budget_before(heading: str) -> None:
    rows: list[list[Value]] = [
        ["", "TA 2024", heading],
        ["Toimintamenot", -1000, -1100],
        ["Muutos %", "", 9.0],
        ["Toimintatulot", 500, 500],
    ]
    assert ("change_percent", "C3") in codes(*rows)
    assert [(one.cell, one.new) for one in refresh(book(*rows)).edits] == [("C3", 10)]


def test_a_change_of_stocks_is_the_margins_fourth_term() -> None:
    rows: list[list[Value]] = [
        HEADER,
        ["Toimintatulot", 100, 110],
        ["Valmistevarastojen muutos", -5, 7],
        ["Valmistus omaan käyttöön", 20, 30],
        ["Toimintamenot", -500, -600],
    ]
    assert not check(book(*rows, ["Toimintakate", -385, -453])).findings
    (wrong,) = check(book(*rows, ["Toimintakate", -385, -460])).findings
    assert (wrong.code, wrong.cell, wrong.expected) == ("margin", "C6", -453)
    assert (wrong.cause, str(wrong.facts["part"])) == ("part_left_out", "STOCK_CHANGE")
    assert "valmistevarastojen muutos" in wrong.message
    assert [one.new for one in refresh(book(*rows, ["Toimintakate", -385])).edits] == [-453]


def test_a_change_of_stocks_is_no_line_whose_change_a_bare_word_measures() -> None:
    rows = [HEADER, ["Toimintatulot", 100, 110], ["Toimintamenot", -50, -55]]
    assert not check(book(*rows, ["Varastojen muutos", "", ""], ["Toimintakate", 50, 55])).findings


@pytest.mark.parametrize(
    ("scale", "is_cut", "printed", "writes"),
    [
        *((1000, False, "1.9", False), (1000, False, "3.3", True), (1000, False, "2", False)),
        *((1, False, "1.9", True), (1, True, "2.4", False), (1, True, "2.5", True)),
    ],
)
def test_what_coarse_inputs_or_a_habit_allow_is_not_overwritten(
    scale: int,
    is_cut: bool,  # noqa: FBT001
    printed: str,
    writes: bool,  # noqa: FBT001
) -> None:
    terms = (figure(127, 2, scale=scale), figure(124, 3, scale=scale))
    result = figure(printed)._replace(period=Period(PeriodKind.ACTUAL, 2025))
    place = Relation("change_percent", result, terms, Quotient(1), written=1, is_cut=is_cut)
    assert bool(list(edits_of([place]))) is writes
    assert not list(edits_of([place._replace(is_locked=True), place._replace(written=None)]))


def test_a_whole_per_cent_cut_off_by_habit_is_not_overwritten_by_its_decimals() -> None:
    result = figure("2")._replace(period=Period(PeriodKind.ACTUAL, 2025))
    terms = (figure(127_500, 2), figure(124_000, 3))
    place = Relation("change_percent", result, terms, Quotient(1), written=1)
    assert not list(edits_of([place._replace(is_cut=True)]))
    assert [edit.new for edit in edits_of([place])] == [2.8]


def test_a_refresh_writes_what_follows_from_inputs_once_these_are_right() -> None:
    """Two figures made of the expenses speak against them: until they are right, it stays."""
    rows: list[list[Value]] = [
        HEADER,
        ["Toimintatulot", 100_000, 100_000],
        ["Toimintamenot", -900_000, -690_000],
        ["Muutos %", "", 6.7],
        ["Toimintakate", -800_000, -123_456],
        ["€/asukas", -800, -860],
    ]
    settings = TableGrid.of("Tiedot", ["Kausi", "Asukasluku"], ["TP 2024", 1000], ["TP 2025", 1000])
    told = TableBook.of(TableGrid.of("Alue", *rows), settings)
    wrong = [one for one in check(told).findings if one.severity.value == "error"]
    assert {one.cell for one in wrong} == {"C3", "C5"}
    assert not refresh(told).edits
    told.apply([Edit("Alue", "C3", -960_000)])
    assert {one.cell: one.new for one in refresh(told).edits} == {"C5": -860_000}


def test_two_margins_of_one_area_are_held_to_their_inputs_and_not_to_each_other() -> None:
    rows = [HEADER, ["Toimintatulot", 100, 110], ["Toimintamenot", -500, -600]]
    again = [HEADER, ["Toimintatulot", 100, 110], ["Toimintamenot", -500, -700]]
    told = codes(*rows, ["Toimintakate", -400, -490], [""], *again, ["Toimintakate", -400, -590])
    assert told == {("tie_same_figure", "C8")}


def test_a_copy_in_coarser_units_is_held_to_the_finer_figure() -> None:
    rows: list[list[Value]] = [
        ["1 000 €", "TP 2024", "TP 2025"],
        ["Toimintamenot", -120, -124],
        ["Toimintatulot", 50, 51],
        [""],
        ["", "TP 2024", "TP 2025", "Muutos €"],
        ["Toimintamenot", -120_446, -124_447, -4_001],
        ["Toimintatulot", 50_400, 51_300, 900],
    ]
    assert not codes(*rows) - {("comment_needed", "C2")}


@pytest.mark.parametrize(
    ("first", "again", "is_error"), [(-500, 500, False), (-500, -500, True), (0, 0, True)]
)
def test_two_expenses_with_the_other_sign_are_a_habit_and_one_is_a_slip(
    first: int,
    again: int,
    is_error: bool,  # noqa: FBT001
) -> None:
    rows: list[list[Value]] = [
        HEADER,
        ["Toimintamenot", first, -600],
        ["Toimintatulot", 100, 110],
        [""],
        ["", "TP 2024", "TP 2025"],
        ["Toimintamenot", again, 600],
        ["Toimintatulot", 100, 110],
    ]
    same = {code for code, _ in codes(*rows) if code == "tie_same_figure"}
    assert bool(same) is is_error


MILLIONS: list[list[Value]] = [
    ["milj. €"],
    ["", "TP 2023", "TA 2024", "TP 2024", "TA 2025", "TP 2025"],
    ["Toimintatuotot", 21.1, 21, 22.9, 23, 24.2],
    ["Toimintakulut", -120.4, -125, -126.2, -131, -134.5],
    ["Toimintakate", -99.3, -104, -103.3, -108.5, -110.3],
]


@pytest.mark.parametrize(
    ("own", "severity"),
    [
        ({}, "error"),
        ({"E4": "-131"}, "rounding"),
        ({"E3": "23", "E4": "-131", "E5": "-109"}, "rounding"),
        ({"E5": -109}, "rounding"),
        ({"E4": "0"}, "rounding"),
    ],
    ids=["general", "a text", "texts", "a whole column", "a format"],
)
def test_a_whole_number_among_tenths_of_millions_is_no_rounding_of_half_a_million(
    own: dict[str, Value], severity: str
) -> None:
    grid = TableGrid.of("Alue", *MILLIONS)
    is_format = own == {"E4": "0"}
    typed = {} if is_format else {at: own[at.a1] for at in grid.cells if at.a1 in own}
    formats = {at: "0" for at in grid.cells if is_format and at.a1 in own}
    book = TableBook.of(TableGrid("Alue", {**grid.cells, **typed}, formats=formats))
    judged = {"error", "rounding"}
    told = [one for one in check(book).findings if one.severity.value in judged]
    assert [(one.cell, one.severity.value) for one in told] == [("E5", severity)]
    edits = [(edit.cell, edit.new) for edit in refresh(book).edits]
    assert edits == ([("E5", -108)] if severity == "error" else [])
