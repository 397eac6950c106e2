"""A form is a workbook that opens without repair and says what is to be done."""

from pathlib import Path

import openpyxl
import pytest
from openxml_audit import OpenXmlValidator
from tests.jobs.sending import heads
from tests.jobs.sending.heads import GOALS, HEADER, Form

from tpxl.books import open_book
from tpxl.jobs.refresh import refresh
from tpxl.jobs.sending import send as sending


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("lomake")
    name = "Tekniset palvelut & 'muut' palvelut"
    with open_book(heads.written(folder / "kirja.xlsx", (name[:31],))) as book:
        refresh(book)
        result = sending.send(book, sending.SendWish(folder))
    sending.write_forms(result, folder)
    return folder / result.forms[0].file


def test_a_form_is_valid(path: Path) -> None:
    assert [str(error) for error in OpenXmlValidator().validate(path).errors] == []


def test_only_answers_and_who_fills_in_are_unlocked(path: Path) -> None:
    form = Form(path)
    unlocked = {
        (cell.row, cell.column)
        for row in form.sheet.iter_rows()
        for cell in row
        if not cell.protection.locked
    }
    assert unlocked == {(4, 2), *((row, form.answer) for row in form.asked())}
    assert all(sheet.protection.sheet for sheet in form.book)
    assert not any(sheet.protection.password for sheet in form.book)


def test_what_is_missing_is_counted_and_how_long_a_text_may_be_is_told(path: Path) -> None:
    kept = openpyxl.load_workbook(path, data_only=True).worksheets[0]
    states = [kept.cell(row, 7).value for row in range(HEADER + 1, HEADER + 1 + len(GOALS))]
    assert states == ["puuttuu", "10/1080 merkkiä", *["puuttuu"] * 4]
    assert kept["G4"].value == 7
    form = Form(path)
    assert form.cell(form.asked()[0], 7) == (
        '=IF(LEN(TRIM(F7))=0,"puuttuu",IF(LEN(F7)>1080,"liian pitkä "&LEN(F7)&"/1080 merkkiä",'
        'LEN(F7)&"/1080 merkkiä"))'
    )
    assert {str(one.formula1) for one in form.sheet.data_validations.dataValidation} == {"1080"}


def test_a_reason_is_asked_in_words_with_its_figures(path: Path) -> None:
    form = Form(path)
    reasons = [form.cell(row, form.title) for row in form.asked()[len(GOALS) :]]
    assert reasons[0] == (
        "Mistä toimintamenojen muutos johtuu? TP 2025: −900\u00a0000; TP 2024: −300\u00a0000; "
        "muutos 200,0\u00a0%."
    )
