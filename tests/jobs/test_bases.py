"""What a decided column is compared with: its own kind a year before, else the budget."""

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
