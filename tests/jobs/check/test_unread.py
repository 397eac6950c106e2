"""Nothing within reach of a known table is passed over in silence."""

from dataclasses import replace
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from tests import cases
from tests.grids import TableBook, TableGrid

from tpxl.books import open_book
from tpxl.jobs.check.check import check
from tpxl.jobs.refresh import refresh
from tpxl.model import Block, Finding, Severity, Value

SOUND: list[list[Value]] = [
    ["VASTUUALUE: Kirjasto"],
    ["", "TP 2023", "TA 2024", "TP 2024"],
    ["Toimintamenot", -900, -950, -1000],
    ["Toimintatulot", 100, 110, 120],
    ["Toimintakate", -800, -840, -880],
]


def book(*rows: list[Value]) -> TableBook:
    return TableBook.of(TableGrid.of("Kirjasto", *rows))


def unread(table: TableBook) -> list[Finding]:
    return [one for one in check(table).findings if one.code.startswith("unread")]


def with_heading(heading: Value, column: int = 2) -> list[list[Value]]:
    rows = [list(row) for row in SOUND]
    rows[1][column] = heading
    return rows


def with_row(label: str, *figures: Value, at: int = 4) -> list[list[Value]]:
    return [list(row) for row in (*SOUND[:at], [label, *figures], *SOUND[at:])]


OTHER: list[list[Value]] = [
    ["Hanke", "Kustannus", "Osuus"],
    ["Uusi talo", 120_000, 12.5],
    ["Piha", 230_000, 24],
]


@pytest.mark.parametrize("columns", [0, 5, 6, 9])
@pytest.mark.parametrize("gap", [0, 2, 50])
def test_a_table_of_headings_that_nobody_knows_is_named_wherever_it_stands(
    columns: int, gap: int
) -> None:
    beside: list[list[Value]] = [[None] * columns + row for row in OTHER]
    rows = [*SOUND, *([] for _ in range(gap + 1)), *beside]
    if columns > 4 and not gap:
        rows = [
            [*row, *[None] * (columns - len(row)), *other]
            for row, other in zip(SOUND, [*OTHER, [], []], strict=True)
        ]
    (named,) = unread(book(*rows))
    assert (named.code, named.severity) == ("unread_numbers", Severity.UNVERIFIABLE)
    assert "(Kustannus, Osuus)" in named.message
    assert "(4)" in named.message


def test_a_row_of_numbers_alone_is_no_table() -> None:
    assert unread(book(*SOUND, [], [], [*[None] * 6, "Huone", 12, "ja", 14])) == []


def test_years_and_running_numbers_are_nothing_to_tie() -> None:
    rows: list[list[Value]] = [["Nro", "Vuosi", "Mitä"], [1, 2021, "talo"], [2, 2024, "piha"]]
    assert unread(book(*SOUND, [], [], *rows)) == []


def test_a_list_of_numbers_under_no_words_is_named_by_what_stands_to_the_left() -> None:
    rows: list[list[Value]] = [["Uusi talo", None, 120_000], ["Piha", None, 230_000]]
    (named,) = unread(book(*SOUND, [], [], *([None, None, *row] for row in rows)))
    assert "(Uusi talo, Piha)" in named.message


def test_a_known_line_of_a_table_that_is_named_is_not_named_again() -> None:
    rows: list[list[Value]] = [
        ["Henkilöstö", "TP 2024", "TP 2025"],
        ["Vakanssit (htv)", 21.5, 20.9],
        ["Palvelujen ostot", -210, -200],
    ]
    assert [one.code for one in unread(book(*SOUND, [], *rows))] == ["unread_table"]


class ReadBook(TableBook):
    """A book that remembers which sheets it was asked for."""

    def read(self, sheet: str) -> TableGrid:
        asked.append(sheet)
        return super().read(sheet)


asked: list[str] = []


def test_where_all_is_read_no_sheet_is_asked_for_twice() -> None:
    asked.clear()
    sheets = ["Kirjasto", "Museo", "Nuoriso"]
    grids = [TableGrid.of(sheet, [f"VASTUUALUE: {sheet}"], *SOUND[1:]) for sheet in sheets]
    assert not check(ReadBook.of(*grids)).has_open_errors
    assert asked == sheets


def test_a_sound_table_has_nothing_unread() -> None:
    assert unread(book(*SOUND)) == []


@pytest.mark.parametrize("heading", ["TA 2O24", "TA 2o24", "Talousavio 2024"])
def test_a_slip_in_a_heading_is_named_with_the_period_it_may_mean(heading: str) -> None:
    (found,) = unread(book(*with_heading(heading)))
    assert (found.code, found.severity, found.cell) == ("unread_column_near", Severity.ERROR, "C2")
    assert "2024" in found.message


@pytest.mark.parametrize("heading", ["Selvitys", "Luonnos 3", "Kevään arvio"])
def test_a_column_between_read_ones_without_a_known_heading_is_an_error(heading: str) -> None:
    (found,) = unread(book(*with_heading(heading)))
    assert (found.code, found.severity, found.cell) == ("unread_column", Severity.ERROR, "C2")
    assert heading in found.message


@pytest.mark.parametrize("label", ["Toimintmenot", "Toimintamenott", "Toimintammenot"])
def test_a_slip_in_a_label_is_named_and_no_margin_is_written_without_its_row(label: str) -> None:
    rows = [list(row) for row in SOUND]
    rows[2][0] = label
    rows.insert(3, ["Valmistus omaan käyttöön", 0, 0, 0])
    table = book(*rows)
    assert [one.code for one in unread(table)] == ["unread_row_near"]
    assert [edit for edit in refresh(table).edits if edit.line == "OPERATING_MARGIN"] == []


@pytest.mark.parametrize("label", ["Sisäiset siirrot", "Kertaerät", "Muu erä"])
def test_a_row_that_the_margin_lacks_is_an_error_and_no_margin_is_written(label: str) -> None:
    rows = with_row(label, 10, 20, 30)
    for column, figure in enumerate((-790, -820, -850), 1):
        rows[5][column] = figure
    table = book(*rows)
    (found,) = unread(table)
    assert (found.code, found.severity, found.cell) == ("unread_row_lacking", Severity.ERROR, "A5")
    assert [edit for edit in refresh(table).edits if edit.line == "OPERATING_MARGIN"] == []


def test_any_other_row_is_unverifiable_and_counts_as_unchecked() -> None:
    table = book(*with_row("Kävijämäärä", 5, 6, 7))
    (found,) = unread(table)
    assert (found.code, found.severity) == ("unread_row", Severity.UNVERIFIABLE)
    checked = check(table).completeness[0].checked
    assert checked.of - checked.done >= 3


@given(st.sampled_from("abcdefghijklmnopqrstuvwxyz"), st.integers(0, 12))
def test_no_letter_more_in_a_label_makes_its_figures_vanish(letter: str, at: int) -> None:
    rows = [list(row) for row in SOUND]
    rows[3][0] = "Toimintatulot"[:at] + letter + "Toimintatulot"[at:]
    rows.insert(4, ["Valmistus omaan käyttöön", 0, 0, 0])
    table = book(*rows)
    printed = {(edit.sheet, edit.cell) for edit in refresh(table).edits}
    assert printed == set()
    assert unread(table) or not check(table).has_open_errors


def test_the_mistyped_heading_of_the_case_is_named(tmp_path: Path) -> None:
    with open_book(cases.written("06f_2O25", tmp_path / "kirja.xlsx")) as opened:
        found = [one.cell for one in check(opened).findings if one.code == "unread_column_near"]
    assert found == ["E4", "E11"]


PARTS: dict[str, tuple[int, int, int]] = {
    "Myyntituotot": (61, 68, 71),
    "Maksutuotot": (27, 31, 33),
    "Tyrskytuotot": (12, 11, 16),
    "Muut toimintatuotot": (5, 4, 8),
}


def with_parts(*labels: str, total: tuple[int, ...] = ()) -> TableBook:
    """Return a table whose income is the sum of its parts, of which those told are there."""
    whole = tuple(map(sum, zip(*(PARTS[label] for label in labels), strict=True)))
    return book(
        *SOUND[:2],
        ["Toimintatulot", *(total or whole)],
        *([label, *PARTS[label]] for label in labels),
        SOUND[2],
    )


@pytest.mark.parametrize(
    "labels",
    [
        ("Myyntituotot", "Tyrskytuotot", "Maksutuotot"),
        ("Myyntituotot", "Tyrskytuotot", "Muut toimintatuotot"),
        ("Myyntituotot", "Maksutuotot", "Tyrskytuotot", "Muut toimintatuotot"),
        ("Tyrskytuotot", "Maksutuotot"),
    ],
)
def test_a_row_that_a_total_lacks_is_an_error_and_the_total_is_not_told_of(
    labels: tuple[str, ...],
) -> None:
    found = [one for one in check(with_parts(*labels)).findings if one.severity is Severity.ERROR]
    assert [one.code for one in found] == ["unread_row_lacking_total"]
    assert found[0].cell == f"A{4 + labels.index('Tyrskytuotot')}"
    assert "toimintatulot" in found[0].message


def test_a_row_that_no_total_lacks_is_named_and_no_error() -> None:
    table = with_parts("Myyntituotot", "Maksutuotot", "Tyrskytuotot", total=(88, 99, 104))
    (found,) = unread(table)
    assert (found.code, found.severity) == ("unread_row", Severity.UNVERIFIABLE)


def test_a_doubt_covers_its_own_table_and_no_other_of_the_sheet() -> None:
    other: list[list[Value]] = [
        ["", "TP 2019", "TA 2020", "TP 2020"],
        ["Toimintamenot", -90, -95, -100],
        ["Toimintatulot", 10, 11, 12],
        ["Toimintakate", -80, -84, -99],
    ]
    lacking = with_row("Tyrsky", -7, -8, -9)
    lacking[-1] = ["Toimintakate", -807, -848, -889]
    table = book(*lacking, [], *other)
    told = {(one.code, one.cell) for one in check(table).findings if one.severity is Severity.ERROR}
    assert ("unread_row_lacking", "A5") in told
    assert ("margin", "D11") in told
    assert {edit.cell for edit in refresh(table).edits} <= {"D11"}


STAFF: list[list[Value]] = [["Henkilöstömenot", -500, -520, -550], ["Palvelujen ostot", -5, -6, -7]]
SEVEN: list[Value] = ["7. Toiminnan tunnusluvut"]


@pytest.mark.parametrize(
    "rows",
    [
        [SEVEN, ["", "tammi", "helmi", "maalis"], *STAFF],
        [[*SEVEN, "Arvio", "Toteuma", "Ennuste"], *STAFF],
        [SEVEN, ["", "", "", "TP 2024"], *STAFF],
        [SEVEN, [], STAFF[0], [], STAFF[1]],
    ],
    ids=["months", "beside the heading", "one period", "apart"],
)
@pytest.mark.parametrize("is_first", [True, False])
def test_lines_with_figures_and_no_periods_above_are_named_and_count_as_unchecked(
    rows: list[list[Value]], *, is_first: bool
) -> None:
    own = [row if row in (SEVEN, []) else [row[0], "", "", "", "", *row[1:]] for row in rows]
    sheet = [SOUND[0], *own, [], *SOUND[1:]] if is_first else [*SOUND, [], *own]
    (told,) = unread(book(*sheet))
    assert (told.code, told.severity) == ("unread_lines", Severity.UNVERIFIABLE)
    assert told.facts["labels"] == ["Henkilöstömenot", "Palvelujen ostot"]
    assert len(told.facts["unread"]) == told.facts["count"] == 6
    assert told.area == "Kirjasto"
    assert "Henkilöstömenot" in told.message


def test_a_sheet_of_an_area_without_any_row_of_periods_is_named() -> None:
    museum = TableGrid.of("Museo", ["VASTUUALUE: Museo"], ["", "A", "B", "C"], *SOUND[2:])
    (told,) = unread(TableBook.of(TableGrid.of("Kirjasto", *SOUND), museum))
    assert (told.code, told.sheet, told.cell, told.facts["count"]) == (
        "unread_lines",
        "Museo",
        "A3",
        9,
    )


def test_a_number_in_a_note_and_lines_of_other_sheets_are_no_lines_without_periods() -> None:
    note: list[Value] = ["Henkilöstömenot", "", "", "", 5]
    accounts = TableGrid.of("Tilit", ["Henkilöstömenot", 4000, 4999], ["Palvelujen ostot", 1, 2])
    assert unread(TableBook.of(TableGrid.of("Kirjasto", *SOUND, [], note), accounts)) == []


@pytest.mark.parametrize(
    ("years", "code"),
    [
        (["31.12.2023", "31.12.2024", "31.12.2025"], "General"),
        ([45291, 45657, 46022], "d.m.yyyy"),
        ([2023, 2024, 2025], "General"),
        (["2023", "2024", "2025"], "General"),
        (["1-12/2023", "1-12/2024", "1-12/2025"], "General"),
    ],
)
@pytest.mark.parametrize("gap", [0, 1])
def test_lines_under_days_or_years_without_a_kind_are_named_on_any_sheet(
    years: list[Value], code: str, gap: int
) -> None:
    blank: list[list[Value]] = [[]] * gap
    grid = TableGrid.of("Museo", ["Museo"], ["", *years], *blank, *SOUND[2:])
    formats = dict.fromkeys((at for at in grid.cells if at.row == 2), code)
    museum = TableGrid("Museo", grid.cells, formats=formats)
    (told,) = unread(TableBook.of(TableGrid.of("Kirjasto", *SOUND), museum))
    assert (told.code, told.severity) == ("unread_lines", Severity.UNVERIFIABLE)
    assert (told.sheet, told.cell, told.facts["count"]) == ("Museo", f"A{3 + gap}", 9)


@pytest.mark.parametrize("above", [["", "A", "B", "C"], ["", 2025, "", ""], ["", 45291, 46022, 7]])
def test_lines_of_another_sheet_under_anything_else_are_none_of_the_reports(
    above: list[Value],
) -> None:
    other = TableGrid.of("Tilit", ["Tilit"], above, *SOUND[2:])
    assert unread(TableBook.of(TableGrid.of("Kirjasto", *SOUND), other)) == []


def test_the_figures_of_a_chart_on_a_hidden_sheet_are_not_named(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "kirja.xlsx") as workbook:
        for name, rows in (
            ("Kirjasto", SOUND),
            ("Museo", [["", 2023, 2024, 2025], *SOUND[2:]]),
            ("Kaavio", [["", 2023, 2024, 2025], *SOUND[2:]]),
        ):
            sheet = workbook.add_worksheet(name)
            for at, row in enumerate(rows):
                sheet.write_row(at, 0, row)
        sheet.hide()
    with open_book(tmp_path / "kirja.xlsx") as opened:
        told = [one.sheet for one in check(opened).findings if one.code == "unread_lines"]
    assert told == ["Museo"]


def edits(*rows: list[Value]) -> dict[str, Value]:
    return {edit.cell: edit.new for edit in refresh(book(*rows)).edits}


CHANGES: list[list[Value]] = [
    [*SEVEN, "TP 2023", "TP 2024", "TP 2025"],
    *STAFF,
    ["Muutos %", "", 20, 16.7],
]


def test_figures_that_stand_a_column_off_their_headings_are_named_and_nothing_is_made_of_them() -> (
    None
):
    shifted: list[list[Value]] = [[*SEVEN, "", "TP 2023", "TP 2024", "TP 2025"], *CHANGES[1:]]
    (told,) = unread(book(*SOUND, *shifted))
    assert (told.code, told.facts["count"]) == ("unread_column", 2)
    assert edits(*SOUND, *shifted) == {}


def test_a_row_that_stands_a_column_off_the_others_is_named_and_nothing_is_made_of_it() -> None:
    shifted: list[list[Value]] = [*SOUND[:3], ["Toimintatulot", "", 100, 110, 120], SOUND[4]]
    (told,) = unread(book(*shifted))
    assert (told.code, told.facts["count"]) == ("unread_column", 1)
    assert edits(*shifted) == {}


def test_a_note_beside_a_whole_row_is_no_row_out_of_place() -> None:
    assert unread(book(*SOUND[:3], [*SOUND[3], 5], SOUND[4])) == []


def test_a_change_below_a_row_without_a_label_is_not_made_of_the_line_above() -> None:
    rows: list[list[Value]] = [*CHANGES[:3], ["", -900, -950, -999], ["Muutos %", "", 5.6, 5.1]]
    assert {one.code for one in unread(book(*SOUND, *rows))} == {"unread_row"}
    assert edits(*SOUND, *rows) == {}


def test_a_row_that_is_called_by_a_kind_of_period_is_named() -> None:
    assert [one.code for one in unread(book(*with_row("Ennuste", 1, 2, 3)))] == ["unread_row"]


@pytest.mark.parametrize(
    ("periods", "is_in_order"),
    [
        (("TP 2023", "TA 2024", "TP 2024"), True),
        (("TP 2024", "TA 2024", "TP 2023"), True),
        (("TA 2025", "TA 2024", "TP 2024"), True),
        (("TP 2024", "TP 2025", "TP 2023"), False),
        (("TP 2024", "TA 2025", "TP 2023"), True),
    ],
)
def test_periods_in_no_order_are_named_and_nothing_is_made_of_their_figures(
    periods: tuple[str, ...], *, is_in_order: bool
) -> None:
    rows: list[list[Value]] = [[*SEVEN, *periods], *STAFF, ["Muutos %", "", "", ""]]
    codes = {one.code for one in check(book(*SOUND, *rows)).findings}
    assert ("periods_disordered" not in codes) == is_in_order
    if not is_in_order:
        assert edits(*SOUND, *rows) == {}


def loud(table: TableBook) -> list[Finding]:
    return [one for one in check(table).findings if one.severity is not Severity.INFO]


INSIDE: list[list[Value]] = [
    ["VASTUUALUE: Kirjasto"],
    ["", "TP 2023", "TA 2024", "TP 2024"],
    ["Toimintatuotot, ulkoiset", 100, 110, 120],
    ["Toimintatuotot, sisäiset", 400, 410, 430],
    ["Toimintatuotot yhteensä", 500, 520, 550],
    ["Ulkoiset", -700, -710, -730],
    ["Sisäiset", -50, -51, -53],
    ["Toimintakulut yhteensä", -750, -761, -783],
    ["Toimintakate", -250, -241, -233],
]


def test_rows_that_make_a_total_together_are_read_as_its_parts() -> None:
    assert not loud(book(*INSIDE))


@pytest.mark.parametrize(("row", "cell"), [(4, "D5"), (7, "D8")])
def test_a_total_that_they_do_not_make_is_told_and_no_margin_is_written_from_it(
    row: int, cell: str
) -> None:
    wrong = [list(one) for one in INSIDE]
    wrong[row][3] = 999
    table = book(*wrong)
    (one,) = loud(table)
    assert (one.code, one.cell, one.expected) == ("tie_total", cell, INSIDE[row][3])
    assert not refresh(table).edits


def test_an_unread_table_counts_all_numbers_that_its_headings_cover() -> None:
    rows: list[list[Value]] = [
        ["", "TP 2024", "", "TP 2025", ""],
        ["Alue", "Ovia", "Ikkunoita", "Ovia", "Ikkunoita"],
        ["Itä", 3, 4, 5, 6],
        ["Länsi", 7, 8, 9, 10],
    ]
    grid = TableGrid.of("Rakennukset", *rows)
    merged = replace(grid, merged=(Block(1, 2, 1, 3), Block(1, 4, 1, 5)))
    (told,) = unread(TableBook.of(TableGrid.of("Kirjasto", *SOUND), merged))
    assert (told.code, told.facts["count"]) == ("unread_table", 8)
