"""What is said of all areas together ties out with what each of them prints."""

from dataclasses import replace
from decimal import Decimal

from tests.jobs.export.reports import line, report, sections

from tpxl.jobs.export.choices import Choices
from tpxl.jobs.export.report import DASH, FiguresBlock, OtherTable, Section
from tpxl.jobs.export.whole import whole_of
from tpxl.messages import catalogue
from tpxl.model import Settings

PERIODS = ("TP 2024", "TP 2025")


def economy(corner: str, *values: str | None) -> Section:
    block = FiguresBlock(corner, PERIODS, (line("Toimintakate", *values),))
    return replace(sections()[6], figures=(block,), chart=None)


def test_the_total_of_a_period_is_the_sum_of_what_is_printed() -> None:
    pages = (
        report("Katu", section6=economy("", "-100", "-20.5")),
        report("Puisto", section6=economy("", "-1", "3")),
    )
    (table,) = whole_of(pages, catalogue("fi")).figures
    assert table.heading == "Toimintakate, €"
    assert table.table.rows == (
        ("Vastuualue", *PERIODS),
        ("Katu", Decimal(-100), Decimal("-20.5")),
        ("Puisto", Decimal(-1), Decimal(3)),
        ("Yhteensä", Decimal(-101), Decimal("-17.5")),
    )


def test_there_is_no_total_where_an_area_has_no_number() -> None:
    pages = (
        report("Katu", section6=economy("", "-100", None)),
        report("Puisto", section6=economy("", "-1", "3")),
    )
    (table,) = whole_of(pages, catalogue("fi")).figures
    assert table.table.rows[-1] == ("Yhteensä", Decimal(-101), DASH)


def test_figures_in_thousands_are_never_added_to_figures_in_euros() -> None:
    pages = (
        report("Katu", section6=economy("1 000 €", "-100", "-20")),
        report("Puisto", section6=economy("", "-1", "3")),
    )
    tables = whole_of(pages, catalogue("fi")).figures
    assert [len(one.table.rows) for one in tables] == [3, 3]
    assert len({one.heading for one in tables}) == 2


def test_goals_are_counted_by_area_and_by_focus() -> None:
    by_area, by_focus = whole_of((report("Katu"), report("Puisto")), catalogue("fi")).goals
    assert by_area.table.rows[-1][1:] == by_focus.table.rows[-1][1:]
    goals, told, lacking, state = by_area.table.rows[-1][1:]
    assert goals == told + lacking
    assert state == "○ osa puuttuu"
    assert {row[0] for row in by_focus.table.rows} >= {"HYVÄ ARKI", "VAKAA TALOUS"}


def test_every_place_that_is_not_filled_in_is_listed() -> None:
    empty = report("Katu", section1=Section(1, "1. Toiminta-ajatus"))
    rows = whole_of((empty,), catalogue("fi")).missing.rows
    assert ("Katu", "1. Toiminta-ajatus", "luku on tyhjä") in rows
    assert any("TA 2025" in str(row[2]) for row in rows if "7." in str(row[1]))
    assert any("VAKAA TALOUS, tavoite 1: TP 2025" in str(row[2]) for row in rows)
    assert len({row[:2] for row in rows}) == len(rows)


def test_parts_and_sections_are_chosen_in_words_and_a_strange_one_is_told() -> None:
    typed = {"koosteen osat": "Alueet; kansi, Liitteet", "vietävät osiot": "6, 7., 1, 12"}
    choices = Choices.of(Settings(texts=typed))
    assert choices.parts == ("areas", "cover")
    assert choices.sections == (6, 7, 1)
    assert choices.not_understood == (("vietävät osiot", "12"), ("koosteen osat", "Liitteet"))


def test_a_table_is_headed_by_its_first_row_where_that_holds_words_alone() -> None:
    assert OtherTable((("a", "b"), ("c", Decimal(1)))).has_head
    assert not OtherTable((("a", Decimal(2)), ("c", Decimal(1)))).has_head
    assert not OtherTable((("a", "b"),)).has_head
