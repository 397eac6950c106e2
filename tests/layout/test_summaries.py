from dataclasses import replace

import pytest
from tests.grids import TableGrid

from tpxl.layout.summaries import locate_summary
from tpxl.layout.summary_lexicon import Lexicon
from tpxl.model import Address, Text, Value
from tpxl.model.figure import Summary

LEXICON = Lexicon.of(["Kirjasto", "Liikunta"])


def words_of(grid: TableGrid) -> list[Text]:
    return list(grid.texts(LEXICON.knows))


def located(*rows: list[Value]) -> Summary:
    grid = TableGrid.of("Yhteenveto", *rows)
    return locate_summary(grid, words_of(grid), LEXICON)


def told(summary: Summary) -> set[tuple[str | None, str, str, str]]:
    return {(one.area, str(one.line), str(one.period), one.cell) for one in summary.figures}


def test_areas_down_and_periods_across_under_a_line_as_title() -> None:
    summary = located(
        ["Toimintakate, 1 000 €"],
        ["", "TP 2024", "TP 2025"],
        ["Kirjasto", -1, -2],
        ["Liikunta", -3, -4],
        ["Yhteensä", -4, -6],
    )
    assert told(summary) == {
        ("Kirjasto", "OPERATING_MARGIN", "TP 2024", "B3"),
        ("Kirjasto", "OPERATING_MARGIN", "TP 2025", "C3"),
        ("Liikunta", "OPERATING_MARGIN", "TP 2024", "B4"),
        ("Liikunta", "OPERATING_MARGIN", "TP 2025", "C4"),
        ("", "OPERATING_MARGIN", "TP 2024", "B5"),
        ("", "OPERATING_MARGIN", "TP 2025", "C5"),
    }
    assert {one.scale for one in summary.figures} == {1000}
    assert [one.address.a1 for one in summary.headings] == ["B2", "C2"]
    assert [(t.total.cell, len(t.parts)) for t in summary.totals] == [("B5", 2), ("C5", 2)]


def test_areas_across_and_lines_down_under_a_period_as_title() -> None:
    summary = located(
        ["TP 2025"],
        ["", "Kirjasto", "Liikunta", "Yhteensä"],
        ["Toimintatulot", 1, 2, 3],
        ["Vakinaiset virat ja toimet", 4, 5, 9],
    )
    assert ("Liikunta", "PERMANENT_POSTS", "TP 2025", "C4") in told(summary)
    assert [t.total.cell for t in summary.totals] == ["D3", "D4"]
    assert [(str(one.period), one.address.a1) for one in summary.headings] == [("TP 2025", "A1")]


def test_a_total_at_the_head_of_its_parts_is_found() -> None:
    summary = located(
        ["Toimintakate"],
        ["", "TP 2024", "TP 2025"],
        ["Yhteensä", 3, 3],
        ["Kirjasto", 1, 1],
        ["Liikunta", 2, 2],
    )
    assert [(t.total.cell, len(t.parts)) for t in summary.totals] == [("B3", 2), ("C3", 2)]


def test_a_total_over_a_row_of_an_unknown_area_is_marked() -> None:
    summary = located(
        ["Toimintakate"],
        ["", "TP 2024", "TP 2025"],
        ["Kirjasto", 1, 1],
        ["Satama", 5, 5],
        ["Liikunta", 2, 2],
        ["Yhteensä", 8, 8],
    )
    assert {t.has_unknown for t in summary.totals} == {True}


def test_a_row_of_an_unknown_line_is_no_figure_of_the_areas() -> None:
    summary = located(
        ["", "Kirjasto", "Liikunta"], ["", "TP 2025", "TP 2025"], ["Lainat", 1, 2], ["Kirjat", 3, 4]
    )
    assert summary.figures == ()


def test_a_sheet_that_names_one_area_or_none_is_no_summary() -> None:
    grid = TableGrid.of("Yhteenveto", ["", "TP 2024", "TP 2025"], ["Kirjasto", 1, 2])
    assert not LEXICON.names_several(grid, words_of(grid))


def test_another_tables_rows_are_not_read_under_this_ones_headings() -> None:
    summary = located(
        ["Toimintakate"],
        ["", "TP 2024", "TP 2025"],
        ["Kirjasto", 1, 1],
        ["Liikunta", 2, 2],
        ["Valmius", "Luvut", "Tavoitteet"],
        ["Kirjasto", 100, 50],
    )
    assert {one.address.row for one in summary.figures} == {3, 4}


def test_figures_per_resident_are_told_apart_and_never_summed() -> None:
    summary = located(
        ["Vastuualue", "Tunnusluku", "TP 2024", "TP 2025"],
        ["Kirjasto", "Toimintakate €/asukas", -1, -2],
        ["Liikunta", "Toimintakate €/asukas", -3, -4],
        ["Yhteensä", "Toimintakate €/asukas", -4, -6],
    )
    assert {str(one.line) for one in summary.figures} == {"OPERATING_MARGIN.per_resident"}
    assert summary.totals == ()


def test_formulas_of_a_book_that_waits_are_not_known() -> None:
    rows: list[list[Value]] = [
        ["Toimintakate"],
        ["", "TP 2024", "TP 2025"],
        ["Kirjasto", 1, 1],
        ["Liikunta", 2, 2],
    ]
    grid = replace(TableGrid.of("S", *rows), formulas=frozenset({Address(3, 2)}))
    summary = locate_summary(grid, words_of(grid), LEXICON, awaits_recalculation=True)
    assert [one.is_known for one in summary.figures] == [False, True, True, True]


@pytest.mark.parametrize("unvalued", [{Address(4, 2)}, {Address(4, 2), Address(4, 3)}])
def test_no_total_is_judged_over_a_formula_that_nobody_has_calculated(
    unvalued: set[Address],
) -> None:
    rows: list[list[Value]] = [
        ["Toimintakate"],
        ["", "TP 2024", "TP 2025"],
        ["Kirjasto", 1, 1],
        ["Liikunta", 2, 2],
        ["Yhteensä", 3, 3],
    ]
    sheet = TableGrid.of("S", *rows)
    cells = {at: value for at, value in sheet.cells.items() if at not in unvalued}
    grid = replace(sheet, cells=cells, formulas=frozenset(unvalued))
    summary = locate_summary(grid, words_of(grid), LEXICON)
    assert not unvalued & {one.address for one in summary.figures}
    judged = {one.total.address.column for one in summary.totals}
    assert judged == {2, 3} - {at.column for at in unvalued}
    assert ("", "OPERATING_MARGIN", "TP 2025", "C5") in told(summary)


def test_parts_of_the_scheme_are_lines_of_a_summary_too() -> None:
    summary = located(["TP 2025"], ["", "Kirjasto", "Liikunta"], ["Palkat ja palkkiot", 1, 2])
    assert {one.line.code for one in summary.figures} == {"WAGES"}


def test_a_table_under_years_is_not_read_under_the_periods_of_the_one_above() -> None:
    summary = located(
        ["Toimintakate vastuualueittain, 1 000 €"],
        ["Vastuualue", "TP 2024", "TP 2025"],
        ["Kirjasto", -1, -2],
        ["Liikunta", -3, -4],
        [],
        ["Henkilöstömäärä 31.12.", 2024, 2025],
        ["Kirjasto", 80, 81],
    )
    assert {one.cell for one in summary.figures} == {"B3", "C3", "B4", "C4"}


def test_an_area_that_comes_again_begins_another_table() -> None:
    summary = located(
        ["Toimintakate"],
        ["", "TP 2024", "TP 2025"],
        ["Kirjasto", -1, -2],
        ["Liikunta", -3, -4],
        ["Kävijöitä"],
        ["Kirjasto", 80, 81],
        ["Liikunta", 90, 91],
    )
    assert {one.cell for one in summary.figures} == {"B3", "C3", "B4", "C4"}


def scales(summary: Summary) -> set[tuple[str, int]]:
    return {(str(one.line), int(one.scale)) for one in summary.figures}


def test_a_title_a_row_and_a_column_tell_the_unit_of_their_figures() -> None:
    title = located(
        ["Toimintakate 1 000 €"], ["", "TP 2024", "TP 2025"], ["Kirjasto", -1, -2], ["Liikunta", -3]
    )
    rows = located(
        ["TP 2025"],
        ["", "Kirjasto", "Liikunta"],
        ["Toimintamenot 1 000 €", -1, -3],
        ["Toimintatulot", 500, 900],
    )
    columns = located(
        ["TP 2025"],
        ["", "Toimintamenot, 1000 €", "Toimintatulot"],
        ["Kirjasto", -1, 500],
        ["Liikunta", -3, 900],
    )
    assert scales(title) == {("OPERATING_MARGIN", 1000)}
    assert scales(rows) == {("OPERATING_EXPENSES", 1000), ("OPERATING_INCOME", 1)}
    assert scales(columns) == {("OPERATING_EXPENSES", 1000), ("OPERATING_INCOME", 1)}
