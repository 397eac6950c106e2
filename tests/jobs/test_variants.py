"""Other members of the kinds of the case books: one thing changed in their sound book."""

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests import cases
from tests.grids import TableBook, TableGrid

from tpxl.jobs.check.check import check
from tpxl.jobs.refresh import refresh
from tpxl.model import Address, Finding, Severity, Value
from tpxl.terms.sections import section_of

SOUND = cases.cells("09_two_sheets_one_area")["Kirjasto"]
"""The sheet of which every printed figure is right."""
PERIODS = ("TP 2023", "TA 2024", "TP 2024", "TA 2025", "TP 2025")
HEADERS = (4, 11)


def book(changes: Mapping[str, Value], sheet: Mapping[str, Value] = SOUND) -> TableBook:
    """Return the city's settings and its one area, some cells of it changed."""
    grids = {"Perustiedot": cases.cells("01_formula_without_value")["Perustiedot"]}
    grids["Kirjasto"] = {**sheet, **changes}
    return TableBook.of(
        *(
            TableGrid(name, {Address.parse(at): value for at, value in cells.items() if value})
            for name, cells in grids.items()
        )
    )


def loud(table: TableBook) -> list[Finding]:
    quiet = (Severity.INFO, Severity.COMMENT)
    return [one for one in check(table).findings if one.severity not in quiet]


def edits(table: TableBook) -> dict[str, object]:
    return {one.cell: one.new for one in refresh(table).edits}


def headed(*periods: str, rows: tuple[int, ...] = HEADERS) -> dict[str, Value]:
    return {f"{at}{row}": one for row in rows for at, one in zip("BCDEF", periods, strict=True)}


def test_the_book_is_sound_before_it_is_changed() -> None:
    assert loud(book({})) == []


@pytest.mark.parametrize("label", ["Toimintamenot, ulkoiset", "Menoerät", "Poikkeama", None])
def test_a_row_that_may_be_the_margin_s_part_leaves_the_margin_and_its_followers(
    label: str | None,
) -> None:
    table = book({"A5": label, "E7": -1_079_100, "F7": None, "F17": None})
    (found,) = [one for one in loud(table) if one.code.startswith("unread")]
    assert (found.code, found.severity) == ("unread_row_lacking", Severity.ERROR)
    assert not any(one.code == "per_resident" for one in loud(table))
    assert edits(table) == {}


def test_nothing_is_written_from_a_margin_that_lacks_a_part() -> None:
    lacking = {f"{at}5": None for at in "ABCDEF"}
    assert edits(book({**lacking, "E17": None, "F14": None})) == {"F14": 6.2}


@pytest.mark.parametrize("label", ["Muutos TP/TP %", "%", "Ero %", "Poikkeama"])
def test_a_row_that_only_heads_of_columns_are_called_by_is_named(label: str) -> None:
    (found,) = loud(book({"A14": label}))
    assert (found.code, found.cell) == ("unread_row", "A14")


ORDERLY = {
    "budget and actual of a year": ("TP 2023", "TA 2024", "TP 2024", "TP 2025", "TA 2025"),
    "two older ones": ("TP 2023", "TP 2024", "TA 2024", "TA 2025", "TP 2025"),
    "budget for actual": ("TA 2023", "TP 2024", "TA 2024", "TP 2025", "TA 2025"),
    "turned round": PERIODS[::-1],
    "a year off": ("TP 2024", "TA 2025", "TP 2025", "TA 2026", "TP 2026"),
}


@pytest.mark.parametrize("periods", ORDERLY.values(), ids=ORDERLY)
def test_headings_in_order_that_the_figures_contradict_are_named_and_nothing_is_written(
    periods: tuple[str, ...],
) -> None:
    table = book(headed(*periods))
    assert [one.code for one in loud(table) if one.severity is Severity.ERROR] == [
        "periods_exchanged"
    ]
    assert edits(table) == {}


@pytest.mark.parametrize("row", HEADERS)
def test_headings_of_one_table_that_the_figures_contradict_are_named_at_it(row: int) -> None:
    table = book(headed(*ORDERLY["budget and actual of a year"], rows=(row,)))
    (found,) = loud(table)
    assert (found.code, found.cell) == ("periods_exchanged", f"E{row}")
    assert "TA 2025, TP 2025" in found.message
    assert edits(table) == {}


@settings(max_examples=40, deadline=None)
@given(
    st.sets(
        st.tuples(st.sampled_from("EF"), st.sampled_from((14, 16, 17))), min_size=2, max_size=4
    ),
    st.integers(2, 300),
)
def test_wrong_figures_of_their_own_are_not_taken_for_exchanged_headings(
    cells: set[tuple[str, int]], off: int
) -> None:
    wrong = {f"{column}{row}": SOUND[f"{column}{row}"] + off for column, row in cells}
    assert "periods_exchanged" not in {one.code for one in check(book(wrong)).findings}


def test_changes_of_one_row_from_another_base_are_told_at_their_cells() -> None:
    new, bases = SOUND["F13"], (SOUND["E13"], SOUND["E15"])
    wrong = {"F14": round((new / bases[0] - 1) * 100, 1)}
    table = book({**wrong, "E14": None})
    assert "periods_exchanged" not in {one.code for one in check(table).findings}


def test_residents_in_each_others_place_are_told_where_they_stand() -> None:
    sheets = {}
    for number, name in enumerate(("Kirjasto", "Museo", "Liikunta"), start=1):
        margins = [-993_910 * number, -1_033_720 * number, -1_103_340 * number]
        residents = (7030, 6920, 6944)  # those of the last two have changed places
        pairs = zip(margins, residents, strict=True)
        sheets[name] = TableGrid.of(
            name,
            [f"VASTUUALUE: {name}"],
            ["", "TP 2023", "TP 2024", "TP 2025"],
            ["Toimintakate", *margins],
            ["Toimintakate €/asukas", *(round(m / r) for m, r in pairs)],
        )
    table = TableBook.of(book({}).read("Perustiedot"), *sheets.values())
    codes = {one.code for one in check(table).findings}
    assert "periods_exchanged" not in codes


@pytest.mark.parametrize(("cell", "unwritten"), [("F5", {"F7", "F17"}), ("F13", {"F14"})])
def test_an_expense_of_another_sign_than_its_row_is_named_and_nothing_written_from_it(
    cell: str, unwritten: set[str]
) -> None:
    open_places = dict.fromkeys(("F7", "F14", "F16", "F17"))
    table = book({cell: -SOUND[cell], **open_places})
    (found,) = loud(table)
    assert (found.code, found.severity, found.cell) == ("sign_alone", Severity.WARNING, cell)
    assert edits(table).keys() == open_places.keys() - unwritten


def test_a_printed_margin_tells_that_the_expense_of_the_other_sign_is_wrong() -> None:
    table = book({"F5": -SOUND["F5"], "F17": None})
    (found,) = loud(table)
    assert (found.code, found.severity) == ("sign_alone", Severity.ERROR)
    assert (found.cell, found.expected) == ("F5", SOUND["F5"])
    assert edits(table) == {}


def test_an_expense_of_the_other_sign_that_the_margin_bears_out_is_no_finding() -> None:
    margin = SOUND["F6"] - SOUND["F5"]
    table = book({"F5": -SOUND["F5"], "F7": margin, "F17": round(margin / 6920)})
    assert loud(table) == []


@pytest.mark.parametrize("row", [9, 20, 60])
@pytest.mark.parametrize("label", [None, "Poistot"])
def test_a_row_in_the_columns_of_a_table_is_named_however_far_below(
    row: int, label: str | None
) -> None:
    figures: dict[str, Value] = {f"{at}{row}": 7 for at in "BCDEF"}
    (found,) = loud(book({**figures, f"A{row}": label}))
    assert (found.code, found.severity) == ("unread_row", Severity.UNVERIFIABLE)
    assert (found.cell, "(5)" in found.message) == (f"{'A' if label else 'B'}{row}", True)
    assert '""' not in found.message


def test_rows_that_follow_each_other_far_below_are_one_finding() -> None:
    figures: dict[str, Value] = {f"{at}{row}": 7 for at in "BCDEF" for row in range(30, 40)}
    (found,) = loud(book(figures))
    assert (found.cell, "(50)" in found.message) == ("B30", True)


def test_what_stands_under_headings_of_its_own_is_no_row_of_the_table() -> None:
    own: dict[str, Value] = {"A30": "Kuukausi", "B30": "Kävijät", "C30": "Lainat"}
    figures: dict[str, Value] = {f"{at}{row}": 7 for at in "BCD" for row in (31, 32)}
    assert [one.code for one in loud(book({**own, **figures}))] == ["unread_numbers"]


def test_a_table_of_periods_without_any_label_is_named() -> None:
    rows: list[list[Value]] = [["", *PERIODS], ["", 1, 2, 3, 4, 5]]
    sound = book({})
    table = TableBook.of(*map(sound.read, sound.sheets), TableGrid.of("Muu", *rows))
    (found,) = loud(table)
    assert (found.code, found.sheet, found.cell) == ("unread_table", "Muu", "B1")
    assert "()" not in found.message


@pytest.mark.parametrize("text", ["-1345.270", "-1345,270", "-1345.27"])
def test_a_point_that_may_part_thousands_among_whole_numbers_is_not_read(text: str) -> None:
    table = book({"F5": text, "F7": None, "F17": None})
    (found,) = loud(table)
    assert (found.code, found.cell) == ("unreadable", "F5")
    assert edits(table) == {}


@pytest.mark.parametrize(
    "row",
    [
        {"E12": "0,1"},
        {"C14": "150", "D14": "12", "E14": "0,5", "F14": "70"},
    ],
)
def test_counts_and_per_cents_have_decimals_of_every_size(row: dict[str, Value]) -> None:
    assert [one for one in loud(book(row)) if one.code == "unreadable"] == []


def test_nothing_is_written_from_a_row_of_which_most_figures_are_wrong() -> None:
    table = book({"A5": "Toimintamenot (1 000 €)", "F7": None, "F17": None})
    assert {one.cell for one in loud(table)} == {"B5", "C5", "D5", "E5"}
    assert edits(table) == {}


SUMMED = {name: cases.cells("26_total_sheet")[name] for name in ("Kirjasto", "Vesihuolto")}


def town(*rows: str, total: tuple[str, ...] = ("Kirjasto", "Vesihuolto")) -> TableBook:
    """Return two areas with a summary of their margins; `rows` are what its rows are called."""
    summary: list[list[Value]] = [["Toimintakate"], ["Vastuualue", *PERIODS]]
    areas = tuple(SUMMED)
    margins = {name: [SUMMED[name][f"{at}7"] for at in "BCDEF"] for name in areas}
    summary += [[name, *margins[area]] for name, area in zip(rows, areas, strict=False)]
    summary += [["Yhteensä", *(sum(one) for one in zip(*(margins[a] for a in total), strict=True))]]
    sheets = {name: {Address.parse(at): v for at, v in own.items()} for name, own in SUMMED.items()}
    grids = [TableGrid(name, cells) for name, cells in sheets.items()]
    settings_sheet = book({}).read("Perustiedot")
    return TableBook.of(settings_sheet, *grids, TableGrid.of("Yhteenveto", *summary))


def test_a_summary_of_both_areas_is_sound() -> None:
    assert loud(town("Kirjasto", "Vesihuolto")) == []


def test_a_name_that_only_one_of_two_areas_has_is_named() -> None:
    found = loud(town("Kirjasto", "Vesihuolta"))
    assert ("summary_names_unknown_area", "A4") in {(one.code, one.cell) for one in found}


@pytest.mark.parametrize("total", [("Kirjasto",), ("Kirjasto", "Vesihuolto")])
def test_an_area_that_a_summary_of_one_lacks_is_told_once(total: tuple[str, ...]) -> None:
    (found,) = loud(town("Kirjasto", total=total))
    assert (found.code, found.area) == ("area_not_in_summary", "Vesihuolto")


@pytest.mark.parametrize(("heading", "section"), [("4. Andra mål", 4), ("5. Tuottavuus", 5)])
def test_a_numbered_heading_in_plain_words_is_that_section(heading: str, section: int) -> None:
    assert section_of(heading) == section


def compared(*headings: str, deviation: int = -70) -> TableBook:
    """Return an area whose deviations are of two budgets; the headings of these are given."""
    budget, amended = headings
    grid = TableGrid.of(
        "Kirjasto",
        ["VASTUUALUE: Kirjasto"],
        ["", "TP 2024", budget, amended, "TP 2025", "Poikkeama"],
        ["Toimintamenot", -1000, -1100, -1200, -1270, deviation],
        ["Toimintatulot", 100, 110, 120, 130, 10],
        ["Toimintakate", -900, -990, -1080, -1140, deviation + 10],
    )
    return TableBook.of(grid)


@pytest.mark.parametrize(
    ("headings", "told"),
    [(("Aie A", "Aie B"), ["table_base_unknown"]), (("TA -25 alkup.", "TA -25 (muutettu)"), [])],
)
def test_deviations_from_a_column_that_is_not_read_are_no_errors(
    headings: tuple[str, str], told: list[str]
) -> None:
    found = loud(compared(*headings))
    assert [one.code for one in found if not one.code.startswith("unread_column")] == told


def test_a_deviation_that_is_wrong_beside_right_ones_is_an_error() -> None:
    found = loud(compared("TA -25 alkup.", "TA -25 (muutettu)", deviation=-71))
    assert {one.cell for one in found} & {"F3", "F5"}


@pytest.mark.parametrize("units", [("Kirjasto", "Kirjastoauto"), ("Kirjasto", "Valtionosuus")])
def test_the_units_of_one_area_and_their_total_are_no_summary_of_the_city(
    units: tuple[str, str],
) -> None:
    sheets = {name: {Address.parse(at): v for at, v in own.items()} for name, own in SUMMED.items()}
    whole = [int(str(SUMMED["Kirjasto"][f"{at}7"])) for at in "BCDEF"]
    rows: list[list[Value]] = [
        ["Toimintakate"],
        ["Yksikkö", *PERIODS],
        [units[0], *(one + 1000 for one in whole)],
        [units[1], *(-1000 for _ in whole)],
        ["Yhteensä", *whole],
    ]
    grids = [TableGrid(name, cells) for name, cells in sheets.items()]
    annex = TableGrid.of("Kirjaston yksiköt", *rows)
    found = loud(TableBook.of(book({}).read("Perustiedot"), *grids, annex))
    assert [one for one in found if one.severity is Severity.ERROR] == []
