"""What is written on `Tarkistus` beside a change is printed under its figures, in every format."""

from pathlib import Path

import docx
import openpyxl
import pytest
from tests.jobs.sending import heads

from tpxl.books import open_book
from tpxl.jobs.check.check import check
from tpxl.jobs.export.job import ExportWish, export
from tpxl.jobs.refresh import refresh

AREA = "Tekniset palvelut"
REASON = "Katuvalaistus siirtyi alueelle."


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = heads.written(tmp_path / "kirja.xlsx", (AREA,))
    with open_book(path) as opened:
        refresh(opened)
        opened.save()
    opened = openpyxl.load_workbook(path)
    sheet = opened["Tarkistus"]
    (row, *_) = [row for row in sheet.iter_rows() if row[3].value == "toimintamenot"]
    row[8].value, row[9].value = REASON, "N. N."
    opened.save(path)
    return path


def text_of(path: Path) -> str:
    if path.suffix == ".docx":
        return "\n".join(one.text for one in docx.Document(str(path)).paragraphs)
    if path.suffix == ".html":
        return path.read_text("utf-8")
    sheet = openpyxl.load_workbook(path).worksheets[0]
    return "\n".join(str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value)


@pytest.mark.parametrize("form", ["xlsx", "docx", "html"])
def test_a_reason_stands_under_its_figures(book: Path, tmp_path: Path, form: str) -> None:
    with open_book(book) as opened:
        result = export(opened, ExportWish(tmp_path / "ulos", formats=(form,)))
    said = [text_of(file) for file in result.files if AREA in file.name]
    assert f"TP 2025, toimintamenot: {REASON}" in "\n".join(said)
    assert result.failed == ()


def test_a_change_that_is_explained_does_not_ask_for_a_reason(book: Path) -> None:
    with open_book(book) as opened:
        told = [one for one in check(opened).findings if one.code == "comment_needed"]
    assert {(one.is_open, "Perustele" in one.message) for one in told} == {
        (True, True),
        (False, False),
    }
