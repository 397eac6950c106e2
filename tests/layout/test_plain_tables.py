"""Plain tables, found by their header words in any language, side by side or one above another."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.grids import TableBook, TableGrid

from tpxl.layout.plain_tables import locate_tables
from tpxl.model import Address
from tpxl.model.plain_table import PlainTable
from tpxl.terms.plain_tables import TableWords

UNITS = TableWords(
    {
        "fi": {"unit": ("yksikkö", "kustannuspaikka"), "area": ("vastuualue",), "note": ("huom",)},
        "sv": {"unit": ("enhet",), "area": ("ansvarsområde",), "note": ("anm",)},
    },
    needed=frozenset({"unit", "area"}),
    sheet={"fi": "Yksiköt", "sv": "Enheter"},
    widths={"unit": 12},
)
LINES = TableWords(
    {"fi": {"from": ("tilit alkaen",), "line": ("rivi",), "note": ("huom",)}},
    needed=frozenset({"from", "line"}),
    sheet={"fi": "Tilit"},
    widths={},
)


def found(grid: TableGrid, *kinds: TableWords) -> list[PlainTable]:
    words = tuple(grid.texts(lambda text: any(kind.is_known(text) for kind in kinds)))
    return [table for _, table in locate_tables(grid, words, *kinds)]


def rows(table: PlainTable) -> list[dict[str, object]]:
    return [dict(row.cells) for row in table.rows]


def test_a_table_is_known_by_its_words_in_any_order_and_its_language_with_it() -> None:
    (table,) = found(TableGrid.of("Oma", [], ["Ansvarsområde", "ENHET:"], ["Vård", 3100.0]), UNITS)
    assert (table.lang, table.header_row, table.next_row) == ("sv", 2, 4)
    assert rows(table) == [{"area": "Vård", "unit": 3100.0}]
    assert table.rows[0].text("unit") == "3100"
    assert table.rows[0].text("note") == ""


def test_without_a_column_it_needs_it_is_no_table() -> None:
    assert found(TableGrid.of("Oma", ["Yksikkö", "Huom"], ["31", "x"]), UNITS) == []
    assert found(TableGrid.of("Oma", ["Yksikkö", "Ansvarsområde"], ["31", "x"]), UNITS) == []


@pytest.mark.parametrize("gap", [[], ["", ""]])
def test_tables_side_by_side_are_two(gap: list[str]) -> None:
    grid = TableGrid.of(
        "Kartta",
        ["Yksikkö", "Vastuualue", "Huom", *gap, "Tilit alkaen", "Rivi", "Huom"],
        ["31*", "Asuminen", "", *gap, 3000, "Toimintatulot", "kaikki"],
        ["", "", "", *gap, 4000, "Toimintamenot"],
    )
    units, lines = found(grid, UNITS, LINES)
    assert rows(units) == [{"unit": "31*", "area": "Asuminen"}]
    assert units.next_row == (3 if gap else 4)
    assert [row["from"] for row in rows(lines)] == [3000, 4000]
    assert lines.next_row == 4


def test_a_table_ends_where_another_begins_under_it_and_blank_rows_end_none() -> None:
    grid = TableGrid.of(
        "Kartta",
        ["Yksikkö", "Vastuualue"],
        ["31", "Asuminen"],
        [],
        ["32", "Vapaa-aika"],
        ["Tilit alkaen", "Rivi"],
        [3000, "Toimintatulot"],
    )
    units, lines = found(grid, UNITS, LINES)
    assert [row["unit"] for row in rows(units)] == ["31", "32"]
    assert [row["from"] for row in rows(lines)] == [3000]


def test_formulas_fill_no_row_and_columns_of_the_citys_own_do() -> None:
    grid = TableGrid.of("S", ["Yksikkö", "Linkki", "Vastuualue"], ["31", "", "A"], ["", "", "=x"])
    computed = replace(grid, formulas=frozenset({Address(3, 3)}))
    assert found(computed, UNITS)[0].next_row == 3
    assert (
        found(TableGrid.of("S", ["Yksikkö", "Oma", "Vastuualue"], ["", "x"]), UNITS)[0].next_row
        == 3
    )


CELLS = st.none() | st.integers(1, 9999) | st.text("abcä ", min_size=1, max_size=5)


@given(st.lists(st.fixed_dictionaries({"unit": CELLS, "area": CELLS, "note": CELLS}), max_size=6))
def test_rows_written_are_read_back_under_those_that_were_there(
    written: list[dict[str, int | str | None]],
) -> None:
    grid = TableGrid.of("S", ["Oma otsikko"], ["Vastuualue", "Yksikkö"], ["Asuminen", "31"])
    (table,) = found(grid, UNITS)
    book = TableBook.of(grid)
    book.apply(table.with_rows(written))
    (again,) = found(book.read("S"), UNITS)
    kept = [{k: v for k, v in row.items() if k in table.columns} for row in written]
    expected = [{k: v for k, v in row.items() if v is not None} for row in kept]
    assert rows(again) == [{"area": "Asuminen", "unit": "31"}, *(row for row in expected if row)]


def test_headings_are_written_as_a_person_would() -> None:
    assert UNITS.headings("sv") == {"unit": "Enhet", "area": "Ansvarsområde", "note": "Anm"}


def test_headings_that_two_kinds_know_are_a_table_of_the_one_that_needs_more() -> None:
    wider = TableWords(
        {"fi": {**UNITS.words["fi"], "partner": ("kumppani",)}},
        needed=frozenset({"unit", "area", "partner"}),
        sheet={},
        widths={},
    )
    grid = TableGrid.of("S", ["Yksikkö", "Kumppani", "Vastuualue"], ["31", "S1", "Asuminen"])
    (table,) = found(grid, UNITS, wider)
    assert rows(table) == [{"unit": "31", "partner": "S1", "area": "Asuminen"}]
    assert len(found(grid, UNITS)) == 1
