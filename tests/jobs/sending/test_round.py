"""A form goes out, an area head does to it what people do, and it comes back."""

import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from tests.jobs.sending import heads
from tests.jobs.sending.heads import GOALS, Form, fill, said

from tpxl.books import open_book
from tpxl.jobs.refresh import refresh
from tpxl.jobs.sending import collect as collecting
from tpxl.jobs.sending import send as sending
from tpxl.layout import survey
from tpxl.model import Address
from tpxl.model.sending import CollectResult

AREA = "Tekniset palvelut"
GOAL_COUNT, REASON_COUNT = len(GOALS), 2


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A workbook from which a form was sent, and the form."""
    folder = tmp_path_factory.mktemp("sent")
    path = heads.written(folder / "kirja.xlsx")
    with open_book(path) as book:
        refresh(book)
        result = sending.send(book, sending.SendWish(folder))
        book.save()
    sending.write_forms(result, folder)
    return path, folder / result.forms[0].file


def collected(book: Path, *files: Path, conflict: str = collecting.LEAVE) -> CollectResult:
    with open_book(book) as opened:
        result = collecting.collect(opened, collecting.CollectWish(files, conflict))
        opened.save()
    return result


def goals(book: Path) -> dict[str, str | None]:
    with open_book(book) as opened:
        found = survey(opened)
    return {
        goal.goal or "": goal.outcome
        for area in found.goals
        if area.area == AREA
        for table in area.tables
        for goal in table.goals
    }


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def told(result: CollectResult) -> str:
    """Return every text that a result speaks of."""
    return "\n".join(
        (
            *(str(edit.new) for edit in result.edits),
            *(conflict.returned for conflict in result.conflicts),
            *(odd.text for odd in result.odd),
        )
    )


def copied(book: Path, folder: Path) -> Path:
    return Path(shutil.copy(book, folder / "kirja.xlsx"))


def test_sent_and_collected_unchanged_makes_no_edit(
    sent: tuple[Path, Path], tmp_path: Path
) -> None:
    book, form = copied(sent[0], tmp_path), sent[1]
    before = goals(book)
    result = collected(book, form)
    assert (result.edits, result.conflicts, result.odd) == ((), (), ())
    (one,) = result.returns
    assert (one.state, one.unchanged, one.missing) == ("taken", GOAL_COUNT + REASON_COUNT, 7)
    assert goals(book) == before
    again = collected(book, form)
    assert [one.state for one in again.returns] == ["repeated"]


def test_a_filled_form_comes_back_whole_and_nothing_else_changes(
    sent: tuple[Path, Path], tmp_path: Path
) -> None:
    book = copied(sent[0], tmp_path)
    form = Form(sent[1])
    fill(form)
    before = parts(book)
    result = collected(book, form.save(tmp_path / "palautus.xlsx"))
    assert {goal: said(goal) for goal, *_ in GOALS} == goals(book)
    (one,) = result.returns
    assert (one.taken, one.missing, one.by, one.state) == (8, 0, "N. 1", "taken")
    with open_book(book) as opened:
        findings = opened.read("Tarkistus")
        reasons = [findings.row(row) for row in range(2, findings.last_row + 1)]
        log = opened.read("Muutosloki")
        written = [(str(row[9])[:7], row[10]) for row in reasons if 9 in row]
        assert written == [("VASTAUS", "N. 1")] * REASON_COUNT
        assert log.row(2)[2] == "N. 1"
        journal = opened.read("Lähetykset").row(2)
    assert (journal[8], journal[9], journal[11]) == ("N. 1", 8, 0)
    after = parts(book)
    touched = {name for name in after if after[name] != before.get(name)}
    sheets = {f"xl/worksheets/sheet{number}.xml" for number in (2, 3, 4, 5)}
    assert touched <= sheets | {"xl/workbook.xml"}
    assert before.keys() <= after.keys()


@pytest.mark.parametrize("first", heads.DEEDS, ids=lambda deed: deed.__name__)
def test_no_text_lands_in_a_wrong_goal_and_every_answer_is_told(
    sent: tuple[Path, Path], tmp_path: Path, first: Callable[[Form], None]
) -> None:
    for second in heads.DEEDS:
        book = copied(sent[0], tmp_path)
        no_text_is_lost(book, sent[1], (first, second))


def no_text_is_lost(book: Path, sent_form: Path, deeds: tuple[Callable[[Form], None], ...]) -> None:
    form = Form(sent_form)
    fill(form)
    for deed in deeds:
        deed(form)
    before = goals(book)
    result = collected(book, form.save(book.with_name("palautus.xlsx")))
    for goal, outcome in goals(book).items():
        assert outcome == before[goal] or str(outcome).startswith(said(goal)), (deeds, goal)
    assert result.returns[0].state in {"taken", "partly"}, deeds
    assert [answer for answer in form.answers() if answer not in told(result)] == [], deeds
    assert heads.insert_column not in deeds or "MUISTIINPANO" in told(result), deeds


@pytest.mark.parametrize(
    ("deed", "taken", "odd"),
    [
        (heads.insert_rows, 8, ["no_key"]),
        (heads.delete_row, 7, ["row_missing"]),
        (heads.copy_row, 7, ["twice", "twice"]),
        (heads.sort, 8, []),
        (heads.drag_down, 6, ["dragged", "dragged"]),
        (heads.change_goal, 8, ["goal_changed"]),
        (heads.empty_keys, 8, []),
        (heads.insert_column, 8, ["stray"]),
    ],
)
def test_what_is_certain_is_taken_and_the_rest_told_by_its_kind(
    sent: tuple[Path, Path],
    tmp_path: Path,
    deed: Callable[[Form], None],
    taken: int,
    odd: list[str],
) -> None:
    form = Form(sent[1])
    fill(form)
    deed(form)
    result = collected(copied(sent[0], tmp_path), form.save(tmp_path / "palautus.xlsx"))
    assert (result.returns[0].taken, [one.kind for one in result.odd]) == (taken, odd)
    assert result.has_open_errors is bool(odd)


def test_texts_of_sections_travel_too_and_come_back_to_their_cells(tmp_path: Path) -> None:
    path = heads.written(tmp_path / "kirja.xlsx")
    made = openpyxl.load_workbook(path)
    made[AREA].insert_rows(3, 6)
    lines = ("1. Toiminta-ajatus", "Alue kaavoittaa.", "Alue rakentaa.", None)
    for row, text in enumerate((*lines, "2. Toimintaympäristö ja sen muutokset"), 3):
        made[AREA].cell(row, 1).value = text
    made.save(path)
    with open_book(path) as book:
        refresh(book)
        result = sending.send(book, sending.SendWish(tmp_path))
        book.save()
    sending.write_forms(result, tmp_path)
    form = Form(tmp_path / result.forms[0].file)
    titles = [form.cell(row, form.title) for row in form.asked()]
    assert titles[:3] == [
        "1. Toiminta-ajatus (1/2)",
        "1. Toiminta-ajatus (2/2)",
        "2. Toimintaympäristö ja sen muutokset",
    ]
    for row, text in zip(
        form.asked()[:3], ("Alue kaavoittaa nyt.", None, "Väki vähenee."), strict=True
    ):
        form.put(row, form.answer, text)
    heads.sort(form)
    told_back = collected(path, form.save(tmp_path / "palautus.xlsx"))
    with open_book(path) as book:
        grid = book.read(AREA)
        texts = [grid.value(Address(row, 1)) for row in range(3, 9)]
    assert texts == [lines[0], "Alue kaavoittaa nyt.", lines[2], None, titles[2], "Väki vähenee."]
    assert [odd.kind for odd in told_back.odd] == ["emptied"]
    assert told_back.returns[0].taken == 2
