"""What changed between two versions is named, exactly, wherever it stands."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from tests.bench.ratios import fastest
from tests.jobs.sending import heads
from tests.jobs.sending.heads import GOALS

from tpxl.books import open_book
from tpxl.errors import TpxlError
from tpxl.jobs.refresh import refresh
from tpxl.jobs.versions.difference import BooksDifference, ComparedBook, difference, version_of
from tpxl.layout import survey
from tpxl.model import Edit
from tpxl.shipped import master

AREA, OTHER = "Tekniset palvelut", "Sivistys"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = heads.written(tmp_path / "kirja.xlsx", (AREA, OTHER))
    opened = openpyxl.load_workbook(path)
    settings = opened["Perustiedot"]
    for row in (
        *([], ["Kaupunki", "Mallila"], ["Menojen etumerkki", "negatiivinen"], []),
        *(["Kausi", "Asukasluku"], ["TP 2024", 5000], ["TP 2025", 5100]),
    ):
        settings.append(row)
    for area in (AREA, OTHER):
        opened[area]["A2"] = "1. Toiminta-ajatus"
        opened[area]["A3"] = "Alue hoitaa kadut ja puistot."
        opened[area]["A4"] = "4. Muut toiminnan painopistealueet ja tavoitteet"
        for row, goal in enumerate([("Tavoite", "Toimenpiteet", "Mittarit", "TP 2025"), *GOALS], 5):
            for column, text in enumerate(goal, 1):
                opened[area].cell(row, column, text)
        for letter in "BCD":
            opened[area][f"{letter}4"] = None
        opened[area]["A18"] = "Toimintakate €/asukas"
    for row, figures in enumerate([(-70_000, -75_000), (20_000, 22_000), (-50_000, -53_000)], 15):
        opened[OTHER][f"B{row}"], opened[OTHER][f"C{row}"] = figures
    opened.save(path)
    with open_book(path) as refreshed:
        refresh(refreshed)
        refreshed.save()
    return path


def version(path: Path) -> ComparedBook:
    with open_book(path) as opened:
        return version_of(opened)


def changed(book: Path, *edits: Edit) -> BooksDifference:
    new = Path(shutil.copy(book, book.with_name("uusi.xlsx")))
    with open_book(new) as opened:
        opened.apply(edits)
        opened.save()
    return difference(version(book), version(new))


def told(result: BooksDifference) -> dict[str, list[tuple[str, str, str | None, str | None]]]:
    """Return what people typed that changed, by area: its kind, its part, from what to what."""
    return {
        area.area: [(one.key.kind.value, one.key.part, one.old, one.new) for one in area.changes]
        for area in result.areas
        if area.changes
    }


def test_a_book_differs_from_itself_in_nothing(book: Path) -> None:
    for path in (book, master()):
        result = difference(version(path), version(path))
        assert not result.has_open_errors
        assert {one.state for one in result.areas} == {"same"}


CHANGES: list[tuple[str, Edit, str, str, str | None, str | None]] = [
    ("figure", Edit(AREA, "C15", -900_001), "figure", "TP 2025", "-900000", "-900001"),
    ("outcome", Edit(AREA, "D7", "Myytiin 5."), "goal", "outcome", "Myytiin 4.", "Myytiin 5."),
    ("new outcome", Edit(AREA, "D8", "Valmis."), "goal", "outcome", None, "Valmis."),
    ("action", Edit(AREA, "B6", "Sivut ostetaan"), "goal", "action", GOALS[0][1], "Sivut ostetaan"),
    ("indicator", Edit(AREA, "C6", "Kysely"), "goal", "indicator", GOALS[0][2], "Kysely"),
    (
        *("goal", Edit(AREA, "A6", f"{GOALS[0][0]} nyt"), "goal", "goal"),
        *(GOALS[0][0], f"{GOALS[0][0]} nyt"),
    ),
    (
        *("text", Edit(AREA, "A3", "Alue hoitaa kadut."), "text", ""),
        *("Alue hoitaa kadut ja puistot.", "Alue hoitaa kadut."),
    ),
]


@pytest.mark.parametrize(
    ("edit", "expected"), [(one[1], one[2:]) for one in CHANGES], ids=[one[0] for one in CHANGES]
)
def test_one_change_is_named_and_nothing_else(
    book: Path, edit: Edit, expected: tuple[str, str, str | None, str | None]
) -> None:
    result = changed(book, edit)
    assert told(result) == {AREA: [expected]}
    assert [one.area for one in result.areas if one.state != "same"] == [AREA]


def test_what_follows_from_a_figure_is_told_apart(book: Path) -> None:
    result = changed(
        book, Edit(AREA, "C15", -900_100), Edit(AREA, "C17", -780_100), Edit(AREA, "C18", -153)
    )
    (area,) = [one for one in result.areas if one.state != "same"]
    assert [one.key.name for one in area.changes] == ["OPERATING_EXPENSES"]
    assert [(one.key.name, one.new) for one in area.follows] == [("OPERATING_MARGIN", "-780100")]


def test_residents_and_the_sign_change_every_area(book: Path) -> None:
    with open_book(book) as opened:
        grid = opened.read("Perustiedot")
        rows = {grid.row(row).get(1): row for row in range(1, grid.last_row + 1)}
    result = changed(book, Edit("Perustiedot", f"B{rows['TP 2025']}", 5200))
    change = ("residents", "TP 2025", "5100", "5200")
    assert told(result) == {AREA: [change], OTHER: [change]}


def test_a_goal_and_an_area_that_came_or_went_are_named(book: Path) -> None:
    goal = [Edit(AREA, f"{letter}12", text) for letter, text in zip("ABC", "XYZ", strict=True)]
    assert {one[1] for one in told(changed(book, *goal))[AREA]} == {"goal", "action", "indicator"}
    opened = openpyxl.load_workbook(book)
    del opened[OTHER]
    opened.save(book.with_name("yksi.xlsx"))
    one, both = version(book.with_name("yksi.xlsx")), version(book)
    assert [area.state for area in difference(both, one).areas if area.area == OTHER] == ["gone"]
    assert [area.state for area in difference(one, both).areas if area.area == OTHER] == ["came"]


def test_findings_that_opened_and_closed_are_named(book: Path) -> None:
    result = changed(book, Edit(AREA, "C17", -780_500), Edit(AREA, "D8", "Valmis."))
    (area,) = [one for one in result.areas if one.state != "same"]
    assert "goal_outcome_missing" in {one.code for one in area.findings_gone}
    assert "margin" in {one.code for one in area.findings_new}


def test_books_of_two_cities_are_refused(book: Path) -> None:
    with open_book(book) as opened:
        grid = opened.read("Perustiedot")
        (row,) = [row for row in range(1, 20) if grid.row(row).get(1) == "Kaupunki"]
    with pytest.raises(TpxlError, match="diff other city"):
        changed(book, Edit("Perustiedot", f"B{row}", "Toila"))
    with pytest.raises(TpxlError, match=r"diff (other city|nothing shared)"):
        difference(version(book), version(master()))


def inserted_rows(book: openpyxl.Workbook) -> None:
    book[AREA].insert_rows(1, 3)
    book[AREA].insert_rows(14, 1)


def inserted_column(book: openpyxl.Workbook) -> None:
    book[AREA].insert_cols(1, 2)


def respelt(book: openpyxl.Workbook) -> None:
    book[AREA]["A15"] = "TOIMINTAMENOT  €:"
    book[AREA]["A17"] = "Toimintakate"
    book[AREA]["A5"] = "Tavoitteet"


def number_as_text(book: openpyxl.Workbook) -> None:
    book[AREA]["C15"] = "−900 000"


def other_order(book: openpyxl.Workbook) -> None:
    book.move_sheet(OTHER, -1)


def saved(book: openpyxl.Workbook) -> None:
    book.active = 0


DEEDS = (saved, inserted_rows, inserted_column, respelt, number_as_text, other_order)


@pytest.mark.parametrize("deed", DEEDS)
def test_where_and_how_it_is_written_changes_no_fact(
    book: Path, deed: Callable[[openpyxl.Workbook], None]
) -> None:
    before = {one.area: (one.typed_hash, one.printed_hash) for one in version(book).facts}
    opened = openpyxl.load_workbook(book)
    deed(opened)
    opened.save(book)
    after = {one.area: (one.typed_hash, one.printed_hash) for one in version(book).facts}
    assert after == before


def test_a_fact_is_sixteen_digits_and_any_change_is_another(book: Path) -> None:
    (before, _) = version(book).facts
    assert re.fullmatch("[0-9a-f]{16}", before.typed_hash)
    for key in before.typed:
        other = before._replace(typed={**before.typed, key: f"{before.typed[key]}1"})
        without = before._replace(typed={k: v for k, v in before.typed.items() if k != key})
        assert len({before.typed_hash, other.typed_hash, without.typed_hash}) == 3
    assert {key.kind.value for key in before.typed} >= {"figure", "residents", "goal", "text"}


def test_to_compare_two_books_of_forty_areas_takes_little_more_than_to_read_them(
    tmp_path: Path,
) -> None:
    names = tuple(f"Palvelualue {number}" for number in range(1, 41))
    path = heads.written(tmp_path / "iso.xlsx", names)

    def read() -> None:
        for _ in range(2):
            with open_book(path) as book:
                survey(book)

    reading, comparing = fastest(read, lambda: difference(version(path), version(path)))
    assert comparing < 5 * reading  # half a second; 2.5 times where nothing else runs
