from dataclasses import replace
from decimal import Decimal

import pytest
from tests.grids import TableBook, TableGrid

from tpxl.jobs.check.check import check
from tpxl.jobs.refresh import refresh
from tpxl.model import Address, Finding, Value

POOL = "Johtamisen kustannukset"
NAMES = ("Asuminen", "Työllisyys", "Markkinointi")
Rows = list[list[Value]]


def shares(*typed: Value, amount: Value = 400000, parts: tuple[Value, ...] = ("", "", "")) -> Rows:
    """A pool with agreed shares, TA 2025 alone, the typed shares in B5:B7, the euros in B10:B12."""
    return [
        ["Vyörytettävä erä", POOL],
        ["", "TA 2025"],
        ["Jaettava määrä", amount],
        ["Kiinteä osuus %"],
        *([name, share] for name, share in zip(NAMES, typed, strict=True)),
        [],
        ["Vyörytetty €"],
        *([name, part] for name, part in zip(NAMES, parts, strict=True)),
    ]


def weights(*typed: Value, parts: tuple[Value, ...] = ("", "", ""), basis: str = "") -> Rows:
    """A pool with drivers, TA 2025 alone, in B6:B8; the shares in B11:B13, the euros in B16:B18."""
    return [
        ["Vyörytettävä erä", POOL],
        ["Jakoperuste", basis or "Toimintavolyymi"],
        ["", "TA 2025"],
        ["Jaettava määrä", 100],
        ["Jakoperuste"],
        *([name, weight] for name, weight in zip(NAMES, typed, strict=True)),
        [],
        ["Osuus %"],
        *([name, ""] for name in NAMES),
        [],
        ["Vyörytetty €"],
        *([name, part] for name, part in zip(NAMES, parts, strict=True)),
    ]


def area(name: str, *lines: list[Value], expenses: float = -1000) -> Rows:
    return [
        [f"VASTUUALUE: {name}"],
        ["", "TA 2025", "TP 2025"],
        ["Toimintamenot", expenses, expenses],
        ["Toimintatulot", 0, 0],
        *lines,
    ]


def book(pool: Rows, **areas: Rows) -> TableBook:
    sheets = {"Vyörytys": pool, **{name: area(name) for name in NAMES}, **areas}
    return TableBook.of(*(TableGrid.of(name, *rows) for name, rows in sheets.items()))


def worst(pool: Rows, **areas: Rows) -> list[Finding]:
    return [one for one in check(book(pool, **areas)).findings if one.severity.value != "info"]


def only(pool: Rows, **areas: Rows) -> Finding:
    (finding,) = worst(pool, **areas)
    return finding


def test_two_shares_alone_leave_the_third_unassigned_and_name_who_has_none() -> None:
    finding = only(shares(54.0, "", 8.4))
    assert (finding.code, finding.severity.value) == ("allocation_shares_lacking", "error")
    assert (finding.sheet, finding.cell, finding.period) == ("Vyörytys", "B6", "TA 2025")
    assert (finding.found, finding.expected) == (Decimal("62.4"), 100)
    assert finding.message == (
        "Johtamisen kustannukset, TA 2025: osuuksien summa on 62,4\u00a0%, joten 37,6 % on "
        "jakamatta. Ilman osuutta: Työllisyys. Euroja ei jaettu. Kirjoita puuttuva osuus."
    )


def test_an_area_that_is_not_on_the_list_has_none_either() -> None:
    rows = shares(54.0, "", 8.4)
    finding = only([*rows[:5], rows[6]])
    assert finding.facts["receivers"] == ["Työllisyys"]
    assert finding.facts["unassigned"] == Decimal("37.6")


def test_nothing_is_divided_by_shares_that_do_not_sum() -> None:
    assert refresh(book(shares(54.0, "", 8.4))).edits == ()


def test_shares_that_lack_something_though_all_have_one_are_told_of() -> None:
    finding = only(shares(54.0, 37.5, 8.4))
    assert (finding.code, finding.facts["unassigned"]) == ("allocation_shares_sum", Decimal("0.1"))


def test_shares_over_a_hundred_are_told_of() -> None:
    finding = only(shares(54.0, 40.0, 8.4))
    assert (finding.code, finding.facts["unassigned"]) == ("allocation_shares_over", Decimal("2.4"))
    assert "2,4 prosenttiyksikköä liikaa" in finding.message


def test_shares_that_sum_need_no_share_for_every_area() -> None:
    assert worst(shares(54.0, "", 46.0)) == []


def test_agreed_shares_divide_the_amount() -> None:
    edits = refresh(book(shares(54.0, 37.6, 8.4))).edits
    assert [(edit.cell, edit.new, edit.area) for edit in edits] == [
        ("B10", 216000, "Asuminen"),
        ("B11", 150400, "Työllisyys"),
        ("B12", 33600, "Markkinointi"),
    ]
    assert {(edit.line, edit.period) for edit in edits} == {("ALLOCATED_COSTS", "TA 2025")}


def test_shares_kept_as_fractions_are_per_cent() -> None:
    tables = book(shares(0.54, 0.376, 0.084))
    grid = tables.grids["Vyörytys"]
    formats = {Address(row, 2): "0.0%" for row in (5, 6, 7)}
    tables.grids["Vyörytys"] = replace(grid, formats=formats)
    assert [edit.new for edit in refresh(tables).edits] == [216000, 150400, 33600]


def test_a_wrong_part_is_an_error_in_its_place() -> None:
    finding = only(shares(54.0, 37.6, 8.4, parts=(216000, 150400, 36300)))
    assert (finding.code, finding.cell, finding.area) == (
        "allocation_part",
        "B12",
        "Markkinointi",
    )
    assert (finding.found, finding.expected) == (36300, 33600)
    assert "Korjaa solu B12" in finding.message


def test_parts_rounded_each_for_itself_are_a_matter_of_rounding() -> None:
    (finding,) = worst(weights(1, 1, 1, parts=(33, 33, 33)))
    assert (finding.code, finding.severity.value, finding.cell) == (
        "allocation_part_rounding",
        "rounding",
        "B16",
    )


def test_a_part_a_whole_unit_from_its_quota_is_an_error() -> None:
    (finding, *_) = worst(weights(1, 1, 1, parts=(35, 33, 32)))
    assert (finding.code, finding.found) == ("allocation_part", 35)


def test_a_missing_driver_is_refused_by_name() -> None:
    finding = only(weights(1, "", 3))
    assert (finding.code, finding.cell) == ("allocation_driver_missing", "B7")
    assert "Työllisyys" in finding.message
    assert refresh(book(weights(1, "", 3))).edits == ()


def test_a_negative_driver_is_refused_by_name() -> None:
    finding = only(weights(1, 2, -3))
    assert (finding.code, finding.cell, finding.facts["receivers"]) == (
        "allocation_driver_negative",
        "B8",
        ["Markkinointi"],
    )


def test_drivers_that_are_all_zero_are_refused() -> None:
    assert only(weights(0, 0, 0)).code == "allocation_drivers_zero"


def test_no_driver_at_all_is_told_of_and_makes_printed_parts_unverifiable() -> None:
    (told,) = [one for one in check(book(weights("", "", ""))).findings if one.area == POOL]
    assert (told.code, told.severity.value) == ("allocation_drivers_absent", "info")
    printed = only(weights("", "", "", parts=(54, 38, 8)))
    assert (printed.code, printed.severity.value) == ("allocation_drivers_absent", "unverifiable")


def test_the_areas_own_figures_are_drivers_where_the_basis_names_their_line() -> None:
    own = {name: area(name, expenses=-1000 * i) for i, name in enumerate(NAMES, 2)}
    edits = refresh(book(weights("", "", "", basis="Toimintamenot"), **own)).edits
    assert [edit.new for edit in edits] == [22.2, 22, 33.3, 33, 44.5, 45]


def test_a_typed_driver_wins_over_the_areas_own_figure() -> None:
    edits = refresh(book(weights(0, "", "", basis="Toimintamenot"))).edits
    assert [(edit.cell, edit.new) for edit in edits if edit.cell > "B15"] == [
        ("B16", 0),
        ("B17", 50),
        ("B18", 50),
    ]


def test_drivers_and_agreed_shares_together_are_a_contradiction() -> None:
    rows = [*weights(1, 2, 3), [], ["Kiinteä osuus %"], [NAMES[0], 100.0]]
    assert only(rows).code == "allocation_two_bases"


def test_an_unreadable_driver_is_told_of_once_and_nothing_is_divided() -> None:
    finding = only(weights(1, "noin 2 t", 3))
    assert (finding.code, finding.cell) == ("unreadable", "B7")


def test_printed_euros_without_an_amount_cannot_be_verified() -> None:
    found = worst(shares(54.0, 37.6, 8.4, amount="", parts=(5, "", "")))
    assert [(one.code, one.cell) for one in found] == [("allocation_unknown", "B10")]


def test_a_figure_with_two_places_leaves_the_pool_as_it_is() -> None:
    rows = shares(54.0, 37.6, 8.4)
    rows.insert(5, ["Asuminen", 50.0])
    finding = only(rows)
    assert (finding.code, finding.cell, finding.related[0].cell) == (
        "allocation_place_twice",
        "B5",
        "B6",
    )
    assert refresh(book(rows)).edits == ()


def circle(*, of: str = "TA 2025") -> Rows:
    return [
        ["Vyörytettävä erä", "Tietohallinto"],
        ["", of],
        ["Jaettava määrä", 100],
        ["Jakoperuste"],
        ["Johtaminen", 1],
        ["Asuminen", 1],
        [],
        ["Vyörytettävä erä", "Johtaminen"],
        ["", of],
        ["Jaettava määrä", 100],
        ["Jakoperuste"],
        ["Tietohallinto", 1],
        ["Asuminen", 1],
        ["Vyörytetty €"],
        ["Asuminen", ""],
    ]


def test_a_circle_is_refused_by_name() -> None:
    finding = only(circle())
    assert (finding.code, finding.period) == ("allocation_circle", "TA 2025")
    assert finding.facts["pools"] in {
        "Tietohallinto → Johtaminen → Tietohallinto",
        "Johtaminen → Tietohallinto → Johtaminen",
    }
    assert refresh(book(circle())).edits == ()


def test_two_pools_of_one_name_are_refused() -> None:
    rows = [*shares(54.0, 37.6, 8.4), [], *shares(54.0, 37.6, 8.4)]
    assert {one.code for one in worst(rows)} == {"allocation_pool_twice"}


def test_what_an_undivided_pool_would_give_leaves_the_next_untouched() -> None:
    rows = [
        ["Vyörytettävä erä", "Tietohallinto"],
        ["", "TA 2025"],
        ["Jaettava määrä", 100],
        ["Jakoperuste"],
        ["Johtaminen", 1],
        ["Asuminen", -1],
        [],
        ["Vyörytettävä erä", "Johtaminen"],
        ["", "TA 2025"],
        ["Jaettava määrä", 100],
        ["Saatu muilta eriltä", ""],
        ["Jakoperuste"],
        ["Asuminen", 1],
        ["Vyörytetty €"],
        ["Asuminen", 777],
    ]
    assert only(rows).code == "allocation_driver_negative"
    assert refresh(book(rows)).edits == ()


def test_a_pool_may_be_listed_where_it_receives_nothing() -> None:
    rows = circle()
    rows[11] = ["Tietohallinto", "-"]
    assert worst(rows) == []
    assert [edit.new for edit in refresh(book(rows)).edits] == [150]


def test_sums_are_held_against_the_pool() -> None:
    rows = [
        *shares(54.0, 37.6, 8.4, parts=(216000, 150400, 33600)),
        ["Yhteensä", 410000],
        ["Ero", 5],
    ]
    found = [(one.code, one.cell, one.expected) for one in worst(rows)]
    assert found == [("allocation_sum", "B13", 400000), ("allocation_left", "B14", 0)]


def test_a_sum_that_follows_from_a_wrong_part_is_not_told_again() -> None:
    rows = [
        *shares(54.0, 37.6, 8.4, parts=(216000, 150400, 36300)),
        ["Yhteensä", 402700],
        ["Ero", -2700],
    ]
    assert only(rows).cell == "B12"


def line(label: str, ta: Value = "", tp: Value = "") -> dict[str, Rows]:
    return {"Markkinointi": area("Markkinointi", [label, ta, tp])}


def test_an_area_shows_its_share_and_its_euros() -> None:
    pool = shares(54.0, 37.6, 8.4, parts=(216000, 150400, 33600))
    edits = refresh(book(pool, **line("Osuus johtamisen kustannuksista %"))).edits
    assert [(edit.sheet, edit.cell, edit.new) for edit in edits] == [("Markkinointi", "B5", 8.4)]
    edits = refresh(book(pool, **line("Vyörytetyt kustannukset €"))).edits
    assert [(edit.sheet, edit.cell, edit.new) for edit in edits] == [("Markkinointi", "B5", 33600)]


def test_an_areas_wrong_share_is_an_error_on_its_sheet() -> None:
    pool = shares(54.0, 37.6, 8.4, parts=(216000, 150400, 33600))
    finding = only(pool, **line("Osuus johtamisen kustannuksista %", 9.4))
    assert (finding.code, finding.sheet, finding.cell) == (
        "allocation_share",
        "Markkinointi",
        "B5",
    )
    assert finding.line == "ALLOCATED_COSTS.share_percent"
    assert "osuus jaettavista kustannuksista: taulukossa 9,4\u00a0%" in finding.message


def test_an_area_that_prints_what_a_wrong_table_says_is_not_told_again() -> None:
    pool = shares(54.0, 37.6, 8.4, parts=(216000, 150400, 36300))
    assert only(pool, **line("Vyörytetyt kustannukset €", 36300)).sheet == "Vyörytys"


def test_a_period_that_is_not_divided_cannot_be_verified() -> None:
    pool = shares(54.0, 37.6, 8.4, parts=(216000, 150400, 33600))
    finding = only(pool, **line("Vyörytetyt kustannukset €", 33600, 30000))
    assert (finding.code, finding.cell) == ("allocation_unknown", "C5")


def test_lines_without_any_pool_cannot_be_verified() -> None:
    tables = TableBook.of(
        TableGrid.of("Alue 1", *area("Asuminen", ["Osuus johtamisen kustannuksista %", 54.0]))
    )
    (finding,) = check(tables).findings
    assert (finding.code, finding.severity.value) == ("allocation_unknown", "unverifiable")


@pytest.mark.parametrize("label", ["Vyörytetyt kustannukset, 1 000 €", "Vyörytetyt kustannukset"])
def test_euros_are_written_in_the_unit_of_the_row(label: str) -> None:
    pool = shares(54.0, 37.6, 8.4, parts=(216000, 150400, 33600))
    edits = refresh(book(pool, **line(label))).edits
    assert [edit.new for edit in edits] == [34 if "1 000" in label else 33600]


def test_a_published_period_is_checked_and_never_changed() -> None:
    tables = book(shares(54.0, 37.6, 8.4, parts=(1, 2, 3)))
    settings = TableGrid.of("Perustiedot", ["Kausi", "Lukittu"], ["TA 2025", "kyllä"])
    tables.grids["Perustiedot"] = settings
    assert refresh(tables).edits == ()
    assert [one.code for one in check(tables).findings if one.severity.value == "error"] == [
        "allocation_part"
    ] * 3


def test_a_formula_is_checked_and_never_changed() -> None:
    tables = book(shares(54.0, 37.6, 8.4, parts=(216000, 150400, 1)))
    grid = tables.grids["Vyörytys"]
    tables.grids["Vyörytys"] = replace(grid, formulas=frozenset({Address(12, 2)}))
    assert refresh(tables).edits == ()
    assert [one.cell for one in check(tables).findings if one.severity.value == "error"] == ["B12"]


def test_values_of_formulas_are_unknown_while_they_await_recalculation() -> None:
    tables = book(shares(54.0, 37.6, 8.4, parts=(216000, 150400, 1)))
    grid = tables.grids["Vyörytys"]
    tables.grids["Vyörytys"] = replace(grid, formulas=frozenset({Address(12, 2), Address(3, 2)}))
    tables.awaits_recalculation = True
    assert check(tables).findings == ()
    assert refresh(tables).edits == ()


def flows(*rows: list[Value]) -> Rows:
    pool = shares(54.0, 37.6, 8.4, parts=(216000, 150400, 33600))
    return [*pool, [], ["Kausi", "Mistä", "Mihin", "Osuus %", "Vyörytetty €"], *rows]


def test_the_list_of_flows_is_computed() -> None:
    rows = flows(*(["TA 2025", POOL, name] for name in NAMES))
    assert [(edit.cell, edit.new) for edit in refresh(book(rows)).edits] == [
        ("D15", 54),
        ("E15", 216000),
        ("D16", 37.6),
        ("E16", 150400),
        ("D17", 8.4),
        ("E17", 33600),
    ]


def test_a_flow_that_the_list_lacks_is_told_of() -> None:
    rows = flows(*(["TA 2025", POOL, name, "", ""] for name in NAMES[:2]))
    absent = [one for one in check(book(rows)).findings if one.code == "allocation_flow_absent"]
    assert [one.area for one in absent] == ["Markkinointi"]


def test_a_flow_to_nobody_is_an_error() -> None:
    rows = flows(
        *(["TA 2025", POOL, name, "", ""] for name in NAMES), ["TA 2025", POOL, "X", "", 5]
    )
    finding = only(rows)
    assert (finding.code, finding.cell, finding.area) == ("allocation_flow", "E18", "X")
