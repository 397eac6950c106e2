"""One cause is one finding: a base period that is nowhere in the book."""

from tests import printed
from tests.grids import TableBook, TableGrid

from tpxl.jobs.check.check import check
from tpxl.model import Severity, Value


def area(name: str, *periods: str, changes: int = 2) -> TableGrid:
    blanks = len(periods) - changes
    row: list[Value] = ["Muutos %", *[3.1] * changes, *[""] * blanks]
    rows: printed.Rows = [
        [f"VASTUUALUE: {name}"],
        ["", *periods],
        ["Toimintamenot", *[-5_310] * len(periods)],
        ["Henkilöstömenot", *[-1_310] * len(periods)],
        row,
    ]
    return TableGrid.of(name, *rows)


def unverifiable(*sheets: TableGrid) -> list[tuple[str, str | None, object]]:
    return [
        (one.code, one.cell, one.facts.get("count"))
        for one in check(TableBook.of(*sheets)).findings
        if one.severity is Severity.UNVERIFIABLE
    ]


def test_a_base_period_that_is_nowhere_is_told_once_for_all_areas() -> None:
    sheets = [area(name, "TP 2023", "TA 2024", "TP 2024") for name in ("Kirjasto", "Liikunta")]
    assert unverifiable(*sheets) == [("base_absent", "B5", 2), ("base_absent", "C5", 2)]


def test_a_figure_that_alone_lacks_its_base_is_told_by_itself() -> None:
    assert unverifiable(area("Kirjasto", "TP 2023", "TP 2024", changes=1)) == [
        ("base_missing", "B5", None)
    ]


def test_a_base_period_that_another_area_prints_is_missed_where_it_is_missing() -> None:
    names = ("Kirjasto", "Liikunta")
    sheets = [area(name, "TP 2023", "TP 2024", changes=1) for name in names]
    other = area("Museo", "TP 2022", "TP 2023", changes=0)
    assert unverifiable(*sheets, other) == [("base_missing", "B5", None)] * 2


def test_figures_told_together_still_count_as_unchecked() -> None:
    sheets = [area(name, "TP 2023", "TP 2024", changes=1) for name in ("Kirjasto", "Liikunta")]
    done = check(TableBook.of(*sheets)).completeness
    assert [one.checked for one in done] == [(4, 5), (4, 5)]
