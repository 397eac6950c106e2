"""Comparison tables by example: what is told of them, with what words."""

from dataclasses import replace
from decimal import Decimal

import pytest
from tests import printed
from tests.grids import TableBook, TableGrid

from tpxl.jobs.check.check import check
from tpxl.model import Address, Finding, Severity, Value

AREA = printed.area(
    "Hallinto",
    {"Toimintamenot": (-10, -12), "Toimintatulot": (4, 5), "Toimintakate": (-6, -7)},
    ("TP 2024", "TP 2025"),
)

FOLLOWUP: list[Value] = [
    *["", "Alkuperäinen TA", "TA-muutokset", "TA muutosten jälkeen", "Toteuma"],
    *["Poikkeama", "Tot-%"],
]

CHANGE: list[Value] = ["", "TP 2023", "TP 2024", "Muutos €", "Muutos %"]

DIRECTED: list[list[Value]] = [
    ["Satama", 1000, 985, -15, "1,5 % parantunut"],
    ["Kirjasto", 1000, 985, -15, "laskua 1,5 %"],
    ["Museo", 1000, 1015, 15, "kasvua 1,5 %"],
    ["Uimahalli", 1000, 985, -15, -1.5],
]


def findings(*rows: list[Value]) -> list[Finding]:
    book = TableBook.of(AREA, printed.sheet("Seuranta", list(rows)))
    return [one for one in check(book).findings if one.sheet == "Seuranta"]


def only(*rows: list[Value]) -> Finding:
    (finding,) = findings(*rows)
    return finding


def test_a_wrong_amended_budget_is_told_with_its_place_figures_and_cause() -> None:
    finding = only(FOLLOWUP, ["Satama", -450000, -12500, -437500, "", "", ""])
    assert (finding.cell, finding.severity, finding.cause) == (
        "D2",
        Severity.ERROR,
        "part_sign_flipped",
    )
    assert (finding.line, finding.found, finding.expected) == ("Satama", -437500, -462500)
    assert finding.message == (
        "Seuranta, Satama, TA muutosten jälkeen: taulukossa −437\u00a0500, alkuperäisestä "
        "talousarviosta ja muutoksista laskettuna −462\u00a0500 (luvut −450\u00a0000, "
        "−12\u00a0500). Taulukon luvussa on osa väärällä etumerkillä: TA-muutokset. "
        "Korjaa solu D2."
    )


@pytest.mark.parametrize(
    ("rows", "cell", "cause"),
    [
        ([FOLLOWUP, ["Satama", 500, 0, 500, 467, -33, -6.6]], "G2", "change_for_share"),
        ([FOLLOWUP, ["Satama", 500, 0, 500, 467, -33, 107.1]], "G2", "share_inverted"),
        ([FOLLOWUP, ["Satama", 500, 75, 575, 467, -108, 93.4]], "G2", "other_base"),
        ([FOLLOWUP, ["Verotulot", 500, 75, 575, 467, -33, 81.2]], "F2", "other_base"),
        ([FOLLOWUP, ["Verotulot", 500, 75, 575, 467, 108, 81.2]], "F2", "sign_flipped"),
        ([CHANGE, ["Satama", 94600, 859890, 765290, 909.0]], "E2", "ratio_for_change"),
        ([CHANGE, ["Satama", 94600, 859890, 765290, -89.0]], "E2", "periods_reversed"),
        ([CHANGE, ["Satama", 12345, 16790, 4454, 36.0]], "D2", "digits_swapped"),
        ([CHANGE, ["Satama", 12345, 16789, 4444, 35.9]], "E2", "truncated"),
        ([CHANGE, ["Satama", 12345, 16789, 7777, 36.0]], "D2", None),
    ],
)
def test_a_known_mistake_in_a_table_is_named(
    rows: list[list[Value]], cell: str, cause: str | None
) -> None:
    finding = only(*rows)
    assert (finding.cell, finding.cause) == (cell, cause)


def test_one_unit_by_rounded_parts_is_rounding_and_otherwise_an_error() -> None:
    assert only(CHANGE, ["Satama", 100, 150, 51, 50.0]).severity is Severity.ROUNDING
    assert only(CHANGE, ["Satama", 94600, 859890, 765290, 808.9]).severity is Severity.ERROR


def test_a_table_in_thousands_is_rounded_by_its_thousands() -> None:
    rows: list[list[Value]] = [["1 000 €", *CHANGE[1:]], ["Satama", 5, 7, 2, 43.0]]
    assert only(*rows).code == "tie_change_percent_rounding"


@pytest.mark.parametrize(
    ("base", "new", "said"), [(0, 500, "on nolla"), (-500, 300, "eri etumerkki")]
)
def test_a_percentage_over_zero_or_another_sign_is_a_warning_that_says_what_to_print(
    base: int, new: int, said: str
) -> None:
    finding = only(CHANGE, ["Satama", base, new, new - base, 0.0])
    assert (finding.severity, finding.cell) == (Severity.WARNING, "E2")
    assert said in finding.message
    assert "viiva" in finding.message


@pytest.mark.parametrize("nothing", ["", "–", "-"])
def test_a_dash_or_a_blank_over_zero_is_right(nothing: str) -> None:
    assert findings(CHANGE, ["Satama", 0, 500, 500, nothing]) == []


def test_a_figure_whose_base_is_not_printed_cannot_be_verified() -> None:
    finding = only(CHANGE, ["Satama", "", 500, "", 12.5])
    assert (finding.code, finding.severity) == ("table_term_missing", Severity.UNVERIFIABLE)


def test_amendments_that_are_not_printed_may_only_be_none() -> None:
    assert findings(FOLLOWUP, ["Satama", 500, "–", 500, 450, -50, 90.0]) == []
    finding = only(FOLLOWUP, ["Satama", 500, "", 600, 540, -60, 90.0])
    assert (finding.code, finding.cell) == ("table_term_missing", "D2")


def test_a_column_whose_rows_fit_no_reading_is_told_once_at_its_first_figure() -> None:
    head: list[Value] = ["", "TP 2023", "TA 2024", "TP 2024", "TA 2025", "Muutos €"]
    finding = only(
        head,
        ["Satama", 100, 210, 320, 430, 5],
        ["Kirjasto", 200, 310, 420, 530, 9],
        ["Vesi", 700, 810, 920, 1030, -3],
    )
    assert (finding.code, finding.severity, finding.cell) == (
        "table_unread",
        Severity.UNVERIFIABLE,
        "F2",
    )


def test_the_rows_tell_which_periods_a_change_is_between() -> None:
    head: list[Value] = ["", "TP 2023", "TA 2024", "TP 2024", "TA 2025", "Muutos €"]
    rows: list[list[Value]] = [
        ["Satama", 100, 210, 320, 430, 220],
        ["Kirjasto", 200, 310, 425, 530, 220],
        ["Vesi", 700, 810, 920, 1035, 225],
    ]
    assert findings(head, *rows) == []
    rows[2][5] = 999
    assert only(head, *rows).cell == "F4"


def test_a_heading_that_names_its_periods_needs_no_rows_to_tell() -> None:
    head: list[Value] = ["", "TP 2023", "TP 2024", "TA 2025", "Muutos € TP 2023 - TA 2025"]
    assert findings(head, ["Satama", 100, 210, 320, 220]) == []
    assert only(head, ["Satama", 100, 210, 320, 110]).expected == 220


def test_a_bare_per_cent_sign_belongs_to_the_column_it_stands_beside() -> None:
    change: list[Value] = ["", "TP 2023", "TP 2024", "Muutos €", "%"]
    assert findings(change, ["Satama", 100, 150, 50, 50.0]) == []
    assert only(change, ["Satama", 100, 150, 50, 66.0]).code == "tie_change_percent"
    used: list[Value] = ["", "TA 2025", "TP 2025", "%"]
    assert findings(used, ["Satama", 100, 150, 150.0]) == []
    gone: list[Value] = ["", "TA 2025", "TP 2025", "Poikkeama", "%"]
    assert findings(gone, ["Satama", 100, 150, 50, 50.0]) == []


def test_what_is_left_of_a_budget_is_budget_less_actual() -> None:
    rows: list[list[Value]] = [
        ["Vesi", 500, 450, 50],
        ["Sähkö", 300, 200, 100],
        ["Lämpö", 200, 250, -50],
    ]
    head: list[Value] = ["", "TA 2025", "Toteuma", "Jäljellä"]
    assert findings(head, *rows) == []


def test_a_deviation_in_per_cent_is_of_the_budget() -> None:
    head: list[Value] = ["", "TA 2025", "TP 2025", "Poikkeama-%"]
    assert findings(head, ["Vesi", 500, 450, -10.0]) == []
    assert only(head, ["Vesi", 500, 450, -11.1]).expected == Decimal("-10.0")


def test_text_that_is_no_number_in_an_amounts_place_is_told() -> None:
    finding = only(CHANGE, ["Satama", 100, "n. 150", 50, 50.0], ["Vesi", 10, 20, 10, 100.0])
    assert (finding.code, finding.cell, finding.found) == ("table_unreadable", "C2", None)
    assert '"n. 150"' in finding.message


def test_a_word_in_a_per_cents_place_is_no_figure() -> None:
    assert findings(CHANGE, ["Satama", 100, 150, 50, "uusi"]) == []


def test_lines_of_the_lexicon_are_named_by_their_code() -> None:
    finding = only(CHANGE, ["Henkilöstökulut", -94600, -859890, -765290, 909.0])
    assert (finding.line, finding.period) == ("STAFF_EXPENDITURE.change_percent", None)
    assert "henkilöstömenojen muutos" in finding.message
    assert "909,0\u00a0%, pitäisi olla 809,0\u00a0%" in finding.message


def test_figures_that_await_recalculation_are_not_compared() -> None:
    grid = printed.sheet("Seuranta", [CHANGE, ["Satama", 100, 150, 99, 50.0]])
    waiting = replace(grid, formulas=frozenset({Address(2, 4)}))
    book = TableBook.of(AREA, waiting)
    book.awaits_recalculation = True
    assert [one for one in check(book).findings if one.sheet == "Seuranta"] == []


def test_a_table_on_an_areas_sheet_is_the_areas() -> None:
    grid = TableGrid.of(
        "Hallinto",
        ["VASTUUALUE: Hallinto"],
        ["", "TP 2024", "TP 2025", "Muutos €"],
        ["Toimintamenot", -10, -12, -2],
        ["Toimintatulot", 4, 500, 49],
        ["Toimintakate", -6, 488, 494],
    )
    (finding,) = [one for one in check(TableBook.of(grid)).findings if one.cause or one.expected]
    assert (finding.area, finding.cell, finding.expected) == ("Hallinto", "D4", 496)


def test_a_row_that_names_an_area_is_the_areas() -> None:
    grid = printed.sheet(
        "Seuranta", [["", "", "TA 2025", "TP 2025", "Ero"], ["Hallinto", "Verot", 10, 90, 70]]
    )
    (finding,) = [
        one for one in check(TableBook.of(AREA, grid)).findings if one.sheet == "Seuranta"
    ]
    assert (finding.area, finding.line) == ("Hallinto", "Hallinto Verot")


def test_a_direction_told_in_words_is_no_wrong_sign() -> None:
    assert findings(CHANGE, *DIRECTED) == []


def test_a_direction_in_the_next_cell_is_no_wrong_sign() -> None:
    beside = [[*row[:4], 1.5, "parani"] for row in DIRECTED[:2]]
    assert findings(CHANGE, *beside, *DIRECTED[2:]) == []


def test_a_wrong_per_cent_beside_a_direction_is_still_wrong() -> None:
    finding = only(CHANGE, ["Satama", 1000, 985, -15, "5,1 % parantunut"], *DIRECTED[1:])
    assert (finding.cell, finding.expected) == ("E2", Decimal("-1.5"))


def test_a_wrong_sign_without_words_is_told() -> None:
    finding = only(CHANGE, ["Satama", 1000, 985, -15, 1.5], *DIRECTED[1:])
    assert (finding.cell, finding.expected) == ("E2", Decimal("-1.5"))


@pytest.mark.parametrize(
    ("euros", "per_cent"),
    [
        ("Muutos ed. vuodesta", "Muutos ed. vuodesta %"),
        ("Vuosimuutos €", "Vuosimuutos, %"),
        ("Muutos ed. TP", "Muutos % ed. TP"),
        ("Kasvu €", "Kasvuprosentti"),
        ("Muutos edell. vuoteen", "Muutos-% edell. vuoteen"),
        ("Lisäys/vähennys", "% muutos"),
    ],
)
def test_the_words_for_a_change_from_last_year_are_known(euros: str, per_cent: str) -> None:
    rows: list[list[Value]] = [["Satama", 94600, 859890, 765290, 808.9], ["Museo", 10, 11, 1, 10]]
    heading: list[Value] = ["", "TP 2023", "TP 2024", euros, per_cent]
    assert [one.cell for one in findings(heading, *rows)] == ["E2"]


@pytest.mark.parametrize(
    "heading", ["Jäljellä", "Käyttämättä 31.12.2025", "Jäljellä 1 000 €", "Kvar"]
)
def test_what_is_left_is_the_budget_less_what_was_used(heading: str) -> None:
    header: list[Value] = ["", "TA 2025", "TP 2025", heading]
    rows: list[list[Value]] = [
        ["Toimintatuotot", 1060, 1071, -11],
        ["Toimintakulut", -4310, -4289, -12],
    ]
    assert not findings(header, rows[0], ["Toimintakulut", -4310, -4289, -21])
    told = findings(header, *rows[:2])
    assert [(one.cell, one.expected) for one in told] == [("D3", -21)]


def test_the_deviation_of_a_forecast_from_the_budget_is_read() -> None:
    header: list[Value] = ["", "TA 2026", "Ennuste 2026", "Poikkeama ennuste/TA"]
    told = findings(header, ["Toimintatuotot", 100, 110, 10], ["Toimintakulut", -500, -520, 20])
    assert [(one.cell, one.expected) for one in told] == [("D3", -20)]


def test_a_change_between_the_same_months_of_two_years_is_held_to_them() -> None:
    header: list[Value] = [
        *["", "Toteuma 1-8/2025", "TA 2026", "Toteuma 1-8/2026", "Tot-%"],
        "Muutos-% 1-8/2025–1-8/2026",
    ]
    rows: list[list[Value]] = [
        ["Satama", 820_100, 1_300_000, 845_200, 65.0, 3.1],
        ["Kirjasto", -5_310_200, -8_200_000, -5_522_870, 67.4, 4.9],
        ["Museo", -4_490_100, -6_900_000, -4_677_670, 67.8, 4.2],
    ]
    told = findings(header, *rows)
    assert [(one.cell, one.expected) for one in told] == [("F3", 4)]


def test_decided_changes_of_the_budget_are_parts_of_the_amended_one() -> None:
    header: list[Value] = [
        *["", "Alkup. TA 2025", "Muutos KV 12.5.2025", "Muutos KV 10.11.2025"],
        *["Muutettu TA 2025", "TP 2025"],
    ]
    told = findings(header, ["Satama", 100, 5, 0, 105, 110], ["Museo", -900, -20, -10, -903, -921])
    assert [(one.cell, one.code, one.expected) for one in told] == [("E3", "tie_amended", -930)]


BETTER: list[list[Value]] = [
    ["", "TA 2025", "TP 2025", "Poikkeama", "Poikkeama-%"],
    ["Toimintatuotot", 50_000, 52_310, 2_310, 4.6],
    ["Toimintakulut", 1_950_000, 1_944_120, 5_880, 0.3],
]


def test_a_deviation_in_per_cent_may_have_the_sign_of_the_deviation_beside_it() -> None:
    assert not findings(*BETTER)


@pytest.mark.parametrize(("amount", "percent", "due"), [(5_880, 0.4, 0.3), (-5_880, 0.3, -0.3)])
def test_it_may_have_no_other(amount: int, percent: float, due: float) -> None:
    told = findings(*BETTER[:2], ["Toimintakulut", 1_950_000, 1_944_120, amount, percent])
    assert [(one.cell, one.expected) for one in told] == [("E3", Decimal(str(due)))]


def test_a_row_that_is_an_areas_is_named_once() -> None:
    (one,) = findings(["", "TA 2025", "TP 2025", "Poikkeama"], ["Hallinto", -10, -12, 3])
    assert one.area == "Hallinto"
    assert one.message.startswith("Hallinto, Poikkeama: ")
