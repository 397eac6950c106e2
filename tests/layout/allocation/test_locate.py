import pytest
from tests.grids import TableBook, TableGrid

from tpxl.layout import survey
from tpxl.layout.allocation.locate import locate_allocations
from tpxl.layout.revision import revised
from tpxl.model import Edit, Period, PeriodKind, Value
from tpxl.model.allocation import Allocations
from tpxl.terms.allocation import AllocationWord as Word
from tpxl.terms.known import is_known

TA, TP = Period(PeriodKind.BUDGET, 2025), Period(PeriodKind.ACTUAL, 2025)
NOTE = "TA 2025: toimintamenoissa on 54,0 % johtamisen (lautakunta) kustannuksista, jaettuna."

AREA: list[list[Value]] = [
    ["VASTUUALUE: Asuminen"],
    ["", "TA 2025", "TP 2025"],
    ["Toimintamenot", -50, -60],
    ["Toimintatulot", 10, 20],
    ["Toimintakate", -40, -40],
    ["Osuus johtamisen kustannuksista %", 54.0, ""],
    ["Vyörytetyt kustannukset €", 216000, 221400],
    [NOTE],
]

POOL: list[list[Value]] = [
    ["Vyörytettävä erä", "Johtamisen kustannukset"],
    ["", "TA 2025", "TP 2025"],
    ["Jaettava määrä", 400000, 410000],
    ["Kiinteä osuus %"],
    ["Asuminen", 54.0, 54.0],
    ["Vyörytetty €"],
    ["Asuminen", 216000, 221400],
    [],
    ["Kausi", "Mistä", "Mihin", "Osuus %", "Vyörytetty €"],
    ["TA 2025", "Johtamisen kustannukset", "Asuminen", 54.0, 216000],
    ["TP 2025", "Johtamisen kustannukset", "Asuminen", 54.0, ""],
    ["Yhteensä", "", "", "", 216000],
]


def said(*rows: list[Value], sheet: str = "Alue 1") -> Allocations:
    grid = TableGrid.of(sheet, *rows)
    return locate_allocations(grid, tuple(grid.texts(is_known)))


def book() -> TableBook:
    return TableBook.of(
        TableGrid.of("Vyörytys", *POOL),
        TableGrid.of("Alue 1", *AREA),
        TableGrid.of("Tarkistus", ["TA 2025", "TP 2025"], ["Vyörytetyt kustannukset €"], [NOTE]),
    )


def test_an_area_shows_its_share_and_its_euros() -> None:
    share, euros = said(*AREA).lines
    assert (share.word, share.pool) == (Word.SHARE, "johtamisenkustannuksista")
    assert [share.figures[period].number for period in (TA, TP)] == [54, None]
    assert (euros.word, euros.pool) == (Word.ALLOCATED, "")
    assert euros.figures[TP].cell == "C7"


def test_a_line_may_stand_under_a_single_period_in_thousands() -> None:
    (line,) = said(["", "TA 2025, 1 000 €"], ["Vyörytetyt kustannukset", 216]).lines
    assert line.figures[TA].scale == 1000


def test_a_label_without_periods_is_no_line() -> None:
    assert said(["Vyörytetyt kustannukset €", 5]).is_empty


def test_a_note_tells_its_share_of_whose_costs_and_when() -> None:
    (note,) = said(*AREA).notes
    assert (note.periods, note.pool, note.printed) == ((TA,), "johtamisenkustannuksista", "54,0")
    assert note.text[note.start : note.stop] == "54,0"
    assert note.address.a1 == "A8"


def test_a_note_may_speak_of_several_years() -> None:
    (note,) = said(["TA 2025 ja TS 2026–2027: menoissa on 8,4 % johtamisen kustannuksista."]).notes
    assert list(map(str, note.periods)) == ["TA 2025", "TS 2026", "TS 2027"]


def test_a_note_may_await_its_number() -> None:
    (note,) = said(["TA 2025: toimintamenoissa on ____ % johtamisen kustannuksista."]).notes
    assert note.printed == "____"


@pytest.mark.parametrize(
    "text",
    [
        "TA 2025: 54,0 % ja 8,4 % johtamisen kustannuksista on jaettu.",
        "Toimintamenoissa on 54,0 % johtamisen kustannuksista jaettuna.",
        "TA 2025: paljon % merkkejä johtamisen kustannuksista, ei lukua.",
        "YY 2025: 54,0 % johtamisen kustannuksista jaettuna.",
    ],
)
def test_a_sentence_that_is_not_certain_is_left_alone(text: str) -> None:
    assert said([text]).notes == ()


def test_the_list_of_flows_ends_with_its_keys() -> None:
    (table,) = said(*POOL, sheet="Vyörytys").flows
    first, second = table.rows
    assert (first.period, first.source, first.target) == (TA, "Johtamisen kustannukset", "Asuminen")
    assert first.amount is not None
    assert first.amount.number == 216000
    assert second.amount is not None
    assert second.amount.cell == "E11"


def test_a_list_without_its_figures_has_no_places_for_them() -> None:
    (table,) = said(["Kausi", "Mistä", "Mihin"], ["TA 2025", "a", "b"]).flows
    assert (table.rows[0].share, table.rows[0].amount) == (None, None)


def test_a_list_of_something_else_is_none() -> None:
    assert said(["Mistä", "Mihin"], ["Rovaniemi", "Kemijärvi"]).is_empty


def test_a_book_says_all_its_sheets_say_but_lines_only_on_area_sheets() -> None:
    found = survey(book()).allocations
    assert len(found.tables) == 1
    assert [line.sheet for line in found.lines] == ["Alue 1", "Alue 1"]
    assert [note.sheet for note in found.notes] == ["Alue 1"]
    assert len(found.flows) == 1


def test_a_book_of_pools_alone_is_of_the_family() -> None:
    assert survey(TableBook.of(TableGrid.of("Vyörytys", *POOL))).areas == ()


def test_edits_are_seen_in_the_survey_without_reading_again() -> None:
    edited = NOTE.replace("54,0", "55,0")
    edits = [
        Edit("Vyörytys", "B7", 220000),
        Edit("Vyörytys", "E11", 225500),
        Edit("Alue 1", "B6", 55.0),
        Edit("Alue 1", "A8", edited),
    ]
    copy = book()
    copy.apply(edits)
    after = revised(survey(book()), edits, awaits_recalculation=False)
    assert after.allocations == survey(copy).allocations


def test_a_pool_divided_by_a_line_is_no_summary_of_that_line() -> None:
    other = [["VASTUUALUE: Työllisyys"], *AREA[1:5]]
    pool: list[list[Value]] = [
        ["Vyörytettävä erä", "Johtamisen kustannukset"],
        ["Jakoperuste", "Toimintamenot"],
        ["", "TA 2025", "TP 2025"],
        ["Jakoperuste"],
        ["Asuminen", 1, 2],
        ["Työllisyys", 3, 4],
    ]
    below: list[list[Value]] = [
        ["Toimintamenot"],
        ["", "TA 2025", "TP 2025"],
        ["Asuminen", -50, -60],
        ["Työllisyys", -50, -60],
    ]
    areas = (TableGrid.of("Alue 1", *AREA), TableGrid.of("Alue 2", *other))
    found = survey(TableBook.of(*areas, TableGrid.of("Vyörytys", *pool, [], *below)))
    assert len(found.allocations.tables) == 1
    assert [figure.address.row for figure in found.summary.figures] == [10, 10, 11, 11]
