"""One fault, one finding: what follows from a wrong figure is not told again."""

from tests import printed
from tests.grids import TableBook, TableGrid

from tpxl.jobs.check.check import check
from tpxl.model import Edit, Finding, Severity

PERIODS = ("TP 2024", "TP 2025")


def wrong(book: TableBook) -> list[Finding]:
    bad = {Severity.ERROR, Severity.ROUNDING, Severity.WARNING}
    return [one for one in check(book).findings if one.severity in bad]


def town(residents: int = 7000, second: int = 6900, decimals: int = 2) -> TableBook:
    """Return two areas whose every figure follows from 7 000 and 6 900 residents."""
    sheets = []
    for name, income, expenses in (("Kirjasto", 500000, -2250000), ("Liikunta", 70000, -980000)):
        margin = income + expenses
        rows: printed.Rows = [
            [f"VASTUUALUE: {name}"],
            ["", *PERIODS],
            ["Toimintamenot", expenses, expenses],
            ["Toimintatulot", income, income],
            ["Toimintakate", margin, margin],
            [
                "Toimintakate €/asukas",
                round(margin / 7000, decimals),
                round(margin / 6900, decimals),
            ],
            ["Henkilöstömenot", -300000, -330000],
            ["Muutos %", "", 10],
        ]
        sheets.append(TableGrid.of(name, *rows))
    settings = TableGrid.of(
        "Perustiedot",
        ["Kausi", "Asukasluku"],
        ["TP 2024", residents],
        ["TP 2025", second],
    )
    return TableBook.of(*sheets, settings)


def test_the_town_ties_out() -> None:
    assert wrong(town()) == []


def test_expenses_that_break_margin_and_euros_per_resident_are_told_themselves() -> None:
    book = town()
    book.apply([Edit("Kirjasto", "C3", -2350000)])
    (only,) = wrong(book)
    assert (only.sheet, only.cell, only.code) == ("Kirjasto", "C3", "tie_made_figures_or")
    assert (only.found, only.expected) == (-2350000, -2250000)
    assert "ellei väärä ole Kirjasto!C4" in only.message


def test_a_margin_that_is_wrong_alone_is_told_at_its_own_cell() -> None:
    book = town()
    book.apply([Edit("Kirjasto", "C5", -1750100)])
    (only,) = wrong(book)
    assert (only.cell, only.code) == ("C5", "margin")


def test_residents_that_no_area_was_divided_by_are_told_once() -> None:
    (only,) = wrong(town(second=6400))
    assert (only.sheet, only.cell, only.code) == ("Perustiedot", "B3", "tie_made_figures")
    assert only.expected == 6900


def test_residents_implied_by_whole_euros_are_told_as_a_range() -> None:
    (only,) = wrong(town(second=6400, decimals=0))
    assert (only.sheet, only.cell, only.code) == ("Perustiedot", "B3", "tie_made_figures_between")
    assert only.expected is None
    assert "väliltä 6\u00a08" in only.message


def test_one_area_with_a_wrong_figure_per_resident_does_not_doubt_the_residents() -> None:
    book = town()
    book.apply([Edit("Liikunta", "C6", -131.99)])
    assert [(one.sheet, one.cell) for one in wrong(book) if one.severity is Severity.ERROR] == [
        ("Liikunta", "C6")
    ]


def test_a_figure_copied_to_a_summary_with_its_fault_is_told_where_it_was_made() -> None:
    book = town()
    book.apply([Edit("Kirjasto", "C5", -1750100)])
    rows: printed.Rows = [
        ["Toimintakate"],
        ["", *PERIODS],
        ["Kirjasto", -1750000, -1750100],
        ["Liikunta", -910000, -910000],
        ["Yhteensä", -2660000, -2660100],
    ]
    book.grids["Yhteenveto"] = TableGrid.of("Yhteenveto", *rows)
    assert [(one.sheet, one.cell) for one in wrong(book)] == [("Kirjasto", "C5")]


def test_a_change_in_a_summary_follows_the_figure_on_the_areas_sheet() -> None:
    book = town()
    rows: printed.Rows = [
        ["Toimintakate"],
        ["", *PERIODS],
        ["Kirjasto", -1750000, -1750000],
        ["Liikunta", -910000, -901000],
        ["Yhteensä", -2660000, -2660000],
    ]
    book.grids["Yhteenveto"] = TableGrid.of("Yhteenveto", *rows)
    (only,) = wrong(book)
    assert (only.sheet, only.cell, only.cause) == ("Yhteenveto", "C4", "digits_swapped")
    assert only.area == "Liikunta"
