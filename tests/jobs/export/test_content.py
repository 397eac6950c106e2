from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import pytest
from tests.grids import TableBook, TableGrid

from tpxl.jobs.export.areas import areas_of
from tpxl.jobs.export.choices import Choices
from tpxl.jobs.export.content import ReportSource, area_report
from tpxl.jobs.export.report import AreaReport, OtherTable, Paragraph
from tpxl.layout import survey
from tpxl.messages import catalogue
from tpxl.model import Address, Block, Value

HEAD: list[list[Value]] = [["VASTUUALUE: Katu"], ["TOIMIELIN: TEKNINEN LAUTAKUNTA"], []]
ECONOMY: list[list[Value]] = [
    ["6. Talouden tunnusluvut"],
    ["Tunnusluku", "TP 2024", "TA 2025", "TP 2025"],
    ["Toimintamenot", -2852036.0, -3333280.0, -2808498.0],
    ["Toimintatulot", 1109406.0, 1326790.0, 1183920.0],
    ["Toimintakate", -1742630.0, -2006490.0, -1624578.0],
]
STAFF: list[list[Value]] = [
    ["7. Toiminnan tunnusluvut"],
    ["", "TP 2024", "TA 2025", "TP 2025"],
    ["Henkilöstömenot €", -753029, "", -693004],
    ["Muutos %", "", "", -8.0],
    ["Palvelujen ostot €", 0, "n. 5", -5],
    ["Muutos %", "", "", ""],
]
GOALS: list[list[Value]] = [
    ["3. Kaupunkistrategian 2025-2030 painopisteistä johdetut tavoitteet"],
    ["(5 painopistettä, jokaisesta yksi tavoite)"],
    ["HYVÄ JA SUJUVA ARKI"],
    ["Tavoite", "Toimenpiteet", "Mittarit", "TP 2025"],
    ["Sujuva lupa", "Ohje", "30 pv", "28 pv"],
    [],
    ["VAKAA TALOUS"],
    ["Tavoite", "Toimenpiteet", "Mittarit", "TP 2025"],
    ["Talous pysyy raamissa", "Seuranta", "Toteuma", ""],
    [],
    ["5. Vuoden 2025 tuottavuustoimenpiteet"],
    ["Tuottavuustoimenpide/Hanke", "Tulokset", "Mittarit/Arviointi", "TP 2025"],
    ["1. Kaavat verkkoon", "Sivut", "Palaute", "Kartta"],
    ["2. Tontit myyntiin", "Kaupat", "Määrä", "Viisi"],
    [],
]


def read(*rows: list[Value], settings: Mapping[str, Value] | None = None) -> AreaReport:
    grid = TableGrid.of("Katu", *rows)
    return read_grid(grid, settings=settings)


def read_grid(
    grid: TableGrid, *others: TableGrid, settings: Mapping[str, Value] | None = None
) -> AreaReport:
    typed: list[list[Value]] = [["Menojen etumerkki", "negatiivinen"]]
    typed += [[label, value] for label, value in (settings or {}).items()]
    book = TableBook.of(grid, *others, TableGrid.of("Perustiedot", *typed))
    found = survey(book)
    source = ReportSource(book, found, Choices.of(found.settings), catalogue("fi"))
    return area_report(areas_of(found, book.sheets)[0], source)


def test_the_sheet_s_own_board_wins_in_the_settings_spelling_where_it_is_the_same() -> None:
    assert read(*HEAD, *ECONOMY).board == "TEKNINEN LAUTAKUNTA"
    assert read(*HEAD, *ECONOMY, settings={"Toimielin": "Tekninen lautakunta"}).board == (
        "Tekninen lautakunta"
    )
    other = read(*HEAD[:1], *ECONOMY, settings={"Lautakunta": "Elinvoimalautakunta"})
    assert other.board == "Elinvoimalautakunta"


def test_an_area_s_own_board_among_the_settings_wins_over_its_sheet() -> None:
    grid = TableGrid.of("Katu", *HEAD, *ECONOMY)
    columns: list[list[Value]] = [
        ["Toimielin", "Elinvoimalautakunta"],
        ["Vastuualue", "Desimaalit €/asukas", "Toimielin"],
        ["KATU", 0.0, "Katulautakunta"],
    ]
    book = TableBook.of(grid, TableGrid.of("Perustiedot", *columns))
    found = survey(book)
    source = ReportSource(book, found, Choices.of(found.settings), catalogue("fi"))
    assert area_report(areas_of(found, book.sheets)[0], source).board == "Katulautakunta"


def test_city_meeting_and_year_come_from_the_settings() -> None:
    typed = {"Kaupunki": "Kemijärvi", "Kokouspäivä": 46079.0, "Tilivuosi": 2025.0}
    report = read(*HEAD, *ECONOMY, settings=typed)
    assert (report.city, report.meeting, report.year) == ("Kemijärvi", "26.2.2026", 2025)
    bare = read(*HEAD, *ECONOMY)
    assert (bare.city, bare.meeting, bare.year) == (None, None, 2025)


def test_running_text_becomes_paragraphs_and_lists() -> None:
    text = "Alue hoitaa kadut.\r\n• suunnittelu\n- kunnossapito\n\n−5 % ei ole luettelo"
    report = read(*HEAD, ["1. Toiminta-ajatus"], [text], ["", "Oikealla"], [], *ECONOMY)
    assert report.section(1).paragraphs == (
        Paragraph("Alue hoitaa kadut."),
        Paragraph("suunnittelu", is_item=True),
        Paragraph("kunnossapito", is_item=True),
        Paragraph("−5 % ei ole luettelo"),
        Paragraph("Oikealla"),
    )


def test_goals_are_parted_by_focus_area_and_numbers_are_kept() -> None:
    report = read(*HEAD, *GOALS, *ECONOMY)
    strategic = report.section(3)
    assert [block.focus for block in strategic.goals] == ["HYVÄ JA SUJUVA ARKI", "VAKAA TALOUS"]
    assert strategic.paragraphs == (Paragraph("(5 painopistettä, jokaisesta yksi tavoite)"),)
    assert strategic.goals[1].rows[0].texts["outcome"] is None
    productivity = report.section(5).goals[0]
    assert productivity.headings["goal"] == "Tuottavuustoimenpide/Hanke"
    assert [row.texts["goal"] for row in productivity.rows] == [
        "1. Kaavat verkkoon",
        "2. Tontit myyntiin",
    ]
    assert not strategic.notes
    assert not report.section(5).notes


def test_a_section_that_is_not_on_the_sheet_has_its_name_and_nothing_else() -> None:
    section = read(*HEAD, *ECONOMY).section(8)
    assert section.heading == "8. Sisäinen valvonta ja riskienhallinta"
    assert section.is_empty


def test_figures_are_rounded_as_printed_and_keep_their_order() -> None:
    report = read(*HEAD, *ECONOMY, [], *STAFF)
    block = report.section(6).figures[0]
    assert block.corner == "Tunnusluku"
    assert block.periods == ("TP 2024", "TA 2025", "TP 2025")
    assert block.lines[2].values == tuple(map(Decimal, (-1742630, -2006490, -1624578)))
    assert [line.label for line in report.section(7).figures[0].lines] == [
        "Henkilöstömenot €",
        "Muutos %",
        "Palvelujen ostot €",
        "Muutos %",
    ]


def test_an_empty_place_is_a_dash_where_it_is_right_and_nothing_where_it_is_not() -> None:
    lines = read(*HEAD, *ECONOMY, [], *STAFF).section(7).figures[0].lines
    assert lines[0].values[1] is None
    assert lines[1].values == ("–", "–", Decimal("-8.0"))
    assert lines[2].values == (Decimal(0), "n. 5", Decimal(-5))
    assert lines[3].values == ("–", "–", "–")


def test_a_change_that_could_be_computed_is_not_filled_in() -> None:
    rows = [*STAFF[:3], ["Muutos %", "", "", ""], ["Palvelujen ostot €", -1, -2, -3]]
    lines = read(*HEAD, *ECONOMY, [], *rows).section(7).figures[0].lines
    assert lines[1].values == ("–", "–", None)


def test_notes_stand_under_the_table_they_stand_under() -> None:
    report = read(
        *HEAD,
        *ECONOMY,
        ["TA 2025 menoissa on 54,0 % johtamisen kustannuksista."],
        [],
        *STAFF,
        ["TA 2025 vrt. TA 2024 ja TP 2025 vrt. TP 2024"],
    )
    assert report.section(6).notes == ("TA 2025 menoissa on 54,0 % johtamisen kustannuksista.",)
    assert report.section(7).notes == ("TA 2025 vrt. TA 2024 ja TP 2025 vrt. TP 2024",)


def test_a_share_under_the_table_keeps_its_period() -> None:
    rows = [*ECONOMY, ["Osuus johtamisen kustannuksista %", "", 54.0, ""]]
    grid = TableGrid.of("Katu", *HEAD, *rows)
    at = Address(len(HEAD) + len(rows), 3)
    report = read_grid(replace(grid, formats={at: "0.0"}))
    line = report.section(6).figures[0].lines[-1]
    assert line.label == "Osuus johtamisen kustannuksista %"
    assert line.values == ("–", Decimal("54.0"), "–")
    assert not report.section(6).others


def test_another_table_of_the_section_is_carried_over_as_it_stands() -> None:
    grid = TableGrid.of(
        "Katu", *HEAD, *ECONOMY, [], ["Kohde", "Päivä", "Summa"], ["Katu", 46079, -1234.5]
    )
    at = Address(len(HEAD) + len(ECONOMY) + 3, 2)
    report = read_grid(replace(grid, formats={at: "d.m.yyyy"}))
    assert report.section(6).others == (
        OtherTable((("Kohde", "Päivä", "Summa"), ("Katu", "26.2.2026", Decimal("-1234.5")))),
    )


def test_one_row_of_several_cells_is_a_line_of_text() -> None:
    report = read(*HEAD, *ECONOMY, [], ["Valmistelija:", "N. N.", 0.5, True])
    assert report.section(6).notes == ("Valmistelija:  N. N.  0,5  kyllä",)


def test_a_heading_within_a_table_stays_in_its_place() -> None:
    rows = [*ECONOMY[:3], ["josta sisäiset:"], *ECONOMY[3:]]
    lines = read(*HEAD, *rows).section(6).figures[0].lines
    assert [line.label for line in lines][:2] == ["Toimintamenot", "josta sisäiset:"]
    assert set(lines[1].values) == {"\u00a0"}


def test_columns_beside_the_periods_are_part_of_the_table() -> None:
    rows: list[list[Value]] = [
        ["6. Talouden tunnusluvut"],
        ["Tunnusluku", "TA 2025", "TP 2025", "Poikkeama", "Tot-%", "", "muuta"],
        ["Toimintamenot", -100, -95, 5, 95.0],
        ["Toimintatulot", 10, 12, 2, 120.5],
        ["Toimintakate", -90, -83, 7, 92.2],
        ["Osuus %", "", 4, "", ""],
    ]
    section = read(*HEAD, *rows).section(6)
    block = section.figures[0]
    assert block.periods == ("TA 2025", "TP 2025", "Poikkeama", "Tot-%")
    assert [str(value) for value in block.lines[1].values] == ["10", "12", "2", "120.5"]
    assert block.lines[3].values == ("–", Decimal(4), "–", "–")
    assert section.notes == ("muuta",)
    assert section.chart is not None
    assert section.chart.periods == ("TA 2025", "TP 2025")


def test_the_unit_of_thousands_is_said() -> None:
    rows: list[list[Value]] = [["1 000 €"], *ECONOMY[1:]]
    block = read(*HEAD, ["6. Talouden tunnusluvut"], *rows).section(6).figures[0]
    assert block.corner == "Tunnusluku (1\u00a0000\u00a0€)"
    said = [["6. Talouden tunnusluvut"], ["1 000 €", *ECONOMY[1][1:]], *ECONOMY[2:]]
    assert read(*HEAD, *said).section(6).figures[0].corner == "1 000 €"


def test_a_table_with_a_period_twice_is_printed_as_it_stands() -> None:
    rows = [["6. Talouden tunnusluvut"], ["", "TP 2025", "TP 2025"], *ECONOMY[2:4]]
    section = read(*HEAD, *[row[:3] for row in rows]).section(6)
    assert not section.figures
    assert section.others[0].rows[0] == ("TP 2025", "TP 2025") or section.others[0].rows[0] == (
        None,
        "TP 2025",
        "TP 2025",
    )
    assert section.chart is None


def test_a_sheet_without_headings_is_dealt_out_by_its_lines() -> None:
    prose = "Tämä alue hoitaa kaupungin kadut, puistot, ladut ja uimarannat ympäri vuoden."
    report = read(["Katu"], [prose], [], *ECONOMY[1:], ["Huomautus"], [], *STAFF[1:], ["Lopuksi"])
    assert [one.number for one in report.sections if one.figures] == [6, 7]
    assert report.section(1).paragraphs == (Paragraph(prose),)
    assert report.section(6).notes == ("Huomautus",)
    assert report.section(7).notes == ("Lopuksi",)


def test_goals_on_a_sheet_of_their_own_belong_to_the_area() -> None:
    figures = TableGrid.of("Katu", *HEAD, *ECONOMY)
    goals = TableGrid.of("Katu tavoitteet", ["VASTUUALUE: Katu"], [], *GOALS)
    report = read_grid(figures, goals)
    assert len(report.section(3).goals) == 2
    assert len(report.section(5).goals[0].rows) == 2


def test_an_area_with_goals_and_no_figures_is_an_area() -> None:
    report = read(*HEAD, *GOALS)
    assert report.area == "Katu"
    assert len(report.section(3).goals) == 2
    assert report.section(6).is_empty
    assert report.year is None


def test_the_choices_of_periods_and_decimals_are_followed() -> None:
    typed = {
        "Vietävät kaudet": "TP 2025; TA 2025",
        "Viennin desimaalit €": 2.0,
        "Viennin desimaalit %": 0.0,
    }
    report = read(*HEAD, *ECONOMY, [], *STAFF, settings=typed)
    block = report.section(6).figures[0]
    assert block.periods == ("TA 2025", "TP 2025")
    assert str(block.lines[0].values[0]) == "-3333280.00"
    assert report.section(7).figures[0].lines[1].values == ("–", Decimal(-8))


def test_chosen_periods_that_are_not_there_hide_nothing() -> None:
    report = read(*HEAD, *ECONOMY, settings={"Vietävät kaudet": "TP 1999"})
    assert len(report.section(6).figures[0].periods) == 3


def test_the_area_s_decimals_per_resident_are_followed() -> None:
    grid = TableGrid.of("Katu", *HEAD, *ECONOMY, ["Toimintakate €/asukas", -239.9, -291, -235])
    settings = TableGrid.of("Alueet", ["Vastuualue", "Desimaalit €/asukas"], ["Katu", 1])
    line = read_grid(grid, settings).section(6).figures[0].lines[-1]
    assert [str(value) for value in line.values] == ["-239.9", "-291.0", "-235.0"]


def test_the_chart_tells_the_margin_against_the_budget() -> None:
    chart = read(*HEAD, *ECONOMY).section(6).chart
    assert chart is not None
    assert chart.title.replace("\u00a0", " ") == (
        "Toimintakate TP 2025: −1 624 578 €, 381 912 € parempi kuin TA 2025"
    )
    assert "toimintakate kausilta TP 2024–TP 2025" in chart.description
    assert (chart.line, chart.first, chart.unit) == (2, 0, "€")
    assert chart.is_actual == (True, False, True)


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ((-5, -10, -12), "2 € heikompi kuin TA 2025"),
        ((-5, -10, -10), "sama kuin TA 2025"),
        ((-5, "", -4), None),
        (("", -10, -9), "1 € parempi kuin TA 2025"),
        ((-5, -10, "x"), "TP 2024: −5 €"),
    ],
)
def test_the_chart_s_finding_fits_what_is_there(
    values: tuple[Value, ...], said: str | None
) -> None:
    rows = [*ECONOMY[:2], ["Toimintamenot", "", "", ""], ["Toimintakate", *values]]
    chart = read(*HEAD, *rows, ["Toimintatulot", "", "", ""]).section(6).chart
    assert (chart is None) == (said is None)
    if chart is not None and said is not None:
        assert chart.title.replace("\u00a0", " ").endswith(said)


def test_without_a_margin_the_chart_shows_expenses_without_judging_them() -> None:
    chart = read(*HEAD, *ECONOMY[:4]).section(6).chart
    assert chart is not None
    assert chart.title.replace("\u00a0", " ") == "Toimintamenot TP 2025: −2 808 498 €"


def test_a_target_stands_with_its_indicator_and_a_focus_area_without_goals_is_seen() -> None:
    rows: list[list[Value]] = [
        ["3. Kaupunkistrategian painopisteistä johdetut tavoitteet"],
        ["Painopiste", "Tavoite", "Toimenpiteet", "Mittarit", "Tavoitetaso", "TP 2025"],
        ["HYVÄ ARKI", "Sujuva lupa", "Ohje", "Käsittelyaika", "30 pv", "28 pv"],
        ["VAKAA TALOUS", "", "", "", "", ""],
        [],
    ]
    blocks = read(*HEAD, *rows, *ECONOMY).section(3).goals
    assert [block.focus for block in blocks] == ["HYVÄ ARKI", "VAKAA TALOUS"]
    assert blocks[0].rows[0].texts["indicator"] == "Käsittelyaika\nTavoitetaso: 30 pv"


def test_a_goal_table_without_goals_is_a_table_all_the_same() -> None:
    rows: list[list[Value]] = [
        ["8. Sisäinen valvonta"],
        ["Tehtävä/Tavoite", "Toimenpide", "Mittarit/Arviointi", "TP 2025"],
        [],
    ]
    blocks = read(*HEAD, *rows, *ECONOMY).section(8).goals
    assert [block.rows for block in blocks] == [()]


def test_texts_that_no_goal_took_are_not_lost() -> None:
    grid = TableGrid.of(
        "Katu",
        *HEAD,
        ["5. Tuottavuustoimenpiteet"],
        ["Tavoite", "Toimenpiteet", "Mittarit", "TP 2025"],
        ["1. Kaavat", "Sivut", "Palaute", "Kartta"],
        [],
        *ECONOMY,
    )
    merged = replace(grid, merged=(Block(6, 1, 6, 1),))
    report = read_grid(merged)
    everything = str(report)
    for value in merged.cells.values():
        if isinstance(value, str) and "VASTUUALUE" not in value:
            assert value.removeprefix("TOIMIELIN: ") in everything, value
