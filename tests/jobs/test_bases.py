"""What a decided column is compared with: its own kind a year before, else the budget.

A base that has left the area's tables may stand in a summary.
"""

import pytest
from tests.grids import TableBook, TableGrid

from tpxl.jobs.check.check import check
from tpxl.jobs.refresh import refresh
from tpxl.model import Finding, Value

DECIDED = ["TA+M 2025", "TS 2025"]


def book(*columns: tuple[str, int, Value]) -> TableBook:
    """Return a book of one area: a column's heading, its expenses, the change printed there."""
    headings, expenses, changes = zip(*columns, strict=True)
    return TableBook.of(
        TableGrid.of(
            "Satama",
            ["VASTUUALUE: Satama"],
            ["6. Talouden tunnusluvut"],
            ["", *headings],
            ["Toimintamenot", *expenses],
            ["Muutos %", *changes],
            ["Toimintatulot", *(100 for _ in columns)],
        )
    )


def wrong_changes(told: TableBook) -> list[Finding]:
    return [one for one in check(told).findings if one.code == "change_percent"]


@pytest.mark.parametrize("period", DECIDED)
def test_without_its_own_kind_the_budget_before_is_the_base_of_a_check(period: str) -> None:
    right = book(("TA 2024", -1000, None), (period, -1250, 25.0))
    assert wrong_changes(right) == []
    (wrong,) = wrong_changes(book(("TA 2024", -1000, None), (period, -1250, 20.0)))
    assert (wrong.cell, wrong.expected) == ("C5", 25)


@pytest.mark.parametrize("period", DECIDED)
def test_a_refresh_writes_the_change_from_the_budget_before(period: str) -> None:
    result = refresh(book(("TA 2024", -1000, None), (period, -1250, None)))
    assert [(edit.cell, edit.new) for edit in result.edits if edit.cell == "C5"] == [("C5", 25)]


@pytest.mark.parametrize("period", DECIDED)
def test_its_own_kind_before_goes_before_the_budget(period: str) -> None:
    before = period.replace("2025", "2024")
    told = book(("TA 2024", -1000, None), (before, -2000, None), (period, -2500, None))
    edits = {edit.cell: edit.new for edit in refresh(told).edits}
    assert edits["D5"] == 25


HEADING = ["Vastuualue", "Tunnusluku", "TP 2023"]


def with_kept(printed: Value, *kept: list[Value], heading: list[str] | None = None) -> TableBook:
    """Return a book of two areas whose oldest base stands on a sheet of its own."""
    header: list[Value] = ["", "TP 2024", "TP 2025"]
    grids = [
        TableGrid.of(
            name,
            [f"VASTUUALUE: {name}"],
            header,
            ["Toimintamenot", -1000, -1100],
            ["Muutos %", change, 10.0],
            ["Toimintatulot", 100, 100],
            ["Toimintakate", -900, -1000],
            ["Muutos %", None, 11.1],
        )
        for name, change in (("Satama", printed), ("Kirjasto", None))
    ]
    rows: list[list[Value]] = [list(heading or HEADING), *kept]
    return TableBook.of(*grids, TableGrid.of("Vertailuluvut", *rows, top=4))


KEPT: list[list[Value]] = [
    ["Satama", "Toimintamenot", -800],
    ["Satama", "Toimintatulot", 50],
    ["Kirjasto", "Toimintamenot", -500],
    ["Kirjasto", "Toimintatulot", 20],
]


def of_change(told: TableBook) -> list[tuple[str, str | None, object]]:
    wanted = {"change_percent", "base_missing"}
    return [
        (one.code, one.cell, one.expected) for one in check(told).findings if one.code in wanted
    ]


@pytest.mark.parametrize(
    ("printed", "findings"),
    [(25.0, []), (20.0, [("change_percent", "B4", 25)])],
)
def test_a_base_that_left_the_table_is_found_in_a_summary(
    printed: Value, findings: list[object]
) -> None:
    assert of_change(with_kept(printed, *KEPT)) == findings


def test_a_base_that_stands_nowhere_is_told() -> None:
    assert of_change(with_kept(25.0)) == [("base_missing", "B4", None)]


def test_a_base_that_two_places_tell_otherwise_is_none() -> None:
    rows = [*KEPT, ["Liikunta", "Toimintamenot", -1], ["Liikunta", "Toimintatulot", 1]]
    twice = with_kept(25.0, *rows)
    other: list[list[Value]] = [list(HEADING), ["Satama", "Toimintamenot", -801], *KEPT[1:]]
    twice.grids["Toinen"] = TableGrid.of("Toinen", *other)
    assert of_change(twice) == [("base_missing", "B4", None)]


def test_the_areas_own_table_is_asked_before_the_summary() -> None:
    kept: list[list[Value]] = [[*row, -1] for row in KEPT]
    told = of_change(with_kept(25.0, *kept, heading=[*HEADING, "TP 2024"]))
    assert told == []


def test_a_margins_change_takes_the_margins_inputs_of_the_summary() -> None:
    told = check(with_kept(25.0, *KEPT)).findings
    empty = [one for one in told if one.code == "empty_computed" and one.sheet == "Satama"]
    assert [(one.cell, one.expected) for one in empty] == [("B7", 20)]  # from -750 to -900
