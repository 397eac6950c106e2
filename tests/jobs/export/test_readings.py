"""What a cell says is the same wherever it is printed: goals as data, clean sheet, document."""

import io
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from tests.grids import TableBook, TableGrid

from tpxl.jobs.export.job import ExportWish, export
from tpxl.jobs.goals.check import goal_rows
from tpxl.layout import survey
from tpxl.layout.cells.text import cell_text
from tpxl.messages import sentence
from tpxl.model import Address, CellError, Value

TYPED: list[tuple[Value, str]] = [
    (20.5 / 24, "h:mm:ss"),
    (1.5, "[h]:mm"),
    (45000, "mmmm"),
    (45000, "dd"),
    (45000, "mmm yy"),
    (46022, "d.m.yyyy"),
    (True, "General"),
    (False, "General"),
    (3.75, "0.0"),
    (0.125, "0.0%"),
    ("28 pv\x1b[31m", "General"),
]
LANGS = ["fi", "sv", "en"]


def grid(outcome: Value, other: Value, code: str = "General") -> TableGrid:
    rows: list[list[Value]] = [
        ["VASTUUALUE: Kirjasto\x07"],
        ["1. Toiminta-ajatus"],
        ["Palvelu", "Käytössä"],
        ["Lainaus", other],
        [],
        ["3. Strategiset tavoitteet"],
        ["Tavoite", "Toimenpiteet", "Mittari", "TP 2025"],
        ["Aukiolo pitenee", "Uusi vuoro", "Kello", outcome],
        [],
        ["6. Taloudelliset tunnusluvut"],
        ["", "TP 2024", "TP 2025"],
        ["Toimintamenot", -100, -110],
        ["Toimintatulot", 10, 12],
    ]
    at = (Address(4, 2), Address(8, 4))
    return replace(TableGrid.of("Alue 1", *rows), formats=dict.fromkeys(at, code))


def printed(folder: Path, book: TableBook, lang: str) -> tuple[list[str], list[str]]:
    """The texts of the clean sheet's cells, and of the document's tables and paragraphs."""
    result = export(book, ExportWish(folder, formats=("xlsx", "docx"), lang=lang))
    sheet, document = (io.BytesIO(path.read_bytes()) for path in result.files)
    cells = [
        str(c.value) for row in load_workbook(sheet).worksheets[0].rows for c in row if c.value
    ]
    made = Document(document)
    texts = [c.text for table in made.tables for row in table.rows for c in row.cells]
    return cells, [*texts, *(one.text for one in made.paragraphs)]


@settings(max_examples=8, deadline=None)
@given(typed=st.sampled_from(TYPED), lang=st.sampled_from(LANGS))
def test_a_cell_reads_the_same_in_goals_sheet_and_document(
    tmp_path_factory: pytest.TempPathFactory, typed: tuple[Value, str], lang: str
) -> None:
    value, code = typed
    book = TableBook.of(grid(value, "x", code))
    (row,) = goal_rows(survey(book, lang=lang))
    text = cell_text(value, code, lang)
    assert row["outcome"] == text
    for texts in printed(tmp_path_factory.mktemp("readings"), book, lang):
        assert text.replace("\x1b", "") in texts


@pytest.mark.parametrize("error", [CellError("#REF!"), "#VIITTAUS!", "#REFERENS!"])
@pytest.mark.parametrize(
    ("lang", "name", "word"),
    [("fi", "#VIITTAUS!", "virhearvo"), ("sv", "#REFERENS!", "felvärde")],
)
def test_an_error_value_is_said_to_be_one_on_paper_and_told_with_its_cell(
    tmp_path: Path, error: Value, lang: str, name: str, word: str
) -> None:
    book = TableBook.of(grid(error, error))
    cells, texts = printed(tmp_path, book, lang)
    assert cells.count(word) == texts.count(word) == 2
    assert not [text for text in (*cells, *texts) if "#" in text or "CellError" in text]
    result = export(book, ExportWish(tmp_path, lang=lang))
    told = [sentence(one, lang) for one in result.doubts]
    assert ["B4" in told[0], "D8" in told[1]] == [True, True]
    assert all(name in line for line in told)
    assert result.has_open_errors


def test_a_strict_export_writes_no_area_with_an_error_value(tmp_path: Path) -> None:
    result = export(TableBook.of(grid("20.30", "#N/A")), ExportWish(tmp_path, is_strict=True))
    assert result.files == ()
    (refusal,) = result.refused
    assert "Alue 1!B4 on virhearvo #PUUTTUU!" in sentence(refusal)


def test_a_heading_that_begins_with_its_section_s_number_is_that_section(tmp_path: Path) -> None:
    cells, _ = printed(tmp_path, TableBook.of(grid("20.30", "x")), "fi")
    assert cells.index("6. Taloudelliset tunnusluvut") < cells.index("Toimintamenot")
    assert cells.index("Toimintamenot") > cells.index("20.30")


def test_no_control_character_of_a_name_reaches_paper(tmp_path: Path) -> None:
    cells, texts = printed(tmp_path, TableBook.of(grid("20.30", "x")), "fi")
    assert "Kirjasto" in cells
    assert not [text for text in (*cells, *texts) if "\x07" in text]
