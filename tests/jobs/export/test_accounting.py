"""An export is whole: every filled cell of an area's sheet is in its clean sheet, or is named."""

import io
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests import cases
from tests.grids import TableBook, TableGrid
from tests.jobs.export.test_content import read_grid
from tests.jobs.export.test_nothing_is_lost import squeezed

from tpxl.books import open_book
from tpxl.jobs.export.accounting import left_out_line
from tpxl.jobs.export.choices import Choices
from tpxl.jobs.export.job import ExportWish, export
from tpxl.jobs.export.report import AreaReport
from tpxl.jobs.export.xlsx.writer import SheetPrinter
from tpxl.layout import survey
from tpxl.messages import catalogue, sentence
from tpxl.model import Address, Settings, Value

PERIODS = ["TP 2023", "TA 2024", "TP 2024"]
ECONOMY: list[list[Value]] = [
    ["Toimintamenot", -1204310, -1250000, -1262480],
    ["Toimintatulot", 210400, 215000, 228760],
    ["Toimintakate", -993910, -1035000, -1033720],
]
STAFF: list[list[Value]] = [
    ["Henkilöstömenot", -640200, -655000, -661340],
    ["Palvelujen ostot", -310550, -320000, -333870],
]
GOALS: list[list[Value]] = [
    ["Tavoite", "Toimenpiteet", "Mittari", "TP 2024"],
    ["Kadut kunnossa", "Remontti", "Kyselyn arvosana", "Arvosana nousi"],
]


def sheet(*, is_headed: bool, has_goals: bool, gap: int) -> list[list[Value]]:
    """An area's sheet, with or without the headings of its sections."""
    heads = [["6. Talouden tunnusluvut"], ["7. Toiminnan tunnusluvut"], ["4. Muut tavoitteet"]]
    parts = [[["", *PERIODS], *ECONOMY], [["", *PERIODS], *STAFF], GOALS if has_goals else []]
    rows: list[list[Value]] = [["VASTUUALUE: Katu"], []]
    for head, part in zip(heads, parts, strict=True):
        rows += [*([head] if is_headed and part else []), *part, *([[]] * gap)]
    return rows


def texts(report: AreaReport) -> str:
    """Everything that the exported sheet holds, letters and digits alone."""
    printer = SheetPrinter(Choices.of(Settings()), catalogue("fi"), None)
    book = openpyxl.load_workbook(io.BytesIO(printer.one(report)))
    cells = (cell.value for one in book for row in one.iter_rows() for cell in row)
    return "|".join(squeezed(str(value)) for value in cells if value is not None)


STREWN = st.dictionaries(
    st.tuples(st.integers(1, 24), st.integers(1, 12)),
    st.one_of(
        st.integers(10_000, 99_999).map(lambda n: n * 1000 + 7),
        st.integers(1000, 9999).map(lambda n: f"sana{n}"),
        st.integers(1000, 9999).map(lambda n: f"{n}. kohta alkaa"),
    ),
    max_size=8,
)


@given(STREWN, st.booleans(), st.booleans(), st.integers(1, 3))
@settings(max_examples=50, deadline=None)
def test_a_cell_anywhere_is_in_the_exported_sheet_or_is_named(
    strewn: dict[tuple[int, int], Value],
    is_headed: bool,  # noqa: FBT001  # hypothesis chooses
    has_goals: bool,  # noqa: FBT001
    gap: int,
) -> None:
    grid = TableGrid.of("Katu", *sheet(is_headed=is_headed, has_goals=has_goals, gap=gap))
    extra = {Address(*at): value for at, value in strewn.items() if Address(*at) not in grid.cells}
    whole = TableGrid("Katu", {**grid.cells, **extra})
    report = read_grid(whole)
    printed, named = texts(report), set(report.left_out)
    for at, value in extra.items():
        assert at in named or squeezed(str(value)) in printed, (at.a1, value)
    for at in named:
        assert at in whole.cells


@pytest.mark.parametrize("column", [5, 6, 8])
@pytest.mark.parametrize("is_headed", [True, False])
def test_columns_beside_a_table_have_their_rows_labels(
    column: int,
    is_headed: bool,  # noqa: FBT001  # a parameter of the test
) -> None:
    grid = TableGrid.of("Katu", *sheet(is_headed=is_headed, has_goals=False, gap=1))
    top = min(at.row for at, value in grid.cells.items() if value == PERIODS[0])
    beside = {
        Address(top + n, column): value
        for n, value in enumerate(["Toteuma 5/2024", -77001, 11002, -66003])
    }
    report = read_grid(TableGrid("Katu", {**grid.cells, **beside}))
    economy = report.section(6)
    lines = {
        **{line.label: line.values for block in economy.figures for line in block.lines},
        **{str(row[0]): row for table in economy.others for row in table.rows},
    }
    assert -77001 in lines["Toimintamenot"]
    assert -66003 in lines["Toimintakate"]
    assert report.left_out == ()


def test_the_months_of_the_case_stand_with_their_table_and_labels(tmp_path: Path) -> None:
    with open_book(cases.written("29_months", tmp_path / "kirja.xlsx")) as opened:
        assert export(opened, ExportWish(tmp_path)).notes == ()
    sheet = openpyxl.load_workbook(tmp_path / "Kirjasto.xlsx").active
    rows = [[v for v in row if v is not None] for row in sheet.iter_rows(values_only=True)]
    head = next(n for n, row in enumerate(rows) if "Toteuma 1/2025" in row)
    assert rows[head + 2] == ["Toimintatulot", -1000, -1000, -1000]
    assert head < rows.index(["7. Toiminnan tunnusluvut"])


@pytest.mark.parametrize("heading", ["6. Talousluvut", "6) Numeroina", " 6. Rahat ja luvut"])
def test_a_heading_that_begins_with_its_number_is_that_section(heading: str) -> None:
    rows: list[list[Value]] = [
        ["3. Strategiset tavoitteet"], *GOALS, [], [heading], ["", *PERIODS], *ECONOMY,
        [], ["8. Sisäinen valvonta"], ["Kunnossa."],
    ]  # fmt: skip
    report = read_grid(TableGrid.of("Katu", *rows))
    assert (report.section(6).heading, bool(report.section(6).figures)) == (heading.strip(), True)
    assert report.section(3).goals


def test_the_numbers_of_a_list_head_no_section() -> None:
    goals: list[list[Value]] = [["1. Kadut kuntoon"], ["2. Puistot auki"], ["4. Ladut"]]
    rows = [["3. Strategiset tavoitteet"], *goals, [], ["6. Talouden tunnusluvut"],
            ["", *PERIODS], *ECONOMY]  # fmt: skip
    report = read_grid(TableGrid.of("Katu", *rows))
    assert [one.number for one in report.sections if not one.is_empty] == [3, 6]


def test_what_is_left_out_is_one_line_with_its_cells(tmp_path: Path) -> None:
    rows: list[list[Value]] = [
        ["VASTUUALUE: Katu"], ["Valmistelija: Taloustoimisto"], ["Luonnos 2", "", "v. 3"],
        ["", *PERIODS], *ECONOMY,
    ]  # fmt: skip
    book = TableBook.of(TableGrid.of("Katu", *rows))
    (line,) = export(book, ExportWish(tmp_path)).notes
    assert (line.code, line.facts["count"], line.facts["cells"]) == (
        "export_cells_left", 3, ["A2", "A3", "C3"],
    )  # fmt: skip
    for lang in ("fi", "sv", "en"):
        assert "A2, A3, C3" in sentence(line, lang)


def test_many_cells_left_out_are_counted_and_the_first_named() -> None:
    rows: list[list[Value]] = [["VASTUUALUE: Katu"], [f"Sana{n}" for n in range(9)],
                               ["", *PERIODS], *ECONOMY]  # fmt: skip
    (line,) = left_out_line(read_grid(TableGrid.of("Katu", *rows)))
    assert (line.facts["count"], line.facts["cells"][-1]) == (9, "…")


def test_a_title_and_a_board_that_the_clean_sheet_has_are_not_left_out(tmp_path: Path) -> None:
    rows: list[list[Value]] = [
        ["VASTUUALUE: Katu"], ["TILINPÄÄTÖS 2024 · TOIMIELIN: Tekninen lautakunta"],
        ["", *PERIODS], *ECONOMY,
    ]  # fmt: skip
    book = TableBook.of(TableGrid.of("Katu", *rows))
    assert survey(book).areas
    assert export(book, ExportWish(tmp_path)).notes == ()
