import datetime as dt

from tests.grids import TableGrid

from tpxl.layout.settings import locate_settings
from tpxl.model import Period, PeriodKind, Settings, Value
from tpxl.terms import is_known

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
