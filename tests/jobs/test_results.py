"""How far each area is: filled in, checked, explained."""

from dataclasses import replace

from tests import kemijarvi
from tests.grids import TableBook, TableGrid

from tpxl.jobs.check.check import check
from tpxl.jobs.refresh import refresh
from tpxl.jobs.results import Completeness, Share, completeness_of
from tpxl.layout import survey
from tpxl.model import Explanation, Finding, Severity

FIGURES = [
    ["VASTUUALUE: Satama"],
    ["", "TP 2023", "TP 2024"],
    ["Toimintamenot", -100, -120],
    ["Toimintatulot", 40, ""],
    ["Toimintakate", -60, "–"],
]

GOALS = [
    ["4. Muut tavoitteet"],
    ["Tavoite", "Toimenpiteet", "Mittarit", "TP 2024"],
    ["Laituri kuntoon", "Korjataan", "Valmis", "Korjattiin."],
    ["Laiva", "Tilataan", "Tilaus", ""],
]


def of(*rows: list[object]) -> Completeness:
    book = TableBook.of(TableGrid.of("Satama", *rows))  # type: ignore[arg-type]
    (one,) = check(book).completeness
    return one


def test_a_dash_is_filled_in_and_an_empty_cell_or_outcome_is_not() -> None:
    assert of(*FIGURES).filled == Share(5, 6)
    assert of(*FIGURES, [], *GOALS).filled == Share(6, 8)


def test_every_printed_figure_whose_base_is_there_is_checked() -> None:
    assert of(*FIGURES).checked == Share(4, 4)
    change = ["Muutos %", "3,0 %", "20,0 %"]
    staff = [*FIGURES[:3], ["Henkilöstömenot", -50, -60], change]
    one = of(*staff)
    assert one.checked == Share(5, 6)


def test_what_a_person_has_explained_is_told_from_what_is_open() -> None:
    found = survey(TableBook.of(TableGrid.of("Satama", *FIGURES)))  # type: ignore[arg-type]
    wrong = Finding("margin", Severity.ERROR, area="Satama", sheet="Satama", cell="B5")
    told = replace(wrong, cell="C5", explanation=Explanation("sovittu", "AB"))
    info = replace(wrong, severity=Severity.INFO)
    elsewhere = replace(wrong, area="Tori")
    (one,) = completeness_of(found, [wrong, told, info, elsewhere])
    assert one == Completeness("Satama", Share(5, 6), Share(4, 4), Share(1, 2))


def test_an_area_with_goals_alone_is_told_too() -> None:
    one = of(["VASTUUALUE: Satama"], *GOALS)
    assert (one.area, one.filled, one.checked.percent) == ("Satama", Share(1, 2), None)


def test_an_area_on_two_sheets_is_one() -> None:
    staff = [
        ["VASTUUALUE: Satama"],
        ["", "TP 2024", "TP 2025"],
        ["Henkilöstömenot", -60, -70],
        ["Palvelujen ostot", -20, ""],
    ]
    first, second = TableGrid.of("A", *FIGURES), TableGrid.of("B", *staff)  # type: ignore[arg-type]
    (one,) = check(TableBook.of(first, second)).completeness
    alone = check(TableBook.of(first)).completeness[0].filled
    assert one.filled == Share(alone.done + 3, alone.of + 4)


def test_a_hundred_per_cent_is_all_of_them() -> None:
    assert (Share(999, 1000).percent, Share(7, 7).percent, Share(0, 3).percent) == (99, 100, 0)


def test_a_refresh_tells_how_far_the_areas_are_after_it() -> None:
    book = TableBook.of(
        TableGrid.of("Satama", *FIGURES[:3], ["Toimintatulot", 40, 50], ["Toimintakate", -60, ""])  # type: ignore[arg-type]
    )
    (one,) = refresh(book).completeness
    assert one.filled == Share(6, 6)


def test_a_tenth_of_the_published_figures_has_no_base_in_the_book() -> None:
    areas = list(kemijarvi.expected()["decimals_per_resident"])
    found = check(kemijarvi.book()).completeness
    assert [one.area for one in found] == areas
    assert {one.checked for one in found} == {Share(41, 45)}


def test_what_nobody_reads_on_a_sheet_of_no_area_lowers_no_areas_share() -> None:
    rows = [["", "TP 2023", "TP 2024"], ["Ovia", 3, 4], ["Ikkunoita", 5, 6]]
    area = TableGrid.of("Satama", *FIGURES)  # type: ignore[arg-type]
    result = check(TableBook.of(area, TableGrid.of("Rakennus", *rows)))  # type: ignore[arg-type]
    assert "unread_table" in [one.code for one in result.findings]
    assert [one.checked for one in result.completeness] == [Share(4, 4)]
