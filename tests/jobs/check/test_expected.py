from decimal import Decimal

import pytest
from tests.figure import figure
from tests.grids import TableBook, TableGrid

from tpxl.jobs.check.check import check
from tpxl.jobs.refresh import refresh
from tpxl.messages import phrase
from tpxl.model import Address, CellError, Finding, Severity, Value
from tpxl.rules.formulas import PerResident
from tpxl.rules.relations import Relation, Verdict

HEADER: list[Value] = ["", "TP 2024", "TP 2025"]
RESIDENTS: list[list[Value]] = [["Kausi", "Asukasluku"], ["TP 2024", 1000], ["TP 2025", 1000]]

MARGIN: list[list[Value]] = [
    HEADER,
    ["Toimintamenot", -500, -600],
    ["Toimintatulot", 100, 100],
]


def book(*rows: list[Value], settings: list[list[Value]] | None = None) -> TableBook:
    grids = [TableGrid.of("Alue", *rows)]
    if settings:
        grids.append(TableGrid.of("Tiedot", *settings))
    return TableBook.of(*grids)


def of_code(code: str, found: TableBook) -> list[Finding]:
    return [one for one in check(found).findings if one.code == code]


def test_an_empty_margin_of_an_open_period_is_filled_and_of_a_locked_one_only_told() -> None:
    filled = book(*MARGIN, ["Toimintakate"])
    result = refresh(filled)
    assert [(edit.cell, edit.old, edit.new) for edit in result.edits] == [("C4", None, -500)]
    told = [one for one in result.findings if one.code == "empty_computed"]
    assert [(one.cell, one.expected) for one in told] == [("B4", -400)]


@pytest.mark.parametrize(("typed", "cells"), [("kyllä", []), ("ei", ["B4"])])
def test_what_staff_typed_of_locking_wins(typed: str, cells: list[str]) -> None:
    settings: list[list[Value]] = [["Kausi", "Asukasluku", "Lukittu"]]
    settings += [["TP 2024", "", "ei"], ["TP 2025", "", typed]]
    edits = refresh(book(*MARGIN, ["Toimintakate", 1, 1], settings=settings)).edits
    assert [edit.cell for edit in edits] == ["B4", *(["C4"] if typed == "ei" else [])]
    assert cells == [edit.cell for edit in edits if typed == "ei"][:1]


def test_a_margin_of_own_production_takes_it_in() -> None:
    rows = [*MARGIN, ["Valmistus omaan käyttöön", "", 20], ["Toimintakate", -400, -480]]
    assert not of_code("margin", book(*rows))


def test_expenses_printed_positive_are_subtracted() -> None:
    rows: list[list[Value]] = [HEADER, ["Toimintakulut", 500, 600], ["Toimintatuotot", 100, 100]]
    assert refresh(book(*rows, ["Toimintakate", -400, 0])).edits[0].new == -500


def test_a_change_over_zero_that_is_printed_says_what_to_print() -> None:
    rows: list[list[Value]] = [
        HEADER,
        ["Toimintatulot", 0, 5],
        ["Muutos %", "", 0.0],
        ["Toimintamenot", 5, -5],
        ["Muutos %", "", "-200,0"],
    ]
    zero = book(*rows)
    (warning,) = of_code("change_over_zero", zero)
    assert (warning.cell, warning.severity.value) == ("C3", "warning")
    assert [one.cell for one in of_code("change_over_other_sign", zero)] == ["C5"]
    assert refresh(zero).edits == ()


@pytest.mark.parametrize("printed", ["", "-", "–"])
def test_a_blank_or_a_dash_over_zero_is_right(printed: str) -> None:
    rows: list[list[Value]] = [HEADER, ["Toimintatulot", 0, 5], ["Muutos %", "", printed]]
    assert not check(book(*rows, ["Toimintamenot", -5, -5])).findings


def test_a_cell_in_a_per_cent_format_is_written_its_fraction() -> None:
    rows: list[list[Value]] = [HEADER, ["Toimintatulot", 200, 100], ["Muutos %", "", 0.5]]
    grid = TableGrid.of("Alue", *rows, ["Toimintamenot", -5, -5])
    percent = TableGrid(grid.sheet, grid.cells, formats={Address(3, 3): "0.0%"})
    result = refresh(TableBook.of(percent))
    assert [(edit.cell, edit.new) for edit in result.edits] == [("C3", -0.5)]
    before = of_code("change_percent", TableBook.of(percent))
    assert [(one.found, one.expected) for one in before] == [(50, -50)]


def test_a_formula_is_left_alone_and_its_value_checked() -> None:
    grid = TableGrid.of("Alue", *MARGIN, ["Toimintakate", -400, -1])
    live = TableGrid(grid.sheet, grid.cells, formulas=frozenset({Address(4, 3)}))
    result = refresh(TableBook.of(live))
    assert result.edits == ()
    assert [one.cell for one in result.findings if one.code == "margin"] == ["C4"]


def test_a_value_that_awaits_recalculation_is_never_called_wrong() -> None:
    grid = TableGrid.of("Alue", *MARGIN, ["Toimintakate", -400, -1], ["€/asukas", 0, 0])
    live = TableGrid(grid.sheet, grid.cells, formulas=frozenset({Address(3, 3), Address(4, 3)}))
    waiting = TableBook({"Alue": live}, awaits_recalculation=True)
    assert [(one.code, one.cell) for one in check(waiting).findings] == [
        ("formulas_wait", None),
        ("residents_missing", "B5"),
    ]
    assert refresh(waiting).edits == ()


def test_after_an_edit_a_formula_is_no_longer_known() -> None:
    rows: list[list[Value]] = [*MARGIN, ["Toimintakate", -400, 0], ["Henkilöstömenot", -5, -5]]
    grid = TableGrid.of("Alue", *rows, ["Muutos %", "", 99.0])
    live = TableGrid(grid.sheet, grid.cells, formulas=frozenset({Address(6, 3)}))
    result = refresh(TableBook.of(live))
    assert [edit.cell for edit in result.edits] == ["C4"]
    assert [one.code for one in result.findings] == ["formulas_wait"]


def test_text_that_equals_the_number_is_no_edit() -> None:
    assert refresh(book(*MARGIN, ["Toimintakate", -400, "− 500"])).edits == ()


@pytest.mark.parametrize("printed", [CellError("#REF!"), "#VIITTAUS!", "#referens!"])
@pytest.mark.parametrize(
    ("lang", "name"), [("fi", "#VIITTAUS!"), ("sv", "#REFERENS!"), ("en", "#REF!")]
)
def test_an_error_value_is_named_as_excel_shows_it_to_the_reader(
    printed: Value, lang: str, name: str
) -> None:
    (finding,) = of_code("error_value", book(*MARGIN, ["Toimintakate", -400, printed]))
    assert (finding.cell, finding.severity) == ("C4", Severity.ERROR)
    assert f" {name}." in phrase(finding, lang)


@pytest.mark.parametrize("printed", [CellError("#REF!"), "#VIITTAUS!"])
def test_an_error_value_that_no_formula_makes_gives_way_to_the_right_figure(printed: Value) -> None:
    result = refresh(book(*MARGIN, ["Toimintakate", -400, printed]))
    assert [(edit.cell, edit.new) for edit in result.edits] == [("C4", -500)]
    assert not [one for one in result.findings if one.code == "error_value"]


def test_an_error_value_in_an_input_is_never_written_over() -> None:
    rows = [HEADER, ["Toimintamenot", -500, "#ARVO!"], *MARGIN[2:], ["Toimintakate", -400, ""]]
    result = refresh(book(*rows))
    assert result.edits == ()
    assert [one.cell for one in result.findings if one.code == "error_value"] == ["C2"]


@pytest.mark.parametrize("printed", ["noin 500", True])
def test_what_cannot_be_read_is_an_error_and_stays(printed: Value) -> None:
    unread = book(*MARGIN, ["Toimintakate", -400, printed])
    (finding,) = of_code("unreadable", unread)
    assert finding.cell == "C4"
    assert refresh(unread).edits == ()


def test_an_unreadable_input_is_told_once_and_nothing_that_needs_it_is_computed() -> None:
    rows: list[list[Value]] = [HEADER, ["Toimintamenot", -500, "x"], ["Toimintatulot", 100, 100]]
    result = refresh(book(*rows, ["Toimintakate", -400, -1], settings=RESIDENTS))
    assert [one.code for one in result.findings] == ["unreadable"]
    assert result.edits == ()


def test_a_missing_input_is_never_zero() -> None:
    rows: list[list[Value]] = [HEADER, ["Toimintamenot", -500, -600], ["Toimintatulot", 100, ""]]
    missing = book(*rows, ["Toimintakate", -400, -600])
    assert [one.cell for one in of_code("part_missing", missing)] == ["C4"]
    assert refresh(missing).edits == ()


def test_without_residents_a_printed_figure_says_which_columns_to_type() -> None:
    told = of_code("residents_missing", book(*MARGIN, ["Toimintakate €/asukas", -1, -1]))
    assert [one.cell for one in told] == ["B4", "C4"]
    assert "Kausi" in told[0].message
    assert "Asukasluku" in told[0].message


def test_without_residents_an_empty_row_says_once_why_it_stays_empty() -> None:
    rows: list[list[Value]] = [*MARGIN, ["Toimintakate €/asukas", "", ""]]
    (finding,) = of_code("residents_to_type", book(*rows))
    assert (finding.cell, finding.severity.value) == ("C4", "info")  # TP 2024 is published
    assert "(TP 2025)" in finding.message
    assert "Asukasluku" in finding.message


def test_an_empty_row_of_published_periods_asks_for_no_residents() -> None:
    rows: list[list[Value]] = [*MARGIN, ["Toimintakate €/asukas", "", -0.5]]
    told = of_code("residents_to_type", book(*rows, settings=[RESIDENTS[0], RESIDENTS[-1]]))
    assert told == []


def test_per_resident_takes_inputs_and_not_the_wrong_margin() -> None:
    rows = [*MARGIN, ["Toimintakate", -400, -9999], ["€/asukas", -0.4, -0.5]]
    found = check(book(*rows, settings=RESIDENTS)).findings
    assert [one.code for one in found] == ["margin"]


def test_per_resident_takes_the_printed_margin_where_an_input_is_absent() -> None:
    rows: list[list[Value]] = [HEADER, ["Toimintakate", -400, -500], ["€/asukas", -0.4, -0.7]]
    (finding,) = of_code("per_resident", book(*rows, settings=RESIDENTS))
    assert finding.expected == Decimal("-0.5")


def test_two_residents_of_one_period_are_both_named_and_neither_is_used() -> None:
    twice = book(
        *MARGIN, ["Toimintakate €/asukas", -0.4, -0.5], settings=[*RESIDENTS, ["TP 2025", 1001]]
    )
    (finding,) = of_code("residents_twice", twice)
    assert (finding.cell, finding.related[0].cell) == ("B3", "B4")
    assert [one.cell for one in of_code("residents_missing", twice)] == ["C4"]


def test_a_final_number_of_residents_counts_before_a_preliminary_one() -> None:
    settings: list[list[Value]] = [["Kausi", "Asukasluku", "Tila"]]
    settings += [["TP 2024", 1000, ""], ["TP 2025", 999, "ennakko"], ["TP 2025", 500, "Lopullinen"]]
    rows = [*MARGIN, ["Toimintakate €/asukas", -0.4, -1.0]]
    assert not of_code("per_resident", book(*rows, settings=settings))


def test_a_line_twice_leaves_its_table_alone() -> None:
    rows = [*MARGIN, ["Toimintakate", 0, 0], ["Toimintakulut", 1, 1]]
    result = refresh(book(*rows))
    assert [one.code for one in result.findings] == ["line_twice"]
    assert result.edits == ()


def test_thousands_of_euros_scale_the_figure_per_resident() -> None:
    rows: list[list[Value]] = [
        ["1 000 €", "TP 2024", "TP 2025"],
        ["Toimintamenot", -500, -600],
        ["Toimintatulot", 100, 100],
        ["Toimintakate", -400, -500],
        ["€/asukas", -400, -500],
    ]
    assert not check(book(*rows, settings=RESIDENTS)).findings


def test_a_sum_of_three_rounded_parts_may_be_two_off() -> None:
    rows = [*MARGIN, ["Valmistus omaan käyttöön", 20, 20], ["Toimintakate", -378, -480]]
    assert [one.severity.value for one in check(book(*rows)).findings] == ["rounding"]


def test_one_off_that_rounding_cannot_explain_is_an_error() -> None:
    rows: list[list[Value]] = [HEADER, ["Henkilöstömenot", -709846, -753029]]
    found = check(book(*rows, ["Muutos %", "", 6.2], ["Toimintatulot", 0, 0])).findings
    assert [(one.code, one.severity.value) for one in found] == [("change_percent", "error")]


def test_only_the_areas_named_are_refreshed() -> None:
    grids = [TableGrid.of(name, *MARGIN, ["Toimintakate", 0, 0]) for name in ("Eka", "Toka")]
    assert {edit.sheet for edit in refresh(TableBook.of(*grids), areas=["toka"]).edits} == {"Toka"}


def test_a_sheet_that_names_several_areas_is_a_summary_and_never_edited() -> None:
    areas = [TableGrid.of(name, *MARGIN, ["Toimintakate", -400, -500]) for name in ("Eka", "Toka")]
    rows: list[list[Value]] = [HEADER, ["Eka"], *MARGIN[1:], ["Toimintakate", 1, 1]]
    rows += [["Toka"], *MARGIN[1:], ["Toimintakate", 2, 2]]
    assert refresh(TableBook.of(TableGrid.of("Kaikki", *rows), *areas)).edits == ()


def test_an_empty_margin_of_figures_with_cents_gets_its_cents() -> None:
    rows: list[list[Value]] = [HEADER, ["Toimintamenot", -1.25, -2.5], ["Toimintatulot", 1, 1]]
    assert [edit.new for edit in refresh(book(*rows, ["Toimintakate"])).edits] == [-1.5]


def test_a_figure_of_more_decimals_than_its_row_shows_is_compared_at_those_shown() -> None:
    terms = (figure(-5, 2), figure(2, 3))
    places = [
        Relation("per_resident", figure(told), terms, PerResident((1,)), decimals=0, written=1)
        for told in ("-2.5", "-3", "-2.6", "-2", "-3.5")
    ]
    assert [place.verdict() is Verdict.HOLDS for place in places] == [True] * 3 + [False] * 2
    assert {place.right() for place in places} == {Decimal("-2.5")}
