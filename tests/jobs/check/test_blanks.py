"""A blank that hides a fault of a total, and deviations taken the other way round, told once."""

import pytest
from tests.grids import TableBook, TableGrid

from tpxl.jobs.check.check import check
from tpxl.model import Finding, Severity, Value

PARTS = {"Myyntituotot": (700, 720), "Maksutuotot": (500, 580), "Tuet ja avustukset": (300, 340)}


def table(*deviations: Value, heading: str = "Poikkeama") -> TableBook:
    rows: list[list[Value]] = [["", "TA 2025", "TP 2025", heading]]
    figures = [*PARTS.items(), ("Toimintatulot", (1500, 1640))]
    for (label, (budget, actual)), deviation in zip(figures, deviations, strict=True):
        rows.append([label, budget, actual, deviation])
    return TableBook.of(TableGrid.of("Taulu", *rows))


def told(book: TableBook) -> list[Finding]:
    return [one for one in check(book).findings if one.severity is not Severity.INFO]


def test_a_total_of_printed_parts_is_not_told_of() -> None:
    assert not told(table(20, 80, 40, 140))


@pytest.mark.parametrize("nothing", ["", "-", "–"])
@pytest.mark.parametrize("at", [0, 1, 2])
def test_a_blank_part_of_a_total_that_is_right_across_is_a_warning(at: int, nothing: str) -> None:
    deviations: list[Value] = [20, 80, 40, 140]
    deviations[at] = nothing
    (only,) = told(table(*deviations))
    assert (only.code, only.severity, only.cell) == (
        "blank_parts",
        Severity.WARNING,
        f"D{at + 2}",
    )


@pytest.mark.parametrize(
    ("deviations", "cell"),
    [((20, "", 40, 60), "D3"), (("", 80, "-", 80), "D2"), ((20, 0, 40, 60), "D3")],
)
def test_a_total_summed_without_its_blanks_is_one_error_at_the_first_of_them(
    deviations: tuple[Value, ...], cell: str
) -> None:
    (only,) = told(table(*deviations))
    assert (only.code, only.severity, only.cell) == ("blank_parts_lacking", Severity.ERROR, cell)
    assert "140" in only.message


def test_a_blank_whose_row_shows_no_difference_hides_nothing() -> None:
    book = table(20, "", 40, 60)
    cells = {at: 500 if at.a1 == "C3" else v for at, v in book.grids["Taulu"].cells.items()}
    cells |= {at: 1560 for at in cells if at.a1 == "C5"}
    assert not told(TableBook.of(TableGrid("Taulu", cells)))


def test_a_total_that_neither_way_makes_is_told_as_it_is() -> None:
    (only,) = told(table(20, "", 40, 999))
    assert (only.code, only.cell) == ("tie_deviation", "D5")


LINES = {
    "Toimintatulot": (1200, 1300),
    "Myyntituotot": (700, 720),
    "Maksutuotot": (500, 580),
    "Toimintamenot": (-5200, -5410),
    "Henkilöstömenot": (-3000, -3100),
    "Palvelujen ostot": (-1500, -1490),
    "Aineet": (-700, -820),
    "Toimintakate": (-4000, -4110),
}


def turned(*which: int) -> TableBook:
    rows: list[list[Value]] = [["", "TA 2025", "TP 2025", "Poikkeama"]]
    for at, (label, (budget, actual)) in enumerate(LINES.items()):
        rows.append([label, budget, actual, (budget - actual) * (1 if at in which else -1)])
    return TableBook.of(TableGrid.of("Taulu", *rows))


@pytest.mark.parametrize("which", [(3, 4, 5), (3, 4, 5, 6), (2, 4, 6), (0, 1, 2)])
def test_deviations_of_which_part_is_taken_the_other_way_round_are_one_finding(
    which: tuple[int, ...],
) -> None:
    (only,) = told(turned(*which))
    assert (only.code, only.cause, only.cell) == (
        "shared_mistake",
        "sign_flipped",
        f"D{which[0] + 2}",
    )
    assert len(only.related) == len(which) - 1


def test_a_table_that_takes_all_its_deviations_the_other_way_round_has_its_own_way() -> None:
    assert not told(turned(*range(len(LINES))))


def test_one_deviation_with_the_wrong_sign_is_an_error_of_its_own() -> None:
    (only,) = told(turned(4))
    assert (only.code, only.cause, only.cell) == ("tie_deviation", "sign_flipped", "D6")
