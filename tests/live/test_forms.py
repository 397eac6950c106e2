"""A form that LibreOffice opened, changed and saved: no text in a wrong goal, every answer told."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.jobs.sending.heads import GOALS, HEADER, said
from tests.jobs.sending.test_round import REASON_COUNT, collected, copied, goals, sent, told
from tests.live.office.server import store

__all__ = ["sent"]

KEY, TITLE, ANSWER = 0, 2, 5
XLSX = "Calc MS Excel 2007 XML"
COUNT = len(GOALS) + REASON_COUNT


class Sheet:
    """The first sheet of a form in LibreOffice; rows and columns from zero."""

    def __init__(self, document: Any) -> None:
        self.sheet = document.Sheets.getByIndex(0)
        self.sheet.unprotect("")
        self.title, self.answer = TITLE, ANSWER

    def text(self, row: int, column: int) -> str:
        return str(self.sheet.getCellByPosition(column, row).String)

    def put(self, row: int, column: int, text: str) -> None:
        self.sheet.getCellByPosition(column, row).String = text

    def asked(self) -> list[int]:
        return [row for row in range(HEADER, HEADER + COUNT + 6) if self.text(row, self.title)]

    def answers(self) -> list[str]:
        rows = range(HEADER, HEADER + COUNT + 6)
        return [text for row in rows if (text := self.text(row, self.answer))]


def fill(form: Sheet) -> None:
    for row in form.asked():
        form.put(row, form.answer, said(form.text(row, form.title)))


def insert_rows(form: Sheet) -> None:
    row = form.asked()[2]
    form.sheet.Rows.insertByIndex(row, 2)
    form.put(row, form.title, "Oma lisätavoite talousyksikölle")
    form.put(row, form.answer, "LISÄTTY")


def delete_row(form: Sheet) -> None:
    form.sheet.Rows.removeByIndex(form.asked()[1], 1)


def copy_row(form: Sheet) -> None:
    row = form.asked()[2]
    form.sheet.Rows.insertByIndex(row + 1, 1)
    source = form.sheet.getCellRangeByPosition(0, row, form.answer + 1, row).RangeAddress
    form.sheet.copyRange(form.sheet.getCellByPosition(0, row + 1).CellAddress, source)
    form.put(row + 1, form.answer, f"{said(form.text(row, form.title))} TOINEN")


def sort(form: Sheet) -> None:
    from com.sun.star.beans import PropertyValue
    from com.sun.star.table import TableSortField

    field = TableSortField()
    field.Field, field.IsAscending = form.title, False
    asked = form.asked()
    import uno

    fields = PropertyValue()
    fields.Name = "SortFields"
    fields.Value = uno.Any("[]com.sun.star.table.TableSortField", (field,))
    form.sheet.getCellRangeByPosition(0, asked[0], form.answer + 1, asked[-1]).sort((fields,))


def drag_down(form: Sheet) -> None:
    source, target = form.asked()[:2]
    place = form.sheet.getCellRangeByPosition(form.answer, source, form.answer, source)
    at = form.sheet.getCellByPosition(form.answer, target).CellAddress
    form.sheet.moveRange(at, place.RangeAddress)
    form.put(source, form.answer, f"{said(form.text(source, form.title))} UUSI")


def change_goal(form: Sheet) -> None:
    row = form.asked()[1]
    form.put(row, form.title, f"{form.text(row, form.title)} (tarkennettu)")


def empty_keys(form: Sheet) -> None:
    for row in range(HEADER, HEADER + COUNT + 6):
        form.put(row, KEY, "")


def insert_column(form: Sheet) -> None:
    form.sheet.Columns.insertByIndex(KEY + 1, 1)
    form.title += 1
    form.answer += 1
    form.put(form.asked()[0], KEY + 1, "MUISTIINPANO")


DEEDS: tuple[Callable[[Sheet], None], ...] = (
    *(insert_rows, delete_row, copy_row, sort, drag_down, change_goal, empty_keys),
    insert_column,
)
STEPS = range(len(DEEDS)) if os.environ.get("TPXL_PAIRS") == "all" else (1, 3)
PAIRS = [
    (first, DEEDS[(at + step) % len(DEEDS)]) for step in STEPS for at, first in enumerate(DEEDS)
]
"""Each deed first and second with two others; with all of them, itself too, when asked for."""


@pytest.mark.parametrize(
    "deeds",
    [(), *((deed,) for deed in DEEDS), *PAIRS],
    ids=lambda deeds: "-".join(deed.__name__ for deed in deeds) or "filled",
)
def test_what_an_area_head_does_in_another_program_loses_no_answer(
    office: Any,
    sent: tuple[Path, Path],  # pytest's own way to share a fixture
    tmp_path: Path,
    deeds: tuple[Callable[[Sheet], None], ...],
) -> None:
    book = copied(sent[0], tmp_path)
    document = office.connection.open(Path(shutil.copy(sent[1], tmp_path / "lomake.xlsx")))
    try:
        form = Sheet(document)
        fill(form)
        for deed in deeds:
            deed(form)
        answers = form.answers()
        store(document, tmp_path / "palautus.xlsx", XLSX)
    finally:
        document.close(True)
    before = goals(book)
    result = collected(book, tmp_path / "palautus.xlsx")
    for goal, outcome in goals(book).items():
        assert outcome == before[goal] or str(outcome).startswith(said(goal)), goal
    assert [answer for answer in answers if answer not in told(result)] == []
    if deeds in {(), (sort,), (empty_keys,), (change_goal,)}:
        assert result.returns[0].taken == COUNT


def test_a_form_saved_by_another_program_as_it_was_sent_makes_no_edit(
    office: Any,
    sent: tuple[Path, Path],
    tmp_path: Path,
) -> None:
    book = copied(sent[0], tmp_path)
    document = office.connection.open(Path(shutil.copy(sent[1], tmp_path / "lomake.xlsx")))
    store(document, tmp_path / "palautus.xlsx", XLSX)
    document.close(True)
    result = collected(book, tmp_path / "palautus.xlsx")
    assert (result.edits, result.conflicts, result.odd) == ((), (), ())
