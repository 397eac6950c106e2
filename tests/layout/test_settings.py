import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.grids import TableGrid

from tpxl.layout.settings import locate_settings
from tpxl.messages import phrase
from tpxl.messages.catalogue import LANGUAGES
from tpxl.model import Address, CellError, Period, PeriodKind, Settings, Severity, Value
from tpxl.terms import fold
from tpxl.terms.known import is_known
from tpxl.terms.settings import RANGES

TP25 = Period(PeriodKind.ACTUAL, 2025)
TA25 = Period(PeriodKind.BUDGET, 2025)


def settings(*rows: list[Value]) -> Settings | None:
    grid = TableGrid.of("Perustiedot", *rows, top=4, left=2)
    return locate_settings(grid, tuple(grid.texts(is_known)))


def test_residents_are_found_down_a_column_with_what_is_typed_beside_them() -> None:
    found = settings(
        ["Kausi", "Asukasluku", "Päivä", "Tila", "Lähde", "Lukittu"],
        ["TP 2025", 6920, "31.12.2025", "arvio", "laskelma", "ei"],
        ["TA 2025", "6 900", 45657, "suunnitteluluku", "", "x"],
        ["yhteensä", 1],
    )
    assert found is not None
    tp, ta = found.residents_typed
    assert (tp.period, tp.number, tp.date, tp.status, tp.source) == (
        TP25,
        6920,
        dt.date(2025, 12, 31),
        "arvio",
        "laskelma",
    )
    assert (ta.number, ta.date) == (6900, dt.date(2024, 12, 31))
    assert found.locked == {TP25: False, TA25: True}


def test_residents_are_found_across_a_row() -> None:
    found = settings(
        ["Kausi", "TP 2025", "TA 2025"], ["Asukasluku", 6920, 6900], ["Lukittu", "", "kyllä"]
    )
    assert found is not None
    assert [(one.period, one.number) for one in found.residents_typed] == [
        (TP25, 6920),
        (TA25, 6900),
    ]
    assert found.locked == {TA25: True}


def test_a_period_or_an_area_without_a_number_has_its_place_too() -> None:
    found = settings(
        ["Kausi", "Asukasluku", "Tila"],
        ["TP 2025", 6920, "arvio"],
        ["TP 2026"],
        ["", "", ""],
        ["Vastuualue", "Desimaalit €/asukas"],
        ["Kirjasto"],
    )
    assert found is not None
    told = [(one.of, {n: at.a1 for n, at in one.cells.items()}) for one in found.records]
    assert told == [
        (TP25, {"period": "B5", "residents": "C5", "status": "D5"}),
        (Period(PeriodKind.ACTUAL, 2026), {"period": "B6", "residents": "C6", "status": "D6"}),
        ("Kirjasto", {"area": "B9", "decimals": "C9"}),
    ]
    assert all(one.is_row and one.sheet == "Perustiedot" for one in found.records)


def test_records_across_are_columns() -> None:
    found = settings(["Kausi", "TP 2025", "TP 2026"], ["Asukasluku", 6920])
    assert found is not None
    assert [(str(one.of), one.cells["residents"].a1, one.is_row) for one in found.records] == [
        ("TP 2025", "C5", False),
        ("TP 2026", "D5", False),
    ]


def test_results_across_a_row_are_no_areas_and_no_settings() -> None:
    typed = TableGrid.of("Yhteenveto", ["Vastuualue", "6 Luvut"], ["Desimaalit €/asukas", 1])
    reckoned = replace(typed, formulas=frozenset({Address(2, 2)}))
    found = [locate_settings(grid, tuple(grid.texts(is_known))) for grid in (typed, reckoned)]
    assert found[0] is not None
    assert found[0].decimals_per_resident == {"6 luvut": 1}
    assert found[1] is None


def test_a_text_setting_has_its_place() -> None:
    found = settings(["Tilivuosi", 2025], ["Menojen etumerkki", "negatiivinen"])
    assert found is not None
    sheet, at = found.places["tilivuosi"]
    assert (found.texts["tilivuosi"], sheet, at.a1) == ("2025", "Perustiedot", "C4")


@pytest.mark.parametrize("unit", ["as.", "asukasta", "asukkaita", "hlö", "henkilöä", "as"])
def test_residents_may_stand_with_their_unit(unit: str) -> None:
    found = settings(
        ["Kausi", "Asukasluku"], ["TP 2025", f"6 920 {unit}"], ["TA 2025", "6 900 as."]
    )
    assert found is not None
    assert [one.number for one in found.residents_typed] == [6920, 6900]
    assert found.findings == ()


@pytest.mark.parametrize("head", ["Vuosi", "Kausi", "Year"])
@pytest.mark.parametrize("label", ["Väkiluku", "Asukasluku 1)", "Asukasmäärä 31.12."])
@pytest.mark.parametrize("year", [2025, "2025", 2025.0])
def test_residents_of_a_bare_year_are_those_at_its_end(head: str, label: str, year: Value) -> None:
    down = settings([head, label], [2024, 6944], [year, 6920])
    across = settings([head, 2024, year], [label, 6944, 6920])
    for found in (down, across):
        assert found is not None
        assert [one.period.year for one in found.residents_typed] == [2024, 2025]
        assert found.residents_typed[1].period == TP25


@pytest.mark.parametrize("year", ["2025 arvio", 25, 1.5, "vuosi", "2024-2025"])
def test_what_is_no_year_has_no_residents(year: Value) -> None:
    found = settings(["Vuosi", "Väkiluku"], [2024, 6944], [year, 6920])
    assert found is not None
    assert [one.number for one in found.residents_typed] == [6944]


def test_areas_end_at_an_empty_cell_and_keep_their_decimals() -> None:
    found = settings(
        ["Vastuualue", "Desimaalit €/asukas"],
        ["Asuminen ja ympäristö", 0],
        ["Kaupunkimarkkinointi", "1"],
        [],
        ["Menojen etumerkki", "positiivinen"],
    )
    assert found is not None
    assert found.area_names == ("Asuminen ja ympäristö", "Kaupunkimarkkinointi")
    assert found.decimals_per_resident == {"asuminen ja ympäristö": 0, "kaupunkimarkkinointi": 1}
    assert found.expenses_are_negative is False


def test_an_area_may_have_a_board_of_its_own() -> None:
    found = settings(
        ["Toimielin", "Kaupunginhallitus"],
        ["Vastuualue", "Desimaalit €/asukas", "Toimielin", "Vastuuhenkilö", "Sähköposti"],
        ["Kirjasto", 0, "Sivistyslautakunta", "N. N.", "n@kunta.example"],
        ["Katu", 0],
    )
    assert found is not None
    assert found.boards == {"kirjasto": "Sivistyslautakunta"}
    assert found.texts["toimielin"] == "Kaupunginhallitus"
    assert {*found.records[0].cells} == {"area", "decimals", "board", "person", "address"}


def test_the_sign_may_stand_under_its_label() -> None:
    found = settings(["Menot"], ["negatiivinen"])
    assert found is not None
    assert found.expenses_are_negative is True


def test_menot_beside_anything_else_is_no_setting() -> None:
    assert settings(["Menot", -500], ["Tulot", 400]) is None


def test_other_labels_are_kept_with_their_value() -> None:
    found = settings(["Menot", "negatiivinen"], ["Kaupunki:", "Kemijärvi"], ["Tilivuosi", 2025.0])
    assert found is not None
    assert found.texts["kaupunki"] == "Kemijärvi"
    assert found.texts["tilivuosi"] == "2025"


def test_a_date_that_is_none_is_left_out() -> None:
    found = settings(["Kausi", "Asukasluku", "Päivä"], ["TP 2025", 6920, "vuoden lopussa"])
    assert found is not None
    assert found.residents_typed[0].date is None


def test_a_remark_beside_an_emptied_value_is_no_value() -> None:
    found = settings(
        ["Menot", "negatiivinen"],
        ["Kaupunki", "Kemijärvi", "näkyy otsikossa"],
        ["Toimielin", "", "kirjoita lautakunnan nimi"],
    )
    assert found is not None
    assert found.texts["kaupunki"] == "Kemijärvi"
    assert "toimielin" not in found.texts


def test_residents_stand_under_other_words_too() -> None:
    grid = TableGrid.of("Tiedot", ["Vuosi", "Väkiluku"], ["TP 2024", 5000], ["TP 2025", 4900])
    found = locate_settings(grid, tuple(grid.texts(is_known)))
    assert found is not None
    assert [int(one.number) for one in found.residents_typed] == [5000, 4900]


def test_residents_may_be_a_row_among_the_key_figures() -> None:
    grid = TableGrid.of(
        "Alue 1",
        ["", "TP 2024", "TA 2025", "TP 2025"],
        ["Toimintakate", -100, -110, -120],
        ["Asukasluku 31.12.", 5000, "", 4900],
    )
    found = locate_settings(grid, tuple(grid.texts(is_known)))
    assert found is not None
    assert [
        (str(one.period), int(one.number), one.address.a1) for one in found.residents_typed
    ] == [
        ("TP 2024", 5000, "B3"),
        ("TP 2025", 4900, "D3"),
    ]
    assert found.texts == {}


def test_a_row_of_residents_needs_periods_above_it() -> None:
    grid = TableGrid.of("Alue 1", ["", "2024", "2025"], ["Asukasluku", 5000, 4900])
    assert locate_settings(grid, tuple(grid.texts(is_known))) is None


SLIPS: list[Value] = [6920, -1, 0.5, 7, 1e300, 1_000_000, "9" * 5000, "kaksi", CellError("#REF!")]


@pytest.mark.parametrize("typed", SLIPS)
def test_decimals_beyond_six_are_a_finding_at_their_cell_and_not_used(typed: Value) -> None:
    found = settings(["Vastuualue", "Desimaalit €/asukas"], ["Satama", typed], ["Kirjasto", 1])
    assert found is not None
    assert found.area_names == ("Satama", "Kirjasto")
    assert found.decimals_per_resident == {"kirjasto": 1}
    (finding,) = found.findings
    assert (finding.code, finding.severity) == ("setting_not_whole", Severity.ERROR)
    assert (finding.sheet, finding.cell) == ("Perustiedot", "C5")
    for lang in LANGUAGES:
        told = phrase(finding, lang)
        assert "C5" in told
        assert len(told) < 300


@pytest.mark.parametrize("typed", [0, -6920, 1e9, "6 920 as. vai 6 940", "9" * 40_000, True])
def test_residents_that_cannot_be_are_a_finding_at_their_cell_and_not_used(typed: Value) -> None:
    down = settings(["Kausi", "Asukasluku"], ["TP 2025", typed], ["TA 2025", 6900])
    across = settings(["Kausi", "TP 2025", "TA 2025"], ["Asukasluku", typed, 6900])
    for found, cell in ((down, "C5"), (across, "C5")):
        assert found is not None
        assert [one.period for one in found.residents_typed] == [TA25]
        assert [(one.code, one.cell) for one in found.findings] == [("setting_not_within", cell)]


def test_residents_among_the_key_figures_are_held_to_the_same() -> None:
    grid = TableGrid.of(
        "Alue 1",
        ["", "TP 2024", "TP 2025"],
        ["Toimintakate", -100, -120],
        ["Asukasluku 31.12.", 5_000_000_000, "-"],
    )
    found = locate_settings(grid, tuple(grid.texts(is_known)))
    assert found is not None
    assert found.residents_typed == ()
    assert [one.cell for one in found.findings] == ["B3"]


@given(
    label=st.sampled_from(sorted(RANGES)),
    number=st.integers(-(10**14), 10**14),
    is_text=st.booleans(),
)
def test_a_numeric_setting_is_used_within_its_range_alone(
    label: str,
    number: int,
    is_text: bool,  # noqa: FBT001  # drawn
) -> None:
    found = settings(["Menot", "negatiivinen"], [label, str(number) if is_text else number])
    assert found is not None
    allowed = RANGES[label]
    if allowed.low <= number <= allowed.high:
        assert found.texts[label] == str(number)
        assert found.findings == ()
    else:
        assert label not in found.texts
        assert [one.cell for one in found.findings] == ["C5"]


def test_a_limit_of_three_decimals_is_no_number_of_thousands() -> None:
    found = settings(["Menot", "negatiivinen"], ["Selitettävä muutos %", 1.333])
    assert found is not None
    assert found.texts["selitettävä muutos %"] == "1,333"


def test_a_column_headed_vuosi_is_no_financial_year() -> None:
    found = settings(["Menot", "negatiivinen"], ["Vuosi", "Väkiluku"], ["TP 2025", 6920])
    assert found is not None
    assert found.findings == ()
    assert found.residents_typed[0].number == Decimal(6920)


def test_an_empty_numeric_setting_is_no_finding() -> None:
    found = settings(["Menot", "negatiivinen"], ["Viennin desimaalit €", "-"], ["Tilivuosi", ""])
    assert found is not None
    assert found.findings == ()
    assert fold("Viennin desimaalit €") not in found.texts
